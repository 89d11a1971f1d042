// The list of the municipalities' cases: state, flags and margin, each with a link to its case.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { may } from '../../../workflows/rights.ts'
import type { Env } from '../../house.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { flagChips, stateChip } from '../parts/chips.ts'
import { marginCell } from './board-row.ts'
import { deskCrumb, openDesk } from './open-desk.ts'

export const casesRoutes = () =>
  new Hono<Env>().get('/kommune', async (c) => {
    const opened = await openDesk(c)
    if (opened instanceof Response) return opened
    const { desk, roles, t, lang, tasks } = opened
    const title = t('Kommunene', 'Kommunane', 'Municipalities')
    const head = {
      state: t('Tilstand og flagg', 'Tilstand og flagg', 'State and flags'),
      margin: t('Margin', 'Margin', 'Margin'),
      region: t('Delregion', 'Delregion', 'Sub-region'),
    }
    return layout(
      c,
      {
        title,
        current: 'cases',
        area: 'desk',
        tasks: tasks.length,
        crumbs: [deskCrumb(opened), { text: title }],
      },
      html`${pageTitle(title)}
        <table class="ds-table stacks">
          <caption class="ds-sr-only">
            ${title}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('Kommune', 'Kommune', 'Municipality')}</th>
              <th scope="col">${head.state}</th>
              <th scope="col">${head.margin}</th>
              <th scope="col">${head.region}</th>
            </tr>
          </thead>
          <tbody>
            ${desk.tracks.map((track) => {
              const open = may(roles, 'see-case', { municipality: track.number })
              return html`<tr>
                <th scope="row">
                  ${open ? html`<a class="ds-link" href="/kommune/${track.number}">${track.name}</a>` : track.name}
                </th>
                <td data-label="${head.state}">
                  <span class="chips"
                    >${stateChip('participation', track.stored.state, lang)}${flagChips(track.flags, lang)}</span
                  >
                </td>
                <td data-label="${head.margin}">${marginCell(track, lang)}</td>
                <td data-label="${head.region}">${track.subRegion}</td>
              </tr>`
            })}
          </tbody>
        </table>`,
    )
  })
