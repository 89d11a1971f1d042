// Planning needs as rows: one list a zone, each row with its own sequence.
import type { Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { PlanNeedTables } from './tables/plan-need.ts'

export type PlanNeedRow = Selectable<PlanNeedTables['plan_need']>

type Of = { region: number; strategy: string }

/// Rows of a strategy, or of one zone, in their order; removed ones left out.
export function planNeedRows(
  db: Db,
  { region, strategy }: Of,
  zone?: string,
): Promise<PlanNeedRow[]> {
  let query = db
    .selectFrom('plan_need')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('removed_at', 'is', null)
  if (zone !== undefined) query = query.where('zone', '=', zone)
  return query.orderBy('zone').orderBy('position').orderBy('id').execute()
}

/// One row, also when it has been removed.
export const planNeedRow = (
  db: Db,
  { region, strategy }: Of,
  id: string,
): Promise<PlanNeedRow | undefined> =>
  db
    .selectFrom('plan_need')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertPlanNeeds = async (trx: Trx, rows: PlanNeedRow[]): Promise<void> => {
  if (rows.length > 0) await trx.insertInto('plan_need').values(rows).execute()
}

/// The place after the last of a zone, removed ones counted.
export const nextPosition = async (
  trx: Trx,
  { region, strategy }: Of,
  zone: string,
): Promise<number> => {
  const last = await trx
    .selectFrom('plan_need')
    .select('position')
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('zone', '=', zone)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

/// True when the row was still at `expected`, not removed, and is now changed.
export async function updatePlanNeed(
  trx: Trx,
  { region }: Of,
  id: string,
  expected: number,
  change: Pick<PlanNeedRow, 'updated_by' | 'updated_at'> &
    Partial<Pick<PlanNeedRow, 'fields' | 'removed_at' | 'position'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('plan_need')
    .set({ ...change, seq: expected + 1 })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('seq', '=', expected)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
