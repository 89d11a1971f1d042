// Letters that did not arrive after many tries: what they were, what went wrong, and a way to send them again.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { deadLetters, reviveLetter } from '../../../db/desk.ts'
import { may } from '../../../workflows/rights.ts'
import type { Env } from '../../house.ts'
import { readForm } from '../../guard/form.ts'
import { Refused } from '../../refusal.ts'
import { clockText, date } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { deskCrumb, openDesk } from './open-desk.ts'

export const outboxRoutes = () =>
  new Hono<Env>()
    .get('/utboks', async (c) => {
      const opened = await openDesk(c)
      if (opened instanceof Response) return opened
      const { desk, roles, t, lang, tasks } = opened
      if (!may(roles, 'see-dead-letters')) throw new Refused('forbidden')
      const letters = await deadLetters(c.var.house.store.db, desk.region)
      const title = t('Utboks', 'Utboks', 'Outbox')
      const kinds: Record<string, string> = {
        notice: t('Varsel', 'Varsel', 'Notice'),
        letter: t('E-post', 'E-post', 'E-mail'),
        digest: t('Samlet e-post', 'Samla e-post', 'Gathered e-mail'),
        invitation: t('Invitasjon', 'Invitasjon', 'Invitation'),
        'owed-act': t('Automatisk steg', 'Automatisk steg', 'Automatic step'),
      }
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
        html`${c.req.query('done') === 'sent' ? alert('success', t('Lagt i køen på nytt.', 'Lagt i køen på nytt.', 'Queued again.'), { done: true }) : ''}
        ${pageTitle(title, {
          lead: t(
            'Brev og varsler som ikke kom fram etter mange forsøk.',
            'Brev og varsel som ikkje kom fram etter mange forsøk.',
            'Letters and notices that did not arrive after many tries.',
          ),
        })}
        ${
          letters.length
            ? html`<ul class="acts">
                ${letters.map(
                  (letter) =>
                    html`<li class="act">
                      <div class="act-head">
                        <div>
                          <p class="act-name">${kinds[letter.kind] ?? letter.kind}</p>
                          <p class="meta">
                            ${date(letter.created_at, lang)} ${clockText(letter.created_at, lang)} ·
                            ${t(
                              `${letter.attempts} forsøk`,
                              `${letter.attempts} forsøk`,
                              `${letter.attempts} tries`,
                            )}
                          </p>
                        </div>
                        <form method="post" action="/utboks/send">
                          <input type="hidden" name="id" value="${letter.id}" />
                          <button class="ds-button" data-variant="secondary">
                            ${t('Send på nytt', 'Send på nytt', 'Send again')}
                          </button>
                        </form>
                      </div>
                      ${
                        letter.last_error
                          ? html`<details class="ds-details">
                              <summary>
                                ${t('Hva som gikk galt', 'Kva som gjekk gale', 'What went wrong')}
                              </summary>
                              <div><code>${letter.last_error}</code></div>
                            </details>`
                          : ''
                      }
                    </li>`,
                )}
              </ul>`
            : emptyState(
                'CheckmarkCircle',
                t('Alt er kommet fram', 'Alt er kome fram', 'Everything has arrived'),
                t(
                  'Brev som ikke lar seg sende, kommer hit.',
                  'Brev som ikkje lèt seg sende, kjem hit.',
                  'Letters that cannot be sent come here.',
                ),
              )
        }`,
      )
    })
    .post('/utboks/send', async (c) => {
      const opened = await openDesk(c)
      if (opened instanceof Response) return opened
      const { desk, roles } = opened
      if (!may(roles, 'see-dead-letters')) throw new Refused('forbidden')
      const form = await readForm(c)
      const { store, clock } = c.var.house
      const at = Temporal.Instant.fromEpochMilliseconds(clock.now()).toString({
        smallestUnit: 'millisecond',
      })
      await reviveLetter(store.db, desk.region, form.text('id'), at)
      c.var.house.changed({ region: desk.region, strategy: desk.strategy.id })
      return c.redirect('/utboks?done=sent', 303)
    })
