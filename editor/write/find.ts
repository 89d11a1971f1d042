// Where a word stands in the text, and putting another in its place. Matches are found anew after every change, never
// moved along: the whole text may have been drawn again.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { ownStep } from './commands.ts'

export type Found = { from: number; to: number }
type Asked = { words: string; exact: boolean; current: number }
type Held = Asked & { found: Found[]; shown: DecorationSet }

const key = new PluginKey<Held>('find')
const nothing: Held = { words: '', exact: false, current: 0, found: [], shown: DecorationSet.empty }

/// Marks what is asked for with `ask`.
export const findPlugin = (): Plugin<Held> =>
  new Plugin<Held>({
    key,
    state: {
      init: () => nothing,
      apply(tr, held) {
        const asked: Asked | undefined = tr.getMeta(key)
        if (!asked && (!tr.docChanged || held.words === '')) return held
        return look(tr.doc, asked ?? held)
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  })

export const foundIn = (state: EditorState): Held => key.getState(state) ?? nothing

/// Looks for words; `''` stops looking.
export const ask = (view: EditorView, words: string, exact: boolean): void =>
  view.dispatch(view.state.tr.setMeta(key, { words, exact, current: 0 }))

/// Goes to the next (+1) or previous (-1) place, around the ends, and selects it.
export function step(view: EditorView, by: 1 | -1): void {
  const { found, words, exact, current } = foundIn(view.state)
  if (found.length === 0) return
  const next = (current + by + found.length) % found.length
  const { from, to } = found[next]!
  const tr = view.state.tr.setMeta(key, { words, exact, current: next })
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView())
}

/// Puts `other` in the place of the current match. True when there was one.
export function replaceOne(view: EditorView, other: string): boolean {
  const { found, current } = foundIn(view.state)
  const place = found[current]
  if (!place) return false
  ownStep(view.state)
  view.dispatch(view.state.tr.insertText(other, place.from, place.to))
  return true
}

/// Replaces every match, as one step of undo. Answers how many there were.
export function replaceAll(view: EditorView, other: string): number {
  const { found } = foundIn(view.state)
  ownStep(view.state)
  const tr = view.state.tr
  for (const { from, to } of found.toReversed()) tr.insertText(other, from, to)
  if (tr.docChanged) view.dispatch(tr)
  return found.length
}

function look(doc: Node, { words, exact, current }: Asked): Held {
  const found = words === '' ? [] : placesOf(doc, words, exact)
  const at = found.length === 0 ? 0 : Math.min(current, found.length - 1)
  const shown = DecorationSet.create(
    doc,
    found.map(({ from, to }, i) =>
      Decoration.inline(from, to, { class: i === at ? 'found found-here' : 'found' }),
    ),
  )
  return { words, exact, current: at, found, shown }
}

/// Matches within blocks. Without `exact`, large and small letters are the same.
export function placesOf(doc: Node, words: string, exact: boolean): Found[] {
  const pattern = new RegExp(
    words.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
    exact ? 'gu' : 'giu',
  )
  const found: Found[] = []
  doc.descendants((node, pos) => {
    if (node.type.name !== 'block') return true
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const match of text.matchAll(pattern)) {
      const from = pos + 1 + match.index
      if (match[0] !== '') found.push({ from, to: from + match[0].length })
    }
    return false
  })
  return found
}
