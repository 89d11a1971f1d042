// One act inside an open transaction: looked up, decided, written down. The door (`act.ts`) and the timers open the
// transaction; nobody else calls this.
import type { Trx } from '../db/database.ts'
import { journalRows, rememberedAnswer } from '../db/journal.ts'
import { storedOf, type ProcessRow } from '../db/process.ts'
import type { Decision } from '../workflows/act.ts'
import { decide } from '../workflows/decide.ts'
import {
  checkScope,
  checkShape,
  personOf,
  requestHash,
  type Command,
  type Done,
  type No,
  type Outcome,
} from './command.ts'
import { masterPlanOf, type FrozenFacts } from './facts.ts'
import type { House } from './house.ts'
import { keep, nothing, type Owes } from './keep.ts'
import { prepare } from './prepare.ts'
import { freezeDraft, type Draft, type Frozen } from './version/freeze.ts'

/// An answer, and what is left to do once it is committed.
export type Stepped = { outcome: Outcome; owes: Owes }

/// One act inside a transaction that is already open: the timer's claim and its act stand or fall together. The caller
/// has locked `row`.
export async function stepIn(
  house: House,
  trx: Trx,
  row: ProcessRow,
  command: Command,
  draft?: Draft,
): Promise<Stepped> {
  const spec = checkShape(command)
  checkScope(command)
  const before = await rememberedOutcome(trx, row, command)
  if (before) return { outcome: before, owes: nothing }
  if (command.expectedSeq !== undefined && command.expectedSeq !== row.seq) {
    return { outcome: await stale(trx, row, command.expectedSeq), owes: nothing }
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
  if (!decision.ok) return { outcome: noFrom(decision), owes: nothing }
  return keep(house, trx, row, command, ready, decision, frozen)
}

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

const freezingOf = (
  today: string,
  draft: Draft | undefined,
  frozen: Frozen | undefined,
): FrozenFacts | undefined =>
  draft && frozen
    ? {
        frozen: draft.sections.length > 0 ? { hash: frozen.part.hash, on: today } : null,
        openSuggestions: draft.openSuggestions,
        suggestedIn: draft.suggestedIn,
        undescribedIn: draft.undescribedIn,
        language: draft.language,
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
