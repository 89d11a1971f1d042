// Who wrote and who removed what a comparison shows. What differs is told by words, as people read it; whose it is by the
// log, letter for letter: a run ends where another's begins.
import { personById } from '../../db/people.ts'
import type { SectionRow } from '../../db/strategy.ts'
import type { Part, Row } from '../../editor/shared/compare.ts'
import type { House } from '../house.ts'
import { authorsBetween, type AuthoredBlock } from '../room/history.ts'
import { seqAt, type Moment } from './section-versions.ts'

/// Part of a row, with the person's name where the log knows it.
export type Run = Part & { by?: string }

export type NamedRow = Row & { runs: Run[]; reshapedBy?: string }

/// Rows as `compareTexts` answers for these moments, with names. Backwards in time they have none.
export async function nameRows(
  house: House,
  section: SectionRow,
  lang: 'nb' | 'nn',
  moments: { from: Moment; to: Moment },
  rows: Row[],
): Promise<NamedRow[]> {
  const from = await seqAt(house, section, moments.from)
  const to = await seqAt(house, section, moments.to)
  const known = from !== undefined && to !== undefined && from < to
  if (!known || rows.every((row) => row.is === 'same')) return withAuthors(rows, [])
  const { region, id, lineage } = section
  const { db } = house.store
  const blocks = await authorsBetween(db, { region, section: id, lineage }, lang, from, to)
  const named = withAuthors(rows, blocks)
  const ids = named.flatMap(({ runs, reshapedBy }) => [reshapedBy, ...runs.map(({ by }) => by)])
  const names = new Map<string, string>()
  for (const person of new Set(ids)) {
    const name = person && (await personById(db, person))?.name
    if (name) names.set(person, name)
  }
  return named.map(({ runs, reshapedBy, ...row }) => ({
    ...row,
    runs: runs.map(({ by, ...run }) => ({ ...run, ...some('by', names.get(by ?? '')) })),
    ...some('reshapedBy', names.get(reshapedBy ?? '')),
  }))
}

/// The same with the persons' ids. Pure.
export function withAuthors(rows: Row[], blocks: AuthoredBlock[]): NamedRow[] {
  const before = new Map<string, AuthoredBlock>()
  const after = new Map<string, AuthoredBlock>()
  for (const block of blocks) {
    if (!block.id) continue
    if (block.is !== 'added') before.set(block.id, block)
    if (block.is !== 'removed') after.set(block.id, block)
  }
  return rows.map((row) => {
    const old = row.is === 'added' ? undefined : before.get(row.before.id)
    const now = row.is === 'removed' ? undefined : after.get(row.after.id)
    const runs = runsOf(partsOf(row), {
      removed: lettersOf(old, 'removed', row.is === 'added' ? '' : row.before.text),
      added: lettersOf(now, 'added', row.is === 'removed' ? '' : row.after.text),
    })
    return { ...row, runs, ...some('reshapedBy', now?.reshaped) }
  })
}

function partsOf(row: Row): Part[] {
  if (row.is === 'changed') return row.parts
  return [{ is: row.is, text: row.is === 'removed' ? row.before.text : row.after.text }]
}

/// Whose each letter of a text is, where it was added or removed; empty when the log reads otherwise than the text.
function lettersOf(
  block: AuthoredBlock | undefined,
  fate: 'added' | 'removed',
  text: string,
): (string | undefined)[] {
  const letters: (string | undefined)[] = []
  let read = ''
  for (const piece of block?.pieces ?? []) {
    if (piece.is !== 'same' && piece.is !== fate) continue
    const words = piece.text.replaceAll('\ufffc', '')
    read += words
    for (let i = 0; i < words.length; i++) letters.push(piece.is === fate ? piece.by : undefined)
  }
  return read === text ? letters : []
}

type Letters = Record<'added' | 'removed', (string | undefined)[]>

function runsOf(parts: Part[], letters: Letters): Run[] {
  const at = { added: 0, removed: 0 }
  const runs: Run[] = []
  for (const { is, text } of parts) {
    if (is === 'same') {
      runs.push({ is, text })
      at.added += text.length
      at.removed += text.length
      continue
    }
    const whose = letters[is].slice(at[is], at[is] + text.length)
    at[is] += text.length
    // A letter that stayed while its word changed goes with the change around it.
    let by = whose.find((one) => one !== undefined)
    let start = 0
    for (let i = 0; i <= text.length; i++) {
      const next = i < text.length ? (whose[i] ?? by) : undefined
      if (i < text.length && next === by) continue
      if (i > start) runs.push({ is, text: text.slice(start, i), ...some('by', by) })
      start = i
      by = next
    }
  }
  return runs
}

const some = <K extends string>(key: K, value: string | undefined): { [key in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]?: string })
