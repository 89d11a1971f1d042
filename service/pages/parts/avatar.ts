// A person as a round with initials, always with the name for those who do not see it.
import { html } from 'hono/html'
import type { Html } from '../dates.ts'

const colours = ['river', 'spruce', 'birch', 'heather', 'info', 'danger'] as const

/// `colour` is the person's own number; it picks one of six hues.
export const avatar = (name: string, colour = 0, size: 'xs' | 'sm' | 'md' = 'sm'): Html =>
  html`<span
    class="ds-avatar"
    role="img"
    aria-label="${name}"
    data-initials="${initials(name)}"
    data-color="${colours[Math.abs(colour) % colours.length]}"
    data-size="${size}"
  ></span>`

/// First letters of the first and the last name.
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : '']
  return ([...first][0] ?? '') + ([...last][0] ?? '')
}
