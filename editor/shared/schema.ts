// The document both sides agree on. One text block whose *attributes* say what it is: changing a block's kind never
// replaces the node, so what a colleague types in it at that moment is kept. `*` never `+`; no marks on blocks.
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model'
import { safeHref } from './link.ts'

/// What a text block may be. A kind from a newer editor is kept as it is and drawn as a paragraph.
export const kinds = ['paragraph', 'heading', 'quote', 'callout'] as const
export type Kind = (typeof kinds)[number]

/// '' is no list.
export const lists = ['', 'bullet', 'number'] as const
export type List = (typeof lists)[number]

export const maxLevel = 4
export const maxIndent = 5

/// A block's attributes at their default; written forms leave these out.
export const blockDefaults = { kind: 'paragraph', level: 1, list: '', indent: 0, id: '' }

export type BlockAttrs = { kind: string; level: number; list: List; indent: number; id: string }

/// Attributes as they should have been, whatever a foreign client wrote. A heading is never a list item.
export function blockAttrs(raw: Record<string, unknown>): BlockAttrs {
  const kind = typeof raw.kind === 'string' && raw.kind ? raw.kind : 'paragraph'
  const list = kind === 'heading' ? '' : (lists.find((one) => one === raw.list) ?? '')
  return {
    kind,
    level: kind === 'heading' ? whole(raw.level, 1, maxLevel) : 1,
    list,
    indent: kind === 'heading' ? 0 : whole(raw.indent, 0, maxIndent),
    id: typeof raw.id === 'string' ? raw.id.slice(0, 64) : '',
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
}

export const schema = new Schema({ nodes, marks })

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
