// A block's words without what is only suggested in: what counts, outlines and translations go by.
import type { Node } from 'prosemirror-model'

export function originalText(block: Node): string {
  let text = ''
  block.forEach((child) => {
    if (child.isText && !child.marks.some(({ type }) => type.name === 'insertion'))
      text += child.text
  })
  return text
}
