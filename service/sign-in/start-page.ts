// Where one-time links lead. The code stands in the address's fragment, which no server sees; the page's script puts it
// into the field, and without script one pastes it. Only the post uses it up, so a link preview uses up nothing.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { readForm } from '../guard/form.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { layout } from '../pages/layout.ts'
import { errorSummary, textField } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { linkOf, spendLink } from './links.ts'
import { endSession, giveCookie, startSession } from './session.ts'

type Kind = 'first' | 'sign-in'
type Shown = { code: string; name: string; errors: { field: string; text: string }[] }

const nothing: Shown = { code: '', name: '', errors: [] }

export const startRoutes = (house: House) => {
  const tries = rateLimited({ times: 20, minutes: 10 })
  return new Hono<Env>()
    .get('/start', (c) => page(c, 'first', nothing))
    .get('/inn', (c) => page(c, 'sign-in', nothing))
    .post('/start', tries, (c) => enter(c, house, 'first'))
    .post('/inn', tries, (c) => enter(c, house, 'sign-in'))
}

async function enter(c: Context<Env>, house: House, kind: Kind): Promise<Response> {
  const form = await readForm(c)
  const code = form.text('code').replace(/^.*#/, '')
  const name = form.text('name')
  const t = words(c.var.lang)
  const errors: Shown['errors'] = []
  if (kind === 'first' && (name === '' || [...name].length > 120)) {
    errors.push({
      field: 'name',
      text: t('Skriv navnet ditt', 'Skriv namnet ditt', 'Write your name'),
    })
  }
  const dead = {
    field: 'code',
    text: t(
      'Lenken er brukt eller for gammel. Den som drifter Planvev, kan lage en ny.',
      'Lenka er brukt eller for gammal. Den som driftar Planvev, kan lage ei ny.',
      'The link is used or too old. Whoever runs Planvev can make a new one.',
    ),
  }
  if ((await linkOf(house, code))?.purpose !== kind) errors.push(dead)
  if (errors.length > 0) return page(c, kind, { code, name, errors })
  const person = await spendLink(house, code, name)
  // Somebody was quicker with the same link.
  if (person === undefined) return page(c, kind, { code, name, errors: [dead] })
  if (c.var.person) await endSession(house, c.var.person.sessionHash, 'signed in by link')
  giveCookie(c, (await startSession(house, person)).token)
  return c.redirect(kind === 'first' ? '/konto?done=forste' : '/konto?done=lenke', 303)
}

function page(c: Context<Env>, kind: Kind, shown: Shown): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const first = kind === 'first'
  const title = first
    ? t('Ta Planvev i bruk', 'Ta Planvev i bruk', 'Start using Planvev')
    : t('Logg inn med lenke', 'Logg inn med lenke', 'Sign in with a link')
  const of = (field: string) => shown.errors.find((e) => e.field === field)?.text
  const error = (field: string) => (of(field) === undefined ? {} : { error: of(field)! })
  const refused = shown.errors.length > 0
  return layout(
    c,
    { title, area: 'public', hidden: true, refused, status: refused ? 422 : 200 },
    html`<div class="narrow stack">
      ${errorSummary(shown.errors, lang)}
      <h1 class="ds-heading" data-size="md">${title}</h1>
      <p class="ds-paragraph">
        ${
          first
            ? t(
                'Du blir den første koordinatoren. Etterpå inviterer du de andre og setter opp strategien.',
                'Du blir den første koordinatoren. Etterpå inviterer du dei andre og set opp strategien.',
                'You become the first coordinator. Afterwards you invite the others and set up the strategy.',
              )
            : t(
                'Lenken virker én gang. Alle andre steder du er logget inn, blir du logget ut.',
                'Lenka verkar éin gong. Alle andre stader du er logga inn, blir du logga ut.',
                'The link works once. You are signed out everywhere else.',
              )
        }
      </p>
      <form
        method="post"
        action="${first ? '/start' : '/inn'}"
        class="fields"
        data-code-from-fragment
      >
        ${
          first
            ? textField({
                name: 'name',
                label: t('Navnet ditt', 'Namnet ditt', 'Your name'),
                value: shown.name,
                autocomplete: 'name',
                maxlength: 120,
                lang,
                ...error('name'),
              })
            : ''
        }
        ${textField({
          name: 'code',
          label: t('Kode', 'Kode', 'Code'),
          description: t(
            'Det som står etter # i lenken. Fylles vanligvis ut av seg selv.',
            'Det som står etter # i lenka. Blir vanlegvis fylt ut av seg sjølv.',
            'What stands after # in the link. Usually filled in by itself.',
          ),
          value: shown.code,
          autocomplete: 'off',
          lang,
          ...error('code'),
        })}
        <div class="row">
          <button class="ds-button">
            ${first ? t('Begynn', 'Begynn', 'Begin') : t('Logg inn', 'Logg inn', 'Sign in')}
          </button>
        </div>
      </form>
    </div>`,
  )
}
