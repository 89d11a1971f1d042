// A process of its own with text rooms on a real database, to be measured and to be killed: `DATA_DIR` or
// `DATABASE_URL`, `PORT`, `ROOM_*`. Whoever comes is a person named by the cookie; a text is made when first asked for.
import { createServer } from 'node:http'
import { openStore, type Store } from '../../db/open.ts'
import { appendText } from '../../db/text-log.ts'
import { becomeWriter } from '../../db/writer.ts'
import { attachRooms, isTextSocket } from '../../service/room/attach.ts'
import { createRooms } from '../../service/room/create-rooms.ts'
import { limitsFrom } from '../../service/room/limits.ts'
import { killAt, passing } from './kill-at.ts'
import { sidOf } from './sid.ts'

const { DATA_DIR = '', DATABASE_URL, PORT = '0' } = process.env
const writer = DATABASE_URL ? await becomeWriter(DATABASE_URL, 300) : undefined
if (DATABASE_URL && !writer) process.exit(69)
const bare = await openStore({ dataDir: DATA_DIR, url: DATABASE_URL })
await writer?.begin(bare.db)
const opened: Store = { ...bare, ...(writer ? { writer } : {}) }
const deadly = killAt(process.env)
const store = deadly ? passing(opened, deadly) : opened
const limits = limitsFrom(process.env)
const known = new Set<string>()
const rooms = createRooms({
  store,
  limits,
  now: () => Date.now(),
  admit: async (token = 'anyone', section) => {
    if (!known.has(section)) await addText(store, section)
    known.add(section)
    if (token === 'nobody') return { ok: false, close: 4401 }
    return {
      ok: true,
      region: 1,
      section,
      person: { id: token, name: token, colour: 1 },
      session: token,
      mayWrite: true,
    }
  },
})
const server = createServer({ shouldUpgradeCallback: isTextSocket })
attachRooms(server, { rooms, limits, allowed: () => true, token: sidOf })
if (deadly) server.on('connection', deadly.heard)
server.listen(Number(PORT), '127.0.0.1', () => console.log('ready'))

// What it holds, for those who watch it from outside; the heap after a collection where that can be asked for.
process.on('SIGUSR2', () => {
  globalThis.gc?.()
  const heapMb = process.memoryUsage().heapUsed / 2 ** 20
  console.log(`report ${JSON.stringify({ heapMb, metrics: rooms.metrics() })}`)
})
const end = (code: number): void => {
  void rooms
    .close()
    .then(() => store.close())
    .then(() => process.exit(code))
}
void writer?.lost.then(() => end(69))
process.once('SIGTERM', () => end(0))

async function addText(store: Store, id: string): Promise<void> {
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
      lineage: `line-${id}`,
      schema_version: 1,
      created_at: '2028-01-01T08:00:00Z',
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
  if (id === 'garbled') await garble(store)
}

/// An edit without the one it builds on: a log that does not hold together.
const garble = (store: Store): Promise<void> =>
  appendText(store, [
    {
      region: 1,
      section: 'garbled',
      lineage: 'line-garbled',
      seq: 1,
      person: 'x',
      session: '',
      at: 'x',
      bytes: Uint8Array.of(1, 1, 7, 5, 4, 1, 1, 116, 1, 120, 0),
    },
  ])
