// Where comments are fastened: two places tied to letters, found anew after every change. What cannot be found falls
// back to its block; without that it waits in the list of those to place again, and never vanishes.
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { createRelativePositionFromJSON, relativePositionToJSON, type XmlFragment } from 'yjs'
import { placesOf } from '../write/find.ts'
import { placeOf, positionOf } from '../write/places.ts'
import type { Anchor, Thread } from './threads.ts'

const key = new PluginKey<DecorationSet>('comments')

/// Shows marks, and tells which thread's mark was pressed.
export const commentPlugin = (pressed: (thread: string) => void): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, held) => {
        const given: unknown = tr.getMeta(key)
        if (given instanceof DecorationSet) return given
        return tr.docChanged ? held.map(tr.mapping, tr.doc) : held
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: (_view, _pos, event) => {
        const mark = (event.target as Element).closest<HTMLElement>('[data-thread]')
        if (mark?.dataset.thread) pressed(mark.dataset.thread)
        return false
      },
    },
  })

export type Placed = { thread: Thread; at: number | undefined }

/// Marks the threads of the view's language, and answers where each stands.
export function mark(view: EditorView, fragment: XmlFragment, threads: Thread[]): Placed[] {
  const { doc } = view.state
  const found: Decoration[] = []
  const placed = threads.map((thread): Placed => {
    const place = placeNow(fragment, thread, view)
    if (place) {
      const { from, to } = place
      if (!thread.resolved) {
        found.push(Decoration.inline(from, to, { class: 'commented', 'data-thread': thread.id }))
      }
      return { thread, at: from }
    }
    return { thread, at: blockAt(view, thread.block) }
  })
  if (shownAlready(view, found)) return placed
  const shown = DecorationSet.create(doc, found)
  view.dispatch(view.state.tr.setMeta(key, shown).setMeta('addToHistory', false))
  return placed
}

/// Drawing again puts the caret where the editor last knew it: not to be done for nothing.
function shownAlready(view: EditorView, found: Decoration[]): boolean {
  const places = (list: Decoration[]) =>
    list
      .map(({ from, to }) => `${from}-${to}`)
      .sort()
      .join()
  return places(key.getState(view.state)?.find() ?? []) === places(found)
}

/// What the selection would be fastened to; without a selection, the block the caret stands in. Also where the text
/// cannot be written: then the browser's own selection is asked.
export function anchorHere(
  view: EditorView,
  fragment: XmlFragment,
): Omit<Anchor, 'lang'> | undefined {
  let [from, to] = selected(view)
  const $from = view.state.doc.resolve(from)
  if (!$from.parent.inlineContent) return undefined
  // A double click beside the words takes only the line's end: then the whole block is meant.
  if (view.state.doc.textBetween(from, to, ' ').trim() === '') {
    from = $from.start()
    to = $from.end()
  }
  const start = placeOf(fragment, view.state.doc.resolve(from), 0)
  const end = placeOf(fragment, view.state.doc.resolve(to), -1)
  if (!start || !end) return undefined
  return {
    block: String($from.parent.attrs.id ?? ''),
    quote: view.state.doc.textBetween(from, to, ' ').slice(0, 400),
    from: relativePositionToJSON(start) as unknown,
    to: relativePositionToJSON(end) as unknown,
  }
}

function selected(view: EditorView): [number, number] {
  const picked = document.getSelection()
  const { anchorNode, focusNode } = picked ?? {}
  if (!view.editable && picked && anchorNode && focusNode && view.dom.contains(anchorNode)) {
    const a = view.posAtDOM(anchorNode, picked.anchorOffset)
    const b = view.dom.contains(focusNode) ? view.posAtDOM(focusNode, picked.focusOffset) : a
    return [Math.min(a, b), Math.max(a, b)]
  }
  const { from, to } = view.state.selection
  return [from, to]
}

/// Between the two letters it was tied to; when they were moved by a split or a join, where the same words stand once.
function placeNow(
  fragment: XmlFragment,
  thread: Thread,
  view: EditorView,
): { from: number; to: number } | undefined {
  const from = find(fragment, thread.from, view)
  const to = find(fragment, thread.to, view)
  if (from !== undefined && to !== undefined && from < to) return { from, to }
  const again = thread.quote === '' ? [] : placesOf(view.state.doc, thread.quote, true)
  return again.length === 1 ? again[0] : undefined
}

function find(fragment: XmlFragment, json: string, view: EditorView): number | undefined {
  try {
    const place = createRelativePositionFromJSON(JSON.parse(json))
    return positionOf(fragment, place, view.state.doc)
  } catch {
    return undefined
  }
}

function blockAt(view: EditorView, id: string): number | undefined {
  let found: number | undefined
  if (id === '') return undefined
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'block' && node.attrs.id === id) found ??= pos + 1
    return found === undefined && node.type.name !== 'block'
  })
  return found
}
