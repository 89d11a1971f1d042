// How the fields of a form are grouped: in the order of the minutes for what a council decided, in the order of the
// package for what was made public, in one box for the rest.
import { html } from 'hono/html'
import type { FieldSpec } from '../../../workflows/event-spec.ts'
import { councilDay } from '../../desk/board-view.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import type { EditionChoice } from '../../desk/editions.ts'
import { first } from '../../desk/read-form.ts'
import { publishedDay } from '../../desk/say-margin.ts'
import { dateText, daysBetween, parseDay, type Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { dateField, radioField } from '../parts/fields.ts'
import { hash } from '../parts/hash.ts'
import { words } from '../words.ts'
import {
  errorOf,
  evidenceField,
  optionsOf,
  recordField,
  rowsField,
  votesField,
  type FormState,
} from './record-fields.ts'

export type BoxesOf = {
  state: FormState
  desk: Desk
  track?: Track | undefined
  editions: EditionChoice[]
}

/// All boxes of one event's form.
export function boxes(of: BoxesOf): Html {
  const { type } = of.state.spec
  if (type === 'record-decision') return decisionBoxes(of)
  if (type === 'record-publication') return publicationBoxes(of)
  if (type === 'schedule-council' || type === 'move-meeting') return meetingBoxes(of)
  const fields = of.state.spec.fields.filter(
    ({ name, overriding }) => name !== 'evidence' && !overriding,
  )
  const acted = actedOnField(of.state)
  const proof = evidenceBox(of)
  if (!acted && fields.length === 0) return html`${proof}`
  const nothing = type === 'confirm-adopted-text' && of.state.choices.editions.length === 0
  return html`${nothing ? notWorkedIn(of) : ''}
    <div class="box">${acted}${fields.map((field) => recordField(field, of.state))}</div>
    ${proof}`
}

/// What the act rests on; only for facts.
function evidenceBox({ state, track }: BoxesOf): Html | string {
  const field = state.spec.fields.find(({ name, overriding }) => name === 'evidence' && !overriding)
  if (!field) return ''
  const t = words(state.lang)
  return box(
    t('Dokumentasjon', 'Dokumentasjon', 'Evidence'),
    evidenceField(field, state, `/bevis?kommune=${track?.number ?? ''}`),
  )
}

function notWorkedIn({ state, track }: BoxesOf): Html {
  const t = words(state.lang)
  return alert(
    'info',
    html`${t(
        'Planleggeren har ikke arbeidet inn endringene ennå.',
        'Planleggaren har ikkje arbeidd inn endringane enno.',
        'The planner has not worked in the changes yet.',
      )}
      <a class="ds-link" href="/kommune/${track?.number ?? ''}/vedtatt-tekst"
        >${t('Se teksten', 'Sjå teksten', 'See the text')}</a
      >`,
  )
}

/// The date of the act: asked for facts. A plan is made today; a publication has its own date.
export const asksForDay = ({ spec }: Pick<FormState, 'spec'>): boolean =>
  spec.kind === 'F' && spec.type !== 'record-publication' && spec.type !== 'correct'

function actedOnField(state: FormState): Html | string {
  if (!asksForDay(state)) return ''
  const field: FieldSpec = { name: 'actedOn', type: 'date', required: true }
  return dateField({ ...optionsOf(field, 'actedOn', state), value: first(state.typed, 'actedOn') })
}

const fieldOf = (state: FormState, name: string): FieldSpec =>
  state.spec.fields.find((field) => field.name === name)!

const box = (legend: string, body: Html, hint?: string): Html =>
  html`<fieldset class="box">
    <legend>${legend}</legend>
    ${hint ? html`<p class="quiet">${hint}</p>` : ''}${body}
  </fieldset>`

function decisionBoxes(of: BoxesOf): Html {
  const { state, desk } = of
  const t = words(state.lang)
  const draw = (name: string): Html => recordField(fieldOf(state, name), state)
  const others = desk.tracks.length - 1
  return html`${box(
    t('Møtet', 'Møtet', 'The meeting'),
    html`<div class="field-row">${actedOnField(state)}${draw('caseNumber')}</div>
      <div class="field-row">${draw('body')}</div>
      ${draw('edition')}`,
  )}
  ${box(
    t('Utfallet', 'Utfallet', 'The outcome'),
    html`${draw('outcome')} ${votesField('votes', state)}`,
  )}
  ${box(
    t('Endringene', 'Endringane', 'The changes'),
    rowsField(fieldOf(state, 'changes'), 'changes', state),
    t(
      `Bare når strategien er vedtatt med endringer. Før opp hver endring, slik den ble vedtatt. Da ser de ${others} andre om den gjelder dem.`,
      `Berre når strategien er vedteken med endringar. Før opp kvar endring, slik ho vart vedteken. Då ser dei ${others} andre om ho gjeld dei.`,
      `Only when the strategy was adopted with changes. List each change as it was adopted, so the ${others} others see whether it concerns them.`,
    ),
  )}
  ${box(
    t('Vedtaket, ord for ord', 'Vedtaket, ord for ord', 'The decision, word for word'),
    rowsField(fieldOf(state, 'points'), 'points', state),
    t(
      'Ett felt for hvert vedtakspunkt. Et ekstra lokalt punkt er ingen endring av teksten.',
      'Eitt felt for kvart vedtakspunkt. Eit ekstra lokalt punkt er inga endring av teksten.',
      'One field an operative point. An extra local point is no change of the text.',
    ),
  )}
  ${box(
    t(
      'Kommuneplanvalget (må være med i vedtaket)',
      'Kommuneplanvalet (må vere med i vedtaket)',
      'The master plan (must be in the decision)',
    ),
    html`<div class="field-row">${draw('societal')}${draw('landUse')}</div>`,
  )}
  ${box(
    t('Behandlingen i møtet', 'Handsaminga i møtet', 'The treatment in the meeting'),
    html`${draw('proposals')} ${draw('disqualified')}`,
    t(
      'Slik det står i protokollen. Planvev vurderer ikke habiliteten.',
      'Slik det står i protokollen. Planvev vurderer ikkje habiliteten.',
      'As in the minutes. Planvev does not judge who is disqualified.',
    ),
  )}
  ${box(
    t('Hvis saken ikke ble vedtatt', 'Om saka ikkje vart vedteken', 'If the case was not adopted'),
    html`<div class="field-row">${draw('nextMeetingOn')}</div>
      ${draw('to')} ${draw('reason')}`,
    t(
      'Fylles ut når saken ble sendt tilbake, utsatt eller ikke vedtatt.',
      'Blir fylt ut når saka vart send tilbake, utsett eller ikkje vedteken.',
      'When the case was sent back, postponed or not adopted.',
    ),
  )}
  ${box(t('Fullmakt', 'Fullmakt', 'Power'), draw('editorialPower'))} ${evidenceBox(of)}`
}

function publicationBoxes(of: BoxesOf): Html {
  const { state, track, editions, desk } = of
  const t = words(state.lang)
  const draw = (name: string): Html => recordField(fieldOf(state, name), state)
  const edition = editions.find(({ hash: id }) => id === track?.facts.edition?.id)
  const points = track?.facts.proposed.points ?? 0
  return html`${box(
    t('Pakken som er offentlig', 'Pakken som er offentleg', 'The package made public'),
    edition
      ? html`<ul class="ds-list">
          <li>
            ${edition.label}
            ${hash(edition.hash, state.lang, `/s/${desk.strategy.slug}/v/${edition.hash}`)}
          </li>
          <li>
            ${t('Kommunedelen', 'Kommunedelen', 'The own part')}${
              edition.own
                ? html`, ${t('låst', 'låst', 'frozen')} ${dateText(edition.own, state.lang)}`
                : ''
            }
          </li>
          <li>
            ${
              points
                ? t(
                    `Forslag til vedtak med ${points} punkter`,
                    `Framlegg til vedtak med ${points} punkt`,
                    `Proposed decision with ${points} points`,
                  )
                : html`<strong
                    >${t(
                      'Forslag til vedtak mangler',
                      'Framlegg til vedtak manglar',
                      'The proposed decision is missing',
                    )}</strong
                  >`
            }
            –
            <a class="ds-link" href="/kommune/${track?.number ?? ''}/forslag"
              >${t('åpne forslaget', 'opne framlegget', 'open the proposal')}</a
            >
          </li>
        </ul>`
      : alert(
          'warning',
          t(
            'Fellesdelen eller kommunedelen er ikke låst ennå, så Planvev vet ikke hvilken tekst som er offentlig.',
            'Fellesdelen eller kommunedelen er ikkje låst enno, så Planvev veit ikkje kva tekst som er offentleg.',
            'The joint or the own part is not frozen yet, so Planvev does not know which text is public.',
          ),
        ),
  )}
  ${box(
    t('Kunngjøringen', 'Kunngjeringa', 'The publication'),
    html`<div class="field-row">${draw('publishedOn')}${draw('sentOn')}</div>
      ${draw('url')}`,
  )}
  ${box(
    t('Høringen', 'Høyringa', 'The consultation'),
    html`<div class="field-row">${draw('deadlineOn')}</div>`,
    t(
      'Fristen går ut kl. 23.59. Uten frist er forslaget offentlig uten at det er høring.',
      'Fristen går ut kl. 23.59. Utan frist er framlegget offentleg utan at det er høyring.',
      'The deadline ends at 23:59. Without one the proposal is public without a consultation.',
    ),
  )}
  ${box(
    t('Hvem som er spurt', 'Kven som er spurde', 'Who was asked'),
    draw('consultees'),
    t(
      'Staten, fylket og hver nabokommune skal spørres (pbl § 10-1).',
      'Staten, fylket og kvar nabokommune skal spørjast (pbl § 10-1).',
      'The state, the county and each neighbour must be asked (pbl § 10-1).',
    ),
  )}
  ${evidenceBox(of)}`
}

/// The council's meetings from the calendar, each with how long the proposal has been public by then.
function meetingBoxes({ state, track }: BoxesOf): Html {
  const t = words(state.lang)
  const { lang } = state
  const rest = state.spec.fields.filter(
    ({ name, overriding }) => name !== 'meetingOn' && !overriding,
  )
  const published = track ? publishedDay(track) : undefined
  const lawful = track?.deadlines.find(({ rule }) => rule === 'thirty-days')
  const now = track ? councilDay(track) : undefined
  const meetings = (track?.meetings ?? []).filter(({ body }) => body === 'kommunestyre').slice(0, 8)
  const firstDay = lawful
    ? t(
        `Første lovlige dag er ${dateText(lawful.on, lang)}${lawful.safeOn ? `, trygg dag ${dateText(lawful.safeOn, lang)}` : ''}.`,
        `Første lovlege dag er ${dateText(lawful.on, lang)}${lawful.safeOn ? `, trygg dag ${dateText(lawful.safeOn, lang)}` : ''}.`,
        `The first lawful day is ${dateText(lawful.on, lang)}${lawful.safeOn ? `, safe day ${dateText(lawful.safeOn, lang)}` : ''}.`,
      )
    : t(
        'Forslaget er ikke kunngjort, så de 30 dagene har ikke begynt.',
        'Framlegget er ikkje kunngjort, så dei 30 dagane har ikkje byrja.',
        'The proposal is not public, so the 30 days have not begun.',
      )
  const wanted = parseDay(first(state.typed, 'meetingOn'))
  const known = meetings.some(({ on }) => on === wanted)
  const picked = first(state.typed, '_pick') || (known ? wanted! : wanted ? 'other' : '')
  const about = (on: string): string => {
    if (!published) return ''
    const been = daysBetween(published, on)
    const short =
      been < 30
        ? t(', det skal være minst 30', ', det skal vere minst 30', ', it must be at least 30')
        : ''
    return (
      t(
        `${been} dager etter kunngjøringen`,
        `${been} dagar etter kunngjeringa`,
        `${been} days after publication`,
      ) + short
    )
  }
  const error = errorOf(state, 'meetingOn')
  return html`${box(
    now && state.spec.type === 'move-meeting'
      ? t('Nytt møte', 'Nytt møte', 'New meeting')
      : t('Møtet', 'Møtet', 'The meeting'),
    html`${
      meetings.length
        ? radioField({
            name: '_pick',
            label: t('Fra møtekalenderen', 'Frå møtekalenderen', 'From the calendar'),
            value: picked,
            lang,
            choices: [
              ...meetings.map(({ on }) => ({
                value: on,
                text: dateText(on, lang, 'weekday'),
                ...(published ? { description: about(on) } : {}),
              })),
              { value: 'other', text: t('En annen dag', 'Ein annan dag', 'Another day') },
            ],
          })
        : ''
    }
    ${dateField({
      name: 'meetingOn',
      label: meetings.length
        ? t('En annen dag', 'Ein annan dag', 'Another day')
        : t('Møtedato', 'Møtedato', 'Meeting date'),
      value: picked === 'other' || !known ? first(state.typed, 'meetingOn') : '',
      optional: meetings.length > 0,
      lang,
      ...(error ? { error } : {}),
    })}`,
    firstDay,
  )}${
    rest.length
      ? html`<div class="box">${rest.map((field) => recordField(field, state))}</div>`
      : ''
  }`
}
