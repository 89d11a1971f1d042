// Header and menu. The menu is written twice, open and folded into a `details`; the stylesheet shows the one
// that fits, so that neither needs script.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { SignedIn } from '../../house.ts'
import type { Html } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { MenuKey, PageOptions } from '../layout.ts'
import { words } from '../words.ts'
import { avatar } from './avatar.ts'
import { icon } from './icon.ts'
import { hatForm, languages, demoStrip, mark } from './frame-parts.ts'

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

const signIn = (lang: Lang): Html =>
  html`<a class="ds-button" data-variant="secondary" data-size="sm" href="/logg-inn"
    >${words(lang)('Logg inn', 'Logg inn', 'Sign in')}</a
  >`
