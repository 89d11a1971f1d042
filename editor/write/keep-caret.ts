// Keeps the caret beside the letter it was typed after. The binding puts it at the end of the block when it stood there,
// so two people writing at the end of one paragraph would type into each other's words.
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { ySyncPluginKey } from 'y-prosemirror'
import type { RelativePosition, XmlFragment } from 'yjs'
import { isRemote } from './block-ids.ts'
import { placeOf, positionOf } from './places.ts'

export function keepCaret(fragment: XmlFragment): Plugin {
  let held: RelativePosition | undefined
  return new Plugin({
    // Asked after the binding's own view has brought the shared document up to this state.
    view: () => ({
      update: ({ state: { selection } }) => {
        held = selection.empty ? placeOf(fragment, selection.$from, -1) : undefined
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
