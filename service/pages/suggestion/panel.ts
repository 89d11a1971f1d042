// The column of open suggestions beside a text, as markup; the editor's script fills it. And the way to suggest for those
// who do not write: on a copy of the text.
import { html } from 'hono/html'
import { amendmentsOf } from '../../../db/amendment.ts'
import { may } from '../../../workflows/rights.ts'
import { municipalitiesFor } from '../../suggestion/amendment.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import type { OneText } from '../text/open-text.ts'
import type { Say } from '../words.ts'

/// `text` is the id the editor asks under; `mine` when everything in it is one's own, and there is nothing to accept.
export function suggestionPanel(text: string, mine: boolean, t: Say): Html {
  return html`<section
    class="comments suggestions"
    aria-labelledby="forslag"
    data-suggestions="/api/sections/${text}/hands"
    data-mine="${String(mine)}"
    hidden
  >
    <div class="row between">
      <h2 class="ds-heading" data-size="2xs" id="forslag" tabindex="-1">
        ${t('Forslag', 'Framlegg', 'Suggestions')} <span data-suggestion-count></span>
      </h2>
      <div class="row">
        <button
          class="ds-button"
          data-variant="tertiary"
          data-icon
          type="button"
          data-suggestion-step="-1"
          aria-label="${t('Forrige forslag (Ctrl+Shift+,)', 'Førre framlegg (Ctrl+Shift+,)', 'Previous suggestion (Ctrl+Shift+,)')}"
        >
          ${icon('ChevronUp')}
        </button>
        <button
          class="ds-button"
          data-variant="tertiary"
          data-icon
          type="button"
          data-suggestion-step="1"
          aria-label="${t('Neste forslag (Ctrl+Shift+.)', 'Neste framlegg (Ctrl+Shift+.)', 'Next suggestion (Ctrl+Shift+.)')}"
        >
          ${icon('ChevronDown')}
        </button>
      </div>
    </div>
    <div class="row" data-suggestion-many hidden>
      <select
        class="ds-input"
        data-suggestion-whose
        aria-label="${t('Hvem sine forslag', 'Kven sine framlegg', 'Whose suggestions')}"
      ></select>
      <button class="ds-button" data-variant="secondary" type="button" data-suggestion-all="accept">
        ${t('Godta alle', 'Godta alle', 'Accept all')}
      </button>
      <button class="ds-button" data-variant="tertiary" type="button" data-suggestion-all="reject">
        ${t('Avvis alle', 'Avvis alle', 'Reject all')}
      </button>
    </div>
    <ol class="comment-list" data-suggestion-list></ol>
  </section>`
}

/// The way on for somebody who may read but not write.
export const suggestLink = ({ t, roles }: OneText): Html | string =>
  may(roles, 'suggest-changes')
    ? html`<a class="ds-link" href="#foresla-overskrift"
          >${t('Foreslå endringer på en kopi', 'Føreslå endringar på ein kopi', 'Suggest changes on a copy')}</a
        >.`
    : ''

/// Where a reader begins a suggestion on a copy, and where those waiting are found.
export async function suggestOnCopy(text: OneText): Promise<Html | string> {
  const { t, access, section, roles, house, municipalities, person } = text
  if (!may(roles, 'suggest-changes')) return ''
  const own = municipalitiesFor(access)
  const all = await amendmentsOf(house.store.db, section.region, section.strategy)
  const here = all.filter((one) => one.section === section.id)
  const waiting = here.filter(({ state }) => state === 'sent').length
  const drafts = here.filter(
    ({ state, person: by, behalf_of }) =>
      state === 'draft' && (by === person.id || (behalf_of !== null && own.includes(behalf_of))),
  )
  if (access.write.may && own.length === 0 && waiting === 0 && drafts.length === 0) return ''
  return html`<section class="stack-2 suggest-on-copy" aria-labelledby="foresla-overskrift">
    <h2 class="ds-heading" data-size="2xs" id="foresla-overskrift">
      ${t('Foreslå endringer', 'Føreslå endringar', 'Suggest changes')}
    </h2>
    ${
      access.write.may && waiting > 0
        ? html`<p>
            <a class="ds-link" href="/endringsforslag?vis=venter"
              >${
                waiting === 1
                  ? t(
                      '1 endringsforslag venter på svar',
                      '1 endringsframlegg ventar på svar',
                      '1 amendment waits for an answer',
                    )
                  : t(
                      `${waiting} endringsforslag venter på svar`,
                      `${waiting} endringsframlegg ventar på svar`,
                      `${waiting} amendments wait for an answer`,
                    )
              }</a
            >
          </p>`
        : ''
    }
    ${drafts.map(
      ({ id, behalf_of }) =>
        html`<p>
          <a class="ds-link" href="/endringsforslag/${id}/skriv"
            >${t('Fortsett på forslaget', 'Hald fram med framlegget', 'Go on with the amendment')}${
              behalf_of ? html` (${municipalities.get(behalf_of)?.name ?? ''})` : ''
            }</a
          >
        </p>`,
    )}
    <form class="stack-2" method="post" action="/tekst/${section.id}/forslag">
      <p class="quiet">
        ${
          access.write.may
            ? t(
                'Forslaget skrives på en kopi, på vegne av kommunen.',
                'Framlegget blir skrive på ein kopi, på vegner av kommunen.',
                'The amendment is written on a copy, on behalf of the municipality.',
              )
            : t(
                'Du skriver på en kopi. De som skriver teksten, tar inn det de vil, og svarer deg.',
                'Du skriv på ein kopi. Dei som skriv teksten, tek inn det dei vil, og svarar deg.',
                'You write on a copy. Those who write the text take in what they want, and answer you.',
              )
        }
      </p>
      <label class="ds-label" for="forslag-fra">${t('Fra', 'Frå', 'From')}</label>
      <select class="ds-input" id="forslag-fra" name="behalfOf">
        ${access.write.may && own.length > 0 ? '' : html`<option value="">${t('Meg selv', 'Meg sjølv', 'Myself')}</option>`}
        ${own.map((number) => html`<option value="${number}">${municipalities.get(number)?.name ?? number}</option>`)}
      </select>
      <div class="row">
        <button class="ds-button" data-variant="secondary" type="submit">
          ${icon('NotePencil')}${t('Begynn et forslag', 'Byrj eit framlegg', 'Begin an amendment')}
        </button>
      </div>
    </form>
  </section>`
}
