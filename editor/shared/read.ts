// Reads a section's document as ProseMirror JSON in its one normal form, without ever touching the document: the
// binding's own readers delete what they do not know. Reading emits no update.
import { XmlElement, XmlText, type Doc, type XmlFragment } from 'yjs'
import { atomFrom } from './atoms.ts'
import { safeHref } from './link.ts'
import { suggestedAttrs, withoutSuggestions } from './original.ts'
import { plainSigns } from './signs.ts'
import {
  blockAttrs,
  blockDefaults,
  imageAttrs,
  imageDefaults,
  markOrder,
  type PmJson,
  type PmMark,
} from './schema.ts'

export type SectionJson = { nb: PmJson; nn: PmJson }

/// Both languages of a section, as they read without the suggestions that are open in them. Same document, same answer, whatever order its edits came in: texts of equal marks are
/// joined, marks stand in the schema's order, defaults are left out. What the schema does not know becomes `unknown`
/// with its own JSON inside. Other roots are not read.
export const readSection = (doc: Doc): SectionJson => original(readMarkedSection(doc))

/// What was read with suggestions, without them. What has none comes back as it is.
export const original = ({ nb, nn }: SectionJson): SectionJson => ({
  nb: withoutSuggestions(nb, joined),
  nn: withoutSuggestions(nn, joined),
})

/// The same with the suggestions open in it.
export const readMarkedSection = (doc: Doc): SectionJson => ({
  nb: readMarked(doc.getXmlFragment('nb')),
  nn: readMarked(doc.getXmlFragment('nn')),
})

/// One language's text, without what is only suggested.
export const readFragment = (fragment: XmlFragment): PmJson =>
  withoutSuggestions(readMarked(fragment), joined)

/// One language's text with the suggestions open in it, as marks on its words.
export const readMarked = (fragment: XmlFragment): PmJson =>
  node(
    'doc',
    {},
    fragment.toArray().flatMap((child) => top(child)),
  )

const maxDepth = 24

function top(child: unknown): PmJson[] {
  if (child instanceof XmlText) {
    const content = texts(child)
    return content.length ? [node('block', {}, content)] : []
  }
  if (!(child instanceof XmlElement)) return []
  const attrs: Record<string, unknown> = child.getAttributes()
  if (child.nodeName === 'block') return [block(child)]
  if (child.nodeName === 'rule') return [node('rule', {})]
  if (child.nodeName === 'image') return [node('image', sparse(imageAttrs(attrs), imageDefaults))]
  if (child.nodeName === 'table') {
    const header = attrs.header !== false && attrs.header !== 'false'
    const id = typeof attrs.id === 'string' ? attrs.id : ''
    return [node('table', { ...(header ? {} : { header }), ...(id ? { id } : {}) }, rows(child))]
  }
  return [unknown('unknown', child)]
}

const children = (parent: XmlElement, name: string): XmlElement[] =>
  parent
    .toArray()
    .filter((child): child is XmlElement => child instanceof XmlElement && child.nodeName === name)

const rows = (table: XmlElement): PmJson[] =>
  children(table, 'row').map((row) =>
    node(
      'row',
      {},
      children(row, 'cell').map((cell) => node('cell', {}, children(cell, 'block').map(block))),
    ),
  )

function block(element: XmlElement): PmJson {
  const raw: Record<string, unknown> = element.getAttributes()
  const own = sparse(blockAttrs(raw), blockDefaults)
  for (const name of suggestedAttrs) {
    const value = raw[name]
    if (typeof value === 'string' && value !== '') own[name] = value
  }
  return node('block', own, joined(element.toArray().flatMap((child) => inline(child))))
}

/// Attributes without those at their default.
const sparse = <T extends NonNullable<PmJson['attrs']>>(
  attrs: T,
  defaults: T,
): NonNullable<PmJson['attrs']> =>
  Object.fromEntries(Object.entries(attrs).filter(([key, value]) => value !== defaults[key]))

function inline(child: unknown): PmJson[] {
  if (child instanceof XmlText) return texts(child)
  if (!(child instanceof XmlElement)) return []
  return [unknown('unknown_inline', child)]
}

function texts(text: XmlText): PmJson[] {
  const parts: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return joined(
    parts.flatMap(({ insert, attributes }) => {
      if (typeof insert !== 'string') {
        return [node('unknown_inline', { name: 'embed', data: canonical(plain(insert)) })]
      }
      const found = marksOf(attributes ?? {})
      const { atom } = attributes ?? {}
      if (atom) return insert.split('').map(() => atomFrom(atom, found))
      const one = { type: 'text', text: plainSigns(insert.toWellFormed().replaceAll('\r\n', '\n')) }
      return one.text ? [found.length ? { ...one, marks: found } : one] : []
    }),
  )
}

/// The binding stores overlapping marks as `name--hash`; ours never overlap, but a stored one still reads.
function marksOf(attributes: Record<string, unknown>): PmMark[] {
  const held = new Map(
    Object.entries(attributes)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.replace(/--[a-zA-Z0-9+/=]{8}$/, ''), value]),
  )
  return markOrder.flatMap((type): PmMark[] => {
    const value = held.get(type)
    if (value === undefined || (type === 'sup' && held.has('sub'))) return []
    if (type === 'insertion' || type === 'deletion') {
      const { id } = (value ?? {}) as { id?: unknown }
      return [typeof id === 'string' && id ? { type, attrs: { id } } : { type }]
    }
    if (type !== 'link') return [{ type }]
    const href = safeHref((value as { href?: unknown } | null)?.href)
    return href ? [{ type, attrs: { href } }] : []
  })
}

function joined(content: PmJson[]): PmJson[] {
  const out: PmJson[] = []
  for (const one of content) {
    const last = out.at(-1)
    if (last?.type === 'text' && one.type === 'text' && sameMarks(last, one)) {
      out[out.length - 1] = { ...last, text: `${last.text}${one.text}` }
    } else {
      out.push(one)
    }
  }
  return out
}

const sameMarks = (a: PmJson, b: PmJson): boolean =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

const node = (type: string, attrs: NonNullable<PmJson['attrs']>, content?: PmJson[]): PmJson => ({
  type,
  ...(Object.keys(attrs).length ? { attrs } : {}),
  ...(content?.length ? { content } : {}),
})

const unknown = (type: 'unknown' | 'unknown_inline', element: XmlElement): PmJson =>
  node(type, { name: element.nodeName, data: canonical(raw(element, 0)) })

function raw(type: unknown, depth: number): unknown {
  if (depth > maxDepth) return null
  if (type instanceof XmlText) return type.toDelta().map(plain)
  if (!(type instanceof XmlElement)) return null
  return {
    name: type.nodeName,
    attrs: plain(type.getAttributes()),
    content: type.toArray().map((child) => raw(child, depth + 1)),
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

/// JSON with keys in order, so that equal content has equal bytes.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}
