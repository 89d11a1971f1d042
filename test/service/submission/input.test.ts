// What anybody can send is read strictly, cleaned, and refused with the field.
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../service/guard/body.ts'
import { Refused } from '../../../service/refusal.ts'
import { limits, readSubmission } from '../../../service/submission/input.ts'
import { holdsPersonalNumber } from '../../../service/submission/personal-number.ts'

const refusal = (body: JsonObject): [string, string | undefined] | undefined => {
  try {
    readSubmission(body, 'nb')
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [error.code, error.field]
  }
}

describe('a submission', () => {
  test('may be one text about the whole, from nobody in particular', () => {
    expect(readSubmission({ text: 'Bra.' }, 'nn')).toEqual({
      senderKind: 'other',
      language: 'nn',
      points: [{ stance: 'remark', text: 'Bra.' }],
    })
  })

  test('may say that there is nothing to remark', () => {
    expect(readSubmission({ stance: 'none' }, 'nb').points).toEqual([{ stance: 'none', text: '' }])
  })

  test('is cleaned of control characters and of marks that turn the text around', () => {
    const { points, name } = readSubmission(
      { name: 'O\u0308yer\u0000', text: 'a\u202eb\u0007c\r\nd\ud800' },
      'nb',
    )
    expect(name).toBe('Öyer')
    expect(points[0]?.text).toBe('abc\nd\ufffd')
  })

  test.each<[string, JsonObject, [string, string | undefined]]>([
    ['nothing at all', {}, ['input-invalid', 'points']],
    ['an unknown field', { text: 'a', admin: true }, ['unknown-field', 'admin']],
    [
      'an unknown field in a point',
      { points: [{ text: 'a', html: 'b' }] },
      ['unknown-field', 'points.0.html'],
    ],
    ['a text that is no text', { text: { a: 1 } }, ['input-invalid', 'text']],
    ['points that are no list', { points: 'a' }, ['input-invalid', 'points']],
    ['a point that is no object', { points: [null] }, ['input-invalid', 'points.0']],
    [
      'a question without words',
      { points: [{ stance: 'question' }] },
      ['input-invalid', 'points.0.text'],
    ],
    ['an unknown stance', { text: 'a', stance: 'toString' }, ['input-invalid', 'stance']],
    ['an unknown sender kind', { text: 'a', senderKind: 'mayor' }, ['input-invalid', 'senderKind']],
    [
      'a paragraph without its section',
      { points: [{ text: 'a', anchor: 'b' }] },
      ['input-invalid', 'points.0.section'],
    ],
    [
      'a version that is no hash',
      { points: [{ text: 'a', section: 's', version: 'x' }] },
      ['input-invalid', 'points.0.version'],
    ],
    [
      'an address that is none',
      { text: 'a', contact: 'styret@kvamsfjellet' },
      ['input-invalid', 'contact'],
    ],
    ['a recipient that is no number', { text: 'a', to: ['Øyer'] }, ['input-invalid', 'to']],
    ['nobody as recipient', { text: 'a', to: [] }, ['input-invalid', 'to']],
    ['too long a text', { text: 'a'.repeat(limits.text + 1) }, ['input-invalid', 'text']],
    [
      'too many points',
      { points: Array.from({ length: limits.points + 1 }, () => ({ text: 'a' })) },
      ['input-invalid', 'points'],
    ],
    ['an unknown language', { text: 'a', language: 'sv' }, ['input-invalid', 'language']],
  ])('is refused for %s', (_what, body, expected) => {
    expect(refusal(body)).toEqual(expected)
  })

  test('is refused when it holds a personal number, wherever it stands', () => {
    const number = '01010750160'
    expect(refusal({ text: `Jeg heter Kari, ${number}.` })).toEqual(['personal-number', 'text'])
    expect(refusal({ text: 'a', name: `Kari ${number}` })).toEqual(['personal-number', 'name'])
    expect(refusal({ points: [{ text: 'a', wording: number }] })).toEqual([
      'personal-number',
      'points.0.wording',
    ])
  })
})

describe('a personal number', () => {
  test('is eleven digits with both check digits right, also when written in two', () => {
    expect(holdsPersonalNumber('01010750160')).toBe(true)
    expect(holdsPersonalNumber('født 010107 50160 på Otta')).toBe(true)
  })

  test('is not any other number: a wrong digit, an organisation, an account, a longer one', () => {
    for (const text of [
      '01010750161',
      '945578564',
      '99999999999',
      '101010750160',
      '2028-2031',
      '',
    ]) {
      expect(holdsPersonalNumber(text)).toBe(false)
    }
  })
})
