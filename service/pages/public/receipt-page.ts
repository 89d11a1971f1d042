// «Uttalelsen din»: what one sent, to whom, and what became of it. Opened by the personal link alone.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { stances } from '../../submission/input.ts'
import {
  submissionByReceipt,
  type PublicAnswer,
  type PublicPoint,
  type PublicSubmission,
} from '../../submission/public-reads.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { outcomeChip } from '../parts/chips.ts'
import { listed, words } from '../words.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import type { PublicStrategy } from './view.ts'

export async function receiptPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const receipt = c.req.param('receipt') ?? ''
  const own = await submissionByReceipt(c.get('house').store.db, s.slug, receipt)
  if (!own) throw new Refused('not-found')
  c.header('Cache-Control', 'no-store')
  const title = t(
    `Uttalelse nummer ${own.number}`,
    `Fråsegn nummer ${own.number}`,
    `Submission number ${own.number}`,
  )
  const sent = c.req.query('sendt') !== undefined
  return layout(
    c,
    { title, area: 'public', slug: s.slug, hidden: true, crumbs: crumbsTo(c, s, { text: title }) },
    html`<div class="narrow stack">
      ${sent ? thanks(own, s, lang) : ''}${pageTitle(title, { size: 'lg' })}
      ${own.hidden ? alert('warning', hiddenText(own.hidden.reason, lang)) : ''}
      ${facts(own, s, lang)}
      <h2 class="ds-heading" data-size="sm">
        ${t('Hva ble svaret?', 'Kva vart svaret?', 'What was the answer?')}
      </h2>
      ${own.points.map((point) => pointBox(point, s, lang))}
    </div>`,
  )
}

function thanks(own: PublicSubmission, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const late = own.late.map((n) => s.municipalities.find((m) => m.number === n)?.name ?? n)
  const lateText = late.length
    ? t(
        ` Fristen var ute i ${listed(late, 'nb')}; der er den merket som kommet for sent.`,
        ` Fristen var ute i ${listed(late, 'nn')}; der er ho merkt som komen for seint.`,
        ` The deadline had passed in ${listed(late, 'en')}; there it is marked as late.`,
      )
    : ''
  return html`<div data-sent="${s.slug}">
    ${alert(
      'success',
      `${t(
        `Uttalelsen er mottatt og har nummer ${own.number}. Ta vare på adressen til denne siden: her får du se hva som ble svart.`,
        `Fråsegna er motteken og har nummer ${own.number}. Ta vare på adressa til denne sida: her får du sjå kva som vart svara.`,
        `Your submission has been received as number ${own.number}. Keep the address of this page: here you will see what was answered.`,
      )}${lateText}`,
      { heading: t('Takk', 'Takk', 'Thank you'), done: true },
    )}
  </div>`
}

function facts(own: PublicSubmission, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const to = own.to.map((n) => s.municipalities.find((m) => m.number === n)?.name ?? n)
  const toText =
    to.length > 3 && to.length === s.municipalities.filter((m) => m.takesPart).length
      ? t(
          'Alle kommunene som deltar',
          'Alle kommunane som deltek',
          'All participating municipalities',
        )
      : listed(to, lang)
  return html`<dl class="facts">
    <div>
      <dt>${t('Mottatt', 'Motteken', 'Received')}</dt>
      <dd>${date(own.receivedOn, lang)}</dd>
    </div>
    <div>
      <dt>${t('Fra', 'Frå', 'From')}</dt>
      <dd>${own.name || t('Uten navn', 'Utan namn', 'No name')}</dd>
    </div>
    <div>
      <dt>${t('Til', 'Til', 'To')}</dt>
      <dd>${toText}</dd>
    </div>
  </dl>`
}

/// One point with its answers, as everybody may read it.
export function pointBox(point: PublicPoint, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const about = point.section
    ? lang === 'nn'
      ? point.section.nn
      : point.section.nb
    : t('Hele planstrategien', 'Heile planstrategien', 'The whole strategy')
  const answers = [...(point.answer ? [point.answer] : []), ...point.additions]
  return html`<section class="box" aria-label="${t('Punkt', 'Punkt', 'Point')} ${point.label}">
    <div class="row-between">
      <h3 class="ds-heading" data-size="2xs">
        ${t('Punkt', 'Punkt', 'Point')} ${point.point} · ${about}
      </h3>
      ${outcomeChip(point.answer?.outcome ?? '', lang)}
    </div>
    ${point.quote ? html`<blockquote class="quote">${point.quote}</blockquote>` : ''}
    <p>
      <strong>${stances[point.stance][lang]}.</strong> <span class="as-typed">${point.text}</span>
    </p>
    ${point.wording ? html`<p><span class="as-typed">${t('Forslag til ny ordlyd', 'Framlegg til ny ordlyd', 'Proposed wording')}: ${point.wording}</span></p>` : ''}
    ${
      answers.length
        ? answers.map((answer) => answerBox(answer, s, lang))
        : html`<p class="quiet">
            ${t('Kommunen har ikke svart ennå.', 'Kommunen har ikkje svart enno.', 'The municipality has not answered yet.')}
          </p>`
    }
  </section>`
}

function answerBox(answer: PublicAnswer, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const who =
    answer.by === 'joint'
      ? t('Felles svar', 'Felles svar', 'Joint answer')
      : `${t('Svar fra', 'Svar frå', 'Answer from')} ${s.municipalities.find((m) => m.number === answer.by)?.name ?? answer.by}`
  return html`<div class="finding" data-color="spruce">
    <span></span>
    <div class="stack-2">
      <p><strong>${who}</strong>, ${date(answer.answeredOn, lang)}</p>
      <p><span class="as-typed">${answer.assessment}</span></p>
      ${answer.ledTo ? html`<p class="quiet">${t('Førte til endring i', 'Førte til endring i', 'Led to a change in')} ${lang === 'nn' ? answer.ledTo.nn : answer.ledTo.nb}</p>` : ''}
    </div>
  </div>`
}

const hiddenText = (reason: string, lang: Lang): string => {
  const t = words(lang)
  return t(
    `Uttalelsen din er skjermet for andre: ${reason}`,
    `Fråsegna di er unnateken innsyn for andre: ${reason}`,
    `Your submission is withheld from others: ${reason}`,
  )
}
