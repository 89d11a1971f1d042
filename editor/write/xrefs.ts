// Cross-references as they are seen while writing: each drawn with what it is called now. A heading of this very text
// answers at once; everything else is in the book of labels.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import { schema } from '../shared/schema.ts'
import { atomsIn } from './atoms-in.ts'
import { ownStep } from './commands.ts'
import type { LabelBook } from './label-book.ts'

const { xref, block } = schema.nodes
const key = new PluginKey<DecorationSet>('xrefs')

export type XrefOptions = { book: LabelBook; section: string; lang: 'nb' | 'nn' }

export const xrefs = (options: XrefOptions): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => look(state.doc, options),
      apply: (tr, held) => (tr.docChanged || tr.getMeta(key) ? look(tr.doc, options) : held),
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
    view(view) {
      const want = (doc: Node) => options.book.want([...new Set(namesIn(doc))])
      want(view.state.doc)
      const stop = options.book.onChange(() => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
      })
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) want(state.doc)
        },
        destroy: stop,
      }
    },
  })

/// Sets a reference at the selection, with what it is called today in case what it points at should go.
export function setXref(view: EditorView, to: string, was: string): void {
  ownStep(view.state)
  const { $to } = view.state.selection
  view.dispatch(view.state.tr.insert($to.pos, xref!.create({ to, was })).scrollIntoView())
  view.focus()
}

const namesIn = (doc: Node): string[] =>
  atomsIn(doc, 'xref').map(({ node }) => String(node.attrs.to))

function look(doc: Node, options: XrefOptions): DecorationSet {
  const found = atomsIn(doc, 'xref')
  if (found.length === 0) return DecorationSet.empty
  const headings = headingsIn(doc, options.section)
  return DecorationSet.create(
    doc,
    found.map(({ node, pos }) => {
      const to = String(node.attrs.to)
      const own = to.startsWith(`heading:${options.section}/`)
      const label = own ? (headings.get(to) ?? null) : labelIn(options, to)
      const was = String(node.attrs.was)
      const text = label ?? (label === null ? `${was} (${gone()})`.trim() : was || '…')
      return Decoration.node(pos, pos + 1, {
        'data-label': text,
        role: 'link',
        'aria-label': text,
        ...(label === null ? { class: 'gone' } : {}),
      })
    }),
  )
}

function labelIn({ book, lang }: XrefOptions, to: string): string | null | undefined {
  const label = book.of(to)
  return label && (label[lang] || label.nb || label.nn)
}

function headingsIn(doc: Node, section: string): Map<string, string> {
  const found = new Map<string, string>()
  doc.forEach((node) => {
    if (node.type !== block || node.attrs.kind !== 'heading') return
    const text = node.textContent.trim()
    if (text) found.set(`heading:${section}/${String(node.attrs.id)}`, text)
  })
  return found
}

const gone = () => say('finnes ikke lenger', 'finst ikkje lenger', 'no longer exists')
