// The binding finds out what was typed by comparing texts, and takes a letter typed before its like for that other one:
// whoever struck or commented on the old letter would then mean the new. Here the letters are put in and taken out of the
// shared text where the hands did it; what is left for the binding to find is nothing, or whatever this could not do.
import type { Node, Slice } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from 'prosemirror-transform'
import { ySyncPluginKey } from 'y-prosemirror'
import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { atomSign } from '../shared/atoms.ts'
import { isRemote } from './block-ids.ts'

type Binding = { type: XmlFragment; _prosemirrorChanged(doc: Node): void }

/// To be called between the making of the state and of the view. The answer is to be told of every change before the view
/// is.
export function exactLetters(state: EditorState): (tr: Transaction) => void {
  const { binding } = ySyncPluginKey.getState(state) as { binding: Binding }
  const write = binding._prosemirrorChanged.bind(binding)
  let next: Transaction | undefined
  // Called within the binding's own transaction, which its observer does not answer.
  binding._prosemirrorChanged = (doc) => {
    const tr = next
    next = undefined
    if (tr) type(binding.type, tr)
    write(doc)
  }
  return (tr) => {
    if (tr.docChanged && !isRemote(tr)) next = tr
  }
}

function type(fragment: XmlFragment, tr: Transaction): void {
  for (const [i, step] of tr.steps.entries()) {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) continue
    if (!(step instanceof ReplaceStep)) return
    const letters = lettersOf(step.slice)
    const doc = tr.docs[i]!
    const $from = doc.resolve(step.from)
    // In a table the binding would keep sizes of before for what lies around the words.
    const here = letters !== undefined && $from.depth === 1 && $from.parent.inlineContent
    const place = here && step.to <= $from.end() && textAt(fragment, $from.parent, $from.index(0))
    if (!place) return
    const { parentOffset: at } = $from
    if (step.to > step.from) place.delete(at, step.to - step.from)
    if (letters) place.insert(at, letters)
  }
}

/// The block's one text, when it says what the editor's block said.
function textAt(fragment: XmlFragment, block: Node, index: number): XmlText | undefined {
  const element: unknown = index < fragment.length ? fragment.get(index) : undefined
  if (!(element instanceof XmlElement) || element.length !== 1) return undefined
  const text: unknown = element.get(0)
  if (!(text instanceof XmlText)) return undefined
  const parts: { insert: unknown }[] = text.toDelta()
  const now = parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
  return now === wordsIn(block) ? text : undefined
}

const wordsIn = (block: Node): string => {
  let words = ''
  block.forEach((child) => {
    words += child.text ?? atomSign
  })
  return words
}

/// Undefined when there is more in it than letters.
function lettersOf(slice: Slice): string | undefined {
  let letters = ''
  for (const node of slice.content.content) {
    if (!node.isText) return undefined
    letters += node.text
  }
  return letters
}
