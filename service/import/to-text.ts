// From the tree of a Word document to blocks of ours: every paragraph one block with its meaning in its attributes, lists
// flat with their levels, tables squared, footnotes as blocks of their own, pictures between the paragraphs.
import { maxIndent, type PmJson } from '../../editor/shared/schema.ts'
import { piecesOf, textIn, type Piece, type Reader } from './inline.ts'
import type { createCounter } from './left.ts'
import type { Meaning, Styles } from './styles.ts'
import type { Paragraph, Picture, Table, Word, WordDocument } from './word-tree.ts'

export type Text = {
  /// The document's own title, which is not among the blocks.
  title: string
  /// Blocks, tables and pictures; a picture's `asset` is its number in `pictures` until it is kept.
  content: PmJson[]
  /// Blocks of kind `note`.
  notes: PmJson[]
  pictures: Picture[]
}

export const mostCells = 2000
const mostColumns = 40
const mostPictures = 60

type Writer = Reader & {
  styles: Styles
  title: string
  pictures: Picture[]
  id(): string
}

/// `prefix` begins every id, so that what comes from one document is known again wherever it stands.
export function toText(
  document: WordDocument,
  styles: Styles,
  prefix: string,
  counter: ReturnType<typeof createCounter>,
): Text {
  const noteIds = new Map<string, string>()
  const notes: PmJson[] = []
  let made = 0
  const id = () => `${prefix}${(made++).toString(36)}`
  const writer: Writer = {
    counter,
    styles,
    title: '',
    pictures: [],
    id,
    note(reference) {
      const key = `${reference.noteType} ${reference.noteId}`
      const known = noteIds.get(key)
      if (known) return known
      const body = document.notes.resolve(reference)?.body
      if (!body) return undefined
      const noteId = id()
      noteIds.set(key, noteId)
      notes.push(noteBlock(noteId, body, writer))
      return noteId
    },
  }
  const content = captions(blocksOf(document.children, writer, false))
  return { title: writer.title, content, notes, pictures: writer.pictures }
}

const block = (attrs: NonNullable<PmJson['attrs']>, words: PmJson[]): PmJson => ({
  type: 'block',
  attrs,
  ...(words.length ? { content: words } : {}),
})

/// A note's paragraphs become lines of one block; a note within a note is no note here.
function noteBlock(id: string, body: readonly Word[], writer: Writer): PmJson {
  const words: PmJson[] = []
  for (const one of body) {
    const children = 'children' in one ? one.children : []
    for (const piece of piecesOf(children, { ...writer, note: () => undefined })) {
      if (!('words' in piece)) continue
      if (words.length > 0) words.push({ type: 'text', text: '\n' })
      words.push(...piece.words)
    }
  }
  return block({ kind: 'note', id }, words)
}

function blocksOf(children: readonly Word[], writer: Writer, inCell: boolean): PmJson[] {
  const out: PmJson[] = []
  for (const one of children) {
    if (one.type === 'paragraph') out.push(...paragraph(one, writer))
    else if (one.type === 'table') {
      if (inCell) {
        writer.counter.add('nested-table')
        out.push(...paragraphsIn(one).flatMap((inner) => paragraph(inner, writer)))
      } else out.push(...table(one, writer))
    } else if ('children' in one) out.push(...blocksOf(one.children, writer, inCell))
  }
  return out
}

const paragraphsIn = (one: Word): Paragraph[] =>
  one.type === 'paragraph' ? [one] : 'children' in one ? one.children.flatMap(paragraphsIn) : []

function paragraph(one: Paragraph, writer: Writer): PmJson[] {
  const meaning = writer.styles(one.styleId, one.styleName)
  const pieces = piecesOf(one.children, writer)
  if (meaning.is === 'contents') {
    if (pieces.length > 0) writer.counter.add('contents')
    return []
  }
  if (meaning.is === 'rule') return [{ type: 'rule' }]
  if (meaning.is === 'title' && writer.title === '' && pieces.every((one) => 'words' in one)) {
    writer.title = textIn(one.children).trim().slice(0, 200)
    if (writer.title) writer.counter.add('title', writer.title)
    return []
  }
  if (meaning.is === 'unknown' && pieces.length > 0) writer.counter.add('style', meaning.name)
  const attrs = attrsOf(meaning, one, writer)
  return pieces
    .map((piece) => pieceBlock(piece, attrs, writer))
    .filter((made) => made !== undefined)
}

function pieceBlock(
  piece: Piece,
  attrs: NonNullable<PmJson['attrs']>,
  writer: Writer,
): PmJson | undefined {
  if ('words' in piece) return block({ ...attrs, id: writer.id() }, piece.words)
  if (writer.pictures.length >= mostPictures) {
    writer.counter.add('image-many')
    return undefined
  }
  writer.pictures.push(piece.picture)
  return {
    type: 'image',
    attrs: { asset: String(writer.pictures.length - 1), id: writer.id() },
  }
}

function attrsOf(
  meaning: Meaning,
  { numbering }: Paragraph,
  { counter }: Writer,
): NonNullable<PmJson['attrs']> {
  if (meaning.is === 'caption') return { kind: 'caption' }
  const attrs = meaning.is === 'block' ? meaning.attrs : {}
  if (attrs.kind === 'heading') {
    if (meaning.is === 'block' && (meaning.level ?? 0) > 4) counter.add('deep-heading')
    if (numbering) counter.add('heading-number')
    return { ...attrs }
  }
  if (!numbering) return { ...attrs }
  const level = Number.parseInt(numbering.level, 10)
  const indent = Number.isFinite(level) ? Math.min(maxIndent, Math.max(0, level)) : 0
  return {
    ...attrs,
    list: numbering.isOrdered ? 'number' : 'bullet',
    ...(indent > 0 ? { indent } : {}),
  }
}

/// A table with as many cells in every row; what spanned several stands in the first of them. Pictures come after it.
function table(one: Table, writer: Writer): PmJson[] {
  const rows = one.children.filter((row) => row.type === 'tableRow')
  const grid: (Word[] | undefined)[][] = []
  let cells = 0
  let merged = false
  for (const [y, row] of rows.entries()) {
    const line = (grid[y] ??= [])
    let x = 0
    for (const cell of row.children) {
      if (cell.type !== 'tableCell') continue
      while (line[x] !== undefined && x < mostColumns) x++
      const wide = Math.min(mostColumns - x, Math.max(1, Math.trunc(cell.colSpan) || 1))
      const high = Math.min(rows.length - y, Math.max(1, Math.trunc(cell.rowSpan) || 1))
      if (wide < 1) break
      merged ||= wide > 1 || high > 1
      for (let dy = 0; dy < high && dy < mostCells; dy++) {
        const below = (grid[y + dy] ??= [])
        for (let dx = 0; dx < wide; dx++) below[x + dx] = dx + dy === 0 ? cell.children : []
      }
      x += wide
    }
    cells += line.length
    if (cells > mostCells) {
      writer.counter.add('table-cut', undefined, rows.length - y)
      grid.length = y
      break
    }
  }
  if (merged) writer.counter.add('merged-cells')
  const columns = Math.max(0, ...grid.map((line) => line.length))
  if (columns === 0) return []
  const after: PmJson[] = []
  const made = grid.map((line) => ({
    type: 'row',
    content: Array.from({ length: columns }, (_, x) => {
      const inside = blocksOf(line[x] ?? [], writer, true)
      for (const held of inside) {
        if (held.type !== 'image') continue
        writer.counter.add('image-in-table')
        after.push(held)
      }
      const blocks = inside.filter((held) => held.type === 'block').map(asCellBlock)
      return { type: 'cell', content: blocks.length ? blocks : [block({ id: writer.id() }, [])] }
    }),
  }))
  const first = rows[0]
  const header =
    first?.type === 'tableRow' && (first.isHeader || (rows.length > 1 && allBold(first)))
  const attrs = { id: writer.id(), ...(header ? {} : { header: false }) }
  return [{ type: 'table', attrs, content: made }, ...after]
}

/// A caption in a cell is words like others.
const asCellBlock = (made: PmJson): PmJson =>
  made.attrs?.kind === 'caption' ? { ...made, attrs: { id: made.attrs.id ?? '' } } : made

/// A first row all in bold is a head, though nobody said so.
function allBold(row: Word): boolean {
  const runs = runsIn(row).filter((run) => textIn(run.children).trim() !== '')
  return runs.length > 0 && runs.every((run) => run.isBold)
}

const runsIn = (one: Word): Extract<Word, { type: 'run' }>[] =>
  one.type === 'run' ? [one] : 'children' in one ? one.children.flatMap(runsIn) : []

/// A caption belongs right after its picture or table. Above a table it is moved; where there is neither it is words.
export function captions(content: PmJson[]): PmJson[] {
  const out: PmJson[] = []
  const holds = (node: PmJson | undefined) => node?.type === 'image' || node?.type === 'table'
  for (let i = 0; i < content.length; i++) {
    const node = content[i]!
    const next = content[i + 1]
    if (node.attrs?.kind !== 'caption') out.push(node)
    else if (holds(out.at(-1))) out.push(node)
    else if (next?.type === 'table') {
      out.push(next, node)
      i++
    } else out.push({ ...node, attrs: { id: node.attrs.id ?? '' } })
  }
  return out
}
