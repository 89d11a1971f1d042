// One process writes a PostgreSQL database; a second is told so, and one that was overtaken acknowledges nothing.
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../db/open.ts'
import { appendText } from '../../db/text-log.ts'
import { becomeWriter, WriterLost, type Writer } from '../../db/writer.ts'
import { childServer, type Child } from '../service/room/child.ts'
import { raw } from '../service/room/raw.ts'
import { freshPostgres } from '../support/dialects.ts'
import { startServer } from '../support/server.ts'

let database: Awaited<ReturnType<typeof freshPostgres>>
beforeEach(async () => {
  database = await freshPostgres()
})
afterEach(async () => {
  await database.drop()
})

const overtake = [
  // Cuts the line that holds the lock and locks in the same breath, so that the other is too late.
  `select pg_terminate_backend(pid, 2000) from pg_locks where locktype = 'advisory'
     and database = (select oid from pg_database where datname = current_database())`,
  `select pg_try_advisory_lock(20282031, 12)`,
  `update setting set value = '1000' where key = 'writer'`,
].join(';')

describe('the writer of a database', () => {
  let store: Store
  const writers: (Writer | undefined)[] = []
  beforeEach(async () => {
    store = await openStore({ dataDir: '', url: database.url })
  })
  afterEach(async () => {
    for (const writer of writers.splice(0)) await writer?.release()
    await store.close()
  })
  const become = async (): Promise<Writer | undefined> => {
    const writer = await becomeWriter(database.url, 300)
    writers.push(writer)
    return writer
  }
  const row = {
    region: 1,
    section: 'a',
    lineage: 'l',
    seq: 1,
    person: 'p',
    session: '',
    at: '',
    bytes: Uint8Array.of(0, 0),
  }

  test('there is one, until it lets go', async () => {
    const first = await become()
    await first!.begin(store.db)
    expect(await become()).toBeUndefined()
    await first!.release()
    const second = await become()
    expect(second).toBeDefined()
  })

  test('a commit under an older number is refused, and nothing of it is written', async () => {
    const first = (await become())!
    await first.begin(store.db)
    await appendText({ ...store, writer: first }, [row])
    await store.db.updateTable('setting').set({ value: '7' }).where('key', '=', 'writer').execute()
    const late = appendText({ ...store, writer: first }, [{ ...row, seq: 2 }])
    await expect(late).rejects.toThrow(WriterLost)
    await first.lost
    const rows = await store.db.selectFrom('text_update').select('seq').execute()
    expect(rows).toEqual([{ seq: 1 }])
  })

  test('a line that broke is taken up again when nobody came between', async () => {
    const first = (await become())!
    await first.begin(store.db)
    const other = new Client({ connectionString: database.url })
    await other.connect()
    await other.query(overtake.split(';')[0]!)
    const locked = async (): Promise<number | null> =>
      (await other.query(`select 1 from pg_locks where locktype = 'advisory'`)).rowCount
    await expect.poll(locked, { timeout: 5000 }).toBe(1)
    await appendText({ ...store, writer: first }, [row])
    await other.end()
  })
})

test('of two running processes only the writer acknowledges; the other closes its sockets and ends', async () => {
  const first = await childServer('postgres', { url: database.url })
  let second: Child | undefined
  try {
    await first.start()
    const kari = await raw(first.url, 'a', 'kari')
    kari.change((doc) => doc.getText('t').insert(0, 'mine'))
    await kari.until(() => kari.acks.at(-1)?.head === 1)
    second = await childServer('postgres', { url: database.url })
    await expect(second.start()).rejects.toThrow(/ended with 69/)
    const acked = kari.acks.at(-1)!.taken
    const other = new Client({ connectionString: database.url })
    await other.connect()
    await other.query(overtake)
    kari.change((doc) => doc.getText('t').insert(4, ' too late'))
    expect([1012, 1013]).toContain(await kari.closed)
    expect(kari.acks.at(-1)!.taken).toBe(acked)
    expect(await first.ended).toBe(69)
    await other.end()
    await second.start()
    const again = await raw(second.url, 'a', 'kari')
    expect(again.doc.getText('t').toString()).toBe('mine')
    again.ws.terminate()
  } finally {
    await first.end()
    await second?.end()
  }
}, 60_000)

test('a second service on the same database says so in one sentence and ends', async () => {
  const first = await becomeWriter(database.url)
  await expect(startServer({ env: { DATABASE_URL: database.url } })).rejects.toThrow(
    /ended with 69: Another Planvev already writes the database/,
  )
  await first?.release()
}, 60_000)
