// The append-only journal and the erasable words beside it. Rows come and go as they lie; their hashes are the
// service's business.
import type { Insertable, Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { ProcessTables } from './tables/process.ts'

export type JournalRow = Selectable<ProcessTables['journal']>
export type DetailRow = Selectable<ProcessTables['journal_detail']>

export const appendJournal = async (
  trx: Trx,
  row: Insertable<ProcessTables['journal']>,
  details: Insertable<ProcessTables['journal_detail']>[],
): Promise<void> => {
  await trx.insertInto('journal').values(row).execute()
  if (details.length > 0) await trx.insertInto('journal_detail').values(details).execute()
}

/// A process's entries in order, from `after` (exclusive).
export const journalRows = (
  db: Db,
  region: number,
  process: string,
  after = 0,
): Promise<JournalRow[]> =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()

export const journalEntry = (
  db: Db,
  region: number,
  process: string,
  seq: number,
): Promise<JournalRow | undefined> =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('seq', '=', seq)
    .executeTakeFirst()

/// The newest entry of one of these types.
export const lastEntryOf = (
  db: Db,
  region: number,
  process: string,
  types: string[],
): Promise<JournalRow | undefined> =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('type', 'in', types)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

export const detailRows = (db: Db, region: number, process: string): Promise<DetailRow[]> =>
  db
    .selectFrom('journal_detail')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .orderBy('seq')
    .orderBy('field')
    .execute()

/// Removes words and their salt. The chain keeps only a salted hash, so it still verifies and tells nothing.
export const eraseDetail = async (
  db: Db,
  region: number,
  process: string,
  seq: number,
  field: string,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('journal_detail')
    .where('region', '=', region)
    .where('process', '=', process)
    .where('seq', '=', seq)
    .where('field', '=', field)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}

export type Remembered = Selectable<ProcessTables['idempotency']>

export const rememberedAnswer = (
  db: Db,
  region: number,
  process: string,
  person: string,
  key: string,
): Promise<Remembered | undefined> =>
  db
    .selectFrom('idempotency')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()

export const rememberAnswer = async (trx: Trx, row: Remembered): Promise<void> => {
  await trx.insertInto('idempotency').values(row).execute()
}
