// Blocks far from the caret may be left undrawn by the browser (`content-visibility` in the stylesheet), which makes a long
// text light. Those around the caret never are: a block made a moment ago must take the next key before it was ever drawn.
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const key = new PluginKey<DecorationSet>('near')
const around = 3

export const nearBlocks = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => near(state),
      apply: (tr, held, _before, state) => (tr.docChanged || tr.selectionSet ? near(state) : held),
    },
    props: { decorations: (state) => key.getState(state) },
  })

function near({ doc, selection }: EditorState): DecorationSet {
  const at = selection.$head.index(0)
  const from = Math.max(0, at - around)
  const to = Math.min(doc.childCount, at + around + 1)
  let pos = 0
  for (let i = 0; i < from; i++) pos += doc.child(i).nodeSize
  const found: Decoration[] = []
  for (let i = from; i < to; i++) {
    const end = pos + doc.child(i).nodeSize
    found.push(Decoration.node(pos, end, { class: 'near' }))
    pos = end
  }
  return DecorationSet.create(doc, found)
}
