// A section's text as HTML, without a DOM: what the public reads, what stands in the page before the editor starts,
// and what exports begin from. Flat list blocks become real lists here.
import { safeHref } from './link.ts'
import { blockAttrs, type BlockAttrs, type PmJson } from './schema.ts'

/// What is known of a block when it is written out.
export type BlockFacts = BlockAttrs & {
  /// The paragraph number: 1 for the first block with text, one more for each; 0 for an empty block.
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
}

/// The HTML of a text. Every word is escaped and every address checked.
export function toHtml(json: PmJson, options: HtmlOptions = {}): string {
  const facts = blocksOf(json, options.anchorPrefix)
  let next = 0
  const take = (): BlockFacts => facts[next++]!
  return blocksHtml(json.content ?? [], take, options, true)
}

/// Every text block in reading order, table cells too.
export function blocksOf(json: PmJson, prefix = ''): BlockFacts[] {
  const out: BlockFacts[] = []
  const used = new Set<string>()
  let number = 0
  const visit = (node: PmJson): void => {
    if (node.type !== 'block') {
      for (const child of node.content ?? []) visit(child)
      return
    }
    const attrs = blockAttrs(node.attrs ?? {})
    const text = inlineText(node)
    const filled = text.trim() !== ''
    if (filled) number++
    const wanted = `${prefix}${attrs.id.replace(/[^\w-]/g, '') || `n${out.length + 1}`}`
    let anchor = wanted
    for (let i = 2; used.has(anchor); i++) anchor = `${wanted}-${i}`
    used.add(anchor)
    out.push({ ...attrs, number: filled ? number : 0, text, anchor })
  }
  visit(json)
  return out
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

/// A block's words, with line breaks.
export const inlineText = (block: PmJson): string =>
  (block.content ?? []).map((one) => one.text ?? '').join('')

type Take = () => BlockFacts

/// Groups neighbours: quotes together, call-outs together, list items into nested lists.
function blocksHtml(content: PmJson[], take: Take, options: HtmlOptions, outer: boolean): string {
  const lang = outer && options.lang ? ` lang="${escapeHtml(options.lang)}"` : ''
  let html = ''
  for (let i = 0; i < content.length;) {
    const node = content[i]!
    if (node.type !== 'block') {
      html += otherHtml(node, take, options, lang)
      i++
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
    if (kind === '') html += runHtml(group, take, options, lang)
    else {
      const tag = kind === 'quote' ? 'blockquote' : 'div class="callout"'
      html += `<${tag}${lang}>${runHtml(group, take, options, '')}</${tag.split(' ')[0]}>`
    }
  }
  return html
}

const containerOf = (node: PmJson): string => {
  const kind = node.attrs?.kind
  return kind === 'quote' || kind === 'callout' ? kind : ''
}

function runHtml(group: PmJson[], take: Take, options: HtmlOptions, lang: string): string {
  let html = ''
  /// Open lists, outermost first.
  const open: string[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`
  }
  for (const node of group) {
    const facts = take()
    if (facts.list === '') {
      closeTo(0)
      html += blockHtml(node, facts, options, lang)
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
    const { attrs, start, end } = dress(facts, options)
    html += `<li${attrs}>${start}${inlineHtml(node, options)}${end}`
  }
  closeTo(0)
  return html
}

function blockHtml(node: PmJson, facts: BlockFacts, options: HtmlOptions, lang: string): string {
  const inner = inlineHtml(node, options)
  if (inner === '') return ''
  const level = Math.min(6, facts.level + (options.headingOffset ?? 1))
  const tag = facts.kind === 'heading' ? `h${level}` : 'p'
  const { attrs, start, end } = dress(facts, options)
  return `<${tag}${attrs}${lang}>${start}${inner}${end}</${tag}>`
}

function dress(facts: BlockFacts, options: HtmlOptions) {
  const { start = '', end = '', className = '' } = options.extras?.(facts) ?? {}
  const indent = facts.list === '' && facts.indent > 0 ? `indent-${facts.indent}` : ''
  const classes = [className, indent].filter(Boolean).join(' ')
  const id = options.anchors === false ? '' : ` id="${escapeHtml(facts.anchor)}"`
  return { attrs: `${id}${classes ? ` class="${escapeHtml(classes)}"` : ''}`, start, end }
}

function otherHtml(node: PmJson, take: Take, options: HtmlOptions, lang: string): string {
  if (node.type === 'rule') return '<hr>'
  if (node.type === 'table') return tableHtml(node, take, options, lang)
  return `<p class="unknown-content"${lang}>${escapeHtml(options.unknownWords ?? '…')}</p>`
}

function tableHtml(table: PmJson, take: Take, options: HtmlOptions, lang: string): string {
  const header = table.attrs?.header !== false
  const rows = (table.content ?? []).map((row, index) => {
    const cells = (row.content ?? []).map((cell) => {
      const tag = header && index === 0 ? 'th' : 'td'
      const only = cell.content?.length === 1 ? cell.content[0]! : undefined
      const inner =
        only && !only.attrs?.list && !only.attrs?.kind
          ? (take(), inlineHtml(only, options))
          : blocksHtml(cell.content ?? [], take, options, false)
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${inner}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  if (rows.length === 0) return ''
  const [first, ...rest] = rows
  const body = header
    ? `<thead>${first}</thead>${rest.length ? `<tbody>${rest.join('')}</tbody>` : ''}`
    : `<tbody>${rows.join('')}</tbody>`
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(options.tableWords ?? 'Tabell')}"${lang}><table class="ds-table">${body}</table></div>`
}

const tags: Record<string, string> = { bold: 'strong', italic: 'em', sub: 'sub', sup: 'sup' }

function inlineHtml(block: PmJson, options: HtmlOptions): string {
  let html = ''
  for (const one of block.content ?? []) {
    if (one.type !== 'text') {
      html += `<span class="unknown-content">${escapeHtml(options.unknownWords ?? '…')}</span>`
    } else {
      let before = ''
      let after = ''
      for (const mark of one.marks ?? []) {
        const tag = tags[mark.type]
        const href = mark.type === 'link' ? safeHref(mark.attrs?.href) : undefined
        if (href) before += `<a class="ds-link" href="${escapeHtml(href)}" rel="noreferrer">`
        else if (tag) before += `<${tag}>`
        if (href || tag) after = `</${href ? 'a' : tag}>${after}`
      }
      html += before + escapeHtml(one.text ?? '').replaceAll('\n', '<br>') + after
    }
  }
  return html
}
