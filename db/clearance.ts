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

/// A mandate with when, why and by whom it was taken back, where it was.
export type MandateEver = MandateRow & {
  withdrawn: { on: string; by: string; reason: string } | null
}

/// Every mandate a municipality has given, oldest first.
export async function mandatesOf(
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
): Promise<MandateEver[]> {
  const rows = await db
    .selectFrom('clearance_mandate as m')
    .leftJoin('clearance_mandate_withdrawn as w', (join) =>
      join.onRef('w.region', '=', 'm.region').onRef('w.mandate', '=', 'm.id'),
    )
    .selectAll('m')
    .select(['w.recorded_on as w_on', 'w.recorded_by as w_by', 'w.reason as w_reason'])
    .where('m.region', '=', region)
    .where('m.strategy', '=', strategy)
    .where('m.municipality', '=', municipality)
    .orderBy('m.number')
    .execute()
  return rows.map(({ w_on, w_by, w_reason, ...row }) => ({
    ...row,
    withdrawn: w_on === null ? null : { on: w_on, by: w_by ?? '', reason: w_reason ?? '' },
  }))
}

/// The mandate that counts in a municipality: the last one given, unless it was taken back.
export async function lastMandate(
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
): Promise<MandateRow | undefined> {
  const last = (await mandatesOf(db, region, strategy, municipality)).at(-1)
  if (!last || last.withdrawn) return undefined
  const { withdrawn: _, ...row } = last
  return row
}

/// Takes a mandate back. False when somebody has just done so.
export const withdrawMandate = async (
  trx: Trx,
  row: Selectable<ClearanceTables['clearance_mandate_withdrawn']>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('clearance_mandate_withdrawn')
    .values(row)
    .onConflict((on) => on.columns(['region', 'mandate']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === 1
}

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
