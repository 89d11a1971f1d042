// Every block has an id of its own. Only what this person changes is looked at: two editors that both repaired what
// came from a third would never agree.
import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { ySyncPluginKey } from 'y-prosemirror'
import { newBlockId } from '../shared/schema.ts'

export const blockIds = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, _before, state) {
      const local = transactions.filter((tr) => tr.docChanged && !isRemote(tr))
      return local.length === 0 ? null : repair(transactions, state)
    },
  })

/// True for a change that came from the shared document: somebody else's, or undo.
export const isRemote = (tr: Transaction): boolean => {
  const meta: { isChangeOrigin?: boolean } | undefined = tr.getMeta(ySyncPluginKey)
  return meta?.isChangeOrigin === true
}

/// Where the document changed, in positions of the newest one.
export function changedRange(transactions: readonly Transaction[], doc: Node): [number, number] {
  let from = doc.content.size
  let to = 0
  transactions.forEach((tr, index) => {
    const later = transactions.slice(index + 1)
    tr.mapping.maps.forEach((map, step) => {
      map.forEach((_a, _b, start, end) => {
        const rest = tr.mapping.slice(step + 1)
        const through = (pos: number, side: number) =>
          later.reduce((at, one) => one.mapping.map(at, side), rest.map(pos, side))
        from = Math.min(from, through(start, -1))
        to = Math.max(to, through(end, 1))
      })
    })
  })
  return [Math.max(0, from), Math.min(doc.content.size, to)]
}

function repair(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const [from, to] = changedRange(transactions, state.doc)
  if (from > to) return null
  const touched: { node: Node; pos: number }[] = []
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === 'block') touched.push({ node, pos })
    return node.type.name !== 'block'
  })
  const outside = new Set<string>()
  state.doc.descendants((node, pos) => {
    if (node.type.name !== 'block') return true
    if (pos + node.nodeSize < from || pos > to) outside.add(String(node.attrs.id))
    return false
  })
  const tr = state.tr
  for (const { node, pos } of touched) {
    const id = String(node.attrs.id)
    if (id === '' || outside.has(id)) tr.setNodeAttribute(pos, 'id', newBlockId())
    else outside.add(id)
  }
  return tr.docChanged ? tr : null
}
