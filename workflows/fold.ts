// Folding a journal: corrections put in, the acts in their order, each played once. What was stored is exactly this.
// A municipality's facts take their place by the date they happened, so that a decision recorded three weeks late ends
// where it would have ended live; plans stand where they were made. A migration's entry holds a snapshot: folding begins at
// the newest one.
import type { Day, Entry, Json, ProcessKind, Stored } from './act.ts'
import { erasedType, migratedType } from './definitions.ts'
import { specOf } from './events.ts'
import { dateOf, faces, latestOn, play, stepOf, type Context, type Face } from './process.ts'

/// A process before its first act: K00 or F10, seq 0.
export const begin = (kind: ProcessKind): Stored => {
  const { definition, fresh } = faces[kind].process
  return { kind, version: definition.version, state: definition.initial, context: fresh, seq: 0 }
}

/// Folds a journal, in order of `seq`, into exactly the state that was stored. Acts that no longer apply after a
/// correction or an earlier fact fall away; nothing is lost from the journal.
export function fold(kind: ProcessKind, entries: readonly Entry[]): Stored {
  const face = faces[kind]
  const { rest, ...start } = sinceMigration(kind, entries)
  const ordered = inOrder(face, corrected(rest), latestOn(start))
  let at: { state: string; context: Context } = start
  for (const { entry, on } of ordered) at = play(face, at, stepOf(entry, on, entry.seq, true)) ?? at
  const last = entries.at(-1)
  const latest = ordered.reduce((d, { on }) => (d === null || on > d ? on : d), latestOn(start))
  const context = { ...at.context, latestOn: latest }
  return {
    kind,
    version: face.process.definition.version,
    state: face.seen(at.state, context, last?.facts ?? {}),
    context,
    seq: last?.seq ?? 0,
  }
}

/// State and context as they were when an act of this date takes its place.
export function foldUntil(
  kind: ProcessKind,
  entries: readonly Entry[],
  on: Day,
): { state: string; context: Context } {
  const face = faces[kind]
  const { rest, ...start } = sinceMigration(kind, entries)
  let at: { state: string; context: Context } = start
  for (const placed of inOrder(face, corrected(rest), latestOn(start)))
    if (placed.on <= on)
      at = play(face, at, stepOf(placed.entry, placed.on, placed.entry.seq, true)) ?? at
  return at
}

/// Where playing begins, and what is played from there: the newest migration's snapshot, else the very beginning. What
/// lies before a migration was played by the definition of its day, and is played again only when it was corrected since.
export function sinceMigration(
  kind: ProcessKind,
  entries: readonly Entry[],
): { state: string; context: Context; rest: readonly Entry[] } {
  const at = entries.findLastIndex(({ type }) => type === migratedType)
  const migrated = entries[at]
  const rest = entries.slice(at + 1).filter(({ type }) => type !== erasedType)
  const reaches = ({ type, input }: Entry) =>
    type === 'correct' && Number(input.entry) < migrated!.seq
  if (!migrated || rest.some(reaches)) {
    const { state, context } = begin(kind)
    return { state, context, rest: acts(entries) }
  }
  const { state, context } = migrated.input
  return { state: String(state), context: context as Context, rest }
}

/// The acts alone: without migrations, and without what was said about erased words.
export const acts = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ type }) => type !== migratedType && type !== erasedType)

/// Was this entry played by an older definition than the one that runs now?
export const beforeMigration = (entries: readonly Entry[], seq: number): boolean =>
  entries.some((entry) => entry.type === migratedType && seq < entry.seq)

/// Would today's definition, given every act from the first, have come to exactly what is stored? Only then may an entry
/// from before a migration be corrected: everything after it is played again by today's rules.
export function readsTheSame(stored: Stored, entries: readonly Entry[]): boolean {
  const whole = fold(stored.kind, acts(entries))
  return whole.state === stored.state && plain(whole.context) === plain(stored.context)
}

/// JSON with its members in order.
const plain = (value: Json): string =>
  JSON.stringify(value, (_, member: Json) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )

/// The entry a correction would leave in place of the old one; undefined when it does not fit.
export function correctedEntry(
  entry: Entry,
  field: string,
  value: Json,
  facts: Entry['facts'],
): Entry | undefined {
  if (field === 'actedOn')
    return typeof value === 'string' ? { ...entry, actedOn: value } : undefined
  const input = { ...entry.input }
  if (value === null) delete input[field]
  else input[field] = value
  const named = field === 'edition' ? { named: facts.named ?? null } : {}
  return { ...entry, input, facts: { ...entry.facts, ...named } }
}

/// The journal with its corrections put in and struck entries left out.
export function corrected(entries: readonly Entry[]): Entry[] {
  if (!entries.some((e) => e.type === 'correct')) return [...entries]
  const bySeq = new Map(entries.map((e) => [e.seq, e]))
  for (const { type, input, facts } of entries) {
    if (type !== 'correct') continue
    const target = bySeq.get(Number(input.entry))
    if (!target) continue
    if (input.field === 'void') bySeq.delete(target.seq)
    else {
      const changed = correctedEntry(target, String(input.field), input.value ?? null, facts)
      if (changed) bySeq.set(target.seq, changed)
    }
  }
  return [...bySeq.values()]
}

type Placed = { entry: Entry; on: Day }

/// Facts and the system's acts by their date, plans no earlier than what was known when they were made.
function inOrder(face: Face, entries: readonly Entry[], before: Day | null): Placed[] {
  let known: Day = before ?? '0000-01-01'
  const placed = entries.map((entry) => {
    const own = dateOf(entry)
    const plan = specOf(face.kind, entry.type)?.kind === 'P'
    const on = plan && own < known ? known : own
    if (on > known) known = on
    return { entry, on }
  })
  if (!face.byDate) return placed
  return placed.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry.seq - b.entry.seq))
}
