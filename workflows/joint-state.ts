// The joint state as a total function of the joint milestones and the municipalities (C5, rows D1–D13): exactly one
// state for every combination, computed at every read, never stored beside the twelve.
import type { Stored } from './act.ts'
import type { FrozenJoint, ParticipantView } from './facts.ts'
import {
  standingDecision,
  standingPublications,
  type ParticipationContext,
} from './participation-context.ts'
import type { Phase, StrategyContext } from './strategy-context.ts'

/// What of the joint process the derivation needs.
export type Milestones = {
  phase: Phase
  round: number
  harmonising: boolean
  closingOn: string | null
  compiled: number
  ended: boolean
  stopped: boolean
  /// Frozen joint versions in order, with how weighty the changes since the one before were.
  versions: FrozenJoint[]
}

export type AdoptionClass = 'identical' | 'editorial' | 'deviation' | 'deviation-point'

export type Named = { municipality: string; name: string }

export type JointState = {
  state: string
  /// The row that held: `D8`.
  row: string
  /// Participants: all invited but those who have not joined, withdrew or go alone.
  participants: number
  adopted: number
  /// Identical, editorial corrections included.
  identical: number
  deviating: (Named & { class: AdoptionClass; sections: string[] })[]
  unclassified: Named[]
  unpublished: Named[]
  withdrawn: (Named & { on: string | null })[]
  /// Invitations not answered.
  unanswered: Named[]
  ownRounds: Named[]
  /// Municipalities ahead of the joint work.
  ahead: Named[]
  /// No participant at all: the phase stands, with the advice to stop.
  nobody: boolean
}

type Group = 'out' | 'before' | 'open' | 'closed' | 'council' | 'adopted'

const groups: { [state: string]: Group } = {
  K00: 'out',
  K900: 'out',
  K910: 'out',
  K10: 'before',
  K20: 'before',
  K30: 'before',
  K40: 'before',
  K50: 'open',
  K60: 'closed',
  K70: 'closed',
  K80: 'closed',
  K90: 'council',
  K102: 'council',
  K103: 'council',
  K104: 'council',
  K100: 'adopted',
  K101: 'adopted',
  K110: 'adopted',
  K120: 'adopted',
  K130: 'adopted',
  K140: 'adopted',
}

/// Where a municipality stands for the derivation. One that treats its case again counts as adopted while its earlier
/// decision stands (C6).
export const groupOf = (view: Pick<ParticipantView, 'state' | 'adoption'>): Group => {
  const group = groups[view.state] ?? 'out'
  return group !== 'out' && view.adoption !== null ? 'adopted' : group
}

export function milestonesOf(strategy: Stored): Milestones {
  const context = strategy.context as unknown as StrategyContext
  return milestones(context)
}

export const milestones = (context: StrategyContext): Milestones => ({
  phase: context.phase,
  round: context.round,
  harmonising: context.harmonising,
  closingOn: context.closingOn,
  compiled: context.compiled.length,
  ended: context.endedOn !== null,
  stopped: context.stoppedOn !== null,
  versions: context.versions,
})

/// One municipality's part of the derivation, out of its stored process.
export function viewOf(participation: Stored, municipality: string, name: string): ParticipantView {
  const context = participation.context as unknown as ParticipationContext
  const standing = standingDecision(context)
  // What it adopted on its own is no adoption of the joint text, also after it has come back.
  const jointly = groups[participation.state] !== 'out' && standing?.alone === false
  return {
    municipality,
    name,
    state: participation.state,
    round: context.round,
    adoption:
      standing && jointly
        ? {
            on: standing.on,
            joint: standing.confirmed?.joint ?? standing.joint,
            class: standing.class,
            sections: standing.changes.flatMap((c) =>
              c.zone === 'joint' && c.section !== null ? [c.section] : [],
            ),
          }
        : null,
    publishedOn: standingPublications(context).at(-1)?.on ?? null,
    deadlineOn: context.deadlineOn,
    everJoined: context.joinedOn !== null,
    withdrawnOn: context.withdrawal?.on ?? null,
  }
}

/// What of one municipality the joint state follows from. Many stand alike, and how many makes no difference to it.
export type Standing = {
  group: Group
  adoption: Pick<NonNullable<ParticipantView['adoption']>, 'joint' | 'class'> | null
}

export function standingOf(view: Pick<ParticipantView, 'state' | 'adoption'>): Standing {
  const group = groupOf(view)
  const { adoption } = view
  return {
    group,
    adoption:
      group === 'adopted' && adoption ? { joint: adoption.joint, class: adoption.class } : null,
  }
}

/// The state alone, of each way in which a municipality stands: the same table, without naming anybody.
export function stateFrom(given: Milestones, standings: readonly Standing[]): string {
  const inside = standings.filter((one) => one.group !== 'out')
  const classes = inside
    .filter((one) => one.group === 'adopted')
    .map((one) => classAgainstFinal(one, given.versions))
  const [state] = rowOf(
    given,
    inside.map((one) => one.group),
    classes,
  )
  return state
}

export function deriveJoint(
  given: Milestones,
  participants: readonly ParticipantView[],
): JointState {
  const inside = participants.filter((p) => groupOf(p) !== 'out')
  const adopters = inside.filter((p) => groupOf(p) === 'adopted')
  const classes = adopters.map((p) => classAgainstFinal(p, given.versions))
  const [state, row] = rowOf(given, inside.map(groupOf), classes)
  const named = (p: ParticipantView): Named => ({ municipality: p.municipality, name: p.name })
  return {
    state,
    row,
    participants: inside.length,
    adopted: adopters.length,
    identical: classes.filter((c) => c === 'identical' || c === 'editorial').length,
    deviating: adopters.flatMap((p, i) => {
      const is = classes[i]!
      return is === 'deviation' || is === 'deviation-point'
        ? [{ ...named(p), class: is, sections: p.adoption?.sections ?? [] }]
        : []
    }),
    unclassified: adopters.filter((_, i) => classes[i] === null).map(named),
    unpublished: inside.filter((p) => p.publishedOn === null).map(named),
    withdrawn: participants
      .filter((p) => p.everJoined && groupOf(p) === 'out')
      .map((p) => ({ ...named(p), on: p.withdrawnOn })),
    unanswered: participants.filter((p) => p.state === 'K00').map(named),
    ownRounds: inside.filter((p) => p.round > 1 && p.round !== given.round).map(named),
    ahead: inside.filter((p) => isAhead(given.phase, groupOf(p))).map(named),
    nobody: inside.length === 0,
  }
}

/// Class of an adoption against the final version now in force: an older version is identical but for corrections
/// when all changes since are editorial, else a deviation, until that council decides again (C5).
export function classAgainstFinal(
  { adoption }: Pick<Standing, 'adoption'>,
  versions: readonly FrozenJoint[],
): AdoptionClass | null {
  if (!adoption || adoption.class === null) return null
  const at = adoption.joint === null ? -1 : versions.findLastIndex((v) => v.hash === adoption.joint)
  if (at < 0) return adoption.class
  const since = versions.slice(at + 1)
  if (since.length === 0) return adoption.class
  if (adoption.class === 'deviation' || adoption.class === 'deviation-point') return adoption.class
  return since.some((v) => v.since === 'material') ? 'deviation' : 'editorial'
}

function rowOf(
  m: Milestones,
  inside: Group[],
  classes: (AdoptionClass | null)[],
): [state: string, row: string] {
  const some = (...of: Group[]) => inside.some((g) => of.includes(g))
  const all = (...of: Group[]) => inside.length > 0 && inside.every((g) => of.includes(g))
  if (m.stopped) return ['F900', 'D1']
  if (m.ended) return ['F120', 'D2']
  if (m.compiled > 0) return ['F110', 'D3']
  if (m.harmonising) return ['F95', 'D4']
  if (m.phase === 'F80') {
    if (all('adopted') && classes.every((c) => c === 'identical' || c === 'editorial'))
      return ['F100', 'D5']
    if (all('adopted') && classes.every((c) => c !== null)) return ['F101', 'D6']
    if (m.closingOn !== null && some('adopted') && !all('adopted')) return ['F102', 'D7']
    return some('council', 'adopted') ? ['F90', 'D8'] : ['F80', 'D9']
  }
  if (m.phase === 'F50') {
    if (all('closed', 'council', 'adopted')) return ['F70', 'D10']
    return some('open', 'closed', 'council', 'adopted') ? ['F60', 'D11'] : ['F50', 'D12']
  }
  return [m.phase, 'D13']
}

const isAhead = (phase: Phase, group: Group): boolean =>
  (group === 'adopted' && phase !== 'F80') ||
  (['open', 'closed', 'council'].includes(group) && phase !== 'F80' && phase !== 'F50')
