// "Olav skriver i dette avsnittet": a quiet warning when somebody else's caret stands in the block one writes in. Said
// at most once in ten seconds, so that a screen reader is not talked over.
import type { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  XmlElement,
  type Doc,
} from 'yjs'
import { say } from '../frame/words.ts'
import { someone } from './people.ts'

const pause = 10_000

export function warnBeside(
  view: EditorView,
  doc: Doc,
  awareness: Awareness,
  line: HTMLElement,
): () => void {
  let saidAt = 0
  let later: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const text = view.hasFocus() ? sentence(beside(doc, awareness)) : ''
    if (text === line.textContent) return
    const left = saidAt + pause - performance.now()
    clearTimeout(later)
    if (text !== '' && saidAt > 0 && left > 0) {
      later = setTimeout(look, left)
      return
    }
    if (text !== '') saidAt = performance.now()
    line.textContent = text
  }
  awareness.on('change', look)
  return () => {
    clearTimeout(later)
    awareness.off('change', look)
  }
}

function sentence(names: string[]): string {
  if (names.length === 0) return ''
  const who =
    names.length === 1
      ? names[0]!
      : `${names.slice(0, -1).join(', ')} ${say('og', 'og', 'and')} ${names.at(-1)}`
  return say(
    `${who} skriver i dette avsnittet`,
    `${who} skriv i dette avsnittet`,
    `${who} is in this paragraph`,
  )
}

/// Names of those whose caret is in the same block as one's own.
function beside(doc: Doc, awareness: Awareness): string[] {
  const own = blockAt(doc, awareness.getLocalState()?.cursor)
  if (!own) return []
  const names = [...awareness.getStates()]
    .filter(
      ([client, state]) => client !== awareness.clientID && blockAt(doc, state.cursor) === own,
    )
    .map(([, state]) => someone(state)?.name)
    .filter((name) => name !== undefined)
  return [...new Set(names)]
}

/// The block a stored caret stands in.
export function blockAt(doc: Doc, cursor: unknown): XmlElement | undefined {
  const head: unknown = (cursor as { head?: unknown } | null | undefined)?.head
  if (!head) return undefined
  let type: unknown
  try {
    type = createAbsolutePositionFromRelativePosition(
      createRelativePositionFromJSON(head),
      doc,
    )?.type
  } catch {
    return undefined
  }
  for (; type; type = (type as { parent?: unknown }).parent) {
    if (type instanceof XmlElement && type.nodeName === 'block') return type
  }
  return undefined
}
