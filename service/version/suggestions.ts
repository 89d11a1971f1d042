// Open suggestions in a section: a text that holds one cannot be frozen, whatever editor wrote it.
import { XmlElement, XmlText, type Doc } from 'yjs'
import { shapeOf } from '../../editor/shared/suggestions.ts'

/// Names of marks and attributes that suggest an insertion, a deletion or a change.
const suggested = /^(insertion|deletion|modification|suggestion)/

/// How many both languages hold: places that bear one name are one suggestion.
export function suggestionsIn(doc: Doc): number {
  const open = new Set<unknown>()
  const note = (held: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(held)) {
      if (suggested.test(name) && value !== '' && value !== null) open.add(idIn(value))
    }
  }
  const walk = (node: unknown): void => {
    if (node instanceof XmlText) {
      const parts: { attributes?: Record<string, unknown> }[] = node.toDelta()
      for (const { attributes } of parts) note(attributes ?? {})
    } else if (node instanceof XmlElement) {
      note(node.getAttributes())
      node.toArray().forEach(walk)
    }
  }
  for (const lang of ['nb', 'nn']) doc.getXmlFragment(lang).toArray().forEach(walk)
  return open.size
}

/// What has no name is one of its own.
function idIn(value: unknown): unknown {
  if (typeof value === 'string') return shapeOf(value)?.id ?? value
  const { id } = (value ?? {}) as { id?: unknown }
  return typeof id === 'string' && id !== '' ? id : {}
}
