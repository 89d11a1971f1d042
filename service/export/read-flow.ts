// A section's text as blocks for a paper: flat list blocks become lists, notes go to their references, captions to what
// they stand under, and levels of heading never skip one. What is not known is kept as a place that says so.
import { safeHref } from '../../editor/shared/link.ts'
import { blockAttrs, type PmJson } from '../../editor/shared/schema.ts'
import { cleanText } from './clean-text.ts'
import { widths } from './column-widths.ts'
import type { Block, Item, Look, Run } from './paper.ts'

export type Flow = { blocks: Block[]; notes: Run[][] }

/// What a text's references are called and where they lead. An unknown one is shown as it was called when it was set.
export type Refer = (to: string) => { text: string; anchor: string } | undefined

/// `anchor` names the chapter; headings and paragraphs get names that begin with it.
export function readFlow(text: PmJson, anchor: string, refer: Refer): Flow {
  const content = text.content ?? []
  const reader = newReader(content, anchor, refer)
  const blocks = grouped(
    content.filter((node) => kindOf(node) !== 'note'),
    reader,
  )
  // A note nobody calls any more still holds somebody's words.
  for (const note of content.filter((node) => kindOf(node) === 'note')) {
    const id = String(note.attrs?.id ?? '')
    const called = reader.called.has(id) && reader.notesById.get(id) === note
    if (called || !hasWords(note)) continue
    blocks.push({ is: 'text', anchor: '', runs: runs(note, { ...reader, inNote: true }) })
  }
  return { blocks, notes: reader.notes }
}

type Reader = {
  anchor: string
  refer: Refer
  notesById: Map<string, PmJson>
  /// Id of a note → its place in `notes`.
  called: Map<string, number>
  notes: Run[][]
  used: Set<string>
  /// Level of the last heading, 0 before the first.
  level: { last: number }
  inNote: boolean
}

const newReader = (content: PmJson[], anchor: string, refer: Refer): Reader => ({
  anchor,
  refer,
  notesById: new Map(
    content
      .flatMap((node) =>
        kindOf(node) === 'note' ? [[String(node.attrs?.id ?? ''), node] as const] : [],
      )
      .toReversed(),
  ),
  called: new Map(),
  notes: [],
  used: new Set(),
  level: { last: 0 },
  inNote: false,
})

const kindOf = (node: PmJson): string =>
  node.type === 'block' ? String(node.attrs?.kind ?? 'paragraph') : ''

const hasWords = (node: PmJson): boolean =>
  (node.content ?? []).some((one) => one.type !== 'text' || (one.text ?? '').trim() !== '')

function grouped(content: PmJson[], reader: Reader): Block[] {
  const out: Block[] = []
  for (let i = 0; i < content.length;) {
    const node = content[i]!
    const kind = kindOf(node)
    if (kind === 'quote' || kind === 'callout') {
      const inside: PmJson[] = []
      while (i < content.length && kindOf(content[i]!) === kind) inside.push(content[i++]!)
      const blocks = run(inside, reader)
      if (blocks.length > 0) out.push({ is: kind, blocks })
      continue
    }
    if (node.type !== 'block') {
      i++
      const caption: Run[] = []
      if (node.type === 'image' || node.type === 'table') {
        while (i < content.length && kindOf(content[i]!) === 'caption') {
          if (caption.length > 0) caption.push({ is: 'text', text: '\n' })
          caption.push(...runs(content[i++]!, reader))
        }
      }
      out.push(...other(node, caption, reader))
      continue
    }
    const plain: PmJson[] = []
    while (i < content.length && content[i]!.type === 'block' && !set.has(kindOf(content[i]!))) {
      plain.push(content[i++]!)
    }
    out.push(...run(plain, reader))
  }
  return out
}

const set = new Set(['quote', 'callout'])

/// Blocks without a frame around them: headings, paragraphs and lists.
function run(content: PmJson[], reader: Reader): Block[] {
  const out: Block[] = []
  /// The open lists, outermost first.
  let open: { ordered: boolean; items: Item[] }[] = []
  for (const node of content) {
    const attrs = blockAttrs(node.attrs ?? {})
    const words = runs(node, reader)
    if (attrs.list === '') {
      open = []
      const anchor = anchorOf(attrs.id, reader)
      if (words.length === 0) continue
      if (attrs.kind !== 'heading') out.push({ is: 'text', anchor, runs: words })
      else {
        const level = Math.min(attrs.level, reader.level.last + 1)
        reader.level.last = level
        out.push({ is: 'heading', level, anchor, runs: words })
      }
      continue
    }
    const ordered = attrs.list === 'number'
    const depth = Math.min(attrs.indent, open.length)
    open.length = Math.min(open.length, depth + 1)
    if (open[depth] && open[depth].ordered !== ordered) open.length = depth
    if (!open[depth]) {
      const items: Item[] = []
      const parent = open[depth - 1]?.items.at(-1)?.under ?? out
      parent.push({ is: 'list', ordered, items })
      open.push({ ordered, items })
    }
    open[depth]!.items.push({ runs: words, under: [] })
  }
  return out
}

function other(node: PmJson, caption: Run[], reader: Reader): Block[] {
  if (node.type === 'rule') return [{ is: 'rule' }]
  if (node.type === 'image') {
    const { asset, alt, width, height } = node.attrs ?? {}
    const known = typeof asset === 'string' && /^[0-9a-f]{64}$/.test(asset) ? asset : ''
    const shown = node.attrs?.decorative === true ? '' : cleanText(String(alt ?? '')).trim()
    const size = [width, height].map((value) => Math.max(0, Math.trunc(Number(value)) || 0))
    return [{ is: 'image', asset: known, alt: shown, width: size[0]!, height: size[1]!, caption }]
  }
  if (node.type !== 'table') return [{ is: 'unknown' }]
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => grouped(cell.content ?? [], { ...reader, level: inCell })),
  )
  const across = Math.max(0, ...rows.map((row) => row.length))
  if (across === 0) return caption.length > 0 ? [{ is: 'text', anchor: '', runs: caption }] : []
  for (const row of rows) while (row.length < across) row.push([])
  const head = node.attrs?.header !== false
  return [{ is: 'table', head, columns: widths(rows), rows, caption }]
}

/// Headings inside a cell stand outside the order of levels.
const inCell = { last: 3 }

function anchorOf(id: string, reader: Reader): string {
  const safe = id.replaceAll(/[^\w-]/g, '')
  const wanted = safe ? `${reader.anchor}-${safe}` : ''
  if (!wanted || reader.used.has(wanted)) return ''
  reader.used.add(wanted)
  return wanted
}

function runs(block: PmJson, reader: Reader): Run[] {
  const out: Run[] = []
  for (const one of block.content ?? []) {
    if (one.type === 'text') {
      const text = cleanText(one.text ?? '')
      if (text) out.push({ is: 'text', text, ...lookOf(one) })
    } else if (one.type === 'note_ref') {
      const at = noteAt(String(one.attrs?.note ?? ''), reader)
      if (at !== undefined) out.push({ is: 'note', at })
    } else if (one.type === 'xref') {
      const found = reader.refer(String(one.attrs?.to ?? ''))
      const text = cleanText(found?.text || String(one.attrs?.was ?? '')) || '…'
      out.push({ is: 'ref', text, to: found?.anchor ?? '' })
    } else out.push({ is: 'unknown' })
  }
  return out
}

/// A note inside a note would have no page to stand on.
function noteAt(id: string, reader: Reader): number | undefined {
  if (reader.inNote) return undefined
  const known = reader.called.get(id)
  if (known !== undefined) return known
  const note = reader.notesById.get(id)
  if (!note) return undefined
  const at = reader.notes.length
  reader.called.set(id, at)
  reader.notes.push([])
  reader.notes[at] = runs(note, { ...reader, inNote: true })
  return at
}

function lookOf(one: PmJson): Look {
  const look: Look = {}
  for (const { type, attrs } of one.marks ?? []) {
    if (type === 'bold' || type === 'italic' || type === 'sub' || type === 'sup') look[type] = true
    if (type === 'insertion') look.suggested ??= 'in'
    if (type === 'deletion') look.suggested = 'out'
    const href = type === 'link' ? safeHref(attrs?.href) : undefined
    if (href && /^(https?|mailto|tel):/i.test(href)) look.href = href
  }
  return look
}
