// The fields of one planning need as a form, and what comes back from it.
import { html } from 'hono/html'
import {
  goals,
  needs,
  planThemes,
  planTypes,
  priorities,
  resources,
  sayHalfYear,
  shortHalfYear,
  statuses,
  type HalfYear,
  type PlanNeedFields,
} from '../../plan-need/fields.ts'
import { sayRowError, type RowErrors, type TypedRow } from '../../plan-need/read-fields.ts'
import type { Lang, Words } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import {
  checkField,
  selectField,
  textArea,
  textField,
  tickField,
  type FieldOptions,
} from '../parts/fields.ts'
import type { NeedsAround } from './opened.ts'

/// What every plan is asked; the caller puts the fields in a `form` with the buttons.
export function mainFields(
  opened: NeedsAround,
  zone: string,
  typed: TypedRow,
  errors: RowErrors,
): Html {
  const { t, lang, desk } = opened
  const { base, inBoth, select, wanted } = partsOf(opened, zone, typed, errors)
  const halves = halfYearChoices(desk.strategy, lang).map(([value, text]) => ({ value, text }))
  const notSet = t('Ikke satt', 'Ikkje sett', 'Not set')
  return html`${wanted.map((l) =>
      textField({
        ...base(
          `name-${l}`,
          inBoth(t('Navnet på planen', 'Namnet på planen', 'Name of the plan'), l),
        ),
        maxlength: 200,
      }),
    )}
    <div class="field-row">
      ${select('type', t('Plantype', 'Plantype', 'Plan type'), planTypes)}
      ${select('theme', t('Tema', 'Tema', 'Theme'), planThemes, t('Ikke et bestemt tema', 'Ikkje eit bestemt tema', 'No particular theme'))}
    </div>
    <div class="field-row">
      ${select('need', t('Behov', 'Behov', 'Need'), needs)}
      ${select('priority', t('Prioritet', 'Prioritet', 'Priority'), priorities)}
      ${select('status', t('Status', 'Status', 'Status'), statuses)}
    </div>
    <div class="field-row">
      ${selectField({ ...base('start', t('Oppstart', 'Oppstart', 'Start')), choices: halves, empty: notSet })}
      ${selectField({ ...base('done', t('Ferdig', 'Ferdig', 'Done')), choices: halves, empty: notSet })}
    </div>`
}

/// The rest: why, who, with whom, on what ground, and for which of the UN's goals.
export function moreFields(
  opened: NeedsAround,
  zone: string,
  typed: TypedRow,
  errors: RowErrors,
): Html {
  const { t, lang, desk } = opened
  const { base, inBoth, select, wanted } = partsOf(opened, zone, typed, errors)
  return html`${wanted.map((l) =>
      textArea({
        ...base(`assessment-${l}`, inBoth(t('Vurdering', 'Vurdering', 'Assessment'), l)),
        description: t(
          'Hvorfor trengs planen, eller hvorfor er den god nok?',
          'Kvifor trengst planen, eller kvifor er han god nok?',
          'Why is the plan needed, or good enough?',
        ),
        rows: 3,
        maxlength: 2_000,
        optional: true,
      }),
    )}
    ${wanted.map((l) =>
      textField({
        ...base(`responsible-${l}`, inBoth(t('Ansvar', 'Ansvar', 'Responsible'), l)),
        maxlength: 200,
        optional: true,
      }),
    )}
    ${select('resource', t('Ressurs', 'Ressurs', 'Resource'), resources)}
    <fieldset class="box">
      <legend>${t('Gjeldende plan', 'Gjeldande plan', 'The plan in force')}</legend>
      <div class="field-row">
        ${textField({ ...base('adopted-year', t('Vedtatt år', 'Vedteken år', 'Adopted in')), size: 6, optional: true })}
        ${textField({ ...base('adopted-reference', t('Sak', 'Sak', 'Case')), size: 16, optional: true, maxlength: 100 })}
        ${textField({ ...base('valid-from', t('Gjelder fra', 'Gjeld frå', 'Valid from')), size: 6, optional: true })}
        ${textField({ ...base('valid-to', t('Gjelder til', 'Gjeld til', 'Valid to')), size: 6, optional: true })}
      </div>
    </fieldset>
    ${tickField({ ...base('statutory', t('Planen er lovpålagt', 'Planen er lovpålagd', 'The plan is statutory')), ticked: typed.get('statutory') !== '' })}
    ${textField({ ...base('basis', t('Hjemmel', 'Heimel', 'Legal basis')), maxlength: 200, optional: true })}
    ${checkField({
      ...base('with', t('Samarbeid med', 'Samarbeid med', 'Together with')),
      choices: desk.tracks
        .filter((track) => track.number !== zone)
        .map((track) => ({ value: track.number, text: track.name })),
      values: typed.all('with'),
      boxed: true,
      optional: true,
    })}
    ${checkField({
      ...base('goals', t('FNs bærekraftsmål', 'Berekraftsmåla til FN', 'UN goals')),
      choices: goals.map((w, at) => ({ value: String(at + 1), text: `${at + 1} ${w[lang]}` })),
      values: typed.all('goals'),
      boxed: true,
      optional: true,
    })}`
}

/// How a field of the row is named, what stands in it, and in which languages it is asked.
function partsOf({ t, lang, desk }: NeedsAround, zone: string, typed: TypedRow, errors: RowErrors) {
  const own = desk.tracks.find((track) => track.number === zone)?.language
  const wanted: ('nb' | 'nn')[] = zone === 'joint' ? ['nb', 'nn'] : [own === 'nn' ? 'nn' : 'nb']
  const base = (name: string, label: string): FieldOptions => {
    const wrong = errors.find((error) => error.field === name)
    return {
      name,
      label,
      value: typed.get(name),
      lang,
      ...(wrong ? { error: sayRowError(wrong.key, lang) } : {}),
    }
  }
  const inBoth = (label: string, language: 'nb' | 'nn'): string =>
    wanted.length === 1
      ? label
      : `${label} (${language === 'nb' ? t('bokmål', 'bokmål', 'Bokmål') : t('nynorsk', 'nynorsk', 'Nynorsk')})`
  const select = (name: string, label: string, from: Record<string, Words>, empty?: string): Html =>
    selectField({
      ...base(name, label),
      choices: Object.entries(from).map(([value, w]) => ({ value, text: w[lang] })),
      ...(empty === undefined ? {} : { empty, optional: true }),
    })
  return { base, inBoth, select, wanted }
}

/// Half-years a plan can start or be done in: the period and the two years after.
export function halfYearChoices(
  { from, to }: { from: number; to: number },
  lang: Lang,
  short = false,
): [string, string][] {
  const choices: [string, string][] = short ? [['', '–']] : []
  for (let year = from - 1; year <= to + 2; year++) {
    for (const part of [1, 2] as const) {
      const half: HalfYear = `${year}-${part}`
      choices.push([half, short ? shortHalfYear(half) : sayHalfYear(half, lang)])
    }
  }
  return choices
}

/// A stored row as the form shows it.
export function typedRow(fields: PlanNeedFields | undefined): TypedRow {
  const one: Record<string, string> = fields
    ? {
        'name-nb': fields.name.nb,
        'name-nn': fields.name.nn,
        type: fields.type,
        theme: fields.theme ?? '',
        need: fields.need,
        priority: String(fields.priority),
        status: fields.status,
        start: fields.start ?? '',
        done: fields.done ?? '',
        'assessment-nb': fields.assessment.nb,
        'assessment-nn': fields.assessment.nn,
        'responsible-nb': fields.responsible.nb,
        'responsible-nn': fields.responsible.nn,
        resource: fields.resource,
        'adopted-year': fields.adopted ? String(fields.adopted.year) : '',
        'adopted-reference': fields.adopted?.reference ?? '',
        'valid-from': fields.valid ? String(fields.valid.from) : '',
        'valid-to': fields.valid ? String(fields.valid.to) : '',
        statutory: fields.statutory ? 'yes' : '',
        basis: fields.basis ?? '',
      }
    : { type: 'thematic', need: 'new', priority: '2', status: 'not-started', resource: 'own' }
  const many: Record<string, string[]> = {
    goals: (fields?.goals ?? []).map(String),
    with: fields?.with ?? [],
  }
  return { get: (field) => one[field] ?? '', all: (field) => many[field] ?? [] }
}

/// A posted form, over what was stored: fields the form does not have keep their value.
export function postedRow(form: FormData, under?: TypedRow, whole = true): TypedRow {
  return {
    get: (field) =>
      form.has(field)
        ? String(form.get(field))
        : whole && ticks.has(field)
          ? ''
          : (under?.get(field) ?? ''),
    all: (field) =>
      form.has(field) ? form.getAll(field).map(String) : whole ? [] : (under?.all(field) ?? []),
  }
}

/// Boxes that send nothing when they are not ticked.
const ticks = new Set(['statutory'])
