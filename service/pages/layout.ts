// The frame of every page: skip links, the demo's strip, header with menu, main, footer. Public pages and pages for
// people at work share it; they differ in menu, width and density.
import { setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { html } from 'hono/html'
import { spaceWarning } from './parts/space-warning.ts'
import { fontAddress, stylesheet } from '../design/files.ts'
import type { Env } from '../house.ts'
import type { Lang } from '../../workflows/lang.ts'
import { asset, assetPreloads, assetStyles } from './assets.ts'
import type { Html } from './dates.ts'
import { frameOf, type Frame } from './frame.ts'
import { breadcrumbs, type Crumb } from './parts/breadcrumbs.ts'
import { footer } from './parts/footer.ts'
import { header } from './parts/header.ts'
import { isLang } from '../guard/language.ts'
import { words } from './words.ts'

export type PageOptions = {
  /// For the browser's tab; the product's name follows. Begin with `Feil:` on a refused form (`titlePrefix` does it).
  title: string
  /// The menu item this page belongs to.
  current?: MenuKey
  /// `public` (airy, 80 rem, public menu) or `desk`. Without it: `desk` when somebody is signed in.
  area?: 'public' | 'desk'
  /// Over the heading; the page's own name last, without an address.
  crumbs?: Crumb[]
  status?: ContentfulStatusCode
  /// Set when the form on the page was refused: the title begins with the word for error.
  refused?: boolean
  /// The strategy whose public pages the menu leads to. Without it: the one there is.
  slug?: string
  /// More browser bundles; `page` is always there.
  bundles?: 'editor'[]
  /// No wrap around the body: the page lays out its own full width (the front).
  bare?: boolean
  /// Extra skip links, after the one to main.
  skips?: { href: string; text: string }[]
  /// Tasks waiting, shown in the menu.
  tasks?: number
  /// `noindex` for pages that belong to one reader.
  hidden?: boolean
}

export type MenuKey =
  | 'front'
  | 'read'
  | 'ledger'
  | 'about'
  | 'tasks'
  | 'board'
  | 'texts'
  | 'submissions'
  | 'plan-needs'
  | 'timeline'
  | 'cases'
  | 'notices'
  | 'account'

/// Answers with a whole page. `body` stands inside `main`, after the breadcrumbs; it brings its own `h1`.
export async function layout(
  c: Context<Env>,
  options: PageOptions,
  body: Html | Promise<Html>,
): Promise<Response> {
  const lang = c.get('lang')
  keepLanguage(c)
  const frame = await frameOf(c, options)
  const page = await document(lang, options, frame, await body)
  return c.html(page, options.status ?? 200)
}

async function document(
  lang: Lang,
  options: PageOptions,
  frame: Frame,
  body: Html,
): Promise<Awaited<Html>> {
  const t = words(lang)
  const prefix = options.refused ? t('Feil: ', 'Feil: ', 'Error: ') : ''
  const desk = frame.area === 'desk'
  const crumbs = options.crumbs?.length ? breadcrumbs(options.crumbs, lang) : ''
  const inside = options.bare
    ? html`${body}`
    : html`<div class="wrap">
        ${crumbs ? html`<div class="page-head">${crumbs}</div>` : ''}${body}
      </div>`
  return html`<!doctype html>
    <html lang="${lang}" data-color-scheme="${frame.scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${prefix}${options.title} – Planvev</title>
        <meta name="color-scheme" content="light dark" />
        ${options.hidden ? html`<meta name="robots" content="noindex" />` : ''}
        <link rel="icon" href="/design/merke.svg" type="image/svg+xml" />
        <link rel="preload" href="${fontAddress()}" as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href="${stylesheet(desk || frame.person ? 'desk' : 'public')}" />
        ${scripts(options.bundles ?? [])}
      </head>
      <body
        class="${desk ? 'desk-frame wide-page' : 'public-frame'}"
        data-size="${desk ? 'sm' : 'md'}"
        ${frame.person ? html` data-person="${frame.person.id}"` : ''}
      >
        <a class="ds-skip-link" href="#hovedinnhold"
          >${t('Hopp til hovedinnholdet', 'Hopp til hovudinnhaldet', 'Skip to main content')}</a
        >
        ${(options.skips ?? []).map((skip) => html`<a class="ds-skip-link" href="${skip.href}">${skip.text}</a>`)}
        ${header(frame, options, lang)}
        <main id="hovedinnhold" tabindex="-1">
          ${frame.space ? spaceWarning(frame.space, lang) : ''}${inside}
        </main>
        ${footer(frame, lang)}
      </body>
    </html>`
}

/// The bundles that are built. A page without them still works; a checkout that is not built has none.
function scripts(more: 'editor'[]): Html | string {
  try {
    return html`${(['page', ...more] as const).map(
      (bundle) =>
        html`${assetStyles(bundle).map((href) => html`<link rel="stylesheet" href="${href}" />`)}${assetPreloads(
            bundle,
          ).map((href) => html`<link rel="modulepreload" href="${href}" />`)}
          <script type="module" src="${asset(bundle)}"></script>`,
    )}`
  } catch {
    return ''
  }
}

/// A language chosen by a link is kept for the next page.
function keepLanguage(c: Context<Env>): void {
  const asked = c.req.query('lang')
  if (!isLang(asked)) return
  setCookie(c, 'lang', asked, {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'Lax',
    secure: c.get('house').origins[0]?.startsWith('https:') ?? false,
  })
}
