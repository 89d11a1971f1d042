// Carries running processes to the newest definition: a list of what would change first, and then one journal entry a
// process, all in one transaction. The service does not run meanwhile, so this is the one writer beside the door.
import type { Db, Trx } from '../../db/database.ts'
import { allProcesses, storedOf, type ProcessRow } from '../../db/process.ts'
import { strategyDirectory } from '../../db/strategy.ts'
import { reconcileTimers } from '../../db/timer.ts'
import type { ProcessKind, Stored } from '../../workflows/act.ts'
import { deadlinesOf } from '../../workflows/deadlines.ts'
import {
  currentDefinition,
  migratedType,
  migrationsFor,
  registry,
  type Registry,
} from '../../workflows/definitions.ts'
import { flagsOf } from '../../workflows/flags.ts'
import { deriveJoint, milestonesOf } from '../../workflows/joint-state.ts'
import { desiredTimers } from '../../workflows/timers.ts'
import { participationFacts, surroundingsOf, type Surroundings } from '../facts.ts'
import { appendEntry } from '../journal/append.ts'

/// One process that is not on the newest version: where it stands and where it would. `dates` are the deadlines and
/// timers, as `rule date`.
export type Moved = {
  process: string
  from: number
  to: number
  state: { before: string; after: string }
  flags: { before: string[]; after: string[] }
  dates: { before: string[]; after: string[] }
}

/// A process no migration leads on from.
export type Stranded = { process: string; kind: string; version: number }

/// Processes that stand on another version than the newest and cannot be carried there. `waiting` are those that can.
export async function versionsApart(
  db: Db,
  from: Registry = registry,
): Promise<{ stranded: Stranded[]; waiting: Stranded[] }> {
  const apart = (await allProcesses(db))
    .map((row) => ({ process: row.id, kind: row.kind, version: row.machine_version }))
    .filter(
      ({ kind, version }) =>
        version !== currentDefinition(kind as ProcessKind, from).definition.version,
    )
  const leads = (one: Stranded): boolean =>
    migrationsFor(one.kind as ProcessKind, one.version, from) !== undefined
  return { stranded: apart.filter((one) => !leads(one)), waiting: apart.filter(leads) }
}

export type When = { today: string; recordedAt: string }

/// What would change, process by process; nothing is written.
export async function previewMigration(
  db: Db,
  { today }: Pick<When, 'today'>,
  from: Registry = registry,
): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const { region, strategy } of await strategyDirectory(db)) {
    const around = await surroundingsOf(db, region, strategy, today)
    if (!around) continue
    for (const row of around.rows.values()) {
      const next = carried(row, from)
      if (next) moved.push(await compare(db, around, row, next))
    }
  }
  return moved
}

/// Carries every process over, or none. Answers what changed.
export async function applyMigration(
  db: Db,
  when: When,
  from: Registry = registry,
): Promise<Moved[]> {
  return db.transaction().execute(async (trx) => {
    const moved = await previewMigration(trx, when, from)
    for (const { region, strategy } of await strategyDirectory(trx)) {
      const before = await surroundingsOf(trx, region, strategy, when.today)
      const rows = [...(before?.rows.values() ?? [])]
      // The municipalities first: the joint state follows from them.
      for (const row of rows.sort((a, b) => Number(!a.municipality) - Number(!b.municipality))) {
        const next = carried(row, from)
        const around = next && (await surroundingsOf(trx, region, strategy, when.today))
        if (around) await write(trx, around, row, next, when, from)
      }
    }
    return moved
  })
}

/// The process as it would be; undefined when it is there already. Throws when no migration leads on.
function carried(row: ProcessRow, from: Registry): Stored | undefined {
  const kind = row.kind as ProcessKind
  const newest = currentDefinition(kind, from).definition
  if (row.machine_version === newest.version) return undefined
  const steps = migrationsFor(kind, row.machine_version, from)
  if (!steps) throw new Error(`${row.id}: no way from version ${row.machine_version}`)
  const next = steps.reduce<Stored>(
    (at, { to, mapState, mapContext }) => ({
      ...at,
      version: to,
      state: mapState(at.state),
      context: mapContext(at.context, at.state),
    }),
    storedOf(row),
  )
  if (!newest.states[next.state]) throw new Error(`${row.id}: there is no state ${next.state}`)
  return next
}

async function compare(
  db: Db,
  around: Surroundings,
  row: ProcessRow,
  next: Stored,
): Promise<Moved> {
  const { today } = around
  const before = storedOf(row)
  const facts = row.municipality
    ? (await participationFacts(db, around, row.municipality)).facts
    : undefined
  const flags = (at: Stored): string[] => (facts ? flagsOf(at, facts, today) : [])
  const dates = (at: Stored): string[] => [
    ...(facts ? deadlinesOf(at, facts, today).map(({ rule, on }) => `${rule} ${on}`) : []),
    ...desiredTimers(at).map(({ name, actedOn }) => `${name} ${actedOn}`),
  ]
  return {
    process: row.id,
    from: before.version,
    to: next.version,
    state: { before: before.state, after: next.state },
    flags: { before: flags(before), after: flags(next) },
    dates: { before: dates(before), after: dates(next) },
  }
}

/// One entry with both versions and the snapshot, the row, and the timers it now wants.
async function write(
  trx: Trx,
  around: Surroundings,
  row: ProcessRow,
  next: Stored,
  { today, recordedAt }: When,
  from: Registry,
): Promise<void> {
  const state = row.municipality
    ? next.state
    : deriveJoint(milestonesOf(next), around.participants).state
  const { context, version } = next
  const { hash } = currentDefinition(next.kind, from)
  await appendEntry(trx, row, {
    type: migratedType,
    input: { from: row.machine_version, to: version, definition: hash, state, context },
    by: 'system',
    roles: [],
    today,
    recordedAt,
    words: {},
    key: `migrate/${row.machine_version}-${version}`,
    next: { version, state, context },
  })
  await reconcileTimers(trx, row.region, row.id, row.seq + 1, desiredTimers({ ...next, state }))
}
