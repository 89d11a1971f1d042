// Header, menu and footer. The menu is written twice, open and folded into a `details`; the stylesheet shows the one
// that fits, so that neither needs script.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { SignedIn } from '../../house.ts'
import { dateText, type Html } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { MenuKey, PageOptions } from '../layout.ts'
import { words } from '../words.ts'
import { avatar } from './avatar.ts'
import { icon } from './icon.ts'

type Item = { key: MenuKey; text: string; href: string; count?: number }

export function header(frame: Frame, options: PageOptions, lang: Lang): Html {
  const t = words(lang)
  const items = frame.area === 'desk' ? deskMenu(options, lang) : publicMenu(frame, lang)
  const name = t('Hovedmeny', 'Hovudmeny', 'Main menu')
  return html`${demoStrip(frame, lang)}
    <header class="top">
      <div class="wrap">
        <a class="brand" href="/">${mark()}Planvev</a>
        ${items.length ? html`<nav class="menu" aria-label="${name}">${list(items, options.current, lang)}</nav>` : ''}
        <div class="side">
          ${side(frame, options, lang)}
          <details class="folded">
            <summary>${icon('MenuHamburger')}${t('Meny', 'Meny', 'Menu')}</summary>
            <div class="sheet">
              <nav aria-label="${name}">${list(items, options.current, lang)}</nav>
              ${hatForm(frame, lang, 'b')}
              <div class="foot">${languages(frame, lang)}${frame.person ? '' : signIn(lang)}</div>
            </div>
          </details>
        </div>
      </div>
    </header>`
}

export function footer(frame: Frame, lang: Lang): Html {
  const t = words(lang)
  const about = frame.slug === undefined ? '/' : `/s/${frame.slug}/om`
  return html`<footer class="bottom">
    <div class="wrap">
      <p>
        ${t(
          'Felles planstrategi er et samarbeid mellom kommunene. Hvert kommunestyre vedtar sin egen.',
          'Felles planstrategi er eit samarbeid mellom kommunane. Kvart kommunestyre vedtek sin eigen.',
          'The joint planning strategy is made by the municipalities together. Each council adopts its own.',
        )}
      </p>
      <ul>
        <li>
          <a href="${about}"
            >${t('Om planstrategien', 'Om planstrategien', 'About the strategy')}</a
          >
        </li>
        <li>
          <a href="/tilgjengelighet"
            >${t('Tilgjengelighetserklæring', 'Tilgjengelegheitserklæring', 'Accessibility statement')}</a
          >
        </li>
        <li><a href="/personvern">${t('Personvern', 'Personvern', 'Privacy')}</a></li>
        <li>
          <a href="${about}#kontakt"
            >${t('Kontakt koordinatoren', 'Kontakt koordinatoren', 'Contact the coordinator')}</a
          >
        </li>
        <li>
          <a href="/apne-data">${t('Åpne data (API)', 'Opne data (API)', 'Open data (API)')}</a>
        </li>
        <li>${languages(frame, lang)}</li>
      </ul>
    </div>
  </footer>`
}

function publicMenu({ slug }: Frame, lang: Lang): Item[] {
  if (slug === undefined) return []
  const t = words(lang)
  const base = `/s/${slug}`
  return [
    { key: 'front', text: t('Hvor er vi', 'Kor er vi', 'Where we are'), href: base },
    {
      key: 'read',
      text: t('Les og uttal deg', 'Les og uttal deg', 'Read and comment'),
      href: `${base}/tekst`,
    },
    {
      key: 'ledger',
      text: t('Tolv vedtak', 'Tolv vedtak', 'Twelve decisions'),
      href: `${base}/vedtak`,
    },
    { key: 'about', text: t('Om arbeidet', 'Om arbeidet', 'About the work'), href: `${base}/om` },
  ]
}

function deskMenu({ tasks }: PageOptions, lang: Lang): Item[] {
  const t = words(lang)
  return [
    {
      key: 'tasks',
      text: t('Mine oppgaver', 'Oppgåvene mine', 'My tasks'),
      href: '/oppgaver',
      ...(tasks ? { count: tasks } : {}),
    },
    { key: 'board', text: t('Tavle', 'Tavle', 'Board'), href: '/tavle' },
    { key: 'texts', text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
    { key: 'submissions', text: t('Innspill', 'Innspel', 'Submissions'), href: '/innspill' },
    { key: 'plan-needs', text: t('Planbehov', 'Planbehov', 'Plan needs'), href: '/planbehov' },
    { key: 'timeline', text: t('Tidslinje', 'Tidslinje', 'Timeline'), href: '/tidslinje' },
    { key: 'cases', text: t('Kommunene', 'Kommunane', 'Municipalities'), href: '/kommune' },
  ]
}

const list = (items: Item[], current: MenuKey | undefined, lang: Lang): Html =>
  html`<ul>
    ${items.map(
      ({ key, text, href, count }) =>
        html`<li>
          <a href="${href}" ${key === current ? html` aria-current="page"` : ''}
            >${text}${
              count
                ? html` <span
                    class="ds-badge"
                    data-count="${count}"
                    role="img"
                    aria-label="${words(lang)(`${count} som venter`, `${count} som ventar`, `${count} waiting`)}"
                  ></span>`
                : ''
            }</a
          >
        </li>`,
    )}
  </ul>`

function side(frame: Frame, options: PageOptions, lang: Lang): Html {
  const t = words(lang)
  const { person } = frame
  if (!person)
    return html`<span class="in-folded">${languages(frame, lang)}</span
      ><span class="in-folded">${signIn(lang)}</span>`
  const bell = frame.unread
    ? t(
        `Varsler, ${frame.unread} uleste`,
        `Varsel, ${frame.unread} ulesne`,
        `Notices, ${frame.unread} unread`,
      )
    : t('Varsler', 'Varsel', 'Notices')
  const account = t(
    `Min konto: ${person.name}`,
    `Kontoen min: ${person.name}`,
    `My account: ${person.name}`,
  )
  return html`${
      frame.area === 'public'
        ? html`<span class="in-folded">${languages(frame, lang)}</span
            ><a class="ds-button in-folded" data-variant="secondary" data-size="sm" href="/oppgaver"
              >${t('Mine oppgaver', 'Oppgåvene mine', 'My tasks')}</a
            >`
        : html`${hatForm(frame, lang, 'a')}<a
              class="bell"
              href="/varsler"
              aria-label="${bell}"
              ${options.current === 'notices' ? html` aria-current="page"` : ''}
              >${icon(frame.unread ? 'BellDot' : 'Bell')}</a
            >`
    }<a
      class="account"
      href="/konto"
      aria-label="${account}"
      ${options.current === 'account' ? html` aria-current="page"` : ''}
      >${face(person)}</a
    >`
}

const face = (person: SignedIn): Html => avatar(person.name, person.colour)

/// Whom one acts for: shown to anyone who holds a role in a municipality. Posts to the people's own address.
function hatForm(frame: Frame, lang: Lang, id: string): Html | string {
  const { person, hats, here } = frame
  if (!person || hats.length === 0 || frame.area === 'public') return ''
  const t = words(lang)
  const label = t('På vegne av', 'På vegner av', 'On behalf of')
  const back = here.pathname + here.search
  if (hats.length === 1 && !person.roles.some((r) => r.municipality === undefined)) {
    return id === 'a'
      ? html`<span class="in-folded quiet">${label} <strong>${hats[0]!.name}</strong></span>`
      : html`<p class="quiet">${label} <strong>${hats[0]!.name}</strong></p>`
  }
  return html`<form class="${id === 'a' ? 'in-folded' : ''}" method="post" action="/pa-vegne-av">
    <label for="hatt-${id}" class="quiet">${label}</label>
    <select class="ds-input" data-width="auto" id="hatt-${id}" name="municipality">
      ${hats.map(
        ({ number, name }) =>
          html`<option value="${number}" ${number === person.behalfOf ? html` selected` : ''}>
            ${name}
          </option>`,
      )}</select
    ><input type="hidden" name="back" value="${back}" />
    <button class="ds-button" data-variant="tertiary" data-size="sm">
      ${t('Bytt', 'Byt', 'Switch')}
    </button>
  </form>`
}

const signIn = (lang: Lang): Html =>
  html`<a class="ds-button" data-variant="secondary" data-size="sm" href="/logg-inn"
    >${words(lang)('Logg inn', 'Logg inn', 'Sign in')}</a
  >`

/// `Bokmål | Nynorsk | English`: the same page in another language.
export function languages(frame: Pick<Frame, 'here'>, lang: Lang): Html {
  const names: [Lang, string][] = [
    ['nb', 'Bokmål'],
    ['nn', 'Nynorsk'],
    ['en', 'English'],
  ]
  return html`<span class="languages"
    >${names.map(([code, name]) => {
      if (code === lang) return html`<strong lang="${code}">${name}</strong>`
      const there = new URL(frame.here)
      there.searchParams.set('lang', code)
      return html`<a lang="${code}" hreflang="${code}" href="${there.pathname}${there.search}"
        >${name}</a
      >`
    })}</span
  >`
}

function demoStrip({ demoDay }: Frame, lang: Lang): Html | string {
  if (demoDay === undefined) return ''
  const t = words(lang)
  const weekday = dateText(demoDay, lang, 'weekday').split(' ')[0]
  return html`<div class="demo" role="region" aria-label="Demo">
    <div class="wrap">
      <span
        >${icon('TestFlask')} <strong>Demo:</strong>
        <span class="wide-only">${t('i dag er', 'i dag er', 'today is')} ${weekday} </span
        >${dateText(demoDay, lang)}</span
      ><a href="/demo">${t('Flytt dagen fram', 'Flytt dagen fram', 'Move the day forward')}</a>
    </div>
  </div>`
}

/// The woven mark: three warps, three wefts.
const mark = (): Html =>
  html`<svg
    viewBox="0 0 32 32"
    fill="none"
    stroke-width="2.6"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path
      class="mark-birch"
      d="M8 3v3.4M8 11.6v9M8 25.8V29M16 3v10M16 19v10M24 3v3.4M24 11.6v9M24 25.8V29"
    />
    <path class="mark-spruce" d="M3 9h10M19 9h10M3 23h10M19 23h10M13.4 9h5.2M13.4 23h5.2" />
    <path class="mark-river" d="M3 16h2.4M10.6 16h10.8M26.6 16H29" />
  </svg>`
