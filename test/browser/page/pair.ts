// Two real editors in one page, bound to two copies of a section that are brought together only when asked. For the
// matrix of concurrent commands.
import type { Node } from 'prosemirror-model'
import { NodeSelection, TextSelection, type Command } from 'prosemirror-state'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { readSection } from '../../../editor/shared/read.ts'
import { newBlockId, schema, type PmJson } from '../../../editor/shared/schema.ts'
import { replaceText } from '../../../editor/shared/write.ts'
import { insertBreak, insertRule, setKind, toggleList } from '../../../editor/write/commands.ts'
import { named } from '../../../editor/write/keys.ts'
import { callsIn } from '../../../editor/write/notes.ts'
import { joinBackward, joinForward, splitBlock } from '../../../editor/write/split-join.ts'
import { setXref } from '../../../editor/write/xrefs.ts'
import { closeView, oneView, type Side } from './one-view.ts'

/// A command and the text block it is done in, counted through the whole text, cells and notes too.
type Act = { name: string; block: number }

/// Puts the selection in the block and runs one of the commands below on it.
export function act({ opened: { view } }: Side, { name, block }: Act, who: 'A' | 'B'): void {
  const places: { from: number; to: number }[] = []
  view.state.doc.descendants((node, pos) => {
    if (node.type.name !== 'block') return true
    places.push({ from: pos + 1, to: pos + 1 + node.content.size })
    return false
  })
  const { from, to } = places[block]!
  const middle = from + Math.floor((to - from) / 2)
  const at = (a: number, b = a) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, a, b)))
  const run = (command: Command) => command(view.state, view.dispatch, view)
  const type = (pos: number, token = `[${who}]`) =>
    view.dispatch(view.state.tr.insertText(token, pos))
  const here = (token: string) => view.dispatch(view.state.tr.insertText(token))
  const after = () => view.state.doc.resolve(from).after(1)
  const commands: Record<string, () => void> = {
    'type first': () => type(from),
    'type in the middle': () => type(middle),
    'type last': () => type(to),
    heading: () => (at(middle), run(setKind('heading', 2))),
    quote: () => (at(middle), run(setKind('quote'))),
    'call-out': () => (at(middle), run(setKind('callout'))),
    bullets: () => (at(middle), run(toggleList('bullet'))),
    'numbers, in': () => (at(middle), run(toggleList('number')), run(named.in!)),
    bold: () => (at(from, to), run(named.bold!)),
    'italic half': () => (at(from, middle), run(named.italic!)),
    'split in the middle': () => (at(middle), run(splitBlock)),
    'split first': () => (at(from), run(splitBlock)),
    'split last': () => (at(to), run(splitBlock)),
    'line break': () => (at(middle), run(insertBreak)),
    rule: () => (at(middle), run(insertRule)),
    'join with above': () => (at(from), run(joinBackward)),
    'join with below': () => (at(to), run(joinForward)),
    'delete the words': () => view.dispatch(view.state.tr.delete(from, to)),
    'delete the block': () => view.dispatch(view.state.tr.delete(from - 1, to + 1)),
    'type and undo': () => (type(middle), run(named.undo!)),
    footnote: () => (at(middle), run(named.note!), here(`[n${who}]`)),
    'footnote last': () => (at(to), run(named.note!), here(`[n${who}]`)),
    'footnote and undo': () => (at(middle), run(named.note!), run(named.undo!)),
    reference: () => (at(middle), setXref(view, `section:${who}`, who)),
    image: () =>
      view.dispatch(
        view.state.tr.insert(
          after(),
          schema.nodes.image!.create({ alt: `[i${who}]`, id: newBlockId() }),
        ),
      ),
    'image with caption': () => {
      const pos = after()
      const picture = schema.nodes.image!.create({ alt: `[i${who}]`, id: newBlockId() })
      const tr = view.state.tr.insert(pos, picture)
      view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)))
      run(named.caption!)
      here(`[c${who}]`)
    },
    table: () => (at(middle), run(named.table!), here(`[t${who}]`)),
    'new row': () => (at(from), run(named['add-row']!)),
    'new column': () => (at(from), run(named['add-column']!)),
    'remove row': () => (at(from), run(named['remove-row']!)),
    'remove column': () => (at(from), run(named['remove-column']!)),
    'table head': () => (at(from), run(named['table-head']!)),
    'table caption': () => (at(from), run(named.caption!), here(`[c${who}]`)),
    'remove table': () => (at(from), run(named['remove-table']!)),
    'tab on': () => (at(from), run(named.tab!), here(`[t${who}]`)),
    'take the call away': () => {
      const call = callsIn(view.state.doc)[0]!
      view.dispatch(view.state.tr.delete(call.pos, call.pos + 1))
    },
    'empty the note and take it away': () => {
      view.dispatch(view.state.tr.delete(from, to))
      at(from)
      run((state, dispatch, v) => leave(state, dispatch, v))
    },
    'back to the call': () => (at(from), run(named.note!), here(`[${who}]`)),
  }
  commands[name]!()
}

/// Backspace as the keyboard has it in a note.
const leave: Command = (state, dispatch, view) =>
  view
    ? (view.someProp('handleKeyDown', (f) =>
        f(view, new KeyboardEvent('keydown', { key: 'Backspace' })),
      ) ?? false)
    : Boolean(state && dispatch)

export type Outcome = {
  /// Both see the same, in the editor and where it is read.
  same: boolean
  /// What is read is what is seen.
  normal: boolean
  /// Words that stood in somebody's text after what they did, and are not to be found; and those found twice.
  lost: string[]
  twice: string[]
  /// Calls without a note, and notes nobody calls.
  loose: number
  text: string
}

/// Runs `a` on one copy and `b` on the other, brings them together, and tells what stands there.
function together(start: PmJson, a: Act, b: Act): Outcome {
  const first = new Doc()
  replaceText(first, 'nb', start)
  const second = new Doc()
  applyUpdate(second, encodeStateAsUpdate(first))
  // Fixed ids make the order of concurrent inserts the same in every run.
  first.clientID = 1
  second.clientID = 2
  const one = oneView(first)
  const two = oneView(second)
  const before = tokensOf(one.opened.view.state.doc)
  act(one, a, 'A')
  act(two, b, 'B')
  const mine = tokensOf(one.opened.view.state.doc)
  const theirs = tokensOf(two.opened.view.state.doc)
  for (let i = 0; i < 3; i++) {
    applyUpdate(second, encodeStateAsUpdate(first, encodeStateVector(second)))
    applyUpdate(first, encodeStateAsUpdate(second, encodeStateVector(first)))
  }
  const seen = one.opened.view.state.doc
  seen.check()
  const read = readSection(first).nb
  const now = tokensOf(seen)
  const wanted = new Set([
    ...[...mine.keys()].filter((word) => !before.has(word) || theirs.has(word)),
    ...[...theirs.keys()].filter((word) => !before.has(word) || mine.has(word)),
  ])
  const notes = new Set<string>()
  seen.forEach((node) => {
    if (node.attrs.kind === 'note') notes.add(String(node.attrs.id))
  })
  const calls = new Set(callsIn(seen).map((call) => call.note))
  const outcome = {
    same:
      seen.eq(two.opened.view.state.doc) &&
      JSON.stringify(read) === JSON.stringify(readSection(second).nb),
    normal: withoutDefaults(seen) === JSON.stringify(shape(read)),
    lost: [...wanted].filter((word) => !now.has(word)),
    twice: [...wanted].filter((word) => (now.get(word) ?? 0) > 1),
    loose:
      [...calls].filter((id) => !notes.has(id)).length +
      [...notes].filter((id) => !calls.has(id)).length,
    text: seen.textBetween(0, seen.content.size, '\n', leafText),
  }
  closeView(one)
  closeView(two)
  return outcome
}

/// Every pair of commands, in one go.
function everyPair(start: PmJson, names: string[], at: [number, number]) {
  return names.flatMap((a) =>
    names.map((b) => ({
      a,
      b,
      ...together(start, { name: a, block: at[0] }, { name: b, block: at[1] }),
    })),
  )
}

/// Words and what stands for them, with how often each is there. Tokens stand by themselves wherever they were typed.
function tokensOf(doc: Node): Map<string, number> {
  const text = doc.textBetween(0, doc.content.size, ' ', leafText)
  const found = new Map<string, number>()
  const add = (word: string) => found.set(word, (found.get(word) ?? 0) + 1)
  const rest = text.replaceAll(/\[\w+\]|\{[^}]*\}/g, (token) => {
    add(token)
    return ''
  })
  // Letters only: a word cut in two by a split or a token is still there.
  const bare = rest.replaceAll(/\s+/g, '')
  for (const word of words) {
    const times = bare.split(word).length - 1
    if (times > 0) found.set(word, times)
  }
  return found
}

const leafText = (leaf: Node): string =>
  leaf.type.name === 'xref'
    ? `{${String(leaf.attrs.to)}}`
    : leaf.type.name === 'image'
      ? String(leaf.attrs.alt)
      : ''

const words =
  'Alfa bravo charlie delta Ekko foxtrot golf hotell India juliett kilo lima Mike november oskar papa'.split(
    ' ',
  )

const withoutDefaults = (doc: Node): string => JSON.stringify(shape(doc.toJSON() as PmJson))

/// Types, words and kinds: what a reader sees.
function shape(node: PmJson): unknown {
  return [
    node.type,
    node.text ?? '',
    String(node.attrs?.kind ?? (node.type === 'block' ? 'paragraph' : '')),
    (node.content ?? []).map(shape),
  ]
}

Object.assign(globalThis, { everyPair })
