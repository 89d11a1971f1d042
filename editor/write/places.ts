// Places in the shared text that stay where they are while others write: tied to a letter, not to a count.
import type { Node, ResolvedPos } from 'prosemirror-model'
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  XmlElement,
  XmlText,
  type RelativePosition,
  type XmlFragment,
} from 'yjs'

/// The place of a position: tied to the letter before it (-1) or after it (0). Undefined where there is no text.
export function placeOf(
  fragment: XmlFragment,
  $pos: ResolvedPos,
  side: -1 | 0,
): RelativePosition | undefined {
  if (!$pos.parent.inlineContent) return undefined
  let element: XmlFragment | XmlElement = fragment
  for (let depth = 0; depth < $pos.depth; depth++) {
    const child: unknown = element.get($pos.index(depth))
    if (!(child instanceof XmlElement)) return undefined
    element = child
  }
  let offset = $pos.parentOffset
  for (const child of element.toArray()) {
    const size: number = child instanceof XmlText ? child.length : 1
    if (child instanceof XmlText && offset <= size) {
      return createRelativePositionFromTypeIndex(child, offset, side)
    }
    offset -= size
  }
  return undefined
}

/// Where a place is now, or undefined when what it was tied to is gone from this text.
export function positionOf(
  fragment: XmlFragment,
  place: RelativePosition,
  doc: Node,
): number | undefined {
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
