// A region's strategy on a disk, with twelve municipalities and one person who may do everything, for measuring the
// door. Everything is played through the door itself; only the municipalities beyond the twelve are copied as rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../db/open.ts'
import { setMunicipalitySettings } from '../../db/region.ts'
import { act } from '../../service/act.ts'
import { movableClock } from '../../service/clock.ts'
import type { House, SignedIn } from '../../service/house.ts'
import { ensureRegion } from '../../service/region/ensure-region.ts'
import { composeHouse } from '../../service/start/compose.ts'
import { createStrategy } from '../../service/strategy/create.ts'
import { fireDue } from '../../service/timers.ts'
import type { Json, Role } from '../../workflows/act.ts'

export type Played = {
  house: House
  folder: string
  strategy: string
  numbers: string[]
  /// One act; throws when it is refused. Without a municipality a joint one.
  does(number: string | undefined, done: Doing): Promise<void>
  /// Moves the day on and lets what fell due meanwhile happen, as the service's own worker does at midnight.
  wakeOn(day: string): Promise<void>
  close(): Promise<void>
}

export type Doing = { type: string; on: string; input?: { [key: string]: Json } }

/// On a disk of its own, or in the empty PostgreSQL database at this address.
export async function newStrategy(url?: string): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'planvev-bench-'))
  const store = await openStore({ dataDir: folder, url })
  const clock = movableClock('2027-11-01')
  const parts = { store, clock, dataDir: folder, demo: false, origins: ['http://localhost'] }
  const { house, rooms } = composeHouse(parts)
  await ensureRegion(store)
  const rows = await store.db.selectFrom('municipality').select(['number', 'settings']).execute()
  const numbers = rows.map((row) => row.number)
  for (const { number, settings } of rows) {
    const known = { constitutedOn: '2027-10-14', councilMembers: 23 }
    const next = JSON.stringify({ ...(JSON.parse(settings) as object), ...known })
    await setMunicipalitySettings(store.db, 1, number, next)
  }
  const person = whoActs(numbers[0]!)
  const chapter = (code: string, zone: string) => ({
    code,
    zone,
    title: { nb: `${code} ${zone}`, nn: `${code} ${zone}` },
    language: 'nb',
    blocks: { nb: [{ id: 'a', text: 'Vi vil.' }], nn: [{ id: 'a', text: 'Vi vil.' }] },
  })
  const strategy = await createStrategy(house, {
    region: 1,
    slug: 'felles-2028',
    title: { nb: 'Felles planstrategi', nn: 'Felles planstrategi' },
    period: { from: 2028, to: 2031 },
    by: person.id,
    sections: [chapter('F1', 'joint'), ...numbers.map((number) => chapter('K1', number))],
  })
  let keys = 0
  return {
    house,
    folder,
    strategy,
    numbers,
    does: async (number, { type, on, input = {} }) => {
      if (on > clock.today()) clock.moveTo(on)
      const outcome = await act(house, {
        process: number
          ? { strategy, kind: 'participation', municipality: number }
          : { strategy, kind: 'strategy' },
        type,
        actedOn: on,
        input,
        person: whoActs(number),
        key: `key-${++keys}`,
      })
      if (!outcome.ok) throw new Error(`${type}: ${outcome.code} ${JSON.stringify(outcome)}`)
    },
    wakeOn: async (day) => {
      if (day > clock.today()) clock.moveTo(day)
      await fireDue(house)
    },
    close: async () => {
      await rooms.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/// One line of the course: done once by the joint work, or by each municipality.
export type Leg = Doing & { joint?: true }

/// A strategy from the answers to the invitation to the councils' announcements: thirteen human acts a municipality, with
/// the joint acts they wait for.
export const course: readonly Leg[] = [
  { type: 'join', on: '2027-11-03', input: { body: 'kommunestyre' } },
  { joint: true, type: 'start-knowledge-base', on: '2027-11-08' },
  { joint: true, type: 'start-drafting', on: '2027-12-13' },
  { joint: true, type: 'start-review', on: '2028-03-01' },
  {
    joint: true,
    type: 'record-steering-decision',
    on: '2028-03-10',
    input: { about: 'freeze-consultation-draft', reference: 'sak 4/28' },
  },
  { joint: true, type: 'freeze-consultation-draft', on: '2028-03-13' },
  { type: 'start-own-part', on: '2028-03-14' },
  {
    type: 'choose-master-plan',
    on: '2028-03-20',
    input: { societal: 'full', landUse: 'unchanged' },
  },
  { type: 'freeze-own-part', on: '2028-03-20' },
  { type: 'submit-for-first-treatment', on: '2028-03-20' },
  {
    type: 'record-first-treatment',
    on: '2028-03-24',
    input: { body: 'formannskap', outcome: 'laid-out', caseNumber: '12/28' },
  },
  {
    type: 'record-publication',
    on: '2028-03-27',
    input: {
      publishedOn: '2028-03-27',
      deadlineOn: '2028-05-08',
      url: 'https://example.no/planstrategi',
      sentOn: '2028-03-27',
      consultees: ['required'],
    },
  },
  { type: 'start-treating', on: '2028-05-10' },
  {
    joint: true,
    type: 'record-steering-decision',
    on: '2028-05-12',
    input: { about: 'freeze-final-proposal', reference: 'sak 9/28' },
  },
  {
    joint: true,
    type: 'freeze-final-proposal',
    on: '2028-05-12',
    input: { changes: [{ kind: 'editorial', text: 'skrivefeil' }] },
  },
  { type: 'submit-for-recommendation', on: '2028-05-15' },
  {
    type: 'record-recommendation',
    on: '2028-05-18',
    input: { body: 'formannskap', caseNumber: '20/28' },
  },
  { type: 'schedule-council', on: '2028-05-19', input: { meetingOn: '2028-06-22' } },
  {
    type: 'record-decision',
    on: '2028-06-22',
    input: { outcome: 'unchanged', votes: { for: 20, against: 3 } },
  },
  { type: 'record-announcement', on: '2028-06-27' },
]

/// Sends the invitations; the course begins after them.
export async function invite({ does, numbers }: Played): Promise<void> {
  for (const municipality of numbers) {
    await does(undefined, { type: 'invite', on: '2027-11-01', input: { municipality } })
  }
}

const local: Role[] = ['planner', 'mayor', 'chief-executive', 'council-secretary', 'archivist']

/// One who may do everything jointly and in one municipality.
export const whoActs = (municipality?: string): SignedIn => ({
  id: municipality ?? 'joint',
  name: 'Everybody',
  language: 'nb',
  colour: 0,
  roles: [
    { region: 1, role: 'coordinator' },
    { region: 1, role: 'steering-leader' },
    ...(municipality ? local.map((role) => ({ region: 1, role, municipality })) : []),
  ],
  sessionHash: '',
})
