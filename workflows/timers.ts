// The timers a state wants, derived from it alone, so that a moved date moves its timer in the same transaction.
import type { Stored, TimerWish } from './act.ts'
import { addDays, midnightAfter } from './calendar.ts'
import type { ParticipationContext } from './participation-context.ts'

/// Each fires as a system event of its `type` with `actedOn`: the deadline's last minute is 23:59:59 in Oslo, so both
/// fall on the day after.
export function desiredTimers(stored: Stored): TimerWish[] {
  if (stored.kind !== 'participation') return []
  const { deadlineOn, withdrawal } = stored.context as unknown as ParticipationContext
  if (stored.state === 'K50' && deadlineOn !== null) return [after('deadline-passed', deadlineOn)]
  if (stored.state === 'K900' && withdrawal !== null)
    return [after('notice-ended', withdrawal.until)]
  return []
}

const after = (type: string, day: string): TimerWish => ({
  name: type,
  type,
  dueAt: midnightAfter(day),
  actedOn: addDays(day, 1),
})
