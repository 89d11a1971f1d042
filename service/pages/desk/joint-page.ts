// The joint work's own case page: where the common text stands, what the steering group and the coordinator can do now,
// the frozen versions and the journal.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { detailRows } from '../../../db/journal.ts'
import { versionHeads } from '../../../db/version.ts'
import type { HeldRole } from '../../../workflows/act.ts'
import { available } from '../../../workflows/decide.ts'
import { may } from '../../../workflows/rights.ts'
import { eventLabel } from '../../../workflows/words.ts'
import { awaitedJointly } from '../../desk/awaited.ts'
import type { Desk } from '../../desk/desk.ts'
import { jointSentence } from '../../desk/joint-sentence.ts'
import { journalView } from '../../desk/journal-view.ts'
import { pathOf } from '../../desk/path.ts'
import type { Env, House } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { versionLabel } from '../../version/read.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { stateChip } from '../parts/chips.ts'
import { hash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { stepper } from '../parts/stepper.ts'
import { listed, words } from '../words.ts'
import { actsNow, rolesHere } from './act-list.ts'
import { fact, personItem } from './case-aside.ts'
import { stepOf } from './case-page.ts'
import { doneAlert } from './done.ts'
import { chainChecked, journalList } from './journal-list.ts'
import { deskCrumb, openDesk } from './open-desk.ts'
import { strategyNav } from './strategies.ts'

export const jointRoutes = () =>
  new Hono<Env>().get('/felles', async (c) => {
    const opened = await openDesk(c)
    if (opened instanceof Response) return opened
    const { desk, roles, t, lang, tasks } = opened
    if (!may(roles, 'see-board')) throw new Refused('forbidden')
    const house = c.var.house
    const { joint } = desk
    const title = t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work')
    const seesJournal = may(roles, 'see-journal')
    const journal = seesJournal
      ? await journalView(house, desk, 'strategy', joint.process, 8)
      : undefined
    const { mine, others } = jointActs(desk, roles)
    return layout(
      c,
      {
        title,
        current: 'board',
        area: 'desk',
        tasks: tasks.length,
        crumbs: [
          deskCrumb(opened),
          { text: t('Tavle', 'Tavle', 'Board'), href: '/tavle' },
          { text: title },
        ],
      },
      html`${doneAlert(c, 'strategy', lang)}
        ${pageTitle(title, {
          chips: stateChip('strategy', joint.state.state, lang),
          ...(may(roles, 'export-journal')
            ? {
                actions: html`<a
                  class="ds-button"
                  data-variant="tertiary"
                  href="/felles/journal.json"
                  >${icon('Download')}${t('Alt om arbeidet (JSON)', 'Alt om arbeidet (JSON)', 'All about the work (JSON)')}</a
                >`,
              }
            : {}),
        })}
        <div class="stack-8">
          ${stepper(
            pathOf('strategy', joint.state.state, joint.acts).map((step) =>
              stepOf(step, desk, 'strategy'),
            ),
            lang,
            {
              dense: true,
              label: t(
                'Veien fellesarbeidet har gått',
                'Vegen fellesarbeidet har gått',
                'The way of the joint work',
              ),
            },
          )}
          ${await strategyNav(opened)}
          <p>
            <a class="ds-link" href="/felles/tilstander"
              >${t('Se alle tilstander og veier', 'Sjå alle tilstandar og vegar', 'See all states and ways')}</a
            >${
              may(roles, 'set-up-strategy')
                ? html` ·
                    <a class="ds-link" href="/oppsett"
                      >${t(
                        'Sett opp en strategi som erstatter denne',
                        'Set opp ein strategi som erstattar denne',
                        'Set up a strategy that replaces this one',
                      )}</a
                    >`
                : ''
            }
          </p>
          <p>${jointSentence(joint.state, desk.chapters, lang)}</p>
          <div class="split">
            <div class="stack-8">
              ${actsNow(
                {
                  kind: 'strategy',
                  home: '/felles',
                  mine,
                  others,
                  roles: rolesHere(roles),
                  holders: joint.holders,
                  state: joint.state.state,
                  next: awaitedJointly(desk)[0]?.type,
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
                        <a class="ds-link" href="/felles/journal"
                          >${t('Hele journalen', 'Heile journalen', 'The whole journal')}
                          (${journal.total})</a
                        >${chainChecked(journal.unbroken, journal.total, desk)}
                      </p>
                    </section>`
                  : ''
              }
            </div>
            <div class="stack-8">${await aside(house, desk)}</div>
          </div>
        </div>`,
    )
  })

function jointActs(desk: Desk, roles: readonly HeldRole[]) {
  const { joint, today } = desk
  const usual = (held: readonly HeldRole[]) =>
    available(joint.stored, { roles: [...held] }, joint.facts, today).filter(
      ({ spec }) => spec.kind !== 'S',
    )
  const mine = usual(roles)
  const seen = new Set(mine.map(({ type }) => type))
  const others = usual([{ role: 'coordinator' }, { role: 'steering-leader' }])
    .filter(({ type }) => !seen.has(type))
    .map((act) => ({ act, roles: act.spec.actors }))
  return { mine, others }
}

async function aside(house: House, desk: Desk): Promise<Html> {
  const { lang, joint, strategy } = desk
  const t = words(lang)
  const heads = await versionHeads(house.store.db, desk.region, strategy.id, {
    scope: 'joint',
    zone: 'joint',
  })
  const decisions = await steering(house, desk)
  const { withdrawn, unanswered, ownRounds, ahead } = joint.state
  const named = (list: { name: string }[]): string =>
    listed(
      list.map(({ name }) => name),
      lang,
    )
  return html`<section class="stack-2">
      <h2 class="ds-heading" data-size="sm">
        ${t('Kommunene', 'Kommunane', 'The municipalities')}
      </h2>
      <dl class="facts">
        ${fact(t('Deltar', 'Deltek', 'Take part'), String(joint.state.participants))}
        ${fact(t('Har vedtatt', 'Har vedteke', 'Have adopted'), String(joint.state.adopted))}
        ${unanswered.length ? fact(t('Ikke svart', 'Ikkje svara', 'Not answered'), named(unanswered)) : ''}
        ${
          withdrawn.length
            ? fact(
                t('Har trukket seg', 'Har trekt seg', 'Withdrawn'),
                listed(
                  withdrawn.map(({ name }) => name),
                  lang,
                ),
              )
            : ''
        }
        ${ownRounds.length ? fact(t('Egen runde', 'Eigen runde', 'Own round'), named(ownRounds)) : ''}
        ${ahead.length ? fact(t('Foran fellesarbeidet', 'Føre fellesarbeidet', 'Ahead of the joint work'), named(ahead)) : ''}
      </dl>
      <a class="ds-link" href="/tavle">${t('Se tavlen', 'Sjå tavla', 'See the board')}</a>
      <a class="ds-link" href="/felles/forslag"
        >${t('Felles vedtakspunkter', 'Felles vedtakspunkt', 'Joint operative points')}</a
      >
    </section>
    <section class="stack-2">
      <h2 class="ds-heading" data-size="sm">
        ${t('Låste versjoner', 'Låste versjonar', 'Frozen versions')}
      </h2>
      ${
        heads.length
          ? html`<ul class="ds-list">
              ${heads
                .toReversed()
                .map(
                  (head) =>
                    html`<li>
                      ${versionLabel({ name: head.name, round: head.round, frozenOn: head.frozen_on }, lang)}
                      ${hash(head.hash, lang, `/s/${strategy.slug}/v/${head.hash}`)}
                    </li>`,
                )}
            </ul>`
          : html`<p class="quiet">
              ${t('Fellesdelen er ikke låst ennå.', 'Fellesdelen er ikkje låst enno.', 'The joint part is not frozen yet.')}
            </p>`
      }
    </section>
    <section class="stack-2">
      <h2 class="ds-heading" data-size="sm">
        ${t('Styringsgruppens beslutninger', 'Avgjerdene til styringsgruppa', 'Steering decisions')}
      </h2>
      ${
        decisions.length
          ? html`<ul class="plain stack-2">
              ${decisions.map(
                ({ on, about, reference }) =>
                  html`<li>
                    <span class="quiet">${date(on, lang, 'short-year')}</span>
                    ${about}${reference ? html` (${reference})` : ''}
                  </li>`,
              )}
            </ul>`
          : html`<p class="quiet">
              ${t('Ingen er registrert ennå.', 'Ingen er registrerte enno.', 'None registered yet.')}
            </p>`
      }
    </section>
    <section class="stack-2">
      <h2 class="ds-heading" data-size="sm">${t('Ansvarlige', 'Ansvarlege', 'Responsible')}</h2>
      <ul class="plain stack-2">
        ${joint.holders.map((holder) => personItem(holder, joint.holders, desk))}
      </ul>
    </section>`
}

async function steering(house: House, desk: Desk) {
  const { joint, region } = desk
  const details = await detailRows(house.store.db, region, joint.process)
  return joint.acts
    .filter(({ type }) => type === 'record-steering-decision')
    .toReversed()
    .map((act) => ({
      on: act.actedOn,
      about:
        typeof act.input.about === 'string'
          ? eventLabel('strategy', act.input.about, desk.lang)
          : '',
      reference:
        details.find(({ seq, field }) => seq === act.seq && field === 'reference')?.value ?? '',
    }))
}
