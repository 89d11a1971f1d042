// Inputs are checked strictly and by name; free words never reach what is folded.
import { describe, expect, test } from 'vitest'
import type { ProcessKind } from '../../workflows/act.ts'
import { begin, decide } from '../../workflows/decide.ts'
import {
  eventsOf,
  inputSchema,
  isDay,
  specOf,
  validateInput,
  withoutWords,
} from '../../workflows/events.ts'

const decision = specOf('participation', 'record-decision')!
const publication = specOf('participation', 'record-publication')!

describe('events', () => {
  test('the contract’s names are all there, each once', () => {
    const names: Record<ProcessKind, string> = {
      strategy:
        'invite start-knowledge-base start-drafting start-review return-to-drafting record-steering-decision freeze-consultation-draft new-round freeze-final-proposal reopen-proposal open-harmonisation close-harmonisation set-closing-date publish-compiled-edition end stop correct',
      participation:
        'join go-alone start-own-part choose-master-plan freeze-own-part submit-for-first-treatment record-first-treatment recall record-publication extend-deadline close-consultation reopen-consultation break-off-consultation start-new-round start-treating submit-for-recommendation record-recommendation return-to-treating schedule-council move-meeting take-off-agenda record-decision confirm-adopted-text classify-decision resume treat-again record-annulment record-announcement record-adjustment fix-planning-programme note-legality-review settle-legality-review withdraw take-back-withdrawal correct',
    }
    for (const kind of ['strategy', 'participation'] as const) {
      const declared = eventsOf(kind).map((e) => e.type)
      expect(new Set(declared).size).toBe(declared.length)
      for (const name of names[kind].split(' ')) expect(declared).toContain(name)
    }
    const system = eventsOf('participation')
      .filter((e) => e.kind === 'S')
      .map((e) => e.type)
    expect(system).toEqual(['deadline-passed', 'notice-ended', 'become-current', 'replaced'])
  })

  test('an unknown field is refused by its path, also inside a list', () => {
    expect(validateInput(decision, { outcome: 'unchanged', extra: 1 })).toEqual({
      field: 'extra',
      fault: 'unknown',
    })
    expect(
      validateInput(decision, { outcome: 'changed', changes: [{ zone: 'own', who: 'x' }] }),
    ).toEqual({
      field: 'changes.0.who',
      fault: 'unknown',
    })
    const hidden = JSON.parse('{"outcome":"unchanged","__proto__":{"x":1}}') as unknown
    expect(validateInput(decision, hidden)).toMatchObject({ fault: 'unknown' })
  })

  test('a date that does not exist is refused', () => {
    for (const day of [
      '2028-02-30',
      '2027-02-29',
      '2028-13-01',
      '2028-1-1',
      '28-01-01',
      '2028-01-01T00:00',
      '',
    ])
      expect(validateInput(publication, { publishedOn: day })).toEqual({
        field: 'publishedOn',
        fault: 'date',
      })
    expect(isDay('2028-02-29')).toBe(true)
  })

  test('shapes are refused by name', () => {
    const faults = [
      [{}, 'outcome', 'missing'],
      [{ outcome: 'adopted' }, 'outcome', 'choice'],
      [{ outcome: 'unchanged', votes: 'all' }, 'votes', 'shape'],
      [{ outcome: 'unchanged', votes: { for: 1.5, against: 0 } }, 'votes', 'shape'],
      [{ outcome: 'unchanged', votes: { for: -1, against: 0 } }, 'votes', 'shape'],
      [{ outcome: 'unchanged', changes: {} }, 'changes', 'shape'],
      [{ outcome: 'unchanged', reason: '   ' }, 'reason', 'shape'],
      [[], '', 'shape'],
      [null, '', 'shape'],
    ] as const
    for (const [input, field, fault] of faults)
      expect(validateInput(decision, input)).toEqual({ field, fault })
    expect(
      validateInput(publication, { publishedOn: '2028-03-01', url: 'javascript:alert(1)' }),
    ).toEqual({
      field: 'url',
      fault: 'shape',
    })
    expect(
      validateInput(decision, { outcome: 'changed', changes: ['i ord'], votes: 'unanimous' }),
    ).toBeUndefined()
  })

  test('free words are parted from what is folded', () => {
    expect(
      withoutWords(decision, {
        outcome: 'changed',
        changes: ['presisere at …', { zone: 'own', kind: 'editorial', text: 'komma' }],
        points: [{ text: 'Planstrategien vedtas', scope: 'joint' }],
        reason: 'fordi',
      }),
    ).toEqual({
      input: {
        outcome: 'changed',
        changes: [{ text: true }, { zone: 'own', kind: 'editorial', text: true }],
        points: [{ text: true, scope: 'joint' }],
        reason: true,
      },
      words: {
        'changes.0.text': 'presisere at …',
        'changes.1.text': 'komma',
        'points.0.text': 'Planstrategien vedtas',
        reason: 'fordi',
      },
    })
  })

  test('every schema refuses unknown fields and requires what must be there', () => {
    for (const kind of ['strategy', 'participation'] as const)
      for (const spec of eventsOf(kind))
        expect(inputSchema(spec)).toMatchObject({ type: 'object', additionalProperties: false })
    expect(inputSchema(publication)).toMatchObject({
      required: ['publishedOn'],
      properties: { publishedOn: { type: 'string', format: 'date' } },
    })
  })

  test('a lone word is a list of one, and a power may only be told to exist', () => {
    const lone = { outcome: 'unchanged', points: 'Vedtas.', editorialPower: true }
    expect(validateInput(decision, lone)).toBeUndefined()
    expect(withoutWords(decision, lone)).toEqual({
      input: { outcome: 'unchanged', points: [{ text: true }], editorialPower: true },
      words: { 'points.0.text': 'Vedtas.' },
    })
    const asked = { publishedOn: '2028-03-01', consultees: 'Statsforvalteren i Innlandet' }
    expect(withoutWords(publication, asked).input.consultees).toEqual([asked.consultees])
    expect(validateInput(decision, { ...lone, reason: true })).toMatchObject({ field: 'reason' })
    expect(validateInput(decision, { ...lone, points: '' })).toMatchObject({ field: 'points.0' })
  })

  test('a decision refuses a wrong input by its field, whoever sends it', () => {
    const no = decide(begin('participation'), {
      type: 'record-publication',
      input: { publishedOn: '2028-02-30' },
      by: 'x',
      roles: [],
      actedOn: '2028-03-01',
      today: '2028-03-01',
      recordedAt: 'x',
      overrides: [],
      facts: {},
      channel: 'person',
    })
    expect(no).toMatchObject({ ok: false, refusal: 'input-invalid', field: 'publishedOn' })
  })
})
