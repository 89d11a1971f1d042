// A row as a form sends it: everything wrong is said at once.
import { describe, expect, test } from 'vitest'
import { readFields, sayRowError, type TypedRow } from '../../../service/plan-need/read-fields.ts'

const row = (fields: Record<string, string | string[]>): TypedRow => ({
  get: (field) => [fields[field] ?? ''].flat()[0] ?? '',
  all: (field) => [fields[field] ?? []].flat(),
})

const good = {
  'name-nb': 'Temaplan klima',
  type: 'thematic',
  theme: 'climate',
  need: 'new',
  priority: '2',
  status: 'not-started',
  resource: 'own',
  start: '2029-1',
  done: '2030-1',
}

const options = { both: false, language: 'nb' as const, municipalities: ['3405', '3440'] }

describe('a row', () => {
  test('is read with its name in both languages when one is given', () => {
    const read = readFields(row({ ...good, with: ['3440', '3405'], goals: ['13', '7'] }), options)
    expect(read).toMatchObject({
      ok: true,
      fields: {
        name: { nb: 'Temaplan klima', nn: 'Temaplan klima' },
        with: ['3405', '3440'],
        goals: [7, 13],
        statutory: false,
      },
    })
  })

  test('in the joint list must have both names', () => {
    expect(readFields(row(good), { ...options, both: true })).toEqual({
      ok: false,
      errors: [{ field: 'name-nn', key: 'missing' }],
    })
  })

  test('says everything that is wrong, with its field', () => {
    const read = readFields(
      row({
        ...good,
        'name-nb': ' ',
        type: 'constructor',
        theme: 'space',
        priority: '9',
        start: '2029-3',
        done: 'snart',
        goals: ['18'],
        with: ['9999'],
        'adopted-year': 'i fjor',
        'valid-from': '2030',
        'valid-to': '2020',
      }),
      options,
    )
    expect(read.ok ? [] : read.errors.map(({ field }) => field).sort()).toEqual(
      [
        'adopted-year',
        'done',
        'goals',
        'name-nb',
        'priority',
        'start',
        'theme',
        'type',
        'valid-to',
        'with',
      ].sort(),
    )
  })

  test('cannot be done before it starts', () => {
    const read = readFields(row({ ...good, start: '2030-2' }), options)
    expect(read).toEqual({ ok: false, errors: [{ field: 'done', key: 'order' }] })
    expect(sayRowError('order', 'nn')).toBe('Slutten kan ikkje vere før byrjinga')
  })
})
