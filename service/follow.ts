// What the system owes after a commit: acts that follow from acts, and the joint state's own entry when the twelve have
// moved it. Both are idempotent and are also done at start, so that a crash between loses nothing.
import { allProcesses, processOf } from '../db/process.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { findStrategy, processId } from '../db/strategy.ts'
import type { Command } from './command.ts'
import type { OwedAct } from './effects.ts'
import { strategySettings } from './facts.ts'
import type { House } from './house.ts'
import { deliver } from './outbox.ts'
import { Refused } from './refusal.ts'
import { aroundOf, rowOf, stepIn, type Place } from './step.ts'

/// After a commit in a strategy: owed acts first, then the joint state. Trouble here is not the actor's: it is logged and
/// done again by the worker.
export async function followUp(house: House, region: number, strategy: string): Promise<void> {
  try {
    await carryOwedActs(house)
    await followJoint(house, region, strategy)
  } catch (error) {
    console.error(JSON.stringify({ at: 'follow', strategy, error: nameOf(error) }))
  }
}

/// Every strategy, for the start and the worker.
export async function followAll(house: House): Promise<void> {
  await carryOwedActs(house)
  for (const row of await allProcesses(house.store.db)) {
    if (row.kind === 'strategy') await followJoint(house, row.region, row.strategy)
  }
}

export const carryOwedActs = (house: House): Promise<number> =>
  deliver(house, { 'owed-act': (row) => carryOwed(house, row) })

/// Writes the entry of a derived change of the joint state, once. The state itself is computed at every read.
export async function followJoint(
  house: House,
  region: number,
  strategy: string,
): Promise<boolean> {
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
  const outcome = await house.store.db
    .transaction()
    .execute(async (trx) => stepIn(house, trx, await rowOf(house.store, trx, target), command))
  if (!outcome.ok) throw new Refused(outcome.code, { findings: outcome.findings })
  if (!outcome.replayed) house.changed(target)
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

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
