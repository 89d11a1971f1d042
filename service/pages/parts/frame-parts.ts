// Pieces of the frame that stand in more than one place: languages, whom one acts for, the woven mark, the demo's strip.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { dateText, type Html } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { words } from '../words.ts'
import { icon } from './icon.ts'

/// Whom one acts for: shown to anyone who holds a role in a municipality. Posts to the people's own address.
export function hatForm(frame: Frame, lang: Lang, id: string): Html | string {
  const { person, hats, here } = frame
  if (!person || hats.length === 0 || frame.area === 'public') return ''
  const t = words(lang)
  const label = t('På vegne av', 'På vegner av', 'On behalf of')
  const back = here.pathname + here.search
  if (hats.length === 1 && !person.roles.some((r) => r.municipality === undefined)) {
    return id === 'a'
      ? html`<span class="in-folded quiet">${label} <strong>${hats[0]!.name}</strong></span>`
      : html`<p class="quiet">${label} <strong>${hats[0]!.name}</strong></p>`
  }
  return html`<form class="${id === 'a' ? 'in-folded' : ''}" method="post" action="/pa-vegne-av">
    <label for="hatt-${id}" class="quiet">${label}</label>
    <select class="ds-input" data-width="auto" id="hatt-${id}" name="municipality">
      ${hats.map(
        ({ number, name }) =>
          html`<option value="${number}" ${number === person.behalfOf ? html` selected` : ''}>
            ${name}
          </option>`,
      )}</select
    ><input type="hidden" name="back" value="${back}" />
    <button class="ds-button" data-variant="tertiary" data-size="sm">
      ${t('Bytt', 'Byt', 'Switch')}
    </button>
  </form>`
}

/// `Bokmål | Nynorsk | English`: the same page in another language.
export function languages(frame: Pick<Frame, 'here'>, lang: Lang): Html {
  const names: [Lang, string][] = [
    ['nb', 'Bokmål'],
    ['nn', 'Nynorsk'],
    ['en', 'English'],
  ]
  return html`<span class="languages"
    >${names.map(([code, name]) => {
      if (code === lang) return html`<strong lang="${code}">${name}</strong>`
      const there = new URL(frame.here)
      there.searchParams.set('lang', code)
      return html`<a lang="${code}" hreflang="${code}" href="${there.pathname}${there.search}"
        >${name}</a
      >`
    })}</span
  >`
}

export function demoStrip({ demoDay }: Frame, lang: Lang): Html | string {
  if (demoDay === undefined) return ''
  const t = words(lang)
  const weekday = dateText(demoDay, lang, 'weekday').split(' ')[0]
  return html`<div class="demo" role="region" aria-label="Demo">
    <div class="wrap">
      <span
        >${icon('TestFlask')} <strong>Demo:</strong>
        <span class="wide-only">${t('i dag er', 'i dag er', 'today is')} ${weekday} </span
        ><time datetime="${demoDay}"
          >${dateText(demoDay, lang).replaceAll('\u00a0', ' ')}</time
        ></span
      ><a href="/demo">${t('Flytt dagen fram', 'Flytt dagen fram', 'Move the day forward')}</a>
    </div>
  </div>`
}

/// The woven mark: three warps, three wefts.
export const mark = (): Html =>
  html`<svg
    viewBox="0 0 32 32"
    fill="none"
    stroke-width="2.6"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path
      class="mark-birch"
      d="M8 3v3.4M8 11.6v9M8 25.8V29M16 3v10M16 19v10M24 3v3.4M24 11.6v9M24 25.8V29"
    />
    <path class="mark-spruce" d="M3 9h10M19 9h10M3 23h10M19 23h10M13.4 9h5.2M13.4 23h5.2" />
    <path class="mark-river" d="M3 16h2.4M10.6 16h10.8M26.6 16H29" />
  </svg>`
