// The flags beside the state, derived from context, surroundings and today; never stored.
import type { Day, Stored } from './act.ts'
import type { ParticipationFacts } from './facts.ts'

/// Ids in the order they are shown. `overstyrt_<rule>` come last.
export function flagsOf(_stored: Stored, _facts: ParticipationFacts, _today: Day): string[] {
  throw new Error('not built yet')
}
