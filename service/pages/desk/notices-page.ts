// Notices: what has happened that concerns this person, read and unread, each with one link. Letters that would have
// gone by e-mail can be read here.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { noticesOf, readNotices, type NoticeRow } from '../../../db/desk.ts'
import type { Desk } from '../../desk/desk.ts'
import { sayNotice } from '../../say-notice.ts'
import type { Env } from '../../house.ts'
import { readForm } from '../../guard/form.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { openDesk } from './open-desk.ts'

export const noticesRoutes = () =>
  new Hono<Env>()
    .get('/varsler', async (c) => {
      const opened = await openDesk(c)
      if (opened instanceof Response) return opened
      const { desk, person, t, tasks } = opened
      const notices = await noticesOf(c.var.house.store.db, desk.region, person.id, 200)
      const title = t('Varsler', 'Varsel', 'Notices')
      const unread = notices.filter((notice) => notice.read_at === null).length
      return layout(
        c,
        { title, current: 'notices', area: 'desk', tasks: tasks.length },
        html`${c.req.query('done') === 'read' ? alert('success', t('Alle varsler er merket som lest.', 'Alle varsel er merkte som lesne.', 'All notices are marked as read.'), { done: true }) : ''}
        ${pageTitle(
          title,
          unread
            ? {
                actions: html`<form method="post" action="/varsler/lest">
                  <button class="ds-button" data-variant="secondary">
                    ${icon('Checkmark')}${t('Merk alle som lest', 'Merk alle som lesne', 'Mark all as read')}
                  </button>
                </form>`,
              }
            : {},
        )}
        ${
          notices.length
            ? html`<div class="reading">${noticeList(notices, desk)}</div>`
            : emptyState(
                'Bell',
                t('Ingen varsler ennå', 'Ingen varsel enno', 'No notices yet'),
                t(
                  'Når noen gjør noe som gjelder deg, står det her.',
                  'Når nokon gjer noko som gjeld deg, står det her.',
                  'When somebody does something that concerns you, it stands here.',
                ),
              )
        }`,
      )
    })
    .post('/varsler/lest', async (c) => {
      const opened = await openDesk(c)
      if (opened instanceof Response) return opened
      const { desk, person } = opened
      const form = await readForm(c)
      const { store, clock } = c.var.house
      const id = form.text('id')
      await readNotices(store.db, desk.region, person.id, clock.instant(), id || undefined)
      return c.redirect(id ? '/varsler' : '/varsler?done=read', 303)
    })

/// The list itself, newest first, the unread told apart.
export const noticeList = (notices: NoticeRow[], desk: Desk): Html => {
  const t = words(desk.lang)
  return html`<ol class="journal">
    ${notices.map((notice) => {
      const said = sayNotice(notice, desk.lang)
      const unread = notice.read_at === null
      return html`<li class="entry">
        ${date(notice.created_at, desk.lang, 'short')}
        <div>
          <p>
            ${unread ? html`<span class="ds-sr-only">${t('Ulest:', 'Ulese:', 'Unread:')} </span>` : ''}${
              notice.link
                ? html`<a class="ds-link ${unread ? 'strong' : ''}" href="${notice.link}"
                    >${said.text}</a
                  >`
                : html`<span class="${unread ? 'strong' : ''}">${said.text}</span>`
            }
          </p>
        </div>
      </li>`
    })}
  </ol>`
}
