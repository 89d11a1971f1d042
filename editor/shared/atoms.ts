// Footnote calls and cross-references in the shared text. There they are one sign with the attribute `atom`, not elements:
// an element would cut the text in two, and what a colleague writes behind it at that moment would end up before it, or
// be doubled when two set one each.
import type { PmJson, PmMark } from './schema.ts'
import { plainSigns } from './signs.ts'

/// The sign an atom takes up, U+FFFC.
export const atomSign = '\ufffc'

/// What stands in the attribute `atom`: the node's type, and its attributes as JSON with the keys in order.
export type StoredAtom = { type: string; value: string }

/// Types of atoms this version knows, with their attributes at their default.
export const atomDefaults: Record<string, Record<string, string>> = {
  note_ref: { note: '' },
  xref: { to: '', was: '' },
}

const longest = 500

/// An atom as JSON of the schema, defaults left out. One of a newer editor becomes `unknown_inline` and keeps its value.
export function atomFrom(stored: unknown, marks: PmMark[] = []): PmJson {
  const { type, value } = storedAtom(stored)
  const dressed = marks.length ? { marks } : {}
  const defaults = atomDefaults[type]
  if (!defaults) return { type: 'unknown_inline', attrs: { name: type, data: value }, ...dressed }
  const held = parsed(value)
  const attrs = Object.entries(defaults).flatMap(([key, byDefault]) => {
    const one = held[key]
    const text =
      typeof one === 'string' ? plainSigns(one.toWellFormed()).slice(0, longest) : byDefault
    return text === byDefault ? [] : [[key, text] as const]
  })
  return { type, ...(attrs.length ? { attrs: Object.fromEntries(attrs) } : {}), ...dressed }
}

/// The attribute `atom` for a node's type and attributes; undefined when it is not an atom.
export function atomOf(
  type: string,
  attrs: Readonly<Record<string, unknown>> = {},
): StoredAtom | undefined {
  if (type === 'unknown_inline') return { type: String(attrs.name), value: String(attrs.data) }
  const defaults = atomDefaults[type]
  if (!defaults) return undefined
  const held = Object.keys(defaults)
    .sort()
    .filter((key) => attrs[key] !== undefined && attrs[key] !== defaults[key])
    .map((key) => [key, attrs[key]])
  return { type, value: JSON.stringify(Object.fromEntries(held)) }
}

function storedAtom(stored: unknown): StoredAtom {
  const { type, value } = (stored ?? {}) as { type?: unknown; value?: unknown }
  return {
    type: typeof type === 'string' ? type.toWellFormed().slice(0, 64) : '',
    value: typeof value === 'string' ? value.toWellFormed() : '{}',
  }
}

function parsed(value: string): Record<string, unknown> {
  try {
    const held: unknown = JSON.parse(value)
    return held && typeof held === 'object' ? (held as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
