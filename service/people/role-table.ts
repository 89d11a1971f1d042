// Who holds and held which role at a place, what can be done about it, and the invitations still open.
import { html } from 'hono/html'
import type { RoleRow } from '../../db/role.ts'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { roleLabel } from '../../workflows/words.ts'
import { date, type Html } from '../pages/dates.ts'
import { avatar } from '../pages/parts/avatar.ts'
import { words } from '../pages/words.ts'
import type { Shown } from './page-view.ts'

/// `open` rows can be ended, by those who may.
export function roleTable(shown: Shown, rows: RoleRow[], open: boolean, lang: Lang): Html {
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
        const giver = row.given_by === null ? undefined : nameOf(row.given_by)?.name
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
              }${
                giver === undefined
                  ? ''
                  : html`<br /><span class="quiet"
                        >${t(`gitt av ${giver}`, `gjeve av ${giver}`, `given by ${giver}`)}</span
                      >`
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

export function openInvitations({ invitations, place, mayGive }: Shown, lang: Lang): Html | string {
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
