// Plain reading pages: a heading, a lead, and sections of paragraphs and lists.
import { html } from 'hono/html'
import type { Html } from '../dates.ts'

export type Part = { id?: string; heading: string; body: (string | Html | string[])[] }

/// `body` items are paragraphs; an array of strings is a list.
export const prose = (title: string, lead: string | Html, parts: readonly Part[]): Html =>
  html`<article class="prose">
    <h1 class="ds-heading" data-size="lg">${title}</h1>
    <p class="lead">${lead}</p>
    ${parts.map(
      ({ id, heading, body }) =>
        html`<section class="stack" ${id ? html` id="${id}"` : ''}>
          <h2 class="ds-heading" data-size="sm">${heading}</h2>
          ${body.map((item) =>
            Array.isArray(item)
              ? html`<ul>
                  ${item.map((line) => html`<li>${line}</li>`)}
                </ul>`
              : html`<p>${item}</p>`,
          )}
        </section>`,
    )}
  </article>`
