// Signing in: with a passkey, with a one-time link, and in a demo with one click as one of its people.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { municipalitiesOf } from '../../db/region.ts'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { roleLabel } from '../../workflows/words.ts'
import { demoList, type DemoListed } from '../demo/list.ts'
import { ownPath, readForm } from '../guard/form.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import type { Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { icon } from '../pages/parts/icon.ts'
import { alert } from '../pages/parts/boxes.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { firstRegion } from '../region/ensure-region.ts'
import { passkeyMessages } from './passkey-words.ts'
import { endSession, giveCookie, startSession, takeCookie } from './session.ts'

export const signInRoutes = (house: House) =>
  new Hono<Env>()
    .get('/logg-inn', async (c) => {
      const to = ownPath(c.req.query('til') ?? '', '/hjem')
      const people = house.demo ? await demoPart(c, to) : ''
      const t = words(c.var.lang)
      const out = c.req.query('done') === 'ut'
      return layout(
        c,
        { title: t('Logg inn', 'Logg inn', 'Sign in'), area: 'public', hidden: true },
        html`<div class="narrow stack">
          ${out ? alert('success', t('Du er logget ut.', 'Du er logga ut.', 'You are signed out.'), { done: true }) : ''}
          ${signInCard(c.var.lang, to)} ${people}
        </div>`,
      )
    })
    .post('/logg-inn/demo', rateLimited({ times: 600, minutes: 1 }), async (c) => {
      if (!house.demo) throw new Refused('not-found')
      const form = await readForm(c)
      const person = (await demoList(house)).find((p) => p.id === form.text('person'))
      if (!person) throw new Refused('not-found')
      if (c.var.person) await endSession(house, c.var.person.sessionHash, 'signed in as another')
      giveCookie(c, (await startSession(house, person.id)).token)
      return c.redirect(ownPath(form.text('til'), '/hjem'), 303)
    })
    // Where one's day begins: the board for the coordinator, the tasks for everybody else.
    .get('/hjem', (c) => {
      if (!c.var.person) throw new Refused('signed-out')
      const coordinates = c.var.person.roles.some(({ role }) => role === 'coordinator')
      return c.redirect(coordinates ? '/tavle' : '/oppgaver', 303)
    })
    .post('/logg-ut', async (c) => {
      if (c.var.person) await endSession(house, c.var.person.sessionHash, 'signed out')
      takeCookie(c)
      // Whatever the browser kept of the texts goes too: the next one at this machine may be another.
      c.header('Clear-Site-Data', '"cache", "storage"')
      return c.redirect('/logg-inn?done=ut', 303)
    })

function signInCard(lang: Lang, to: string): Html {
  const t = words(lang)
  return html`<section class="ds-card stack" aria-labelledby="logg-inn">
    <h1 class="ds-heading" data-size="md" id="logg-inn">
      ${t('Logg inn i Planvev', 'Logg inn i Planvev', 'Sign in to Planvev')}
    </h1>
    <p class="ds-paragraph">
      ${t(
        'For ansatte i kommunene, koordinatoren og styringsgruppen. Du trenger ikke logge inn for å lese eller uttale deg.',
        'For tilsette i kommunane, koordinatoren og styringsgruppa. Du treng ikkje logge inn for å lese eller uttale deg.',
        'For staff of the municipalities, the coordinator and the steering group. You need not sign in to read or comment.',
      )}
    </p>
    <div class="stack-2" data-passkey="sign-in" data-to="${to}" ${passkeyMessages(lang)}>
      <button class="ds-button" type="button" data-passkey-button>
        ${icon('ShieldLock')}${t('Logg inn med passnøkkel', 'Logg inn med passnøkkel', 'Sign in with a passkey')}
      </button>
      <p class="ds-validation-message" data-passkey-message role="alert" hidden></p>
      <noscript
        ><p class="quiet">
          ${t(
            'Passnøkkel krever at nettleseren får kjøre skript.',
            'Passnøkkel krev at nettlesaren får køyre skript.',
            'A passkey needs the browser to run scripts.',
          )}
        </p></noscript
      >
    </div>
    <hr class="ds-divider" />
    <h2 class="ds-heading" data-size="2xs">
      ${t('Første gang, eller mistet nøkkelen?', 'Første gong, eller mista nøkkelen?', 'First time, or lost your key?')}
    </h2>
    <p class="ds-paragraph">
      ${t(
        'Koordinatoren sender deg en invitasjon som virker én gang. Den som drifter Planvev, kan lage en ny lenke til deg hvis du ikke kommer inn.',
        'Koordinatoren sender deg ein invitasjon som verkar éin gong. Den som driftar Planvev, kan lage ei ny lenke til deg om du ikkje kjem inn.',
        'The coordinator sends you an invitation that works once. Whoever runs Planvev can make you a new link if you cannot get in.',
      )}
    </p>
  </section>`
}

async function demoPart(c: Context<Env>, to: string): Promise<Html> {
  const { house, lang } = c.var
  const t = words(lang)
  const list = await demoList(house)
  const joint = list.filter((p) => p.roles.some((r) => r.municipality === undefined))
  const places = await municipalitiesOf(house.store.db, firstRegion)
  const at = (number: string) => list.filter((p) => p.roles.some((r) => r.municipality === number))
  return html`<section class="ds-card stack" aria-labelledby="demo">
    <h2 class="ds-heading" data-size="xs" id="demo">
      ${t('Demo: velg hvem du er', 'Demo: vel kven du er', 'Demo: choose who you are')}
    </h2>
    <p class="quiet">
      ${t(
        'Alle er oppdiktet. Ett klikk logger deg inn.',
        'Alle er oppdikta. Eitt klikk loggar deg inn.',
        'All are invented. One click signs you in.',
      )}
    </p>
    <form method="post" action="/logg-inn/demo" class="stack">
      <input type="hidden" name="til" value="${to}" />
      <div class="grid-2">
        ${group(t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work'), joint, undefined, lang)}
        ${places.map(({ number, name }) => group(name, at(number), number, lang))}
      </div>
    </form>
  </section>`
}

function group(
  name: string,
  people: DemoListed[],
  municipality: string | undefined,
  lang: Lang,
): Html {
  const id = `sted-${municipality ?? 'felles'}`
  return html`<section class="stack-2" aria-labelledby="${id}">
    <h3 class="ds-heading" data-size="2xs" id="${id}">${name}</h3>
    <ul class="plain">
      ${people.map(
        (person) =>
          html`<li>
            <button
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              name="person"
              value="${person.id}"
            >
              ${person.name}, ${rolesText(person, municipality, lang)}
            </button>
          </li>`,
      )}
    </ul>
  </section>`
}

const rolesText = ({ roles }: DemoListed, municipality: string | undefined, lang: Lang): string => {
  const standIn = words(lang)('stedfortreder', 'stedfortredar', 'substitute')
  return roles
    .filter((r) => r.municipality === municipality)
    .map((r) => {
      const label = roleLabel(r.role as Role, lang).toLowerCase()
      return r.substituteFor === undefined ? label : `${label} (${standIn})`
    })
    .join(', ')
}
