// The form with assessment and outcome of one point, what stands instead of it for those who may not answer, and a
// municipality's own words beside a joint answer. Everything typed is kept when the form was refused.
import { html } from 'hono/html'
import { longestAssessment, mayAnswer, outcomes } from '../../submission/answer.ts'
import type { Answer, Outcome } from '../../submission/list.ts'
import type { Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { outcomeChip } from '../parts/chips.ts'
import { errorSummary, selectField, textArea } from '../parts/fields.ts'
import type { Say } from '../words.ts'
import { nameOf, paragraphs, titleOf, type OpenedSubmissions } from './opened.ts'
import type { PaneState } from './pane.ts'

export function answerForm(opened: OpenedSubmissions, state: PaneState, query: string): Html {
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
      maxlength: longestAssessment,
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
      <button class="ds-button" type="submit" name="go" value="next">
        ${t('Lagre og gå til neste', 'Lagre og gå til neste', 'Save and go to next')}
      </button>
      <button class="ds-button" data-variant="secondary" type="submit" name="go" value="stay">
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

export const answerAsRead = (
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
export function additionForm(opened: OpenedSubmissions, state: PaneState, query: string): Html {
  const { t, lang, home, roles } = opened
  const { point, submission } = state.line
  if (home === undefined || point.zone !== 'joint' || !submission.to.includes(home)) return html``
  if (!mayAnswer(roles, point, home) || !point.answer) return html``
  const mine = point.additions.find((one) => one.by === home)
  const typed = state.typedAddition
  return html`<details class="ds-details" ${typed ? html` open` : ''}>
    <summary>${t('Tillegg fra', 'Tillegg frå', 'Addition by')} ${nameOf(opened, home)}</summary>
    <form class="stack" method="post" action="/innspill/${point.label}/tillegg${query}">
      <input type="hidden" name="seq" value="${mine?.seq ?? 0}" />
      ${textArea({
        name: 'addition',
        label: t('Det som bare gjelder her', 'Det som berre gjeld her', 'What only holds here'),
        value: typed?.text ?? mine?.assessment ?? '',
        ...(typed ? { error: typed.error } : {}),
        rows: 3,
        maxlength: longestAssessment,
        lang,
      })}
      <button class="ds-button" data-variant="secondary" type="submit">
        ${t('Lagre tillegget', 'Lagre tillegget', 'Save the addition')}
      </button>
    </form>
  </details>`
}

const sayOutcome = (outcome: Outcome, t: Say): string =>
  ({
    accepted: t('Til følge', 'Til følgje', 'Accepted'),
    partly: t('Delvis', 'Delvis', 'Partly'),
    rejected: t('Ikke', 'Ikkje', 'Not'),
    noted: t('Orientering', 'Orientering', 'Noted'),
  })[outcome]
