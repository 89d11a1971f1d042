// "Her nå": the people in the text as at most four rounds, then a count. Pressing a colleague's round follows them. Drawn
// anew only when somebody comes or goes, or is followed.
import type { Awareness } from 'y-protocols/awareness'
import { say } from '../frame/words.ts'
import type { Follow } from './follow.ts'
import { everybody, type Someone } from './people.ts'

const most = 4

/// Answers a function that draws it again. Without `following` the rounds are only looked at.
export function showPresence(
  awareness: Awareness,
  list: HTMLElement,
  following?: () => Follow | undefined,
): () => void {
  let shown = ''
  const draw = () => {
    const people = everybody(awareness)
    const follow = following?.()
    const followed = follow?.followed()
    const now = JSON.stringify([people, followed])
    if (now === shown) return
    shown = now
    const focused = document.activeElement?.closest<HTMLElement>('[data-follow]')?.dataset.follow
    const rest = people.slice(most)
    list.replaceChildren(
      ...people.slice(0, most).map((one, i) => {
        const mine = i === 0 && awareness.getLocalState() !== null
        return round(one, follow && !mine ? { follow, on: one.id === followed } : undefined)
      }),
      ...(rest.length > 0 ? [more(rest)] : []),
    )
    list.hidden = people.length === 0
    if (focused) {
      const again = list.querySelector<HTMLElement>(`[data-follow="${CSS.escape(focused)}"]`)
      again?.focus({ preventScroll: true })
    }
  }
  awareness.on('change', draw)
  draw()
  return draw
}

function round(
  { id, name, colour }: Someone,
  press: { follow: Follow; on: boolean } | undefined,
): HTMLElement {
  const li = document.createElement('li')
  const made = avatar(initials(name), name)
  made.dataset.color = colour
  if (!press) {
    li.append(made)
    return li
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'follow'
  button.dataset.follow = id
  button.setAttribute('aria-pressed', String(press.on))
  const label = say(`Følg ${name}`, `Følg ${name}`, `Follow ${name}`)
  button.setAttribute('aria-label', label)
  button.title = label
  made.removeAttribute('role')
  made.removeAttribute('aria-label')
  made.removeAttribute('title')
  made.setAttribute('aria-hidden', 'true')
  button.append(made)
  button.addEventListener('click', () => press.follow.toggle(id))
  li.append(button)
  return li
}

function more(rest: Someone[]): HTMLElement {
  const li = document.createElement('li')
  const names = rest.map(({ name }) => name).join(', ')
  li.append(avatar(`+${rest.length}`, `${say('og', 'og', 'and')} ${names}`))
  return li
}

function avatar(text: string, label: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'ds-avatar'
  made.dataset.initials = text
  made.dataset.size = 'sm'
  made.setAttribute('role', 'img')
  made.setAttribute('aria-label', label)
  made.title = label
  return made
}

export const initials = (name: string): string => {
  const parts = name.trim().split(/\s+/)
  const last = parts.length > 1 ? parts.at(-1)! : ''
  return (([...parts[0]!][0] ?? '') + ([...last][0] ?? '')).toUpperCase()
}
