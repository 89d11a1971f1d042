// Everything a decision is asked with: the process under its lock, the facts around it, and the act put together with its
// free text parted from the rest.
import type { Trx } from '../db/database.ts'
import { journalRows } from '../db/journal.ts'
import type { Store } from '../db/open.ts'
import { lockProcess, storedOf, type ProcessRow } from '../db/process.ts'
import { processId } from '../db/strategy.ts'
import type { Act, Entry, Stored } from '../workflows/act.ts'
import { needsHistory } from '../workflows/decide.ts'
import type { EventSpec } from '../workflows/event-spec.ts'
import { factsToJson } from '../workflows/facts.ts'
import { personOf, rolesOf, type Command } from './command.ts'
import {
  factsNear,
  strategyFacts,
  surroundingsOf,
  type FrozenFacts,
  type GatheredParticipation,
  type Surroundings,
} from './facts.ts'
import type { House } from './house.ts'
import { partWords } from './journal/correction.ts'
import { entryOf } from './journal/record.ts'
import { nearTo, type Near } from './near.ts'
import { Refused } from './refusal.ts'

/// Everything a decision is asked with, and what recording it needs.
export type Ready = {
  stored: Stored
  act: Act
  /// Free texts by path; they go beside the journal, never into it.
  words: { [path: string]: string }
  history: Entry[] | undefined
  /// Where the act may be looked at from: a municipality's own, or everything for a joint act.
  seen: Seen
}

export type Seen =
  | { near: Near; gathered: GatheredParticipation; around?: undefined }
  | { around: Surroundings; near?: undefined; gathered?: undefined }

/// Locks and loads a process; throws `not-found`.
export async function rowOf(store: Store, trx: Trx, where: Place): Promise<ProcessRow> {
  const id = processId(where.strategy, where.municipality)
  const row = await lockProcess(trx, store.dialect, where.region, id)
  if (!row) throw new Refused('not-found')
  return row
}

/// Where a process lies, its strategy's name resolved.
export type Place = { region: number; strategy: string; municipality?: string }

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
  const seen = await look(trx, row, command, today, freezing)
  const facts = seen.around ? strategyFacts(seen.around, freezing) : seen.gathered.facts
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
  return { stored, act: one, words, history, seen }
}

/// What the act's rules look at. A municipality's act reads its own and how the others stand; a joint act all of them.
async function look(
  trx: Trx,
  row: ProcessRow,
  { input }: Pick<Command, 'input'>,
  today: string,
  freezing: FrozenFacts | undefined,
): Promise<Seen> {
  if (row.municipality) {
    const near = await nearOf(trx, row, today)
    return { near, gathered: await factsNear(trx, near, { named: input.edition, freezing }) }
  }
  const around = await aroundOf(trx, row, today)
  const { municipality } = input
  if (municipality !== undefined && !around.municipalities.some((m) => m.number === municipality)) {
    throw new Refused('input-invalid', { field: 'municipality' })
  }
  return { around }
}

export async function nearOf(trx: Trx, row: ProcessRow, today: string): Promise<Near> {
  const near = await nearTo(trx, row, today)
  if (!near) throw new Refused('not-found')
  return near
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
