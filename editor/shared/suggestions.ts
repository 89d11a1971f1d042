// Open suggestions in a text, read from the shared document itself: what is suggested, where, and by whose hand. The hand
// is the client id Yjs put on the letters, which the room lets only its owner use: it is known, never claimed.
import { ContentFormat, ContentString, XmlElement, XmlText, type Doc, type XmlFragment } from 'yjs'
import { suggestionAttrs } from './original.ts'
import { blockAttrs, type BlockAttrs, type List } from './schema.ts'

/// Marks on letters, and attributes on blocks: the block begins a paragraph that is new (`split`), shall be one with the
/// block above (`join`), or shall be of another kind (`shape`). Attributes, for marks on blocks are not synchronised.
export const suggestionMarks = ['insertion', 'deletion'] as const
export { suggestionAttrs }

export type Shape = Pick<BlockAttrs, 'kind' | 'level' | 'list' | 'indent'>

export type Piece = {
  is: (typeof suggestionMarks)[number] | keyof typeof suggestionAttrs
  /// The suggestion it belongs to; several pieces may.
  id: string
  /// Client id of whoever put it there.
  hand: number
  /// Id of the block it stands in.
  block: string
  /// The letters inserted or deleted; the whole block's where the block itself is meant.
  text: string
  /// ProseMirror's position of the first letter, or of the block; and how far it goes.
  pos: number
  size: number
  /// What the block is, and what it shall be, of a `shape`.
  was?: Shape
  to?: Shape
}

/// Every open suggestion of one language's text, in order.
export function piecesOf(fragment: XmlFragment): Piece[] {
  const found: Piece[] = []
  walk(fragment, 0, found)
  return found
}

/// Ids of suggestions in the order of the text.
export const idsOf = (pieces: readonly Piece[]): string[] => [
  ...new Set(pieces.map(({ id }) => id)),
]

/// A block in which something is suggested, with all its words in order.
export type Paragraph = {
  block: string
  shape: Shape
  /// Suggestions about the block itself.
  about: Piece[]
  runs: { text: string; insertion?: string; deletion?: string }[]
}

/// The blocks with suggestions that `mine` says yes to; words others suggest stand in them as they are in the text.
export function paragraphsOf(parent: XmlFragment, mine: (id: string) => boolean): Paragraph[] {
  const found: Paragraph[] = []
  for (const child of parent.toArray()) {
    if (!(child instanceof XmlElement)) continue
    if (child.nodeName !== 'block') {
      found.push(...paragraphsOf(child, mine))
      continue
    }
    const about = ofBlock(child, 0, 0).filter(({ id }) => mine(id))
    const runs: Paragraph['runs'] = []
    for (const text of child.toArray()) {
      if (!(text instanceof XmlText)) continue
      for (const { text: letters, marks } of runsOf(text)) {
        const run: Paragraph['runs'][number] = { text: letters }
        if (marks.insertion && mine(marks.insertion.id)) run.insertion = marks.insertion.id
        if (marks.deletion && !marks.deletion.unmeant && mine(marks.deletion.id))
          run.deletion = marks.deletion.id
        if (marks.insertion && !run.insertion) continue
        const last = runs.at(-1)
        if (last && last.insertion === run.insertion && last.deletion === run.deletion) {
          last.text += run.text
        } else runs.push(run)
      }
    }
    const touched = about.length > 0 || runs.some((run) => run.insertion ?? run.deletion)
    if (touched)
      found.push({ block: idOf(child), shape: shapeIn(child.getAttributes()), about, runs })
  }
  return found
}

/// Who began a suggestion, as a client id: the one that first named it in the document's own list. Undefined for one
/// nobody named.
export function beginnerOf(doc: Doc, id: string): number | undefined {
  let item = doc.getMap(listName)._map.get(id)
  while (item?.left) item = item.left
  return item?.id.client
}

/// When it was begun, as the one who began it said.
export function begunAt(doc: Doc, id: string): string | undefined {
  const at: unknown = doc.getMap(listName).get(id)
  return typeof at === 'string' ? at : undefined
}

/// Names a suggestion before its first letter.
export const begin = (doc: Doc, id: string, at: string): void => {
  doc.getMap(listName).set(id, at)
}

const listName = 'suggestions'
const coverName = 'suggestions-cover'

/// Letters by their own ids, flat: client, clock, length, client, …
export type Cover = readonly number[]

/// Which letters a deletion is about: those its writer saw. What another was writing among them at that moment bears the
/// mark too, for marks reach over what is put in between, but is not meant. Undefined: all that bear the mark.
export function coverOf(doc: Doc, id: string): Cover | undefined {
  const held: unknown = doc.getMap(coverName).get(id)
  return Array.isArray(held) && held.every(Number.isSafeInteger) ? (held as number[]) : undefined
}

/// Notes what a person's deletions are about, right after they were made: what bears their mark but for what already bore
/// it unmeant.
export function cover(fragment: XmlFragment, ids: ReadonlySet<string>, unmeant: Cover): void {
  const { doc } = fragment
  if (!doc) return
  const found = new Map<string, number[]>()
  eachRun(fragment, (run, client) => {
    const { deletion } = run.marks
    if (!deletion || !ids.has(deletion.id)) return
    const list = found.get(deletion.id) ?? []
    found.set(deletion.id, list)
    for (const [clock, length, not] of cut(run.clock, run.text.length, client, unmeant)) {
      if (not) continue
      const last = list.length - 3
      const [by, from = 0, size = 0] = last >= 0 ? list.slice(last) : []
      if (by === client && from + size === clock) {
        list[last + 2] = size + length
      } else list.push(client, clock, length)
    }
  })
  const map = doc.getMap(coverName)
  for (const [id, list] of found) {
    if (JSON.stringify(map.get(id)) !== JSON.stringify(list)) map.set(id, list)
  }
}

/// Letters that bear a deletion which is not about them.
export function unmeantIn(fragment: XmlFragment): number[] {
  const found: number[] = []
  eachRun(fragment, (run, client) => {
    if (run.marks.deletion?.unmeant) found.push(client, run.clock, run.text.length)
  })
  return found
}

/// Takes the mark off such letters of one's own. Answers whether there were any.
export function mend(fragment: XmlFragment, own: number): boolean {
  let mended = false
  eachRun(fragment, (run, client, text) => {
    if (client !== own || !run.marks.deletion?.unmeant) return
    text.format(run.index, run.text.length, { deletion: null } as object)
    mended = true
  })
  return mended
}

function eachRun(
  parent: XmlFragment | XmlElement,
  see: (run: Run, client: number, text: XmlText) => void,
): void {
  for (const child of parent.toArray()) {
    if (child instanceof XmlElement) eachRun(child, see)
    else if (child instanceof XmlText) {
      for (const run of runsOf(child)) {
        if (run.marks.deletion) see(run, run.client, child)
      }
    }
  }
}

/// A run cut where what a deletion is about begins and ends.
function apart(run: Run, client: number, covered: Cover | undefined): Run[] {
  if (!covered) return [run]
  return cut(run.clock, run.text.length, client, covered).map(([clock, length, inside]) => {
    const from = clock - run.clock
    const { deletion, ...rest } = run.marks
    return {
      ...run,
      clock,
      index: run.index + from,
      text: run.text.slice(from, from + length),
      marks: deletion
        ? { ...rest, deletion: inside ? deletion : { ...deletion, unmeant: true } }
        : rest,
    }
  })
}

/// Parts of a run of letters, each with whether it is among `ranges`.
function cut(
  clock: number,
  length: number,
  client: number,
  ranges: Cover,
): [clock: number, length: number, inside: boolean][] {
  const inside = Array.from({ length }, () => false)
  for (let i = 0; i + 2 < ranges.length; i += 3) {
    if (ranges[i] !== client) continue
    const from = Math.max(0, ranges[i + 1]! - clock)
    const to = Math.min(length, ranges[i + 1]! + ranges[i + 2]! - clock)
    if (from < to) inside.fill(true, from, to)
  }
  const parts: [number, number, boolean][] = []
  inside.forEach((is, i) => {
    const last = parts.at(-1)
    if (last && last[2] === is) last[1]++
    else parts.push([clock + i, 1, is])
  })
  return parts
}

export type Verdict = 'accept' | 'reject' | undefined

/// Accepts or rejects pieces, to be called in one transaction. What `decide` leaves undefined stays open. Answers how
/// many pieces were settled.
export function settle(parent: XmlFragment, decide: (piece: Piece) => Verdict): number {
  let settled = 0
  for (let i = parent.length - 1; i >= 0; i--) {
    const child: unknown = parent.get(i)
    if (!(child instanceof XmlElement)) continue
    if (child.nodeName !== 'block') {
      settled += settle(child, decide)
      continue
    }
    settled += settleWords(child, decide)
    settled += settleBlock(parent, i, child, decide)
  }
  return settled
}

/// A shape as an attribute's value, and back.
export const shapeValue = (id: string, to: Shape): string => JSON.stringify({ id, ...to })

export function shapeOf(value: unknown): { id: string; to: Shape } | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  try {
    const held = JSON.parse(value) as { id?: unknown } & Record<string, unknown>
    if (typeof held.id !== 'string') return undefined
    return { id: held.id, to: shapeIn(held) }
  } catch {
    return undefined
  }
}

export const shapeIn = (attrs: Record<string, unknown>): Shape => {
  const { kind, level, list, indent } = blockAttrs(attrs)
  return { kind, level, list, indent }
}

/// `clock` is the first letter's own.
type Run = {
  index: number
  text: string
  client: number
  clock: number
  marks: Partial<Record<Mark, Held>>
}
type Mark = (typeof suggestionMarks)[number]
/// `hand` put the mark there; `letter` the letters, of an insertion. `unmeant`: a deletion that is not about these.
type Held = { id: string; hand: number; letter?: number; unmeant?: true }

function walk(parent: XmlFragment | XmlElement, start: number, found: Piece[]): number {
  let pos = start
  for (const child of parent.toArray()) {
    if (child instanceof XmlText) pos += child.length
    else if (!(child instanceof XmlElement)) continue
    else if (leaves.has(child.nodeName)) pos += 1
    else if (child.nodeName === 'block') pos = walkBlock(child, pos, found)
    else pos = walk(child, pos + 1, found) + 1
  }
  return pos
}

/// Elements without content, which count one; every other counts two and what is in it.
const leaves = new Set(['rule', 'image', 'unknown', 'unknown_inline'])

function walkBlock(block: XmlElement, start: number, found: Piece[]): number {
  const id = idOf(block)
  let pos = start + 1
  const inside: Piece[] = []
  for (const child of block.toArray()) {
    if (!(child instanceof XmlText)) {
      pos += 1
      continue
    }
    for (const run of runsOf(child)) {
      for (const is of suggestionMarks) {
        const held = handOn(block, run.marks[is])
        if (!held || run.marks[is]?.unmeant) continue
        const at = pos + run.index
        const last = inside.findLast((piece) => piece.is === is)
        if (last && last.id === held.id && last.hand === held.hand && last.pos + last.size === at) {
          last.text += run.text
          last.size += run.text.length
        } else {
          inside.push({ is, ...held, block: id, text: run.text, pos: at, size: run.text.length })
        }
      }
    }
    pos += child.length
  }
  const size = pos + 1 - start
  found.push(...ofBlock(block, start, size), ...inside)
  return start + size
}

/// What is suggested about the block itself.
function ofBlock(block: XmlElement, pos: number, size: number): Piece[] {
  const marks = [suggestionAttrs.split, suggestionAttrs.join, suggestionAttrs.shape]
  // Asked of every block after every pause: the words of most need not be read.
  if (marks.every((name) => attrOf(block, name) === '')) return []
  const pieces: Piece[] = []
  const common = { block: idOf(block), text: wordsOf(block), pos, size }
  for (const is of ['split', 'join'] as const) {
    const id = attrOf(block, suggestionAttrs[is])
    if (id === '') continue
    pieces.push({ ...common, is, id, hand: handOf(block, suggestionAttrs[is]) })
  }
  const shape = shapeOf(attrOf(block, suggestionAttrs.shape))
  if (shape) {
    const hand = handOf(block, suggestionAttrs.shape)
    const was = shapeIn(block.getAttributes())
    pieces.push({ ...common, is: 'shape', id: shape.id, hand, was, to: shape.to })
  }
  return pieces
}

/// Whose an insertion is: whoever began it, where their hand is on the letters or on the mark; else whose letters they are.
/// The binding may tell a letter typed before its like for that one, and marks are set anew when others write among them.
function handOn(
  block: XmlElement,
  held: Held | undefined,
): { id: string; hand: number } | undefined {
  if (!held) return undefined
  const { id, hand, letter } = held
  if (letter === undefined || letter === hand) return { id, hand }
  const began = block.doc ? beginnerOf(block.doc, id) : undefined
  return { id, hand: began === hand ? hand : letter }
}

/// Letters with the suggestions on them.
function runsOf(text: XmlText): Run[] {
  const runs: Run[] = []
  const { doc } = text
  const now: Partial<Record<Mark, Held>> = {}
  let index = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof ContentFormat) {
      const mark = suggestionMarks.find((one) => one === content.key)
      if (!mark) continue
      const id: unknown = (content.value as { id?: unknown } | null)?.id
      if (content.value === null || content.value === undefined) delete now[mark]
      else now[mark] = { id: typeof id === 'string' ? id : '', hand: item.id.client }
    } else if (content instanceof ContentString) {
      const { insertion, deletion } = now
      const marks: Run['marks'] = {}
      if (insertion) marks.insertion = { ...insertion, letter: item.id.client }
      if (deletion) marks.deletion = deletion
      const { client, clock } = item.id
      const run = { index, text: content.str, client, clock, marks }
      runs.push(...(deletion && doc ? apart(run, client, coverOf(doc, deletion.id)) : [run]))
      index += content.str.length
    } else if (item.countable) index += item.length
  }
  return runs
}

function settleWords(block: XmlElement, decide: (piece: Piece) => Verdict): number {
  let settled = 0
  for (const text of block.toArray()) {
    if (!(text instanceof XmlText)) continue
    for (const run of runsOf(text).reverse()) {
      const { index } = run
      const { length } = run.text
      const verdicts = suggestionMarks.map((is): [Mark, Verdict] => {
        const held = handOn(block, run.marks[is])
        const piece = held && {
          is,
          ...held,
          block: idOf(block),
          text: run.text,
          pos: 0,
          size: length,
        }
        return [is, piece && decide(piece)]
      })
      const gone = verdicts.some(
        ([is, verdict]) =>
          verdict === (is === 'insertion' ? 'reject' : 'accept') && !run.marks[is]?.unmeant,
      )
      settled += verdicts.filter(([, verdict]) => verdict).length
      if (gone) text.delete(index, length)
      else {
        const cleared = verdicts.filter(([, verdict]) => verdict).map(([is]) => [is, null])
        if (cleared.length > 0) text.format(index, length, Object.fromEntries(cleared) as object)
      }
    }
  }
  return settled
}

function settleBlock(
  parent: XmlFragment,
  index: number,
  block: XmlElement,
  decide: (piece: Piece) => Verdict,
): number {
  let joins = false
  let settled = 0
  for (const piece of ofBlock(block, 0, 0)) {
    const verdict = decide(piece)
    if (!verdict) continue
    settled++
    setAttr(block, suggestionAttrs[piece.is as keyof typeof suggestionAttrs], '')
    if (piece.is === 'shape') {
      if (verdict === 'accept') {
        for (const [key, value] of Object.entries(piece.to!)) setAttr(block, key, value)
      }
    } else if ((piece.is === 'join') === (verdict === 'accept')) joins = true
  }
  if (joins) joinWithAbove(parent, index, block)
  return settled
}

/// An empty block goes; else the words move up, or the empty block above them goes.
function joinWithAbove(parent: XmlFragment, index: number, block: XmlElement): void {
  const above: unknown = index > 0 ? parent.get(index - 1) : undefined
  if (isEmpty(block) && (above !== undefined || parent.length > 1)) {
    parent.delete(index, 1)
    return
  }
  if (!(above instanceof XmlElement) || above.nodeName !== 'block') return
  if (isEmpty(above) && attrOf(above, suggestionAttrs.split) === '') {
    parent.delete(index - 1, 1)
    return
  }
  for (const child of block.toArray()) {
    const last: unknown = above.length > 0 ? above.get(above.length - 1) : undefined
    if (child instanceof XmlText && last instanceof XmlText) {
      last.applyDelta([{ retain: last.length }, ...(child.toDelta() as object[])])
    } else above.insert(above.length, [child.clone() as XmlElement])
  }
  parent.delete(index, 1)
}

const isEmpty = (block: XmlElement): boolean =>
  block.toArray().every((child) => child instanceof XmlText && child.length === 0)

/// Words of a block as they are, suggested ones too.
const wordsOf = (block: XmlElement): string =>
  block
    .toArray()
    .flatMap((child) =>
      child instanceof XmlText ? (child.toDelta() as { insert: unknown }[]) : [],
    )
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

const attrOf = (block: XmlElement, name: string): string => {
  const value: unknown = block.getAttribute(name)
  return typeof value === 'string' ? value : ''
}

const idOf = (block: XmlElement): string => attrOf(block, 'id')

/// Whose the attribute's present value is.
const handOf = (block: XmlElement, name: string): number => block._map.get(name)?.id.client ?? 0

const setAttr = (block: XmlElement, name: string, value: string | number | List): void => {
  ;(block as XmlElement<Record<string, string | number>>).setAttribute(name, value)
}
