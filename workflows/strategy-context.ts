// What the joint process remembers: the milestones people set, with dates and hashes. What follows from the
// municipalities is never stored here (C5).
import type { Day } from './act.ts'
import type { FrozenJoint } from './facts.ts'

export type Phase = 'F10' | 'F20' | 'F30' | 'F40' | 'F50' | 'F80'

export type StrategyContext = {
  phase: Phase
  phaseOn: Day | null
  round: number
  latestOn: Day | null
  invited: { municipality: string; on: Day }[]
  steering: { about: string; on: Day }[]
  /// Frozen consultation drafts and final proposals, in order; `since` says how weighty the changes were.
  versions: (FrozenJoint & { final: boolean; round: number })[]
  harmonising: boolean
  closingOn: Day | null
  compiled: Day[]
  endedOn: Day | null
  stoppedOn: Day | null
  overridden: { rule: string; seq: number }[]
}

export const freshStrategy: StrategyContext = {
  phase: 'F10',
  phaseOn: null,
  round: 1,
  latestOn: null,
  invited: [],
  steering: [],
  versions: [],
  harmonising: false,
  closingOn: null,
  compiled: [],
  endedOn: null,
  stoppedOn: null,
  overridden: [],
}
