// One municipality as the public may see it: where its case stands, its dates, its texts and its decision (C32).
import type { Context } from 'hono'
import { html } from 'hono/html'
import { storedOf } from '../../../db/process.ts'
import { processId } from '../../../db/strategy.ts'
import { flagsOf } from '../../../workflows/flags.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { isPublicFlag } from '../../../workflows/words.ts'
import { participationFacts, surroundingsOf } from '../../facts.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { date, daysBetween, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { untilText } from '../parts/deadlines.ts'
import { flagChips } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { stepper, type Step } from '../parts/stepper.ts'
import { words } from '../words.ts'
import { decisionChip } from './ledger-row.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import { hasAdopted, isOpen, type PublicMunicipality, type PublicStrategy } from './view.ts'
import { decisionPart, texts } from './municipality-decision.ts'

export async function municipalityPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const m = s.municipalities.find((one) => one.number === c.req.param('nr'))
  if (!m) throw new Refused('not-found')
  const flags = await publicFlags(c, s, m)
  return layout(
    c,
    {
      title: m.name,
      area: 'public',
      current: 'front',
      slug: s.slug,
      crumbs: crumbsTo(c, s, { text: m.name }),
    },
    html`${pageTitle(m.name, { size: 'lg', chips: html`${decisionChip(m, lang)}${flagChips(flags, lang)}` })}
      <div class="stack-8">
        ${open(m, s, lang)}
        <section class="stack" aria-labelledby="steg">
          <h2 class="ds-heading" data-size="sm" id="steg">
            ${t('Hvor er saken?', 'Kor er saka?', 'Where is the case?')}
          </h2>
          ${stepper(steps(m, lang), lang)} ${publicDays(m, lang)}
        </section>
        ${decisionPart(m, s, lang)}${texts(m, s, lang)}${said(m, s, lang)}
      </div>`,
  )
}

/// Flags that are plain facts; overrides and steps not registered are for those who work on the case.
async function publicFlags(
  c: Context<Env>,
  s: PublicStrategy,
  m: PublicMunicipality,
): Promise<string[]> {
  const { db } = c.get('house').store
  const around = await surroundingsOf(db, s.region, s.id, s.today)
  const row = around?.rows.get(processId(s.id, m.number))
  if (!around || !row) return []
  const { facts } = await participationFacts(db, around, m.number)
  return flagsOf(storedOf(row), facts, s.today).filter(isPublicFlag)
}

function open(m: PublicMunicipality, s: PublicStrategy, lang: Lang): Html | string {
  if (!isOpen(m, s.today)) return ''
  const t = words(lang)
  const { until, left } = untilText(s.today, m.deadlineOn!, lang)
  return html`<div class="stack">
    ${alert('info', html`<strong>${t('Du kan uttale deg', 'Du kan uttale deg', 'You can comment')} ${until}.</strong> ${left}`)}
    <div class="row">
      <a class="ds-button" href="/s/${s.slug}/tekst?kommune=${m.number}"
        >${icon('Megaphone')}${t(`Les delen til ${m.name} og uttal deg`, `Les delen til ${m.name} og uttal deg`, `Read ${m.name}’s part and comment`)}</a
      >
      <a class="ds-button" data-variant="secondary" href="/s/${s.slug}/tekst"
        >${t('Les fellesdelen', 'Les fellesdelen', 'Read the joint part')}</a
      >
      ${m.url ? html`<a class="ds-button" data-variant="tertiary" href="${m.url}" rel="noreferrer">${icon('ExternalLink')}${t('Kommunens egen kunngjøring', 'Kunngjeringa til kommunen', 'The municipality’s own notice')}</a>` : ''}
    </div>
  </div>`
}

function said(m: PublicMunicipality, s: PublicStrategy, lang: Lang): Html | string {
  if (!m.publishedOn) return ''
  const t = words(lang)
  return html`<p>
    <a class="ds-link" href="/s/${s.slug}/uttalelser?kommune=${m.number}"
      >${t(`Uttalelser til ${m.name}, med svar`, `Fråsegner til ${m.name}, med svar`, `Submissions to ${m.name}, with answers`)}</a
    >
  </p>`
}

function steps(m: PublicMunicipality, lang: Lang): Step[] {
  const t = words(lang)
  const adopted = hasAdopted(m)
  const order = ['K10', 'K20', 'K30', 'K40', 'K50', 'K60', 'K70', 'K80', 'K90']
  const at = adopted
    ? 9
    : Math.max(
        0,
        order.indexOf(
          m.state === 'K103' || m.state === 'K102' || m.state === 'K104' ? 'K90' : m.state,
        ),
      )
  const is = (from: number, to: number): Step['is'] =>
    at > to ? 'done' : at >= from ? 'now' : 'next'
  const when = (on: string | undefined) => (on ? { when: date(on, lang) } : {})
  return [
    { name: t('Skriver egen del', 'Skriv eigen del', 'Writes its own part'), is: is(0, 1) },
    {
      name: t('Første behandling', 'Første handsaming', 'First treatment'),
      is: is(2, 3),
      ...when(m.firstTreatmentOn),
    },
    {
      name: t('Høring', 'Høyring', 'Consultation'),
      is: is(4, 4),
      ...(m.publishedOn && {
        when: html`${date(m.publishedOn, lang, 'short')}${m.deadlineOn ? html`–${date(m.deadlineOn, lang)}` : ''}`,
      }),
    },
    {
      name: t('Svarer på innspillene', 'Svarar på innspela', 'Answers submissions'),
      is: is(5, 7),
      ...when(m.recommendedOn),
    },
    {
      name: t('Kommunestyret vedtar', 'Kommunestyret vedtek', 'The council decides'),
      is: adopted ? 'done' : is(8, 8),
      ...when(adopted ? m.decision?.on : m.meetingOn),
    },
    {
      name: t('Kunngjort', 'Kunngjort', 'Announced'),
      is: m.announcedOn ? 'done' : adopted ? 'now' : 'next',
      ...when(m.announcedOn),
    },
  ]
}

/// Two dates and the number of days between: a fact, not a verdict.
function publicDays(m: PublicMunicipality, lang: Lang): Html | string {
  const t = words(lang)
  const meeting = hasAdopted(m) ? m.decision!.on : m.meetingOn
  if (!m.publishedOn || !meeting || meeting < m.publishedOn) return ''
  const days = daysBetween(m.publishedOn, meeting)
  return html`<p class="quiet">
    ${t('Forslaget ble offentlig', 'Framlegget vart offentleg', 'The proposal became public')}
    ${date(m.publishedOn, lang)}, ${t('møtet', 'møtet', 'the meeting')} ${date(meeting, lang)}:
    ${days} ${t('dager', 'dagar', 'days')}.
    ${t('Loven sier minst 30 dager', 'Lova seier minst 30 dagar', 'The law says at least 30 days')}
    (plan- og bygningsloven § 10-1).
  </p>`
}
