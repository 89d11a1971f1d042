// How people and roles are shown: one place at a time, those in office first, then who was, then the ways to add.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { PersonRow } from '../../db/people.ts'
import type { InvitationRow, RoleRow } from '../../db/role.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { Env, SignedIn } from '../house.ts'
import type { Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert, emptyState, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { giveForm, inviteForm } from './forms-view.ts'
import type { Place } from './page.ts'
import { openInvitations, roleTable } from './role-table.ts'

export type PageState = {
  typed?: { name: string; email: string; role: string }
  errors?: { field: string; text: string }[]
  place?: string | null
  /// Shown once, right after it was made.
  link?: string
  invited?: string
  /// The address it was sent to as well.
  mailed?: string
}

export type Shown = {
  by: SignedIn
  places: Place[]
  place: Place
  mayGive: boolean
  everybody: PersonRow[]
  held: RoleRow[]
  invitations: InvitationRow[]
}

export function peoplePage(c: Context<Env>, state: PageState, shown: Shown): Promise<Response> {
  const { lang, house } = c.var
  const t = words(lang)
  const title = t('Folk og roller', 'Folk og roller', 'People and roles')
  const errors = state.errors ?? []
  const today = house.clock.today()
  const inForce = shown.held.filter((r) => !r.ended_at && (r.to_on === null || r.to_on >= today))
  const past = shown.held.filter((r) => !inForce.includes(r))
  const refused = errors.length > 0
  return layout(
    c,
    { title, area: 'desk', current: 'account', refused, status: refused ? 422 : 200, hidden: true },
    html`${errorSummary(errors, lang)} ${doneAlert(c.req.query('done'), lang)}
      ${linkAlert(state, lang)} ${pageTitle(title)}
      <div class="split">
        <div class="stack-8">
          ${placeLinks(shown, lang)}
          <section class="stack" aria-labelledby="i-rollen">
            <h2 class="ds-heading" data-size="xs" id="i-rollen">
              ${shown.place.name}: ${t('i rollen nå', 'i rolla no', 'in office now')}
            </h2>
            ${
              inForce.length === 0
                ? emptyState(
                    'PersonPlus',
                    t('Ingen ennå', 'Ingen enno', 'Nobody yet'),
                    t('Inviter den første.', 'Inviter den første.', 'Invite the first.'),
                    undefined,
                    3,
                  )
                : roleTable(shown, inForce, true, lang)
            }
          </section>
          ${openInvitations(shown, lang)}
          ${
            past.length === 0
              ? ''
              : html`<details class="ds-details">
                  <summary>
                    ${t('Roller som er avsluttet', 'Roller som er avslutta', 'Roles that have ended')}
                    (${past.length})
                  </summary>
                  <div>${roleTable(shown, past, false, lang)}</div>
                </details>`
          }
        </div>
        <div class="stack">
          ${shown.mayGive ? inviteForm(state, shown, lang) : ''} ${giveForm(state, shown, lang)}
        </div>
      </div>`,
  )
}

function placeLinks({ places, place }: Shown, lang: Lang): Html | string {
  if (places.length < 2) return ''
  return html`<nav aria-label="${words(lang)('Sted', 'Stad', 'Place')}">
    <ul class="plain row">
      ${places.map(
        ({ number, name }) =>
          html`<li>
            <a
              class="ds-link"
              href="/folk?kommune=${number ?? ''}"
              ${number === place.number ? html` aria-current="page"` : ''}
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

function linkAlert({ link, invited, mailed }: PageState, lang: Lang): Html | string {
  if (link === undefined) return ''
  const t = words(lang)
  return html`<div class="ds-alert" data-color="success" role="status" tabindex="-1" autofocus>
    <h2 class="ds-heading" data-size="2xs">
      ${t('Invitasjonen er klar', 'Invitasjonen er klar', 'The invitation is ready')}
    </h2>
    ${
      mailed === undefined
        ? ''
        : html`<p class="ds-paragraph">
            ${t(
              `Den blir sendt til ${mailed}.`,
              `Han blir send til ${mailed}.`,
              `It is being sent to ${mailed}.`,
            )}
          </p>`
    }
    <p class="ds-paragraph">
      ${t(
        `Send denne lenken til ${invited}. Den vises bare nå, virker én gang og i sju dager.`,
        `Send denne lenka til ${invited}. Ho blir berre vist no, verkar éin gong og i sju dagar.`,
        `Send this link to ${invited}. It is shown only now, works once and for seven days.`,
      )}
    </p>
    <p class="ds-paragraph"><code class="hash break" data-invitation>${link}</code></p>
  </div>`
}

function doneAlert(key: string | undefined, lang: Lang): Html | string {
  const t = words(lang)
  const texts: Record<string, string> = {
    trukket: t('Invitasjonen er trukket tilbake.', 'Invitasjonen er trekt tilbake.', 'Withdrawn.'),
    gitt: t('Rollen er gitt.', 'Rolla er gitt.', 'The role is given.'),
    avsluttet: t(
      'Rollen er avsluttet og gjelder ikke lenger.',
      'Rolla er avslutta og gjeld ikkje lenger.',
      'The role is ended and no longer in force.',
    ),
    'logget-ut': t('Logget ut overalt.', 'Logga ut overalt.', 'Signed out everywhere.'),
  }
  const text = texts[key ?? '']
  return text === undefined ? '' : alert('success', text, { done: true })
}
