// Moving blocks by hand: Alt with an arrow, or the handle in the margin dragged to another place.
import type { EditorView } from 'prosemirror-view'
import { Plugin } from 'prosemirror-state'
import type { Awareness } from 'y-protocols/awareness'
import { say } from '../frame/words.ts'
import { handle } from './handle.ts'
import { moveRun, nextPlace, selectedRun, type Moved } from './move-run.ts'

/// `tell` says a sentence for those who do not see what happened, and why nothing did.
export function moving(awareness: Awareness, tell: (text: string) => void): Plugin[] {
  const answer = (moved: Moved) => {
    const text = wordsOf(moved)
    if (text) tell(text)
  }
  const step = (view: EditorView, by: -1 | 1): boolean => {
    if (!view.editable) return false
    const run = selectedRun(view)
    const before = nextPlace(view.state.doc, run, by)
    answer(before === undefined ? { is: 'nowhere' } : moveRun(view, awareness, run, before))
    return true
  }
  return [
    new Plugin({
      view: (view) => handle(view, (run, before) => answer(moveRun(view, awareness, run, before))),
      props: {
        handleKeyDown(view, event) {
          if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
          if (event.key === 'ArrowUp') return step(view, -1)
          if (event.key === 'ArrowDown') return step(view, 1)
          return false
        },
      },
    }),
  ]
}

function wordsOf(moved: Moved): string {
  if (moved.is === 'moved') return say('Flyttet.', 'Flytta.', 'Moved.')
  if (moved.is === 'nowhere') {
    return say(
      'Avsnittet kan ikke flyttes lenger.',
      'Avsnittet kan ikkje flyttast lenger.',
      'The paragraph cannot be moved further.',
    )
  }
  const who = moved.names.join(', ')
  return say(
    `${who} skriver i avsnittet. Vent til det er ledig, så går ingen ord tapt.`,
    `${who} skriv i avsnittet. Vent til det er ledig, så går ingen ord tapt.`,
    `${who} is writing in the paragraph. Wait until it is free, so that no words are lost.`,
  )
}
