// A real http server with text rooms on a real database. The session's token is the person's name; what each may
// do is set by the test.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import type { Store } from '../../../db/open.ts'
import { attachRooms, isTextSocket } from '../../../service/room/attach.ts'
import { createRooms, type TextRooms } from '../../../service/room/create-rooms.ts'
import { limitsFrom, type Limits } from '../../../service/room/limits.ts'
import type { Admission } from '../../../service/room/rooms.ts'
import type { TestDialect } from '../../support/dialects.ts'
import { sidOf } from '../../support/sid.ts'

export type Right = 'write' | 'read' | 'frozen' | 'none' | 'ended'

export type Fixture = {
  store: Store
  rooms: TextRooms
  /// `ws://127.0.0.1:<port>/collab`
  url: string
  port: number
  /// Everyone may write until told otherwise.
  rights: Map<string, Right>
  /// Set to make admission wait.
  gate: { wait(): Promise<void> }
  /// When everyone's session ends, on the rooms' clock.
  session: { until?: number }
  used: string[]
  /// Milliseconds the rooms' clock is ahead of the machine's.
  clock: { ahead: number }
  /// Ends the server; the store stays open.
  end(): Promise<void>
}

export async function startRooms(store: Store, limits: Partial<Limits> = {}): Promise<Fixture> {
  const rights = new Map<string, Right>()
  const gate = { wait: () => Promise.resolve() }
  const used: string[] = []
  const clock = { ahead: 0 }
  const session: Fixture['session'] = {}
  const lifted = { ...limitsFrom({}), updatesPerSecond: 0, ...limits }
  const rooms = createRooms({
    store,
    limits: lifted,
    now: () => Date.now() + clock.ahead,
    used: (session) => used.push(session),
    admit: async (token, section): Promise<Admission> => {
      await gate.wait()
      const right = rights.get(token ?? '') ?? 'write'
      if (!token || right === 'ended') return { ok: false, close: 4401 }
      if (right === 'none') return { ok: false, close: 4403 }
      return {
        ok: true,
        region: 1,
        section,
        person: { id: token, name: `Person ${token}`, colour: token.length },
        session: `session of ${token}`,
        mayWrite: right === 'write',
        why: right === 'frozen' ? 'frozen' : 'right',
        ...session,
      }
    },
  })
  const server = createServer(
    { shouldUpgradeCallback: isTextSocket },
    (_request, response) => void response.end('ordinary'),
  )
  const allowed = ({ headers }: IncomingMessage): boolean =>
    headers.origin === undefined || headers.origin === 'http://planvev.test'
  attachRooms(server, { rooms, limits: lifted, allowed, token: sidOf })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    store,
    rooms,
    url: `ws://127.0.0.1:${port}/collab`,
    port,
    rights,
    gate,
    used,
    clock,
    session,
    end: async () => {
      await rooms.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/// An empty store for every test of a describe: a new one on SQLite; on PostgreSQL one that is emptied, for making a
/// database takes longer than most tests. Closing is left to the end.
export function freshStores(dialect: TestDialect): { open(): Promise<Store> } {
  let kept: Store | undefined
  afterAll(() => kept?.close())
  return {
    open: async () => {
      if (dialect.name === 'sqlite') return dialect.open()
      kept ??= await dialect.open()
      await sql`truncate section, text_update, text_client, text_checkpoint, setting`.execute(
        kept.db,
      )
      return { ...kept, close: async () => {} }
    },
  }
}

/// A section with an empty log.
export async function addSection(store: Store, id: string, lineage = `line-${id}`): Promise<void> {
  await store.db
    .insertInto('section')
    .values({
      region: 1,
      id,
      strategy: 's',
      code: id,
      zone: 'joint',
      title_nb: id,
      title_nn: id,
      language: 'nb',
      position: 1,
      lineage,
      schema_version: 1,
      created_at: '2028-01-01T08:00:00Z',
    })
    .execute()
}
