// The joint state as a total function of the joint milestones and the twelve (C5, D1–D13).
import type { Stored } from './act.ts'
import type { FrozenJoint, ParticipantView } from './facts.ts'

export type JointState = {
  state: string
  /// Which row held: `D8`.
  row: string
  participants: number
  adopted: number
  identical: number
  /// Where it deviates: by municipality.
  deviating: { municipality: string; name: string; sections: string[] }[]
  unclassified: string[]
  unpublished: string[]
  withdrawn: { municipality: string; name: string; on: string | null }[]
  unanswered: string[]
  ownRounds: string[]
  /// Names of municipalities ahead of the joint work.
  ahead: string[]
  /// P = ∅: the advice is to stop.
  nobody: boolean
}

/// What of the strategy's own context the derivation needs.
export type Milestones = {
  phase: 'F10' | 'F20' | 'F30' | 'F40' | 'F50' | 'F80'
  round: number
  harmonising: boolean
  closingOn: string | null
  compiled: number
  ended: boolean
  stopped: boolean
  finals: FrozenJoint[]
}

/// Milestones out of the stored strategy.
export function milestonesOf(_strategy: Stored): Milestones {
  throw new Error('not built yet')
}

/// One municipality's part of the derivation out of its stored process.
export function viewOf(
  _participation: Stored,
  _municipality: string,
  _name: string,
): ParticipantView {
  throw new Error('not built yet')
}

export function deriveJoint(
  _milestones: Milestones,
  _participants: readonly ParticipantView[],
): JointState {
  throw new Error('not built yet')
}
