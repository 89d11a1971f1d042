// Footnotes of one text: which note has which number. Computed from where they are called, never stored, so that moving a
// sentence moves its number along.
import type { PmJson } from './schema.ts'

export type Notes = {
  /// Number of a note by its id, from 1 in the order they are first called. A note nobody calls has none.
  numbers: ReadonlyMap<string, number>
  /// The element's id on the page for each note's words.
  anchors: ReadonlyMap<string, string>
  /// How often each was called so far on the page, while it is being written out.
  called: Map<string, number>
}

export const isNote = (node: PmJson): boolean =>
  node.type === 'block' && node.attrs?.kind === 'note'

/// The notes of a whole text. A call whose note is gone has no number; where two notes bear one id the first is meant.
export function notesOf(json: PmJson, prefix = ''): Notes {
  const anchors = new Map<string, string>()
  for (const node of json.content ?? []) {
    const id = String(node.attrs?.id ?? '')
    if (!isNote(node) || id === '' || anchors.has(id)) continue
    anchors.set(id, `${prefix}${id.replace(/[^\w-]/g, '') || `fn${anchors.size + 1}`}`)
  }
  const numbers = new Map<string, number>()
  const visit = (node: PmJson): void => {
    if (node.type === 'note_ref') {
      const id = String(node.attrs?.note ?? '')
      if (anchors.has(id) && !numbers.has(id)) numbers.set(id, numbers.size + 1)
    } else node.content?.forEach(visit)
  }
  if (anchors.size > 0) visit(json)
  return { numbers, anchors, called: new Map() }
}

/// A text's content with its notes last, in the order of their numbers; those nobody calls after them.
export function inReadingOrder(content: readonly PmJson[], { numbers }: Notes): PmJson[] {
  const notes = content.filter(isNote)
  if (notes.length === 0) return [...content]
  const numberOf = (node: PmJson) => numbers.get(String(node.attrs?.id ?? '')) ?? Infinity
  const order = notes.toSorted((a, b) => {
    const [one, two] = [numberOf(a), numberOf(b)]
    return one === two ? 0 : one - two
  })
  return [...content.filter((node) => !isNote(node)), ...order]
}
