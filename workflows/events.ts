// Every event of both processes, the JSON Schema of its input, and the strict check of what came in. Dates that do
// not exist and fields nobody declared are refused here, by name, before anything is looked up.
import type { Day, Json, ProcessKind } from './act.ts'
import type { EventSpec, FieldSpec } from './event-spec.ts'
import { participationEvents } from './participation-events.ts'
import { strategyEvents } from './strategy-events.ts'

export type { EventKind, EventSpec, FieldSpec, FieldType } from './event-spec.ts'

const byKind: Record<ProcessKind, readonly EventSpec[]> = {
  strategy: strategyEvents,
  participation: participationEvents,
}

const index: Record<ProcessKind, ReadonlyMap<string, EventSpec>> = {
  strategy: new Map(strategyEvents.map((s) => [s.type, s])),
  participation: new Map(participationEvents.map((s) => [s.type, s])),
}

/// All declared events of a process, the system's own included (`kind: 'S'`).
export const eventsOf = (kind: ProcessKind): readonly EventSpec[] => byKind[kind]

/// The declaration of one event, or undefined where nobody declared it.
export const specOf = (kind: ProcessKind, type: string): EventSpec | undefined =>
  index[kind].get(type)

/// JSON Schema (2020-12) of an event's input; unknown fields are refused.
export function inputSchema(spec: Pick<EventSpec, 'fields'>): { [key: string]: Json } {
  const required = spec.fields.filter((f) => f.required).map((f) => f.name)
  return {
    type: 'object',
    properties: Object.fromEntries(spec.fields.map((f) => [f.name, schemaOf(f)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}

/// What was wrong with an input: the field by its path (`changes.0.kind`) and what about it.
export type InputFault = {
  field: string
  fault: 'unknown' | 'missing' | 'shape' | 'date' | 'choice'
}

/// Strict check of an input; undefined when it is right.
export function validateInput(
  spec: Pick<EventSpec, 'fields'>,
  input: unknown,
): InputFault | undefined {
  return faultOfObject(spec.fields, input, '')
}

/// Parts an input into what the fold keeps (each free text replaced by `true`) and the words themselves by path
/// (`reason`, `changes.0.text`), which lie beside the journal.
export function withoutWords(
  spec: Pick<EventSpec, 'fields'>,
  input: { [key: string]: Json },
): { input: { [key: string]: Json }; words: { [path: string]: string } } {
  const words: { [path: string]: string } = {}
  return { input: strip(spec.fields, input, '', words), words }
}

/// True for an ISO plain date that exists.
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [y, m, d] = value.split('-').map(Number) as [number, number, number]
  if (y < 1900 || m < 1 || m > 12 || d < 1) return false
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  return d <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!
}

const textMax = 20_000

function schemaOf(field: FieldSpec): { [key: string]: Json } {
  switch (field.type) {
    case 'date':
      return { type: 'string', format: 'date' }
    case 'choice':
      if (field.orWords) return { type: 'string', examples: [...field.choices!], maxLength: 120 }
      return field.orNumber
        ? { type: 'string', pattern: `^(${field.choices!.join('|')}|[0-9]{4})$` }
        : { type: 'string', enum: [...field.choices!] }
    case 'integer':
      return { type: 'integer', minimum: 0 }
    case 'municipality':
      return { type: 'string', pattern: '^[0-9]{4}$' }
    case 'url':
      return { type: 'string', format: 'uri', pattern: '^https?://', maxLength: 2000 }
    case 'edition':
      return { type: 'string', minLength: 1, maxLength: 128 }
    case 'text': {
      const text: Json = { type: 'string', minLength: 1, maxLength: field.max ?? textMax }
      return field.orTrue ? { anyOf: [text, { const: true }] } : text
    }
    case 'votes':
      return {
        anyOf: [
          { const: 'unanimous' },
          {
            type: 'object',
            properties: {
              for: { type: 'integer', minimum: 0 },
              against: { type: 'integer', minimum: 0 },
            },
            required: ['for', 'against'],
            additionalProperties: false,
          },
        ],
      }
    case 'value':
      return { type: ['string', 'number', 'boolean', 'array', 'object', 'null'] }
    case 'list': {
      const word: Json = { type: 'string', minLength: 1, maxLength: field.max ?? textMax }
      const row = field.items && inputSchema({ fields: field.items })
      const items = row ? (field.orWords ? { anyOf: [row, word] } : row) : word
      const rows: Json = { type: 'array', items, maxItems: 200 }
      return row && !field.orWords ? rows : { anyOf: [rows, word] }
    }
  }
}

function faultOfObject(
  fields: readonly FieldSpec[],
  input: unknown,
  path: string,
): InputFault | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { field: path.replace(/\.$/, ''), fault: 'shape' }
  const given = input as { [key: string]: unknown }
  for (const name of Object.keys(given))
    if (!fields.some((f) => f.name === name)) return { field: path + name, fault: 'unknown' }
  for (const field of fields) {
    const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined
    if (value === undefined) {
      if (field.required) return { field: path + field.name, fault: 'missing' }
      continue
    }
    const fault = faultOf(field, value, path + field.name)
    if (fault) return fault
  }
  return undefined
}

function faultOf(field: FieldSpec, value: unknown, path: string): InputFault | undefined {
  const fault = (is: InputFault['fault']): InputFault => ({ field: path, fault: is })
  switch (field.type) {
    case 'date':
      return isDay(value) ? undefined : fault('date')
    case 'choice':
      return field.choices!.includes(value as string) ||
        (field.orNumber === true && typeof value === 'string' && /^\d{4}$/.test(value)) ||
        (field.orWords === true && isText(value, 120))
        ? undefined
        : fault('choice')
    case 'integer':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : fault('shape')
    case 'municipality':
      return typeof value === 'string' && /^\d{4}$/.test(value) ? undefined : fault('shape')
    case 'url':
      return isText(value, 2000) && /^https?:\/\/[^\s]+$/.test(value) ? undefined : fault('shape')
    case 'edition':
      return isText(value, 128) ? undefined : fault('shape')
    case 'text':
      return isText(value, field.max ?? textMax) || (field.orTrue === true && value === true)
        ? undefined
        : fault('shape')
    case 'votes':
      return isVotes(value) ? undefined : fault('shape')
    case 'value':
      return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value)
        ? undefined
        : fault('shape')
    case 'list':
      return faultOfList(field, value, path)
  }
}

function faultOfList(field: FieldSpec, given: unknown, path: string): InputFault | undefined {
  const value = listed(field, given)
  if (!Array.isArray(value) || value.length > 200) return { field: path, fault: 'shape' }
  for (const [i, item] of value.entries()) {
    const at = `${path}.${i}`
    const word = isText(item, field.max ?? textMax)
    if (word && (!field.items || field.orWords)) continue
    if (!field.items) return { field: at, fault: 'shape' }
    const fault = faultOfObject(field.items, item, `${at}.`)
    if (fault) return fault
  }
  return undefined
}

/// A lone word in place of a list of words is a list of one.
const listed = <T>(field: FieldSpec, value: T): T | T[] =>
  field.type === 'list' && typeof value === 'string' ? [value] : value

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max

function isVotes(value: unknown): boolean {
  if (value === 'unanimous') return true
  if (typeof value !== 'object' || value === null) return false
  const votes = value as { for?: unknown; against?: unknown }
  return (
    Object.keys(votes).every((k) => k === 'for' || k === 'against') &&
    [votes.for, votes.against].every((n) => Number.isSafeInteger(n) && (n as number) >= 0)
  )
}

function strip(
  fields: readonly FieldSpec[],
  input: { [key: string]: Json },
  path: string,
  words: { [path: string]: string },
): { [key: string]: Json } {
  const kept: { [key: string]: Json } = {}
  for (const field of fields) {
    const given = input[field.name]
    if (given === undefined) continue
    const value = listed(field, given)
    const at = path + field.name
    if (field.free && typeof value === 'string') {
      words[at] = value
      kept[field.name] = true
    } else if (field.items && Array.isArray(value)) {
      kept[field.name] = value.map((item, i) => {
        const row = typeof item === 'string' ? { text: item } : (item as { [key: string]: Json })
        return strip(field.items!, row, `${at}.${i}.`, words)
      })
    } else kept[field.name] = value
  }
  return kept
}
