// The fields of a record form, generated from an event's declaration: one kind of control a kind of field, everything
// typed kept, every message at its field.
import { html } from 'hono/html'
import type { EventSpec, FieldSpec } from '../../../workflows/event-spec.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { choiceLabel, fieldLabel } from '../../../workflows/words.ts'
import { first, rowsOf, type FieldError, type Typed } from '../../desk/read-form.ts'
import type { Html } from '../dates.ts'
import {
  checkField,
  dateField,
  fieldId,
  radioField,
  selectField,
  textArea,
  textField,
  tickField,
  type Choice,
  type FieldOptions,
} from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'

export type FormState = {
  spec: EventSpec
  typed: Typed
  errors: FieldError[]
  lang: Lang
  /// Choices that are looked up: editions, municipalities, consultees, chapters, who may be named.
  choices: {
    editions: Choice[]
    municipalities: Choice[]
    bodies: Choice[]
    chapters: Choice[]
    people: { heading: string; names: string[] }[]
    entries: Choice[]
    /// Files kept as evidence here, newest first.
    files: Choice[]
    about: Choice[]
  }
}

/// One field, whatever its type.
export function recordField(field: FieldSpec, state: FormState, prefix = ''): Html {
  const name = prefix + field.name
  const options = optionsOf(field, name, state)
  const value = first(state.typed, name)
  switch (field.type) {
    case 'date':
      return dateField({ ...options, value })
    case 'integer':
      return name === 'entry'
        ? selectField({ ...options, value, choices: state.choices.entries, empty: '–' })
        : textField({ ...options, value, size: 6 })
    case 'choice':
      return choiceField(field, options, value, state)
    case 'edition':
      return selectField({
        ...options,
        value,
        choices: state.choices.editions,
        empty: words(state.lang)('Velg teksten', 'Vel teksten', 'Choose the text'),
      })
    case 'municipality':
      return selectField({ ...options, value, choices: state.choices.municipalities, empty: '–' })
    case 'url':
      return textField({ ...options, value, size: 40 })
    case 'votes':
      return votesField(name, state)
    case 'list':
      return field.items ? rowsField(field, name, state) : namesField(name, options, state)
    default:
      return wordsField(field, options, value, state)
  }
}

export const optionsOf = (field: FieldSpec, name: string, state: FormState): FieldOptions => {
  const error = errorOf(state, name)
  return {
    name,
    label: labelOf(state, name),
    optional: !field.required && !/\.\d+\./.test(name),
    lang: state.lang,
    ...(hintOf(name, state.lang) ? { description: hintOf(name, state.lang)! } : {}),
    ...(error ? { error } : {}),
  }
}

/// A field's label in this event's form.
export function labelOf(
  { spec, lang }: { spec: { type: string }; lang: Lang },
  name: string,
): string {
  if (spec.type === 'schedule-council' && name === 'edition') {
    return words(lang)(
      'Teksten som legges fram',
      'Teksten som blir lagd fram',
      'The text put forward',
    )
  }
  return fieldLabel(spec.type, name.replaceAll(/\.\d+/g, ''), lang)
}

export const errorOf = (state: FormState, name: string): string | undefined =>
  state.errors.find(({ field }) => field === name)?.words[state.lang]

function wordsField(
  field: FieldSpec,
  options: FieldOptions,
  value: string,
  state: FormState,
): Html {
  const last = field.name
  if (last === 'body' || last === 'nextBody') {
    return selectField({ ...options, value, choices: bodiesWith(value, state), empty: '–' })
  }
  if (last === 'about') {
    return selectField({ ...options, value, choices: state.choices.about, empty: '–' })
  }
  if (last === 'section') {
    return selectField({ ...options, value, choices: state.choices.chapters, empty: '–' })
  }
  if (last === 'caseNumber') return textField({ ...options, value, size: 16, maxlength: 60 })
  if (field.free && (field.max === undefined || field.max > 200)) {
    return textArea({ ...options, value, rows: ['reason', 'note'].includes(last) ? 4 : 2 })
  }
  return textField({ ...options, value, size: 40, ...(field.max ? { maxlength: field.max } : {}) })
}

const bodiesWith = (value: string, state: FormState): Choice[] =>
  value && !state.choices.bodies.some((choice) => choice.value === value)
    ? [...state.choices.bodies, { value, text: value }]
    : state.choices.bodies

function choiceField(
  field: FieldSpec,
  options: FieldOptions,
  value: string,
  state: FormState,
): Html {
  const choices = (field.choices ?? []).map((choice) => ({
    value: choice,
    text: choiceLabel(field.name, choice, state.lang),
  }))
  const compact = options.name.includes('.') || ['societal', 'landUse'].includes(field.name)
  if (compact) return selectField({ ...options, value, choices, empty: '–' })
  return radioField({ ...options, value, choices, boxed: true })
}

/// Files already kept, to tick, and a link or words beside them.
export function evidenceField(field: FieldSpec, state: FormState, upload: string): Html {
  const t = words(state.lang)
  const { files } = state.choices
  return html`${
      files.length
        ? checkField({
            name: '_file',
            label: t('Filer', 'Filer', 'Files'),
            optional: true,
            choices: files,
            values: state.typed._file ?? [],
            lang: state.lang,
          })
        : ''
    }
    ${textArea({
      ...optionsOf(field, 'evidence', state),
      label: t('Lenke eller henvisning', 'Lenkje eller tilvising', 'Link or reference'),
      value: first(state.typed, 'evidence'),
      rows: 2,
    })}
    <p>
      <a class="ds-link" href="${upload}" target="_blank"
        >${icon('Upload')}
        ${t('Last opp en fil (ny fane)', 'Last opp ei fil (ny fane)', 'Upload a file (new tab)')}</a
      >
    </p>`
}

/// For, against, or all of one mind.
export function votesField(name: string, state: FormState): Html {
  const t = words(state.lang)
  const side = (which: 'for' | 'against', label: string): Html => {
    const error = errorOf(state, `${name}.${which}`)
    return textField({
      name: `${name}.${which}`,
      label,
      value: first(state.typed, `${name}.${which}`),
      size: 5,
      lang: state.lang,
      ...(error ? { error } : {}),
    })
  }
  return html`<div class="stack-2">
    ${tickField({
      name: `${name}.unanimous`,
      label: t('Enstemmig', 'Samrøystes', 'Unanimous'),
      ticked: first(state.typed, `${name}.unanimous`) !== '',
      lang: state.lang,
    })}
    <div class="field-row">
      ${side('for', t('For', 'For', 'For'))} ${side('against', t('Mot', 'Mot', 'Against'))}
    </div>
  </div>`
}

/// Names ticked from lists, and more of them one a line.
function namesField(name: string, options: FieldOptions, state: FormState): Html {
  const t = words(state.lang)
  const chosen = state.typed[name] ?? []
  const error = errorOf(state, name)
  return html`<div class="stack" id="${fieldId(name)}" tabindex="-1">
    ${state.choices.people.map(({ heading, names }, i) => ticks(name, i, heading, names, chosen))}
    ${textArea({
      name: `${name}.more`,
      label: state.choices.people.length
        ? t('Andre, én på hver linje', 'Andre, éin på kvar linje', 'Others, one a line')
        : `${options.label}, ${t('én på hver linje', 'éin på kvar linje', 'one a line')}`,
      value: first(state.typed, `${name}.more`),
      optional: true,
      rows: 3,
      lang: state.lang,
      ...(error ? { error } : {}),
    })}
  </div>`
}

/// Boxes to tick under one heading. Several groups share the field's name, so each has ids of its own.
function ticks(
  name: string,
  group: number,
  heading: string,
  names: string[],
  chosen: string[],
): Html {
  return html`<fieldset class="ds-fieldset">
    <legend class="ds-label" data-weight="medium">${heading}</legend>
    <div class="choices">
      ${names.map((each, i) => {
        const id = `${fieldId(name)}-${group}-${i}`
        return html`<div class="ds-field">
          <input
            class="ds-input"
            type="checkbox"
            id="${id}"
            name="${name}"
            value="${each}"
            ${chosen.includes(each) ? html` checked` : ''}
          /><label class="ds-label" data-weight="regular" for="${id}">${each}</label>
        </div>`
      })}
    </div>
  </fieldset>`
}

/// Rows of a list; one empty row at the end, and a button that adds more without script.
export function rowsField(field: FieldSpec, name: string, state: FormState): Html {
  const t = words(state.lang)
  const count = Math.max(rowsOf(state.typed, name), 1)
  const more = t('Legg til', 'Legg til', 'Add')
  return html`<div class="stack" id="${fieldId(name)}" tabindex="-1">
    ${Array.from({ length: count }, (_, row) => {
      const label = `${t('Rad', 'Rad', 'Row')} ${row + 1}`
      return html`<fieldset class="ds-fieldset">
        <legend class="ds-sr-only">${label}</legend>
        <div class="stack-2">
          ${field
            .items!.filter((item) => item.type === 'text' && item.free)
            .map((item) => recordField(item, state, `${name}.${row}.`))}
          <div class="field-row">
            ${field
              .items!.filter((item) => !(item.type === 'text' && item.free))
              .map((item) => recordField(item, state, `${name}.${row}.`))}
          </div>
        </div>
      </fieldset>`
    })}
    <button class="ds-button" data-variant="tertiary" name="_add" value="${name}" formnovalidate>
      ${icon('Plus')}${more}: ${fieldLabel(state.spec.type, name, state.lang).toLowerCase()}
    </button>
  </div>`
}

function hintOf(name: string, lang: Lang): string | undefined {
  const t = words(lang)
  const hints: Record<string, string> = {
    caseNumber: t(
      'Slik det står i protokollen',
      'Slik det står i protokollen',
      'As it stands in the minutes',
    ),
    evidence: t(
      'Lenke til protokollen, eller «protokoll kommer»',
      'Lenkje til protokollen, eller «protokoll kjem»',
      'Link to the minutes, or “minutes pending”',
    ),
    url: t(
      'Der alle kan lese forslaget',
      'Der alle kan lese framlegget',
      'Where anybody can read it',
    ),
    reference: t(
      'Sak, møte eller dokument som viser beslutningen',
      'Sak, møte eller dokument som viser avgjerda',
      'Case, meeting or document that shows the decision',
    ),
    name: t(
      'Står tomt: navnet blir satt for deg',
      'Står tomt: namnet blir sett for deg',
      'Left empty: the name is set for you',
    ),
  }
  return hints[name.split('.').at(-1)!]
}
