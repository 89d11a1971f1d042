// What people have said and what was answered, for everybody: names and words as sent, no contact data, and hidden ones
// with their reason alone.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { sectionsOf } from '../../../db/strategy.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { senderKinds } from '../../submission/input.ts'
import { publicSubmissions, type PublicSubmission } from '../../submission/public-reads.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { crumbsTo, strategyHere } from '../public/not-here.ts'
import { pointBox } from '../public/receipt-page.ts'
import type { PublicStrategy } from '../public/view.ts'
import { listed, number, words } from '../words.ts'

/// Submissions on one page.
const perPage = 20

export async function publicListPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const { db } = c.get('house').store
  const sections = (await sectionsOf(db, s.region, s.id, 'joint')).map((row) => ({
    value: row.id,
    text: lang === 'nn' ? row.title_nn : row.title_nb,
  }))
  const municipality = s.municipalities.find((m) => m.number === c.req.query('kommune'))?.number
  const section = sections.find((one) => one.value === c.req.query('kapittel'))?.value
  const all = await publicSubmissions(db, s.region, s.id, {
    ...(municipality === undefined ? {} : { municipality }),
    ...(section === undefined ? {} : { section }),
  })
  const page = Math.max(1, Math.trunc(Number(c.req.query('side'))) || 1)
  const shown = all.slice((page - 1) * perPage, page * perPage)
  const title = t('Uttalelser og svar', 'Fråsegner og svar', 'Submissions and answers')
  return layout(
    c,
    {
      title,
      area: 'public',
      current: 'read',
      slug: s.slug,
      crumbs: crumbsTo(c, s, { text: title }),
    },
    html`<div class="narrow stack">
      ${pageTitle(title, {
        size: 'lg',
        lead: t(
          'Det som er sendt inn om planstrategien, med kommunenes svar. Svar på fellesdelen er like for alle kommunene uttalelsen er sendt til.',
          'Det som er sendt inn om planstrategien, med svara frå kommunane. Svar på fellesdelen er like for alle kommunane fråsegna er send til.',
          'What has been sent in about the strategy, with the answers. Answers on the joint part are shared by all municipalities it was sent to.',
        ),
      })}
      ${choices(s, sections, { municipality, section }, lang)}
      ${
        shown.length === 0
          ? emptyState(
              'ChatElipsis',
              t('Ingen uttalelser her', 'Ingen fråsegner her', 'No submissions here'),
              t(
                'Uttalelser vises her når de er kommet inn.',
                'Fråsegner blir viste her når dei er komne inn.',
                'Submissions are shown here when they have come in.',
              ),
            )
          : html`<p class="quiet">
                ${number(all.length)}
                ${all.length === 1 ? t('uttalelse', 'fråsegn', 'submission') : t('uttalelser', 'fråsegner', 'submissions')}
              </p>
              ${shown.map((one) => submissionPart(one, s, lang))}
              ${pages(c, all.length, page, lang)}`
      }
    </div>`,
  )
}

function choices(
  s: PublicStrategy,
  sections: { value: string; text: string }[],
  chosen: { municipality: string | undefined; section: string | undefined },
  lang: Lang,
): Html {
  const t = words(lang)
  const select = (
    name: string,
    label: string,
    all: string,
    options: { value: string; text: string }[],
    value: string | undefined,
  ): Html =>
    html`<div class="ds-field">
      <label class="ds-label" data-weight="medium" for="valg-${name}">${label}</label>
      <select class="ds-input" id="valg-${name}" name="${name}">
        <option value="">${all}</option>
        ${options.map(
          (one) =>
            html`<option value="${one.value}" ${one.value === value ? html` selected` : ''}>
              ${one.text}
            </option>`,
        )}
      </select>
    </div>`
  return html`<form class="stack" method="get" action="/s/${s.slug}/uttalelser">
    <div class="grid-2">
      ${select(
        'kommune',
        t('Sendt til', 'Send til', 'Sent to'),
        t('Alle kommuner', 'Alle kommunar', 'All municipalities'),
        s.municipalities.map((m) => ({ value: m.number, text: m.name })),
        chosen.municipality,
      )}
      ${select(
        'kapittel',
        t('Kapittel i fellesdelen', 'Kapittel i fellesdelen', 'Chapter of the joint part'),
        t('Alle kapitler', 'Alle kapittel', 'All chapters'),
        sections,
        chosen.section,
      )}
    </div>
    <button class="ds-button" data-variant="secondary" type="submit">
      ${t('Vis', 'Vis', 'Show')}
    </button>
  </form>`
}

function submissionPart(one: PublicSubmission, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const name = one.hidden
    ? t('Skjult uttalelse', 'Skjult fråsegn', 'Hidden submission')
    : one.name || t('Uten navn', 'Utan namn', 'No name')
  const to = s.municipalities.filter((m) => one.to.includes(m.number)).map((m) => m.name)
  const everybody = s.municipalities.filter((m) => m.takesPart).length
  const late = s.municipalities.filter((m) => one.late.includes(m.number)).map((m) => m.name)
  return html`<section
    class="stack"
    id="nr-${one.number}"
    aria-labelledby="nr-${one.number}-tittel"
  >
    <h2 class="ds-heading" data-size="xs" id="nr-${one.number}-tittel">${one.number}. ${name}</h2>
    <p class="small quiet">
      ${one.hidden ? '' : html`${senderKinds[one.senderKind][lang]} · `}${date(one.receivedOn, lang)}
      · ${t('til', 'til', 'to')}
      ${to.length >= everybody ? t('alle kommunene', 'alle kommunane', 'all municipalities') : listed(to, lang)}${
        late.length > 0
          ? html` · ${t('kom etter fristen i', 'kom etter fristen i', 'came after the deadline in')}
            ${listed(late, lang)}`
          : ''
      }
    </p>
    ${
      one.hidden
        ? html`<p>${t('Grunn', 'Grunn', 'Reason')}: ${one.hidden.reason}</p>`
        : html`<div class="stack">${one.points.map((point) => pointBox(point, s, lang))}</div>`
    }
  </section>`
}

function pages(c: Context<Env>, total: number, page: number, lang: Lang): Html {
  const last = Math.ceil(total / perPage)
  if (last <= 1) return html``
  const to = (n: number): string => {
    const url = new URL(c.req.url)
    url.searchParams.set('side', String(n))
    return `${url.pathname}${url.search}`
  }
  return html`<nav class="ds-pagination" aria-label="${words(lang)('Sider', 'Sider', 'Pages')}">
    <ol>
      ${Array.from({ length: last }, (_, at) => at + 1).map(
        (n) =>
          html`<li>
            <a
              class="ds-button"
              data-variant="tertiary"
              href="${to(n)}"
              ${n === page ? html` aria-current="true"` : ''}
              >${n}</a
            >
          </li>`,
      )}
    </ol>
  </nav>`
}
