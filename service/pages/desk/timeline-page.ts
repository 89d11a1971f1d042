// The timeline: thirteen lanes in one drawing made on the server, with the same dates in a table.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { timeline, type Ahead, type Zoom } from '../../desk/timeline.ts'
import type { Env } from '../../house.ts'
import { date, daysText, relativeText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { words, type Say } from '../words.ts'
import { deskCrumb, openDesk } from './open-desk.ts'
import { drawTimeline, legend } from './timeline-drawing.ts'

const zooms: Zoom[] = ['uke', 'maaned', 'aar', 'alt']

export const timelineRoutes = () =>
  new Hono<Env>().get('/tidslinje', async (c) => {
    const opened = await openDesk(c)
    if (opened instanceof Response) return opened
    const { desk, t, lang, tasks } = opened
    const zoom = zooms.find((each) => each === c.req.query('zoom')) ?? 'aar'
    const view = timeline(desk, zoom)
    const title = t('Tidslinje', 'Tidslinje', 'Timeline')
    const names: Record<Zoom, string> = {
      uke: t('Uke', 'Veke', 'Weeks'),
      maaned: t('Måned', 'Månad', 'Months'),
      aar: desk.today.slice(0, 4),
      alt: t('Hele perioden', 'Heile perioden', 'The whole period'),
    }
    return layout(
      c,
      {
        title,
        current: 'timeline',
        area: 'desk',
        tasks: tasks.length,
        crumbs: [deskCrumb(opened), { text: title }],
      },
      html`${pageTitle(title, {
          actions: html`<nav
            class="ds-toggle-group"
            data-many
            aria-label="${t('Zoom', 'Zoom', 'Zoom')}"
          >
            ${zooms.map(
              (each) =>
                html`<a
                  class="ds-button"
                  data-variant="tertiary"
                  href="/tidslinje?zoom=${each}"
                  ${each === zoom ? html` aria-current="true"` : ''}
                  >${names[each]}</a
                >`,
            )}
          </nav>`,
        })}
        <div class="stack">
          ${drawTimeline(view, desk, zoom)} ${legend(lang)}
          <details class="ds-details" open>
            <summary>
              ${t('Datoene framover, som tabell', 'Datoane framover, som tabell', 'The dates ahead, as a table')}
            </summary>
            <div>
              ${
                view.ahead.length
                  ? table(view.ahead, desk.today, lang)
                  : emptyState(
                      'Calendar',
                      t('Ingen datoer framover', 'Ingen datoar framover', 'No dates ahead'),
                      t(
                        'Møter og frister kommer hit.',
                        'Møte og fristar kjem hit.',
                        'Meetings and deadlines come here.',
                      ),
                    )
              }
            </div>
          </details>
        </div>`,
    )
  })

function table(ahead: Ahead[], today: string, lang: 'nb' | 'nn' | 'en'): Html {
  const t = words(lang)
  const head = {
    on: t('Dato', 'Dato', 'Date'),
    name: t('Kommune', 'Kommune', 'Municipality'),
    what: t('Hva', 'Kva', 'What'),
    in: t('Om', 'Om', 'In'),
  }
  return html`<table class="ds-table stacks">
    <caption class="ds-sr-only">
      ${t('Datoene framover', 'Datoane framover', 'The dates ahead')}
    </caption>
    <thead>
      <tr>
        ${Object.values(head).map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${ahead.map(
        (each) =>
          html`<tr>
            <th scope="row">${date(each.on, lang)}</th>
            <td data-label="${head.name}">
              <a class="ds-link" data-color="neutral" href="/kommune/${each.number}"
                >${each.name}</a
              >
            </td>
            <td data-label="${head.what}">${sayWhat(each, lang, t)}</td>
            <td data-label="${head.in}">${relativeText(today, each.on, lang)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function sayWhat({ what, margin, clock }: Ahead, lang: 'nb' | 'nn' | 'en', t: Say): string {
  if (what === 'consultation') return t('Høringsfrist', 'Høyringsfrist', 'Consultation deadline')
  if (what === 'papers') return t('Papirfrist', 'Papirfrist', 'Papers due')
  if (what === 'one-year') return t('Ettårsfristen', 'Eittårsfristen', 'One-year limit')
  const council = t('Kommunestyret', 'Kommunestyret', 'Council')
  if (margin === undefined) return council
  const many = daysText(Math.abs(margin), lang)
  if (margin >= 0) {
    return t(
      `${council}, ${many} margin`,
      `${council}, ${many} margin`,
      `${council}, ${many} to spare`,
    )
  }
  return clock === 'thirty-days'
    ? t(
        `${council} (${many} for tidlig)`,
        `${council} (${many} for tidleg)`,
        `${council} (${many} too early)`,
      )
    : t(
        `${council} (${many} for sent)`,
        `${council} (${many} for seint)`,
        `${council} (${many} too late)`,
      )
}
