// What the public may know of a strategy and its municipalities: dates and facts, no overrides, no names (C32). Read
// once a page from the processes and their journals.
import type { Db } from '../../../db/database.ts'
import { detailRows, journalRows } from '../../../db/journal.ts'
import { findStrategy, processId } from '../../../db/strategy.ts'
import type { Day } from '../../../workflows/act.ts'
import type { JointState } from '../../../workflows/joint-state.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { surroundingsOf } from '../../facts.ts'
import { versionsOf, type VersionInfo } from '../../version/read.ts'
import { decisionOf, type PublicDecision } from './decision.ts'
import { asTheyStand, type PublicAct } from './acts.ts'

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
  closedOn?: Day
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
  const municipalities = await Promise.all(
    around.municipalities.map(async (row): Promise<PublicMunicipality> => {
      const process = processId(found.id, row.number)
      const stored = around.rows.get(process)!
      const view = around.participants.find((p) => p.municipality === row.number)!
      const acts = asTheyStand(
        await journalRows(db, found.region, process),
        await detailRows(db, found.region, process),
      )
      return {
        number: row.number,
        name: row.name,
        language: row.language === 'nn' ? 'nn' : 'nb',
        subRegion: row.sub_region,
        state: stored.state,
        takesPart: !outside.has(stored.state),
        ...datesOf(acts, stored.state),
        ...(view.publishedOn && { publishedOn: view.publishedOn }),
        ...(view.deadlineOn && { deadlineOn: view.deadlineOn }),
        ...(view.withdrawnOn && { withdrawnOn: view.withdrawnOn }),
        ...decided(acts, view.adoption, versions),
      }
    }),
  )
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

function datesOf(acts: PublicAct[], state: string): Partial<PublicMunicipality> {
  const last = (type: string) => acts.findLast((act) => act.type === type)
  const publication = last('record-publication')
  const url = publication?.input.url
  const closed = acts.findLast(
    (act) => act.type === 'deadline-passed' || act.type === 'close-consultation',
  )
  const treated = last('record-first-treatment')
  const recommended = last('record-recommendation')
  const announced = last('record-announcement')
  const meetingOn = noMeeting.has(state) ? undefined : meetingOf(acts)
  return {
    ...(typeof url === 'string' && /^https?:/.test(url) && { url }),
    ...(closed && state !== 'K50' && { closedOn: closed.actedOn }),
    ...(treated && { firstTreatmentOn: treated.actedOn }),
    ...(recommended && { recommendedOn: recommended.actedOn }),
    ...(announced && { announcedOn: announced.actedOn }),
    ...(meetingOn && { meetingOn }),
  }
}

/// The date the case is set for: the latest act that sets or takes away one.
function meetingOf(acts: PublicAct[]): Day | undefined {
  let on: Day | undefined
  for (const { type, input } of acts) {
    const next = input.meetingOn ?? input.nextMeetingOn
    if (type === 'schedule-council' || type === 'move-meeting' || type === 'resume') {
      if (typeof next === 'string') on = next
    } else if (type === 'record-decision') {
      on = typeof next === 'string' ? next : undefined
    } else if (type === 'take-off-agenda' || type === 'start-new-round' || type === 'treat-again') {
      on = undefined
    }
  }
  return on
}

function decided(
  acts: PublicAct[],
  adoption: Parameters<typeof decisionOf>[1],
  versions: VersionInfo[],
): { decision?: PublicDecision } {
  const decision = decisionOf(acts, adoption, versions)
  return decision ? { decision } : {}
}
