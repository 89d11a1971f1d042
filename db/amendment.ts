// Suggestions on copies of sections, as rows: begun, sent, answered, kept.
import type { Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { AmendmentTables } from './tables/amendment.ts'

export type AmendmentRow = Selectable<AmendmentTables['amendment']>

/// One by its id, looked for in the regions of the one who asks.
export const amendmentIn = async (
  db: Db,
  regions: readonly number[],
  id: string,
): Promise<AmendmentRow | undefined> => {
  if (regions.length === 0) return undefined
  return db
    .selectFrom('amendment')
    .selectAll()
    .where('region', 'in', [...regions])
    .where('id', '=', id)
    .executeTakeFirst()
}

/// Every one of a strategy, newest first.
export const amendmentsOf = (db: Db, region: number, strategy: string): Promise<AmendmentRow[]> =>
  db
    .selectFrom('amendment')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export const insertAmendment = async (trx: Trx, row: AmendmentRow): Promise<void> => {
  await trx.insertInto('amendment').values(row).execute()
}

/// Changes a row that is still in `state`. False when somebody else was there first.
export const changeAmendment = async (
  db: Db | Trx,
  { region, id, state }: Pick<AmendmentRow, 'region' | 'id' | 'state'>,
  set: Partial<Omit<AmendmentRow, 'region' | 'id'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('amendment')
    .set(set)
    .where('region', '=', region)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/// How many of each text wait for an answer.
export async function waitingAmendments(
  db: Db,
  region: number,
  strategy: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('amendment')
    .select(['section', ({ fn }) => fn.countAll().as('n')])
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('state', '=', 'sent')
    .groupBy('section')
    .execute()
  return new Map(rows.map(({ section, n }) => [section, Number(n)]))
}
