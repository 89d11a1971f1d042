// Where a word stands in the text, and putting another in its place. Matches are found anew after every change, never
// moved along: the whole text may have been drawn again.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { bring } from '../frame/bring.ts'
import { ownStep } from './commands.ts'

export type Found = { from: number; to: number }

/// `exact`: large and small letters differ. `whole`: not within a longer word.
export type Sought = { words: string; exact: boolean; whole: boolean }

/// `current` is the index of the match one is at; -1 when one is in another text.
type Asked = Sought & { current: number }
type Held = Asked & { found: Found[]; shown: DecorationSet }

const key = new PluginKey<Held>('find')
const nothing: Held = {
  words: '',
  exact: false,
  whole: false,
  current: 0,
  found: [],
  shown: DecorationSet.empty,
}

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
export function ask(view: EditorView, sought: Partial<Sought>): void {
  const { words = '', exact = false, whole = false } = sought
  if (words === '' && foundIn(view.state).words === '') return
  view.dispatch(view.state.tr.setMeta(key, { words, exact, whole, current: 0 }))
}

/// Goes to a match and selects it; -1 leaves this text without a current one.
export function goTo(view: EditorView, index: number): void {
  const { found, words, exact, whole, current } = foundIn(view.state)
  if (index === current && index < 0) return
  const tr = view.state.tr.setMeta(key, { words, exact, whole, current: index })
  const place = found[index]
  if (place) tr.setSelection(TextSelection.create(tr.doc, place.from, place.to))
  view.dispatch(tr)
  if (place) bring(view.domAtPos(place.from).node)
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
  if (found.length === 0) return 0
  ownStep(view.state)
  const tr = view.state.tr
  for (const { from, to } of found.toReversed()) tr.insertText(other, from, to)
  view.dispatch(tr)
  return found.length
}

function look(doc: Node, { words, exact, whole, current }: Asked): Held {
  const found = words === '' ? [] : placesOf(doc, words, exact, whole)
  const at = found.length === 0 ? Math.min(current, 0) : Math.min(current, found.length - 1)
  const shown = DecorationSet.create(
    doc,
    found.map(({ from, to }, i) =>
      Decoration.inline(from, to, { class: i === at ? 'found found-here' : 'found' }),
    ),
  )
  return { words, exact, whole, current: at, found, shown }
}

/// Matches within blocks. Without `exact`, large and small letters are the same.
export function placesOf(doc: Node, words: string, exact: boolean, whole = false): Found[] {
  const plain = words.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const pattern = new RegExp(
    whole ? String.raw`(?<![\p{L}\p{N}])${plain}(?![\p{L}\p{N}])` : plain,
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
