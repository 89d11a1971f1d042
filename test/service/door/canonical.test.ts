import { createHash } from 'node:crypto'
import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, sha256 } from '../../../service/version/canonical.ts'

describe('canonical JSON', () => {
  test('members stand in the order of their code units, without white space (RFC 8785 § 3.2.3)', () => {
    expect(
      canonicalJson({
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      }),
    ).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test('numbers and escapes are written as the standard shows (RFC 8785 § 3.2.2)', () => {
    expect(
      canonicalJson({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('what JSON cannot say is refused, not guessed', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError)
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => canonicalJson({ half: '\ud800' })).toThrow(RangeError)
  })

  test('any JSON has one form: written, read and written again it is the same', () => {
    let checked = 0
    assert(
      property(jsonValue(), (value) => {
        checked++
        const once = canonicalJson(value as never)
        return canonicalJson(JSON.parse(once)) === once
      }),
      { numRuns: 500 },
    )
    expect(checked).toBe(500)
  })

  test('the sum is the SHA-256 of the UTF-8 bytes', () => {
    expect(sha256('planvev æøå')).toBe(
      createHash('sha256').update(Buffer.from('planvev æøå', 'utf8')).digest('hex'),
    )
  })
})
