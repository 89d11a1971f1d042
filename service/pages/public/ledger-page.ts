// «Tolv vedtak»: what each council decided and exactly which text it is about, by the version's name, date and checksum;
// or the decision's own words while its changes are not worked in.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import { jointSentence, type Chapter } from '../../desk/joint-sentence.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { ledgerRow } from './ledger-row.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import { hasAdopted, type PublicStrategy } from './view.ts'
import { date, type Html } from '../dates.ts'

export async function ledgerPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const chapters = await chaptersOf(c, s, lang)
  const title = t('Tolv vedtak', 'Tolv vedtak', 'Twelve decisions')
  const head = [
    t('Kommune', 'Kommune', 'Municipality'),
    t('Vedtak', 'Vedtak', 'Decision'),
    t('Møte og sak', 'Møte og sak', 'Meeting and case'),
    t('Teksten som gjelder', 'Teksten som gjeld', 'The text in question'),
    t('Merknad', 'Merknad', 'Note'),
  ]
  return layout(
    c,
    {
      title,
      area: 'public',
      current: 'ledger',
      slug: s.slug,
      crumbs: crumbsTo(c, s, { text: title }),
    },
    html`${pageTitle(title, {
        size: 'lg',
        lead: t(
          'Hvert kommunestyre bestemmer selv. Her ser du hva de har vedtatt, og nøyaktig hvilken tekst vedtaket gjelder.',
          'Kvart kommunestyre bestemmer sjølv. Her ser du kva dei har vedteke, og nøyaktig kva tekst vedtaket gjeld.',
          'Each council decides for itself. Here you see what they have adopted, and exactly which text it is about.',
        ),
      })}
      <div class="stack">
        ${summary(s, chapters, lang)}
        <table class="ds-table stacks ledger">
          <caption class="ds-sr-only">
            ${title}
          </caption>
          <thead>
            <tr>
              ${head.map((text) => html`<th scope="col">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${s.municipalities.map((m) => ledgerRow(m, s, head, chapters, lang))}
          </tbody>
        </table>
        ${explained(lang)}
        <div class="row actions">
          <a class="ds-button" data-variant="tertiary" href="/s/${s.slug}/vedtak.csv" download
            >${icon('Download')}${t('Last ned oversikten (CSV)', 'Last ned oversikta (CSV)', 'Download as CSV')}</a
          >
          <button class="ds-button" data-variant="tertiary" type="button" data-print hidden>
            ${icon('PrinterSmall')}${t('Skriv ut', 'Skriv ut', 'Print')}
          </button>
        </div>
      </div>`,
  )
}

/// The same rows for a spreadsheet.
export async function ledgerFile(c: Context<Env>): Promise<Response> {
  const s = await strategyHere(c)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="vedtak-${s.slug}.csv"`)
  return c.body(ledgerCsv(s, c.get('lang')))
}

/// Joint chapters in order, for sentences that name them.
export async function chaptersOf(
  c: Context<Env>,
  s: PublicStrategy,
  lang: Lang,
): Promise<Chapter[]> {
  const rows = await sectionsOf(c.get('house').store.db, s.region, s.id, 'joint')
  return rows.map((row) => ({ code: row.code, title: lang === 'nn' ? row.title_nn : row.title_nb }))
}

function summary(s: PublicStrategy, chapters: Chapter[], lang: Lang): Html {
  const t = words(lang)
  const taking = s.municipalities.filter((m) => m.takesPart)
  const { adopted, participants } = s.joint
  const last = taking
    .map((m) => m.meetingOn ?? '')
    .sort()
    .at(-1)
  return html`<div class="summary-box">
    <h2 class="ds-heading" data-size="xs">
      ${t(
        `${adopted} av ${participants} kommunestyrer har vedtatt`,
        `${adopted} av ${participants} kommunestyre har vedteke`,
        `${adopted} of ${participants} councils have adopted`,
      )}
    </h2>
    <div class="bar" aria-hidden="true">
      ${taking.map((m) => html`<span${hasAdopted(m) ? html` data-tone="success"` : ''}></span>`)}
    </div>
    <p>
      ${adopted ? jointSentence(s.joint, chapters, lang) : nobodyYet(lang)}${last && last >= s.today ? lastMeeting(last, lang) : ''}
    </p>
  </div>`
}

const nobodyYet = (lang: Lang): string =>
  words(lang)(
    'Ingen kommunestyrer har vedtatt planstrategien ennå.',
    'Ingen kommunestyre har vedteke planstrategien enno.',
    'No council has adopted the strategy yet.',
  )

const lastMeeting = (on: string, lang: Lang): Html => {
  const t = words(lang)
  return html` ${t('Siste møte som er satt opp, er', 'Siste møte som er sett opp, er', 'The last meeting planned is')}
  ${date(on, lang)}.`
}

const explained = (lang: Lang): Html => {
  const t = words(lang)
  return html`<details class="ds-details">
    <summary>
      ${t('Hva betyr koden under «Teksten som gjelder»?', 'Kva tyder koden under «Teksten som gjeld»?', 'What does the code under “The text in question” mean?')}
    </summary>
    <div class="stack-2">
      <p class="ds-paragraph">
        ${t(
          'Det er begynnelsen av kontrollsummen til teksten. To tekster med samme kontrollsum er like, bokstav for bokstav. Endres ett tegn, blir kontrollsummen en helt annen. Lenken åpner nettopp den teksten.',
          'Det er starten på kontrollsummen til teksten. To tekstar med same kontrollsum er like, bokstav for bokstav. Blir eitt teikn endra, blir kontrollsummen ein heilt annan. Lenkja opnar nettopp den teksten.',
          'It is the beginning of the text’s checksum. Two texts with the same checksum are equal, letter by letter. Change one character and the checksum is entirely different. The link opens exactly that text.',
        )}
      </p>
      <p>
        <a class="ds-link" href="/apne-data#kontrollsum"
          >${t('Kontroller den selv', 'Kontroller han sjølv', 'Check it yourself')}</a
        >
      </p>
    </div>
  </details>`
}
