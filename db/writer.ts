// One process writes a PostgreSQL database. It holds a lock of the database for as long as its line stands, and a number
// that each holder raises by one: a commit under an older number is refused, so one who lost the lock without noticing
// writes nothing more. SQLite's folder is locked instead (`lock.ts`).
import { Client } from 'pg'
import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'

/// The right to write, held.
export type Writer = {
  /// Raises the number. Call once, when the tables are there and before the first write.
  begin(db: Db): Promise<void>
  /// Throws `WriterLost` in a transaction whose process is not the writer any more; until the transaction ends nobody
  /// else can become it.
  check(trx: Trx): Promise<void>
  /// Fulfilled when another has become the writer.
  lost: Promise<void>
  release(): Promise<void>
}

/// Another process writes this database now.
export class WriterLost extends Error {
  readonly code = 'WRITER_LOST'
}

const key = 'writer'
/// Any two numbers no other program on the database uses.
const lock = 'pg_try_advisory_lock(20282031, 12)'
const retryMs = 1000

/// Undefined when another process holds it and does not let go in time.
export async function becomeWriter(url: string, patienceMs = 3000): Promise<Writer | undefined> {
  let line = await tryLock(url)
  const until = performance.now() + patienceMs
  while (!line && performance.now() < until) {
    await later(200)
    line = await tryLock(url)
  }
  if (!line) return undefined

  let number: string | undefined
  let over = false
  let lose!: () => void
  const lost = new Promise<void>((resolve) => (lose = resolve))
  /// The line broke: whoever was first to lock again is the writer, if the number is still ours.
  const hold = (held: Client): void => {
    line = held
    held.once('end', () => {
      if (!over) void again()
    })
  }
  const again = async (): Promise<void> => {
    while (!over) {
      try {
        const made = await tryLock(url)
        if (over) return void made?.end()
        if (!made || (number !== undefined && (await numberIn(made)) !== number)) {
          over = true
          lose()
          return void made?.end()
        }
        return hold(made)
      } catch {
        // The database is away; nobody can write to it.
        await later(retryMs)
      }
    }
  }
  hold(line)
  return {
    begin: async (db) => {
      const { rows } = await sql<{ value: string }>`
        insert into setting (key, value) values (${key}, '1')
        on conflict (key) do update set value = cast(cast(setting.value as bigint) + 1 as text)
        returning value`.execute(db)
      number = rows[0]?.value
    },
    check: async (trx) => {
      const row = await trx
        .selectFrom('setting')
        .select('value')
        .where('key', '=', key)
        .forShare()
        .executeTakeFirst()
      if (row?.value === number) return
      lose()
      throw new WriterLost('another process writes this database')
    },
    lost,
    release: async () => {
      over = true
      await line?.end().catch(() => {})
    },
  }
}

async function tryLock(url: string): Promise<Client | undefined> {
  const client = new Client({ connectionString: url, keepAlive: true })
  // What breaks is told by `end`.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ got: boolean }>(`select ${lock} as got`)
  if (rows[0]?.got) return client
  await client.end()
  return undefined
}

async function numberIn(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>(
    'select value from setting where key = $1',
    [key],
  )
  return rows[0]?.value
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
