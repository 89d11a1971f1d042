// Opens the one database: SQLite in a folder, or PostgreSQL when `DATABASE_URL` is given. One writing
// connection on SQLite; nothing else in the process may open the file.
import BetterSqlite3 from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, type Driver } from 'kysely'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, types } from 'pg'
import type { Dialect } from './columns.ts'
import type { Database, Db } from './database.ts'
import { migrate } from './migrate.ts'
import { preparingPool } from './prepared.ts'
import type { Writer } from './writer.ts'

/// An open database. `sqlite` is the raw connection, for the text log's group commit alone: use it only
/// inside `db.connection().execute(…)`, so that it stands in the same queue as every other writer.
export type Store = {
  db: Db
  dialect: Dialect
  sqlite?: BetterSqlite3.Database
  /// PostgreSQL, in the process that serves: the text log asks it before every commit.
  writer?: Writer
  close(): Promise<void>
}

export type OpenOptions = { dataDir: string; url?: string | undefined } | { memory: true }

/// Opens and migrates. Throws when SQLite is older than 3.51.3, durability cannot be had, or the file is no database.
export async function openStore(options: OpenOptions): Promise<Store> {
  const store =
    'url' in options && options.url ? openPostgres(options.url) : openSqlite(fileOf(options))
  try {
    await migrate(store.db as unknown as Kysely<never>, store.dialect)
    return store
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

/// Opens what is there for looking only: nothing is migrated, and SQLite refuses every write. The service may be running.
export function openForReading(options: { dataDir: string; url?: string | undefined }): Store {
  if (options.url) return openPostgres(options.url)
  const file = join(options.dataDir, 'planvev.db')
  const sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  const db = new Kysely<Database>({ dialect: new TellingSqliteDialect(sqlite) })
  return { db, dialect: 'sqlite', sqlite, close: () => db.destroy() }
}

function fileOf(options: OpenOptions): string {
  if ('memory' in options) return ':memory:'
  mkdirSync(options.dataDir, { recursive: true })
  return join(options.dataDir, 'planvev.db')
}

function openSqlite(file: string): Store {
  const sqlite = new BetterSqlite3(file)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
    'trusted_schema = OFF',
    'cell_size_check = ON',
    'journal_size_limit = 67108864',
    // Four times the usual before the log is carried into the file: an act touches ten pages, mostly the same ones.
    'wal_autocheckpoint = 4000',
  ]) {
    sqlite.pragma(pragma)
  }
  const version = String(sqlite.prepare('select sqlite_version()').pluck().get())
  if (olderThan(version, [3, 51, 3])) {
    throw new Error(`SQLite ${version} is too old: 3.51.3 or later is needed`)
  }
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) {
    throw new Error('SQLite does not keep synchronous = FULL')
  }
  const db = new Kysely<Database>({ dialect: new TellingSqliteDialect(sqlite) })
  return { db, dialect: 'sqlite', sqlite, close: () => db.destroy() }
}

/// The same few hundred statements are asked again and again; each is prepared once, and stays prepared.
function keptStatements(
  sqlite: BetterSqlite3.Database,
): (statement: string) => BetterSqlite3.Statement<unknown[]> {
  const kept = new Map<string, BetterSqlite3.Statement<unknown[]>>()
  return (statement) => {
    const known = kept.get(statement)
    if (known && !known.busy) return known
    const made = sqlite.prepare<unknown[]>(withSettledPlan(statement))
    if (kept.size >= 500) kept.clear()
    kept.set(statement, made)
    return made
  }
}

/// SQLite prepares a statement anew whenever a value it compares an indexed column with is bound anew, in case a table's
/// statistics ask for another plan (sqlite3_prepare_v2, SQLITE_ENABLE_STAT4). There are no such statistics here, and it
/// cost most of what a small question costs. A value with a plus before it is the same value, and no reason to look again.
export const withSettledPlan = (statement: string): string =>
  /\bwhere\b/i.test(statement)
    ? statement.replace(/'[^']*'|"[^"]*"|\?/g, (part) => (part === '?' ? '+?' : part))
    : statement

/// SQLite ends a transaction by itself when the disk is full; rolling back what is no longer open would then throw and
/// hide the reason. So only an open one is rolled back.
class TellingSqliteDialect extends SqliteDialect {
  readonly #sqlite: BetterSqlite3.Database

  constructor(sqlite: BetterSqlite3.Database) {
    super({ database: { prepare: keptStatements(sqlite), close: () => void sqlite.close() } })
    this.#sqlite = sqlite
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (this.#sqlite.inTransaction) await rollback(connection)
    }
    return driver
  }
}

function openPostgres(url: string): Store {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    // Sequences and counts stay below 2^53: read bigint as a number on both databases.
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === types.builtins.INT8
          ? Number
          : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  })
  // A line that breaks fails the question asked on it, which is enough; unheard, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) })
  return { db, dialect: 'postgres', close: () => db.destroy() }
}

function olderThan(version: string, floor: number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, want] of floor.entries()) {
    const have = parts[i] ?? 0
    if (have !== want) return have < want
  }
  return false
}
