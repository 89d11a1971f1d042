// Makes what was copied elsewhere readable as ours, on a detached element: what Word, Google Docs and LibreOffice add for
// themselves goes, and what they mean by their styles is said in elements.
import { hasTricks, plainSigns } from '../shared/signs.ts'
import { safeHref } from '../shared/link.ts'
import { liftNotes, type LiftedNote } from './paste-notes.ts'
import { straighten } from './paste-tables.ts'
import type { Told } from './told.ts'

export type Cleaned = { told: Set<Told>; notes: LiftedNote[] }

/// Removes and rewrites in place; answers what a person must be told, and the words of footnotes, which stand elsewhere.
export function cleanPaste(root: HTMLElement): Cleaned {
  const own = root.querySelector('[data-pm-slice]') !== null
  const told = new Set<Told>()
  if (root.querySelector('img:not([data-asset]), picture')) told.add('images')
  if (!own) {
    if (root.querySelector('script, iframe, object, embed, [onclick], [onerror], [onload]')) {
      told.add('scripts')
    }
    for (const element of root.querySelectorAll(rubbish)) element.remove()
    dropHidden(root)
    wordParts(root)
  }
  const notes = liftNotes(root)
  for (const inner of root.querySelectorAll('table table')) {
    inner.replaceWith(root.ownerDocument.createTextNode(inner.textContent?.trim() ?? ''))
  }
  for (const part of [root, ...notes.map(({ words }) => words)]) {
    if (!own) for (const link of part.querySelectorAll('a[href]')) quietLink(link, told)
    for (const text of textsIn(part)) {
      if (hasTricks(text.data)) told.add('signs')
      const cleaned = plainSigns(text.data).replaceAll('\u00a0', own ? '\u00a0' : ' ')
      if (cleaned !== text.data) text.data = cleaned
      // What comes from our own editor keeps its spaces and line breaks; HTML from elsewhere has them for show.
      if (!own && !text.parentElement?.closest('pre')) collapse(text)
    }
  }
  for (const table of root.querySelectorAll('table')) if (straighten(table)) told.add('cells')
  return { told, notes }
}

/// A link nobody may press is said; a place on the page it was copied from is no place here.
function quietLink(link: Element, told: Set<Told>): void {
  const href = link.getAttribute('href') ?? ''
  const safe = safeHref(href)
  if (!safe) told.add('links')
  if (!safe || /^[#/]/.test(href)) link.removeAttribute('href')
}

const rubbish = [
  'script',
  'style',
  'meta',
  'link',
  'xml',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'button',
  'input',
  'select',
  'textarea',
  '[hidden]',
  '[aria-hidden="true"]',
  // Deleted under tracked changes, and comments.
  'del',
  '.msoDel',
  '.MsoCommentReference',
  '.msocomanchor',
  '.MsoCommentText',
  '.mw-editsection',
  '.Apple-interchange-newline',
].join(', ')

function dropHidden(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.dataset.style ?? ''
    const gone =
      /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*comment-list/.test(style)
    if (gone) element.remove()
  }
}

/// Paragraphs that are something by their style only.
function wordParts(root: HTMLElement): void {
  for (const paragraph of root.querySelectorAll<HTMLElement>(
    ':is(p, h1, h2, h3, h4, h5, h6)[data-style*="mso-list"]',
  )) {
    wordItem(paragraph)
  }
  for (const paragraph of root.querySelectorAll<HTMLElement>('p[class]')) {
    const name = paragraph.className
    if (/^MsoTitle\b/.test(name)) rename(paragraph, 'h1')
    else if (/^Mso(Intense)?Quote\b/.test(name)) paragraph.dataset.pastedKind = 'quote'
    else if (/^(MsoCaption|Table|Illustration|Figure)\b|^caption$/i.test(name)) {
      asCaption(paragraph)
    }
  }
  // Google's second level stands beside its item, not in it.
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const item = list.previousElementSibling
    if (item?.tagName === 'LI') item.append(list)
  }
}

/// `mso-list: l0 level2 lfo1`; the marker stands in a span marked to be ignored.
function wordItem(paragraph: HTMLElement): void {
  const style = paragraph.dataset.style ?? ''
  const level = /mso-list:[^;]*level(\d)/.exec(style)?.[1]
  const marker = [...paragraph.querySelectorAll<HTMLElement>('[data-style]')].find((one) =>
    /mso-list:\s*Ignore/i.test(one.dataset.style ?? ''),
  )
  const typed = marker?.textContent?.trim() ?? ''
  marker?.remove()
  // A numbered heading is a heading; its number is computed where it is read.
  if (!level || !marker || /^H\d$/.test(paragraph.tagName)) return
  paragraph.dataset.pastedList = /^\(?[0-9a-zæøå]{1,4}[.)]/i.test(typed) ? 'number' : 'bullet'
  paragraph.dataset.pastedIndent = String(Number(level) - 1)
}

/// Under a table it is a caption; the one above a table, as Word likes it, goes under.
function asCaption(paragraph: HTMLElement): void {
  const isFigure = (one: Element | null): boolean => one?.matches('table, img, figure') ?? false
  const [above, below] = [paragraph.previousElementSibling, paragraph.nextElementSibling]
  if (!isFigure(above) && isFigure(below)) below!.after(paragraph)
  if (isFigure(paragraph.previousElementSibling)) paragraph.dataset.pastedKind = 'caption'
}

function rename(element: HTMLElement, tag: string): void {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
}

function textsIn(root: HTMLElement): Text[] {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walk.nextNode()) found.push(walk.currentNode as Text)
  return found
}

const blocks =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/

/// Spaces as a browser would show them: runs become one, none at the edges of a block.
function collapse(text: Text): void {
  let data = text.data.replaceAll(/[ \t\r\n]+/g, ' ')
  if (atEdge(text, 'previousSibling')) data = data.trimStart()
  if (atEdge(text, 'nextSibling')) data = data.trimEnd()
  if (data === '') text.remove()
  else if (data !== text.data) text.data = data
}

/// Is there nothing inline between this and the edge of its block, on that side?
function atEdge(node: Node, side: 'previousSibling' | 'nextSibling'): boolean {
  const next = node[side]
  if (next) return blocks.test(next.nodeName)
  const parent = node.parentElement
  return !parent || blocks.test(parent.tagName) || atEdge(parent, side)
}
