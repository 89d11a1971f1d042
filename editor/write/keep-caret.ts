// Keeps the caret beside the letter it was typed after. The binding puts it at the end of the block when it stood there,
// so two people writing at the end of one paragraph would type into each other's words.
import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import { ySyncPluginKey } from 'y-prosemirror'
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  XmlElement,
  XmlText,
  type RelativePosition,
  type XmlFragment,
} from 'yjs'
import { isRemote } from './block-ids.ts'

export function keepCaret(fragment: XmlFragment): Plugin {
  let held: RelativePosition | undefined
  return new Plugin({
    // Asked after the binding's own view has brought the shared document up to this state.
    view: () => ({
      update: (view) => {
        held = placeOf(fragment, view.state)
      },
    }),
    appendTransaction(transactions, _before, state) {
      if (!held || !transactions.some((tr) => isRemote(tr) && !isUndo(tr))) return null
      const pos = positionOf(fragment, held, state.doc)
      if (pos === undefined || pos === state.selection.from || !state.selection.empty) return null
      return state.tr
        .setSelection(TextSelection.create(state.doc, pos))
        .setMeta('addToHistory', false)
    },
  })
}

const isUndo = (tr: Transaction): boolean => {
  const meta: { isUndoRedoOperation?: boolean } | undefined = tr.getMeta(ySyncPluginKey)
  return meta?.isUndoRedoOperation === true
}

/// Where the caret stands, tied to the letter before it. Undefined for a selection, or where there is no text.
function placeOf(fragment: XmlFragment, state: EditorState): RelativePosition | undefined {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.inlineContent) return undefined
  let element: XmlFragment | XmlElement = fragment
  for (let depth = 0; depth < $from.depth; depth++) {
    const child: unknown = element.get($from.index(depth))
    if (!(child instanceof XmlElement)) return undefined
    element = child
  }
  let offset = $from.parentOffset
  for (const child of element.toArray()) {
    const size: number = child instanceof XmlText ? child.length : 1
    if (child instanceof XmlText && offset <= size) {
      return createRelativePositionFromTypeIndex(child, offset, -1)
    }
    offset -= size
  }
  return undefined
}

function positionOf(fragment: XmlFragment, place: RelativePosition, doc: Node): number | undefined {
  const found = fragment.doc && createAbsolutePositionFromRelativePosition(place, fragment.doc)
  const text: unknown = found?.type
  if (!found || !(text instanceof XmlText)) return undefined
  const path: number[] = []
  let offset = found.index
  let block = true
  for (let type: unknown = text; type !== fragment;) {
    if (!(type instanceof XmlText || type instanceof XmlElement)) return undefined
    const parent: unknown = type.parent
    if (!(parent instanceof XmlElement) && parent !== fragment) return undefined
    const siblings = (parent as XmlElement).toArray()
    const at = siblings.indexOf(type)
    if (at < 0) return undefined
    if (block) {
      for (const before of siblings.slice(0, at)) {
        offset += before instanceof XmlText ? before.length : 1
      }
      block = false
    } else path.unshift(at)
    type = parent
  }
  let pos = 0
  let node = doc
  for (const index of path) {
    if (index >= node.childCount) return undefined
    for (let i = 0; i < index; i++) pos += node.child(i).nodeSize
    node = node.child(index)
    pos++
  }
  return node.inlineContent && offset <= node.content.size ? pos + offset : undefined
}
