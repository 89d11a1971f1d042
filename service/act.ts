// The one door. Nothing else writes process state: pages, the API, timers and the service itself all come through here.
// An act is looked up, decided, recorded and answered in one transaction, or nothing of it happened.
import { processOf, storedOf, type ProcessRow } from '../db/process.ts'
import type { Trx } from '../db/database.ts'
import { findStrategy, processId } from '../db/strategy.ts'
import type { Stored } from '../workflows/act.ts'
import type { EventSpec } from '../workflows/event-spec.ts'
import {
  available as availableIn,
  explain as explainIn,
  type Available,
  type Explanation,
} from '../workflows/decide.ts'
import {
  checkScope,
  checkShape,
  personOf,
  rolesOf,
  type Command,
  type No,
  type Outcome,
  type ProcessName,
} from './command.ts'
import { factsNear, strategyFacts, type FrozenFacts } from './facts.ts'
import { followJoint } from './follow-joint.ts'
import { followUp } from './follow.ts'
import type { House, SignedIn } from './house.ts'
import { Refused } from './refusal.ts'
import { fireDue } from './timers.ts'
import { aroundOf, nearOf, prepare, rowOf, type Place } from './prepare.ts'
import { nothing } from './keep.ts'
import { rememberedOutcome, stepIn } from './step.ts'
import { freezes, previewDraft, withDraft, type Draft } from './version/freeze.ts'
import { wholeLanguage } from './version/language.ts'

export type { Command, Done, No, Outcome, ProcessName, Since } from './command.ts'

/// Carries out one act. Refusals come back as `ok: false` with every finding at once and are not remembered; the machine's
/// own troubles (a full disk, no database) are thrown, and nothing was stored.
export async function act(house: House, command: Command): Promise<Outcome> {
  const { strategy, kind, municipality } = command.process
  const flight = JSON.stringify([
    strategy,
    kind,
    municipality,
    personOf(command.person),
    command.key,
  ])
  const running = inFlight.get(flight)
  if (running) {
    if (command.inFlight === 'refuse') return { ok: false, code: 'key-in-flight', findings: [] }
    await running.catch(() => {})
  }
  const answer = actOnce(house, command)
  inFlight.set(flight, answer)
  try {
    return await answer
  } catch (error) {
    return noOf(error)
  } finally {
    if (inFlight.get(flight) === answer) inFlight.delete(flight)
  }
}

/// Everything that speaks for and against an act, changing nothing. A wrong shape is refused as with `act`; what the
/// rules say comes as an explanation, also when it is no.
export async function explain(house: House, command: Omit<Command, 'key'>): Promise<Said | No> {
  try {
    const spec = checkShape(command)
    checkScope(command)
    const where = await placeOf(house, command.process)
    const freezing = freezes(command.type, command.input)
      ? await previewDraft(house, where.region, where.strategy, zoneOf(where))
      : undefined
    return await house.store.db
      .transaction()
      .execute(async (trx) => said(house, trx, await seenRow(trx, where), command, spec, freezing))
  } catch (error) {
    return noOf(error)
  }
}

export type AvailableNow = { seq: number; today: string; stored: Stored; events: Available[] }

/// Every event this person's roles may register in a process now, the blocked ones too, with all findings. Throws
/// `not-found`.
export async function available(
  house: House,
  process: ProcessName,
  person: SignedIn,
): Promise<AvailableNow> {
  const where = await placeOf(house, process)
  const today = house.clock.today()
  return house.store.db.transaction().execute(async (trx) => {
    const row = await seenRow(trx, where)
    // What a freeze would find in the text is asked when it is tried; here it stands as if it were in order.
    const freezing = { frozen: { hash: '0'.repeat(64), on: today }, openSuggestions: 0 }
    const facts = row.municipality
      ? (await factsNear(trx, await nearOf(trx, row, today))).facts
      : strategyFacts(await aroundOf(trx, where, today))
    const stored = storedOf(row)
    const events = availableIn(
      stored,
      {
        roles: rolesOf(person, where.region),
        ...(row.municipality ? { behalfOf: row.municipality } : {}),
      },
      { ...facts, frozen: freezing.frozen },
      today,
    )
    return { seq: row.seq, today, stored, events }
  })
}

const inFlight = new Map<string, Promise<Outcome>>()

async function actOnce(house: House, command: Command): Promise<Outcome> {
  checkShape(command)
  checkScope(command)
  const where = await placeOf(house, command.process)
  // What has fallen due comes first, also when the worker has not looked yet.
  await fireDue(house)
  if (command.process.kind === 'strategy') await followJoint(house, where.region, where.strategy)
  let owes = nothing
  const run = (draft?: Draft): Promise<Outcome> =>
    retryOnce(async () => {
      const { outcome, ...stepped } = await house.store.db
        .transaction()
        .execute(async (trx) =>
          stepIn(house, trx, await rowOf(house.store, trx, where), command, draft),
        )
      owes = stepped.owes
      // While the intake is still held: sockets of a frozen text hear of it before anything can be written.
      if (outcome.ok && !outcome.replayed) house.changed(where)
      return outcome
    })
  const outcome = freezes(command.type, command.input)
    ? await freezeFirst(house, command, where, run)
    : await run()
  if (outcome.ok && !outcome.replayed) await followUp(house, where.region, where.strategy, owes)
  return outcome
}

/// A text is held only when the act would go through for all that is known without reading it, and a repeated key never
/// holds it. What speaks against it is then said whole, the text's part with it.
async function freezeFirst(
  house: House,
  command: Command,
  where: Place,
  run: (draft: Draft) => Promise<Outcome>,
): Promise<Outcome> {
  const spec = checkShape(command)
  const first = await house.store.db.transaction().execute(async (trx) => {
    const row = await seenRow(trx, where)
    const before = await rememberedOutcome(trx, row, command)
    const inOrder = freezingInOrder(house.clock.today())
    return before ?? (await said(house, trx, row, command, spec, inOrder))
  })
  if (!('allowed' in first)) return first
  if (!first.allowed) {
    const why = await explain(house, command)
    if (!why.ok) return why
    if (!why.allowed) {
      return {
        ok: false,
        code: why.refusal ?? 'findings-refuse',
        findings: why.findings,
        ...(why.field ? { field: why.field } : {}),
      }
    }
  }
  return withDraft(house, where.region, where.strategy, zoneOf(where), run)
}

type Said = Explanation & { ok: true; seq: number }

async function said(
  house: House,
  trx: Trx,
  row: ProcessRow,
  command: Omit<Command, 'key'>,
  spec: EventSpec,
  freezing: FrozenFacts | undefined,
): Promise<Said> {
  const ready = await prepare(house, trx, row, command, spec, freezing)
  return { ok: true, seq: row.seq, ...explainIn(ready.stored, ready.act, ready.history) }
}

/// A text before it has been read: as if nothing were wrong with it.
const freezingInOrder = (today: string): FrozenFacts => ({
  frozen: { hash: '0'.repeat(64), on: today },
  openSuggestions: 0,
  language: wholeLanguage,
})

const zoneOf = (where: Place): string => where.municipality ?? 'joint'

/// The strategy by id or slug, and which of its processes; throws `not-found`.
async function placeOf(house: House, process: ProcessName): Promise<Place> {
  const found = await findStrategy(house.store.db, process.strategy)
  if (!found || (process.kind === 'participation') !== (process.municipality !== undefined)) {
    throw new Refused('not-found')
  }
  return {
    region: found.region,
    strategy: found.id,
    ...(process.municipality ? { municipality: process.municipality } : {}),
  }
}

/// A process looked at, not locked.
async function seenRow(trx: Trx, where: Place): Promise<ProcessRow> {
  const row = await processOf(trx, where.region, processId(where.strategy, where.municipality))
  if (!row) throw new Refused('not-found')
  return row
}

/// Two who waited for one another's rows: the database stopped one, and once more is enough.
async function retryOnce<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['40001', '40P01', '23505'].includes(code)) throw error
    return run()
  }
}

/// A refusal as an answer; anything else goes on.
function noOf(error: unknown): No {
  if (!(error instanceof Refused)) throw error
  return {
    ok: false,
    code: error.code,
    findings: error.findings,
    ...(error.field ? { field: error.field } : {}),
    ...(error.seq === undefined ? {} : { seq: error.seq }),
  }
}
