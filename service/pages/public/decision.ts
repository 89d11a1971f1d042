// What a council decided, for the ledger: the latest decision that stands, the text it is about, and its own words while
// changes are not worked in.
import type { Day, Json } from '../../../workflows/act.ts'
import {
  notWorkedIn,
  standingDecision,
  type ParticipationContext,
} from '../../../workflows/participation-context.ts'
import type { VersionInfo } from '../../version/read.ts'
import type { PublicAct } from './acts.ts'

export type DecisionOutcome = 'unchanged' | 'changed' | 'sent-back' | 'postponed' | 'rejected'

export type PublicDecision = {
  on: Day
  outcome: DecisionOutcome
  caseNumber?: string
  votes?: 'unanimous' | { for: number; against: number }
  /// Hash of the edition put to the council, when it was named and is public.
  put?: string
  /// Hash of the adopted text with the changes worked in; until then `changes` are its words.
  adopted?: string
  /// False while changes given in words are not in a confirmed text.
  workedIn: boolean
  /// The joint version the decision stands for.
  joint?: string
  /// Against the joint text now in force.
  class?: 'identical' | 'editorial' | 'deviation' | 'deviation-point'
  sections: string[]
  changes: { zone: 'joint' | 'own' | 'decision'; kind?: 'editorial' | 'material'; text: string }[]
  points: { scope: 'joint' | 'local'; text: string }[]
}

/// The decision that stands, else the latest: what it is about from the process, its words from the journal.
export function decisionOf(
  context: ParticipationContext,
  acts: readonly PublicAct[],
  versions: readonly VersionInfo[],
): PublicDecision | undefined {
  const valid = context.decisions.filter((decision) => decision.annulledOn === null)
  const decision = standingDecision(context) ?? valid.at(-1)
  if (!decision) return undefined
  const input = acts.find((act) => act.seq === decision.seq)?.input ?? {}
  const shown = new Set(versions.map((v) => v.hash))
  const put = decision.edition
  const adopted = decision.confirmed?.edition
  const joint = decision.confirmed?.joint ?? decision.joint
  return {
    on: decision.on,
    outcome: decision.outcome,
    ...textField('caseNumber', input.caseNumber),
    ...votesOf(input.votes),
    ...(put && shown.has(put) && { put }),
    ...(adopted && shown.has(adopted) && { adopted }),
    workedIn: !notWorkedIn(decision),
    ...(joint && { joint }),
    ...(decision.class && { class: decision.class }),
    sections: decision.changes.flatMap((change) =>
      change.zone === 'joint' && change.section !== null ? [change.section] : [],
    ),
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
