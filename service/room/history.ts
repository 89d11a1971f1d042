// Who wrote what between two moments of a text, exactly, from the log alone: what was added by whose edit, and what was
// removed by whom, also where one removed what two others had written side by side. Runs in the past's worker too, so it
// knows no database.
import {
  ContentEmbed,
  ContentString,
  ContentType,
  decodeUpdate,
  Doc,
  applyUpdate,
  parseUpdateMeta,
  XmlElement,
  type Item,
} from 'yjs'

/// `by` is the person who wrote it, or for what was removed, who removed it.
export type Piece = { is: 'same' | 'added' | 'removed'; text: string; by: string }

/// One block of the text, in a table too, with the id it bears. `reshaped` names who last changed its kind, level, list or indent since `from`.
export type AuthoredBlock = {
  is: Piece['is']
  by: string
  id?: string
  reshaped?: string
  pieces: Piece[]
}

type Node = NonNullable<ReturnType<Doc['share']['get']>>

/// A removal; ranges of one client never overlap, for only the first removal counts.
type Removal = { clock: number; end: number; seq: number; person: string }

type Log = {
  doc: Doc
  from: number
  /// Clocks at `from`.
  clocks: Map<number, number>
  authors: Map<number, string>
  removals: Map<number, Removal[]>
}

/// One edit of the log, with whose it was.
export type AuthoredEdit = { seq: number; person: string; bytes: Uint8Array }

/// Blocks of `root` (`nb` or `nn`) that were there after edit `from` or are there after the last of `edits`, in order.
/// `edits` are all from the first on.
export function authorsIn(edits: AuthoredEdit[], root: string, from: number): AuthoredBlock[] {
  const log = replay(edits, from)
  const blocks: AuthoredBlock[] = []
  collect(log, log.doc.getXmlFragment(root), blocks)
  log.doc.destroy()
  return blocks
}

function collect(log: Log, parent: { _start: Item | null }, blocks: AuthoredBlock[]): void {
  for (let item = parent._start; item; item = item.right) {
    if (!(item.content instanceof ContentType)) continue
    const fate = fateOf(log, item, item.id.clock)
    if (!fate) continue
    const { type } = item.content
    const element = type instanceof XmlElement ? type : undefined
    if (element && around.has(element.nodeName)) {
      collect(log, element, blocks)
      continue
    }
    const pieces: Piece[] = []
    walk(log, type, pieces)
    const id = element && idOf(element)
    const reshaped = element && fate.is === 'same' ? shapedBy(log, element) : undefined
    blocks.push({
      ...fate,
      pieces,
      ...(id === undefined ? {} : { id }),
      ...(reshaped === undefined ? {} : { reshaped }),
    })
  }
}

/// Elements that hold blocks and no words of their own.
const around = new Set(['table', 'row', 'cell'])

/// The id a block bears or bore: a removed one has it still.
function idOf(block: XmlElement): string | undefined {
  const value: unknown = block._map.get('id')?.content.getContent().at(-1)
  return typeof value === 'string' ? value : undefined
}

function replay(edits: AuthoredEdit[], from: number): Log {
  // Without garbage collection, so that what was removed can still be read.
  const doc = new Doc({ gc: false })
  const log: Log = { doc, from, clocks: new Map(), authors: new Map(), removals: new Map() }
  doc.transact(() => {
    for (const { seq, person, bytes } of edits) {
      applyUpdate(doc, bytes)
      for (const [client, clock] of parseUpdateMeta(bytes).to) {
        log.authors.set(client, person)
        if (seq <= from) log.clocks.set(client, Math.max(clock, log.clocks.get(client) ?? 0))
      }
      for (const [client, ranges] of decodeUpdate(bytes).ds.clients) {
        const list = log.removals.get(client) ?? []
        log.removals.set(client, list)
        for (const { clock, len } of ranges) {
          paint(list, { clock, end: clock + len, seq, person })
        }
      }
    }
  })
  return log
}

/// Adds the parts of a removal that nobody had removed before; the list stays sorted.
function paint(list: Removal[], removal: Removal): void {
  let at = lowest(list, removal.clock)
  let { clock } = removal
  while (clock < removal.end) {
    const next = list[at]
    const end = Math.min(removal.end, next?.clock ?? removal.end)
    if (end > clock) list.splice(at++, 0, { ...removal, clock, end })
    clock = Math.max(end, next?.end ?? end)
    at++
  }
}

/// Index of the first removal that ends after `clock`.
function lowest(list: Removal[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.end <= clock) low = middle + 1
    else high = middle
  }
  return low
}

/// What became of one clock of an item: undefined when it was to be seen at neither moment.
function fateOf(log: Log, item: Item, clock: number): Omit<Piece, 'text'> | undefined {
  const { client } = item.id
  const by = log.authors.get(client) ?? ''
  const fresh = clock >= (log.clocks.get(client) ?? 0)
  if (!item.deleted) return { is: fresh ? 'added' : 'same', by }
  const removals = log.removals.get(client) ?? []
  const removal = removals[lowest(removals, clock)]
  if (fresh || !removal || clock < removal.clock || removal.seq <= log.from) return undefined
  return { is: 'removed', by: removal.person }
}

function walk(log: Log, type: Node, pieces: Piece[]): void {
  for (let item = type._start; item; item = item.right) {
    const { content } = item
    if (content instanceof ContentType) walk(log, content.type, pieces)
    else if (content instanceof ContentString) words(log, item, content.str, pieces)
    else if (content instanceof ContentEmbed) words(log, item, '\ufffc', pieces)
  }
}

function words(log: Log, item: Item, text: string, pieces: Piece[]): void {
  for (let i = 0; i < text.length; i++) {
    const fate = fateOf(log, item, item.id.clock + i)
    if (!fate) continue
    const last = pieces.at(-1)
    if (last && last.is === fate.is && last.by === fate.by) last.text += text[i]
    else pieces.push({ ...fate, text: text[i]! })
  }
}

function shapedBy(log: Log, block: XmlElement): string | undefined {
  for (const [name, item] of block._map) {
    if (name === 'id' || item.deleted) continue
    const { client, clock } = item.id
    if (clock >= (log.clocks.get(client) ?? 0)) return log.authors.get(client)
  }
  return undefined
}
