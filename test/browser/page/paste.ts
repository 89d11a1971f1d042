// Pasting into a real editor, and what its text is afterwards.
import { TextSelection } from 'prosemirror-state'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { readSection } from '../../../editor/shared/read.ts'
import { replaceText } from '../../../editor/shared/write.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { htmlOf } from '../../../editor/write/paste-markdown.ts'
import { closeView, oneView } from './one-view.ts'

type Pasted = { nb: PmJson; told: string[]; hacked: boolean; largest: number; valid: boolean }

const empty: PmJson = { type: 'doc', content: [{ type: 'block', attrs: { id: 'a' } }] }

function run(html: string, start: PmJson = empty): Pasted {
  const doc = new Doc()
  replaceText(doc, 'nb', start)
  const side = oneView(doc)
  let largest = 0
  doc.on('update', (update: Uint8Array) => (largest = Math.max(largest, update.length)))
  side.opened.view.pasteHTML(html)
  side.opened.view.state.doc.check()
  const nb = readSection(doc).nb
  const again = oneView(cloned(doc))
  const valid = again.opened.view.state.doc.eq(side.opened.view.state.doc)
  closeView(again)
  closeView(side)
  return { nb, told: side.told, hacked: 'hacked' in window, largest, valid }
}

function cloned(doc: Doc): Doc {
  const copy = new Doc()
  replaceText(copy, 'nb', readSection(doc).nb)
  return copy
}

/// Copies everything of one text (or the blocks from and to), and pastes it at the end of another.
function copyOver(from: PmJson, to: PmJson, range?: [number, number]): Pasted & { text: string } {
  const source = new Doc()
  replaceText(source, 'nb', from)
  const one = oneView(source)
  const { doc } = one.opened.view.state
  const [start, end] = range ?? [0, doc.content.size]
  const { dom, text } = one.opened.view.serializeForClipboard(doc.slice(start, end))
  closeView(one)
  const target = new Doc()
  replaceText(target, 'nb', to)
  const two = oneView(target)
  const { view } = two.opened
  const last = view.state.doc.child(0).nodeSize - 1
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, last)))
  view.pasteHTML(dom.innerHTML)
  const nb = readSection(target).nb
  closeView(two)
  return {
    nb,
    told: two.told,
    hacked: false,
    largest: encodeStateAsUpdate(target).length,
    valid: true,
    text,
  }
}

Object.assign(globalThis, {
  pasted: run,
  pastedMarkdown: (text: string) => run(htmlOf(text)),
  copyOver,
})
