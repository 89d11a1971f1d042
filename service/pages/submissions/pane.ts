// One point opened: what was said, about what, and its answer.
import { html } from 'hono/html'
import { personById } from '../../../db/people.ts'
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import { mayAnswer, mayHide } from '../../submission/answer.ts'
import { senderKinds, stances, type Stance } from '../../submission/input.ts'
import type { Answer } from '../../submission/list.ts'
import type { IconName } from '../../design/icons.ts'
import { clockText, date, type Html } from '../dates.ts'
import { chip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import type { Say } from '../words.ts'
import { aboutSubmission, hideForm } from './about-submission.ts'
import { additionForm, answerAsRead, answerForm } from './answer-form.ts'
import { isLate, queryOf, type Filter, type Line } from './filter.ts'
import { nameOf, paragraphs, placeOf, type OpenedSubmissions } from './opened.ts'
import { lateMark, senderName } from './table.ts'

export type PaneState = {
  filter: Filter
  line: Line
  previous: Line | undefined
  next: Line | undefined
  numbers: Map<string, number>
  /// What was typed, after a refusal.
  typed?: { assessment: string; outcome: string; ledTo: string }
  errors?: { field?: string; text: string }[]
  /// Somebody else answered since the form was opened.
  conflict?: boolean
  typedReason?: string
  typedAddition?: { text: string; error: string }
}

export async function pane(
  c: Context<Env>,
  opened: OpenedSubmissions,
  state: PaneState,
): Promise<Html> {
  const { t, lang, home, roles } = opened
  const { line, filter, previous, next } = state
  const { point, submission } = line
  const query = queryOf(filter, home)
  const to = (other: Line | undefined, name: string, icn: IconName, mark: string): Html =>
    other
      ? html`<a
          class="ds-button"
          data-variant="tertiary"
          data-icon
          href="/innspill/${other.point.label}${query}"
          aria-label="${name}"
          data-go="${mark}"
          >${icon(icn)}</a
        >`
      : html``
  return html`<section class="pane mine-side" aria-labelledby="punkt-tittel" data-point-pane>
    <div class="row-between">
      <h2 class="ds-heading" data-size="xs" id="punkt-tittel">
        ${t('Punkt', 'Punkt', 'Point')} ${point.label}
      </h2>
      <div class="row">
        ${to(previous, t('Forrige punkt', 'Førre punkt', 'Previous point'), 'ChevronUp', 'previous')}
        ${to(next, t('Neste punkt', 'Neste punkt', 'Next point'), 'ChevronDown', 'next')}
      </div>
    </div>
    <div class="chips">
      ${stanceChip(point.stance, lang)}
      ${
        point.zone === 'joint'
          ? chip('spruce', 'Layers', t('Fellesdelen', 'Fellesdelen', 'Joint part'))
          : chip('neutral', 'Buildings3', nameOf(opened, point.zone))
      }
    </div>
    <p class="small">
      <strong>${senderName(submission, t)}</strong> · ${senderKinds[submission.senderKind][lang]} ·
      ${date(submission.receivedOn, lang, 'short-year')}
      ${isLate(line, filter.municipality) ? lateMark(opened, line, filter.municipality) : ''}
    </p>
    <p class="small quiet">
      ${t('Gjelder', 'Gjeld', 'About')}: ${placeOf(line, opened, state.numbers)}
    </p>
    ${point.quote ? html`<blockquote class="quote small">${point.quote}</blockquote>` : ''}
    <div class="said" lang="${submission.language}">${paragraphs(point.text)}</div>
    ${
      point.wording
        ? html`<div>
            <p class="small strong">
              ${t('Forslag til ny ordlyd', 'Framlegg til ny ordlyd', 'Suggested wording')}
            </p>
            <div class="said" lang="${submission.language}">${paragraphs(point.wording)}</div>
          </div>`
        : ''
    }
    ${
      mayAnswer(roles, point)
        ? answerForm(opened, state, query)
        : answerAsRead(opened, point.answer, point.zone)
    }
    ${await lastSaved(c, point.answer, opened)}
    ${point.additions.map(
      (addition) =>
        html`<div class="stack-2">
          <p class="small strong">
            ${t('Tillegg fra', 'Tillegg frå', 'Addition by')} ${nameOf(opened, addition.by)}
          </p>
          ${paragraphs(addition.assessment)}
        </div>`,
    )}
    ${additionForm(opened, state, query)} ${aboutSubmission(opened, line, query)}
    ${mayHide(roles, submission) ? hideForm(opened, state, query) : ''} ${shortcuts(t)}
  </section>`
}

async function lastSaved(
  c: Context<Env>,
  answer: Answer | undefined,
  { t, lang }: OpenedSubmissions,
): Promise<Html> {
  if (!answer) return html``
  const who = (await personById(c.var.house.store.db, answer.answeredBy))?.name
  return html`<p class="small quiet row">
    ${icon('CheckmarkCircle')}<span
      >${t('Lagret', 'Lagra', 'Saved')} ${date(answer.updatedAt, lang, 'short')}
      ${clockText(answer.updatedAt, lang)}${who ? ` ${t('av', 'av', 'by')} ${who}` : ''} ·
      ${t('versjon', 'versjon', 'version')} ${answer.seq}</span
    >
  </p>`
}

const shortcuts = (t: Say): Html =>
  html`<details class="ds-details" data-shortcuts>
    <summary>${t('Hurtigtaster', 'Snøggtastar', 'Shortcuts')}</summary>
    <p class="small">
      ${t(
        'j og k: neste og forrige punkt. 1–4: utfall. Ctrl+Enter: lagre og gå til neste.',
        'j og k: neste og førre punkt. 1–4: utfall. Ctrl+Enter: lagre og gå til neste.',
        'j and k: next and previous point. 1–4: outcome. Ctrl+Enter: save and go to next.',
      )}
    </p>
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id="hurtigtaster-av" data-shortcuts-off />
      <label class="ds-label" data-weight="regular" for="hurtigtaster-av"
        >${t('Slå av på denne maskinen', 'Slå av på denne maskina', 'Turn off on this machine')}</label
      >
    </div>
  </details>`

const stanceIcons: Record<Stance, IconName> = {
  support: 'ThumbUp',
  'support-with-change': 'NotePencil',
  against: 'ThumbDown',
  question: 'QuestionmarkCircle',
  remark: 'ChatElipsis',
  none: 'Minus',
}

export const stanceChip = (stance: Stance, lang: 'nb' | 'nn' | 'en'): Html =>
  chip('info', stanceIcons[stance], stances[stance][lang])
