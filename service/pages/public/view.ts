// What the public may know of a strategy and its municipalities: dates and facts, no overrides, no names (C32). Read
// once a page from the processes and their journals.
import type { Db } from '../../../db/database.ts'
import { findStrategy, processId } from '../../../db/strategy.ts'
import type { Day } from '../../../workflows/act.ts'
import type { JointState } from '../../../workflows/joint-state.ts'
import type { Lang } from '../../../workflows/lang.ts'
import {
  standingPublications,
  type ParticipationContext,
} from '../../../workflows/participation-context.ts'
import { surroundingsOf } from '../../facts.ts'
import { versionsOf, type VersionInfo } from '../../version/read.ts'
import { decisionOf, type PublicDecision } from './decision.ts'
import { spokenActs, type PublicAct } from './acts.ts'

export type PublicMunicipality = {
  number: string
  name: string
  /// Written language of its own part.
  language: 'nb' | 'nn'
  subRegion: string
  state: string
  /// False while only invited, and after leaving the joint work.
  takesPart: boolean
  /// Since when its proposal can be read, and until when one is asked for an opinion.
  publishedOn?: Day
  deadlineOn?: Day
  url?: string
  /// The council meeting the case is set for, while nothing is decided there.
  meetingOn?: Day
  firstTreatmentOn?: Day
  recommendedOn?: Day
  announcedOn?: Day
  withdrawnOn?: Day
  decision?: PublicDecision
}

export type PublicStrategy = {
  region: number
  id: string
  slug: string
  title: string
  from: number
  to: number
  today: Day
  state: string
  joint: JointState
  municipalities: PublicMunicipality[]
  /// Public versions in the order they were frozen.
  versions: VersionInfo[]
}

/// The strategy behind a slug or an id, or undefined.
export async function publicStrategy(
  db: Db,
  name: string,
  today: Day,
  lang: Lang,
): Promise<PublicStrategy | undefined> {
  const found = await findStrategy(db, name)
  if (!found) return undefined
  const around = await surroundingsOf(db, found.region, found.id, today)
  if (!around) return undefined
  const versions = await versionsOf(db, found.region, found.id, { visible: 'public' })
  const spoken = await spokenActs(db, found.region, found.id)
  const municipalities = around.municipalities.map((row): PublicMunicipality => {
    const process = processId(found.id, row.number)
    const stored = around.rows.get(process)!
    const context = JSON.parse(stored.context) as ParticipationContext
    const acts = spoken.get(process) ?? []
    const decision = decisionOf(context, acts, versions)
    return {
      number: row.number,
      name: row.name,
      language: row.language === 'nn' ? 'nn' : 'nb',
      subRegion: row.sub_region,
      state: stored.state,
      takesPart: !outside.has(stored.state),
      ...datesOf(context, stored.state),
      ...addressOf(acts),
      ...(decision && { decision }),
    }
  })
  return {
    region: found.region,
    id: found.id,
    slug: around.strategy.slug,
    title: lang === 'nn' ? around.strategy.title_nn : around.strategy.title_nb,
    from: around.strategy.period_from,
    to: around.strategy.period_to,
    today,
    state: around.jointState.state,
    joint: around.jointState,
    municipalities,
    versions,
  }
}

/// Does it take opinions today: published, and the last day is not past.
export const isOpen = (m: PublicMunicipality, today: Day): boolean =>
  m.state === 'K50' && m.deadlineOn !== undefined && m.deadlineOn >= today

/// Has its council adopted, by a decision that counts?
export const hasAdopted = (m: PublicMunicipality): boolean =>
  m.decision !== undefined &&
  (m.decision.outcome === 'unchanged' || m.decision.outcome === 'changed')

const outside = new Set(['K00', 'K900', 'K910'])
const noMeeting = new Set(['K100', 'K101', 'K104', 'K110', 'K120', 'K130', 'K140', 'K900', 'K910'])

/// From what the process remembers; an unknown is left out.
function datesOf(context: ParticipationContext, state: string): Partial<PublicMunicipality> {
  const publication = standingPublications(context).at(-1)
  const treated = context.firstTreatments.at(-1)
  const recommended = context.recommendations.at(-1)
  const meetingOn = noMeeting.has(state)
    ? undefined
    : state === 'K103'
      ? (context.nextMeetingOn ?? undefined)
      : (context.agenda?.meetingOn ?? context.nextMeetingOn ?? undefined)
  return {
    ...(publication && { publishedOn: publication.on }),
    ...(context.deadlineOn && { deadlineOn: context.deadlineOn }),
    ...(treated && { firstTreatmentOn: treated.on }),
    ...(recommended && { recommendedOn: recommended.on }),
    ...(context.announcedOn && { announcedOn: context.announcedOn }),
    ...(context.withdrawal && { withdrawnOn: context.withdrawal.on }),
    ...(meetingOn && { meetingOn }),
  }
}

/// Where the municipality says that the proposal lies, as recorded with the publication.
function addressOf(acts: readonly PublicAct[]): { url?: string } {
  const url = acts.findLast((act) => act.type === 'record-publication')?.input.url
  return typeof url === 'string' && /^https?:\/\//.test(url) ? { url } : {}
}
