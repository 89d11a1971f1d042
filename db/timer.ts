// Timers as rows. No memory of them is kept anywhere else: what is due is what the table says.
import type { Selectable } from 'kysely'
import type { TimerWish } from '../workflows/act.ts'
import type { Db, Trx } from './database.ts'
import type { ProcessTables } from './tables/process.ts'

export type TimerRow = Selectable<ProcessTables['timer']>

export const armedTimers = (db: Db, region: number, process: string): Promise<TimerRow[]> =>
  db
    .selectFrom('timer')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('status', '=', 'armed')
    .execute()

/// Makes the armed rows equal to what the state wants: missing ones armed, moved ones re-armed, the rest cancelled.
export async function reconcileTimers(
  trx: Trx,
  region: number,
  process: string,
  seq: number,
  wishes: TimerWish[],
): Promise<void> {
  const armed = await armedTimers(trx, region, process)
  const kept = new Set<string>()
  for (const row of armed) {
    const wish = wishes.find((w) => w.name === row.name)
    if (wish && wish.dueAt === row.due_at && wish.type === row.type) kept.add(row.name)
    else await settleTimer(trx, row, 'cancelled')
  }
  const fresh = wishes.filter((wish) => !kept.has(wish.name))
  if (fresh.length === 0) return
  await trx
    .insertInto('timer')
    .values(
      fresh.map((wish) => ({
        region,
        process,
        name: wish.name,
        type: wish.type,
        due_at: wish.dueAt,
        acted_on: wish.actedOn,
        armed_seq: seq,
        status: 'armed',
        refused: null,
      })),
    )
    .execute()
}

/// The earliest armed timer due at or before `instant`; of equals the one armed first.
export const nextDue = (db: Db, instant: string): Promise<TimerRow | undefined> =>
  db
    .selectFrom('timer')
    .selectAll()
    .where('status', '=', 'armed')
    .where('due_at', '<=', instant)
    .orderBy('due_at')
    .orderBy('region')
    .orderBy('process')
    .orderBy('armed_seq')
    .orderBy('name')
    .limit(1)
    .executeTakeFirst()

/// The instant the earliest armed timer falls due, for the loop's next look.
export const earliestDue = async (db: Db): Promise<string | undefined> => {
  const row = await db
    .selectFrom('timer')
    .select('due_at')
    .where('status', '=', 'armed')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}

/// Takes an armed timer out of use. False when somebody else did, or it was re-armed meanwhile.
export const settleTimer = async (
  trx: Trx,
  row: TimerRow,
  status: 'fired' | 'cancelled' | 'refused',
  refused?: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('timer')
    .set({ status, refused: refused ?? null })
    .where('region', '=', row.region)
    .where('process', '=', row.process)
    .where('name', '=', row.name)
    .where('armed_seq', '=', row.armed_seq)
    .where('status', '=', 'armed')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/// Timers whose act was refused, for the coordinator to see. Never tried again by themselves.
export const refusedTimers = (db: Db, region: number): Promise<TimerRow[]> =>
  db
    .selectFrom('timer')
    .selectAll()
    .where('region', '=', region)
    .where('status', '=', 'refused')
    .orderBy('due_at')
    .execute()
