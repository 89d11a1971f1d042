// What an event of a process looks like from outside: its fields, who sends it, and its JSON Schema.
import type { Role } from './act.ts'

/// F fact, P plan, S system only (never accepted from outside).
export type EventKind = 'F' | 'P' | 'S'

export type FieldType =
  | 'date'
  | 'text'
  | 'choice'
  | 'integer'
  | 'edition'
  | 'municipality'
  | 'url'
  | 'votes'
  | 'value'
  | 'list'

/// One field of an event. `free` words are never stored in the fold (they lie beside the journal, erasable).
/// A `list` holds objects of `items`, or plain words when `items` is missing; with `orWords` a bare string stands
/// for an object with only `text`, and a `choice` takes other words than those listed.
export type FieldSpec = {
  name: string
  type: FieldType
  required: boolean
  free?: true
  choices?: readonly string[]
  items?: readonly FieldSpec[]
  orWords?: true
  /// A text of which only that it is so may be told: `true`.
  orTrue?: true
  /// A choice that also takes a municipality's number, which then means `own`.
  orNumber?: true
  max?: number
  /// Asked for only where an override is entered for the one who decided it.
  overriding?: true
}

export type EventSpec = {
  type: string
  kind: EventKind
  /// Who may register it; the transition taken may narrow this.
  actors: readonly Role[]
  fields: readonly FieldSpec[]
}

type Extra = Omit<FieldSpec, 'name' | 'type' | 'required'>

/// A required field.
export const need = (name: string, type: FieldType, extra: Extra = {}): FieldSpec => ({
  name,
  type,
  required: true,
  ...extra,
})

/// An optional field.
export const maybe = (name: string, type: FieldType, extra: Extra = {}): FieldSpec => ({
  name,
  type,
  required: false,
  ...extra,
})

/// A required reason in the person's own words.
export const reason = need('reason', 'text', { free: true })

/// Changes to a text, each with where and how weighty. A kind left out is "not yet classified".
export const changes = maybe('changes', 'list', {
  orWords: true,
  items: [
    maybe('zone', 'choice', { choices: ['joint', 'own', 'decision'], orNumber: true }),
    maybe('kind', 'choice', { choices: ['editorial', 'material'] }),
    maybe('section', 'text', { max: 80 }),
    maybe('text', 'text', { free: true }),
  ],
})

/// What a fact rests on: a file of ours by its address, a link, or words such as "minutes pending".
const evidence = maybe('evidence', 'text', { free: true, max: 2000 })

/// Who decided an override that somebody else enters, and what shows it (C3).
export const withDecider = (spec: EventSpec): EventSpec =>
  spec.kind === 'S' || spec.type === 'correct'
    ? spec
    : {
        ...spec,
        fields: [
          ...spec.fields,
          maybe('decidedBy', 'text', { free: true, max: 120, overriding: true }),
          ...(spec.kind === 'P' ? [{ ...evidence, overriding: true as const }] : []),
        ],
      }

/// A fact may always name its evidence.
export const fact = (type: string, actors: Role[], ...fields: FieldSpec[]): EventSpec => ({
  type,
  kind: 'F',
  actors,
  fields: fields.some(({ name }) => name === 'evidence') ? fields : [...fields, evidence],
})

export const plan = (type: string, actors: Role[], ...fields: FieldSpec[]): EventSpec => ({
  type,
  kind: 'P',
  actors,
  fields,
})

export const system = (type: string, ...fields: FieldSpec[]): EventSpec => ({
  type,
  kind: 'S',
  actors: [],
  fields,
})

/// Correcting an earlier entry: `field` is `actedOn`, a field of its input, or `void` with value true to strike it.
export const correct = (actors: Role[]): EventSpec =>
  fact(
    'correct',
    actors,
    need('entry', 'integer'),
    need('field', 'text', { max: 40 }),
    need('value', 'value'),
    reason,
  )
