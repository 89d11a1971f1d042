// A text always ends in a block one can write in (its notes follow), as soon as this person has changed something. Opening a text changes
// nothing.
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { newBlockId, schema } from '../shared/schema.ts'
import { isRemote } from './block-ids.ts'
import { isNote } from './notes.ts'

export const alwaysABlock = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((tr) => tr.docChanged && !isRemote(tr))) return null
      let end = state.doc.content.size
      let last = state.doc.lastChild
      for (
        let i = state.doc.childCount - 1;
        isNote(last);
        last = i > 0 ? state.doc.child(--i) : null
      ) {
        end -= last!.nodeSize
      }
      if (last?.type.name === 'block' && last.attrs.kind !== 'caption') return null
      return state.tr.insert(end, newBlock())
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
