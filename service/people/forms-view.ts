// The two forms beside the list of people: inviting somebody new, and giving a role to somebody who is here.
import { html } from 'hono/html'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { roleLabel } from '../../workflows/words.ts'
import type { Html } from '../pages/dates.ts'
import { dateField, fieldId, selectField, textField, type Choice } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import type { PageState, Shown } from './page-view.ts'
import { jointRoles, municipalRoles } from './roles.ts'

export function inviteForm({ typed, errors }: PageState, shown: Shown, lang: Lang): Html {
  const t = words(lang)
  const inviting = typed !== undefined
  return html`<section class="ds-card" aria-labelledby="inviter">
    <form method="post" action="/folk/inviter" class="stack">
      <h2 class="ds-heading" data-size="xs" id="inviter">
        ${t('Inviter en ny', 'Inviter ein ny', 'Invite somebody new')}
      </h2>
      <input type="hidden" name="place" value="${shown.place.number ?? ''}" />
      ${textField({
        name: 'name',
        label: t('Navn', 'Namn', 'Name'),
        value: typed?.name ?? '',
        maxlength: 120,
        autocomplete: 'off',
        lang,
        ...errorOf('name', inviting ? errors : []),
      })}
      ${textField({
        name: 'email',
        label: t('E-post', 'E-post', 'E-mail'),
        type: 'email',
        value: typed?.email ?? '',
        optional: true,
        autocomplete: 'off',
        lang,
        ...errorOf('email', inviting ? errors : []),
      })}
      ${selectField({
        name: 'role',
        label: t('Rolle', 'Rolle', 'Role'),
        value: typed?.role ?? '',
        choices: rolesHere(shown, lang),
        lang,
        ...errorOf('role', inviting ? errors : []),
      })}
      <button class="ds-button">
        ${t('Lag invitasjon', 'Lag invitasjon', 'Make the invitation')}
      </button>
    </form>
  </section>`
}

export function giveForm({ typed, errors }: PageState, shown: Shown, lang: Lang): Html {
  const t = words(lang)
  const mine = typed === undefined ? (errors ?? []) : []
  const everybody: Choice[] = shown.everybody
    .map(({ id, name }) => ({ value: id, text: name }))
    .sort((a, b) => a.text.localeCompare(b.text, 'nb'))
  const holders: Choice[] = [...new Set(shown.held.map((row) => row.person))].flatMap((id) =>
    everybody.filter((one) => one.value === id),
  )
  const own = shown.mayGive ? holders : holders.filter((one) => one.value === shown.by.id)
  const named = (name: string) => fieldId(`gi-${name}`)
  return html`<section class="ds-card" aria-labelledby="gi">
    <form method="post" action="/folk/gi" class="stack">
      <h2 class="ds-heading" data-size="xs" id="gi">
        ${
          shown.mayGive
            ? t('Gi en rolle', 'Gje ei rolle', 'Give a role')
            : t('Pek ut en stedfortreder', 'Peik ut ein stedfortredar', 'Name a substitute')
        }
      </h2>
      <input type="hidden" name="place" value="${shown.place.number ?? ''}" />
      ${select('person', t('Person', 'Person', 'Person'), everybody, errorOf('gi-person', mine).error)}
      ${select(
        'role',
        t('Rolle', 'Rolle', 'Role'),
        rolesHere(shown, lang),
        errorOf('gi-role', mine).error,
      )}
      ${
        own.length === 0
          ? ''
          : select(
              'substituteFor',
              t('Stedfortreder for', 'Stedfortredar for', 'Substitute for'),
              shown.mayGive ? [{ value: '', text: t('ingen', 'ingen', 'nobody') }, ...own] : own,
              errorOf('gi-substituteFor', mine).error,
            )
      }
      ${dateField({ name: 'from', label: t('Fra', 'Frå', 'From'), optional: true, lang, ...errorOf('from', mine) })}
      ${dateField({ name: 'to', label: t('Til og med', 'Til og med', 'Until'), optional: true, lang, ...errorOf('to', mine) })}
      <button class="ds-button" data-variant="secondary">
        ${t('Gi rollen', 'Gje rolla', 'Give the role')}
      </button>
    </form>
  </section>`

  /// A select whose id differs from the invitation's, which stands on the same page.
  function select(name: string, label: string, choices: Choice[], error?: string): Html {
    return html`<div class="ds-field">
      <label class="ds-label" data-weight="medium" for="${named(name)}">${label}</label>
      <select
        class="ds-input"
        id="${named(name)}"
        name="${name}"
        ${error === undefined ? '' : html` aria-invalid="true" aria-describedby="${named(name)}-feil"`}
      >
        ${choices.map((one) => html`<option value="${one.value}">${one.text}</option>`)}
      </select>
      ${error === undefined ? '' : html`<p class="ds-validation-message" id="${named(name)}-feil">${error}</p>`}
    </div>`
  }
}

const rolesHere = ({ place, mayGive, by }: Shown, lang: Lang): Choice[] => {
  const all: readonly Role[] = place.number === null ? jointRoles : municipalRoles
  const own = all.filter((role) => by.roles.some((r) => r.role === role))
  return (mayGive ? all : own).map((role) => ({ value: role, text: roleLabel(role, lang) }))
}

const errorOf = (
  field: string,
  errors: { field: string; text: string }[] | undefined,
): { error?: string } => {
  const found = errors?.find((e) => e.field === field)
  return found ? { error: found.text } : {}
}
