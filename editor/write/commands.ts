// What a person can do to blocks. Every command changes attributes and leaves the node where it is, so that nothing a
// colleague types at that moment is lost.
import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { yUndoPluginKey } from 'y-prosemirror'
import { blockAttrs, maxIndent, type BlockAttrs, type List } from '../shared/schema.ts'

/// Text blocks the selection touches, with their positions.
export function blocksIn(state: EditorState): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = []
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type.name === 'block') found.push({ node, pos })
      return node.type.name !== 'block'
    })
  }
  return found
}

/// The attributes of the block the selection begins in.
export const attrsHere = (state: EditorState): BlockAttrs => {
  const here = blocksIn(state)[0]
  return blockAttrs(here?.node.attrs ?? {})
}

/// Makes the blocks headings, paragraphs, quotes or call-outs. A heading leaves its list.
export const setKind = (kind: string, level = 1): Command =>
  change((attrs) =>
    attrs.kind === 'note'
      ? {}
      : kind === 'heading'
        ? { kind, level, list: '', indent: 0 }
        : { kind, level: 1, list: attrs.list },
  )

/// Puts the blocks in a list, or takes them out when all are in it.
export const toggleList =
  (list: Exclude<List, ''>): Command =>
  (state, dispatch) => {
    const out = blocksIn(state).every(({ node }) => blockAttrs(node.attrs).list === list)
    return change((attrs) =>
      attrs.kind === 'note' || attrs.kind === 'caption'
        ? {}
        : out
          ? { list: '', indent: 0 }
          : { list, ...(attrs.kind === 'heading' ? { kind: 'paragraph', level: 1 } : {}) },
    )(state, dispatch)
  }

/// Moves list items in (+1) or out (-1). An item on the outermost level leaves the list on the way out.
export const indent =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const items = blocksIn(state).filter(({ node }) => blockAttrs(node.attrs).list !== '')
    if (items.length === 0) return false
    return change((attrs) => {
      if (attrs.list === '') return {}
      const to = attrs.indent + by
      if (to < 0) return { list: '' }
      return { indent: Math.min(maxIndent, to) }
    })(state, dispatch)
  }

/// Applies `to` to every block of the selection. False when nothing would change.
function change(to: (attrs: BlockAttrs) => Partial<BlockAttrs>): Command {
  return (state, dispatch) => {
    const tr = state.tr
    for (const { node, pos } of blocksIn(state)) {
      const now = blockAttrs(node.attrs)
      const wanted = Object.entries(to(now))
      const differs = wanted.some(([key, value]) => now[key as keyof BlockAttrs] !== value)
      if (differs) tr.setNodeMarkup(pos, null, { ...node.attrs, ...Object.fromEntries(wanted) })
    }
    if (!tr.docChanged) return false
    if (dispatch) {
      ownStep(state)
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/// Takes bold, italic, raised and lowered letters off what is selected. Links and suggestions stay.
export const plainLetters: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (empty) return false
  const tr = state.tr
  for (const name of ['bold', 'italic', 'sub', 'sup']) {
    tr.removeMark(from, to, state.schema.marks[name]!)
  }
  if (!tr.docChanged) return false
  dispatch?.(tr)
  return true
}

/// A line break inside the block.
export const insertBreak: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.insertText('\n').scrollIntoView())
  return true
}

/// A horizontal rule after this block. In an empty paragraph it takes the place above it.
export const insertRule: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth !== 1 || $from.parent.attrs.kind === 'note') return false
  if (dispatch) {
    ownStep(state)
    const at = $from.parent.content.size === 0 ? $from.before(1) : $from.after(1)
    dispatch(state.tr.insert(at, state.schema.nodes.rule!.create()).scrollIntoView())
  }
  return true
}

/// The next change is a step of its own in undo.
export function ownStep(state: EditorState): void {
  const held: { undoManager?: { stopCapturing(): void } } | undefined =
    yUndoPluginKey.getState(state)
  held?.undoManager?.stopCapturing()
}
