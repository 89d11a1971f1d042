// The margin: the smallest of all the days to spare before the law's dates, with what it was computed from. It
// stands beside a municipality's state on every width. Words are the page's.
import type { Day } from '../../workflows/act.ts'
import { daysBetween } from '../pages/dates.ts'

/// What the margin is computed from. `meetingOn` is the council meeting the case is set for; `reachableOn` the first
/// meeting in the calendar it could lawfully come to, used when none is set.
export type MarginFacts = {
  meetingOn?: Day | undefined
  reachableOn?: Day | undefined
  limitOn?: Day | undefined
  limitEstimated?: boolean
  publishedOn?: Day | undefined
  adoptedOn?: Day | undefined
}

/// `limit` compares the meeting with the one-year limit, `public` the days since publication with 30. `without` is a
/// case with no meeting: the days left to the limit are not a margin, so no number is promised.
export type Margin =
  | {
      kind: 'limit'
      days: number
      meetingOn: Day
      limitOn: Day
      planned: boolean
      estimated: boolean
    }
  | { kind: 'public'; days: number; meetingOn: Day; publicDays: number }
  | { kind: 'adopted'; adoptedOn: Day; daysLate: number }
  | { kind: 'without'; limitOn?: Day; estimated: boolean }

/// Days a proposal must have been public before the council meets (pbl § 10-1 second paragraph).
const publicDays = 30

/// The tightest of the clocks. An adoption ends them all.
export function marginOf(facts: MarginFacts): Margin {
  const { limitOn, publishedOn, adoptedOn } = facts
  if (adoptedOn) {
    const late = limitOn ? daysBetween(limitOn, adoptedOn) : 0
    return { kind: 'adopted', adoptedOn, daysLate: Math.max(0, late) }
  }
  const meetingOn = facts.meetingOn ?? facts.reachableOn
  const estimated = facts.limitEstimated ?? false
  if (!meetingOn) return { kind: 'without', ...(limitOn ? { limitOn } : {}), estimated }
  const clocks: Margin[] = []
  if (limitOn) {
    const days = daysBetween(meetingOn, limitOn)
    const planned = facts.meetingOn !== undefined
    clocks.push({ kind: 'limit', days, meetingOn, limitOn, planned, estimated })
  }
  if (publishedOn) {
    const been = daysBetween(publishedOn, meetingOn)
    clocks.push({ kind: 'public', days: been - publicDays, meetingOn, publicDays: been })
  }
  clocks.sort((a, b) => daysOf(a) - daysOf(b))
  return clocks[0] ?? { kind: 'without', estimated }
}

/// The number to sort and colour by: a case without a date comes after those that are short of time.
export function daysOf(margin: Margin): number {
  if (margin.kind === 'adopted') return Number.POSITIVE_INFINITY
  if (margin.kind === 'without') return 365
  return margin.days
}

/// The words' colour: `danger` below zero, `warning` below ten.
export function toneOf(margin: Margin): 'success' | 'warning' | 'danger' | 'neutral' {
  if (margin.kind === 'adopted' || margin.kind === 'without') return 'neutral'
  if (margin.days < 0) return 'danger'
  return margin.days < 10 ? 'warning' : 'success'
}
