// A row of planning needs as a form or a file gives it, read strictly: everything wrong is said at once, with its field.
import { cleanText } from '../guard/body.ts'
import type { Lang } from '../../workflows/lang.ts'
import {
  needs,
  planThemes,
  planTypes,
  resources,
  statuses,
  type HalfYear,
  type PlanNeedFields,
} from './fields.ts'

/// What came from the form: one text a field, lists for boxes ticked.
export type TypedRow = { get(field: string): string; all(field: string): string[] }

export type RowErrors = { field: string; key: RowError }[]
export type RowError = 'missing' | 'unknown' | 'too-long' | 'year' | 'half-year' | 'order'

const longest = { name: 200, assessment: 2_000, responsible: 200, basis: 200, reference: 100 }

/// Reads a row. `both` asks for both languages (joint rows); else `language` alone must be filled.
export function readFields(
  typed: TypedRow,
  options: { both: boolean; language: 'nb' | 'nn'; municipalities: string[] },
): { ok: true; fields: PlanNeedFields } | { ok: false; errors: RowErrors } {
  const errors: RowErrors = []
  const wrong = (field: string, key: RowError) => void errors.push({ field, key })

  const text = (field: string, most: number): string => {
    const value = cleanText(typed.get(field).toWellFormed()).replace(/\r\n?/g, '\n')
    if ([...value].length > most) wrong(field, 'too-long')
    return value
  }
  const pair = (field: 'name' | 'assessment' | 'responsible', required: boolean) => {
    const value = {
      nb: text(`${field}-nb`, longest[field]),
      nn: text(`${field}-nn`, longest[field]),
    }
    const wanted = options.both ? (['nb', 'nn'] as const) : [options.language]
    if (required) for (const l of wanted) if (value[l] === '') wrong(`${field}-${l}`, 'missing')
    return value
  }
  const pick = <T extends string>(
    field: string,
    known: Record<T, unknown>,
    otherwise: NoInfer<T>,
  ): T => {
    const value = typed.get(field)
    if (isOne(value, known)) return value
    wrong(field, value === '' ? 'missing' : 'unknown')
    return otherwise
  }
  const half = (field: string): HalfYear | undefined => {
    const value = typed.get(field).trim()
    if (value === '') return undefined
    if (isHalfYear(value)) return value
    wrong(field, 'half-year')
    return undefined
  }
  const year = (field: string): number | undefined => {
    const value = typed.get(field).trim()
    if (value === '') return undefined
    const number = Number(value)
    if (Number.isInteger(number) && number >= 1950 && number <= 2100) return number
    wrong(field, 'year')
    return undefined
  }

  const name = pair('name', true)
  if (!options.both) fillOther(name)
  const type = pick('type', planTypes, 'thematic')
  const themeText = typed.get('theme')
  const theme = isOne(themeText, planThemes) ? themeText : undefined
  if (themeText !== '' && theme === undefined) wrong('theme', 'unknown')
  const need = pick('need', needs, 'new')
  const priority = ([1, 2, 3] as const).find((one) => String(one) === typed.get('priority'))
  if (priority === undefined) wrong('priority', 'missing')
  const start = half('start')
  const done = half('done')
  if (start !== undefined && done !== undefined && done < start) wrong('done', 'order')
  const adoptedYear = year('adopted-year')
  const reference = text('adopted-reference', longest.reference)
  const from = year('valid-from')
  const to = year('valid-to')
  if (from !== undefined && to !== undefined && to < from) wrong('valid-to', 'order')
  if ((from === undefined) !== (to === undefined))
    wrong(from === undefined ? 'valid-from' : 'valid-to', 'missing')
  const basis = text('basis', longest.basis)
  const goals = [...new Set(typed.all('goals').map(Number))].sort((a, b) => a - b)
  if (goals.some((goal) => !Number.isInteger(goal) || goal < 1 || goal > 17))
    wrong('goals', 'unknown')
  const asked = typed.all('with')
  if (asked.some((number) => !options.municipalities.includes(number))) wrong('with', 'unknown')
  const assessment = pair('assessment', false)
  const responsible = pair('responsible', false)
  const resource = pick('resource', resources, 'own')
  const status = pick('status', statuses, 'not-started')
  if (errors.length > 0 || priority === undefined) return { ok: false, errors }
  return {
    ok: true,
    fields: {
      name,
      type,
      ...(theme === undefined ? {} : { theme }),
      ...(adoptedYear === undefined
        ? {}
        : { adopted: { year: adoptedYear, ...(reference === '' ? {} : { reference }) } }),
      ...(from === undefined || to === undefined ? {} : { valid: { from, to } }),
      assessment,
      need,
      priority,
      ...(start === undefined ? {} : { start }),
      ...(done === undefined ? {} : { done }),
      responsible,
      resource,
      statutory: typed.get('statutory') !== '',
      ...(basis === '' ? {} : { basis }),
      goals,
      with: options.municipalities.filter((number) => asked.includes(number)),
      status,
    },
  }
}

/// Why a field was not taken, in words.
export function sayRowError(key: RowError, lang: Lang): string {
  return {
    missing: { nb: 'Fyll ut feltet', nn: 'Fyll ut feltet', en: 'Fill in the field' },
    unknown: {
      nb: 'Velg noe fra lista',
      nn: 'Vel noko frå lista',
      en: 'Choose from the list',
    },
    'too-long': { nb: 'Skriv kortere', nn: 'Skriv kortare', en: 'Write less' },
    year: {
      nb: 'Skriv et årstall, for eksempel 2029',
      nn: 'Skriv eit årstal, til dømes 2029',
      en: 'Write a year, for example 2029',
    },
    'half-year': {
      nb: 'Velg et halvår fra lista',
      nn: 'Vel eit halvår frå lista',
      en: 'Choose a half-year from the list',
    },
    order: {
      nb: 'Slutten kan ikke være før begynnelsen',
      nn: 'Slutten kan ikkje vere før byrjinga',
      en: 'The end cannot be before the beginning',
    },
  }[key][lang]
}

const isHalfYear = (value: string): value is HalfYear => /^20\d\d-[12]$/.test(value)

const isOne = <T extends string>(value: string, known: Record<T, unknown>): value is T =>
  Object.hasOwn(known, value)

/// The plan's name stands in the joint portfolio in both languages; one given is used for both.
function fillOther(name: { nb: string; nn: string }): void {
  if (name.nb === '') name.nb = name.nn
  if (name.nn === '') name.nn = name.nb
}
