// What stands inside a block, as HTML: words with their marks, calls of footnotes, cross-references.
import { safeHref } from './link.ts'
import type { Notes } from './notes.ts'
import type { PmJson } from './schema.ts'

/// What a cross-reference is called and where it leads; undefined when what it points at is gone.
export type Labels = (to: string) => { text: string; href?: string | undefined } | undefined

export type InlineOptions = {
  labels?: Labels | undefined
  unknownWords?: string | undefined
  /// Language of our own few words.
  lang: 'nb' | 'nn' | 'en'
  notes: Notes
  /// Whether calls are links to their notes.
  linked: boolean
}

export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => entities[c]!) : text

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/// A block's words, with line breaks. Cross-references say their label, or what they were called when they were set.
export const inlineText = (block: PmJson, labels?: Labels): string =>
  (block.content ?? [])
    .map((one) => (one.type === 'xref' ? xrefText(one, labels) : (one.text ?? '')))
    .join('')

const xrefText = ({ attrs }: PmJson, labels?: Labels): string =>
  labels?.(String(attrs?.to ?? ''))?.text ?? String(attrs?.was ?? '')

export function inlineHtml(block: PmJson, options: InlineOptions): string {
  let html = ''
  for (const one of block.content ?? []) {
    let before = ''
    let after = ''
    for (const mark of one.marks ?? []) {
      const tag = tags[mark.type]
      const href =
        mark.type === 'link' && one.type === 'text' ? safeHref(mark.attrs?.href) : undefined
      if (href) before += `<a class="ds-link" href="${escapeHtml(href)}" rel="noreferrer">`
      else if (tag) before += `<${tag}>`
      if (href || tag) after = `</${href ? 'a' : tag}>${after}`
    }
    html += before + itself(one, options) + after
  }
  return html
}

const tags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  sub: 'sub',
  sup: 'sup',
  insertion: 'ins',
  deletion: 'del',
}

function itself(one: PmJson, options: InlineOptions): string {
  if (one.type === 'text') return escapeHtml(one.text ?? '').replaceAll('\n', '<br>')
  if (one.type === 'note_ref') return callHtml(String(one.attrs?.note ?? ''), options)
  if (one.type === 'xref') return xrefHtml(one, options)
  return `<span class="unknown-content">${escapeHtml(options.unknownWords ?? '…')}</span>`
}

function callHtml(id: string, { notes, linked, lang }: InlineOptions): string {
  const number = notes.numbers.get(id)
  if (number === undefined) return '<sup class="note-ref gone">?</sup>'
  if (!linked) return `<sup class="note-ref">${number}</sup>`
  const times = (notes.called.get(id) ?? 0) + 1
  notes.called.set(id, times)
  const anchor = escapeHtml(notes.anchors.get(id)!)
  const name = lang === 'en' ? 'Footnote' : 'Fotnote'
  return `<sup class="note-ref"><a id="${callAnchor(anchor, times)}" href="#${anchor}" role="doc-noteref" aria-label="${name} ${number}">${number}</a></sup>`
}

/// The id of the place where a note is called for the `times`th time.
export const callAnchor = (anchor: string, times: number): string =>
  `${anchor}-ref${times > 1 ? times : ''}`

const gone = {
  nb: 'finnes ikke lenger',
  nn: 'finst ikkje lenger',
  en: 'no longer exists',
}

function xrefHtml({ attrs }: PmJson, { labels, lang }: InlineOptions): string {
  const was = escapeHtml(String(attrs?.was ?? ''))
  if (!labels) return `<span class="xref">${was || '…'}</span>`
  const label = labels(String(attrs?.to ?? ''))
  if (!label) {
    return `<span class="xref gone">${was ? `${was} ` : ''}<span class="why">(${gone[lang]})</span></span>`
  }
  const text = escapeHtml(label.text)
  const href = safeHref(label.href)
  return href
    ? `<a class="ds-link xref" href="${escapeHtml(href)}">${text}</a>`
    : `<span class="xref">${text}</span>`
}
