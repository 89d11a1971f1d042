// The joint state's own entry in the journal when the twelve have moved it. The state itself is computed at every read; the
// entry is idempotent, and the worker writes it should a crash have come between.
import { processOf, storedOf } from '../db/process.ts'
import { processId } from '../db/strategy.ts'
import { milestonesOf } from '../workflows/joint-state.ts'
import type { House } from './house.ts'
import { Refused } from './refusal.ts'
import { jointStateOf } from './near.ts'
import { rowOf, type Place } from './prepare.ts'
import { stepIn } from './step.ts'

/// Writes the entry of a derived change of the joint state, once. The state itself is computed at every read.
export async function followJoint(
  house: House,
  region: number,
  strategy: string,
): Promise<boolean> {
  if (!(await hasMoved(house, region, strategy))) return false
  const where: Place = { region, strategy }
  const today = house.clock.today()
  const moved = await house.store.db.transaction().execute(async (trx) => {
    const row = await rowOf(house.store, trx, where)
    const to = await jointStateOf(trx, region, strategy, milestonesOf(storedOf(row)))
    if (to === row.state) return false
    const { outcome } = await stepIn(house, trx, row, {
      process: { strategy, kind: 'strategy' },
      type: 'state-derived',
      actedOn: today,
      input: { to },
      person: 'system',
      key: `derived/${row.seq}`,
    })
    if (!outcome.ok) throw new Refused(outcome.code, { findings: outcome.findings })
    return true
  })
  if (moved) house.changed(where)
  return moved
}

/// A look without a lock, which is nearly always the end of it.
async function hasMoved(house: House, region: number, strategy: string): Promise<boolean> {
  const { db } = house.store
  const row = await processOf(db, region, processId(strategy))
  if (!row) return false
  return (await jointStateOf(db, region, strategy, milestonesOf(storedOf(row)))) !== row.state
}
