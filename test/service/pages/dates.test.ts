import { describe, expect, test } from 'vitest'
import {
  clockText,
  dateText,
  daysText,
  parseDay,
  rangeText,
  relativeText,
  typedDay,
} from '../../../service/pages/dates.ts'
import { capital, count, listed, number } from '../../../service/pages/words.ts'

describe('dates as people write them', () => {
  const cases: [typed: string, day: string | undefined][] = [
    ['21.9.28', '2028-09-21'],
    ['21.09.2028', '2028-09-21'],
    ['21/9-2028', '2028-09-21'],
    ['21-9-28', '2028-09-21'],
    ['210928', '2028-09-21'],
    ['21092028', '2028-09-21'],
    ['2028-09-21', '2028-09-21'],
    ['21. september 2028', '2028-09-21'],
    ['  21  sept.  2028 ', '2028-09-21'],
    ['1. mai 28', '2028-05-01'],
    ['3 okt 2028', '2028-10-03'],
    ['29.2.2028', '2028-02-29'],
    ['29.2.2027', undefined],
    ['31.9.2028', undefined],
    ['0.9.2028', undefined],
    ['21.13.2028', undefined],
    ['21.9', undefined],
    ['21.9.1028', undefined],
    ['i morgen', undefined],
    ['', undefined],
  ]
  for (const [typed, day] of cases) {
    test(`«${typed}» is ${day ?? 'no day'}`, () => expect(parseDay(typed)).toBe(day))
  }

  test('what was read is shown again as a form shows it, and what was not stays as typed', () => {
    expect(typedDay('2028-09-21')).toBe('21.09.2028')
    expect(typedDay('21.9')).toBe('21.9')
  })

  test('every day of a leap year survives being written out and read again in both languages', () => {
    let day = Temporal.PlainDate.from('2028-01-01')
    for (let i = 0; i < 366; i++, day = day.add({ days: 1 })) {
      for (const lang of ['nb', 'nn'] as const) {
        expect(parseDay(dateText(day.toString(), lang))).toBe(day.toString())
        expect(parseDay(dateText(day.toString(), lang, 'short-year'))).toBe(day.toString())
      }
    }
  })
})

describe('dates as people read them', () => {
  test('day and month stay on one line, and weekdays and short months are Norwegian', () => {
    expect(dateText('2028-09-11', 'nb', 'weekday')).toBe('mandag 11.\u00a0september 2028')
    expect(dateText('2028-09-12', 'nn', 'weekday')).toBe('tysdag 12.\u00a0september 2028')
    expect(dateText('2028-09-16', 'nn', 'weekday-short')).toBe('laurdag 16.\u00a0sept.')
    expect(dateText('2028-02-03', 'nb', 'short')).toBe('3.\u00a0febr.')
    expect(dateText('2028-09-11', 'en')).toBe('11\u00a0September 2028')
  })

  test('an instant is the day it is in Oslo, on both sides of midnight and of summer time', () => {
    expect(dateText('2028-05-31T21:59:59Z', 'nb')).toBe('31.\u00a0mai 2028')
    expect(dateText('2028-05-31T22:00:00Z', 'nb')).toBe('1.\u00a0juni 2028')
    expect(dateText('2028-01-31T22:59:59Z', 'nb')).toBe('31.\u00a0januar 2028')
    expect(clockText('2028-05-31T21:59:59Z', 'nb')).toBe('kl.\u00a023.59')
  })

  test('how far away a day is, in words', () => {
    const from = (on: string, lang: 'nb' | 'nn') => relativeText('2028-09-11', on, lang)
    expect(from('2028-09-11', 'nb')).toBe('i dag')
    expect(from('2028-09-12', 'nn')).toBe('i morgon')
    expect(from('2028-09-15', 'nn')).toBe('om 4 dagar')
    expect(from('2028-09-10', 'nb')).toBe('1 dag over')
    expect(from('2028-09-09', 'nb')).toBe('2 dager over')
    expect(daysText(1, 'nb')).toBe('1\u00a0dag')
    expect(daysText(-12, 'nn')).toBe('−12\u00a0dagar')
  })

  test('a range names the year only where it changes', () => {
    expect(rangeText('2028-04-03', '2028-05-26', 'nb')).toBe('3.\u00a0april–26.\u00a0mai')
    expect(rangeText('2027-12-01', '2028-01-15', 'nb')).toBe('1.\u00a0des.–15.\u00a0jan. 2028')
  })
})

describe('numbers and lists in words', () => {
  test('thousands keep together, minus is a minus, a decimal has a comma', () => {
    expect(number(14753)).toBe('14\u00a0753')
    expect(number(-12)).toBe('−12')
    expect(number(0.5)).toBe('0,5')
    expect(number(1234.5678)).toBe('1\u00a0234,5678')
    expect(number(999)).toBe('999')
  })

  test('small counts are words, and names are joined as one says them', () => {
    expect([1, 12, 13].map((n) => count(n, 'nn'))).toEqual(['éin', 'tolv', '13'])
    expect(listed(['Øyer', 'Vågå', 'Lom'], 'nb')).toBe('Øyer, Vågå og Lom')
    expect(listed(['Sel'], 'nb')).toBe('Sel')
    expect(capital('øyer')).toBe('Øyer')
  })
})
