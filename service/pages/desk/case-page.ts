// A municipality's case: the path it really walked, its clocks with the sums written out, what can be done now and why
// not, its journal and what the case is about.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { versionHeads } from '../../../db/version.ts'
import { may } from '../../../workflows/rights.ts'
import { stateLabel } from '../../../workflows/words.ts'
import { awaitedOf } from '../../desk/awaited.ts'
import { caseActs, casePath, clocksOf } from '../../desk/case-view.ts'
import type { Desk } from '../../desk/desk.ts'
import { journalView } from '../../desk/journal-view.ts'
import type { Step as Walked } from '../../desk/path.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { dateText } from '../dates.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { flagChips, stateChip } from '../parts/chips.ts'
import { deadlineCards } from '../parts/deadlines.ts'
import { icon } from '../parts/icon.ts'
import { stateLook } from '../parts/looks.ts'
import { stepper, type Step } from '../parts/stepper.ts'
import { words } from '../words.ts'
import { actsNow, rolesHere } from './act-list.ts'
import { doneAlert } from './done.ts'
import { chainChecked, journalList } from './journal-list.ts'
import { deskCrumb, openDesk, trackOf } from './open-desk.ts'
import { aside } from './case-aside.ts'

export const caseRoutes = () =>
  new Hono<Env>().get('/kommune/:number{[0-9]{4}}', async (c) => {
    const opened = await openDesk(c)
    if (opened instanceof Response) return opened
    const { desk, roles, t, lang, tasks } = opened
    const track = trackOf(desk, c.req.param('number'))
    if (!may(roles, 'see-case', { municipality: track.number })) throw new Refused('forbidden')
    const house = c.var.house
    const seesJournal = may(roles, 'see-journal', { municipality: track.number })
    const journal = seesJournal
      ? await journalView(house, desk, 'participation', track.process, 8)
      : undefined
    const versions = await versionHeads(house.store.db, desk.region, desk.strategy.id)
    const { mine, others } = caseActs(track, roles, desk.today)
    const clocks = clocksOf(track, desk)
    const cases = t('Kommunene', 'Kommunane', 'Municipalities')
    return layout(
      c,
      {
        title: track.name,
        current: 'cases',
        area: 'desk',
        tasks: tasks.length,
        crumbs: [deskCrumb(opened), { text: cases, href: '/kommune' }, { text: track.name }],
      },
      html`${doneAlert(c, 'participation', lang)}
        ${pageTitle(track.name, {
          chips: html`${stateChip('participation', track.stored.state, lang)}${flagChips(track.flags, lang)}`,
          ...(may(roles, 'export-journal', { municipality: track.number })
            ? {
                actions: html`<a
                  class="ds-button"
                  data-variant="tertiary"
                  href="/kommune/${track.number}/journal.json"
                  >${icon('Download')}${t('Alt om saken (JSON)', 'Alt om saka (JSON)', 'All about the case (JSON)')}</a
                >`,
              }
            : {}),
        })}
        <div class="stack-8">
          ${stepper(
            casePath(track).map((step) => stepOf(step, desk)),
            lang,
            {
              dense: true,
              label: t('Veien saken har gått', 'Vegen saka har gått', 'The way of the case'),
            },
          )}
          <p class="row">
            <a class="ds-link" href="/kommune/${track.number}/tilstander"
              >${t('Se alle tilstander og veier', 'Sjå alle tilstandar og vegar', 'See all states and ways')}</a
            >
            <a class="ds-link" href="/kommune/${track.number}/moter"
              >${t('Møteplan', 'Møteplan', 'Meetings')}</a
            >
            <a class="ds-link" href="/kommune/${track.number}/oppsett"
              >${t('Innstillinger', 'Innstillingar', 'Settings')}</a
            >
            ${
              seesJournal
                ? html`<a class="ds-link" href="/bevis?kommune=${track.number}"
                    >${t('Dokumentasjon', 'Dokumentasjon', 'Evidence')}</a
                  >`
                : ''
            }
          </p>
          <div class="split">
            <div class="stack-8">
              ${
                clocks.length
                  ? html`<section class="stack-2" aria-labelledby="frister">
                      <h2 class="ds-heading" data-size="sm" id="frister">
                        ${t('Frister', 'Fristar', 'Deadlines')}
                      </h2>
                      ${deadlineCards(clocks)}
                    </section>`
                  : ''
              }
              ${actsNow(
                {
                  kind: 'participation',
                  home: `/kommune/${track.number}`,
                  mine,
                  others,
                  roles: rolesHere(roles, track.number),
                  holders: track.holders,
                  state: track.stored.state,
                  next: awaitedOf(track)[0]?.type,
                },
                desk,
              )}
              ${
                journal
                  ? html`<section class="stack" aria-labelledby="journal">
                      <h2 class="ds-heading" data-size="sm" id="journal">
                        ${t('Journal', 'Journal', 'Journal')}
                      </h2>
                      ${
                        journal.lines.length
                          ? journalList(journal.lines, desk)
                          : html`<p class="quiet">
                              ${t('Ingenting er registrert ennå.', 'Ingenting er registrert enno.', 'Nothing is registered yet.')}
                            </p>`
                      }
                      <p class="row">
                        <a class="ds-link" href="/kommune/${track.number}/journal"
                          >${t('Hele journalen', 'Heile journalen', 'The whole journal')}
                          (${journal.total})</a
                        >${chainChecked(journal.unbroken, journal.total, desk)}
                      </p>
                    </section>`
                  : ''
              }
            </div>
            <div class="stack-8">${aside(track, desk, versions)}</div>
          </div>
        </div>`,
    )
  })

/// A step as it is drawn: its name, its date, a second round said in words.
export function stepOf(
  step: Walked,
  desk: Desk,
  kind: 'strategy' | 'participation' = 'participation',
): Step {
  const { lang } = desk
  const t = words(lang)
  const again = step.round > 1 ? `${step.round}. ${t('gang', 'gong', 'time')}` : ''
  const day = step.on
    ? dateText(
        step.on,
        lang,
        step.on.slice(0, 4) === desk.today.slice(0, 4) ? 'short' : 'short-year',
      )
    : ''
  const when = [again, day].filter(Boolean).join(' · ')
  const look = stateLook(kind, step.state)
  return {
    name: stepName(step, kind, lang),
    when: when || '–',
    is:
      step.at === 'ahead' ? 'next' : step.at === 'now' ? 'now' : step.round > 1 ? 'again' : 'done',
    ...(step.at === 'done' ? {} : { icon: look.icon }),
    ...(step.at === 'now' ? { colour: look.colour } : {}),
  }
}

/// Long words may break where they are put together. A decision ahead is only "the decision".
function stepName(step: Walked, kind: 'strategy' | 'participation', lang: Desk['lang']): string {
  const t = words(lang)
  if (step.at === 'ahead' && step.state === 'K100') return t('Vedtak', 'Vedtak', 'Decision')
  if (step.at === 'ahead' && step.state === 'F100') return t('Vedtatt', 'Vedteke', 'Adopted')
  return stateLabel(kind, step.state, lang).replaceAll(
    /(første|gangs|gongs|erknads|slutt|valitets|unnskaps)(?=[a-zæøå]{4})/g,
    '$1\u00ad',
  )
}
