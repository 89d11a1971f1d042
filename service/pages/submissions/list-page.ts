// The list of points, and the list with one point opened beside it.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { findPoint } from '../../submission/answer.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import type { Html } from '../dates.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { chosen, filterFrom, linesOf, queryOf, type Filter, type Line } from './filter.ts'
import { filterForm } from './filter-form.ts'
import { paragraphNumbers, type OpenedSubmissions } from './opened.ts'
import { pane, type PaneState } from './pane.ts'
import { figures, perPage, table } from './table.ts'

export async function listPage(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const filter = filterFrom(new URL(c.req.url).searchParams, opened.home)
  const lines = linesOf(opened.all, filter.municipality)
  const shown = chosen(lines, filter)
  const numbers = await paragraphNumbers(c, opened, pageOf(shown, filter))
  return frame(
    c,
    opened,
    filter,
    html`${figures(opened, lines, filter)} ${filterForm(opened, filter)}
    ${table(opened, shown, filter, numbers)}`,
  )
}

const pageOf = (lines: Line[], { page }: Filter): Line[] =>
  lines.slice((page - 1) * perPage, page * perPage)

export async function pointPage(
  c: Context<Env>,
  opened: OpenedSubmissions,
  more: Partial<PaneState> & { status?: 403 | 409 | 422 } = {},
): Promise<Response> {
  const filter = filterFrom(new URL(c.req.url).searchParams, opened.home)
  const lines = linesOf(opened.all, filter.municipality)
  const shown = chosen(lines, filter)
  const line = lineOf(c, opened)
  const at = shown.findIndex(({ point }) => point.label === line.point.label)
  const page = at < 0 ? filter.page : Math.floor(at / perPage) + 1
  const here = { ...filter, page }
  const numbers = await paragraphNumbers(c, opened, [line, ...pageOf(shown, here)])
  const { status, ...state } = more
  const body = await pane(c, opened, {
    filter,
    line,
    previous: at > 0 ? shown[at - 1] : undefined,
    next: at < 0 ? shown[0] : shown[at + 1],
    numbers,
    ...state,
  })
  return frame(
    c,
    opened,
    filter,
    html`<div class="split" data-pane>
      <div class="list-beside stack">
        ${figures(opened, lines, filter)} ${filterForm(opened, filter)}
        ${table(opened, shown, here, numbers, line.point.label)}
      </div>
      <div class="stack">
        <a class="ds-link only-narrow" href="/innspill${queryOf(filter, opened.home)}"
          >${icon('ArrowLeft')} ${opened.t('Til lista', 'Til lista', 'To the list')}</a
        >
        ${body}
      </div>
    </div>`,
    { point: line.point.label, ...(status === undefined ? {} : { status }) },
  )
}

function frame(
  c: Context<Env>,
  opened: OpenedSubmissions,
  filter: Filter,
  body: Html,
  more: { point?: string; status?: 403 | 409 | 422 } = {},
): Promise<Response> {
  const { t, tasks } = opened
  const name = t('Innspill', 'Innspel', 'Submissions')
  const done = c.req.query('done')
  const overview = filter.municipality || opened.home || ''
  return layout(
    c,
    {
      title: more.point === undefined ? name : `${t('Punkt', 'Punkt', 'Point')} ${more.point}`,
      current: 'submissions',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        ...(more.point === undefined
          ? [{ text: name }]
          : [
              { text: name, href: `/innspill${queryOf(filter, opened.home)}` },
              { text: more.point },
            ]),
      ],
      ...(more.status === undefined ? {} : { status: more.status, refused: true }),
    },
    html`<div class="stack">
      ${pageTitle(name, {
        actions: html`<a class="ds-button" data-variant="secondary" href="/innspill/nytt-brev"
            >${icon('Plus')}${t('Registrer brev', 'Registrer brev', 'Record a letter')}</a
          ><a
            class="ds-button"
            data-variant="secondary"
            href="/innspill/merknadsoversikt${overview ? `?kommune=${overview}` : ''}"
            >${icon('FileText')}${t('Merknadsoversikt', 'Merknadsoversikt', 'Overview of remarks')}</a
          >`,
      })}
      ${done === undefined || more.status !== undefined ? '' : doneAlert(done, opened)} ${body}
    </div>`,
  )
}

function doneAlert(done: string, { t }: OpenedSubmissions): Html {
  const [what, label = ''] = done.split('.')
  const point = /^\d+-\d+$/.test(label) ? ` ${label}` : ''
  const text = {
    answered: t(
      `Svaret på punkt${point} er lagret.`,
      `Svaret på punkt${point} er lagra.`,
      `The answer to point${point} is saved.`,
    ),
    all: t(
      `Svaret på punkt${point} er lagret. Det var det siste her.`,
      `Svaret på punkt${point} er lagra. Det var det siste her.`,
      `The answer to point${point} is saved. That was the last one here.`,
    ),
    addition: t('Tillegget er lagret.', 'Tillegget er lagra.', 'The addition is saved.'),
    hidden: t(
      'Uttalelsen er skjult for andre. Originalen er tatt vare på.',
      'Fråsegna er skjult for andre. Originalen er teken vare på.',
      'The submission is hidden from others. The original is kept.',
    ),
    shown: t(
      'Uttalelsen vises igjen.',
      'Fråsegna er synleg att.',
      'The submission is shown again.',
    ),
    letter: t('Brevet er registrert.', 'Brevet er registrert.', 'The letter is recorded.'),
  }[what ?? '']
  return text === undefined ? html`` : alert('success', text, { done: true })
}

/// The point in the address; `17` alone is the first point of submission 17.
export function lineOf(c: Context<Env>, opened: OpenedSubmissions): Line {
  const [number, point = '1'] = (c.req.param('label') ?? '').split('-')
  const found = findPoint(opened.all, Number(number), Number(point))
  if (!found) throw new Refused('not-found')
  return found
}
