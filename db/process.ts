// A process's row: loaded under a lock, written only when its sequence is still the one that was read.
import type { Insertable, Selectable } from 'kysely'
import type { Json, ProcessKind, Stored } from '../workflows/act.ts'
import type { Dialect } from './columns.ts'
import type { Db, Trx } from './database.ts'
import type { ProcessTables } from './tables/process.ts'

export type ProcessRow = Selectable<ProcessTables['process']>

/// Loads one process for writing. PostgreSQL holds the row until the transaction ends; SQLite has one writer anyway.
export const lockProcess = (
  trx: Trx,
  dialect: Dialect,
  region: number,
  id: string,
): Promise<ProcessRow | undefined> => {
  const query = trx
    .selectFrom('process')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
  return (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

export const processOf = (db: Db, region: number, id: string): Promise<ProcessRow | undefined> =>
  db
    .selectFrom('process')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

/// All processes of a strategy, the joint one and every municipality's.
export const processesOf = (db: Db, region: number, strategy: string): Promise<ProcessRow[]> =>
  db
    .selectFrom('process')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('id')
    .execute()

export const allProcesses = (db: Db): Promise<ProcessRow[]> =>
  db.selectFrom('process').selectAll().orderBy('region').orderBy('id').execute()

export const insertProcess = async (
  db: Db,
  row: Insertable<ProcessTables['process']>,
): Promise<void> => {
  await db.insertInto('process').values(row).execute()
}

/// True when the row was still at `was` and is now changed; false when somebody came first.
export const saveProcess = async (
  trx: Trx,
  row: ProcessRow,
  next: Pick<ProcessRow, 'state' | 'context' | 'head_hash' | 'updated_at' | 'machine_version'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('process')
    .set({ ...next, seq: row.seq + 1 })
    .where('region', '=', row.region)
    .where('id', '=', row.id)
    .where('seq', '=', row.seq)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/// The row as the decision sees it.
export const storedOf = (row: ProcessRow): Stored => ({
  kind: row.kind as ProcessKind,
  version: row.machine_version,
  state: row.state,
  context: JSON.parse(row.context) as { [key: string]: Json },
  seq: row.seq,
})
