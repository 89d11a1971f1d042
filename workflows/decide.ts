// The one pure step: stored state and an act, answered with a new state and what follows, or with every reason why
// not. Nothing here reads a clock or the world: what is needed lies in the act and its facts.
import type {
  Act,
  Asker,
  Day,
  Decision,
  Entry,
  Finding,
  ProcessKind,
  RefusalCode,
  Stored,
} from './act.ts'
import type { EventSpec } from './event-spec.ts'
import type { ParticipationFacts, StrategyFacts } from './facts.ts'

/// True when the act must be put in its place among earlier ones (a correction, or dated before the latest act): the
/// door then loads the journal and passes it as `history`.
export function needsHistory(
  _stored: Stored,
  _act: Pick<Act, 'type' | 'actedOn' | 'input'>,
): boolean {
  throw new Error('not built yet')
}

/// A process before its first act: F10 or K00, seq 0. Nothing but acts changes it.
export function begin(_kind: ProcessKind): Stored {
  throw new Error('not built yet')
}

export function decide(_stored: Stored, _act: Act, _history?: readonly Entry[]): Decision {
  throw new Error('not built yet')
}

export type Explanation = {
  allowed: boolean
  from: string
  to?: string
  refusal?: RefusalCode
  findings: Finding[]
  field?: string
}

/// What `decide` would answer, with every finding at once, changing nothing.
export function explain(_stored: Stored, _act: Act, _history?: readonly Entry[]): Explanation {
  throw new Error('not built yet')
}

export type Available = {
  type: string
  spec: EventSpec
  to: string | null
  /// No finding that input cannot cure.
  allowed: boolean
  findings: Finding[]
}

/// Every event the asker's roles may register in this process now, also the blocked ones, with all findings.
export function available(
  _stored: Stored,
  _asker: Asker,
  _facts: ParticipationFacts | StrategyFacts,
  _today: Day,
): Available[] {
  throw new Error('not built yet')
}

/// Folds a journal, in order of `seq`, into exactly the state that was stored.
export function fold(_kind: ProcessKind, _entries: readonly Entry[]): Stored {
  throw new Error('not built yet')
}
