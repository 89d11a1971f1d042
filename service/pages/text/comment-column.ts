// The column of comments as markup; the editor's script fills it.
import { html } from 'hono/html'
import { may } from '../../../workflows/rights.ts'
import { mayAnswerPublicly } from '../../comment/circles.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import type { OneText } from './open-text.ts'

export function commentColumn({ t, roles, section }: OneText): Html {
  const mayComment = may(roles, 'comment')
  const publicly = mayComment && mayAnswerPublicly(roles, section.zone)
  return html`<section
    class="comments"
    aria-labelledby="comments-heading"
    data-comments="/api/sections/${section.id}/comments"
    data-may-comment="${mayComment ? 'true' : 'false'}"
  >
    <div class="row between">
      <h2 class="ds-heading" data-size="2xs" id="comments-heading">
        ${t('Kommentarer', 'Kommentarar', 'Comments')} <span data-comment-count></span>
      </h2>
      <select
        class="ds-input"
        data-comment-filter
        aria-label="${t('Vis kommentarer', 'Vis kommentarar', 'Show comments')}"
      >
        <option value="open">${t('Åpne', 'Opne', 'Open')}</option>
        <option value="must">${t('Må løses', 'Må løysast', 'Must be settled')}</option>
        <option value="mine">${t('Der jeg er med', 'Der eg er med', 'Where I take part')}</option>
        <option value="lost">
          ${t('Må plasseres på nytt', 'Må plasserast på nytt', 'To place again')}
        </option>
        <option value="public">${t('Offentlige svar', 'Offentlege svar', 'Public answers')}</option>
        <option value="resolved">${t('Løste', 'Løyste', 'Resolved')}</option>
        <option value="all">${t('Alle', 'Alle', 'All')}</option>
      </select>
    </div>
    <button
      class="ds-button"
      data-variant="secondary"
      type="button"
      data-comment-new
      ${mayComment ? '' : html` hidden`}
    >
      ${icon('ChatAdd')}${t('Ny kommentar', 'Ny kommentar', 'New comment')}
    </button>
    <form class="stack comment-card" data-comment-form hidden>
      <p class="quiet" data-comment-quote></p>
      <div data-comment-words data-label="${t('Kommentar', 'Kommentar', 'Comment')}"></div>
      <p class="quiet">
        ${t('Skriv @ for å nevne noen.', 'Skriv @ for å nemne nokon.', 'Type @ to mention somebody.')}
      </p>
      <label class="ds-label" for="comment-circle"
        >${t('Hvem skal se den?', 'Kven skal sjå han?', 'Who shall see it?')}</label
      >
      <select class="ds-input" id="comment-circle">
        <option value="twelve">${t('De tolv', 'Dei tolv', 'The twelve')}</option>
        <option value="municipality">${t('Min kommune', 'Kommunen min', 'My municipality')}</option>
        <option value="me">${t('Bare meg', 'Berre eg', 'Only me')}</option>
        ${
          publicly
            ? html`<option value="public">
                ${t('Alle: offentlig svar', 'Alle: offentleg svar', 'Everyone: public answer')}
              </option>`
            : ''
        }
      </select>
      <p class="quiet" data-comment-public hidden>
        ${t(
          'Står ved siden av teksten for alle når den er offentlig, i kommunens navn. Merk som løst for å ta det bort.',
          'Står ved sida av teksten for alle når han er offentleg, i namnet til kommunen. Merk som løyst for å ta det bort.',
          'Stands beside the text for everyone once it is public, in the municipality’s name. Mark as resolved to take it away.',
        )}
      </p>
      <label class="row"
        ><input class="ds-input" type="checkbox" name="must" />
        ${t('Må løses før teksten går videre', 'Må løysast før teksten går vidare', 'Must be settled before the text moves on')}</label
      >
      <div class="row">
        <button class="ds-button" type="submit">${t('Legg til', 'Legg til', 'Add')}</button>
        <button class="ds-button" data-variant="tertiary" type="button" data-comment-cancel>
          ${t('Avbryt', 'Avbryt', 'Cancel')}
        </button>
      </div>
    </form>
    <p class="ds-validation-message" role="alert" data-comment-trouble></p>
    <ol class="comment-list" data-comment-list></ol>
  </section>`
}
