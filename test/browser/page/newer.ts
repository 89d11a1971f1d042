// A client of a newer edition and this one in the same text: what the newer one wrote must outlive everything this one
// does around it.
import { TextSelection, type Command } from 'prosemirror-state'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs'
import { named } from '../../../editor/write/keys.ts'
import { setKind } from '../../../editor/write/commands.ts'
import { splitBlock } from '../../../editor/write/split-join.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'
import { closeView, oneView } from './one-view.ts'

export type Kept = {
  opened: boolean
  paused: boolean
  /// Changes made by showing it.
  updates: number
  shown: string[]
  chart: string
  tone: string[]
  glow: unknown[]
  words: string
  same: boolean
}

/// What the newer client writes: an element with words in it, an attribute, two marks, an inline element.
function writeNewer(doc: Doc): void {
  const fragment = doc.getXmlFragment('nb')
  const chart = new XmlElement('chart')
  chart.setAttribute('rows', '12')
  const label = new XmlElement('label')
  const words = new XmlText()
  words.applyDelta([{ insert: 'Folketal', attributes: { glow: { by: 'x' } } }])
  label.insert(0, [words])
  chart.insert(0, [label])
  fragment.insert(1, [chart])
  const block = fragment.get(0) as XmlElement
  block.setAttribute('tone', 'warm')
  const text = block.get(0) as XmlText
  text.format(0, 5, { glow: { by: 'y' } })
  text.format(2, 5, { 'seen--abcd1234': { who: 'z' } })
  block.insert(block.length, [new XmlElement('widget')])
}

function run(arriving: boolean): Kept {
  const mine = new Doc()
  writeBlocks(mine, 'nb', [
    { id: 'a', text: 'Rådet gir råd' },
    { id: 'b', text: 'Under' },
  ])
  const theirs = new Doc()
  applyUpdate(theirs, encodeStateAsUpdate(mine))
  const meet = () => {
    for (let i = 0; i < 2; i++) {
      applyUpdate(mine, encodeStateAsUpdate(theirs, encodeStateVector(mine)), 'remote')
      applyUpdate(theirs, encodeStateAsUpdate(mine, encodeStateVector(theirs)), 'remote')
    }
  }
  if (!arriving) {
    writeNewer(theirs)
    meet()
  }
  let updates = 0
  const count = (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') updates++
  }
  mine.on('update', count)
  let paused = false
  const side = oneView(mine, () => (paused = true))
  if (arriving) {
    writeNewer(theirs)
    meet()
  }
  mine.off('update', count)
  const { view } = side.opened
  const shown = [...view.dom.querySelectorAll<HTMLElement>('.unknown-content')].map((one) =>
    String(one.dataset.name),
  )
  const at = (pos: number) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos)))
  const does = (command: Command) => command(view.state, view.dispatch, view)
  at(4)
  view.dispatch(view.state.tr.insertText('[A]'))
  does(setKind('heading', 2))
  does(named.bullet!)
  at(9)
  does(splitBlock)
  view.dispatch(view.state.tr.insertText('[B]', view.state.doc.content.size - 1))
  does(named.undo!)
  does(named.redo!)
  at(view.state.doc.content.size - 1)
  does(named.table!)
  meet()
  const fragment = theirs.getXmlFragment('nb')
  const elements = fragment.toArray().filter((one): one is XmlElement => one instanceof XmlElement)
  const blocks = elements.filter(({ nodeName }) => nodeName === 'block')
  const attributes = blocks
    .flatMap((block) => block.toArray())
    .filter((one): one is XmlText => one instanceof XmlText)
    .flatMap((text) => text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[])
  const kept: Kept = {
    opened: true,
    paused,
    updates,
    shown,
    chart: elements.find(({ nodeName }) => nodeName === 'chart')?.toString() ?? '',
    tone: blocks.map((block) => String(block.getAttribute('tone') ?? '')),
    glow: attributes
      .filter((part) => part.attributes?.glow)
      .map(({ insert, attributes: held }) => [insert, held?.glow]),
    words: attributes.map(({ insert }) => insert).join(''),
    same: mine.getXmlFragment('nb').toString() === fragment.toString(),
  }
  closeView(side)
  return kept
}

/// Something known in a place where it cannot be: the text is left alone.
function misplaced(): { opened: boolean; updates: number } {
  const doc = new Doc()
  writeBlocks(doc, 'nb', [{ id: 'a', text: 'Kjent' }])
  const row = new XmlElement('row')
  row.insert(0, [new XmlElement('chart')])
  doc.getXmlFragment('nb').insert(1, [row])
  let updates = 0
  doc.on('update', () => updates++)
  let opened = true
  try {
    oneView(doc)
  } catch {
    opened = false
  }
  return { opened, updates }
}

Object.assign(globalThis, { newer: run, misplaced })
