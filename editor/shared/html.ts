// A section's text as HTML, without a DOM: what the public reads, what stands in the page before the editor starts,
// and what exports begin from. Flat list blocks become real lists here, notes a list at the end, captions captions.
import { callAnchor, escapeHtml, inlineHtml, inlineText, type Labels } from './html-inline.ts'
import { inReadingOrder, isNote, notesOf, type Notes } from './notes.ts'
import { blockAttrs, imageAttrs, type BlockAttrs, type PmJson } from './schema.ts'

export { escapeHtml, inlineText } from './html-inline.ts'

/// What is known of a block when it is written out.
export type BlockFacts = BlockAttrs & {
  /// The paragraph number: 1 for the first block with text, one more for each; 0 for an empty block, a note, a caption.
  number: number
  text: string
  /// The element's id on the page, unique even if two blocks share theirs.
  anchor: string
}

export type HtmlOptions = {
  /// Added to every heading's level. 1 when the section's title is the h1. Default 1.
  headingOffset?: number
  /// Set as `lang` on every outermost element, for text in another language than the page.
  lang?: string
  /// Put before every anchor, when two texts stand on one page. Default ''.
  anchorPrefix?: string
  /// Leave ids out, when the text is only a quotation.
  anchors?: boolean
  /// More HTML inside a block's element, before or after its words, and more classes: paragraph numbers, links. It is
  /// written as it stands: escape what you put in.
  extras?: (block: BlockFacts) => { start?: string; end?: string; className?: string } | undefined
  /// What a table's scroll box is called. Default `Tabell`, which is right in both written languages.
  tableWords?: string
  /// Words shown where this version knows that something is, but not what.
  unknownWords?: string
  /// What cross-references are called. Without it they say what they were called when they were set.
  labels?: Labels
  /// Where an image's bytes are to be had. Without it, or without an answer, its alternative text stands in its place.
  imageHref?: (asset: string) => string | undefined
  /// The notes of the whole text, when only a piece of it is written out: numbers and links go on from there.
  notes?: Notes
  /// Language of our own few words. Default bokmål.
  wordsIn?: 'nb' | 'nn' | 'en'
}

/// The HTML of a text. Every word is escaped and every address checked.
export function toHtml(json: PmJson, options: HtmlOptions = {}): string {
  const notes = options.notes ?? notesOf(json, options.anchorPrefix)
  const facts = blocksOf(json, options.anchorPrefix, options.labels)
  const content = inReadingOrder(json.content ?? [], notes)
  const first = content.findIndex(isNote)
  let next = 0
  const writing: Writing = {
    options,
    take: () => facts[next++]!,
    inline: {
      notes,
      labels: options.labels,
      unknownWords: options.unknownWords,
      lang: options.wordsIn ?? 'nb',
      linked: options.notes !== undefined || options.anchors !== false,
    },
  }
  if (first < 0) return blocksHtml(content, writing, true)
  const flow = blocksHtml(content.slice(0, first), writing, true)
  return flow + notesHtml(content.slice(first), writing)
}

/// Every text block in reading order, table cells too; notes last, in the order of their numbers.
export function blocksOf(json: PmJson, prefix = '', labels?: Labels): BlockFacts[] {
  const out: BlockFacts[] = []
  const used = new Set<string>()
  let number = 0
  const visit = (node: PmJson): void => {
    if (node.type !== 'block') {
      for (const child of node.content ?? []) visit(child)
      return
    }
    const attrs = blockAttrs(node.attrs ?? {})
    const text = inlineText(node, labels)
    const counts = text.trim() !== '' && attrs.kind !== 'note' && attrs.kind !== 'caption'
    if (counts) number++
    const wanted = `${prefix}${attrs.id.replace(/[^\w-]/g, '') || `n${out.length + 1}`}`
    let anchor = wanted
    for (let i = 2; used.has(anchor); i++) anchor = `${wanted}-${i}`
    used.add(anchor)
    out.push({ ...attrs, number: counts ? number : 0, text, anchor })
  }
  const content = json.content ?? []
  if (content.some(isNote)) inReadingOrder(content, notesOf(json)).forEach(visit)
  else visit(json)
  return out
}

type Writing = {
  options: HtmlOptions
  take(): BlockFacts
  inline: Parameters<typeof inlineHtml>[1]
}

/// Groups neighbours: quotes together, call-outs together, list items into nested lists.
function blocksHtml(content: PmJson[], writing: Writing, outer: boolean): string {
  const lang = outer ? langOf(writing) : ''
  let html = ''
  for (let i = 0; i < content.length;) {
    const node = content[i]!
    if (node.type !== 'block') {
      const next = content[i + 1]
      const caption = next && isFigure(node) && isCaption(next) ? next : undefined
      html += otherHtml(node, caption, writing, lang)
      i += caption ? 2 : 1
      continue
    }
    const kind = containerOf(node)
    const group: PmJson[] = []
    while (
      i < content.length &&
      content[i]!.type === 'block' &&
      containerOf(content[i]!) === kind
    ) {
      group.push(content[i++]!)
    }
    if (kind === '') html += runHtml(group, writing, lang)
    else {
      const tag = kind === 'quote' ? 'blockquote' : 'div class="callout"'
      html += `<${tag}${lang}>${runHtml(group, writing, '')}</${tag.split(' ')[0]}>`
    }
  }
  return html
}

const containerOf = (node: PmJson): string => {
  const kind = node.attrs?.kind
  return kind === 'quote' || kind === 'callout' ? kind : ''
}

function runHtml(group: PmJson[], writing: Writing, lang: string): string {
  let html = ''
  /// Open lists, outermost first.
  const open: string[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`
  }
  for (const node of group) {
    const facts = writing.take()
    if (facts.list === '') {
      closeTo(0)
      html += blockHtml(node, facts, writing, lang)
      continue
    }
    const tag = facts.list === 'number' ? 'ol' : 'ul'
    const depth = Math.min(facts.indent, open.length)
    closeTo(depth + 1)
    if (open.length === depth + 1 && open[depth] !== tag) closeTo(depth)
    if (open.length === depth + 1) html += '</li>'
    else {
      html += `<${tag}${open.length === 0 ? lang : ''}>`
      open.push(tag)
    }
    const { attrs, start, end } = dress(facts, writing)
    html += `<li${attrs}>${start}${inlineHtml(node, writing.inline)}${end}`
  }
  closeTo(0)
  return html
}

function blockHtml(node: PmJson, facts: BlockFacts, writing: Writing, lang: string): string {
  const inner = inlineHtml(node, writing.inline)
  if (inner === '') return ''
  const level = Math.min(6, facts.level + (writing.options.headingOffset ?? 1))
  const tag = facts.kind === 'heading' ? `h${level}` : 'p'
  const { attrs, start, end } = dress(facts, writing)
  return `<${tag}${attrs}${lang}>${start}${inner}${end}</${tag}>`
}

function dress(facts: BlockFacts, { options }: Writing) {
  const { start = '', end = '', className = '' } = options.extras?.(facts) ?? {}
  const indent = facts.list === '' && facts.indent > 0 ? `indent-${facts.indent}` : ''
  const caption = facts.kind === 'caption' ? 'caption' : ''
  const classes = [className, indent, caption].filter(Boolean).join(' ')
  const id = options.anchors === false ? '' : ` id="${escapeHtml(facts.anchor)}"`
  return { attrs: `${id}${classes ? ` class="${escapeHtml(classes)}"` : ''}`, start, end }
}

const langOf = ({ options }: Writing): string =>
  options.lang ? ` lang="${escapeHtml(options.lang)}"` : ''

const isFigure = ({ type, content }: PmJson): boolean =>
  type === 'image' || (type === 'table' && (content ?? []).length > 0)

const isCaption = (node: PmJson): boolean =>
  node.type === 'block' && node.attrs?.kind === 'caption' && (node.content ?? []).length > 0

function otherHtml(
  node: PmJson,
  caption: PmJson | undefined,
  writing: Writing,
  lang: string,
): string {
  if (node.type === 'rule') return '<hr>'
  const { options } = writing
  if (node.type !== 'table' && node.type !== 'image') {
    return `<p class="unknown-content"${lang}>${escapeHtml(options.unknownWords ?? '…')}</p>`
  }
  const whole = node.type === 'table' ? tableHtml(node, writing) : imageHtml(node, options)
  if (!caption && node.type === 'table') return whole.replace('<div', `<div${lang}`)
  let under = ''
  if (caption) {
    const { attrs, start, end } = dress(writing.take(), writing)
    under = `<figcaption${attrs}>${start}${inlineHtml(caption, writing.inline)}${end}</figcaption>`
  }
  return whole || under ? `<figure${lang}>${whole}${under}</figure>` : ''
}

function imageHtml(node: PmJson, options: HtmlOptions): string {
  const { asset, alt, decorative, width, height } = imageAttrs(node.attrs ?? {})
  const href = asset === '' ? undefined : options.imageHref?.(asset)
  const words = decorative ? '' : escapeHtml(alt)
  if (!href) return `<p class="image-missing">${words || '…'}</p>`
  const size = width && height ? ` width="${width}" height="${height}"` : ''
  return `<img src="${escapeHtml(href)}" alt="${words}"${size} loading="lazy" decoding="async">`
}

function tableHtml(table: PmJson, writing: Writing): string {
  const header = table.attrs?.header !== false
  const rows = (table.content ?? []).map((row, index) => {
    const cells = (row.content ?? []).map((cell) => {
      const tag = header && index === 0 ? 'th' : 'td'
      const only = cell.content?.length === 1 ? cell.content[0]! : undefined
      const inner =
        only && !only.attrs?.list && !only.attrs?.kind
          ? (writing.take(), inlineHtml(only, writing.inline))
          : blocksHtml(cell.content ?? [], writing, false)
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${inner}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  if (rows.length === 0) return ''
  const [first, ...rest] = rows
  const body = header
    ? `<thead>${first}</thead>${rest.length ? `<tbody>${rest.join('')}</tbody>` : ''}`
    : `<tbody>${rows.join('')}</tbody>`
  const name = escapeHtml(writing.options.tableWords ?? 'Tabell')
  return `<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table class="ds-table">${body}</table></div>`
}

const noteWords = {
  nb: { title: 'Fotnoter', back: 'Tilbake til teksten', orphan: 'uten henvisning i teksten' },
  nn: { title: 'Fotnotar', back: 'Tilbake til teksten', orphan: 'utan tilvising i teksten' },
  en: { title: 'Footnotes', back: 'Back to the text', orphan: 'not referred to in the text' },
}

/// The notes as a list, each with a way back to where it is called. One nobody calls is kept and shown as such.
function notesHtml(content: PmJson[], writing: Writing): string {
  const { notes, lang, linked } = writing.inline
  const say = noteWords[lang]
  let html = ''
  for (const node of content) {
    const facts = writing.take()
    const number = notes.numbers.get(facts.id)
    const inner = inlineHtml(node, writing.inline)
    if (number === undefined && inner === '') continue
    const anchor = escapeHtml(notes.anchors.get(facts.id) ?? facts.anchor)
    const dressed = dress({ ...facts, anchor: linked ? anchor : facts.anchor }, writing)
    const id = linked && writing.options.anchors === false ? ` id="${anchor}"` : ''
    const place = number === undefined ? ' data-orphan' : ` value="${number}"`
    const back =
      number !== undefined && linked
        ? ` <a href="#${callAnchor(anchor, 1)}" role="doc-backlink" aria-label="${say.back} (${number})">↩</a>`
        : ''
    const orphan = number === undefined ? ` <span class="why">(${say.orphan})</span>` : ''
    html += `<li${id}${dressed.attrs}${place}>${dressed.start}${inner}${orphan}${back}${dressed.end}</li>`
  }
  if (html === '') return ''
  return `<section class="notes" role="doc-endnotes" aria-label="${say.title}"${langOf(writing)}><ol>${html}</ol></section>`
}
