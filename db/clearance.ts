// Clearances and their mandates as rows: added and read, never changed.
import type { Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { ClearanceTables } from './tables/clearance.ts'

export type MandateRow = Selectable<ClearanceTables['clearance_mandate']>
export type ClearanceRow = Selectable<ClearanceTables['clearance']>

/// Every clearance of a strategy, oldest first.
export const clearancesOf = (
  db: Db | Trx,
  region: number,
  strategy: string,
): Promise<ClearanceRow[]> =>
  db
    .selectFrom('clearance')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const insertClearances = async (trx: Trx, rows: ClearanceRow[]): Promise<void> => {
  if (rows.length > 0) await trx.insertInto('clearance').values(rows).execute()
}

/// The mandate that counts in a municipality: the last one given.
export const lastMandate = (
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
): Promise<MandateRow | undefined> =>
  db
    .selectFrom('clearance_mandate')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('municipality', '=', municipality)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/// False when somebody else has just given one of the same number.
export const insertMandate = async (trx: Trx, row: MandateRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('clearance_mandate')
    .values(row)
    .onConflict((on) => on.columns(['region', 'strategy', 'municipality', 'number']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === 1
}

/// Clearances nobody has been told about, in every strategy: few, and fewer every time.
export const untoldClearances = (db: Db): Promise<ClearanceRow[]> =>
  db
    .selectFrom('clearance')
    .leftJoin('clearance_told', (join) =>
      join
        .onRef('clearance_told.region', '=', 'clearance.region')
        .onRef('clearance_told.clearance', '=', 'clearance.id'),
    )
    .selectAll('clearance')
    .where('clearance_told.clearance', 'is', null)
    .orderBy('clearance.recorded_at')
    .orderBy('clearance.id')
    .execute()

/// Marks clearances as told and answers those that were not before: two workers never tell the same twice.
export async function markTold(
  trx: Trx,
  region: number,
  clearances: readonly string[],
  at: string,
): Promise<string[]> {
  const rows = await trx
    .insertInto('clearance_told')
    .values(clearances.map((clearance) => ({ region, clearance, told_at: at })))
    .onConflict((on) => on.columns(['region', 'clearance']).doNothing())
    .returning('clearance')
    .execute()
  return rows.map((row) => row.clearance)
}
