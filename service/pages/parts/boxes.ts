// Small whole things: alerts, empty states, page heads, step bars, pagers.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'
import { icon } from './icon.ts'

/// `done`: the page was reached by posting a form; it takes the focus and is read aloud.
export function alert(
  colour: 'info' | 'success' | 'warning' | 'danger',
  body: string | Html,
  options: { heading?: string; done?: boolean; level?: 2 | 3 } = {},
): Html {
  const heading = options.heading
    ? options.level === 3
      ? html`<h3 class="ds-heading" data-size="2xs">${options.heading}</h3>`
      : html`<h2 class="ds-heading" data-size="2xs">${options.heading}</h2>`
    : ''
  const role = options.done ? html` role="status" tabindex="-1" autofocus` : ''
  return html`<div class="ds-alert" data-color="${colour}" ${role}>
    ${heading}
    <p class="ds-paragraph">${body}</p>
  </div>`
}

/// What will be here, when or how, and one action.
export const emptyState = (
  name: IconName,
  heading: string,
  text: string | Html,
  action?: Html,
  level: 2 | 3 = 2,
): Html =>
  html`<div class="empty">
    ${icon(name)}${
      level === 2
        ? html`<h2 class="ds-heading" data-size="xs">${heading}</h2>`
        : html`<h3 class="ds-heading" data-size="xs">${heading}</h3>`
    }
    <p>${text}</p>
    ${action ? html`<div class="row">${action}</div>` : ''}
  </div>`

/// `h1` with its chips beside it and at most three actions to the right.
export const pageTitle = (
  title: string | Html,
  options: { chips?: Html; actions?: Html; size?: 'md' | 'lg' | 'sm'; lead?: string | Html } = {},
): Html =>
  html`<div class="page-head">
    <div class="page-title">
      <div>
        <h1 class="ds-heading" data-size="${options.size ?? 'md'}">${title}</h1>
        ${options.chips ? html`<div class="chips">${options.chips}</div>` : ''}
      </div>
      ${options.actions ? html`<div class="actions">${options.actions}</div>` : ''}
    </div>
    ${options.lead ? html`<p class="lead">${options.lead}</p>` : ''}
  </div>`

/// `Steg 1 av 3: Skriv` with its bar, which says nothing to those who do not see it.
export function stepBar(step: number, names: readonly string[], lang: Lang): Html {
  const t = words(lang)
  const of = t('av', 'av', 'of')
  return html`<div>
    <p class="quiet">
      ${t('Steg', 'Steg', 'Step')} ${step} ${of} ${names.length}: ${names[step - 1]}
    </p>
    <div class="bar" aria-hidden="true">
      ${names.map((_, i) => html`<span${i < step ? html` data-on` : ''}></span>`)}
    </div>
  </div>`
}

/// To the previous and the next of something in order.
export const pager = (
  lang: Lang,
  previous?: { href: string; text: string },
  next?: { href: string; text: string },
): Html =>
  html`<nav
    class="pager"
    aria-label="${words(lang)('Forrige og neste', 'Førre og neste', 'Previous and next')}"
  >
    ${
      previous
        ? html`<a class="ds-link" rel="prev" href="${previous.href}"
            >${icon('ArrowLeft')} ${previous.text}</a
          >`
        : html`<span></span>`
    }${next ? html`<a class="ds-link" rel="next" href="${next.href}">${next.text} ${icon('ArrowRight')}</a>` : ''}
  </nav>`
