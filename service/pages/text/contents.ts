// The document's contents at the left of the editor: the joint chapters, then the municipalities. What one may write has
// a pencil, what is locked a padlock, both with words for those who do not see them.
import { html } from 'hono/html'
import type { ClaimRow } from '../../../db/claim.ts'
import type { SectionRow } from '../../../db/strategy.ts'
import { writeAccess } from '../../text/section-access.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { titleOf, type OneText } from './open-text.ts'
import { orderForm } from './order-form.ts'

export type Claims = Map<string, ClaimRow[]>

export function contents(text: OneText, suffix: string, claims: Claims): Html {
  const { t, sections, section, municipalities } = text
  const joint = sections.filter(({ zone }) => zone === 'joint')
  const zones = [...municipalities.values()].filter(({ number }) =>
    sections.some(({ zone }) => zone === number),
  )
  return html`<nav class="toc sticky" aria-label="${t('Innhold', 'Innhald', 'Contents')}">
    <details class="ds-details" open>
      <summary>${t('Innhold', 'Innhald', 'Contents')}</summary>
      <div>
        <form class="toc-search" role="search" action="/tekst/sok">
          <input
            class="ds-input"
            type="search"
            name="q"
            maxlength="200"
            autocomplete="off"
            data-search
            aria-label="${t('Søk i hele teksten (Ctrl+Shift+H)', 'Søk i heile teksten (Ctrl+Shift+H)', 'Search all the text (Ctrl+Shift+H)')}"
            placeholder="${t('Søk i hele teksten', 'Søk i heile teksten', 'Search all the text')}"
          />
        </form>
        <div data-fresh="contents">
          <p class="label">${t('Fellesdelen', 'Fellesdelen', 'Joint part')}</p>
          <ul>
            ${joint.map((one) => item(text, one, suffix, claims))}
          </ul>
          ${section.zone === 'joint' ? orderForm(text, joint) : ''}
          <p class="label">${t('Kommunedeler', 'Kommunedelar', 'Municipal parts')}</p>
          <ul>
            ${zones.map(({ number, name }) => {
              const own = sections.filter(({ zone }) => zone === number)
              return section.zone === number
                ? html`<li>
                    <span class="toc-zone">${name}</span>
                    <ul>
                      ${own.map((one) => item(text, one, '', claims))}
                    </ul>
                    ${orderForm(text, own)}
                  </li>`
                : html`<li><a href="/tekst/${own[0]!.id}">${name}${sign(text, own[0]!)}</a></li>`
            })}
          </ul>
        </div>
      </div>
    </details>
  </nav>`
}

function item(text: OneText, one: SectionRow, suffix: string, claims: Claims): Html {
  const names = (claims.get(one.id) ?? []).map(({ name }) => name)
  const here = one.id === text.section.id
  return html`<li>
    <a href="/tekst/${one.id}${suffix}" ${here ? html` aria-current="page"` : ''}
      >${titleOf(one, text.lang)}${sign(text, one)}</a
    >${names.length > 0 ? html`<small class="toc-claim">${icon('PersonPencil')}${names.join(', ')}</small>` : ''}
    ${here ? html`<ul data-outline hidden></ul>` : ''}
  </li>`
}

/// Nothing for what everybody could write: only the exceptions and one's own are marked.
function sign({ t, roles, states }: OneText, one: SectionRow): Html | string {
  const { write } = writeAccess(one, roles, states)
  if (write.may) return html` ${icon('Pencil', t('kan skrives', 'kan skrivast', 'can be written'))}`
  return write.why === 'frozen' || write.why === 'ended'
    ? html` ${icon('PadlockLocked', t('låst', 'låst', 'frozen'))}`
    : ''
}
