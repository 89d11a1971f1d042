// What a decision needs to know beside its own process, looked up in the transaction it is taken in. The answer goes into
// the journal with the act, so that folding needs nothing else.
import { openMustsIn } from '../db/comment.ts'
import type { Db, Trx } from '../db/database.ts'
import { hasMovedSince } from '../db/frozen.ts'
import { processesOf, storedOf, type ProcessRow } from '../db/process.ts'
import {
  municipalitiesOf,
  processId,
  strategyOf,
  type MunicipalityRow,
  type StrategyRow,
} from '../db/strategy.ts'
import { councilMeetings, submissionCounts, type SubmissionCount } from '../db/surroundings.ts'
import type { Day, Json, Stored } from '../workflows/act.ts'
import type {
  EditionFact,
  LanguageFact,
  ParticipantView,
  ParticipationFacts,
  StrategyFacts,
  SuggestedIn,
} from '../workflows/facts.ts'
import { deriveJoint, milestonesOf, type JointState } from '../workflows/joint-state.ts'
import type { Near } from './near.ts'
import type { ParticipationContext } from '../workflows/participation-context.ts'
import { municipalSettings } from './region/municipality-settings.ts'
import {
  currentEdition,
  namedEdition,
  newestOf,
  pointsMoved,
  type CurrentEdition,
} from './version/edition.ts'
import { wholeLanguage } from './version/language.ts'
import { viewOfRow } from './views.ts'

/// One strategy with its thirteen processes and what stands around them, read once.
export type Surroundings = {
  region: number
  strategy: StrategyRow
  today: Day
  /// Those with a process, in the region's order.
  municipalities: MunicipalityRow[]
  rows: Map<string, ProcessRow>
  joint: Stored
  participants: ParticipantView[]
  jointState: JointState
  meetings: Map<string, Day[]>
  submissions: Map<string, SubmissionCount>
  /// Comments on the joint text to be settled before it goes to review; counted while it is drafted.
  openMusts: number
}

/// Everything of one strategy at a day. Undefined when the strategy is not there.
export async function surroundingsOf(
  db: Db | Trx,
  region: number,
  strategyId: string,
  today: Day,
): Promise<Surroundings | undefined> {
  const strategy = await strategyOf(db, region, strategyId)
  if (!strategy) return undefined
  const rows = new Map((await processesOf(db, region, strategyId)).map((row) => [row.id, row]))
  const jointRow = rows.get(processId(strategyId))
  if (!jointRow) return undefined
  const municipalities = (await municipalitiesOf(db, region)).filter((m) =>
    rows.has(processId(strategyId, m.number)),
  )
  const joint = storedOf(jointRow)
  const participants = municipalities.map((m) =>
    viewOfRow(rows.get(processId(strategyId, m.number))!, m.number, m.name),
  )
  return {
    region,
    strategy,
    today,
    municipalities,
    rows,
    joint,
    participants,
    jointState: deriveJoint(milestonesOf(joint), participants),
    meetings: await councilMeetings(db, region, today),
    submissions: await submissionCounts(db, region, strategyId),
    openMusts:
      milestonesOf(joint).phase === 'F30' ? await openMustsIn(db, region, strategyId, 'joint') : 0,
  }
}

/// What the freezing of a text adds to the facts of the act that freezes it.
export type FrozenFacts = {
  frozen: { hash: string; on: Day } | null
  openSuggestions: number
  suggestedIn?: SuggestedIn[]
  undescribedIn?: SuggestedIn[]
  language: LanguageFact
}

export type GatheredParticipation = { facts: ParticipationFacts; edition: CurrentEdition | null }

/// Facts for one municipality's process, out of what was read of all. `named` is the edition an act names, `freezing` what
/// is being frozen with it.
export const participationFacts = (
  db: Db | Trx,
  around: Surroundings,
  municipality: string,
  act: Named = {},
): Promise<GatheredParticipation> => factsNear(db, nearIn(around, municipality), act)

type Named = { named?: Json | undefined; freezing?: FrozenFacts | undefined }

/// One municipality's part of what was read of all.
function nearIn(around: Surroundings, number: string): Near {
  const { region, strategy, today } = around
  const municipality = around.municipalities.find((m) => m.number === number)
  const process = around.rows.get(processId(strategy.id, number))
  if (!municipality || !process) throw new Error(`no process of ${number} in ${strategy.id}`)
  return {
    region,
    strategy: strategy.id,
    today,
    municipality,
    process,
    joint: milestonesOf(around.joint),
    periodFrom: strategy.period_from,
    jointState: around.jointState.state,
    jointRecorded: around.joint.state,
    meetings: around.meetings.get(number) ?? [],
    submissions: around.submissions.get(number) ?? { total: 0, unanswered: 0 },
  }
}

/// The same out of what was looked up for this municipality alone.
export async function factsNear(
  db: Db | Trx,
  near: Near,
  act: Named = {},
): Promise<GatheredParticipation> {
  const { region, strategy, today, municipality, process, joint } = near
  const zone = municipality.number
  const stored = storedOf(process)
  const newest = await newestOf(db, region, strategy, zone)
  const { own } = newest
  const edition = await currentEdition(db, {
    region,
    strategy,
    municipality: zone,
    today,
    own: act.freezing?.frozen?.hash ?? own?.hash,
    newest,
    masterPlan: masterPlanOf(stored),
  })
  const moved =
    edition !== null &&
    waitsForCouncil.has(stored.state) &&
    (await pointsMoved(db, region, process.id, strategy, edition))
  const named = typeof act.named === 'string' ? act.named : undefined
  const facts: ParticipationFacts = {
    settings: municipalSettings(municipality, near.periodFrom),
    joint: {
      state: near.jointState,
      phase: joint.phase,
      round: joint.round,
      versions: joint.versions,
      final: joint.phase === 'F80' ? (joint.versions.at(-1)?.hash ?? null) : null,
    },
    language: act.freezing?.language ?? ownOf(stored)?.language ?? wholeLanguage,
    ownChanged: own && !act.freezing ? await hasMovedSince(db, region, strategy, zone, own) : false,
    openSuggestions: act.freezing?.openSuggestions ?? 0,
    ...(act.freezing?.suggestedIn ? { suggestedIn: act.freezing.suggestedIn } : {}),
    ...(act.freezing?.undescribedIn ? { undescribedIn: act.freezing.undescribedIn } : {}),
    frozen: act.freezing?.frozen ?? null,
    edition: edition?.fact ?? null,
    named: named ? await resolveNamed(db, near, named, edition) : null,
    proposed: { points: edition?.points ?? 0, ...(moved ? { changed: true as const } : {}) },
    submissions: near.submissions,
    meetings: near.meetings,
  }
  return { facts, edition }
}

/// Facts for the joint process.
export function strategyFacts(around: Surroundings, freezing?: FrozenFacts): StrategyFacts {
  const settings = settingsOf(around.strategy)
  return {
    participants: around.participants,
    language: freezing?.language ?? wholeLanguage,
    openSuggestions: freezing?.openSuggestions ?? 0,
    openMusts: around.openMusts,
    ...(freezing?.suggestedIn ? { suggestedIn: freezing.suggestedIn } : {}),
    ...(freezing?.undescribedIn ? { undescribedIn: freezing.undescribedIn } : {}),
    knowledgeBase: settings.knowledgeBase ?? { attached: false, overviewsMissing: [] },
    consultees: settings.consultees ?? 0,
    frozen: freezing?.frozen ?? null,
    termEnded: around.today > `${around.strategy.period_to}-12-31`,
  }
}

/// Where a change of the proposed decision still has to be told from before the agenda.
const waitsForCouncil = new Set(['K50', 'K60', 'K70', 'K80', 'K90', 'K102', 'K103', 'K104'])

/// What a strategy's own row may say beside its columns.
export type StrategySettings = {
  knowledgeBase?: { attached: boolean; overviewsMissing: string[] }
  consultees?: number
  /// Id of the strategy this one replaces in each municipality whose council adopts it.
  replaces?: string
}

export const settingsOf = (row: StrategyRow): StrategySettings =>
  JSON.parse(row.settings) as StrategySettings

/// The choice for the master plan as the process holds it, for the own part's bytes and the proposed decision. The day it
/// was made is not part of it: choosing the same again changes no text.
export function masterPlanOf(stored: Stored): { societal: string; landUse: string } | undefined {
  const chosen = stored.context.masterPlan as { societal: string; landUse: string } | null
  return chosen ? { societal: chosen.societal, landUse: chosen.landUse } : undefined
}

async function resolveNamed(
  db: Db | Trx,
  { region, strategy, municipality }: Near,
  hash: string,
  edition: CurrentEdition | null,
): Promise<EditionFact | null> {
  if (edition && [edition.fact.id, edition.fact.joint, edition.fact.own].includes(hash)) {
    return edition.fact
  }
  return namedEdition(db, region, strategy, municipality.number, hash)
}

/// The own part as it was last frozen, with how far it was in its language then.
const ownOf = ({ context }: Stored): ParticipationContext['own'] =>
  (context as unknown as ParticipationContext).own
