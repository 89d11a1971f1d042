// Where an invitation leads: first it says what one is invited to, then one accepts. Nothing is used up by looking.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { InvitationRow } from '../../db/role.ts'
import { municipalityByNumber } from '../../db/region.ts'
import type { Role } from '../../workflows/act.ts'
import { roleLabel } from '../../workflows/words.ts'
import { readForm } from '../guard/form.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { date, type Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert } from '../pages/parts/boxes.ts'
import { errorSummary, textField } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { faces } from '../refusal-faces.ts'
import { giveCookie, startSession } from '../sign-in/session.ts'
import { accept, invitationOf } from './invitations.ts'

export const invitationRoutes = (house: House) => {
  const tries = rateLimited({ times: 30, minutes: 10 })
  return new Hono<Env>()
    .get('/invitasjon', (c) => askForCode(c, ''))
    .post('/invitasjon', tries, async (c) => {
      const code = codeIn((await readForm(c)).text('code'))
      const row = await invitationOf(house, code)
      return row ? offer(c, row, code, row.name) : askForCode(c, code, true)
    })
    .post('/invitasjon/ja', tries, async (c) => {
      const form = await readForm(c)
      const code = codeIn(form.text('code'))
      const name = form.text('name')
      const row = await invitationOf(house, code)
      if (!row) return askForCode(c, code, true)
      if (c.var.person) {
        const taken = await accept(house, row, { person: c.var.person.id })
        if (taken === undefined) return askForCode(c, code, true)
        return c.redirect('/konto?done=rolle', 303)
      }
      if (name === '' || [...name].length > 120) return offer(c, row, code, name, true)
      const person = await accept(house, row, { name })
      if (person === undefined) return askForCode(c, code, true)
      giveCookie(c, (await startSession(house, person)).token)
      return c.redirect('/konto?done=velkommen', 303)
    })
}

const codeIn = (text: string): string => text.replace(/^.*#/, '')

function askForCode(c: Context<Env>, code: string, dead = false): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const title = t('Invitasjon til Planvev', 'Invitasjon til Planvev', 'Invitation to Planvev')
  const why = t(
    'Invitasjonen er brukt, trukket tilbake eller eldre enn sju dager. Be om en ny.',
    'Invitasjonen er brukt, trekt tilbake eller eldre enn sju dagar. Be om ein ny.',
    'The invitation is used, withdrawn or older than seven days. Ask for a new one.',
  )
  return layout(
    c,
    { title, area: 'public', hidden: true, refused: dead, status: dead ? 422 : 200 },
    html`<div class="narrow stack">
      ${dead ? errorSummary([{ field: 'code', text: why }], lang) : ''}
      <h1 class="ds-heading" data-size="md">${title}</h1>
      <form method="post" action="/invitasjon" class="fields" data-code-from-fragment>
        ${textField({
          name: 'code',
          label: t('Kode', 'Kode', 'Code'),
          description: t(
            'Det som står etter # i lenken. Fylles vanligvis ut av seg selv.',
            'Det som står etter # i lenka. Blir vanlegvis fylt ut av seg sjølv.',
            'What stands after # in the link. Usually filled in by itself.',
          ),
          value: code,
          autocomplete: 'off',
          lang,
          ...(dead && { error: why }),
        })}
        <div class="row">
          <button class="ds-button">
            ${t('Se invitasjonen', 'Sjå invitasjonen', 'See the invitation')}
          </button>
        </div>
      </form>
    </div>`,
  )
}

async function offer(
  c: Context<Env>,
  row: InvitationRow,
  code: string,
  name: string,
  nameless = false,
): Promise<Response> {
  const { lang, house, person } = c.var
  const t = words(lang)
  const where =
    row.municipality === null
      ? t('fellesarbeidet', 'fellesarbeidet', 'the joint work')
      : ((await municipalityByNumber(house.store.db, row.region, row.municipality))?.name ?? '')
  const missing = t('Skriv navnet ditt', 'Skriv namnet ditt', 'Write your name')
  const title = t('Du er invitert', 'Du er invitert', 'You are invited')
  if (person?.id === row.invited_by) return ownInvitation(c, code)
  const ask: Html = person
    ? html`<p class="ds-paragraph">
        ${t(
          `Du er logget inn som ${person.name} og får rollen i tillegg til dem du har.`,
          `Du er logga inn som ${person.name} og får rolla i tillegg til dei du har.`,
          `You are signed in as ${person.name} and get the role besides those you have.`,
        )}
      </p>`
    : textField({
        name: 'name',
        label: t('Navnet ditt', 'Namnet ditt', 'Your name'),
        value: name,
        autocomplete: 'name',
        maxlength: 120,
        lang,
        ...(nameless && { error: missing }),
      })
  return layout(
    c,
    { title, area: 'public', hidden: true, refused: nameless, status: nameless ? 422 : 200 },
    html`<div class="narrow stack">
      ${nameless ? errorSummary([{ field: 'name', text: missing }], lang) : ''}
      <h1 class="ds-heading" data-size="md">${title}</h1>
      <p class="lead">
        ${t('Rolle:', 'Rolle:', 'Role:')} <strong>${roleLabel(row.role as Role, lang)}</strong>,
        ${where}.
      </p>
      <p class="quiet">
        ${t('Invitasjonen gjelder til', 'Invitasjonen gjeld til', 'The invitation is valid until')}
        ${date(row.expires_at, lang)}.
      </p>
      <form method="post" action="/invitasjon/ja" class="fields">
        <input type="hidden" name="code" value="${code}" />
        ${ask}
        <div class="row">
          <button class="ds-button">${t('Bli med', 'Bli med', 'Join')}</button>
        </div>
      </form>
    </div>`,
  )
}

/// One's own invitation: whoever gives a role is not the one who gets it.
function ownInvitation(c: Context<Env>, code: string): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const title = t(
    'Du har laget denne invitasjonen selv',
    'Du har laga denne invitasjonen sjølv',
    'You made this invitation yourself',
  )
  const { title: no, detail } = faces['self-given']
  return layout(
    c,
    { title, area: 'public', hidden: true, refused: true, status: 403 },
    html`<div class="narrow stack">
      <h1 class="ds-heading" data-size="md">${title}</h1>
      ${alert('warning', `${no[lang]}. ${detail[lang]}`)}
      <p>
        ${t(
          'Skal en annen ha den, send lenken dit. Den er ikke brukt.',
          'Skal ein annan ha han, send lenka dit. Han er ikkje brukt.',
          'If it is for somebody else, send the link to them. It is not used.',
        )}
      </p>
      <p><code class="hash break">${c.var.house.origins[0]}/invitasjon#${code}</code></p>
    </div>`,
  )
}
