// Which block of one language belongs to which of the other: by id, in the order of both.
import type { Node } from 'prosemirror-model'
import { originalText } from '../suggest/original-text.ts'
import { align } from '../shared/compare.ts'
import { translationStatus, type TranslationStatus } from '../shared/translation.ts'

export type Place = { node: Node; pos: number }

/// One line across both columns. `at` is where a missing counterpart would be put.
export type Row =
  | { is: 'pair'; id: string; source: Place; target: Place; status: TranslationStatus }
  | { is: 'source'; id: string; source: Place; at: number }
  | { is: 'target'; target: Place }

export function rowsOf(source: Node, target: Node): Row[] {
  const pairs = align(places(source), places(target), (a, b) => {
    const id = String(a.node.attrs.id ?? '')
    return id !== '' && id === b.node.attrs.id && a.node.type === b.node.type
  })
  let at = 0
  return pairs.map(([a, b]): Row => {
    if (b) at = b.pos + b.node.nodeSize
    if (!a) return { is: 'target', target: b! }
    const id = String(a.node.attrs.id ?? '')
    if (!b) return { is: 'source', id, source: a, at }
    const said = {
      id,
      text: originalText(b.node),
      source: String(b.node.attrs.source ?? ''),
    }
    return {
      is: 'pair',
      id,
      source: a,
      target: b,
      status: translationStatus(originalText(a.node), said),
    }
  })
}

/// How many of the source's blocks with words are checked.
export function checkedOf(rows: Row[]): { checked: number; total: number } {
  const filled = rows.filter(
    (row) => row.is !== 'target' && row.source.node.textContent.trim() !== '',
  )
  return {
    checked: filled.filter((row) => row.is === 'pair' && row.status === 'checked').length,
    total: filled.length,
  }
}

function places(doc: Node): Place[] {
  const found: Place[] = []
  doc.forEach((node, pos) => found.push({ node, pos }))
  return found
}
