import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { setUpStrategy } from '../../../service/region/setup.ts'
import { limitsFrom } from '../../../service/room/limits.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { listen, type Listening } from '../../../service/start/listen.ts'
import type { TextRooms } from '../../../service/room/create-rooms.ts'
import { dialects, type TestDialect } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

type Set = {
  t: TestHouse
  server: Listening
  kari: TestPerson
  ingrid: TestPerson
  section: string
}

let up: Set | undefined
afterEach(async () => {
  await up?.t.house.rooms.close()
  await up?.server.close(0)
  await up?.t.close()
  up = undefined
})

/// A service on a port, with a strategy of Øyer and Vågå and Øyer's planner.
async function serve(dialect: TestDialect): Promise<Set> {
  const t = await testHouse(dialect)
  await ensureRegion(t.house.store)
  const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
  const ingrid = await t.signIn('Ingrid', [{ role: 'planner', municipality: '3440' }])
  const by = await personOfSession(t.house, kari.cookie.slice(4))
  const title = { nb: 'Felles', nn: 'Felles' }
  const wish = { region: 1, title, period: { from: 2028, to: 2031 }, text: 'empty' as const }
  await setUpStrategy(t.house, { ...wish, municipalities: ['3440', '3435'] }, by!)
  const { id } = await t.house.store.db
    .selectFrom('section')
    .select('id')
    .where('zone', '=', 'joint')
    .executeTakeFirstOrThrow()
  const rooms = t.house.rooms as TextRooms
  const server = await listen(
    t.app,
    t.house,
    { rooms, limits: limitsFrom({}) },
    { port: 0, host: '127.0.0.1' },
  )
  t.house.origins.splice(0, Infinity, `http://localhost:${server.port}`)
  up = { t, server, kari, ingrid, section: id }
  return up
}

function open({ server, section }: Set, headers: Record<string, string>) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/collab/${section}`, {
    headers: { host: `localhost:${server.port}`, ...headers },
  })
  const closed = new Promise<number>((resolve) => {
    socket.once('close', (code) => resolve(code))
    socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0))
    socket.on('error', () => {})
  })
  // What the stock client says first: a sync step 1 with an empty state vector. The answer shows that it has a seat.
  socket.once('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
  const said = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  return { socket, closed, said }
}

for (const dialect of dialects) {
  describe(`sockets on ${dialect.name}`, () => {
    test('a role that ends closes its holder’s socket within a second', async () => {
      const set = await serve(dialect)
      const { closed, said } = open(set, { cookie: set.ingrid.cookie })
      await said
      const role = await set.t.house.store.db
        .selectFrom('role_held')
        .select('id')
        .where('person', '=', set.ingrid.id)
        .executeTakeFirstOrThrow()
      const began = performance.now()
      await set.t.form('/folk/avslutt', { id: role.id, place: '3440' }, set.kari, {
        host: `localhost:${set.server.port}`,
        origin: set.t.house.origins[0]!,
      })
      expect(await closed).toBe(4403)
      expect(performance.now() - began).toBeLessThan(1000)
    })

    test('a session that ends closes its sockets with 4401 within a second', async () => {
      const set = await serve(dialect)
      const { closed, said } = open(set, { cookie: set.ingrid.cookie })
      await said
      const began = performance.now()
      await set.t.form('/logg-ut', {}, set.ingrid, {
        host: `localhost:${set.server.port}`,
        origin: set.t.house.origins[0]!,
      })
      expect(await closed).toBe(4401)
      expect(performance.now() - began).toBeLessThan(1000)
    })

    test('no session and a made-up one are 4401 after the handshake', async () => {
      const set = await serve(dialect)
      expect(await open(set, {}).closed).toBe(4401)
      expect(await open(set, { cookie: `sid=${'x'.repeat(43)}` }).closed).toBe(4401)
      expect(await open(set, { cookie: 'sid=%00; sid=' }).closed).toBe(4401)
    })

    test('a foreign origin or host is refused before the handshake, though the cookie is right', async () => {
      const set = await serve(dialect)
      const { cookie } = set.ingrid
      expect(await open(set, { cookie, origin: 'https://evil.example' }).closed).toBe(403)
      expect(await open(set, { cookie, origin: 'null' }).closed).toBe(403)
      expect(await open(set, { cookie, host: 'evil.example' }).closed).toBe(403)
      const own = open(set, { cookie, origin: set.t.house.origins[0]! })
      await own.said
      own.socket.terminate()
    })
  })
}
