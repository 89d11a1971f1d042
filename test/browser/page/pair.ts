// Two real editors in one page, bound to two copies of a section that are brought together only when asked. For the
// matrix of concurrent commands.
import { TextSelection, type Command } from 'prosemirror-state'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement } from 'yjs'
import { readSection } from '../../../editor/shared/read.ts'
import { writeBlocks, type BlockToWrite } from '../../../editor/shared/write.ts'
import { insertBreak, insertRule, setKind, toggleList } from '../../../editor/write/commands.ts'
import { named } from '../../../editor/write/keys.ts'
import { joinBackward, joinForward, splitBlock } from '../../../editor/write/split-join.ts'
import { closeView, oneView, type Side } from './one-view.ts'

/// Puts the selection in the `block`th block and runs one of the commands below on it.
function act({ opened: { view } }: Side, name: string, block: number, token: string): void {
  const places: { from: number; to: number }[] = []
  view.state.doc.forEach((node, pos) => {
    if (node.type.name === 'block') places.push({ from: pos + 1, to: pos + 1 + node.content.size })
  })
  const { from, to } = places[block]!
  const middle = from + Math.floor((to - from) / 2)
  const at = (a: number, b = a) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, a, b)))
  const run = (command: Command) => command(view.state, view.dispatch, view)
  const type = (pos: number) => view.dispatch(view.state.tr.insertText(token, pos))
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
  }
  commands[name]!()
}

export type Outcome = {
  same: boolean
  normal: boolean
  text: string
  ids: string[]
}

/// Runs `a` on one copy and `b` on the other, brings them together, and tells what stands there.
function together(
  blocks: BlockToWrite[],
  a: { name: string; block: number },
  b: { name: string; block: number },
): Outcome {
  const first = new Doc()
  writeBlocks(first, 'nb', blocks)
  const second = new Doc()
  applyUpdate(second, encodeStateAsUpdate(first))
  // Fixed ids make the order of concurrent inserts the same in every run.
  first.clientID = 1
  second.clientID = 2
  const one = oneView(first)
  const two = oneView(second)
  act(one, a.name, a.block, '[A]')
  act(two, b.name, b.block, '[B]')
  for (let i = 0; i < 3; i++) {
    applyUpdate(second, encodeStateAsUpdate(first, encodeStateVector(second)))
    applyUpdate(first, encodeStateAsUpdate(second, encodeStateVector(first)))
  }
  const json = one.opened.view.state.doc
  const read = readSection(first).nb
  const ids: string[] = []
  json.descendants((node) => {
    if (node.type.name === 'block') ids.push(String(node.attrs.id))
  })
  const outcome = {
    same:
      json.eq(two.opened.view.state.doc) &&
      JSON.stringify(read) === JSON.stringify(readSection(second).nb),
    normal: textOf(json.toJSON() as Json) === textOf(read),
    text: json.textBetween(0, json.content.size, '\n', ' '),
    ids,
  }
  closeView(one)
  closeView(two)
  return outcome
}

type Json = { content?: Json[]; text?: string; type: string }
const textOf = (json: Json): string =>
  (json.content ?? [])
    .map((block) => (block.content ?? []).map((inline) => inline.text ?? '').join(''))
    .join('\n')

Object.assign(globalThis, { together })

/// What happens to content this editor does not know: there when a text is opened, and arriving while it is open.
function foreignContent(): {
  atOpen: boolean
  paused: boolean
  kept: [boolean, boolean]
  updates: number
} {
  const strange = () => {
    const doc = new Doc()
    writeBlocks(doc, 'nb', [{ id: 'a', text: 'Kjent' }])
    return doc
  }
  const chart = (doc: Doc) => doc.getXmlFragment('nb').insert(1, [new XmlElement('chart')])
  const has = (doc: Doc) => doc.getXmlFragment('nb').toString().includes('<chart')

  const opened = strange()
  chart(opened)
  let updates = 0
  opened.on('update', () => updates++)
  let atOpen = false
  try {
    oneView(opened)
  } catch {
    atOpen = true
  }

  const live = strange()
  const other = new Doc()
  applyUpdate(other, encodeStateAsUpdate(live))
  let paused = false
  oneView(live, () => (paused = true))
  live.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') updates++
  })
  chart(other)
  applyUpdate(live, encodeStateAsUpdate(other), 'remote')
  return { atOpen, paused, kept: [has(opened), has(live)], updates }
}

Object.assign(globalThis, { foreignContent })
