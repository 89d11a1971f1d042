// Reads the desk: the strategy that concerns the person, its processes with their facts, flags and dates as they are
// today, their journals and the people in charge.
import {
  holdersOn,
  jointSubmissions,
  journalOf,
  meetingsFrom,
  type JournalRow,
} from '../../db/desk.ts'
import { storedOf } from '../../db/process.ts'
import { processId, sectionsOf, strategyOf, type StrategyRow } from '../../db/strategy.ts'
import type { Json, Role } from '../../workflows/act.ts'
import { deadlinesOf, marginOf } from '../../workflows/deadlines.ts'
import { flagsOf } from '../../workflows/flags.ts'
import type { Lang } from '../../workflows/lang.ts'
import { participationFacts, strategyFacts, surroundingsOf } from '../facts.ts'
import type { House, SignedIn } from '../house.ts'
import type { Desk, DeskAct, Holder, Meeting, Track } from './desk.ts'
import { seenFlags } from './seen-flags.ts'

/// The desk of one strategy as this person sees it.
export async function loadDesk(
  house: House,
  person: SignedIn,
  row: Pick<StrategyRow, 'region' | 'id'>,
  lang: Lang,
): Promise<Desk | undefined> {
  const desk = await loadStrategy(house, row.region, row.id, lang)
  if (!desk) return undefined
  const roles = person.roles.filter((role) => role.region === desk.region)
  const tracks = desk.tracks.map((track) => ({
    ...track,
    flags: seenFlags(track.flags, roles, track.number),
  }))
  return { ...desk, tracks }
}

/// The desk of one strategy.
export async function loadStrategy(
  house: House,
  region: number,
  id: string,
  lang: Lang,
): Promise<Desk | undefined> {
  const { db } = house.store
  const today = house.clock.today()
  const around = await surroundingsOf(db, region, id, today)
  const strategy = await strategyOf(db, region, id)
  if (!around || !strategy) return undefined
  const acts = groupedActs(await journalOf(db, region, id))
  const holders = await holdersOn(db, region, today)
  const meetings = await meetingsFrom(db, region, today)
  const sections = await sectionsOf(db, region, id, 'joint')
  const tracks: Track[] = []
  for (const municipality of around.municipalities) {
    const { number } = municipality
    const process = processId(id, number)
    const stored = storedOf(around.rows.get(process)!)
    const { facts } = await participationFacts(db, around, number)
    tracks.push({
      number,
      name: municipality.name,
      subRegion: municipality.sub_region,
      language: municipality.language === 'nn' ? 'nn' : 'nb',
      process,
      stored,
      facts,
      flags: flagsOf(stored, facts, today),
      deadlines: deadlinesOf(stored, facts, today),
      margin: marginOf(stored, facts, today),
      acts: acts.get(process) ?? [],
      holders: inOrder(holders.filter((held) => held.municipality === number).map(holderOf)),
      meetings: meetings
        .filter((meeting) => meeting.municipality === number)
        .map((meeting): Meeting => ({ body: meeting.body, on: meeting.meeting_on })),
      submissions: facts.submissions,
    })
  }
  return {
    region,
    strategy: {
      id,
      slug: strategy.slug,
      title: lang === 'nn' ? strategy.title_nn : strategy.title_nb,
      from: strategy.period_from,
      to: strategy.period_to,
    },
    today,
    lang,
    joint: {
      process: processId(id),
      stored: around.joint,
      facts: strategyFacts(around),
      state: around.jointState,
      acts: acts.get(processId(id)) ?? [],
      holders: inOrder(
        holders
          .filter((held) => held.role === 'coordinator' || held.role === 'steering-leader')
          .map(holderOf),
      ),
      submissions: await jointSubmissions(db, region, id),
    },
    tracks,
    chapters: sections.map((section) => ({
      code: section.code,
      title: lang === 'nn' ? section.title_nn : section.title_nb,
    })),
  }
}

const roleOrder: Role[] = [
  'coordinator',
  'steering-leader',
  'planner',
  'council-secretary',
  'chief-executive',
  'mayor',
  'archivist',
  'observer',
]

const inOrder = (holders: Holder[]): Holder[] =>
  holders.sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))

type HeldRow = Awaited<ReturnType<typeof holdersOn>>[number]

const holderOf = (row: HeldRow): Holder => ({
  person: row.person,
  name: row.name,
  email: row.email,
  colour: row.colour,
  role: row.role as Role,
  ...(row.substitute_for ? { substituteFor: row.substitute_for } : {}),
})

function groupedActs(rows: JournalRow[]): Map<string, DeskAct[]> {
  const acts = new Map<string, DeskAct[]>()
  for (const row of rows) {
    const list = acts.get(row.process) ?? []
    list.push({
      seq: row.seq,
      type: row.type,
      actedOn: row.acted_on,
      recordedAt: row.recorded_at,
      by: row.actor,
      from: row.from_state,
      to: row.to_state,
      input: JSON.parse(row.input) as { [key: string]: Json },
    })
    acts.set(row.process, list)
  }
  return acts
}
