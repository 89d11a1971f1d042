// A journal as people read it: newest first, each act in one sentence with who did it in which role, on whose behalf,
// what it rests on and what the rules said.
import { namesOf } from '../../db/desk.ts'
import { detailRows, journalRows, type JournalRow } from '../../db/journal.ts'
import type { Finding, HeldRole, Json, ProcessKind, Role } from '../../workflows/act.ts'
import { specOf } from '../../workflows/events.ts'
import { roleLabel } from '../../workflows/words.ts'
import type { House } from '../house.ts'
import { entryHash, genesisHash } from '../journal/chain.ts'
import type { Desk } from './desk.ts'
import { sayAct } from './say-act.ts'

export type JournalLine = {
  seq: number
  /// An act of a clock: it happened at midnight.
  atMidnight: boolean
  actedOn: string
  recordedAt: string
  sentence: string
  /// Undefined for an act of the system.
  by?: { name: string; role?: string; behalfOf?: string }
  /// Hash of a frozen text the act names or made.
  version?: string
  evidence: { text: string; href?: string }[]
  findings: Finding[]
  /// Overridden rules with the reason given, where it has not been erased.
  overrides: { rule: string; reason?: string }[]
  /// More words than the sentence holds: operative points, changes.
  more: { label: string; text: string }[]
  hash: string
}

/// All lines of one process, newest first. `count` limits them.
export async function journalView(
  house: House,
  desk: Desk,
  kind: ProcessKind,
  process: string,
  count?: number,
): Promise<{ lines: JournalLine[]; total: number; unbroken: boolean }> {
  const { db } = house.store
  const rows = await journalRows(db, desk.region, process)
  const details = await detailRows(db, desk.region, process)
  const words = new Map<number, Record<string, string>>()
  for (const { seq, field, value } of details) {
    words.set(seq, { ...words.get(seq), [field]: value })
  }
  const shown = rows.toReversed().slice(0, count)
  const names = await namesOf(db, [...new Set(shown.map((row) => row.actor))])
  return {
    total: rows.length,
    unbroken: isUnbroken(rows, desk.region, process),
    lines: shown.map((row) => lineOf(row, kind, desk, words.get(row.seq) ?? {}, names)),
  }
}

/// Does each line cover what it says and the line before it, from the first on?
function isUnbroken(rows: JournalRow[], region: number, process: string): boolean {
  let before = genesisHash(region, process)
  return rows.every((row) => {
    const whole = row.prev_hash === before && entryHash(row) === row.hash
    before = row.hash
    return whole
  })
}

function lineOf(
  row: JournalRow,
  kind: ProcessKind,
  desk: Desk,
  words: Record<string, string>,
  names: Map<string, string>,
): JournalLine {
  const { lang } = desk
  const input = JSON.parse(row.input) as { [key: string]: Json }
  const overrides = JSON.parse(row.overrides) as string[]
  const nameOf = (number: Json | undefined): string | undefined =>
    desk.tracks.find((track) => track.number === number)?.name
  const by = row.actor === 'system' ? undefined : byOf(row, kind, desk, names)
  const version = versionOf(row, input)
  return {
    seq: row.seq,
    atMidnight: ['deadline-passed', 'notice-ended'].includes(row.type),
    actedOn: row.acted_on,
    recordedAt: row.recorded_at,
    sentence: sayAct(
      kind,
      { type: row.type, input, details: words, named: nameOf(input.municipality) },
      lang,
    ),
    ...(by ? { by } : {}),
    ...(version ? { version } : {}),
    evidence: evidenceOf(words.evidence ?? '', input.url),
    findings: JSON.parse(row.findings) as Finding[],
    overrides: overrides.map((rule) => {
      const reason = words[`override.${rule}`]
      return { rule, ...(reason ? { reason } : {}) }
    }),
    more: Object.entries(words)
      .filter(
        ([field]) => /^(points|changes)\.\d+\.text$/.test(field) || field === 'editorialPower',
      )
      .map(([field, text]) => ({ label: field.split('.')[0]!, text })),
    hash: row.hash,
  }
}

function byOf(
  row: JournalRow,
  kind: ProcessKind,
  desk: Desk,
  names: Map<string, string>,
): NonNullable<JournalLine['by']> {
  const held = JSON.parse(row.roles) as HeldRole[]
  const actors: readonly Role[] = specOf(kind, row.type)?.actors ?? []
  const counts = held.filter(
    (role) => role.municipality === undefined || role.municipality === row.behalf_of,
  )
  const role = counts.find((each) => actors.includes(each.role)) ?? counts[0]
  const behalf = desk.tracks.find((track) => track.number === row.behalf_of)?.name
  return {
    name: names.get(row.actor) ?? '–',
    ...(role ? { role: roleLabel(role.role, desk.lang) } : {}),
    ...(behalf ? { behalfOf: behalf } : {}),
  }
}

/// The version an act froze lies in its facts; one that was named in its input.
function versionOf(row: JournalRow, input: { [key: string]: Json }): string | undefined {
  if (typeof input.edition === 'string' && /^[0-9a-f]{64}$/.test(input.edition))
    return input.edition
  if (!row.type.startsWith('freeze-')) return undefined
  const facts = JSON.parse(row.facts) as { frozen?: { hash?: string } | null }
  return facts.frozen?.hash
}

/// Evidence is typed or uploaded: addresses become links, our own files by their names.
function evidenceOf(text: string, url: Json | undefined): JournalLine['evidence'] {
  const found = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const file = /^(\/bevis\/\S+)\s*(.*)$/.exec(line)
      if (file) return { text: file[2] || file[1]!, href: file[1]! }
      return URL.canParse(line) && /^https?:/.test(line)
        ? { text: line, href: line }
        : { text: line }
    })
  return typeof url === 'string' ? [...found, { text: url, href: url }] : found
}
