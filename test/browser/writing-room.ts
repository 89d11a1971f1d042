// A served house whose joint text and Øyer's own part are open for writing, and browsers signed in as its people. All
// but the sign-in page is the real way: the door, the rooms, the database.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { insertPerson } from '../../db/people.ts'
import { insertRole } from '../../db/role.ts'
import { openStore } from '../../db/open.ts'
import { sectionsOf, type SectionRow } from '../../db/strategy.ts'
import { act } from '../../service/act.ts'
import { createApp } from '../../service/app.ts'
import { movableClock } from '../../service/clock.ts'
import type { House, SignedIn } from '../../service/house.ts'
import { ensureBuilt } from '../../service/pages/assets.ts'
import { ensureRegion } from '../../service/region/ensure-region.ts'
import { limitsFrom } from '../../service/room/limits.ts'
import { personOfSession, startSession } from '../../service/sign-in/session.ts'
import { newId } from '../../service/sign-in/token.ts'
import { composeHouse } from '../../service/start/compose.ts'
import { listen } from '../../service/start/listen.ts'
import { createStrategy } from '../../service/strategy/create.ts'
import type { BlockToWrite } from '../../editor/shared/write.ts'
import type { Json, Role } from '../../workflows/act.ts'
import { complaintsOf } from '../support/browser.ts'

export const oyer = '3440'
export const vaga = '3435'

export type Writer = { person: SignedIn; token: string }
export type Desk = { page: Page; context: BrowserContext; complaints: string[] }

export type WritingRoom = {
  house: House
  url: string
  joint: SectionRow
  own: SectionRow
  coordinator: Writer
  /// A person with one role, signed in.
  writer(name: string, role: Role, municipality?: string): Promise<Writer>
  /// A browser window of theirs, with what it complains about.
  desk(browser: Browser, writer: Writer, size?: { width: number; height: number }): Promise<Desk>
  /// Registers an act; throws when it is refused.
  does(
    by: Writer,
    type: string,
    input?: { [key: string]: Json },
    municipality?: string,
  ): Promise<void>
  close(): Promise<void>
}

const blocks: BlockToWrite[] = [
  { id: 'h1', kind: 'heading', text: 'Råd for deltidsinnbyggere' },
  { id: 'p1', text: 'Rådet gir råd.' },
  { id: 'p2', text: 'Kommunene oppnevner to medlemmer hver.' },
]
const blocksNn: BlockToWrite[] = [
  { id: 'h1', kind: 'heading', text: 'Råd for deltidsinnbyggjarar' },
  { id: 'p1', text: 'Rådet gjev råd.' },
]

/// In memory, or in `dataDir` when what is measured shall be on a disk.
export async function writingRoom(
  env: NodeJS.ProcessEnv = {},
  dataDir?: string,
): Promise<WritingRoom> {
  await ensureBuilt()
  const files = dataDir ?? mkdtempSync(join(tmpdir(), 'planvev-'))
  const store = await openStore(dataDir === undefined ? { memory: true } : { dataDir })
  await ensureRegion(store)
  const clock = movableClock('2028-02-14')
  const { house, rooms } = composeHouse({
    store,
    clock,
    dataDir: files,
    demo: false,
    origins: [],
    env,
  })
  const limits = limitsFrom(env)
  const at = { port: 0, host: '127.0.0.1' }
  const server = await listen(createApp(house), house, { rooms, limits }, at)
  const url = `http://127.0.0.1:${server.port}`
  house.origins.push(url)

  const writer = async (name: string, role: Role, municipality?: string): Promise<Writer> => {
    const id = newId()
    const created_at = clock.instant()
    await insertPerson(store.db, { id, name, email: null, created_at })
    await insertRole(store.db, {
      region: 1,
      id: newId(),
      person: id,
      role,
      municipality: municipality ?? null,
      substitute_for: null,
      from_on: '2027-01-01',
      to_on: null,
      given_by: null,
      created_at,
      ended_at: null,
    })
    const { token } = await startSession(house, id)
    return { token, person: (await personOfSession(house, token))! }
  }

  const coordinator = await writer('Kari Bakken', 'coordinator')
  const strategy = await createStrategy(house, {
    region: 1,
    slug: 'felles',
    title: { nb: 'Felles planstrategi', nn: 'Felles planstrategi' },
    period: { from: 2028, to: 2031 },
    municipalities: [oyer, vaga],
    by: coordinator.person.id,
    sections: [
      {
        code: 'F5',
        title: { nb: 'Strategiske valg', nn: 'Strategiske val' },
        zone: 'joint',
        language: 'nb',
        blocks: { nb: blocks, nn: blocksNn },
      },
      {
        code: 'K1',
        title: { nb: 'Øyer', nn: 'Øyer' },
        zone: oyer,
        language: 'nb',
        blocks: { nb: [{ id: 'o1', text: 'Øyer skriver selv.' }] },
      },
    ],
  })
  const does: WritingRoom['does'] = async (by, type, input = {}, municipality) => {
    const process = municipality
      ? { strategy, kind: 'participation' as const, municipality }
      : { strategy, kind: 'strategy' as const }
    const answer = await act(house, {
      process,
      type,
      actedOn: clock.today(),
      ...(municipality ? { behalfOf: municipality } : {}),
      overrides: {},
      input,
      person: by.person,
      key: newId(),
    })
    if (!answer.ok) throw new Error(`${type}: ${answer.code} ${JSON.stringify(answer.findings)}`)
  }
  const planner = await writer('Per Plan', 'planner', oyer)
  for (const number of [oyer, vaga]) await does(coordinator, 'invite', { municipality: number })
  await does(coordinator, 'start-knowledge-base')
  await does(coordinator, 'start-drafting')
  const secretary = await writer('Siri Sekretær', 'council-secretary', oyer)
  await does(secretary, 'join', {}, oyer)
  await does(planner, 'start-own-part', {}, oyer)

  const sections = await sectionsOf(store.db, 1, strategy)
  return {
    house,
    url,
    joint: sections.find(({ zone }) => zone === 'joint')!,
    own: sections.find(({ zone }) => zone === oyer)!,
    coordinator,
    writer,
    does,
    async desk(browser, { token }, size = { width: 1440, height: 1000 }) {
      const context = await browser.newContext({ viewport: size })
      await context.addCookies([{ name: 'sid', value: token, url }])
      const page = await context.newPage()
      return { page, context, complaints: complaintsOf(page) }
    },
    async close() {
      await rooms.close()
      await server.close(200)
      await store.close()
      if (dataDir === undefined) rmSync(files, { recursive: true, force: true })
    },
  }
}
