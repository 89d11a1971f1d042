// A page for what went wrong: what happened, what it means for what you wrote, and the way on.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Lang, Words } from '../../workflows/lang.ts'
import type { Env } from '../house.ts'
import { clockText, dateText, type Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { words } from '../pages/words.ts'
import { sayRefusal, statusOf } from '../problem.ts'
import type { Refusal } from '../refusal.ts'

/// `number` is the case number to quote. Should even the frame fail (the database is gone), a bare page is answered.
export async function faultPage(c: Context<Env>, code: Refusal, number: string): Promise<Response> {
  const lang = c.get('lang') ?? 'nb'
  const status = onPages[code]?.status ?? statusOf(code)
  const said = onPages[code]
    ? { title: onPages[code].title[lang], detail: onPages[code].detail[lang] }
    : sayRefusal(code, lang)
  const body = content(c, { ...said, status, number }, lang)
  try {
    return await layout(c, { title: said.title, status, refused: true, hidden: true }, body)
  } catch {
    return c.html(
      html`<!doctype html>
        <html lang="${lang}">
          <meta charset="utf-8" /><title>${said.title}</title>
          <main>${body}</main>
        </html>`,
      status,
    )
  }
}

type Said = { title: string; detail: string; status: number; number: string }

function content(c: Context<Env>, said: Said, lang: Lang): Html {
  const t = words(lang)
  const { house, person } = c.var
  const now = Temporal.Instant.fromEpochMilliseconds(house.clock.now()).toString()
  const case_ = t('sak', 'sak', 'case')
  const out = said.status === 401
  const home = person
    ? { href: '/oppgaver', text: t('Mine oppgaver', 'Oppgåvene mine', 'My tasks') }
    : { href: '/', text: t('Til forsiden', 'Til framsida', 'To the front page') }
  return html`<div class="narrow stack">
    <p class="over-line">
      ${t('Feil', 'Feil', 'Error')} ${said.status} · ${dateText(now, lang)} ${clockText(now, lang)}
      · ${case_} ${said.number}
    </p>
    <h1 class="ds-heading" data-size="lg">${said.title}</h1>
    <p class="ds-paragraph">${said.detail}</p>
    <div class="row">
      ${
        out
          ? html`<a class="ds-button" href="/logg-inn" target="_blank" rel="noopener"
              >${t('Logg inn i en ny fane', 'Logg inn i ei ny fane', 'Sign in in a new tab')}</a
            >`
          : html`<a class="ds-button" href="${home.href}">${home.text}</a>`
      }
    </div>
  </div>`
}

type Face = { status?: ContentfulStatusCode; title: Words; detail: Words }

/// Where a page speaks of other things than the API does: no JSON, no headers, and the form is named.
const onPages: Partial<Record<Refusal, Face>> = {
  'signed-out': {
    title: {
      nb: 'Du er ikke logget inn lenger',
      nn: 'Du er ikkje logga inn lenger',
      en: 'You are no longer signed in',
    },
    detail: {
      nb: 'Det du sendte, er ikke lagret. Logg inn i en ny fane, gå tilbake hit og send det på nytt.',
      nn: 'Det du sende, er ikkje lagra. Logg inn i ei ny fane, gå tilbake hit og send det på nytt.',
      en: 'What you sent is not stored. Sign in in a new tab, come back here and send it again.',
    },
  },
  'not-found': {
    title: { nb: 'Siden finnes ikke', nn: 'Sida finst ikkje', en: 'There is no such page' },
    detail: {
      nb: 'Adressen er feil, eller det som sto her, er ikke for deg å se.',
      nn: 'Adressa er feil, eller det som stod her, er ikkje for deg å sjå.',
      en: 'The address is wrong, or what stood here is not for you to see.',
    },
  },
  forbidden: {
    title: {
      nb: 'Du har ikke tilgang her',
      nn: 'Du har ikkje tilgang her',
      en: 'You have no access here',
    },
    detail: {
      nb: 'Rollen din gir ikke rett til dette. Koordinatoren kan si hvem som har den.',
      nn: 'Rolla di gjev ikkje rett til dette. Koordinatoren kan seie kven som har han.',
      en: 'Your role does not give this right. The coordinator can say who has it.',
    },
  },
  'not-json': {
    title: {
      nb: 'Vi forstår ikke det som ble sendt',
      nn: 'Vi forstår ikkje det som vart sendt',
      en: 'We do not understand what was sent',
    },
    detail: {
      nb: 'Ingenting er lagret. Gå tilbake, last siden på nytt og send skjemaet igjen.',
      nn: 'Ingenting er lagra. Gå tilbake, last sida på nytt og send skjemaet igjen.',
      en: 'Nothing was stored. Go back, reload the page and send the form again.',
    },
  },
  'unsupported-type': {
    status: 400,
    title: {
      nb: 'Vi forstår ikke det som ble sendt',
      nn: 'Vi forstår ikkje det som vart sendt',
      en: 'We do not understand what was sent',
    },
    detail: {
      nb: 'Ingenting er lagret. Gå tilbake, last siden på nytt og send skjemaet igjen.',
      nn: 'Ingenting er lagra. Gå tilbake, last sida på nytt og send skjemaet igjen.',
      en: 'Nothing was stored. Go back, reload the page and send the form again.',
    },
  },
  'too-many': {
    title: { nb: 'Vent litt', nn: 'Vent litt', en: 'Wait a little' },
    detail: {
      nb: 'Det har kommet for mange forsøk herfra på kort tid. Prøv igjen om noen minutter.',
      nn: 'Det har kome for mange forsøk herifrå på kort tid. Prøv igjen om nokre minutt.',
      en: 'Too many attempts came from here in a short time. Try again in some minutes.',
    },
  },
  unavailable: {
    title: {
      nb: 'Planvev er nede et øyeblikk',
      nn: 'Planvev er nede ein augneblink',
      en: 'Planvev is down for a moment',
    },
    detail: {
      nb: 'Det du sendte, er ikke lagret ennå. Det som var lagret før, er trygt. Prøv igjen om litt.',
      nn: 'Det du sende, er ikkje lagra enno. Det som var lagra før, er trygt. Prøv igjen om litt.',
      en: 'What you sent is not stored yet. What was stored before is safe. Try again soon.',
    },
  },
  internal: {
    title: {
      nb: 'Noe gikk galt hos oss',
      nn: 'Noko gjekk gale hos oss',
      en: 'Something went wrong on our side',
    },
    detail: {
      nb: 'Feilen er skrevet ned. Prøv igjen, og oppgi saksnummeret over hvis den kommer tilbake.',
      nn: 'Feilen er skriven ned. Prøv igjen, og oppgje saksnummeret over om han kjem tilbake.',
      en: 'The fault is written down. Try again, and quote the case number above if it returns.',
    },
  },
}
