// The list of points: numbers over it, choices, the table, pages of it.
import { html } from 'hono/html'
import { isAnswered } from '../../submission/list.ts'
import { senderKinds, stances } from '../../submission/input.ts'
import type { Html } from '../dates.ts'
import { daysBetween, daysText } from '../dates.ts'
import { outcomeChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { emptyState } from '../parts/boxes.ts'
import { number } from '../words.ts'
import { isLate, queryOf, type Filter, type Line } from './filter.ts'
import { placeOf, type OpenedSubmissions } from './opened.ts'

/// Points on one page of the list.
export const perPage = 25

/// How many came in, how much is assessed.
export function figures(opened: OpenedSubmissions, lines: Line[], filter: Filter): Html {
  const { t } = opened
  const done = lines.filter(({ point }) => isAnswered(point)).length
  const submissions = new Set(lines.map(({ submission }) => submission.number)).size
  const late = new Set(
    lines.filter((line) => isLate(line, filter.municipality)).map((l) => l.submission.number),
  ).size
  const share = lines.length === 0 ? 0 : Math.round((done / lines.length) * 100)
  const facts: [string, string][] = [
    [t('Uttalelser', 'Fråsegner', 'Submissions'), number(submissions)],
    [t('Punkter', 'Punkt', 'Points'), number(lines.length)],
    [
      t('Vurdert', 'Vurdert', 'Assessed'),
      `${number(done)} ${t('av', 'av', 'of')} ${number(lines.length)} (${share}\u00a0%)`,
    ],
    [t('Kommet for sent', 'Kome for seint', 'Came late'), number(late)],
  ]
  return html`<dl class="figures">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

export function table(
  opened: OpenedSubmissions,
  lines: Line[],
  filter: Filter,
  numbers: Map<string, number>,
  current?: string,
): Html {
  const { t, home } = opened
  if (lines.length === 0) return nothing(opened, filter)
  const shown = lines.slice((filter.page - 1) * perPage, filter.page * perPage)
  const query = queryOf(filter, home)
  return html`<table class="ds-table stacks submissions" data-border>
      <caption class="ds-sr-only">
        ${t('Punkter i uttalelsene', 'Punkt i fråsegnene', 'Points of submissions')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('Nr.', 'Nr.', 'No.')}</th>
          <th scope="col">${t('Avsender', 'Avsendar', 'Sender')}</th>
          <th scope="col">${t('Gjelder', 'Gjeld', 'About')}</th>
          <th scope="col">${t('Punkt', 'Punkt', 'Point')}</th>
          <th scope="col">${t('Utfall', 'Utfall', 'Outcome')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((line) => tableRow(opened, line, filter, numbers, query, current))}
      </tbody>
    </table>
    ${pages(opened, lines.length, filter)}`
}

function tableRow(
  opened: OpenedSubmissions,
  line: Line,
  filter: Filter,
  numbers: Map<string, number>,
  query: string,
  current: string | undefined,
): Html {
  const { t, lang } = opened
  const { point, submission } = line
  const here = point.label === current
  return html`<tr ${here ? html` data-current` : ''}>
    <th scope="row">
      <a
        class="ds-link num"
        href="/innspill/${point.label}${query}"
        ${here ? html` aria-current="true"` : ''}
        >${point.label}</a
      >
    </th>
    <td data-label="${t('Avsender', 'Avsendar', 'Sender')}">
      <div>
        ${senderName(submission, t)}
        <div class="small quiet">${senderKinds[submission.senderKind][lang]}</div>
        ${isLate(line, filter.municipality) ? lateMark(opened, line, filter.municipality) : ''}
        ${
          submission.hidden
            ? html`<div class="small warn">
                ${icon('ShieldLock')}${t('Skjult for andre', 'Skjult for andre', 'Hidden')}
              </div>`
            : ''
        }
      </div>
    </td>
    <td data-label="${t('Gjelder', 'Gjeld', 'About')}">
      <span>${placeOf(line, opened, numbers)}</span>
    </td>
    <td data-label="${t('Punkt', 'Punkt', 'Point')}">
      <div>
        <span class="small quiet">${stances[point.stance][lang]}</span>
        <div lang="${submission.language}">${shortened(point.text || (point.wording ?? ''))}</div>
      </div>
    </td>
    <td data-label="${t('Utfall', 'Utfall', 'Outcome')}">
      ${outcomeChip(point.answer?.outcome ?? '', lang)}
    </td>
  </tr>`
}

export const senderName = (
  submission: { name: string },
  t: (nb: string, nn: string, en: string) => string,
): string => submission.name || t('Anonym', 'Anonym', 'Anonymous')

/// `kom 2 dager for sent`, when there is a deadline to count from.
export function lateMark(
  opened: OpenedSubmissions,
  { submission }: Line,
  municipality: string,
): Html {
  const { t, lang, desk } = opened
  const deadlines = desk.joint.facts.participants
    .filter((view) =>
      municipality
        ? view.municipality === municipality
        : submission.late.includes(view.municipality),
    )
    .flatMap((view) => (view.deadlineOn === null ? [] : [view.deadlineOn]))
  const days = Math.max(0, ...deadlines.map((on) => daysBetween(on, submission.receivedOn)))
  return html`<div class="small warn">
    ${icon('Clock')}${
      days === 0
        ? t('kom for sent', 'kom for seint', 'came late')
        : t(
            `kom ${daysText(days, lang)} for sent`,
            `kom ${daysText(days, lang)} for seint`,
            `came ${daysText(days, lang)} late`,
          )
    }
  </div>`
}

/// The first words of a text, cut between words.
export function shortened(text: string, longest = 160): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= longest) return line
  return `${line.slice(0, longest).replace(/\s\S*$/, '')} …`
}

function nothing(opened: OpenedSubmissions, filter: Filter): Html {
  const { t, all } = opened
  const narrowed = filter.status !== 'all' || filter.part !== '' || filter.sender !== ''
  if (filter.status === 'unanswered' && all.length > 0) {
    return emptyState(
      'CheckmarkCircle',
      t('Alt er vurdert', 'Alt er vurdert', 'All is assessed'),
      t(
        'Ingen punkter venter på vurdering her.',
        'Ingen punkt ventar på vurdering her.',
        'No points wait for assessment here.',
      ),
    )
  }
  if (narrowed) {
    return emptyState(
      'MagnifyingGlass',
      t('Ingen punkter passer', 'Ingen punkt passar', 'No points match'),
      t('Prøv et videre utvalg.', 'Prøv eit vidare utval.', 'Try a wider choice.'),
      html`<a class="ds-link" href="/innspill">${t('Nullstill', 'Nullstill', 'Reset')}</a>`,
    )
  }
  return emptyState(
    'Inbox',
    t('Ingen uttalelser ennå', 'Ingen fråsegner enno', 'No submissions yet'),
    t(
      'Uttalelsene kommer hit når utkastet er på høring. Brev som kommer på papir, registrerer dere selv.',
      'Fråsegnene kjem hit når utkastet er på høyring. Brev som kjem på papir, registrerer de sjølve.',
      'Submissions come here while the draft is in consultation. Letters on paper you record yourselves.',
    ),
  )
}

function pages({ t, home }: OpenedSubmissions, total: number, filter: Filter): Html {
  const last = Math.ceil(total / perPage)
  if (last <= 1) return html``
  const to = (page: number) => `/innspill${queryOf(filter, home, { page })}`
  return html`<nav class="ds-pagination" aria-label="${t('Sider', 'Sider', 'Pages')}">
    <ol>
      ${Array.from({ length: last }, (_, at) => at + 1).map(
        (page) =>
          html`<li>
            <a
              class="ds-button"
              data-variant="tertiary"
              href="${to(page)}"
              ${page === filter.page ? html` aria-current="true"` : ''}
              >${page}</a
            >
          </li>`,
      )}
    </ol>
  </nav>`
}
