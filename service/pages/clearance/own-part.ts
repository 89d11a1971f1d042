// One municipality's chapters with their boxes and one button. What is word for word as it was last frozen can be
// cleared in one press.
import { html } from 'hono/html'
import type { Chapter, Standing } from '../../clearance/sheet.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import type { Opened } from '../desk/open-desk.ts'
import { alert } from '../parts/boxes.ts'
import { chip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { titleOf } from '../text/open-text.ts'
import { count, words, type Say } from '../words.ts'
import type { Own } from './page.ts'
import { sayCleared, sayNo } from './say.ts'

export function ownPart(own: Own, { t, lang, desk }: Opened, chosen: readonly string[]): Html {
  const { track, sheet, mandate } = own
  const why = !mandate
    ? 'no-mandate'
    : mandate.until_on < desk.today
      ? 'mandate-ended'
      : own.hand
        ? undefined
        : 'not-yours'
  const open = own.mayClear && why === undefined
  const missing = sheet.chapters.filter(
    ({ section }) => sheet.cell(track.number, section.id).standing !== 'holds',
  )
  const unchanged = missing.filter((chapter) => chapter.unchanged)
  const heading = t(
    `Klarering for ${track.name}`,
    `Klarering for ${track.name}`,
    `Clearance for ${track.name}`,
  )
  return html`<section class="stack" aria-labelledby="egen">
    <h2 class="ds-heading" data-size="sm" id="egen">${heading}</h2>
    <p>${summary(sheet.chapters.length - missing.length, sheet.chapters.length, t)}</p>
    ${own.mayClear && why !== undefined ? alert('warning', sayNo(why, own, lang)) : ''}
    <form method="post" action="/klarering" class="stack">
      <input type="hidden" name="municipality" value="${track.number}" />
      ${
        open
          ? html`${unchanged.map((one) => hidden('unchanged', one))}${missing.map((one) => hidden('all', one))}`
          : ''
      }
      <ul class="acts">
        ${sheet.chapters.map((chapter) => item(own, chapter, { open, chosen, lang }))}
      </ul>
      ${open && missing.length > 0 ? buttons(unchanged.length, missing.length, lang) : ''}
    </form>
  </section>`
}

/// A standing as a chip: text, icon and colour.
export function standingChip(standing: Standing, lang: Lang): Html {
  const t = words(lang)
  if (standing === 'holds') return chip('success', 'Checkmark', t('Klarert', 'Klarert', 'Cleared'))
  if (standing === 'changed') {
    return chip(
      'warning',
      'NotePencil',
      t('Endret etter klarering', 'Endra etter klarering', 'Changed since cleared'),
    )
  }
  return chip('neutral', 'Minus', t('Ikke klarert', 'Ikkje klarert', 'Not cleared'))
}

function item(
  { track, sheet, names }: Own,
  chapter: Chapter,
  { open, chosen, lang }: { open: boolean; chosen: readonly string[]; lang: Lang },
): Html {
  const t = words(lang)
  const { section, hash } = chapter
  const cell = sheet.cell(track.number, section.id)
  const title = titleOf(section, lang)
  const id = `kapittel-${section.id}`
  return html`<li class="act">
    <div class="act-head">
      <div class="stack-2">
        ${
          open && cell.standing !== 'holds'
            ? html`<div class="ds-field">
                <input
                  class="ds-input"
                  type="checkbox"
                  id="${id}"
                  name="chapter"
                  value="${section.id}:${hash}"
                  ${chosen.includes(section.id) ? html` checked` : ''}
                /><label class="ds-label" data-weight="medium" for="${id}">${title}</label>
              </div>`
            : html`<p class="act-name">${title}</p>`
        }
        <p class="chips">${standingChip(cell.standing, lang)}</p>
        ${
          cell.standing === 'none'
            ? ''
            : html`<p class="meta">${sayCleared(cell.clearance, track.name, names, lang)}</p>`
        }
      </div>
      <a class="ds-link" href="/tekst/${section.id}"
        >${t('Les', 'Les', 'Read')}<span class="ds-sr-only"> ${title}</span></a
      >
    </div>
  </li>`
}

const hidden = (name: string, { section, hash }: Chapter): Html =>
  html`<input type="hidden" name="${name}" value="${section.id}:${hash}" />`

/// The chosen ones, and beside it one press for many: what is unchanged when anything is, else all that is left.
function buttons(unchanged: number, left: number, lang: Lang): Html {
  const t = words(lang)
  const many =
    unchanged > 0
      ? { which: 'unchanged', text: sayUnchanged(unchanged, lang) }
      : left > 1
        ? {
            which: 'all',
            text: t(
              `Klarer alle ${count(left, lang)} som står igjen`,
              `Klarer alle ${count(left, lang)} som står att`,
              `Clear all ${count(left, lang)} that are left`,
            ),
          }
        : undefined
  return html`<div class="row">
      <button class="ds-button" name="which" value="chosen">
        ${icon('Checkmark')}${t('Klarer de valgte', 'Klarer dei valde', 'Clear the chosen')}
      </button>
      ${
        many
          ? html`<button
              class="ds-button"
              data-variant="secondary"
              name="which"
              value="${many.which}"
            >
              ${many.text}
            </button>`
          : ''
      }
    </div>
    ${
      unchanged > 0
        ? html`<p class="quiet">
            ${t(
              'Uendret betyr ord for ord som da teksten sist ble låst.',
              'Uendra tyder ord for ord som då teksten sist vart låst.',
              'Unchanged means word for word as when the text was last frozen.',
            )}
          </p>`
        : ''
    }`
}

function sayUnchanged(unchanged: number, lang: Lang): string {
  const t = words(lang)
  if (unchanged === 1) {
    return t(
      'Klarer det ene uendrede kapittelet',
      'Klarer det eine uendra kapittelet',
      'Clear the one unchanged chapter',
    )
  }
  const n = count(unchanged, lang)
  return t(
    `Klarer disse ${n} uendrede kapitlene`,
    `Klarer desse ${n} uendra kapitla`,
    `Clear these ${n} unchanged chapters`,
  )
}

const summary = (cleared: number, all: number, t: Say): string =>
  t(
    `${cleared} av ${all} kapitler er klarert.`,
    `${cleared} av ${all} kapittel er klarerte.`,
    `${cleared} of ${all} chapters are cleared.`,
  )
