// Deadlines in three sizes: a badge in lists, the margin beside a state, and a card that writes the sum out.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { IconName } from '../../design/icons.ts'
import { date, dateText, daysBetween, daysText, relativeText, type Html } from '../dates.ts'
import { words } from '../words.ts'
import { icon } from './icon.ts'
import type { Colour } from './looks.ts'

type Tone = { colour: Colour; icon: IconName }

/// Over: danger. Three days or less: warning. From 60 days on only the date.
export function deadlineBadge(today: string, on: string, lang: Lang): Html {
  const left = daysBetween(today, on)
  const tone: Tone =
    left < 0
      ? { colour: 'danger', icon: 'ExclamationmarkTriangle' }
      : left <= 3
        ? { colour: 'warning', icon: 'Hourglass' }
        : { colour: 'neutral', icon: 'Calendar' }
  const when = date(on, lang, left >= 60 ? 'long' : 'weekday-short')
  if (left >= 60)
    return html`<span class="due-box"
      ><span class="due" data-color="neutral">${icon('Calendar')}${when}</span></span
    >`
  return html`<span class="due-box"
    ><span class="due" data-color="${tone.colour}"
      >${icon(tone.icon)}${relativeText(today, on, lang)}</span
    ><span class="due-on">${when}</span></span
  >`
}

/// Days to spare, with the one sentence that explains the number. Without a number: not set.
export function margin(days: number | undefined, why: string | Html, lang: Lang): Html {
  const t = words(lang)
  const tone = toneOf(days)
  const text = days === undefined ? t('ikke satt', 'ikkje sett', 'not set') : daysText(days, lang)
  return html`<span class="margin"
    ><span class="margin-number" data-color="${tone.colour}">${icon(tone.icon)}${text}</span
    ><span class="margin-why">${why}</span></span
  >`
}

/// `Vedtatt i tide`, or how long after the limit.
export const marginAdopted = (daysLate: number, lang: Lang): Html => {
  const t = words(lang)
  const late = daysText(daysLate, lang)
  return html`<span class="margin-why"
    >${
      daysLate > 0
        ? t(
            `Vedtatt ${late} etter fristen`,
            `Vedteken ${late} etter fristen`,
            `Adopted ${late} after the limit`,
          )
        : t('Vedtatt i tide', 'Vedteken i tide', 'Adopted in time')
    }</span
  >`
}

/// 10 or more: success. Under 10: warning. Negative: danger. Unknown: neutral.
export const toneOf = (days: number | undefined): Tone =>
  days === undefined
    ? { colour: 'neutral', icon: 'Minus' }
    : days < 0
      ? { colour: 'danger', icon: 'ExclamationmarkTriangle' }
      : days < 10
        ? { colour: 'warning', icon: 'Hourglass' }
        : { colour: 'success', icon: 'Checkmark' }

export type DeadlineCard = {
  rule: string
  figure: string
  tone: Tone
  /// The sum written out: what was compared, and what follows.
  sum: string | Html
}

export const deadlineCards = (cards: readonly DeadlineCard[]): Html =>
  html`<ul class="deadlines">
    ${cards.map(
      ({ rule, figure, tone, sum }) =>
        html`<li class="deadline" data-color="${tone.colour}">
          <p class="strong">${rule}</p>
          <p class="figure">${icon(tone.icon)}${figure}</p>
          <p>${sum}</p>
        </li>`,
    )}
  </ul>`

/// `til fredag 26. mai 2028 kl. 23.59` and `Det er 18 dager igjen.`
export function untilText(today: string, on: string, lang: Lang): { until: string; left: string } {
  const t = words(lang)
  const left = daysBetween(today, on)
  const when = dateText(on, lang, 'weekday')
  return {
    until: t(`til ${when} kl.\u00a023.59`, `til ${when} kl.\u00a023.59`, `until ${when} at 23:59`),
    left:
      left === 0
        ? t('Det er siste dag.', 'Det er siste dagen.', 'Today is the last day.')
        : t(
            `Det er ${daysText(left, lang)} igjen.`,
            `Det er ${daysText(left, lang)} att.`,
            `${daysText(left, lang)} left.`,
          ),
  }
}
