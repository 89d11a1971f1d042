// The journal as people and the API read it: each act with its words put back where they were, and with what has been
// erased standing as null.
import type { Db } from '../../db/database.ts'
import { detailRows, journalRows, type JournalRow } from '../../db/journal.ts'
import { namesOf } from '../../db/desk.ts'
import type { Finding, HeldRole, Json, ProcessKind, Role } from '../../workflows/act.ts'
import { specOf } from '../../workflows/events.ts'

export type JournalEntry = {
  seq: number
  type: string
  actedOn: string
  recordedAt: string
  /// Id of the person, `system` for what the system did by itself.
  by: string
  /// Null when the person's name is no longer kept.
  byName: string | null
  /// The role that gave the right; null for the system.
  role: Role | null
  behalfOf: string | null
  input: { [key: string]: Json }
  findings: Finding[]
  /// Reason by rule; null when the words are erased.
  overrides: { [rule: string]: string | null }
  /// Fields whose words have been erased, by path.
  erased: string[]
  from: string
  to: string
  prevHash: string
  hash: string
}

/// A process's journal in order.
export async function journalOf(
  db: Db,
  region: number,
  process: string,
  kind: ProcessKind,
): Promise<JournalEntry[]> {
  const rows = await journalRows(db, region, process)
  const words = new Map<number, Map<string, string>>()
  for (const { seq, field, value } of await detailRows(db, region, process)) {
    words.set(seq, (words.get(seq) ?? new Map()).set(field, value))
  }
  const names = await namesOf(db, [...new Set(rows.map((row) => row.actor))])
  return rows.map((row) => read(row, kind, words.get(row.seq) ?? new Map(), names))
}

function read(
  row: JournalRow,
  kind: ProcessKind,
  words: Map<string, string>,
  names: Map<string, string>,
): JournalEntry {
  const input = JSON.parse(row.input) as { [key: string]: Json }
  const erased: string[] = []
  const said = Object.keys(JSON.parse(row.details) as object)
  for (const path of said) {
    if (!words.has(path)) erased.push(path)
    if (!path.startsWith('override.')) putBack(input, path.split('.'), words.get(path) ?? null)
  }
  const used = JSON.parse(row.overrides) as string[]
  return {
    seq: row.seq,
    type: row.type,
    actedOn: row.acted_on,
    recordedAt: row.recorded_at,
    by: row.actor,
    byName: names.get(row.actor) ?? null,
    role: roleOf(row, kind),
    behalfOf: row.behalf_of,
    input,
    findings: JSON.parse(row.findings) as Finding[],
    overrides: Object.fromEntries(
      used.map((rule) => [rule, words.get(`override.${rule}`) ?? null]),
    ),
    erased,
    from: row.from_state,
    to: row.to_state,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}

/// Sets the words at a path like `changes.0.text`, where the entry holds `true` for them.
function putBack(into: Json, path: string[], value: string | null): void {
  const [key, ...rest] = path
  if (key === undefined || into === null || typeof into !== 'object') return
  const at = into as { [key: string]: Json }
  if (rest.length === 0) at[key] = value
  else if (at[key] !== undefined) putBack(at[key], rest, value)
}

/// Of the roles held at that moment, the one the event asks for in that municipality.
function roleOf(row: JournalRow, kind: ProcessKind): Role | null {
  const held = JSON.parse(row.roles) as HeldRole[]
  const actors = specOf(kind, row.type)?.actors ?? []
  const here = held.filter(
    (one) => row.behalf_of === null || one.municipality === row.behalf_of || !one.municipality,
  )
  return (here.find((one) => actors.includes(one.role)) ?? here[0] ?? held[0])?.role ?? null
}
