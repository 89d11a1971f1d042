import { describe, expect, it } from 'vitest'
import { readDate, writeDate } from '../../../service/desk/read-date.ts'

describe('a typed date', () => {
  for (const typed of [
    '21.9.28',
    '21.09.2028',
    '21/9-2028',
    ' 21-9-2028 ',
    '21. september 2028',
    '21 sept. 2028',
    '2028-09-21',
  ]) {
    it(`reads ${typed} as 21 September 2028`, () => expect(readDate(typed)).toBe('2028-09-21'))
  }

  for (const typed of ['', '30.2.2028', '21.13.2028', '21.9', 'i morgen', '2028-9', '0.1.2028']) {
    it(`does not read «${typed}»`, () => expect(readDate(typed)).toBeUndefined())
  }

  it('knows leap days', () => {
    expect(readDate('29.2.2028')).toBe('2028-02-29')
    expect(readDate('29.2.2027')).toBeUndefined()
  })

  it('writes what it reads', () => expect(readDate(writeDate('2028-09-01'))).toBe('2028-09-01'))
})
