// How people and roles are shown: one place at a time, those in office first, then who was, then the ways to add.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { PersonRow } from '../../db/people.ts'
import type { InvitationRow, RoleRow } from '../../db/role.ts'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { roleLabel } from '../../workflows/words.ts'
import type { Env, SignedIn } from '../house.ts'
import { date, type Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { avatar } from '../pages/parts/avatar.ts'
import { alert, emptyState, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { giveForm, inviteForm } from './forms-view.ts'
import type { Place } from './page.ts'

export type PageState = {
  typed?: { name: string; email: string; role: string }
  errors?: { field: string; text: string }[]
  place?: string | null
  /// Shown once, right after it was made.
  link?: string
  invited?: string
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
                : table(shown, inForce, true, lang)
            }
          </section>
          ${openList(shown, lang)}
          ${
            past.length === 0
              ? ''
              : html`<details class="ds-details">
                  <summary>
                    ${t('Roller som er avsluttet', 'Roller som er avslutta', 'Roles that have ended')}
                    (${past.length})
                  </summary>
                  <div>${table(shown, past, false, lang)}</div>
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

function table(shown: Shown, rows: RoleRow[], open: boolean, lang: Lang): Html {
  const t = words(lang)
  const nameOf = (id: string) => shown.everybody.find((p) => p.id === id)
  const heads = [
    t('Navn', 'Namn', 'Name'),
    t('Rolle', 'Rolle', 'Role'),
    t('Periode', 'Periode', 'Period'),
    t('Gjør', 'Gjer', 'Do'),
  ]
  return html`<table class="ds-table stacks">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => {
        const person = nameOf(row.person)
        const name = person?.name ?? '–'
        const standsFor = row.substitute_for === null ? undefined : nameOf(row.substitute_for)?.name
        return html`<tr>
          <th scope="row">${avatar(name, person?.colour ?? 0, 'xs')} ${name}</th>
          <td data-label="${heads[1]}">
            <span
              >${roleLabel(row.role as Role, lang)}${
                standsFor === undefined
                  ? ''
                  : html`<br /><span class="quiet"
                        >${t('stedfortreder for', 'stedfortredar for', 'substitute for')}
                        ${standsFor}</span
                      >`
              }</span
            >
          </td>
          <td data-label="${heads[2]}">
            <span
              >${t('fra', 'frå', 'from')}
              ${date(row.from_on, lang, 'short-year')}${
                row.to_on === null
                  ? ''
                  : html` ${t('til', 'til', 'to')} ${date(row.to_on, lang, 'short-year')}`
              }</span
            >
          </td>
          <td data-label="${heads[3]}">
            ${open && shown.mayGive ? acts(shown, row, name, lang) : ''}
          </td>
        </tr>`
      })}
    </tbody>
  </table>`
}

function acts({ place }: Shown, row: RoleRow, name: string, lang: Lang): Html {
  const t = words(lang)
  const where = html`<input type="hidden" name="place" value="${place.number ?? ''}" />`
  return html`<div class="row">
    <form method="post" action="/folk/avslutt">
      ${where}<input type="hidden" name="id" value="${row.id}" />
      <button
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-label="${t('Avslutt rollen til', 'Avslutt rolla til', 'End the role of')} ${name}"
      >
        ${t('Avslutt rollen', 'Avslutt rolla', 'End the role')}
      </button>
    </form>
    <form method="post" action="/folk/logg-ut">
      ${where}<input type="hidden" name="person" value="${row.person}" />
      <button
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        aria-label="${t('Logg ut overalt:', 'Logg ut overalt:', 'Sign out everywhere:')} ${name}"
      >
        ${t('Logg ut overalt', 'Logg ut overalt', 'Sign out everywhere')}
      </button>
    </form>
  </div>`
}

function openList({ invitations, place, mayGive }: Shown, lang: Lang): Html | string {
  if (invitations.length === 0) return ''
  const t = words(lang)
  return html`<section class="stack" aria-labelledby="invitasjoner">
    <h2 class="ds-heading" data-size="xs" id="invitasjoner">
      ${t('Invitasjoner som venter', 'Invitasjonar som ventar', 'Invitations waiting')}
    </h2>
    <ul class="plain stack-2">
      ${invitations.map(
        (row) =>
          html`<li class="row-between">
            <span
              >${row.name}, ${roleLabel(row.role as Role, lang)} ·
              <span class="quiet"
                >${t('til', 'til', 'until')} ${date(row.expires_at, lang, 'short')}</span
              ></span
            >${
              mayGive
                ? html`<form method="post" action="/folk/trekk-tilbake">
                    <input type="hidden" name="place" value="${place.number ?? ''}" />
                    <input type="hidden" name="id" value="${row.id}" />
                    <button class="ds-button" data-variant="secondary" data-size="sm">
                      ${t('Trekk tilbake', 'Trekk tilbake', 'Withdraw')}
                    </button>
                  </form>`
                : ''
            }
          </li>`,
      )}
    </ul>
  </section>`
}

function linkAlert({ link, invited }: PageState, lang: Lang): Html | string {
  if (link === undefined) return ''
  const t = words(lang)
  return html`<div class="ds-alert" data-color="success" role="status" tabindex="-1" autofocus>
    <h2 class="ds-heading" data-size="2xs">
      ${t('Invitasjonen er klar', 'Invitasjonen er klar', 'The invitation is ready')}
    </h2>
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
