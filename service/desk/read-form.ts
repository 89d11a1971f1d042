// A posted record form as the input of an event. Everything typed is kept as it was typed, so that a refused form
// comes back whole; only what can be read goes into the input.
import type { Json } from '../../workflows/act.ts'
import type { EventSpec, FieldSpec } from '../../workflows/event-spec.ts'
import type { Words } from '../../workflows/lang.ts'
import { parseDay } from '../pages/dates.ts'

/// What stood in the form: every value of every name, in order. Rows of a list are `changes.0.text`.
export type Typed = Record<string, string[]>

export type FieldError = { field: string; words: Words }

export type ReadForm = { input: { [key: string]: Json }; errors: FieldError[] }

/// Reads the fields of one event. Names that belong to no field are left alone (the form's own begin with `_`).
export function readForm(spec: EventSpec, typed: Typed): ReadForm {
  const errors: FieldError[] = []
  const input = readFields(spec.fields, typed, '', errors)
  return { input, errors }
}

/// The first value of a name, trimmed; empty when there is none.
export const first = (typed: Typed, name: string): string => typed[name]?.[0]?.trim() ?? ''

/// How many rows of a list stand in the form.
export function rowsOf(typed: Typed, name: string): number {
  const rows = Object.keys(typed)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => Number(key.slice(name.length + 1).split('.')[0]))
    .filter(Number.isInteger)
  return rows.length ? Math.max(...rows) + 1 : 0
}

/// A form's body as names and values. Files are left out.
export function typedFrom(form: FormData): Typed {
  const typed: Typed = {}
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') (typed[name] ??= []).push(value.replaceAll('\r\n', '\n'))
  }
  return typed
}

const missing: Words = {
  nb: 'Dette må fylles ut.',
  nn: 'Dette må fyllast ut.',
  en: 'This must be filled in.',
}
const noDate: Words = {
  nb: 'Skriv en dato som finnes, for eksempel 21.09.2028.',
  nn: 'Skriv ein dato som finst, til dømes 21.09.2028.',
  en: 'Write a date that exists, such as 21.09.2028.',
}
const noNumber: Words = {
  nb: 'Skriv et helt tall.',
  nn: 'Skriv eit heilt tal.',
  en: 'Write a whole number.',
}
const noAddress: Words = {
  nb: 'Skriv hele adressen, med https:// først.',
  nn: 'Skriv heile adressa, med https:// først.',
  en: 'Write the whole address, with https:// first.',
}

function readFields(
  fields: readonly FieldSpec[],
  typed: Typed,
  prefix: string,
  errors: FieldError[],
): { [key: string]: Json } {
  const input: { [key: string]: Json } = {}
  for (const field of fields) {
    const name = prefix + field.name
    const before = errors.length
    const value = readField(field, name, typed, errors)
    if (value !== undefined) input[field.name] = value
    else if (field.required && errors.length === before)
      errors.push({ field: name, words: missing })
  }
  return input
}

function readField(
  field: FieldSpec,
  name: string,
  typed: Typed,
  errors: FieldError[],
): Json | undefined {
  if (field.type === 'list') return readList(field, name, typed, errors)
  if (field.type === 'votes') return readVotes(name, typed, errors)
  const text = first(typed, name)
  if (!text) return undefined
  const wrong = (words: Words): undefined => {
    errors.push({ field: name, words })
    return undefined
  }
  if (field.type === 'date') return parseDay(text) ?? wrong(noDate)
  if (field.type === 'integer') return /^\d{1,9}$/.test(text) ? Number(text) : wrong(noNumber)
  if (field.type === 'url') return readAddress(text) ?? wrong(noAddress)
  return text
}

function readList(
  field: FieldSpec,
  name: string,
  typed: Typed,
  errors: FieldError[],
): Json[] | undefined {
  if (!field.items) {
    const more = first(typed, `${name}.more`).split('\n')
    const words = [...(typed[name] ?? []), ...more].map((word) => word.trim()).filter(Boolean)
    if (words.length) return [...new Set(words)]
    return field.required ? [] : undefined
  }
  const rows: Json[] = []
  for (let row = 0; row < rowsOf(typed, name); row += 1) {
    const prefix = `${name}.${row}.`
    const words = field.items
      .filter((item) => item.type === 'text')
      .some((item) => first(typed, prefix + item.name))
    if (words) rows.push(readFields(field.items, typed, prefix, errors))
  }
  return rows.length || field.required ? rows : undefined
}

function readVotes(name: string, typed: Typed, errors: FieldError[]): Json | undefined {
  if (first(typed, `${name}.unanimous`)) return 'unanimous'
  const sides = ['for', 'against'].map((side) => first(typed, `${name}.${side}`))
  if (sides.every((side) => side === '')) return undefined
  const counts: number[] = []
  for (const [i, side] of sides.entries()) {
    if (/^\d{1,4}$/.test(side)) counts.push(Number(side))
    else errors.push({ field: `${name}.${i ? 'against' : 'for'}`, words: noNumber })
  }
  return counts.length === 2 ? { for: counts[0]!, against: counts[1]! } : undefined
}

function readAddress(text: string): string | undefined {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.parse(whole)
  return url && url.hostname.includes('.') ? url.href : undefined
}
