// A checksum as people meet it: the first eight characters in two groups, always a link to that exact text.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'

/// `9f3a 61c0`.
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}\u00a0${hash.slice(4, 8)}`

/// Linked to `href`, or plain when there is nowhere to go.
export function hash(value: string, lang: Lang, href?: string): Html {
  const short = shortHash(value)
  if (href === undefined) return html`<span class="hash">${short}</span>`
  const t = words(lang)
  const name = t(
    `Les teksten med kontrollsum ${short}`,
    `Les teksten med kontrollsum ${short}`,
    `Read the text with checksum ${short}`,
  )
  return html`<a class="ds-link hash" href="${href}" aria-label="${name}">${short}</a>`
}
