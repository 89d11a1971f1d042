// «Les og uttal deg»: the frozen text with numbered paragraphs, contents beside it, a way to comment on every heading
// and paragraph, and one's own submission as it grows. Before anything is public, a page that says when.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { untilText } from '../parts/deadlines.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { openSentence, openWindow } from './deadlines-text.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import { chapterHtml } from './paragraphs.ts'
import { publishedPart, type PublishedPart, type TextLang } from './published-text.ts'
import { publicAnswers, type Answers } from './public-answers.ts'
import { drawer, mineSide, mineTemplates } from './say-drawer.ts'
import { isOpen, type PublicMunicipality, type PublicStrategy } from './view.ts'
import { textBar, contents, planNeedsPart, parts } from './text-around.ts'

export async function textPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const { db } = c.get('house').store
  const number = c.req.query('kommune')
  const municipality = s.municipalities.find((m) => m.number === number)
  const zone = municipality?.number ?? 'joint'
  const part = await publishedPart(db, s, zone, textLangOf(c, municipality))
  const title = municipality
    ? t(
        `${municipality.name}: kommunens egen del`,
        `${municipality.name}: den eigne delen til kommunen`,
        `${municipality.name}: its own part`,
      )
    : openWindow(s) || !part
      ? t('Les utkastet og uttal deg', 'Les utkastet og uttal deg', 'Read the draft and comment')
      : t('Les teksten', 'Les teksten', 'Read the text')
  const name = t('Les og uttal deg', 'Les og uttal deg', 'Read and comment')
  const crumbs = municipality
    ? crumbsTo(c, s, { text: name, href: `/s/${s.slug}/tekst` }, { text: municipality.name })
    : crumbsTo(c, s, { text: name })
  const body = part
    ? published(s, part, municipality, title, lang, await publicAnswers(db, s, part, lang))
    : notYet(s, municipality, title, lang)
  return layout(
    c,
    {
      title,
      area: 'public',
      current: 'read',
      slug: s.slug,
      crumbs,
      skips: part
        ? [
            {
              href: '#teksten',
              text: t('Hopp til teksten', 'Hopp til teksten', 'Skip to the text'),
            },
            {
              href: '#uttalelsen',
              text: t('Hopp til uttalelsen din', 'Hopp til fråsegna di', 'Skip to your submission'),
            },
          ]
        : [],
    },
    body,
  )
}

/// The text's language: what was asked for, else the page's; a municipality's own part begins in its own.
function textLangOf(c: Context<Env>, municipality: PublicMunicipality | undefined): TextLang {
  const asked = c.req.query('maal')
  if (asked === 'nb' || asked === 'nn') return asked
  if (municipality) return municipality.language
  return c.get('lang') === 'nn' ? 'nn' : 'nb'
}

function published(
  s: PublicStrategy,
  part: PublishedPart,
  municipality: PublicMunicipality | undefined,
  title: string,
  lang: Lang,
  answers: Answers,
): Html {
  const t = words(lang)
  const window = openWindow(s)
  const takes = window !== undefined || s.municipalities.some(stillTreating)
  const say = takes
    ? (ref: string) => `/s/${s.slug}/uttale?punkt=${encodeURIComponent(ref)}`
    : undefined
  const own = municipality && isOpen(municipality, s.today) ? municipality : undefined
  const notice = own
    ? alert('info', ownSentence(s, own, lang))
    : window && !municipality
      ? alert('info', openSentence(s, window, lang))
      : alert(
          'info',
          takes
            ? t(
                'Fristen er ute. Du kan fortsatt sende inn; det blir merket at det kom for sent, og kommunen avgjør om det kan tas med.',
                'Fristen er ute. Du kan framleis sende inn; det blir merkt at det kom for seint, og kommunen avgjer om det kan takast med.',
                'The deadline has passed. You may still send; it will be marked as late, and the municipality decides whether it can be considered.',
              )
            : t(
                'Denne teksten er ikke på høring nå.',
                'Denne teksten er ikkje på høyring no.',
                'This text is not in consultation now.',
              ),
        )
  const download = html`<a class="ds-button" data-variant="tertiary" href="/s/${s.slug}/last-ned"
    >${icon('Download')}${t('Last ned', 'Last ned', 'Download')}</a
  >`
  return html`${pageTitle(title, { size: 'lg', actions: download })}
    <div class="stack">${notice}${textBar(s, part, municipality, lang)}</div>
    <div class="three" data-say="${s.slug}" data-version="${part.version.hash}">
      ${contents(s, part, municipality, lang)}
      <article class="text" id="teksten" tabindex="-1">
        ${part.chapters.map((chapter) =>
          chapterHtml(chapter, part.zone, { lang, answers, ...(say && { say }) }),
        )}
        ${part.planNeeds.length ? planNeedsPart(part, lang) : ''} ${parts(s, municipality, lang)}
      </article>
      <aside class="aside-right stack" id="uttalelsen" tabindex="-1" aria-labelledby="mine-tittel">
        ${mineSide(s, takes, lang)}
      </aside>
    </div>
    ${say ? html`${drawer(s, lang)}${mineTemplates(s, lang)}` : ''}`
}

/// One municipality's own date, by name.
function ownSentence(s: PublicStrategy, m: PublicMunicipality, lang: Lang): Html {
  const t = words(lang)
  const { until, left } = untilText(s.today, m.deadlineOn!, lang)
  const say = t(
    `Du kan uttale deg til ${m.name}`,
    `Du kan uttale deg til ${m.name}`,
    `You can comment to ${m.name}`,
  )
  return html`<strong>${say} ${until.replace(/^til /, 'fram til ')}.</strong> ${left}`
}

const treating = new Set(['K60', 'K70', 'K80', 'K90', 'K102', 'K103'])

const stillTreating = (m: PublicMunicipality): boolean => treating.has(m.state)

/// Nothing is public yet: what will be here, and when if it is known.
function notYet(
  s: PublicStrategy,
  municipality: PublicMunicipality | undefined,
  title: string,
  lang: Lang,
): Html {
  const t = words(lang)
  const text = municipality
    ? t(
        `${municipality.name} har ikke lagt ut sin egen del ennå. Den blir offentlig når kommunen sender planstrategien på høring.`,
        `${municipality.name} har ikkje lagt ut den eigne delen sin enno. Han blir offentleg når kommunen sender planstrategien på høyring.`,
        `${municipality.name} has not published its own part yet. It becomes public when the municipality opens its consultation.`,
      )
    : t(
        'Kommunene skriver utkastet nå. Det blir offentlig den dagen den første kommunen sender det på høring, og da kan du uttale deg her i minst 30 dager før kommunestyret behandler saken.',
        'Kommunane skriv utkastet no. Det blir offentleg den dagen den første kommunen sender det på høyring, og då kan du uttale deg her i minst 30 dagar før kommunestyret handsamar saka.',
        'The municipalities are writing the draft now. It becomes public the day the first of them opens its consultation; then you can comment here for at least 30 days before a council treats the case.',
      )
  const action = html`<a class="ds-button" data-variant="secondary" href="/s/${s.slug}"
    >${t('Se hvor kommunene er', 'Sjå kor kommunane er', 'See where the municipalities are')}</a
  >`
  return html`${pageTitle(title, { size: 'lg' })}${emptyState(
    'Books',
    t('Ikke offentlig ennå', 'Ikkje offentleg enno', 'Not public yet'),
    text,
    html`${action}${municipality ? html`<a class="ds-button" data-variant="tertiary" href="/s/${s.slug}/tekst">${icon('FileText')}${t('Les fellesdelen', 'Les fellesdelen', 'Read the joint part')}</a>` : ''}`,
  )}`
}
