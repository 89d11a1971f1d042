// How the account page looks.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { PasskeyRow } from '../../db/people.ts'
import { municipalityByNumber } from '../../db/region.ts'
import type { SessionRow } from '../../db/session.ts'
import type { Lang } from '../../workflows/lang.ts'
import { may } from '../../workflows/rights.ts'
import { roleLabel } from '../../workflows/words.ts'
import type { Env, SignedIn } from '../house.ts'
import type { Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary, radioField, selectField, textField } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { passkeyPart, sessionPart } from './account-access.ts'

export type Account = {
  person: SignedIn
  /// When letters are sent: `at-once` or `daily`.
  notices: string
  passkeys: PasskeyRow[]
  sessions: SessionRow[]
}

export async function accountPage(
  c: Context<Env>,
  errors: { field: string; text: string }[],
  account: Account,
): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const title = t('Min konto', 'Kontoen min', 'My account')
  const refused = errors.length > 0
  return layout(
    c,
    { title, area: 'desk', current: 'account', hidden: true, refused, status: refused ? 422 : 200 },
    html`<div class="narrow stack-8">
      ${errorSummary(errors, lang)} ${doneAlert(c.req.query('done'), lang)} ${pageTitle(title)}
      ${await rolesPart(c, account.person)} ${settingsForm(c, account, errors)}
      ${passkeyPart(account, lang)} ${sessionPart(account, lang)}
      <form method="post" action="/logg-ut" class="stack-2" data-sign-out>
        <p class="ds-validation-message" data-color="warning" data-unsent tabindex="-1" hidden>
          ${t(
            'Denne maskinen har ord som ikke er lagret på tjeneren ennå. Logger du ut nå, blir de borte herfra. Ta vare på dem som fil først, eller trykk én gang til for å logge ut likevel.',
            'Denne maskina har ord som ikkje er lagra på tenaren enno. Loggar du ut no, blir dei borte herifrå. Ta vare på dei som fil først, eller trykk éin gong til for å logge ut likevel.',
            'This machine has words that are not stored on the server yet. Signing out now removes them. Keep them as a file first, or press once more to sign out all the same.',
          )}
        </p>
        <button class="ds-button" data-variant="secondary">
          ${t('Logg ut', 'Logg ut', 'Sign out')}
        </button>
      </form>
    </div>`,
  )
}

async function rolesPart(c: Context<Env>, person: SignedIn): Promise<Html> {
  const { lang, house } = c.var
  const t = words(lang)
  const names = new Map<string, string>()
  for (const { region, municipality = '' } of person.roles) {
    const row = await municipalityByNumber(house.store.db, region, municipality)
    if (row) names.set(municipality, row.name)
  }
  const lines = person.roles.map(({ role, municipality }) =>
    [roleLabel(role, lang), names.get(municipality ?? '')].filter(Boolean).join(', '),
  )
  const leads = may(person.roles, 'set-up-strategy')
  const givesRoles =
    leads || person.roles.some((r) => ['chief-executive', 'mayor'].includes(r.role))
  const sets = person.roles.filter((r) => ['chief-executive', 'council-secretary'].includes(r.role))
  return html`<section class="stack" aria-labelledby="roller">
    <h2 class="ds-heading" data-size="xs" id="roller">
      ${t('Rollene dine', 'Rollene dine', 'Your roles')}
    </h2>
    ${
      lines.length === 0
        ? html`<p>
            ${t(
              'Du har ingen rolle nå. Be koordinatoren om en invitasjon.',
              'Du har inga rolle no. Be koordinatoren om ein invitasjon.',
              'You hold no role now. Ask the coordinator for an invitation.',
            )}
          </p>`
        : html`<ul class="ds-list">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
    <ul class="plain stack-2">
      ${
        givesRoles
          ? html`<li>
              <a class="ds-link" href="/folk"
                >${t('Folk og roller', 'Folk og roller', 'People and roles')}</a
              >
            </li>`
          : ''
      }
      ${
        leads
          ? html`<li>
              <a class="ds-link" href="/oppsett"
                >${t('Sett opp en strategi', 'Set opp ein strategi', 'Set up a strategy')}</a
              >
            </li>`
          : ''
      }
      ${sets.map(
        ({ municipality }) =>
          html`<li>
            <a class="ds-link" href="/kommune/${municipality}/oppsett"
              >${t('Innstillinger og møteplan', 'Innstillingar og møteplan', 'Settings and meetings')}
              (${names.get(municipality ?? '')})</a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

function settingsForm(
  c: Context<Env>,
  { person, notices }: Account,
  errors: { field: string; text: string }[],
): Html {
  const { lang } = c.var
  const t = words(lang)
  const wrong = errors.find((e) => e.field === 'name')?.text
  return html`<form method="post" action="/konto" class="fields">
    <h2 class="ds-heading" data-size="xs">
      ${t('Navn og utseende', 'Namn og utsjånad', 'Name and looks')}
    </h2>
    ${textField({
      name: 'name',
      label: t('Navn', 'Namn', 'Name'),
      value: person.name,
      autocomplete: 'name',
      maxlength: 120,
      lang,
      ...(wrong !== undefined && { error: wrong }),
    })}
    ${selectField({
      name: 'language',
      label: t('Språk', 'Språk', 'Language'),
      value: lang,
      choices: [
        { value: 'nb', text: 'Bokmål' },
        { value: 'nn', text: 'Nynorsk' },
        { value: 'en', text: 'English' },
      ],
      lang,
    })}
    ${radioField({
      name: 'scheme',
      label: t('Farger', 'Fargar', 'Colours'),
      value: getCookie(c, 'scheme') ?? 'auto',
      choices: [
        { value: 'light', text: t('Lyst', 'Lyst', 'Light') },
        { value: 'dark', text: t('Mørkt', 'Mørkt', 'Dark') },
        { value: 'auto', text: t('Følg maskinen', 'Følg maskina', 'Follow the machine') },
      ],
      lang,
    })}
    ${radioField({
      name: 'notices',
      label: t('Varsler på e-post', 'Varsel på e-post', 'Notices by e-mail'),
      value: notices,
      choices: [
        { value: 'at-once', text: t('Straks', 'Straks', 'At once') },
        {
          value: 'daily',
          text: t('Samlet én gang om dagen', 'Samla éin gong om dagen', 'Gathered once a day'),
          description: t('Klokka 7 om morgenen', 'Klokka 7 om morgonen', 'At seven in the morning'),
        },
      ],
      lang,
    })}
    <div class="row"><button class="ds-button">${t('Lagre', 'Lagre', 'Save')}</button></div>
  </form>`
}

function doneAlert(key: string | undefined, lang: Lang): Html | string {
  const t = words(lang)
  const makeKey = t(
    'Lag en passnøkkel her, så kommer du inn igjen uten ny lenke.',
    'Lag ein passnøkkel her, så kjem du inn att utan ny lenke.',
    'Make a passkey here, and you get back in without a new link.',
  )
  const texts: Record<string, string> = {
    forste: `${t('Velkommen, du er koordinator.', 'Velkomen, du er koordinator.', 'Welcome, you are the coordinator.')} ${makeKey}`,
    velkommen: `${t('Velkommen til Planvev.', 'Velkomen til Planvev.', 'Welcome to Planvev.')} ${makeKey}`,
    lenke: `${t('Du er logget inn.', 'Du er logga inn.', 'You are signed in.')} ${makeKey}`,
    venter: t(
      'Det er ingen strategi her for deg ennå. Koordinatoren setter den opp og gir deg en rolle.',
      'Det er ingen strategi her for deg enno. Koordinatoren set han opp og gjev deg ei rolle.',
      'There is no strategy here for you yet. The coordinator sets it up and gives you a role.',
    ),
    rolle: t('Du har fått rollen.', 'Du har fått rolla.', 'You have the role.'),
    lagret: t('Lagret.', 'Lagra.', 'Saved.'),
    slettet: t('Nøkkelen er slettet.', 'Nøkkelen er sletta.', 'The key is deleted.'),
    avsluttet: t('Økten er avsluttet.', 'Økta er avslutta.', 'The session is ended.'),
    nokkel: t('Passnøkkelen er klar.', 'Passnøkkelen er klar.', 'The passkey is ready.'),
  }
  const text = texts[key ?? '']
  return text === undefined ? '' : alert('success', text, { done: true })
}
