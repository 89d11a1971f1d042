// Whether the editor can show a text without harm. The binding deletes what its schema does not know, from the shared
// document, merely by showing it; so a text with foreign content is never given to it. It is shown as it reads, and kept.
import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { schema } from '../shared/schema.ts'

/// True when everything in the text is known and in a place where the schema has it.
export const fits = (fragment: XmlFragment): boolean =>
  fragment.toArray().every((child) => child instanceof XmlElement && elementFits(child, 'doc'))

/// The same for what a change touched: asked on every change from others, before the binding sees it.
export const changeFits = (
  events: readonly { target: unknown }[],
  fragment: XmlFragment,
): boolean =>
  events.every(({ target }) => {
    if (target === fragment) return fits(fragment)
    if (target instanceof XmlText) return textFits(target)
    if (!(target instanceof XmlElement)) return false
    return elementFits(target, target.parent instanceof XmlElement ? target.parent.nodeName : 'doc')
  })

/// Which elements stand in which, and where text may be.
const children: Record<string, readonly string[]> = {
  doc: ['block', 'rule', 'table', 'image', 'unknown'],
  block: ['unknown_inline'],
  table: ['row'],
  row: ['cell'],
  cell: ['block'],
}

function elementFits(element: XmlElement, parent: string): boolean {
  const name = element.nodeName
  if (!children[parent]?.includes(name)) return false
  const known = schema.nodes[name]?.spec.attrs ?? {}
  if (!Object.keys(element.getAttributes()).every((key) => Object.hasOwn(known, key))) return false
  return element
    .toArray()
    .every((child) =>
      child instanceof XmlText
        ? name === 'block' && textFits(child)
        : child instanceof XmlElement && elementFits(child, name),
    )
}

function textFits(text: XmlText): boolean {
  const parts: { insert: unknown; attributes?: object }[] = text.toDelta()
  return parts.every(
    ({ insert, attributes }) =>
      typeof insert === 'string' &&
      Object.keys(attributes ?? {}).every((mark) =>
        Object.hasOwn(schema.marks, mark.replace(/--[a-zA-Z0-9+/=]{8}$/, '')),
      ),
  )
}
