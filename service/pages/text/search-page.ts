// One page to look for words in all the text one may read: hits marked, chapter by chapter, each a link to its place.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { SectionRow } from '../../../db/strategy.ts'
import type { Env } from '../../house.ts'
import { searchTexts, wordsOf, type Found, type Hit } from '../../text/search.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import type { Say } from '../words.ts'
import { openTexts, titleOf, type Texts } from './open-text.ts'

const mostInChapter = 20

export async function searchPage(c: Context<Env>): Promise<Response> {
  const texts = await openTexts(c)
  if (texts instanceof Response) return texts
  const { t, sections, house } = texts
  const question = (c.req.query('q') ?? '').trim().slice(0, 200)
  const maal = c.req.query('maal')
  const langs = maal === 'nb' || maal === 'nn' ? ([maal] as const) : (['nb', 'nn'] as const)
  const asked = wordsOf(question).length > 0
  const found = asked
    ? await searchTexts(house, sections, question, { langs, most: mostInChapter })
    : []
  const title = t('Søk i teksten', 'Søk i teksten', 'Search the text')
  const body = html`${pageTitle(title)}
    <div class="stack search">
      ${searchForm(t, { question, maal: langs.length === 2 ? '' : langs[0]!, autofocus: !asked })}
      ${asked ? results(texts, question, found) : ''}
    </div>`
  return layout(
    c,
    {
      title: asked ? `${question} – ${title}` : title,
      current: 'texts',
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: t('Søk', 'Søk', 'Search') },
      ],
    },
    body,
  )
}

/// The form alone: on its own page, over the list of texts.
export function searchForm(t: Say, { question = '', maal = '', autofocus = false } = {}): Html {
  const langs: [string, string][] = [
    ['', t('Begge målformer', 'Begge målformer', 'Both languages')],
    ['nb', t('Bokmål', 'Bokmål', 'Bokmål')],
    ['nn', t('Nynorsk', 'Nynorsk', 'Nynorsk')],
  ]
  return html`<form class="search-form" role="search" action="/tekst/sok">
    <label class="ds-sr-only" for="search-words"
      >${t('Søk i teksten', 'Søk i teksten', 'Search the text')}</label
    >
    <input
      class="ds-input"
      id="search-words"
      type="search"
      name="q"
      value="${question}"
      maxlength="200"
      autocomplete="off"
      ${autofocus ? html` autofocus` : ''}
    />
    <label class="ds-sr-only" for="search-lang"
      >${t('Målform', 'Målform', 'Written language')}</label
    >
    <select class="ds-input" data-width="auto" id="search-lang" name="maal">
      ${langs.map(
        ([value, name]) =>
          html`<option value="${value}" ${value === maal ? html` selected` : ''}>${name}</option>`,
      )}
    </select>
    <button class="ds-button" data-variant="secondary" type="submit">
      ${icon('MagnifyingGlass')}${t('Søk', 'Søk', 'Search')}
    </button>
  </form>`
}

function results(texts: Texts, question: string, found: Found[]): Html {
  const { t } = texts
  const hits = found.reduce((sum, { count }) => sum + count, 0)
  if (hits === 0) {
    return emptyState(
      'MagnifyingGlass',
      t(
        `Ingen treff på «${question}»`,
        `Ingen treff på «${question}»`,
        `No matches for “${question}”`,
      ),
      t(
        'Alle ordene må stå i samme avsnitt. Prøv færre ord, eller bare begynnelsen av et ord.',
        'Alle orda må stå i same avsnitt. Prøv færre ord, eller berre starten av eit ord.',
        'All the words must stand in one paragraph. Try fewer words, or only how a word begins.',
      ),
    )
  }
  const chapters = found.length
  const sum = t(
    `${hits === 1 ? '1 avsnitt' : `${hits} avsnitt`} i ${chapters === 1 ? '1 kapittel' : `${chapters} kapitler`}`,
    `${hits === 1 ? '1 avsnitt' : `${hits} avsnitt`} i ${chapters === 1 ? '1 kapittel' : `${chapters} kapittel`}`,
    `${hits === 1 ? '1 paragraph' : `${hits} paragraphs`} in ${chapters === 1 ? '1 chapter' : `${chapters} chapters`}`,
  )
  return html`<p role="status">${sum}</p>
    ${found.map((one) => chapter(texts, question, one))}`
}

function chapter(texts: Texts, question: string, { section, hits, count }: Found): Html {
  const { t, lang, municipalities } = texts
  const zone =
    section.zone === 'joint'
      ? t('Fellesdelen', 'Fellesdelen', 'Joint part')
      : (municipalities.get(section.zone)?.name ?? '')
  const more = count - hits.length
  return html`<section class="stack" aria-labelledby="sok-${section.id}">
    <h2 class="ds-heading" data-size="2xs" id="sok-${section.id}">
      ${titleOf(section, lang)} <span class="quiet">${zone}, ${count}</span>
    </h2>
    <ol class="search-hits">
      ${hits.map((hit) => html`<li>${link(texts, section, question, hit)}</li>`)}
    </ol>
    ${
      more > 0
        ? html`<p class="quiet">
            ${t(`${more} til i kapittelet.`, `${more} til i kapittelet.`, `${more} more in the chapter.`)}
          </p>`
        : ''
    }
  </section>`
}

function link({ t }: Texts, section: SectionRow, question: string, hit: Hit): Html {
  const query = new URLSearchParams({ maal: hit.lang, finn: question })
  const href = `/tekst/${section.id}?${query.toString()}#${hit.anchor}`
  const name =
    hit.lang === 'nn' ? t('nynorsk', 'nynorsk', 'nynorsk') : t('bokmål', 'bokmål', 'bokmål')
  return html`<a href="${href}"
    ><span class="quiet"
      >${t('Avsnitt', 'Avsnitt', 'Paragraph')} ${hit.number}, ${name}<span class="ds-sr-only"
        >:
      </span></span
    >
    <span lang="${hit.lang}" ${hit.heading ? html` class="search-heading"` : ''}
      >${marked(hit)}</span
    ></a
  >`
}

const before = 90
const after = 170

/// The words around the first match, with every match in them marked.
function marked({ text, marks }: Hit): Html {
  const first = marks[0]![0]
  const from = first <= before + 20 ? 0 : text.lastIndexOf(' ', first - before) + 1
  const end = text.indexOf(' ', first + after)
  const to = end < 0 || text.length - end < 20 ? text.length : end
  const parts: (string | Html)[] = [from > 0 ? '… ' : '']
  let at = from
  for (const [start, stop] of marks) {
    if (stop > to) break
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, stop)}</mark>`)
    at = stop
  }
  parts.push(text.slice(at, to), to < text.length ? ' …' : '')
  return html`${parts}`
}
