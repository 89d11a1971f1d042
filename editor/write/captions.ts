// The words under an image or a table: a block of kind `caption` right after it. Moving or changing the one never touches
// the other.
import {
  NodeSelection,
  Plugin,
  TextSelection,
  type Command,
  type EditorState,
} from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'
import { say } from '../frame/words.ts'
import { newBlockId, schema } from '../shared/schema.ts'
import { ownStep } from './commands.ts'

const { block, image, table } = schema.nodes

/// The image or table the selection is in or right under, and where it ends.
export function figureHere(state: EditorState): { node: Node; end: number } | undefined {
  const { selection } = state
  if (selection instanceof NodeSelection && isFigure(selection.node)) {
    return { node: selection.node, end: selection.to }
  }
  const { $from } = selection
  if ($from.depth === 0) return undefined
  const around = $from.node(1)
  if (around.type === table) return { node: around, end: $from.after(1) }
  const above = $from.index(0) > 0 ? state.doc.child($from.index(0) - 1) : undefined
  return above && isFigure(above) && around.attrs.kind === 'caption'
    ? { node: above, end: $from.before(1) }
    : undefined
}

/// Goes to the caption, made when there is none.
export const caption: Command = (state, dispatch) => {
  const here = figureHere(state)
  if (!here) return false
  if (!dispatch) return true
  const next = state.doc.nodeAt(here.end)
  const tr = state.tr
  if (!isCaption(next)) {
    ownStep(state)
    tr.insert(here.end, block!.create({ kind: 'caption', id: newBlockId() }))
  }
  const at = here.end + 1 + (isCaption(next) ? next!.content.size : 0)
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
  return true
}

const isFigure = (node: Node): boolean => node.type === image || node.type === table

const isCaption = (node: Node | null | undefined): boolean =>
  node?.type === block && node?.attrs.kind === 'caption'

/// An empty caption says what it is for.
export const captionHints = (): Plugin =>
  new Plugin({
    props: {
      decorations(state) {
        const hints: Decoration[] = []
        state.doc.forEach((node, pos, index) => {
          if (!isCaption(node) || node.content.size > 0) return
          const above = index > 0 ? state.doc.child(index - 1) : undefined
          const hint =
            above?.type === table
              ? say('Tekst til tabellen', 'Tekst til tabellen', 'Text for the table')
              : say('Bildetekst', 'Bilettekst', 'Caption')
          hints.push(Decoration.node(pos, pos + node.nodeSize, { 'data-hint': hint }))
        })
        return hints.length ? DecorationSet.create(state.doc, hints) : DecorationSet.empty
      },
    },
  })
