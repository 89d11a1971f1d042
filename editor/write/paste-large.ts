// Large pastes. The server takes so many bytes in one change; a chapter pasted whole goes in as several, a book not at all.
import { Fragment, type Node, type Slice } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { ownStep } from './commands.ts'

/// About what a change may weigh, with room to spare below the server's 256 KiB.
const onePiece = 120_000
/// About a hundred and fifty pages.
const most = 1_500_000

/// What a node weighs as an update, near enough: its words, and what every block says of itself.
function weight(node: Node): number {
  if (node.isText) return 12 + node.text!.length * (/[^\0-\u007f]/.test(node.text!) ? 1.3 : 1)
  let sum = node.type.name === 'block' ? 270 : 60
  node.forEach((child) => (sum += weight(child)))
  return sum
}

export function tooLarge({ content }: Slice): 'fits' | 'pieces' | 'refused' {
  let sum = 0
  content.forEach((node) => (sum += weight(node)))
  return sum > most ? 'refused' : sum > onePiece ? 'pieces' : 'fits'
}

/// Puts the blocks in after the one the caret is in, as one step of undo and as many changes as it takes.
export function inPieces(view: EditorView, slice: Slice): void {
  ownStep(view.state)
  const { $from } = view.state.selection
  let pos = $from.depth === 0 ? $from.pos : $from.after(1)
  const put = (at: number, nodes: Node[]) => {
    if (nodes.length === 0) return 0
    const fragment = Fragment.fromArray(nodes)
    view.dispatch(view.state.tr.insert(at, fragment).setMeta('paste', true))
    return fragment.size
  }
  for (const group of groups(children(slice.content).map(closed))) {
    const [first] = group
    if (first?.type.name !== 'table') {
      pos += put(pos, group)
      continue
    }
    const [head = [], ...rest] = groups(children(first.content))
    pos += put(pos, [first.copy(Fragment.fromArray(head))])
    for (const rows of rest) pos += put(pos - 1, rows)
  }
  const end = TextSelection.near(
    view.state.doc.resolve(Math.min(pos, view.state.doc.content.size)),
    -1,
  )
  view.dispatch(view.state.tr.setSelection(end).scrollIntoView())
}

/// Inline content at an open end becomes a block of its own.
const closed = (node: Node): Node =>
  node.isInline ? node.type.schema.nodes.block!.create(null, node) : node

const children = (of: Fragment): Node[] =>
  Array.from({ length: of.childCount }, (_, i) => of.child(i))

/// Neighbours as long as they fit in one change; what is too large stands alone.
function groups(nodes: Node[]): Node[][] {
  const out: Node[][] = []
  let sum = Infinity
  for (const node of nodes) {
    const own = weight(node)
    const alone = own > onePiece
    if (alone || sum + own > onePiece) {
      out.push([])
      sum = 0
    }
    out.at(-1)!.push(node)
    sum = alone ? Infinity : sum + own
  }
  return out
}
