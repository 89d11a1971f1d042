// The overview of remarks (merknadsoversikt) one municipality lays beside its case: who, what, assessment, outcome.
// Made to be printed; names as they will stand on the public journal, without contact data.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { senderKinds, stances } from '../../submission/input.ts'
import { date, dateText, type Html } from '../dates.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { outcomeChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { isLate, linesOf, type Line } from './filter.ts'
import {
  nameOf,
  paragraphNumbers,
  paragraphs,
  placeOf,
  titleOf,
  type OpenedSubmissions,
} from './opened.ts'
import { lateMark, senderName } from './table.ts'

export async function overviewPage(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const { t, lang, desk, tasks, home } = opened
  const asked = c.req.query('kommune') ?? home ?? ''
  const municipality = desk.tracks.some((track) => track.number === asked) ? asked : ''
  const lines = linesOf(opened.all, municipality)
  const numbers = await paragraphNumbers(c, opened, lines)
  const name = t('Merknadsoversikt', 'Merknadsoversikt', 'Overview of remarks')
  const whose = municipality
    ? nameOf(opened, municipality)
    : t('alle kommunene', 'alle kommunane', 'all municipalities')
  const today = dateText(desk.today, lang)
  return layout(
    c,
    {
      title: `${name}: ${whose}`,
      current: 'submissions',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        { text: t('Innspill', 'Innspel', 'Submissions'), href: '/innspill' },
        { text: name },
      ],
    },
    html`<div class="stack">
      ${pageTitle(`${name}: ${whose}`, {
        actions: html`<button
          class="ds-button"
          data-variant="secondary"
          type="button"
          data-print
          hidden
        >
          ${icon('PrinterSmall')}${t('Skriv ut', 'Skriv ut', 'Print')}
        </button>`,
        lead: t(
          `${desk.strategy.title}. Uttalelser mottatt til og med ${today}, med kommunedirektørens vurdering.`,
          `${desk.strategy.title}. Fråsegner mottekne til og med ${today}, med vurderinga til kommunedirektøren.`,
          `${desk.strategy.title}. Submissions received up to ${today}, with the assessment.`,
        ),
      })}
      ${chooser(opened, municipality)}
      ${
        lines.length === 0
          ? emptyState(
              'Inbox',
              t('Ingen uttalelser ennå', 'Ingen fråsegner enno', 'No submissions yet'),
              t(
                'Oversikten fylles når uttalelsene kommer.',
                'Oversikta blir fylt når fråsegnene kjem.',
                'The overview fills as submissions come.',
              ),
            )
          : overview(opened, lines, municipality, numbers)
      }
    </div>`,
  )
}

function chooser({ t, desk }: OpenedSubmissions, municipality: string): Html {
  return html`<form class="filters" method="get" action="/innspill/merknadsoversikt">
    <label class="ds-label" for="oversikt-kommune"
      >${t('Kommune', 'Kommune', 'Municipality')}</label
    >
    <select class="ds-input" data-width="auto" id="oversikt-kommune" name="kommune">
      <option value="alle">${t('Alle kommuner', 'Alle kommunar', 'All municipalities')}</option>
      ${desk.tracks.map(
        (track) =>
          html`<option
            value="${track.number}"
            ${track.number === municipality ? html` selected` : ''}
          >
            ${track.name}
          </option>`,
      )}
    </select>
    <button class="ds-button" data-variant="secondary" type="submit">
      ${t('Vis', 'Vis', 'Show')}
    </button>
  </form>`
}

function overview(
  opened: OpenedSubmissions,
  lines: Line[],
  municipality: string,
  numbers: Map<string, number>,
): Html {
  const { t } = opened
  return html`<table class="ds-table stacks overview" data-border>
    <caption class="ds-sr-only">
      ${t('Merknader med vurdering', 'Merknader med vurdering', 'Remarks with assessment')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('Avsender', 'Avsendar', 'Sender')}</th>
        <th scope="col">${t('Merknad', 'Merknad', 'Remark')}</th>
        <th scope="col">${t('Vurdering', 'Vurdering', 'Assessment')}</th>
        <th scope="col">${t('Utfall', 'Utfall', 'Outcome')}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map((line) => overviewRow(opened, line, municipality, numbers))}
    </tbody>
  </table>`
}

function overviewRow(
  opened: OpenedSubmissions,
  line: Line,
  municipality: string,
  numbers: Map<string, number>,
): Html {
  const { t, lang } = opened
  const { submission, point } = line
  const additions = point.additions.filter((one) => municipality === '' || one.by === municipality)
  return html`<tr>
    <th scope="row">
      ${senderName(submission, t)}
      <div class="small quiet">
        ${point.label} · ${senderKinds[submission.senderKind][lang]} ·
        ${date(submission.receivedOn, lang, 'short-year')}
      </div>
      ${isLate(line, municipality) ? lateMark(opened, line, municipality) : ''}
    </th>
    <td data-label="${t('Merknad', 'Merknad', 'Remark')}">
      <div class="stack-2">
        <div class="small quiet">
          ${placeOf(line, opened, numbers)} · ${stances[point.stance][lang]}
        </div>
        <div class="said" lang="${submission.language}">
          ${paragraphs(point.text)}${point.wording ? html`<p>«${point.wording}»</p>` : ''}
        </div>
      </div>
    </td>
    <td data-label="${t('Vurdering', 'Vurdering', 'Assessment')}">
      <div class="stack-2">
        ${point.answer ? paragraphs(point.answer.assessment) : ''}
        ${
          point.answer?.ledTo
            ? html`<p class="small">
                ${t('Endret i', 'Endra i', 'Changed in')}: ${titleOf(point.answer.ledTo, lang)}
              </p>`
            : ''
        }
        ${additions.map(
          (one) =>
            html`<p>
              <strong>${nameOf(opened, one.by)}:</strong>
              ${one.assessment}
            </p>`,
        )}
      </div>
    </td>
    <td data-label="${t('Utfall', 'Utfall', 'Outcome')}">
      ${outcomeChip(point.answer?.outcome ?? '', lang)}
    </td>
  </tr>`
}
