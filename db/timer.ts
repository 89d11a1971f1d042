// Timers as rows. No memory of them is kept anywhere else: what is due is what the table says.
import { sql, type Selectable } from 'kysely'
import type { TimerWish } from '../workflows/act.ts'
import type { Db, Trx } from './database.ts'
import { changeBy, rowBy, rowsBy } from './statement.ts'
import type { ProcessTables } from './tables/process.ts'

export type TimerRow = Selectable<ProcessTables['timer']>

export const armedTimers = (db: Db, region: number, process: string): Promise<TimerRow[]> =>
  armed(db, { region, process })

/// Makes the armed rows equal to what the state wants: missing ones armed, moved ones re-armed, the rest cancelled.
export async function reconcileTimers(
  trx: Trx,
  region: number,
  process: string,
  seq: number,
  wishes: TimerWish[],
): Promise<void> {
  const kept = new Set<string>()
  for (const row of await armedTimers(trx, region, process)) {
    const wish = wishes.find((w) => w.name === row.name)
    if (wish && wish.dueAt === row.due_at && wish.type === row.type) kept.add(row.name)
    else await settleTimer(trx, row, 'cancelled')
  }
  for (const wish of wishes) {
    if (kept.has(wish.name)) continue
    const { name, type, dueAt: due_at, actedOn: acted_on } = wish
    await arm(trx, { region, process, name, type, due_at, acted_on, armed_seq: seq })
  }
}

/// The earliest armed timer due at or before `instant`; of equals the one armed first.
export const nextDue = (db: Db, instant: string): Promise<TimerRow | undefined> =>
  due(db, { instant })

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
  const { region, process, name, armed_seq } = row
  return (
    (await settle(trx, { region, process, name, armed_seq, status, refused: refused ?? null })) ===
    1
  )
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

type Key = { region: number; process: string; name: string; armed_seq: number }

// The status stands in the statement itself, as it does in the index it goes by.
const armed = rowsBy((db, of: { region: number; process: string }) =>
  db
    .selectFrom('timer')
    .selectAll()
    .where('region', '=', of.region)
    .where('process', '=', of.process)
    .where('status', '=', sql.lit('armed')),
)

const arm = changeBy((db, row: Key & { type: string; due_at: string; acted_on: string }) =>
  db.insertInto('timer').values({
    region: row.region,
    process: row.process,
    name: row.name,
    type: row.type,
    due_at: row.due_at,
    acted_on: row.acted_on,
    armed_seq: row.armed_seq,
    status: 'armed',
    refused: null,
  }),
)

const settle = changeBy((db, row: Key & { status: string; refused: string | null }) =>
  db
    .updateTable('timer')
    .set({ status: row.status, refused: row.refused })
    .where('region', '=', row.region)
    .where('process', '=', row.process)
    .where('name', '=', row.name)
    .where('armed_seq', '=', row.armed_seq)
    .where('status', '=', 'armed'),
)

const due = rowBy((db, at: { instant: string }) =>
  db
    .selectFrom('timer')
    .selectAll()
    .where('status', '=', 'armed')
    .where('due_at', '<=', at.instant)
    .orderBy('due_at')
    .orderBy('region')
    .orderBy('process')
    .orderBy('armed_seq')
    .orderBy('name')
    .limit(1),
)
