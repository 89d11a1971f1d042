// Where the footnote calls and cross-references of a text are. Remembered by block, so that a keystroke looks at one.
import type { Node } from 'prosemirror-model'
import { schema } from '../shared/schema.ts'

const { block } = schema.nodes
const known = new WeakMap<Node, { node: Node; offset: number }[]>()

/// Atoms of one type in the order of the text, with their positions.
export function atomsIn(doc: Node, type: 'note_ref' | 'xref'): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = []
  doc.descendants((node, pos) => {
    if (node.type !== block) return true
    for (const one of atomsOf(node)) {
      if (one.node.type.name === type) found.push({ node: one.node, pos: pos + 1 + one.offset })
    }
    return false
  })
  return found
}

function atomsOf(node: Node): { node: Node; offset: number }[] {
  const held = known.get(node)
  if (held) return held
  const found: { node: Node; offset: number }[] = []
  node.forEach((child, offset) => {
    if (child.isInline && child.isAtom && !child.isText) found.push({ node: child, offset })
  })
  known.set(node, found)
  return found
}
