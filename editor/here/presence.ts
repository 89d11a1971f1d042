// "Her nå": the people in the text as at most four rounds, then a count. Drawn anew only when somebody comes or goes.
import type { Awareness } from 'y-protocols/awareness'
import { say } from '../frame/words.ts'
import { everybody, type Someone } from './people.ts'

const most = 4

export function showPresence(awareness: Awareness, list: HTMLElement): () => void {
  let shown = ''
  const draw = () => {
    const people = everybody(awareness)
    const now = JSON.stringify(people)
    if (now === shown) return
    shown = now
    const rest = people.length - most
    list.replaceChildren(
      ...people.slice(0, most).map(round),
      ...(rest > 0 ? [item(`+${rest}`, say(`${rest} til`, `${rest} til`, `${rest} more`))] : []),
    )
    list.hidden = people.length === 0
  }
  awareness.on('change', draw)
  draw()
  return () => awareness.off('change', draw)
}

function round({ name, colour }: Someone): HTMLElement {
  const li = item(initials(name), name)
  ;(li.firstElementChild as HTMLElement).dataset.color = colour
  return li
}

function item(text: string, label: string): HTMLElement {
  const li = document.createElement('li')
  const round = document.createElement('span')
  round.className = 'ds-avatar'
  round.dataset.initials = text
  round.dataset.size = 'sm'
  round.setAttribute('role', 'img')
  round.setAttribute('aria-label', label)
  round.title = label
  li.append(round)
  return li
}

export const initials = (name: string): string => {
  const parts = name.trim().split(/\s+/)
  const last = parts.length > 1 ? parts.at(-1)! : ''
  return (([...parts[0]!][0] ?? '') + ([...last][0] ?? '')).toUpperCase()
}
