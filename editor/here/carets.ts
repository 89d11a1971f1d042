// Colleagues' carets and selections. Colour comes from a data attribute, never from inline style; the name stands for
// two seconds after they move and is hidden from screen readers, who have the list "Her nå" instead.
import type { Plugin } from 'prosemirror-state'
import type { Awareness } from 'y-protocols/awareness'
import { yCursorPlugin } from 'y-prosemirror'
import { someone } from './people.ts'

export function carets(awareness: Awareness): Plugin {
  return yCursorPlugin(theirs(awareness), {
    cursorBuilder: (user: unknown, client: number) => caret(user, client),
    selectionBuilder: (user: unknown) => ({
      class: 'their-selection',
      'data-color': someone({ user })?.colour ?? 'river',
    }),
  }) as Plugin
}

/// The same presence without news of oneself: one's own caret is drawn by the browser, not here.
function theirs(awareness: Awareness): Awareness {
  type Listen = (change: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => void
  const heard = new Map<Listen, Listen>()
  const others = Object.create(awareness) as Awareness
  others.on = ((name: 'change', listen: Listen) => {
    const only: Listen = (change, origin) => {
      const { added, updated, removed } = change
      const mine = awareness.clientID
      if ([...added, ...updated, ...removed].some((client) => client !== mine))
        listen(change, origin)
    }
    heard.set(listen, only)
    return awareness.on(name, only)
  }) as Awareness['on']
  others.off = ((name: 'change', listen: Listen) =>
    awareness.off(name, heard.get(listen) ?? listen)) as Awareness['off']
  return others
}

function caret(user: unknown, client: number): HTMLElement {
  const one = someone({ user })
  const mark = document.createElement('span')
  mark.className = 'their-caret'
  mark.dataset.color = one?.colour ?? 'river'
  mark.dataset.client = String(client)
  mark.setAttribute('aria-hidden', 'true')
  const name = document.createElement('span')
  name.textContent = one?.name ?? ''
  // A word joiner on both sides keeps the line from breaking at the caret.
  mark.append('\u2060', name, '\u2060')
  showName(mark)
  return mark
}

const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

function showName(mark: HTMLElement): void {
  mark.dataset.fresh = 'true'
  clearTimeout(timers.get(mark))
  timers.set(
    mark,
    setTimeout(() => delete mark.dataset.fresh, 2000),
  )
}

/// Shows the names of those who just moved. Returns a function that stops.
export function showMovers(awareness: Awareness, root: HTMLElement): () => void {
  const places = new Map<number, string>()
  const moved = ({ added, updated }: { added: number[]; updated: number[] }) => {
    for (const client of [...added, ...updated]) {
      const place = JSON.stringify(awareness.getStates().get(client)?.cursor ?? null)
      if (client === awareness.clientID || places.get(client) === place) continue
      places.set(client, place)
      const mark = root.querySelector<HTMLElement>(`.their-caret[data-client="${client}"]`)
      if (mark) showName(mark)
    }
  }
  awareness.on('change', moved)
  return () => awareness.off('change', moved)
}
