// What a paragraph's style means here. Word keeps the English names of its own styles whatever language it speaks; other
// programs, and templates of municipalities, do not. A style built on another means what that one means.
import type { BlockAttrs } from '../../editor/shared/schema.ts'

export type Meaning =
  | { is: 'block'; attrs: Partial<BlockAttrs>; level?: number }
  | { is: 'title' | 'caption' | 'contents' | 'rule' }
  /// A style by a name of its own, which says nothing here.
  | { is: 'unknown'; name: string }

export type Styles = (id: string | null, name: string | null) => Meaning

type Row = { name: string; basedOn: string | undefined; outline: number | undefined }

const plain: Meaning = { is: 'block', attrs: {} }
const ordinary =
  /^(normal|normal ?web|standard|body ?text|text ?body|first line indent|brødtekst( ?(innrykk|[1-3]))?|default|list paragraph|listeavsnitt|no spacing|ingen mellomrom|plain text|ren tekst|text|tekst|compact|first paragraph|footnote text|fotnotetekst|endnote text|sluttnotetekst|subtitle|undertittel|undertitel|table ?(contents|heading|text|grid)|tabell ?(innhold|tekst)|balloon text)$/

/// Reads the styles a document brings along.
export function stylesOf(xml: string): Styles {
  const rows = new Map<string, Row>()
  for (const [, head = '', body = ''] of xml.matchAll(/<w:style\b([^>]*)>([\s\S]*?)<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(head)?.[1]
    if (id === undefined || !/w:type="paragraph"/.test(head)) continue
    const outline = /<w:outlineLvl\b[^>]*w:val="(\d)"/.exec(body)?.[1]
    rows.set(id, {
      name: /<w:name\b[^>]*w:val="([^"]*)"/.exec(body)?.[1] ?? id,
      basedOn: /<w:basedOn\b[^>]*w:val="([^"]*)"/.exec(body)?.[1],
      outline: outline === undefined ? undefined : Number(outline),
    })
  }
  const known = new Map<string, Meaning>()
  return (id, name) => {
    const key = `${id ?? ''}/${name ?? ''}`
    let meaning = known.get(key)
    if (!meaning) known.set(key, (meaning = meaningOf(rows, id, name)))
    return meaning
  }
}

function meaningOf(rows: Map<string, Row>, id: string | null, name: string | null): Meaning {
  if (id === null && name === null) return plain
  let at = id
  for (let steps = 0; steps < 12; steps++) {
    const row: Row | undefined = at === null ? undefined : rows.get(at)
    const meaning = byName(row?.name ?? (steps === 0 ? (name ?? id ?? '') : ''))
    if (meaning) {
      // A style of its own built on the ordinary one says nothing, and is told to.
      const own = steps > 0 && meaning === plain
      return own ? { is: 'unknown', name: rows.get(id ?? '')?.name ?? name ?? id ?? '' } : meaning
    }
    if (row?.outline !== undefined && row.outline < 9) return heading(row.outline + 1)
    if (!row?.basedOn) break
    at = row.basedOn
  }
  return { is: 'unknown', name: name ?? id ?? '' }
}

const heading = (level: number): Meaning => ({
  is: 'block',
  attrs: { kind: 'heading', level: Math.min(4, level) },
  level,
})

function byName(raw: string): Meaning | undefined {
  const name = raw
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
  if (ordinary.test(name)) return plain
  const level = /^(?:heading|overskrift|rubrik|überschrift|titre) ?([1-9])$/.exec(name)?.[1]
  if (level) return heading(Number(level))
  if (/^(title|tittel|titel)$/.test(name)) return { is: 'title' }
  if (/^(caption|bildetekst|bilettekst|figurtekst|tabelltekst|billedtekst)$/.test(name)) {
    return { is: 'caption' }
  }
  if (/^(intense )?quote$|^(sterkt )?sitat$|^block ?quote$|^blokktekst$/.test(name)) {
    return { is: 'block', attrs: { kind: 'quote' } }
  }
  if (/^(call ?out|utheving|uthevet( avsnitt)?|faktaboks|tekstboks)$/.test(name)) {
    return { is: 'block', attrs: { kind: 'callout' } }
  }
  if (
    /^(toc|innhold|inh|innhald) ?[1-9]$|^toc heading$|^contents( heading)?$|^overskrift for innhold/.test(
      name,
    )
  ) {
    return { is: 'contents' }
  }
  if (/^(rule|horizontal line|vannrett linje)$/.test(name)) return { is: 'rule' }
  const list =
    /^(list bullet|punktliste|punktmerket liste|list number|nummerert liste)(?: ([2-5]))?$/.exec(
      name,
    )
  if (list) {
    const kind = /bullet|punkt/.test(list[1]!) ? 'bullet' : 'number'
    return { is: 'block', attrs: { list: kind, indent: Number(list[2] ?? 1) - 1 } }
  }
  return undefined
}
