// What the system owes after a commit: timers that are due at once, acts that follow from acts, and the joint state's own
// entry. All are idempotent and are also done at start, so that a crash between loses nothing.
import type { Db } from '../db/database.ts'
import { allProcesses, processOf, setStanding, storedOf } from '../db/process.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { processId } from '../db/strategy.ts'
import { standingDecision, type ParticipationContext } from '../workflows/participation-context.ts'
import type { Command } from './command.ts'
import type { OwedAct } from './effects.ts'
import { replacements } from './strategy/replaces.ts'
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
  for (const { actedOn, ...target } of await targetsOf(house, row, payload)) {
    const command: Command = {
      process: {
        strategy: target.strategy,
        kind: target.municipality ? 'participation' : 'strategy',
        ...(target.municipality ? { municipality: target.municipality } : {}),
      },
      type: payload.type,
      actedOn,
      input: {},
      person: 'system',
      key: `owed/${row.id}`,
    }
    const { outcome, owes } = await house.store.db
      .transaction()
      .execute(async (trx) => stepIn(house, trx, await rowOf(house.store, trx, target), command))
    if (!outcome.ok) throw new Refused(outcome.code, { findings: outcome.findings })
    if (outcome.replayed) continue
    house.changed(target)
    if (owes.joint) await followJoint(house, target.region, target.strategy)
  }
}

type Target = Place & { actedOn: string }

/// `replaced` is owed to the same council's process in the strategy this one replaces; and, where the later strategy's
/// adoption was recorded first, to this one. A council that never adopted the earlier has nothing replaced.
async function targetsOf(house: House, row: OutboxRow, payload: OwedAct): Promise<Target[]> {
  const { municipality, strategy, actedOn, type } = payload
  if (type !== 'replaced' || municipality === null) {
    return [{ region: row.region, strategy, actedOn, ...(municipality ? { municipality } : {}) }]
  }
  const { db } = house.store
  const pairs = await replacements(db, row.region)
  const targets: Target[] = []
  for (const { earlier, later } of pairs.filter((p) => [p.earlier, p.later].includes(strategy))) {
    const adopted = await adoptionOf(db, row.region, later, municipality)
    const replaced = await adoptionOf(db, row.region, earlier, municipality)
    if (adopted && replaced && replaced.state !== 'K140') {
      targets.push({ region: row.region, strategy: earlier, municipality, actedOn: adopted.on })
    }
  }
  return targets
}

/// Where a council's decision on a strategy stands, if it has adopted it.
async function adoptionOf(
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
): Promise<{ on: string; state: string } | undefined> {
  const row = await processOf(db, region, processId(strategy, municipality))
  if (!row) return undefined
  const { state, context } = storedOf(row)
  const standing = standingDecision(context as unknown as ParticipationContext)
  return standing && { on: standing.on, state }
}

const nameOf = (error: unknown): string =>
  error instanceof Refused ? error.code : error instanceof Error ? error.name : 'unknown'
