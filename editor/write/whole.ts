// A text always ends in a block one can write in, as soon as this person has changed something. Opening a text changes
// nothing.
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { newBlockId, schema } from '../shared/schema.ts'
import { isRemote } from './block-ids.ts'

export const alwaysABlock = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((tr) => tr.docChanged && !isRemote(tr))) return null
      if (state.doc.lastChild?.type.name === 'block') return null
      return state.tr.insert(state.doc.content.size, newBlock())
    },
    props: {
      handleDOMEvents: {
        focus(view) {
          if (view.editable && view.state.doc.childCount === 0) begin(view)
          return false
        },
      },
    },
  })

const newBlock = () => schema.nodes.block!.create({ id: newBlockId() })

function begin(view: EditorView): void {
  const tr = view.state.tr.insert(0, newBlock())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, 1)))
}
