// The column of comments as markup; the editor's script fills it.
import { html } from 'hono/html'
import { may } from '../../../workflows/rights.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import type { OneText } from './open-text.ts'

export function commentColumn({ t, roles, section }: OneText): Html {
  const mayComment = may(roles, 'comment')
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
      <label class="ds-label" for="comment-words">${t('Kommentar', 'Kommentar', 'Comment')}</label>
      <textarea class="ds-input" id="comment-words" rows="3" maxlength="4000" required></textarea>
      <label class="ds-label" for="comment-circle"
        >${t('Hvem skal se den?', 'Kven skal sjå han?', 'Who shall see it?')}</label
      >
      <select class="ds-input" id="comment-circle">
        <option value="twelve">${t('De tolv', 'Dei tolv', 'The twelve')}</option>
        <option value="municipality">${t('Min kommune', 'Kommunen min', 'My municipality')}</option>
        <option value="me">${t('Bare meg', 'Berre eg', 'Only me')}</option>
      </select>
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
