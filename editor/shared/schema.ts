// The document both sides agree on. One text block whose *attributes* say what it is: changing a block's kind never
// replaces the node, so what a colleague types in it at that moment is kept. `*` never `+`; no marks on blocks.
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model'
import { safeHref } from './link.ts'
import { plainSigns } from './signs.ts'

/// What a text block may be. A `note` is the words of a footnote and stands last in its text; a `caption` belongs to the
/// image or table right before it. A kind from a newer editor is kept as it is and drawn as a paragraph.
export const kinds = ['paragraph', 'heading', 'quote', 'callout', 'note', 'caption'] as const
export type Kind = (typeof kinds)[number]

/// '' is no list.
export const lists = ['', 'bullet', 'number'] as const
export type List = (typeof lists)[number]

export const maxLevel = 4
export const maxIndent = 5

/// A block's attributes at their default; written forms leave these out.
export const blockDefaults = { kind: 'paragraph', level: 1, list: '', indent: 0, id: '' }

export type BlockAttrs = { kind: string; level: number; list: List; indent: number; id: string }

/// Attributes as they should have been, whatever a foreign client wrote. A heading, a note or a caption is never a list
/// item.
export function blockAttrs(raw: Record<string, unknown>): BlockAttrs {
  const kind = typeof raw.kind === 'string' && raw.kind ? raw.kind.slice(0, 64) : 'paragraph'
  const alone = kind === 'heading' || kind === 'note' || kind === 'caption'
  return {
    kind,
    level: kind === 'heading' ? whole(raw.level, 1, maxLevel) : 1,
    list: alone ? '' : (lists.find((one) => one === raw.list) ?? ''),
    indent: alone ? 0 : whole(raw.indent, 0, maxIndent),
    id: idOf(raw.id),
  }
}

const idOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 64) : '')

export type ImageAttrs = {
  /// SHA-256 of the stored bytes in lower-case hex, or '' when there is no image (yet).
  asset: string
  alt: string
  /// Nothing is lost to who does not see it: read out as nothing.
  decorative: boolean
  /// Pixels of the stored image, 0 when not known.
  width: number
  height: number
  id: string
}

export const imageDefaults: ImageAttrs = {
  asset: '',
  alt: '',
  decorative: false,
  width: 0,
  height: 0,
  id: '',
}

/// An image's attributes as they should have been.
export function imageAttrs(raw: Record<string, unknown>): ImageAttrs {
  const { asset, alt } = raw
  return {
    asset: typeof asset === 'string' && /^[0-9a-f]{64}$/.test(asset) ? asset : '',
    alt: typeof alt === 'string' ? plainSigns(alt.toWellFormed()).slice(0, 2000) : '',
    decorative: raw.decorative === true,
    width: whole(raw.width, 0, 100_000),
    height: whole(raw.height, 0, 100_000),
    id: idOf(raw.id),
  }
}

const whole = (value: unknown, least: number, most: number): number => {
  const number = Math.trunc(Number(value))
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : least
}

/// The element a text block is drawn as; on the page the section's title is the heading above level 1.
export const tagOf = ({ kind, level }: BlockAttrs): string =>
  kind === 'heading' ? `h${Math.min(6, level + 1)}` : 'p'

export const nodes: Record<string, NodeSpec> = {
  doc: { content: 'top*' },
  /// A line break inside a block is a `\n` in its text: an element would cut the text in two, and what a colleague
  /// types behind it at that moment would be doubled.
  block: {
    group: 'top',
    content: 'inline*',
    whitespace: 'pre',
    attrs: {
      ...Object.fromEntries(Object.entries(blockDefaults).map(([k, v]) => [k, { default: v }])),
      /// What the source said when this translation was checked. Not in written forms.
      source: { default: '' },
      /// What somebody suggests about the block itself (`suggestions.ts`). Not in written forms.
      suggestion_split: { default: '' },
      suggestion_join: { default: '' },
      suggestion_shape: { default: '' },
    },
    toDOM: (node) => {
      const attrs = blockAttrs(node.attrs)
      return [
        tagOf(attrs),
        {
          'data-kind': attrs.kind,
          'data-list': attrs.list || null,
          'data-indent': attrs.indent ? String(attrs.indent) : null,
          'data-id': attrs.id || null,
          dir: 'auto',
        },
        0,
      ]
    },
  },
  rule: { group: 'top', selectable: true, toDOM: () => ['hr'] },
  table: {
    group: 'top',
    content: 'row*',
    isolating: true,
    attrs: { header: { default: true }, id: { default: '' } },
    toDOM: (node) => ['table', { 'data-header': node.attrs.header ? 'true' : null }, ['tbody', 0]],
  },
  /// A picture. Its bytes are kept elsewhere, under their hash; where they are shown from is for who draws it.
  image: {
    group: 'top',
    atom: true,
    selectable: true,
    draggable: true,
    attrs: Object.fromEntries(Object.entries(imageDefaults).map(([k, v]) => [k, { default: v }])),
    toDOM: (node) => {
      const { asset, alt, width, height, decorative, id } = imageAttrs(node.attrs)
      return [
        'img',
        {
          'data-asset': asset || null,
          'data-id': id || null,
          'data-decorative': decorative ? 'true' : null,
          alt: decorative ? '' : alt,
          width: width ? String(width) : null,
          height: height ? String(height) : null,
        },
      ]
    },
  },
  row: { content: 'cell*', toDOM: () => ['tr', 0] },
  cell: { content: 'block*', isolating: true, toDOM: () => ['td', 0] },
  /// Content a newer editor wrote: kept, shown as such, never edited here. `data` is its JSON.
  unknown: {
    group: 'top',
    atom: true,
    attrs: { name: { default: '' }, data: { default: '' } },
    toDOM: (node) => ['div', { class: 'unknown-content', 'data-name': String(node.attrs.name) }],
  },
  unknown_inline: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { name: { default: '' }, data: { default: '' } },
    toDOM: (node) => ['span', { class: 'unknown-content', 'data-name': String(node.attrs.name) }],
  },
  /// Where a footnote is called. `note` is the id of its block; the number is computed wherever it is read. Inline atoms
  /// are signs *in* the shared text (`atoms.ts`), so that setting one never cuts a colleague's sentence in two.
  note_ref: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { note: { default: '' } },
    toDOM: (node) => ['span', { class: 'note-ref', 'data-note': String(node.attrs.note) }],
  },
  /// A reference to `section:<id>`, `heading:<sectionId>/<blockId>` or `plan:<id>`. Its label is computed wherever it is
  /// read; `was` is what it was called when it was set, shown only when what it points at is gone.
  xref: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { to: { default: '' }, was: { default: '' } },
    toDOM: (node) => [
      'span',
      { class: 'xref', 'data-to': String(node.attrs.to), 'data-was': String(node.attrs.was) },
    ],
  },
  text: { group: 'inline' },
}

export const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { default: '' } },
    inclusive: false,
    toDOM: (mark) => ['a', { href: safeHref(mark.attrs.href) ?? null, rel: 'noreferrer' }, 0],
  },
  bold: { toDOM: () => ['strong', 0] },
  italic: { toDOM: () => ['em', 0] },
  sub: { excludes: 'sub sup', toDOM: () => ['sub', 0] },
  sup: { excludes: 'sub sup', toDOM: () => ['sup', 0] },
  /// What somebody suggests to put in or take out (`suggestions.ts`). Both may stand on the same words, neither twice.
  insertion: suggested('ins'),
  deletion: suggested('del'),
}

function suggested(tag: string): MarkSpec {
  return {
    attrs: { id: { default: '' } },
    inclusive: false,
    toDOM: (mark) => [tag, { 'data-suggestion': String(mark.attrs.id) }, 0],
  }
}

/// How an inline atom stands in the shared text: on the sign it takes up (`atoms.ts`). No text in an editor or in a
/// written form ever bears it.
const atom: MarkSpec = { attrs: { type: { default: '' }, value: { default: '{}' } } }

export const schema = new Schema({ nodes, marks: { ...marks, atom } })

/// The order marks stand in, in every written form.
export const markOrder = Object.keys(marks)

type Value = string | number | boolean
export type PmMark = { type: string; attrs?: Record<string, Value> }
/// ProseMirror's JSON, narrowed to what we write: scalar attributes, none of them at its default.
export type PmJson = {
  type: string
  attrs?: Record<string, Value>
  content?: PmJson[]
  text?: string
  marks?: PmMark[]
}

/// An id for a new block: 12 letters and digits. Unique within a section is enough.
export const newBlockId = (): string =>
  `b${Array.from({ length: 11 }, () => Math.floor(Math.random() * 36).toString(36)).join('')}`
