// The timers a state wants, derived from it alone, so that a moved date moves its timer in the same transaction.
import type { Stored, TimerWish } from './act.ts'
import type { ParticipationFacts } from './facts.ts'

/// Fires as system events: `deadline-passed` at 00:00 Oslo of the day after the deadline, `notice-ended` likewise.
export function desiredTimers(_stored: Stored, _facts?: ParticipationFacts): TimerWish[] {
  throw new Error('not built yet')
}
