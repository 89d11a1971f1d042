// The choices over the list of points, as one form that leads to an address.
import { html } from 'hono/html'
import { senderKinds } from '../../submission/input.ts'
import type { Html } from '../dates.ts'
import { queryOf, type Filter } from './filter.ts'
import { titleOf, type OpenedSubmissions } from './opened.ts'

export function filterForm(opened: OpenedSubmissions, filter: Filter): Html {
  const { t, lang, desk, sections, home } = opened
  const select = (
    name: string,
    label: string,
    value: string,
    choices: [value: string, text: string][],
  ): Html =>
    html`<div class="ds-field">
      <label class="ds-label" data-weight="medium" for="filter-${name}">${label}</label>
      <select class="ds-input" data-width="auto" id="filter-${name}" name="${name}">
        ${choices.map(
          ([key, text]) =>
            html`<option value="${key}" ${key === value ? html` selected` : ''}>${text}</option>`,
        )}
      </select>
    </div>`
  const ownSections = sections.filter((s) => s.zone === filter.municipality)
  return html`<form class="filters filter-form" method="get" action="/innspill">
    ${select('status', t('Status', 'Status', 'Status'), filter.status, [
      ['all', t('Alle', 'Alle', 'All')],
      ['unanswered', t('Ikke vurdert', 'Ikkje vurdert', 'Not assessed')],
      ['answered', t('Vurdert', 'Vurdert', 'Assessed')],
      ['late', t('Kom for sent', 'Kom for seint', 'Came late')],
      ['hidden', t('Skjult for andre', 'Skjult for andre', 'Hidden')],
    ])}${select('kommune', t('Kommune', 'Kommune', 'Municipality'), filter.municipality || 'alle', [
      ['alle', t('Alle kommuner', 'Alle kommunar', 'All municipalities')],
      ...desk.tracks.map((track): [string, string] => [track.number, track.name]),
    ])}${select('del', t('Del', 'Del', 'Part'), filter.part, [
      ['', t('Alle deler', 'Alle delar', 'All parts')],
      ['joint', t('Hele fellesdelen', 'Heile fellesdelen', 'The joint part')],
      ['own', t('Bare kommunedelen', 'Berre kommunedelen', 'Own part only')],
      ...[...sections.filter((s) => s.zone === 'joint'), ...ownSections].map(
        (s): [string, string] => [s.id, titleOf(s, lang)],
      ),
    ])}${select('avsender', t('Avsender', 'Avsendar', 'Sender'), filter.sender, [
      ['', t('Alle', 'Alle', 'All')],
      ...Object.entries(senderKinds).map(([key, w]): [string, string] => [key, w[lang]]),
    ])}
    <div class="row filter-buttons">
      <button class="ds-button" data-variant="secondary" type="submit">
        ${t('Filtrer', 'Filtrer', 'Filter')}
      </button>
      <a
        class="ds-link"
        href="/innspill${home === undefined ? '' : queryOf({ ...filter, status: 'all', part: '', sender: '', municipality: home, page: 1 }, home)}"
        >${t('Nullstill', 'Nullstill', 'Reset')}</a
      >
    </div>
  </form>`
}
