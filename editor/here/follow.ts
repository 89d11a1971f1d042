// Following a colleague: one's own window goes where their caret goes, until one types, scrolls, clicks or presses Escape.
import type { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import { bring, inWindow } from '../frame/bring.ts'
import { say } from '../frame/words.ts'
import { someone } from './people.ts'

export type Follow = {
  /// Begins with a person, or ends when it is the one who is followed.
  toggle(person: string): void
  followed(): string | undefined
}

/// `views` are the texts on the page, `changed` is called when it begins or ends, `tell` says so in words.
export function follow(
  awareness: Awareness,
  views: () => EditorView[],
  { changed, tell }: { changed(): void; tell(text: string): void },
): Follow {
  let followed: string | undefined
  let shown = ''

  const stateOf = (person: string) =>
    [...awareness.getStates()].find(
      ([client, state]) => client !== awareness.clientID && someone(state)?.id === person,
    )
  const go = () => {
    if (followed === undefined) return
    const found = stateOf(followed)
    if (!found) return stop()
    const [client, state] = found
    const at = JSON.stringify(state.cursor ?? null)
    if (at === shown) return
    shown = at
    // The caret is drawn a moment after the news of it.
    requestAnimationFrame(() => setTimeout(() => show(client)))
  }
  const show = (client: number) => {
    for (const view of views()) {
      const caret = view.dom.querySelector(`.their-caret[data-client="${client}"]`)
      if (!caret) continue
      if (!inWindow(caret)) bring(caret)
      return
    }
  }
  const stop = (text?: string) => {
    if (followed === undefined) return
    followed = undefined
    shown = ''
    for (const name of own) document.removeEventListener(name, end, true)
    awareness.off('change', go)
    tell(
      text ?? say('Du følger ingen lenger.', 'Du følgjer ingen lenger.', 'You follow nobody now.'),
    )
    changed()
  }
  const end = (event: Event) => {
    const keyed = event instanceof KeyboardEvent
    // The press that began it, or another name to follow.
    const pressed = !keyed || event.key === 'Enter' || event.key === ' '
    if (pressed && event.target instanceof Element && event.target.closest('[data-follow]')) return
    if (keyed && ['Tab', 'Shift', 'Control', 'Alt'].includes(event.key)) return
    stop()
  }

  return {
    followed: () => followed,
    toggle(person) {
      if (followed === person) return stop()
      const name = someone(stateOf(person)?.[1])?.name
      if (name === undefined) return
      followed = person
      shown = ''
      for (const one of own) document.addEventListener(one, end, { capture: true, passive: true })
      awareness.on('change', go)
      tell(
        say(
          `Du følger ${name}. Skriv, rull eller trykk Esc for å slutte.`,
          `Du følgjer ${name}. Skriv, rull eller trykk Esc for å slutte.`,
          `You follow ${name}. Type, scroll or press Esc to stop.`,
        ),
      )
      changed()
      go()
    },
  }
}

/// What one does oneself ends it.
const own = ['keydown', 'wheel', 'touchmove', 'pointerdown'] as const
