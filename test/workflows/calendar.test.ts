import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  easterSunday,
  firstMeeting,
  isDayOff,
  isHoliday,
  lastPublication,
  latestMeeting,
  midnightAfter,
  papersDue,
  quietTime,
  reachableMeetings,
  sixWeeksFrom,
  yearLimit,
} from '../../workflows/calendar.ts'

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => Temporal.PlainDate.from('2000-01-01').add({ days: n }).toString())

describe('thirty days', () => {
  test.each([
    ['2028-02-01', '2028-03-02', '2028-03-03'],
    ['2028-03-01', '2028-03-31', '2028-04-01'],
    ['2028-05-15', '2028-06-14', '2028-06-15'],
    ['2028-08-10', '2028-09-09', '2028-09-10'],
  ])('published %s: first lawful meeting %s, safe %s', (published, lawful, safe) => {
    expect(firstMeeting(published)).toEqual({ lawful, safe })
  })

  test('a lawful date is never earlier, a safe date is one day more, and back again is the same', () => {
    fc.assert(
      fc.property(day, (d) => {
        const { lawful, safe } = firstMeeting(d)
        expect(daysBetween(d, lawful)).toBe(30)
        expect(daysBetween(d, safe)).toBe(31)
        expect(lastPublication(lawful).lawful).toBe(d)
        expect(lastPublication(safe).safe).toBe(d)
      }),
    )
  })

  test('moving a meeting earlier never adds slack', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 400 }), (published, meeting, back) => {
        const slack = (m: string) => daysBetween(firstMeeting(published).lawful, m)
        expect(slack(addDays(meeting, -back))).toBeLessThanOrEqual(slack(meeting))
      }),
    )
  })

  test('a spring day of 23 hours is still a day', () => {
    expect(daysBetween('2027-03-01', '2027-03-31')).toBe(30)
    expect(midnightAfter('2027-03-27')).toBe('2027-03-27T23:00:00.000Z')
    expect(midnightAfter('2027-03-28')).toBe('2027-03-28T22:00:00.000Z')
    expect(midnightAfter('2027-10-31')).toBe('2027-10-31T23:00:00.000Z')
  })
})

describe('one year', () => {
  test('the limit is the same date a year on, also from 29 February', () => {
    expect(yearLimit('2027-10-14', 2027)).toEqual({
      on: '2028-10-14',
      estimated: false,
      rolled: '2028-10-16',
    })
    expect(yearLimit('2028-02-29', 2027).on).toBe('2029-02-28')
  })

  test('an unknown constituting date gives 31 October and says that it is an estimate', () => {
    expect(yearLimit(null, 2027)).toEqual({ on: '2028-10-31', estimated: true })
  })

  test('every limit lies 365 or 366 days on', () => {
    fc.assert(
      fc.property(day, (d) => {
        expect([365, 366]).toContain(daysBetween(d, yearLimit(d, 2027).on))
      }),
    )
  })
})

describe('six weeks, papers, holidays', () => {
  test('six weeks count from the later of publication and letters', () => {
    expect(sixWeeksFrom('2028-03-01', null)).toBe('2028-04-12')
    expect(sixWeeksFrom('2028-03-01', '2028-03-03')).toBe('2028-04-14')
  })

  test('papers due on a day off are due the working day before', () => {
    expect(papersDue('2028-05-25', 8)).toBe('2028-05-16')
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (d, n) => {
        const due = papersDue(d, n)
        expect(isDayOff(due)).toBe(false)
        expect(daysBetween(due, d)).toBeGreaterThanOrEqual(n)
        expect(daysBetween(due, d)).toBeLessThanOrEqual(n + 6)
      }),
    )
  })

  test('Easter and what follows it', () => {
    expect([2026, 2027, 2028, 2038].map(easterSunday)).toEqual([
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2038-04-25',
    ])
    for (const d of ['2028-04-13', '2028-04-14', '2028-04-17', '2028-05-25', '2028-06-05'])
      expect(isHoliday(d)).toBe(true)
    expect(isHoliday('2028-04-12')).toBe(false)
  })

  test('a consultation wholly in July, Easter week or at Christmas is seen', () => {
    expect(quietTime('2028-07-01', '2028-07-31')).toBe('july')
    expect(quietTime('2028-06-30', '2028-07-31')).toBeUndefined()
    expect(quietTime('2028-04-10', '2028-04-17')).toBe('easter')
    expect(quietTime('2028-12-22', '2029-01-02')).toBe('christmas')
    expect(quietTime('2029-01-01', '2029-01-05')).toBe('christmas')
  })
})

describe('meetings', () => {
  const meetings = ['2028-09-21', '2028-10-12', '2028-10-19', '2028-11-16']
  test('the latest possible meeting is the last one inside the limit', () => {
    expect(latestMeeting(meetings, '2028-10-14', '2028-09-01')).toBe('2028-10-12')
    expect(latestMeeting(meetings, '2028-10-14', '2028-10-13')).toBeNull()
  })
  test('only meetings thirty days after the publication can be reached', () => {
    const limit = '2028-10-31'
    expect(
      reachableMeetings(meetings, { publishedOn: '2028-09-10', today: '2028-09-10', limit }),
    ).toEqual(['2028-10-12', '2028-10-19'])
    expect(reachableMeetings(meetings, { publishedOn: null, today: '2028-09-20', limit })).toEqual(
      [],
    )
  })
})
