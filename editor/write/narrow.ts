// The binding answers every change from others by putting the whole text in place of the whole text: all that is fastened
// to places is lost, and all of it is looked at again. Here the same change is made of what differs and nothing else.
import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { ySyncPluginKey } from 'y-prosemirror'
import { UndoManager, type XmlFragment } from 'yjs'

/// What is used of the binding of y-prosemirror 1.3.7.
type Binding = {
  prosemirrorView: EditorView | null
  mapping: Map<unknown, unknown>
  type: XmlFragment
  _observeFunction(events: unknown[], transaction: { origin: unknown }): void
  _isLocalCursorInView(): boolean
}

/// To be called between the making of the state and of the view.
export function narrowChanges(state: EditorState): void {
  const { binding } = ySyncPluginKey.getState(state) as { binding: Binding }
  Object.defineProperty(binding, '_tr', {
    get(): Transaction {
      const { tr } = binding.prosemirrorView!.state
      tr.setMeta('addToHistory', false)
      const replace = tr.replace.bind(tr)
      tr.replace = (from, to = from, slice = Slice.empty) => {
        const whole = from === 0 && to === tr.doc.content.size && slice.openStart === 0
        if (!whole) return replace(from, to, slice)
        const change = difference(tr.doc.content, slice.content)
        if (change) replace(change.from, change.to, change.slice)
        return tr
      }
      return tr
    },
  })
  // Others' words never scroll; one's own undo goes to what it takes back.
  let undoing = false
  const observe = binding._observeFunction
  binding._observeFunction = (events, transaction) => {
    undoing = transaction.origin instanceof UndoManager
    observe(events, transaction)
  }
  binding._isLocalCursorInView = () => undoing && binding.prosemirrorView!.hasFocus()
}

type Change = { from: number; to: number; slice: Slice }

/// The smallest run of blocks that differs, or when it is one block that only reads otherwise, the letters in it.
export function difference(before: Fragment, after: Fragment): Change | undefined {
  let start = 0
  let from = 0
  const least = Math.min(before.childCount, after.childCount)
  while (start < least && same(before.child(start), after.child(start))) {
    from += before.child(start++).nodeSize
  }
  let end = 0
  let to = before.size
  while (
    end < least - start &&
    same(before.child(before.childCount - 1 - end), after.child(after.childCount - 1 - end))
  ) {
    to -= before.child(before.childCount - 1 - end++).nodeSize
  }
  const gone = before.childCount - start - end
  const fresh = after.childCount - start - end
  if (gone === 0 && fresh === 0) return undefined
  const old = before.maybeChild(start)
  const now = after.maybeChild(start)
  if (gone === 1 && fresh === 1 && old?.isTextblock && now && old.sameMarkup(now)) {
    return within(old, now, from + 1)
  }
  const nodes: Node[] = []
  for (let i = start; i < start + fresh; i++) nodes.push(after.child(i))
  return { from, to, slice: new Slice(Fragment.from(nodes), 0, 0) }
}

const same = (a: Node, b: Node): boolean => a === b || a.eq(b)

function within(old: Node, now: Node, at: number): Change | undefined {
  const start = old.content.findDiffStart(now.content)
  const ends = old.content.findDiffEnd(now.content)
  if (start === null || !ends) return undefined
  const over = Math.max(0, start - Math.min(ends.a, ends.b))
  return {
    from: at + start,
    to: at + ends.a + over,
    slice: now.slice(start, ends.b + over),
  }
}
