// Three answers in ten seconds over the board: how many have adopted and which wording, who needs help, what comes next.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { BoardView, Coming } from '../../desk/board-view.ts'
import type { Desk } from '../../desk/desk.ts'
import { deviationOf } from '../../desk/joint-sentence.ts'
import { sayTrouble } from '../../desk/say-margin.ts'
import { dateText, type Html } from '../dates.ts'
import { count, listed, words, type Say } from '../words.ts'

export function answers(desk: Desk, view: BoardView, t: Say): Html {
  const { lang, joint } = desk
  const { adopted, participants, identical, deviating } = joint.state
  const wording =
    adopted === 0
      ? t('Ingen har vedtatt ennå.', 'Ingen har vedteke enno.', 'Nobody has adopted yet.')
      : t(
          `${identical} har vedtatt samme tekst.`,
          `${identical} har vedteke same tekst.`,
          `${identical} have adopted the same text.`,
        )
  const help = view.needHelp
  return html`<div class="grid-3">
    <section class="ds-card" data-live="adopted">
      <div class="ds-card__block stack-2">
        <h2 class="ds-heading" data-size="2xs">
          ${t(
            `${adopted} av ${participants} kommuner har vedtatt`,
            `${adopted} av ${participants} kommunar har vedteke`,
            `${adopted} of ${participants} municipalities have adopted`,
          )}
        </h2>
        <div class="bar" aria-hidden="true">
          ${view.bar.map((part) => html`<span ${toneOfPart(part)}></span>`)}
        </div>
        <p>
          ${wording}
          ${deviating.map(
            ({ municipality, name, sections }) =>
              html`<a class="ds-link" href="/kommune/${municipality}"
                  >${deviationOf(name, sections, desk.chapters, lang)}</a
                >. `,
          )}
        </p>
      </div>
    </section>
    <section class="ds-card" data-live="help">
      <div class="ds-card__block stack-2">
        <h2 class="ds-heading" data-size="2xs">${helpHeading(help.length, t)}</h2>
        <p>
          ${
            help.length
              ? html`${help
                  .slice(0, 3)
                  .map(
                    (track, i) =>
                      html`${i ? ', ' : ''}<a class="ds-link" href="/kommune/${track.number}"
                          >${track.name}</a
                        >
                        ${sayTrouble(track, lang)}`,
                  )}${help.length > 3 ? html` ${t('og flere', 'og fleire', 'and more')}` : ''}.`
              : t(
                  'Alle har dager å gå på, eller ikke noe møte satt opp ennå.',
                  'Alle har dagar å gå på, eller ikkje noko møte sett opp enno.',
                  'All have days to spare, or no meeting set yet.',
                )
          }
        </p>
      </div>
    </section>
    <section class="ds-card" data-live="coming">
      <div class="ds-card__block stack-2">${comingCard(desk, view.coming, t)}</div>
    </section>
  </div>`
}

function helpHeading(count: number, t: Say): string {
  if (count === 0)
    return t('Ingen trenger hjelp nå', 'Ingen treng hjelp no', 'Nobody needs help now')
  return count === 1
    ? t('1 kommune trenger hjelp', '1 kommune treng hjelp', '1 municipality needs help')
    : t(
        `${count} kommuner trenger hjelp`,
        `${count} kommunar treng hjelp`,
        `${count} municipalities need help`,
      )
}

function comingCard({ lang }: Desk, coming: Coming[], t: Say): Html {
  const first = coming[0]
  if (!first) {
    return html`<h2 class="ds-heading" data-size="2xs">
        ${t('Ingen datoer framover', 'Ingen datoar framover', 'No dates ahead')}
      </h2>
      <p>
        ${t(
          'Møter og frister vises her når de er satt.',
          'Møte og fristar blir viste her når dei er sette.',
          'Meetings and deadlines show here once set.',
        )}
      </p>`
  }
  const sameDay = coming.filter(({ on }) => on === first.on)
  const later = coming.find(({ on }) => on > first.on)
  const then = coming.filter(({ on }) => on === later?.on)
  const heading = dateText(first.on, lang, 'weekday')
  return html`<h2 class="ds-heading" data-size="2xs">${t('Neste', 'Neste', 'Next')}: ${heading}</h2>
    <p>
      ${upper(sayDates(sameDay, lang))}.
      ${
        later
          ? ended(
              `${t('Deretter', 'Deretter', 'Then')} ${sayDates(then, lang)} ${dateText(later.on, lang, 'short')}`,
            )
          : ''
      }
    </p>`
}

/// What happens on one day, each kind once: `høringsfristen i Sel og Lom`; from four on only how many.
function sayDates(dates: Coming[], lang: Lang): string {
  const kinds = [...new Set(dates.map(({ what }) => what))]
  return listed(
    kinds.map((what) => {
      // A name with a hyphen is not parted at a line's end.
      const names = dates
        .filter((each) => each.what === what)
        .map(({ name }) => name.replaceAll('-', '\u2011'))
      return sayComing(what, sayPlaces(names, lang), words(lang))
    }),
    lang,
  )
}

const sayPlaces = (names: string[], lang: Lang): string => {
  if (names.length < 4) return listed(names, lang)
  const number = count(names.length, lang)
  return words(lang)(`${number} kommuner`, `${number} kommunar`, `${number} municipalities`)
}

const sayComing = (what: Coming['what'], where: string, t: Say): string =>
  what === 'council'
    ? t(`kommunestyret i ${where}`, `kommunestyret i ${where}`, `the council of ${where}`)
    : what === 'consultation'
      ? t(`høringsfristen i ${where}`, `høyringsfristen i ${where}`, `the deadline in ${where}`)
      : what === 'one-year'
        ? t(
            `ettårsfristen i ${where}`,
            `eittårsfristen i ${where}`,
            `the one-year limit of ${where}`,
          )
        : t(`papirfristen i ${where}`, `papirfristen i ${where}`, `papers due in ${where}`)

const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const toneOfPart = (part: BoardView['bar'][number]): Html | string =>
  part === 'adopted'
    ? html` data-tone="success"`
    : part === 'council'
      ? html` data-tone="heather"`
      : part === 'stuck'
        ? html` data-tone="warning"`
        : ''
