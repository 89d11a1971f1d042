// One act inside an open transaction: looked up, decided, recorded, with its timers, its effects and its answer. The door
// (`act.ts`) and the timers open the transaction; nobody else calls this.
import type { Trx } from '../db/database.ts'
import { journalRows, rememberAnswer, rememberedAnswer } from '../db/journal.ts'
import type { Store } from '../db/open.ts'
import { lockProcess, saveProcess, storedOf, type ProcessRow } from '../db/process.ts'
import { processId } from '../db/strategy.ts'
import { reconcileTimers } from '../db/timer.ts'
import type { Act, Decision, Entry, Stored } from '../workflows/act.ts'
import { decide, needsHistory } from '../workflows/decide.ts'
import type { EventSpec } from '../workflows/event-spec.ts'
import { factsToJson } from '../workflows/facts.ts'
import { flagsOf } from '../workflows/flags.ts'
import { deriveJoint, milestonesOf, viewOf } from '../workflows/joint-state.ts'
import { desiredTimers } from '../workflows/timers.ts'
import {
  checkScope,
  checkShape,
  personOf,
  requestHash,
  rolesOf,
  type Command,
  type Done,
  type No,
  type Outcome,
} from './command.ts'
import { carryEffects } from './effects.ts'
import {
  masterPlanOf,
  participationFacts,
  strategyFacts,
  surroundingsOf,
  type FrozenFacts,
  type GatheredParticipation,
  type Surroundings,
} from './facts.ts'
import type { House } from './house.ts'
import { partWords } from './journal/correction.ts'
import { entryOf, recordAct } from './journal/record.ts'
import { Refused } from './refusal.ts'
import { keepEdition, keepEditionOf } from './version/edition.ts'
import { freezeDraft, versionNameOf, type Draft, type Frozen } from './version/freeze.ts'

/// One act inside a transaction that is already open: the timer's claim and its act stand or fall together. The caller
/// has locked `row`.
export async function stepIn(
  house: House,
  trx: Trx,
  row: ProcessRow,
  command: Command,
  draft?: Draft,
): Promise<Outcome> {
  const spec = checkShape(command)
  checkScope(command)
  const before = await rememberedOutcome(trx, row, command)
  if (before) return before
  if (command.expectedSeq !== undefined && command.expectedSeq !== row.seq) {
    return stale(trx, row, command.expectedSeq)
  }
  const frozen = draft ? await freezeDraft(trx, draft, masterPlanOf(storedOf(row))) : undefined
  const ready = await prepare(
    house,
    trx,
    row,
    command,
    spec,
    freezingOf(house.clock.today(), draft, frozen),
  )
  const decision = decide(ready.stored, ready.act, ready.history)
  if (!decision.ok) return noFrom(decision)
  return record(house, trx, row, command, ready, decision, frozen)
}

/// Everything a decision is asked with, and what recording it needs.
export type Ready = {
  stored: Stored
  act: Act
  /// Free texts by path; they go beside the journal, never into it.
  words: { [path: string]: string }
  history: Entry[] | undefined
  around: Surroundings
  gathered: GatheredParticipation | undefined
}

/// Locks and loads a process; throws `not-found`.
export async function rowOf(store: Store, trx: Trx, where: Place): Promise<ProcessRow> {
  const id = processId(where.strategy, where.municipality)
  const row = await lockProcess(trx, store.dialect, where.region, id)
  if (!row) throw new Refused('not-found')
  return row
}

/// Where a process lies, its strategy's name resolved.
export type Place = { region: number; strategy: string; municipality?: string }

/// The answer already given to this key, or `key-reused` when it was another command. Undefined when the key is new.
export async function rememberedOutcome(
  trx: Trx,
  row: ProcessRow,
  command: Command,
): Promise<Outcome | undefined> {
  const person = personOf(command.person)
  const known = await rememberedAnswer(trx, row.region, row.id, person, command.key)
  if (!known) return undefined
  if (known.request_hash !== requestHash(command)) {
    return { ok: false, code: 'key-reused', findings: [] }
  }
  return { ...(JSON.parse(known.answer) as Done), replayed: true }
}

/// The facts are looked up and the act put together; free text is parted from the rest.
export async function prepare(
  house: House,
  trx: Trx,
  row: ProcessRow,
  command: Omit<Command, 'key'>,
  spec: EventSpec,
  freezing: FrozenFacts | undefined,
): Promise<Ready> {
  const today = house.clock.today()
  const around = await aroundOf(trx, row, today)
  checkNamedMunicipality(around, command)
  const gathered = row.municipality
    ? await participationFacts(trx, around, row.municipality, {
        named: command.input.edition,
        freezing,
      })
    : undefined
  const facts = gathered?.facts ?? strategyFacts(around, freezing)
  const { input, words } = await partWords(trx, row, spec, command.input)
  const overrides = command.overrides ?? {}
  for (const [rule, reason] of Object.entries(overrides)) words[`override.${rule}`] = reason
  const stored = storedOf(row)
  const one: Act = {
    type: command.type,
    input,
    by: personOf(command.person),
    roles: command.person === 'system' ? [] : rolesOf(command.person, row.region),
    ...(row.municipality ? { behalfOf: row.municipality } : {}),
    actedOn: command.actedOn,
    today,
    recordedAt: house.clock.instant(),
    overrides: Object.keys(overrides),
    facts: factsToJson(facts),
    channel: command.person === 'system' ? 'system' : 'person',
  }
  const history = needsHistory(stored, one)
    ? (await journalRows(trx, row.region, row.id)).map(entryOf)
    : undefined
  return { stored, act: one, words, history, around, gathered }
}

export const aroundOf = async (
  trx: Trx,
  where: { region: number; strategy: string },
  today: string,
): Promise<Surroundings> => {
  const around = await surroundingsOf(trx, where.region, where.strategy, today)
  if (!around) throw new Refused('not-found')
  return around
}

async function record(
  house: House,
  trx: Trx,
  row: ProcessRow,
  command: Command,
  ready: Ready,
  decision: Extract<Decision, { ok: true }>,
  frozen: Frozen | undefined,
): Promise<Done> {
  const seq = row.seq + 1
  const used = new Set(decision.overridden)
  const words = Object.fromEntries(
    Object.entries(ready.words).filter(
      ([path]) => !path.startsWith('override.') || used.has(path.slice('override.'.length)),
    ),
  )
  const entry = await recordAct(trx, { row, act: ready.act, decision, words, key: command.key })
  const saved = await saveProcess(trx, row, {
    state: decision.state,
    context: JSON.stringify(decision.context),
    head_hash: entry.hash,
    updated_at: ready.act.recordedAt,
    machine_version: row.machine_version,
  })
  if (!saved) throw new Refused('stale')
  const next: Stored = { ...ready.stored, state: decision.state, context: decision.context, seq }
  const stamp = {
    recordedAt: ready.act.recordedAt,
    frozenOn: ready.act.today,
    process: row.id,
    seq,
    madeBy: ready.act.by,
  }
  if (frozen) {
    await frozen.write(trx, {
      ...stamp,
      name: versionNameOf(command.type, command.input),
      round: roundOf(next),
    })
    if (!row.municipality) {
      await keepEditions(trx, ready.around, frozen.part.hash, stamp.recordedAt, stamp.madeBy)
    }
  }
  if (ready.gathered?.edition) {
    await keepEdition(trx, ready.gathered.edition, {
      region: row.region,
      strategy: row.strategy,
      zone: row.municipality!,
      name: 'edition',
      round: roundOf(next),
      recorded_at: stamp.recordedAt,
      process: row.id,
      seq,
      made_by: stamp.madeBy,
    })
  }
  await carryEffects(house, trx, row, seq, ready.act, next, decision.effects)
  await reconcileTimers(trx, row.region, row.id, seq, desiredTimers(next))
  const done: Done = {
    ok: true,
    seq,
    state: row.municipality ? decision.state : jointStateAfter(ready.around, next),
    flags: ready.gathered ? flagsOf(next, ready.gathered.facts, ready.act.today) : [],
    findings: decision.findings,
  }
  await rememberAnswer(trx, {
    region: row.region,
    process: row.id,
    person: ready.act.by,
    key: command.key,
    request_hash: requestHash(command),
    answer: JSON.stringify(done),
    created_at: ready.act.recordedAt,
  })
  return done
}

/// A new joint version makes a new edition for every municipality whose own part is frozen.
async function keepEditions(
  trx: Trx,
  around: Surroundings,
  joint: string,
  recordedAt: string,
  madeBy: string,
): Promise<void> {
  const { region, strategy, today } = around
  for (const { number } of around.municipalities) {
    const row = around.rows.get(processId(strategy.id, number))!
    const stored = storedOf(row)
    await keepEditionOf(
      trx,
      {
        region,
        strategy: strategy.id,
        municipality: number,
        today,
        joint,
        masterPlan: masterPlanOf(stored),
      },
      { process: row.id, seq: row.seq, round: roundOf(stored), recordedAt, madeBy },
    )
  }
}

const freezingOf = (
  today: string,
  draft: Draft | undefined,
  frozen: Frozen | undefined,
): FrozenFacts | undefined =>
  draft && frozen
    ? {
        frozen: draft.sections.length > 0 ? { hash: frozen.part.hash, on: today } : null,
        openSuggestions: draft.openSuggestions,
        missing: draft.missing,
      }
    : undefined

async function stale(trx: Trx, row: ProcessRow, expected: number): Promise<No> {
  const since = await journalRows(trx, row.region, row.id, expected)
  return {
    ok: false,
    code: 'stale',
    findings: [],
    seq: row.seq,
    changed: since.map((entry) => ({
      seq: entry.seq,
      type: entry.type,
      actedOn: entry.acted_on,
      recordedAt: entry.recorded_at,
      by: entry.actor,
    })),
  }
}

const noFrom = (decision: Extract<Decision, { ok: false }>): No => ({
  ok: false,
  code: decision.refusal,
  findings: decision.findings,
  ...(decision.field ? { field: decision.field } : {}),
})

const roundOf = (stored: Stored): number =>
  stored.kind === 'strategy' ? milestonesOf(stored).round : viewOf(stored, '', '').round

const jointStateAfter = (around: Surroundings, joint: Stored): string =>
  deriveJoint(milestonesOf(joint), around.participants).state

function checkNamedMunicipality(around: Surroundings, command: Omit<Command, 'key'>): void {
  const { municipality } = command.input
  if (municipality !== undefined && !around.municipalities.some((m) => m.number === municipality)) {
    throw new Refused('input-invalid', { field: 'municipality' })
  }
}
