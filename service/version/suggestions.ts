// Open suggestions in a section: a text that holds one cannot be frozen, whatever editor wrote it.
import { XmlElement, XmlText, type Doc } from 'yjs'

/// Names of marks and attributes that suggest an insertion, a deletion or a change.
const suggested = /^(insertion|deletion|modification|suggestion)/

/// How many places of both languages hold one.
export function suggestionsIn(doc: Doc): number {
  let open = 0
  const walk = (node: unknown): void => {
    if (node instanceof XmlText) {
      const parts: { attributes?: Record<string, unknown> }[] = node.toDelta()
      for (const { attributes } of parts) {
        if (Object.keys(attributes ?? {}).some((name) => suggested.test(name))) open++
      }
    } else if (node instanceof XmlElement) {
      if (Object.keys(node.getAttributes()).some((name) => suggested.test(name))) open++
      node.toArray().forEach(walk)
    }
  }
  for (const lang of ['nb', 'nn']) doc.getXmlFragment(lang).toArray().forEach(walk)
  return open
}
