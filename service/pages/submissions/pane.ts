// One point opened: what was said, about what, and the form with assessment and outcome. Everything typed is kept when
// somebody else was first or a field is wrong.
import { html } from 'hono/html'
import { personById } from '../../../db/people.ts'
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import { may } from '../../../workflows/rights.ts'
import { mayAnswer, mayHide, outcomes } from '../../submission/answer.ts'
import { senderKinds, stances, type Stance } from '../../submission/input.ts'
import type { Answer, Outcome } from '../../submission/list.ts'
import type { IconName } from '../../design/icons.ts'
import { clockText, date, type Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { chip, outcomeChip } from '../parts/chips.ts'
import { errorSummary, selectField, textArea } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { listed, type Say } from '../words.ts'
import { queryOf, type Filter, type Line } from './filter.ts'
import { placeOf, titleOf, type OpenedSubmissions } from './opened.ts'
import { lateMark, senderName } from './table.ts'
import { isLate } from './filter.ts'

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

function answerForm(opened: OpenedSubmissions, state: PaneState, query: string): Html {
  const { t, lang, sections, desk } = opened
  const { point } = state.line
  const { typed, errors = [], conflict } = state
  const answer = point.answer
  const value = typed ?? {
    assessment: answer?.assessment ?? '',
    outcome: answer?.outcome ?? '',
    ledTo: answer?.ledTo?.id ?? '',
  }
  const wrong = (field: string) => errors.find((e) => e.field === field)?.text
  const error = (field: string) => {
    const text = wrong(field)
    return text === undefined ? {} : { error: text }
  }
  return html`<form
    method="post"
    action="/innspill/${point.label}${query}"
    class="stack"
    data-answer-form
  >
    ${conflict ? conflictAlert(opened, answer) : ''}
    ${errorSummary(errors, lang, t('Rett opp før du lagrer', 'Rett opp før du lagrar', 'Correct before you save'))}
    <input type="hidden" name="seq" value="${answer?.seq ?? 0}" />
    <fieldset class="ds-fieldset" id="felt-outcome" tabindex="-1">
      <legend class="ds-label" data-weight="medium">${t('Utfall', 'Utfall', 'Outcome')}</legend>
      <div class="ds-toggle-group outcome-choices" data-many>
        ${outcomes.map(
          (outcome, at) =>
            html`<label class="ds-button" data-variant="tertiary"
              ><input
                type="radio"
                name="outcome"
                value="${outcome}"
                data-key="${at + 1}"
                ${value.outcome === outcome ? html` checked` : ''}
              />${sayOutcome(outcome, t)}</label
            >`,
        )}
      </div>
      ${wrong('outcome') ? html`<p class="ds-validation-message">${wrong('outcome')}</p>` : ''}
    </fieldset>
    ${textArea({
      name: 'assessment',
      label: t(
        'Vurdering (blir offentlig)',
        'Vurdering (blir offentleg)',
        'Assessment (becomes public)',
      ),
      value: value.assessment,
      rows: 6,
      maxlength: 10_000,
      ...(point.zone === 'joint'
        ? {
            description: t(
              'Svaret er felles for alle kommunene uttalelsen er sendt til.',
              'Svaret er felles for alle kommunane fråsegna er send til.',
              'The answer is shared by all municipalities it was sent to.',
            ),
          }
        : {}),
      ...error('assessment'),
      lang,
    })}
    ${selectField({
      name: 'ledTo',
      label: t('Endringen det førte til', 'Endringa det førte til', 'The change it led to'),
      description: t('Avsenderen ser det.', 'Avsendaren ser det.', 'The sender sees it.'),
      optional: true,
      value: value.ledTo,
      empty: t('Ingen endring i teksten', 'Inga endring i teksten', 'No change in the text'),
      wide: true,
      choices: sections
        .filter((s) => s.zone === 'joint' || s.zone === point.zone)
        .map((s) => ({
          value: s.id,
          text:
            s.zone === 'joint'
              ? titleOf(s, lang)
              : `${desk.tracks.find((track) => track.number === s.zone)?.name ?? ''}: ${titleOf(s, lang)}`,
        })),
      lang,
    })}
    <div class="row">
      <button class="ds-button" type="submit" name="then" value="next">
        ${t('Lagre og gå til neste', 'Lagre og gå til neste', 'Save and go to next')}
      </button>
      <button class="ds-button" data-variant="secondary" type="submit" name="then" value="stay">
        ${t('Lagre', 'Lagre', 'Save')}
      </button>
    </div>
  </form>`
}

function conflictAlert({ t, lang }: OpenedSubmissions, answer: Answer | undefined): Html {
  return alert(
    'danger',
    html`${t(
      'Det som er lagret, står under her. Det du skrev, står fortsatt i feltet. Lagrer du nå, gjelder ditt svar.',
      'Det som er lagra, står under her. Det du skreiv, står framleis i feltet. Lagrar du no, gjeld ditt svar.',
      'What is stored stands below. What you wrote is still in the field. If you save now, yours stands.',
    )}${answer ? html`<br />${outcomeChip(answer.outcome, lang)} «${answer.assessment}»` : ''}`,
    {
      heading: t(
        'Noen andre svarte i mellomtiden',
        'Nokon andre svara i mellomtida',
        'Somebody else answered in the meantime',
      ),
      level: 3,
      done: true,
    },
  )
}

const answerAsRead = (
  opened: OpenedSubmissions,
  answer: Answer | undefined,
  zone: string,
): Html => {
  const { t, lang } = opened
  return html`<div class="stack-2">
    <div>${outcomeChip(answer?.outcome ?? '', lang)}</div>
    ${answer ? paragraphs(answer.assessment) : ''}
    <p class="small quiet">
      ${
        zone === 'joint'
          ? t(
              'Koordinatoren og planleggerne svarer på dette punktet.',
              'Koordinatoren og planleggjarane svarar på dette punktet.',
              'The coordinator and the planners answer this point.',
            )
          : t(
              `Planleggerne i ${nameOf(opened, zone)} svarer på dette punktet.`,
              `Planleggjarane i ${nameOf(opened, zone)} svarar på dette punktet.`,
              `The planners of ${nameOf(opened, zone)} answer this point.`,
            )
      }
    </p>
  </div>`
}

/// A municipality's own words beside the joint answer.
function additionForm(opened: OpenedSubmissions, state: PaneState, query: string): Html {
  const { t, lang, home, roles } = opened
  const { point, submission } = state.line
  if (home === undefined || point.zone !== 'joint' || !submission.to.includes(home)) return html``
  if (!mayAnswer(roles, point, home) || !point.answer) return html``
  const mine = point.additions.find((one) => one.by === home)
  return html`<details class="ds-details">
    <summary>${t('Tillegg fra', 'Tillegg frå', 'Addition by')} ${nameOf(opened, home)}</summary>
    <form class="stack" method="post" action="/innspill/${point.label}/tillegg${query}">
      <input type="hidden" name="seq" value="${mine?.seq ?? 0}" />
      ${textArea({
        name: 'addition',
        label: t('Det som bare gjelder her', 'Det som berre gjeld her', 'What only holds here'),
        value: mine?.assessment ?? '',
        rows: 3,
        maxlength: 10_000,
        lang,
      })}
      <button class="ds-button" data-variant="secondary" type="submit">
        ${t('Lagre tillegget', 'Lagre tillegget', 'Save the addition')}
      </button>
    </form>
  </details>`
}

function aboutSubmission(
  opened: OpenedSubmissions,
  { submission, point }: Line,
  query: string,
): Html {
  const { t, lang, desk, roles } = opened
  const others = submission.points.filter((one) => one.point !== point.point)
  const everybody = submission.to.length === desk.tracks.length
  const contact =
    submission.contact !== '' &&
    submission.to.some((municipality) => may(roles, 'see-sender-contact', { municipality }))
  return html`<details class="ds-details">
    <summary>${t('Om uttalelse', 'Om fråsegn', 'About submission')} ${submission.number}</summary>
    <dl class="facts small">
      <div>
        <dt>${t('Mottatt', 'Motteken', 'Received')}</dt>
        <dd>${date(submission.receivedOn, lang)} ${clockText(submission.receivedAt, lang)}</dd>
      </div>
      <div>
        <dt>${t('Sendt til', 'Send til', 'Sent to')}</dt>
        <dd>
          ${
            everybody
              ? t('Alle tolv', 'Alle tolv', 'All twelve')
              : listed(
                  submission.to.map((one) => nameOf(opened, one)),
                  lang,
                )
          }
        </dd>
      </div>
      ${
        contact
          ? html`<div>
              <dt>${t('Kontakt', 'Kontakt', 'Contact')}</dt>
              <dd>
                ${submission.contact}
                <span class="quiet"
                  >${t('(vises aldri åpent)', '(blir aldri vist ope)', '(never shown publicly)')}</span
                >
              </dd>
            </div>`
          : ''
      }
      ${
        others.length > 0
          ? html`<div>
              <dt>${t('Andre punkter', 'Andre punkt', 'Other points')}</dt>
              <dd class="row">
                ${others.map(
                  (one) =>
                    html`<a class="ds-link" href="/innspill/${one.label}${query}">${one.label}</a>`,
                )}
              </dd>
            </div>`
          : ''
      }
    </dl>
  </details>`
}

function hideForm(opened: OpenedSubmissions, state: PaneState, query: string): Html {
  const { t, lang } = opened
  const { submission, point } = state.line
  const action = `/innspill/${point.label}/skjul${query}`
  if (submission.hidden) {
    return html`<form class="stack-2" method="post" action="${action}">
      ${alert('warning', html`${t('Grunn', 'Grunn', 'Reason')}: ${submission.hidden.reason}`, {
        heading: t(
          'Uttalelsen er skjult for andre',
          'Fråsegna er skjult for andre',
          'The submission is hidden from others',
        ),
        level: 3,
      })}
      <button class="ds-button" data-variant="secondary" type="submit" name="show" value="yes">
        ${t('Vis den igjen', 'Vis ho att', 'Show it again')}
      </button>
    </form>`
  }
  return html`<details class="ds-details" ${state.typedReason === undefined ? '' : html` open`}>
    <summary>${t('Skjul for andre', 'Skjul for andre', 'Hide from others')}</summary>
    <form class="stack" method="post" action="${action}">
      ${textArea({
        name: 'reason',
        label: t('Grunn (blir vist)', 'Grunn (blir vist)', 'Reason (is shown)'),
        description: t(
          'Bruk det når teksten er krenkende eller har andres personopplysninger. Originalen blir tatt vare på og arkivert.',
          'Bruk det når teksten er krenkjande eller har personopplysningar om andre. Originalen blir teken vare på og arkivert.',
          'For what is abusive or holds personal data of others. The original is kept and archived.',
        ),
        value: state.typedReason ?? '',
        rows: 2,
        maxlength: 500,
        ...(state.typedReason === undefined
          ? {}
          : { error: t('Skriv grunnen', 'Skriv grunnen', 'Write the reason') }),
        lang,
      })}
      <button class="ds-button" data-variant="secondary" data-color="danger" type="submit">
        ${t('Skjul uttalelsen', 'Skjul fråsegna', 'Hide the submission')}
      </button>
    </form>
  </details>`
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

export const sayOutcome = (outcome: Outcome, t: Say): string =>
  ({
    accepted: t('Til følge', 'Til følgje', 'Accepted'),
    partly: t('Delvis', 'Delvis', 'Partly'),
    rejected: t('Ikke', 'Ikkje', 'Not'),
    noted: t('Orientering', 'Orientering', 'Noted'),
  })[outcome]

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

export const nameOf = ({ desk }: Pick<OpenedSubmissions, 'desk'>, number: string): string =>
  desk.tracks.find((track) => track.number === number)?.name ?? number

/// Typed text as paragraphs; every word is escaped by the template.
export const paragraphs = (text: string): Html =>
  html`${text
    .split(/\n{2,}|\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => html`<p>${one}</p>`)}`
