// What a council decided, for the ledger: the latest decision that stands, the text it is about, and its own words while
// changes are not worked in.
import type { Day, Json } from '../../../workflows/act.ts'
import type { ParticipantView } from '../../../workflows/facts.ts'
import type { VersionInfo } from '../../version/read.ts'
import type { PublicAct } from './acts.ts'

export type DecisionOutcome = 'unchanged' | 'changed' | 'sent-back' | 'postponed' | 'rejected'

export type PublicDecision = {
  on: Day
  outcome: DecisionOutcome
  body?: string
  caseNumber?: string
  votes?: 'unanimous' | { for: number; against: number }
  nextMeetingOn?: Day
  /// Hash of the edition put to the council, when it was named and is public.
  put?: string
  /// Hash of the adopted text with the changes worked in; until then `changes` are its words.
  adopted?: string
  /// The joint version the decision stands for.
  joint?: string
  /// Against the joint text now in force.
  class?: 'identical' | 'editorial' | 'deviation' | 'deviation-point'
  sections: string[]
  changes: { zone: 'joint' | 'own' | 'decision'; kind?: 'editorial' | 'material'; text: string }[]
  points: { scope: 'joint' | 'local'; text: string }[]
}

export function decisionOf(
  acts: readonly PublicAct[],
  adoption: ParticipantView['adoption'],
  versions: readonly VersionInfo[],
): PublicDecision | undefined {
  const decisions = acts.filter((act) => act.type === 'record-decision')
  const standing = adoption
    ? decisions.findLast((act) => act.actedOn === adoption.on)
    : decisions.findLast((act) => act.actedOn >= annulledOn(acts))
  if (!standing) return undefined
  const { input } = standing
  const confirmed = acts.findLast(
    (act) => act.type === 'confirm-adopted-text' && act.seq > standing.seq,
  )
  const shown = new Set(versions.map((v) => v.hash))
  const known = (hash: Json | undefined): string | undefined =>
    typeof hash === 'string' && shown.has(hash) ? hash : undefined
  const put = known(input.edition)
  const adopted = known(confirmed?.input.edition)
  return {
    on: standing.actedOn,
    outcome: input.outcome as DecisionOutcome,
    ...textField('body', input.body),
    ...textField('caseNumber', input.caseNumber),
    ...textField('nextMeetingOn', input.nextMeetingOn),
    ...votesOf(input.votes),
    ...(put && { put }),
    ...(adopted && { adopted }),
    ...(adoption?.joint && { joint: adoption.joint }),
    ...(adoption?.class && { class: adoption.class }),
    sections: adoption?.sections ?? [],
    changes: itemsOf(input.changes).map((item) => ({
      zone: item.zone === 'joint' || item.zone === 'decision' ? item.zone : 'own',
      ...(item.kind === 'editorial' || item.kind === 'material' ? { kind: item.kind } : {}),
      text: wordsOf(item.text),
    })),
    points: itemsOf(input.points).map((item) => ({
      scope: item.scope === 'local' ? 'local' : 'joint',
      text: wordsOf(item.text),
    })),
  }
}

const annulledOn = (acts: readonly PublicAct[]): Day =>
  acts.findLast((act) => act.type === 'record-annulment')?.actedOn ?? ''

const textField = <K extends string>(name: K, value: Json | undefined): { [key in K]?: string } =>
  (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [key in K]?: string }

function votesOf(value: Json | undefined): Pick<PublicDecision, 'votes'> {
  if (value === 'unanimous') return { votes: 'unanimous' }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return { votes: { for: Number(value.for ?? 0), against: Number(value.against ?? 0) } }
}

/// A bare string stands for an item with only words.
function itemsOf(value: Json | undefined): { [key: string]: Json }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    if (typeof item === 'string') return [{ text: item }]
    return typeof item === 'object' && item !== null && !Array.isArray(item) ? [item] : []
  })
}

const wordsOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
