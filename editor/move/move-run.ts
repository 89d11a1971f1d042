// Blocks change places. The shared document knows no move: a block is taken away and laid in anew, and what a colleague
// types in the old one at that moment has nowhere to go. So the blocks nobody else stands in are the ones that are moved:
// carrying a block past its neighbours is the same as carrying the neighbours past it.
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { ySyncPluginKey } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import { XmlElement, type XmlFragment } from 'yjs'
import { blockAt } from '../here/beside.ts'
import { someone } from '../here/people.ts'
import { ownStep } from '../write/commands.ts'

/// Top-level blocks `from` up to and not including `to`.
export type Run = { from: number; to: number }

export type Moved = { is: 'moved' } | { is: 'nowhere' } | { is: 'taken'; names: string[] }

/// Carries a run to stand before what is at `before` now. Ids stay. `taken`: others write on both sides.
export function moveRun(view: EditorView, awareness: Awareness, run: Run, before: number): Moved {
  const { doc } = view.state
  const { type: fragment } = ySyncPluginKey.getState(view.state) as { type: XmlFragment }
  if (fragment.length !== doc.childCount || !view.editable) return { is: 'nowhere' }
  const { from, to } = run
  if (before >= from && before <= to) return { is: 'nowhere' }
  const passed: Run = before < from ? { from: before, to: from } : { from: to, to: before }
  if (hasNote(doc, run) || hasNote(doc, passed)) return { is: 'nowhere' }
  const others = othersIn(fragment, awareness)
  const inRun = namesIn(fragment, others, run)
  const inPassed = namesIn(fragment, others, passed)
  if (inRun.length > 0 && inPassed.length > 0) return { is: 'taken', names: inRun }
  const [carried, target] = inRun.length === 0 ? [run, before] : [passed, before < from ? to : from]

  const place = caretIn(view, run)
  ownStep(view.state)
  carry(fragment, carried, target)
  ownStep(view.state)
  const start = before < from ? before : before - (to - from)
  putCaret(view, start, place)
  return { is: 'moved' }
}

/// The run of blocks the selection touches, an image or a table with its caption.
export function selectedRun(view: EditorView): Run {
  const { doc, selection } = view.state
  const from = selection.$from.index(0)
  const last = selection.$to.index(0)
  return withCaption(doc, { from, to: Math.min(doc.childCount, Math.max(from, last) + 1) })
}

/// Before which block the run stands when it goes one place up (-1) or down (+1); undefined at the ends.
export function nextPlace(doc: Node, { from, to }: Run, by: -1 | 1): number | undefined {
  if (by === 1)
    return to < doc.childCount ? withCaption(doc, { from: to, to: to + 1 }).to : undefined
  if (from === 0) return undefined
  const above = from - 1
  return isCaption(doc.child(above)) && above > 0 ? above - 1 : above
}

export function withCaption(doc: Node, { from, to }: Run): Run {
  const next = doc.maybeChild(to)
  const held = doc.maybeChild(to - 1)
  return next && held && held.type.name !== 'block' && isCaption(next)
    ? { from, to: to + 1 }
    : { from, to }
}

const isCaption = (node: Node): boolean => node.attrs.kind === 'caption'

/// Notes stand last, in the order of their marks in the text.
function hasNote(doc: Node, { from, to }: Run): boolean {
  for (let i = from; i < to; i++) if (doc.child(i).attrs.kind === 'note') return true
  return false
}

function carry(fragment: XmlFragment, { from, to }: Run, before: number): void {
  fragment.doc!.transact(() => {
    const fresh = fragment.slice(from, to).map((one) => one.clone())
    if (before > from) {
      fragment.insert(before, fresh)
      fragment.delete(from, to - from)
    } else {
      fragment.delete(from, to - from)
      fragment.insert(before, fresh)
    }
  }, ySyncPluginKey)
}

/// Which top-level elements others' carets stand in, with their names.
function othersIn(fragment: XmlFragment, awareness: Awareness): Map<unknown, string> {
  const found = new Map<unknown, string>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    let at: unknown = blockAt(fragment.doc!, state.cursor)
    while (at instanceof XmlElement && at.parent !== fragment) at = at.parent
    const one = someone(state)
    if (at && one) found.set(at, one.name)
  }
  return found
}

const namesIn = (
  fragment: XmlFragment,
  others: Map<unknown, string>,
  { from, to }: Run,
): string[] =>
  fragment
    .slice(from, to)
    .map((one) => others.get(one))
    .filter((name) => name !== undefined)

type Caret = { block: number; anchor: number; head: number } | undefined

/// Where the selection stands in the run, counted from the run's first block.
function caretIn({ state: { doc, selection } }: EditorView, run: Run): Caret {
  const block = selection.$from.index(0)
  if (block < run.from || block >= run.to) return undefined
  const start = startOf(doc, run.from)
  return { block: block - run.from, anchor: selection.anchor - start, head: selection.head - start }
}

function putCaret(view: EditorView, first: number, caret: Caret): void {
  const { doc, tr } = view.state
  if (!caret || first + caret.block >= doc.childCount) return
  const start = startOf(doc, first)
  const [anchor, head] = [start + caret.anchor, start + caret.head]
  if (Math.max(anchor, head) > doc.content.size) return
  const selection = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  view.dispatch(tr.setSelection(selection).scrollIntoView().setMeta('addToHistory', false))
}

function startOf(doc: Node, index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
  return at
}
