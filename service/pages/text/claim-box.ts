// Over the paper: who works on this chapter, until when, and saying so oneself. Plain forms; the editor's script sends them
// without leaving the page.
import { html } from 'hono/html'
import { claimsOf, type ClaimRow } from '../../../db/claim.ts'
import { may } from '../../../workflows/rights.ts'
import { claimDays } from '../../text/claims.ts'
import { dateText, type Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import type { Say } from '../words.ts'
import type { OneText, Texts } from './open-text.ts'

/// The claims that count today, by section.
export async function claimsToday({ house, strategy }: Texts): Promise<Map<string, ClaimRow[]>> {
  const claims = await claimsOf(house.store.db, strategy.region, house.clock.today())
  return Map.groupBy(claims, ({ section }) => section)
}

/// `Kari Bakken arbeider med dette kapittelet til fredag 18. februar`.
export function claimWords({ t, lang, house }: Texts, claim: ClaimRow): string {
  const today = claim.until_on === house.clock.today()
  const until = today
    ? t('ut dagen', 'ut dagen', 'for the rest of today')
    : `${t('til', 'til', 'until')} ${dateText(claim.until_on, lang, 'weekday-short')}`
  return t(
    `${claim.name} arbeider med dette kapittelet ${until}`,
    `${claim.name} arbeider med dette kapittelet ${until}`,
    `${claim.name} is working on this chapter ${until}`,
  )
}

export function claimBox(text: OneText, claims: ClaimRow[]): Html | string {
  const { t, person, access, section, roles } = text
  const mine = claims.find((claim) => claim.person === person.id)
  if (claims.length === 0 && !access.write.may) return html`<div data-fresh="claims"></div>`
  const at = `/tekst/${section.id}`
  return html`<div class="claims" data-fresh="claims">
    ${claims.map(
      (claim) =>
        html`<div class="claim" ${claim.person === person.id ? '' : html` data-other`}>
          ${icon('PersonPencil')}<span
            >${claimWords(text, claim)}${claim.note ? html`: «${claim.note}»` : '.'}</span
          >
          ${
            claim.person === person.id || may(roles, 'add-section')
              ? html`<form method="post" action="${at}/arbeider/slipp" data-quiet>
                  <input type="hidden" name="person" value="${claim.person}" />
                  <button class="ds-link" type="submit">
                    ${t('Avslutt', 'Avslutt', 'End it')}<span class="ds-sr-only">
                      (${claim.name})</span
                    >
                  </button>
                </form>`
              : ''
          }
        </div>`,
    )}
    ${access.write.may && !mine ? begin(text, at) : ''}
  </div>`
}

function begin(text: OneText, at: string): Html {
  const { t } = text
  return html`<details class="claim-begin">
    <summary>
      ${t(
        'Si fra at du arbeider med kapittelet',
        'Sei frå at du arbeider med kapittelet',
        'Tell others you are working on this chapter',
      )}
    </summary>
    <form class="small-form" method="post" action="${at}/arbeider" data-quiet>
      <label class="ds-label" for="claim-days"
        >${t('Hvor lenge?', 'Kor lenge?', 'How long?')}</label
      >
      <select class="ds-input" data-width="auto" id="claim-days" name="days">
        ${claimDays.map((days) => html`<option value="${days}">${dayWords(text, t, days)}</option>`)}
      </select>
      <label class="ds-label" for="claim-note"
        >${t('Med hva? (valgfritt)', 'Med kva? (valfritt)', 'With what? (optional)')}</label
      >
      <input class="ds-input" id="claim-note" name="note" maxlength="200" autocomplete="off" />
      <button class="ds-button" data-variant="secondary" type="submit">
        ${t('Si fra', 'Sei frå', 'Tell')}
      </button>
      <p class="quiet">
        ${t(
          'De andre ser det, men kan skrive som før.',
          'Dei andre ser det, men kan skrive som før.',
          'The others see it, and can write as before.',
        )}
      </p>
    </form>
  </details>`
}

function dayWords({ house, lang }: OneText, t: Say, days: number): string {
  if (days === 0) return t('Ut dagen', 'Ut dagen', 'Today')
  const until = Temporal.PlainDate.from(house.clock.today()).add({ days }).toString()
  return `${t('Til', 'Til', 'Until')} ${dateText(until, lang, 'weekday-short')}`
}
