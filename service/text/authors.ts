// Who wrote and who removed what a comparison shows. What differs is told by words, as people read it; whose it is by the
// log, letter for letter: a run ends where another's begins.
import { personById } from '../../db/people.ts'
import type { SectionRow } from '../../db/strategy.ts'
import type { Part, Row } from '../../editor/shared/compare.ts'
import type { BlockFacts } from '../../editor/shared/html.ts'
import type { House } from '../house.ts'
import type { AuthoredBlock } from '../room/history.ts'
import { authorsBetween } from '../room/past.ts'
import { seqAt, type Moment } from './section-versions.ts'

/// Part of a row, with the person's name where the log knows it.
export type Run = Part & { by?: string }

/// `later` when the comparison goes backwards in time: the names are of those who made it different afterwards.
export type NamedRow = Row & { runs: Run[]; reshapedBy?: string; later?: true }

/// Rows as `compareTexts` answers for these moments, with the names of those who made the difference. Backwards in time
/// that is who added later what is missing here, and who removed later what is here still.
export async function nameRows(
  house: House,
  section: SectionRow,
  lang: 'nb' | 'nn',
  moments: { from: Moment; to: Moment },
  rows: Row[],
): Promise<NamedRow[]> {
  const from = await seqAt(house, section, moments.from)
  const to = await seqAt(house, section, moments.to)
  const known = from !== undefined && to !== undefined && from !== to
  if (!known || rows.every((row) => row.is === 'same')) return withAuthors(rows, [])
  const { region, id, lineage } = section
  const { db } = house.store
  const [early, late] = [Math.min(from, to), Math.max(from, to)]
  const blocks = await authorsBetween(db, { region, section: id, lineage }, lang, early, late)
  const named = withAuthors(rows, from < to ? blocks : backwards(blocks))
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
    ...(from > to ? { later: true as const } : {}),
  }))
}

/// What was added in between is not there any more, what was removed is there again.
const backwards = (blocks: AuthoredBlock[]): AuthoredBlock[] =>
  blocks.map((block) => ({
    ...block,
    is: turned[block.is],
    pieces: block.pieces.map((piece) => ({ ...piece, is: turned[piece.is] })),
  }))

const turned = { same: 'same', added: 'removed', removed: 'added' } as const

/// The same with the persons' ids. Pure.
export function withAuthors(rows: Row[], blocks: AuthoredBlock[]): NamedRow[] {
  const before = finder(
    blocks.filter(({ is }) => is !== 'added'),
    'removed',
  )
  const after = finder(
    blocks.filter(({ is }) => is !== 'removed'),
    'added',
  )
  return rows.map((row) => {
    const old = row.is === 'added' ? undefined : before(row.before)
    const now = row.is === 'removed' ? undefined : after(row.after)
    const runs = runsOf(partsOf(row), {
      removed: lettersOf(old, 'removed', row.is === 'added' ? '' : row.before.text),
      added: lettersOf(now, 'added', row.is === 'removed' ? '' : row.after.text),
    })
    return { ...row, runs, ...some('reshapedBy', (now ?? old)?.reshaped) }
  })
}

/// Finds the log's block for one of the text: by its id, or where it bears none the next that reads the same.
function finder(
  blocks: AuthoredBlock[],
  fate: 'added' | 'removed',
): (of: BlockFacts) => AuthoredBlock | undefined {
  const byId = new Map(blocks.flatMap((block) => (block.id ? [[block.id, block]] : [])))
  const nameless = new Map<string, AuthoredBlock[]>()
  for (const block of blocks) {
    if (block.id) continue
    const text = readAt(block, fate)
    nameless.set(text, [...(nameless.get(text) ?? []), block])
  }
  return ({ id, text }) => (id ? byId.get(id) : nameless.get(text)?.shift())
}

/// The block's words at one of the two moments.
const readAt = ({ pieces }: AuthoredBlock, fate: 'added' | 'removed'): string =>
  pieces
    .filter(({ is }) => is === 'same' || is === fate)
    .map(({ text }) => text.replaceAll('\ufffc', ''))
    .join('')

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
