// Footnotes while they are written: a call in the text, its words in a block of kind `note` last in the text. Numbers are
// computed from the calls and drawn, never stored. Nothing here takes a note away because its call is gone: a colleague
// may be writing in it; it stays, and says that nothing leads to it.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type Command } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import { newBlockId, schema } from '../shared/schema.ts'
import { atomsIn } from './atoms-in.ts'
import { isRemote } from './block-ids.ts'
import { ownStep } from './commands.ts'

const { block, note_ref } = schema.nodes
const key = new PluginKey<Held>('notes')

type Call = { pos: number; note: string }
type Held = { calls: Call[]; numbers: Map<string, number>; shown: DecorationSet }

/// Draws the numbers. `orphaned` is told when this person took away the last call of a note.
export const notes = (orphaned: () => void): Plugin<Held> =>
  new Plugin<Held>({
    key,
    state: {
      init: (_, state) => look(state.doc),
      apply: (tr, held) => (tr.docChanged ? look(tr.doc, held) : held),
    },
    props: {
      decorations: (state) => key.getState(state)?.shown,
      handleClickOn(view, _pos, node, _nodePos, event) {
        if (node.type !== note_ref || event.button !== 0) return false
        return goToNote(view, String(node.attrs.note))
      },
    },
    appendTransaction(transactions, before, state) {
      if (!transactions.some((tr) => tr.docChanged && !isRemote(tr))) return null
      const [was, is] = [key.getState(before), key.getState(state)]
      if (!was || !is || was === is) return null
      if ([...was.numbers.keys()].some((id) => !is.numbers.has(id) && noteAt(state.doc, id))) {
        orphaned()
      }
      return null
    },
  })

export const isNote = (node: Node | null | undefined): boolean =>
  node?.type === block && node?.attrs.kind === 'note'

/// Calls a note where the selection ends and goes to write it. Beside a call it goes to its note, in a note back to the
/// call: the same key leads there and back.
export const note: Command = (state, dispatch, view) => {
  const { $to } = state.selection
  const at = $to.parent
  if (at.type !== block) return false
  if (isNote(at)) return !dispatch || (view ? goBack(view, String(at.attrs.id)) : false)
  const beside = [$to.nodeBefore, $to.nodeAfter].find((one) => one?.type === note_ref)
  if (beside && state.selection.empty) {
    return !dispatch || (view ? goToNote(view, String(beside.attrs.note)) : false)
  }
  if (!dispatch) return true
  ownStep(state)
  const id = newBlockId()
  const tr = state.tr.insert($to.pos, note_ref!.create({ note: id }))
  const place = placeOfNote(tr.doc, id)
  tr.insert(place, block!.create({ kind: 'note', id }))
  dispatch(tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView())
  return true
}

/// Backspace in an empty note takes it away with its calls, and leads back to where it was called. At the beginning of a
/// note with words nothing happens: they never run together with the text above.
export const leaveNote: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !isNote($from.parent) || $from.parentOffset > 0) return false
  if ($from.parent.content.size > 0 || !dispatch) return true
  ownStep(state)
  const calls = callsIn(state.doc).filter(({ note: id }) => id === $from.parent.attrs.id)
  const tr = state.tr.delete($from.before(), $from.after())
  for (const { pos } of calls.toReversed()) tr.delete(pos, pos + 1)
  const back = calls[0] ? tr.doc.resolve(calls[0].pos) : tr.doc.resolve(tr.selection.from)
  dispatch(tr.setSelection(TextSelection.near(back, -1)).scrollIntoView())
  return true
}

/// Where the words of a note begin in the text, or undefined.
export function noteAt(doc: Node, id: string): number | undefined {
  let found: number | undefined
  doc.forEach((node, pos) => {
    if (found === undefined && isNote(node) && node.attrs.id === id) found = pos
  })
  return found
}

/// Every call in the order of the text.
export const callsIn = (doc: Node): Call[] =>
  atomsIn(doc, 'note_ref').map(({ node, pos }) => ({ pos, note: String(node.attrs.note) }))

/// Before the first note that is called later than `id`; else at the end.
export function placeOfNote(doc: Node, id: string): number {
  const order = [...new Set(callsIn(doc).map((call) => call.note))]
  const mine = order.indexOf(id)
  let place = doc.content.size
  let open = true
  doc.forEach((node, pos) => {
    if (open && isNote(node) && order.indexOf(String(node.attrs.id)) > mine) {
      place = pos
      open = false
    }
  })
  return place
}

function look(doc: Node, before?: Held): Held {
  const calls = callsIn(doc)
  const blocks: { node: Node; pos: number }[] = []
  doc.forEach((node, pos) => {
    if (isNote(node)) blocks.push({ node, pos })
  })
  if (calls.length + blocks.length === 0 && before?.calls.length === 0) {
    return { ...before, shown: DecorationSet.empty }
  }
  const ids = new Set(blocks.map(({ node }) => String(node.attrs.id)))
  const numbers = new Map<string, number>()
  for (const call of calls) {
    if (ids.has(call.note) && !numbers.has(call.note)) numbers.set(call.note, numbers.size + 1)
  }
  const shown = [
    ...calls.map(({ pos, note: id }) => {
      const number = numbers.get(id)
      return Decoration.node(pos, pos + 1, {
        'data-number': number ? String(number) : '?',
        role: 'link',
        'aria-label': number ? `${say('Fotnote', 'Fotnote', 'Footnote')} ${number}` : gone(),
      })
    }),
    ...blocks.flatMap(({ node, pos }) => {
      const id = String(node.attrs.id)
      const number = numbers.get(id)
      return [
        Decoration.node(
          pos,
          pos + node.nodeSize,
          number ? { 'data-number': `${number}.` } : { 'data-orphan': 'true' },
        ),
        Decoration.widget(pos + node.nodeSize - 1, (view) => (number ? back : remove)(view, id), {
          key: `${number ? 'back' : 'remove'}-${id}-${number ?? ''}`,
          side: 1,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      ]
    }),
  ]
  return { calls, numbers, shown: DecorationSet.create(doc, shown) }
}

const gone = () =>
  say('Fotnoten finnes ikke lenger', 'Fotnoten finst ikkje lenger', 'The footnote no longer exists')

function back(view: EditorView, id: string): HTMLElement {
  const button = small('↩')
  button.title = say('Tilbake til teksten', 'Tilbake til teksten', 'Back to the text')
  button.setAttribute('aria-label', button.title)
  button.addEventListener('click', () => goBack(view, id))
  return button
}

function remove(view: EditorView, id: string): HTMLElement {
  const place = document.createElement('span')
  place.className = 'note-orphan'
  place.contentEditable = 'false'
  place.append(
    say('Ingen henvisning i teksten', 'Inga tilvising i teksten', 'Not referred to in the text'),
  )
  if (!view.editable) return place
  const button = small(say('Fjern fotnoten', 'Fjern fotnoten', 'Remove footnote'))
  button.addEventListener('click', () => {
    const pos = noteAt(view.state.doc, id)
    const node = pos === undefined ? null : view.state.doc.nodeAt(pos)
    if (pos === undefined || !node) return
    ownStep(view.state)
    view.dispatch(view.state.tr.delete(pos, pos + node.nodeSize))
    view.focus()
  })
  place.append(' ', button)
  return place
}

function small(text: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'note-button'
  button.contentEditable = 'false'
  button.textContent = text
  // The caret stays where it is.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  return button
}

function goToNote(view: EditorView, id: string): boolean {
  const pos = noteAt(view.state.doc, id)
  if (pos === undefined) return false
  return go(view, pos + view.state.doc.nodeAt(pos)!.nodeSize - 1)
}

function goBack(view: EditorView, id: string): boolean {
  const call = callsIn(view.state.doc).find((one) => one.note === id)
  return call !== undefined && go(view, call.pos + 1)
}

function go(view: EditorView, pos: number): boolean {
  const { state } = view
  view.dispatch(
    state.tr.setSelection(TextSelection.near(state.doc.resolve(pos), -1)).scrollIntoView(),
  )
  view.focus()
  return true
}
