// The machine a process runs on, drawn from its own definition: where it is, where it has been and every way there is.
// The list says the same in words and comes with it, for those who do not see the picture.
import { html, raw } from 'hono/html'
import { Hono, type Context } from 'hono'
import type { ProcessKind } from '../../../workflows/act.ts'
import { chartList, chartSvg } from '../../../workflows/chart-svg.ts'
import { may } from '../../../workflows/rights.ts'
import type { Walked } from '../../desk/path.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { stateChip } from '../parts/chips.ts'
import { deskCrumb, openDesk, trackOf, type Opened } from './open-desk.ts'

export const chartRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/tilstander', (c) => page(c, 'participation'))
    .get('/felles/tilstander', (c) => page(c, 'strategy'))

type Shown = { name: string; home: string; state: string; acts: Walked[] }

function shown({ desk, roles, t }: Opened, c: Context<Env>, kind: ProcessKind): Shown {
  if (kind === 'strategy') {
    if (!may(roles, 'see-board')) throw new Refused('forbidden')
    const name = t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work')
    return { name, home: '/felles', state: desk.joint.state.state, acts: desk.joint.acts }
  }
  const track = trackOf(desk, c.req.param('number') ?? '')
  if (!may(roles, 'see-case', { municipality: track.number })) throw new Refused('forbidden')
  return {
    name: track.name,
    home: `/kommune/${track.number}`,
    state: track.stored.state,
    acts: track.acts,
  }
}

async function page(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { t, lang, tasks } = opened
  const { name, home, state, acts } = shown(opened, c, kind)
  const past = acts.flatMap(({ from, to }) => [from, to]).filter((been) => been !== state)
  const title = t('Alle tilstander', 'Alle tilstandar', 'All states')
  return layout(
    c,
    {
      title: `${title}: ${name}`,
      current: kind === 'strategy' ? 'board' : 'cases',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [deskCrumb(opened), { text: name, href: home }, { text: title }],
    },
    html`${pageTitle(`${title}: ${name}`, { chips: stateChip(kind, state, lang) })}
      <div class="stack-8">
        <p class="quiet">
          ${t(
            'Heltrukne linjer er handlinger, prikkede går av seg selv. Det som kommer tilbake, går opp på venstre side.',
            'Heiltrekte linjer er handlingar, prikkete går av seg sjølve. Det som kjem tilbake, går opp på venstre side.',
            'Solid lines are acts, dotted ones happen by themselves. What comes back climbs on the left.',
          )}
        </p>
        <div class="scroll" role="region" tabindex="0" aria-label="${title}">
          ${raw(chartSvg(kind, lang, { now: state, past }))}
        </div>
        <details class="ds-details">
          <summary>${t('Det samme som liste', 'Det same som liste', 'The same as a list')}</summary>
          <div>
            <ol class="ds-list stack-2">
              ${chartList(kind, lang).map(
                (row) =>
                  html`<li>
                    <strong>${row.label}</strong>
                    ${
                      row.ways.length
                        ? html`<ul class="ds-list">
                            ${row.ways.map((way) => html`<li>${way.label} → ${way.to}</li>`)}
                          </ul>`
                        : ''
                    }
                  </li>`,
              )}
            </ol>
          </div>
        </details>
      </div>`,
  )
}
