// What the system owes after a commit: timers that are due at once, acts that follow from acts, and the joint state's own
// entry. All are idempotent and are also done at start, so that a crash between loses nothing.
import { allProcesses, processOf, setStanding, storedOf } from '../db/process.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { findStrategy, processId } from '../db/strategy.ts'
import type { Command } from './command.ts'
import type { OwedAct } from './effects.ts'
import { strategySettings } from './facts.ts'
import type { House } from './house.ts'
import { followJoint } from './follow-joint.ts'
import type { Owes } from './keep.ts'
import { standingText } from './near.ts'
import { deliver } from './outbox.ts'
import { fireDue } from './timers.ts'
import { Refused } from './refusal.ts'
import { rowOf, type Place } from './prepare.ts'
import { stepIn } from './step.ts'

/// After a commit in a strategy. Trouble here is not the actor's: it is logged and
/// done again by the worker.
export async function followUp(
  house: House,
  region: number,
  strategy: string,
  owes: Owes,
): Promise<void> {
  try {
    if (owes.joint) await followJoint(house, region, strategy)
    if (owes.timers) await fireDue(house)
    if (owes.acts) await carryOwedActs(house)
  } catch (error) {
    console.error(JSON.stringify({ at: 'follow', strategy, error: nameOf(error) }))
  }
}

/// Every strategy, for the start and the worker.
export async function followAll(house: House): Promise<void> {
  await carryOwedActs(house)
  for (const row of await allProcesses(house.store.db)) {
    // An earlier release may have derived something else from the same row.
    const standing = standingText(storedOf(row))
    if (row.standing !== standing) await setStanding(house.store.db, row, standing)
  }
  for (const row of await allProcesses(house.store.db)) {
    if (row.kind === 'strategy') await followJoint(house, row.region, row.strategy)
  }
}

export const carryOwedActs = (house: House): Promise<number> =>
  deliver(house, { 'owed-act': (row) => carryOwed(house, row) })

async function carryOwed(house: House, row: OutboxRow): Promise<void> {
  const payload = JSON.parse(row.payload) as OwedAct
  const target = await targetOf(house, row, payload)
  if (!target) return
  const command: Command = {
    process: {
      strategy: target.strategy,
      kind: target.municipality ? 'participation' : 'strategy',
      ...(target.municipality ? { municipality: target.municipality } : {}),
    },
    type: payload.type,
    actedOn: payload.actedOn,
    input: {},
    person: 'system',
    key: `owed/${row.id}`,
  }
  const { outcome, owes } = await house.store.db
    .transaction()
    .execute(async (trx) => stepIn(house, trx, await rowOf(house.store, trx, target), command))
  if (!outcome.ok) throw new Refused(outcome.code, { findings: outcome.findings })
  if (outcome.replayed) return
  house.changed(target)
  if (owes.joint) await followJoint(house, target.region, target.strategy)
}

/// `replaced` is owed to the same council's process in the strategy this one replaces, if there is one.
async function targetOf(
  house: House,
  row: OutboxRow,
  payload: OwedAct,
): Promise<Place | undefined> {
  const municipality = payload.municipality ? { municipality: payload.municipality } : {}
  if (payload.type !== 'replaced') {
    return { region: row.region, strategy: payload.strategy, ...municipality }
  }
  const { db } = house.store
  const { replaces } = await strategySettings(db, row.region, payload.strategy)
  const old = replaces ? await findStrategy(db, replaces) : undefined
  if (!old) return undefined
  const known = await processOf(db, old.region, processId(old.id, payload.municipality))
  return known && { region: old.region, strategy: old.id, ...municipality }
}

const nameOf = (error: unknown): string =>
  error instanceof Refused ? error.code : error instanceof Error ? error.name : 'unknown'
