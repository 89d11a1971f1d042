// A colleague moved the block one was writing in: what was typed before the move arrived stood in the old one, which is gone.
// The words are put into the block where it is now, by the one who wrote them, and the caret goes with it.
import type { Node, Slice } from 'prosemirror-model'
import { Plugin, TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import { isRemote } from '../write/block-ids.ts'

/// Letters older than this have reached the others.
const recentMs = 10_000

type Rescue = { id: string; at: number; caret: number; words: Slice | undefined }

export function followMoved(tell: (text: string) => void): Plugin {
  let typed = { id: '', at: -recentMs }
  let rescue: Rescue | undefined
  return new Plugin({
    appendTransaction(transactions, before, state) {
      const changes = transactions.filter((tr) => tr.docChanged)
      const { $head } = before.selection
      if (changes.length === 0 || $head.depth !== 1) return null
      const id = String($head.parent.attrs.id ?? '')
      if (!changes.some(isRemote)) {
        typed = { id, at: performance.now() }
        return null
      }
      const start = $head.before(1)
      const gone = changes.reduce(
        (at, tr) => (at.gone ? at : { ...step(tr.mapping.mapResult(at.pos, 1)) }),
        { pos: start, gone: false },
      ).gone
      const now = gone && id !== '' ? blockWith(state, id) : undefined
      if (!now) return null
      const mine = typed.id === id && performance.now() - typed.at < recentMs
      const lost = mine ? lostWords($head.parent, now.node) : undefined
      rescue = { id, at: lost?.at ?? 0, caret: $head.parentOffset, words: lost?.words }
      return null
    },
    // Written once the change of the others is wholly in: before that the binding would not hear it.
    view: () => ({
      update(view) {
        if (!rescue) return
        const found = rescue
        rescue = undefined
        queueMicrotask(() => bring(view, found, tell))
      },
    }),
  })
}

const step = ({ pos, deletedAfter }: { pos: number; deletedAfter: boolean }) => ({
  pos,
  gone: deletedAfter,
})

function bring(
  view: EditorView,
  { id, at, caret, words }: Rescue,
  tell: (text: string) => void,
): void {
  const now = view.isDestroyed ? undefined : blockWith(view.state, id)
  if (!now) return
  const { tr } = view.state
  if (words && view.editable) tr.replace(now.pos + 1 + at, now.pos + 1 + at, words)
  const size = tr.doc.nodeAt(now.pos)!.content.size
  tr.setSelection(TextSelection.create(tr.doc, now.pos + 1 + Math.min(caret, size)))
  if (!words) tr.setMeta('addToHistory', false)
  view.dispatch(tr.scrollIntoView())
  tell(
    say(
      'Avsnittet du skriver i, ble flyttet. Du er med.',
      'Avsnittet du skriv i, vart flytta. Du er med.',
      'The paragraph you are writing in was moved. You moved with it.',
    ),
  )
}

/// What the old block had and the new one lacks, when that is one run and nothing else differs.
function lostWords(old: Node, now: Node): { at: number; words: Slice } | undefined {
  const start = old.content.findDiffStart(now.content)
  const ends = old.content.findDiffEnd(now.content)
  if (start === null || !ends) return undefined
  const over = Math.max(0, start - Math.min(ends.a, ends.b))
  return ends.b + over === start ? { at: start, words: old.slice(start, ends.a + over) } : undefined
}

function blockWith({ doc }: EditorState, id: string): { node: Node; pos: number } | undefined {
  let found: { node: Node; pos: number } | undefined
  doc.forEach((node, pos) => {
    if (node.type.name === 'block' && node.attrs.id === id) found ??= { node, pos }
  })
  return found
}
