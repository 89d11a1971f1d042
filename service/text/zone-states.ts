// The states that decide who may write: the joint one, derived from the twelve, and each municipality's own.
import type { Db, Trx } from '../../db/database.ts'
import { processesOf, storedOf } from '../../db/process.ts'
import { municipalitiesOf, processId } from '../../db/strategy.ts'
import { deriveJoint, milestonesOf, viewOf } from '../../workflows/joint-state.ts'

export type ZoneStates = {
  joint: string
  /// State of a municipality's process; undefined for one that takes no part.
  of(municipality: string): string | undefined
}

/// Undefined when the strategy has no joint process.
export async function zoneStates(
  db: Db | Trx,
  region: number,
  strategy: string,
): Promise<ZoneStates | undefined> {
  const rows = new Map(
    (await processesOf(db, region, strategy)).map((row) => [row.id, storedOf(row)]),
  )
  const joint = rows.get(processId(strategy))
  if (!joint) return undefined
  const views = (await municipalitiesOf(db, region)).flatMap(({ number, name }) => {
    const stored = rows.get(processId(strategy, number))
    return stored ? [viewOf(stored, number, name)] : []
  })
  const { state } = deriveJoint(milestonesOf(joint), views)
  return { joint: state, of: (number) => rows.get(processId(strategy, number))?.state }
}
