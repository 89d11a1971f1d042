// Joint chapters by municipalities: cleared, changed since, or not cleared.
import { html } from 'hono/html'
import type { Sheet, Standing } from '../../clearance/sheet.ts'
import { isOutside } from '../../desk/desk.ts'
import type { Html } from '../dates.ts'
import type { Opened } from '../desk/open-desk.ts'
import { emptyState } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { titleOf } from '../text/open-text.ts'
import type { Say } from '../words.ts'
import { standingChip } from './own-part.ts'

export function matrix({ desk, t, lang }: Opened, sheet: Sheet): Html {
  const tracks = desk.tracks.filter((track) => !isOutside(track))
  const label = t(
    'Klarering av fellesdelen, kapittel for kapittel',
    'Klarering av fellesdelen, kapittel for kapittel',
    'Clearance of the joint part, chapter by chapter',
  )
  if (tracks.length === 0) {
    return emptyState(
      'Buildings3',
      t(
        'Ingen kommuner deltar ennå',
        'Ingen kommunar deltek enno',
        'No municipality takes part yet',
      ),
      t(
        'Når kommunene er med, står klareringene deres her.',
        'Når kommunane er med, står klareringane deira her.',
        'When the municipalities take part their clearances stand here.',
      ),
    )
  }
  return html`<section class="stack" aria-labelledby="alle">
    <h2 class="ds-heading" data-size="sm" id="alle">
      ${t('Alle kommunene', 'Alle kommunane', 'All municipalities')}
    </h2>
    <p class="chips">
      ${(['holds', 'changed', 'none'] as const).map((standing) => standingChip(standing, lang))}
    </p>
    <div class="scroll" role="region" tabindex="0" aria-label="${label}">
      <table class="ds-table" data-border>
        <caption class="ds-sr-only">
          ${label}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('Kapittel', 'Kapittel', 'Chapter')}</th>
            ${tracks.map((track) => html`<th scope="col">${track.name}</th>`)}
            <th scope="col">${t('I alt', 'I alt', 'In all')}</th>
          </tr>
        </thead>
        <tbody>
          ${sheet.chapters.map(({ section }) => {
            const standings = tracks.map(({ number }) => sheet.cell(number, section.id).standing)
            const holding = standings.filter((standing) => standing === 'holds').length
            return html`<tr>
              <th scope="row">
                <a class="ds-link" href="/tekst/${section.id}">${titleOf(section, lang)}</a>
              </th>
              ${standings.map((standing) => html`<td>${short(standing, t)}</td>`)}
              <td>
                ${t(`${holding} av ${tracks.length}`, `${holding} av ${tracks.length}`, `${holding} of ${tracks.length}`)}
              </td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
  </section>`
}

/// Narrow enough for twelve in a row; the words stand for those who do not see the mark.
const short = (standing: Standing, t: Say): Html =>
  standing === 'holds'
    ? html`${icon('Checkmark')}<span class="ds-sr-only"
          >${t('klarert', 'klarert', 'cleared')}</span
        >`
    : standing === 'changed'
      ? html`${icon('NotePencil')}<span class="ds-sr-only"
            >${t('endret etter klarering', 'endra etter klarering', 'changed since cleared')}</span
          >`
      : html`${icon('Minus')}<span class="ds-sr-only"
            >${t('ikke klarert', 'ikkje klarert', 'not cleared')}</span
          >`
