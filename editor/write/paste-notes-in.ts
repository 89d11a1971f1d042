// Footnotes that come in by paste or drop: every call gets a note of its own, with the words it had where it came from. A
// call that comes back to its own note (cut and pasted) keeps it.
import { Fragment, type Node } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { newBlockId, schema } from '../shared/schema.ts'
import { atomsIn } from './atoms-in.ts'
import { changedRange } from './block-ids.ts'
import { noteAt, placeOfNote } from './notes.ts'

const { block } = schema.nodes

/// The words of notes lately read from a clipboard, by the name the calls had there.
export type Brought = Map<string, Fragment>

export const pastedNotes = (brought: Brought): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, state) {
      const came = transactions.some((tr) => tr.docChanged && isArrival(tr))
      return came ? settle(transactions, before, state, brought) : null
    },
  })

const isArrival = (tr: Transaction): boolean =>
  tr.getMeta('paste') === true || tr.getMeta('uiEvent') === 'drop'

function settle(
  transactions: readonly Transaction[],
  before: EditorState,
  state: EditorState,
  brought: Brought,
): Transaction | null {
  const [from, to] = changedRange(transactions, state.doc)
  const calls = atomsIn(state.doc, 'note_ref')
  const inside = calls.filter(({ pos }) => pos >= from && pos < to)
  if (inside.length === 0) return null
  const outside = new Set(
    calls.filter(({ pos }) => pos < from || pos >= to).map(({ node }) => String(node.attrs.note)),
  )
  const tr = state.tr
  const fresh = new Map<string, string>()
  for (const { node, pos } of inside) {
    const was = String(node.attrs.note)
    if (noteAt(state.doc, was) !== undefined && !outside.has(was)) continue
    if (!fresh.has(was)) fresh.set(was, newBlockId())
    tr.setNodeMarkup(pos, null, { note: fresh.get(was)! }, node.marks)
  }
  for (const [was, id] of fresh) {
    const words = brought.get(was) ?? wordsOf(before.doc, was)
    tr.insert(placeOfNote(tr.doc, id), block!.create({ kind: 'note', id }, words))
  }
  return tr.docChanged ? tr : null
}

function wordsOf(doc: Node, id: string): Fragment {
  const pos = noteAt(doc, id)
  return pos === undefined ? Fragment.empty : doc.nodeAt(pos)!.content
}
