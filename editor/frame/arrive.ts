// Coming to a text from somewhere else: to the paragraph named in the address, with the words one looked for marked.
import type { EditorView } from 'prosemirror-view'
import { bring } from './bring.ts'

/// Called once, when the text has taken the place of what the server wrote.
export function arrive(
  view: EditorView,
  lang: 'nb' | 'nn',
  find: (view: EditorView, words: string) => void,
): void {
  const words = new URLSearchParams(location.search).get('finn')
  if (words) find(view, words.replaceAll(/["«»]/g, ''))
  const anchor = decodeURIComponent(location.hash.slice(1))
  const id = lang === 'nn' ? anchor.replace(/^nn-/, '') : anchor
  if (id === '') return
  const block = view.dom.querySelector(`[data-id="${CSS.escape(id)}"]`)
  if (block) bring(block)
}
