// Two real editors on copies of one section: one suggests, the other writes plainly. For the matrix of suggestions.
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { ySyncPluginKey } from 'y-prosemirror'
import { readSection } from '../../../editor/shared/read.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { mend, piecesOf, settle, type Verdict } from '../../../editor/shared/suggestions.ts'
import { replaceText } from '../../../editor/shared/write.ts'
import { closeView, oneView } from './one-view.ts'
import { act } from './pair.ts'

export type Settled = {
  a: string
  b: string
  /// Both saw the same: before anything was settled, and after each verdict.
  same: boolean
  /// What the text says without the suggestions, and what the writer alone had made of it.
  rejected: string
  alone: string
  accepted: string
  left: number
}

const start: PmJson = {
  type: 'doc',
  content: [
    'Alfa bravo charlie delta',
    'Ekko foxtrot golf hotell',
    'India juliett kilo lima',
    'Mike november oskar papa',
  ].map((text, i) => ({
    type: 'block',
    attrs: { id: `b${i}` },
    content: [{ type: 'text', text }],
  })),
}

const linesOf = (doc: Doc): string =>
  (readSection(doc).nb.content ?? [])
    .map((block) => (block.content ?? []).map((one) => one.text ?? '').join(''))
    .filter((line) => line !== '')
    .join('\n')

function settled(a: string, b: string, at: [number, number]): Settled {
  const first = new Doc()
  replaceText(first, 'nb', start)
  const second = new Doc()
  applyUpdate(second, encodeStateAsUpdate(first))
  first.clientID = 1
  second.clientID = 2
  const one = oneView(first, () => {}, true)
  const two = oneView(second)
  act(one, { name: a, block: at[0] }, 'A')
  act(two, { name: b, block: at[1] }, 'B')
  const alone = linesOf(second)
  for (let i = 0; i < 2; i++) {
    applyUpdate(second, encodeStateAsUpdate(first, encodeStateVector(second)))
    mend(second.getXmlFragment('nb'), 2)
    applyUpdate(first, encodeStateAsUpdate(second, encodeStateVector(first)))
  }
  let same = one.opened.view.state.doc.eq(two.opened.view.state.doc)
  const verdict = (what: Verdict): string => {
    const copy = new Doc()
    applyUpdate(copy, encodeStateAsUpdate(first))
    const view = oneView(copy)
    copy.transact(() => settle(copy.getXmlFragment('nb'), () => what), ySyncPluginKey)
    view.opened.view.state.doc.check()
    left += piecesOf(copy.getXmlFragment('nb')).length
    closeView(view)
    return linesOf(copy)
  }
  let left = 0
  const rejected = verdict('reject')
  same &&= rejected === linesOf(first)
  const accepted = verdict('accept')
  closeView(one)
  closeView(two)
  return { a, b, same, rejected, alone, accepted, left }
}

function everySettled(as: string[], bs: string[], at: [number, number]): Settled[] {
  return as.flatMap((a) => bs.map((b) => settled(a, b, at)))
}

Object.assign(globalThis, { everySettled })
