import { describe, expect, it } from 'vitest'
import { daysOf, marginOf, toneOf } from '../../../service/desk/margin.ts'

describe('the margin', () => {
  it('is the days between the meeting and the one-year limit', () => {
    const margin = marginOf({ meetingOn: '2028-10-16', limitOn: '2028-10-18' })
    expect(margin).toMatchObject({ kind: 'limit', days: 2, planned: true })
    expect(toneOf(margin)).toBe('warning')
  })

  it('is the tightest clock when there are two', () => {
    const margin = marginOf({
      meetingOn: '2028-09-21',
      limitOn: '2028-10-21',
      publishedOn: '2028-08-24',
    })
    expect(margin).toEqual({
      kind: 'public',
      days: -2,
      meetingOn: '2028-09-21',
      publicDays: 28,
    })
    expect(toneOf(margin)).toBe('danger')
  })

  it('goes below zero when the meeting comes after the limit', () => {
    expect(marginOf({ meetingOn: '2028-11-06', limitOn: '2028-10-25' })).toMatchObject({
      days: -12,
    })
  })

  it('uses the calendar when no meeting is set, and says so', () => {
    expect(marginOf({ reachableOn: '2028-09-19', limitOn: '2028-10-12' })).toMatchObject({
      days: 23,
      planned: false,
    })
  })

  it('promises no number without a meeting', () => {
    const margin = marginOf({ limitOn: '2028-10-12' })
    expect(margin).toEqual({ kind: 'without', limitOn: '2028-10-12', estimated: false })
    expect(toneOf(margin)).toBe('neutral')
  })

  it('ends with the adoption, in time or late', () => {
    const limitOn = '2028-10-12'
    expect(marginOf({ adoptedOn: '2028-10-12', limitOn })).toMatchObject({ daysLate: 0 })
    expect(marginOf({ adoptedOn: '2028-10-24', limitOn })).toMatchObject({ daysLate: 12 })
  })

  it('puts the short of time first, those without a date next, the adopted last', () => {
    const order = [
      marginOf({ adoptedOn: '2028-09-01' }),
      marginOf({}),
      marginOf({ meetingOn: '2028-10-16', limitOn: '2028-10-18' }),
      marginOf({ meetingOn: '2028-11-06', limitOn: '2028-10-25' }),
    ].toSorted((a, b) => daysOf(a) - daysOf(b))
    expect(order.map((each) => each.kind)).toEqual(['limit', 'limit', 'without', 'adopted'])
    expect(daysOf(order[0]!)).toBe(-12)
  })
})
