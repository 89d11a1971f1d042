// The dates of law for one municipality, and how much room is left before the first of them.
import type { Day, Stored } from './act.ts'
import type { ParticipationFacts } from './facts.ts'

/// `rule`: `one-year`, `thirty-days` (first lawful meeting; `safeOn` one day later), `consultation`,
/// `programme` (six weeks), `papers`, `council`, `latest-meeting`, `last-publication`.
export type Deadline = { rule: string; on: Day; safeOn?: Day; estimated?: true }

/// Smallest room in days, negative when past, null when nothing is set; `rule` and the two dates it lies between.
export type Margin = {
  days: number | null
  rule: string
  values: { [name: string]: string | number }
  adopted: 'in-time' | 'late' | null
}

export function deadlinesOf(_stored: Stored, _facts: ParticipationFacts, _today: Day): Deadline[] {
  throw new Error('not built yet')
}

export function marginOf(_stored: Stored, _facts: ParticipationFacts, _today: Day): Margin {
  throw new Error('not built yet')
}
