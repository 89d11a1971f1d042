// The page of planning needs: the portfolio across the region, then one list.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import type { Html } from '../dates.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { choiceLine } from './choice-line.ts'
import { listTable, newRowLink } from './list-table.ts'
import { listAsked, whyNot, zoneName, type OpenedNeeds } from './opened.ts'
import { portfolioSection } from './portfolio-table.ts'

export function overview(
  c: Context<Env>,
  opened: OpenedNeeds,
  more: { status?: 409 | 422; alert?: Html } = {},
): Promise<Response> {
  const { t, desk, tasks } = opened
  const zone = listAsked(opened, c.req.query('liste'))
  const access = opened.access(zone)
  const { from, to } = desk.strategy
  const title = t('Planbehov i regionen', 'Planbehov i regionen', 'Planning needs in the region')
  return layout(
    c,
    {
      title,
      current: 'plan-needs',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [deskCrumb(opened), { text: t('Planbehov', 'Planbehov', 'Planning needs') }],
      ...(more.status === undefined ? {} : { status: more.status, refused: true }),
    },
    html`<div class="stack-8">
      ${pageTitle(title, {
        actions: html`<a class="ds-button" data-variant="tertiary" href="/planbehov.csv"
          >${icon('Download')}${t('Regneark (CSV)', 'Rekneark (CSV)', 'Spreadsheet (CSV)')}</a
        >`,
      })}
      ${more.alert ?? doneAlert(c.req.query('done'), opened)} ${portfolioSection(opened)}
      <section class="stack" aria-labelledby="liste-tittel" id="liste">
        <div class="row-between">
          <h2 class="ds-heading" data-size="xs" id="liste-tittel">
            ${zoneName(opened, zone)}: ${t('planbehov', 'planbehov', 'planning needs')}
            ${from}–${to}
          </h2>
          ${access.rows.may ? newRowLink(opened, zone) : ''}
        </div>
        ${listChooser(opened, zone)} ${choiceLine(opened, zone)}
        ${access.rows.may ? '' : html`<p class="quiet">${whyNot(opened, zone)}</p>`}
        ${listTable(opened, zone, c.req.query('rad'))}
      </section>
    </div>`,
  )
}

function listChooser(opened: OpenedNeeds, zone: string): Html {
  const { t, desk } = opened
  return html`<form class="filters" method="get" action="/planbehov">
    <label class="ds-label" for="liste-valg"
      >${t('Vis lista for', 'Vis lista for', 'Show the list of')}</label
    >
    <select class="ds-input" data-width="auto" id="liste-valg" name="liste">
      <option value="felles" ${zone === 'joint' ? html` selected` : ''}>
        ${t('Felles', 'Felles', 'Joint')}
      </option>
      ${desk.tracks.map(
        (track) =>
          html`<option value="${track.number}" ${track.number === zone ? html` selected` : ''}>
            ${track.name}
          </option>`,
      )}
    </select>
    <button class="ds-button" data-variant="secondary" type="submit">
      ${t('Vis', 'Vis', 'Show')}
    </button>
  </form>`
}

function doneAlert(done: string | undefined, { t }: OpenedNeeds): Html {
  const text = {
    added: t('Raden er lagt til.', 'Rada er lagd til.', 'The row is added.'),
    changed: t('Raden er lagret.', 'Rada er lagra.', 'The row is saved.'),
    removed: t(
      'Raden er tatt ut av lista.',
      'Rada er teken ut av lista.',
      'The row is taken out of the list.',
    ),
  }[done ?? '']
  return text === undefined ? html`` : alert('success', text, { done: true })
}

export const conflictAlert = ({ t }: OpenedNeeds): Html =>
  alert(
    'danger',
    t(
      'Det som er lagret, står i lista. Åpne raden på nytt og legg inn endringen din der.',
      'Det som er lagra, står i lista. Opne rada på nytt og legg inn endringa di der.',
      'What is stored stands in the list. Open the row again and make your change there.',
    ),
    {
      heading: t(
        'Noen andre endret raden i mellomtiden',
        'Nokon andre endra rada i mellomtida',
        'Somebody else changed the row in the meantime',
      ),
      done: true,
    },
  )
