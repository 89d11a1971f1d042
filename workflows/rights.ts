// Who may do what, as one table. Events have their actors in their own declaration; everything else stands here.
// A role counts only where it is held: a municipal role in its municipality, a joint role everywhere.
import type { HeldRole, Role } from './act.ts'

export type WriteQuestion = {
  /// `joint`, or the number of the municipality that owns the text.
  zone: string
  jointState: string
  /// State of the municipality that owns the text; not asked for the joint text.
  municipalState?: string
  roles: readonly HeldRole[]
}

export type WhyNotWrite = 'no-role' | 'not-yours' | 'frozen' | 'not-begun' | 'ended'

export type MayWrite = { may: true } | { may: false; why: WhyNotWrite }

const jointOpen = new Set(['F30', 'F40', 'F70', 'F95'])
const jointBefore = new Set(['F10', 'F20'])
const jointEnded = new Set(['F110', 'F120', 'F900'])
const ownOpen = new Set(['K20', 'K70'])
const ownBefore = new Set(['K00', 'K10'])
const ownEnded = new Set(['K100', 'K101', 'K110', 'K120', 'K130', 'K140', 'K900', 'K910'])

/// Coordinator and planners write the joint text in F30, F40, F70 and F95; a municipality's planners their own part in
/// K20 and K70; nobody otherwise. `frozen` means it was open and is locked, `not-begun` that it will open.
export function mayWriteText({ zone, jointState, municipalState, roles }: WriteQuestion): MayWrite {
  if (zone === 'joint') {
    if (!roles.some((r) => r.role === 'coordinator' || r.role === 'planner'))
      return { may: false, why: 'no-role' }
    return openIn(jointState, jointOpen, jointBefore, jointEnded)
  }
  if (!holds(roles, ['planner'], zone))
    return { may: false, why: roles.some((r) => r.role === 'planner') ? 'not-yours' : 'no-role' }
  return openIn(municipalState ?? 'K00', ownOpen, ownBefore, ownEnded)
}

/// True when one of `wanted` is held where it counts: joint roles anywhere, municipal ones in that municipality.
export const holds = (
  held: readonly HeldRole[],
  wanted: readonly Role[],
  municipality?: string,
): boolean =>
  held.some(
    (h) =>
      wanted.includes(h.role) &&
      (jointRoles.has(h.role) || municipality === undefined || h.municipality === municipality),
  )

const jointRoles = new Set<Role>(['coordinator', 'steering-leader'])

/// Acts beside the events. The scope is the municipality concerned; none means the joint work.
export type Action =
  | 'see-unpublished-text'
  | 'comment'
  | 'suggest-changes'
  | 'add-section'
  | 'order-sections'
  | 'edit-terms'
  | 'see-board'
  | 'see-case'
  | 'see-journal'
  | 'see-overrides'
  | 'export-journal'
  | 'add-evidence'
  | 'edit-proposed-decision'
  | 'edit-plan-needs'
  | 'see-submissions'
  | 'answer-submission'
  | 'answer-joint-submission'
  | 'hide-submission'
  | 'see-sender-contact'
  | 'edit-calendar'
  | 'edit-municipal-settings'
  | 'set-up-strategy'
  | 'invite-person'
  | 'end-role'
  | 'clear-text'
  | 'name-substitute'
  | 'erase-words'
  | 'see-dead-letters'
  | 'move-demo-clock'

type Rule = {
  /// Roles of the municipality concerned.
  own: readonly Role[]
  /// Joint roles that may do it for every municipality and for the joint work.
  joint: readonly Role[]
  /// Roles of any municipality that may do it in the joint work (no municipality in question).
  any: readonly Role[]
}

const staff = ['planner', 'chief-executive', 'council-secretary'] as const
const local = [...staff, 'mayor', 'archivist'] as const
const lead = ['coordinator', 'steering-leader'] as const

const table: Record<Action, Rule> = {
  'see-unpublished-text': { own: local, joint: ['coordinator'], any: local },
  comment: { own: staff, joint: ['coordinator'], any: staff },
  /// Those who read the text while it is written and answer for something in it. The archivist keeps, the observer answers
  /// for their own body in a submission, the public by the public pages.
  'suggest-changes': { own: [...staff, 'mayor'], joint: ['coordinator'], any: [...staff, 'mayor'] },
  'add-section': { own: [], joint: ['coordinator'], any: [] },
  'order-sections': { own: ['planner'], joint: ['coordinator'], any: [] },
  'edit-terms': { own: [], joint: ['coordinator'], any: [] },
  'see-board': { own: [...local, 'observer'], joint: lead, any: [...local, 'observer'] },
  'see-case': { own: [...local, 'observer'], joint: lead, any: [] },
  'see-journal': { own: local, joint: lead, any: local },
  'see-overrides': { own: local, joint: lead, any: [] },
  'export-journal': { own: local, joint: lead, any: [] },
  'add-evidence': { own: [...staff, 'mayor'], joint: lead, any: [] },
  'edit-proposed-decision': { own: staff, joint: [], any: [] },
  'edit-plan-needs': { own: ['planner'], joint: [], any: [] },
  'see-submissions': { own: staff, joint: ['coordinator'], any: staff },
  'answer-submission': { own: ['planner'], joint: [], any: [] },
  'answer-joint-submission': { own: ['planner'], joint: ['coordinator'], any: ['planner'] },
  'hide-submission': { own: ['planner', 'archivist'], joint: ['coordinator'], any: [] },
  'see-sender-contact': { own: ['planner', 'archivist'], joint: [], any: [] },
  'edit-calendar': { own: ['council-secretary'], joint: ['coordinator'], any: [] },
  'edit-municipal-settings': {
    own: ['chief-executive', 'council-secretary'],
    joint: ['coordinator'],
    any: [],
  },
  'set-up-strategy': { own: [], joint: ['coordinator'], any: [] },
  'invite-person': { own: ['chief-executive'], joint: ['coordinator'], any: [] },
  'end-role': { own: ['chief-executive'], joint: ['coordinator'], any: [] },
  'clear-text': { own: ['planner', 'chief-executive', 'mayor'], joint: [], any: [] },
  'name-substitute': { own: ['mayor', 'chief-executive'], joint: ['coordinator'], any: [] },
  'erase-words': { own: ['archivist'], joint: [], any: [] },
  'see-dead-letters': { own: [], joint: ['coordinator'], any: [] },
  'move-demo-clock': { own: [], joint: ['coordinator'], any: [] },
}

/// May someone with these roles do this, for this municipality or (without one) in the joint work?
export function may(
  roles: readonly HeldRole[],
  action: Action,
  scope: { municipality?: string } = {},
): boolean {
  const rule = table[action]
  if (holds(roles, rule.joint)) return true
  return scope.municipality === undefined
    ? roles.some((r) => rule.any.includes(r.role))
    : roles.some((r) => rule.own.includes(r.role) && r.municipality === scope.municipality)
}

function openIn(
  state: string,
  open: ReadonlySet<string>,
  before: ReadonlySet<string>,
  ended: ReadonlySet<string>,
): MayWrite {
  if (open.has(state)) return { may: true }
  return {
    may: false,
    why: before.has(state) ? 'not-begun' : ended.has(state) ? 'ended' : 'frozen',
  }
}
