// What was posted, read for the act: its day, its input with the ticked files among the evidence, the reasons given.
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { first, readForm, rowsOf, type FieldError, type Typed } from '../../desk/read-form.ts'
import { cleanText } from '../../guard/body.ts'
import { asksForDay } from './record-boxes.ts'
import type { Form } from './record-form.ts'

/// The form's input, with ticked files among the evidence.
export function readRecord(spec: EventSpec, typed: Typed): ReturnType<typeof readForm> {
  const read = readForm(spec, typed)
  const files = typed._file ?? []
  if (files.length === 0 || !spec.fields.some(({ name }) => name === 'evidence')) return read
  const words = typeof read.input.evidence === 'string' ? [read.input.evidence] : []
  return { ...read, input: { ...read.input, evidence: [...files, ...words].join('\n') } }
}

export function actedOnOf(
  form: Form,
  typed: Typed,
  input: Record<string, unknown>,
): { on?: string; error?: FieldError } {
  const { today } = form.opened.desk
  if (form.spec.type === 'record-publication') {
    return { on: typeof input.publishedOn === 'string' ? input.publishedOn : today }
  }
  if (!asksForDay(form)) return { on: today }
  const asked = readForm(dayOnly, { actedOn: typed.actedOn ?? [] })
  const on = asked.input.actedOn
  if (typeof on === 'string') return { on }
  return { error: asked.errors[0]! }
}

const dayOnly: EventSpec = {
  type: '',
  kind: 'F',
  actors: [],
  fields: [{ name: 'actedOn', type: 'date', required: true }],
}

/// Reasons written beside the findings they override; empty ones are not sent.
export function overridesOf(typed: Typed): Record<string, string> {
  const overrides: Record<string, string> = {}
  for (const name of Object.keys(typed)) {
    if (!name.startsWith('_override.')) continue
    const reason = first(typed, name)
    if (reason) overrides[name.slice('_override.'.length)] = reason
  }
  return overrides
}

export const cleaned = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, values]) => [
      name,
      values.map((value) => value.split('\n').map(cleanText).join('\n')),
    ]),
  )

/// One more empty row in a list.
export const withRow = (typed: Typed, list: string): Typed => ({
  ...typed,
  [`${list}.${Math.max(rowsOf(typed, list), 1)}.text`]: [''],
})
