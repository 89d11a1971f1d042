// What differs between two public texts, chapter by chapter: the draft and the final proposal, or what was put to a
// council and what it adopted. Unchanged paragraphs are counted, not repeated.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { compareTexts, type Row } from '../../../editor/shared/compare.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import type { FrozenSection } from '../../version/manifest.ts'
import { sectionsOfVersion, versionLabel, type VersionInfo } from '../../version/read.ts'
import { withAuthors } from '../../text/authors.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { hash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { changes, type ChangesView } from '../text/changes.ts'
import { words } from '../words.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import type { TextLang } from './published-text.ts'
import type { PublicStrategy } from './view.ts'

/// `?fra=` and `?til=` name two public versions; `?side=om-side` shows them beside each other, `?alt=1` all of it.
export async function differencePage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const { db } = c.get('house').store
  const from = s.versions.find((v) => v.hash === c.req.query('fra'))
  const to = s.versions.find((v) => v.hash === c.req.query('til'))
  if (!from || !to) throw new Refused('not-found')
  const [before, after] = await Promise.all(
    [from, to].map((v) => sectionsOfVersion(db, s.region, s.id, v.hash)),
  )
  const textLang: TextLang = textLangOf(c, s, to)
  const view: ChangesView = {
    t,
    inText: c.req.query('side') !== 'om-side',
    whole: c.req.query('alt') !== undefined,
    lang: textLang,
    all: addressOf(c, { alt: '1' }),
  }
  const chapters = chaptersOf(before ?? [], after ?? [], textLang)
  const title = t(
    'Forskjellen mellom to tekster',
    'Skilnaden mellom to tekstar',
    'The difference between two texts',
  )
  return layout(
    c,
    {
      title,
      area: 'public',
      current: 'ledger',
      slug: s.slug,
      crumbs: crumbsTo(c, s, { text: title }),
      hidden: true,
    },
    html`${pageTitle(title, { size: 'lg' })}
      <div class="stack">
        <dl class="facts reading">
          <div>
            <dt>${t('Fra', 'Frå', 'From')}</dt>
            <dd>${named(from, s, lang)}</dd>
          </div>
          <div>
            <dt>${t('Til', 'Til', 'To')}</dt>
            <dd>${named(to, s, lang)}</dd>
          </div>
        </dl>
        <div class="text-bar">${choices(c, view, lang)}</div>
        ${
          chapters.some((chapter) => changed(chapter.rows))
            ? chapters.map((chapter) => chapterPart(chapter, view))
            : html`<p class="strong">
                ${icon('Equals')}
                ${t('Ordene er like i de to tekstene.', 'Orda er like i dei to tekstane.', 'The words are the same in both texts.')}
              </p>`
        }
      </div>`,
  )
}

type Compared = { title: string; rows: Row[] }

/// Chapters of the newer text in order, then those that are gone.
function chaptersOf(before: FrozenSection[], after: FrozenSection[], lang: TextLang): Compared[] {
  const empty: PmJson = { type: 'doc' }
  const same = (a: FrozenSection, b: FrozenSection) => a.zone === b.zone && a.code === b.code
  const titleOf = (one: FrozenSection) => one.title[lang] || one.title.nb || one.title.nn
  return [
    ...after.map((now) => ({
      title: titleOf(now),
      rows: compareTexts(before.find((was) => same(was, now))?.[lang] ?? empty, now[lang], lang),
    })),
    ...before
      .filter((was) => !after.some((now) => same(was, now)))
      .map((was) => ({ title: titleOf(was), rows: compareTexts(was[lang], empty, lang) })),
  ]
}

const changed = (rows: readonly Row[]): boolean => rows.some((row) => row.is !== 'same')

const chapterPart = ({ title, rows }: Compared, view: ChangesView): Html | string =>
  changed(rows) || view.whole
    ? html`<section class="stack reading" lang="${view.lang}">
        <h2 class="ds-heading" data-size="sm">${title}</h2>
        ${changes(withAuthors(rows, []), view)}
      </section>`
    : ''

function named(version: VersionInfo, s: PublicStrategy, lang: Lang): Html {
  const whose = s.municipalities.find((m) => m.number === version.zone)?.name
  return html`${whose ? `${whose}: ` : ''}${versionLabel(version, lang)}
  ${hash(version.hash, lang, `/s/${s.slug}/v/${version.hash}`)}`
}

function choices(c: Context<Env>, view: ChangesView, lang: Lang): Html {
  const t = words(lang)
  const link = (text: string, more: Record<string, string>, on: boolean, code?: string) =>
    html`<a
      class="ds-button"
      data-variant="tertiary"
      ${code ? html` lang="${code}"` : ''}
      href="${addressOf(c, more)}"
      ${on ? html` aria-current="true"` : ''}
      >${text}</a
    >`
  return html`<nav
      class="ds-toggle-group"
      data-size="sm"
      aria-label="${t('Språket i teksten', 'Språket i teksten', 'Language of the text')}"
    >
      ${link('Bokmål', { maal: 'nb' }, view.lang === 'nb', 'nb')}${link('Nynorsk', { maal: 'nn' }, view.lang === 'nn', 'nn')}
    </nav>
    <nav class="ds-toggle-group" data-size="sm" aria-label="${t('Visning', 'Vising', 'View')}">
      ${link(t('Én tekst', 'Éin tekst', 'One text'), { side: '' }, view.inText)}${link(t('Side om side', 'Side om side', 'Side by side'), { side: 'om-side' }, !view.inText)}
    </nav>`
}

/// The same comparison with something changed; an empty value takes it away.
function addressOf(c: Context<Env>, more: Record<string, string>): string {
  const query = new URL(c.req.url).searchParams
  for (const [name, value] of Object.entries(more)) {
    if (value === '') query.delete(name)
    else query.set(name, value)
  }
  return `?${query}`
}

function textLangOf(c: Context<Env>, s: PublicStrategy, to: VersionInfo): TextLang {
  const asked = c.req.query('maal')
  if (asked === 'nb' || asked === 'nn') return asked
  const own = s.municipalities.find((m) => m.number === to.zone)?.language
  return own ?? (c.get('lang') === 'nn' ? 'nn' : 'nb')
}
