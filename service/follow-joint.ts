// The joint state's own entry in the journal when the twelve have moved it. The state itself is computed at every read; the
// entry is idempotent, and the worker writes it should a crash have come between.
import { processesOf, storedOf } from '../db/process.ts'
import { deriveJoint, milestonesOf } from '../workflows/joint-state.ts'
import type { House } from './house.ts'
import { Refused } from './refusal.ts'
import { aroundOf, rowOf, type Place } from './prepare.ts'
import { stepIn } from './step.ts'
import { viewOfRow } from './views.ts'

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
    const to = (await aroundOf(trx, where, today)).jointState.state
    if (to === row.state) return false
    const outcome = await stepIn(house, trx, row, {
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
  const rows = await processesOf(house.store.db, region, strategy)
  const joint = rows.find((row) => row.municipality === null)
  if (!joint) return false
  const views = rows.flatMap((row) =>
    row.municipality === null ? [] : [viewOfRow(row, row.municipality)],
  )
  return deriveJoint(milestonesOf(storedOf(joint)), views).state !== joint.state
}
