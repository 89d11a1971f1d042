// Enter, Backspace and Delete between blocks. Splitting and joining have no counterpart in the shared document, so the
// block that holds the words keeps its identity wherever that can be arranged.
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { blockAttrs, newBlockId } from '../shared/schema.ts'
import { insertBreak, ownStep } from './commands.ts'

/// Enter. An empty list item moves out, an empty quote or call-out ends; after a heading or a caption comes a paragraph,
/// and a note gets another line. At the very
/// beginning an empty block is put in front, so that the words stay in the block they are in.
export const splitBlock: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const block = $from.parent
  if (block.type.name !== 'block') return false
  const attrs = blockAttrs(block.attrs)
  if (attrs.kind === 'note') return insertBreak(state, dispatch)
  if (state.selection.empty && block.content.size === 0 && leaveEmpty(state, dispatch)) return true
  if (!dispatch) return true
  ownStep(state)
  const tr = state.tr
  const same = $from.sameParent($to)
  if (!state.selection.empty) tr.deleteSelection()
  const $at = tr.selection.$from
  const last = attrs.kind === 'heading' || attrs.kind === 'caption'
  if ($at.parentOffset === 0 && $at.parent.content.size > 0 && attrs.kind !== 'caption') {
    const above = $at.parent.type.create({
      ...$at.parent.attrs,
      ...(attrs.kind === 'heading' ? { kind: 'paragraph', level: 1 } : {}),
      id: newBlockId(),
      source: '',
    })
    tr.insert($at.before(), above)
  } else {
    const atEnd = $at.parentOffset === $at.parent.content.size
    const next =
      same && (atEnd || attrs.kind === 'caption') && last ? { kind: 'paragraph', level: 1 } : {}
    tr.split($at.pos, 1, [
      {
        type: $at.parent.type,
        attrs: { ...$at.parent.attrs, ...next, id: newBlockId(), source: '' },
      },
    ])
  }
  dispatch(tr.scrollIntoView())
  return true
}

/// Backspace at the beginning of a block: first out of the list or the quote, then together with the block above.
export const joinBackward: Command = (state, dispatch) => {
  const { $cursor } = state.selection as TextSelection
  if (!$cursor || $cursor.parentOffset > 0 || $cursor.parent.type.name !== 'block') return false
  const attrs = blockAttrs($cursor.parent.attrs)
  if (attrs.list !== '' || attrs.indent > 0 || ['quote', 'callout'].includes(attrs.kind)) {
    return leaveEmpty(state, dispatch)
  }
  return join(state, $cursor.before(), dispatch)
}

/// Delete at the end of a block.
export const joinForward: Command = (state, dispatch) => {
  const { $cursor } = state.selection as TextSelection
  if (!$cursor || $cursor.parent.type.name !== 'block') return false
  if ($cursor.parentOffset < $cursor.parent.content.size) return false
  return join(state, $cursor.after(), dispatch)
}

/// Joins the two blocks around `pos`. An empty one is simply removed: the other keeps its identity.
function join(
  state: EditorState,
  pos: number,
  dispatch?: (tr: EditorState['tr']) => void,
): boolean {
  const $pos = state.doc.resolve(pos)
  const above = $pos.nodeBefore
  const below = $pos.nodeAfter
  if (above?.type.name !== 'block' || below?.type.name !== 'block') return false
  if (!mayJoin(above, below)) return true
  if (!dispatch) return true
  ownStep(state)
  const tr = state.tr
  if (above.content.size === 0) tr.delete(pos - above.nodeSize, pos)
  else if (below.content.size === 0) {
    tr.delete(pos, pos + below.nodeSize)
    tr.setSelection(TextSelection.create(tr.doc, pos - 1))
  } else tr.join(pos)
  dispatch(tr.scrollIntoView())
  return true
}

/// A note never runs together with what stands beside it, nor a caption with words.
const mayJoin = (above: Node, below: Node): boolean =>
  ![above, below].some((one) => one.attrs.kind === 'note') &&
  (above.content.size === 0 ||
    below.content.size === 0 ||
    ![above, below].some((one) => one.attrs.kind === 'caption'))

/// One step out: a smaller indent, out of the list, or back to a paragraph.
function leaveEmpty(state: EditorState, dispatch?: (tr: EditorState['tr']) => void): boolean {
  const { $from } = state.selection
  const attrs = blockAttrs($from.parent.attrs)
  const out =
    attrs.indent > 0
      ? { indent: attrs.indent - 1 }
      : attrs.list !== ''
        ? { list: '' }
        : ['quote', 'callout'].includes(attrs.kind)
          ? { kind: 'paragraph' }
          : undefined
  if (!out) return false
  if (dispatch) {
    ownStep(state)
    dispatch(state.tr.setNodeMarkup($from.before(), null, { ...$from.parent.attrs, ...out }))
  }
  return true
}
