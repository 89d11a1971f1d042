// Whether the editor can show a text without harm. The binding deletes what its schema does not know, from the shared
// document, merely by showing it; so what a newer editor wrote is learned first, and a text where something stands in a
// place nobody can hold it is never given to the binding: it is shown as it reads, and kept.
import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { isLearned, learn } from './learn.ts'

/// True when everything in the text is known, or was made known, and in a place where the schema has it.
export const fits = (fragment: XmlFragment): boolean => learn(fragment) && childrenFit(fragment)

/// The same for what a change touched: asked on every change from others, before the binding sees it.
export const changeFits = (
  events: readonly { target: unknown }[],
  fragment: XmlFragment,
): boolean =>
  events.every(({ target }) => {
    if (target === fragment) return fits(fragment)
    if (target instanceof XmlText) return learn(target) && textFits(target)
    if (!(target instanceof XmlElement)) return false
    const parent = target.parent instanceof XmlElement ? target.parent.nodeName : 'doc'
    return learn(target, parent) && elementFits(target, parent)
  })

/// Which elements stand in which, and where text may be.
const children: Record<string, readonly string[]> = {
  doc: ['block', 'rule', 'table', 'image', 'unknown'],
  block: ['unknown_inline'],
  table: ['row'],
  row: ['cell'],
  cell: ['block'],
}

const childrenFit = (fragment: XmlFragment): boolean =>
  fragment.toArray().every((child) => child instanceof XmlElement && elementFits(child, 'doc'))

function elementFits(element: XmlElement, parent: string): boolean {
  const name = element.nodeName
  if (isLearned(parent)) return true
  if (isLearned(name)) {
    return parent === 'block' ? element.length === 0 : parent === 'doc' || parent === 'cell'
  }
  if (!children[parent]?.includes(name)) return false
  return element
    .toArray()
    .every((child) =>
      child instanceof XmlText
        ? name === 'block' && textFits(child)
        : child instanceof XmlElement && elementFits(child, name),
    )
}

/// Letters only: what is embedded among them the binding cannot read.
function textFits(text: XmlText): boolean {
  const parts: { insert: unknown }[] = text.toDelta()
  return parts.every(({ insert }) => typeof insert === 'string')
}
