// Where the reader is, from the strategy down to this page.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'

/// The last one, without an address, is the page itself.
export type Crumb = { text: string; href?: string }

export const breadcrumbs = (crumbs: Crumb[], lang: Lang): Html =>
  html`<nav
    class="ds-breadcrumbs"
    aria-label="${words(lang)('Du er her', 'Du er her', 'You are here')}"
  >
    <ol>
      ${crumbs.map(
        ({ text, href }) =>
          html`<li>
            ${
              href === undefined
                ? html`<span aria-current="page">${text}</span>`
                : html`<a class="ds-link" href="${href}">${text}</a>`
            }
          </li>`,
      )}
    </ol>
  </nav>`
