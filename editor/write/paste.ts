// Cleans what people paste from Word, Google Docs and the web before it is read: list markers typed as text, comments,
// hidden text, tables in tables, signs that turn the reading direction. Works on a detached element.
import { DOMParser, Fragment, Slice, type Node as PmNode } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import type { EditorProps } from 'prosemirror-view'
import { parser } from './parse.ts'
import type { Told } from './told.ts'

/// The most cells a table may bring along.
export const mostCells = 2000

/// Told when something was left out.
export type LeftOut = (what: Told) => void

/// A parser for the clipboard that cleans first.
export function clipboardParser(leftOut: LeftOut): DOMParser {
  const clean = new DOMParser(parser.schema, parser.rules)
  clean.parseSlice = (dom, options) => {
    if (dom instanceof HTMLElement) {
      if (dom.querySelector('img:not([data-asset]), picture, svg')) leftOut('images')
      if (cleanPaste(dom)) leftOut('cells')
    }
    return parser.parseSlice(dom, options)
  }
  return clean
}

/// Removes and rewrites in place. True when rows of too large a table were left out.
export function cleanPaste(root: HTMLElement): boolean {
  for (const element of root.querySelectorAll('del, meta, link, xml, [hidden]')) element.remove()
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.dataset.style ?? ''
    if (/display:\s*none|mso-hide:\s*all/.test(style)) element.remove()
  }
  for (const paragraph of root.querySelectorAll<HTMLElement>('p[data-style*="mso-list"]')) {
    wordItem(paragraph)
  }
  for (const inner of root.querySelectorAll('table table')) {
    inner.replaceWith(root.ownerDocument.createTextNode(inner.textContent ?? ''))
  }
  // What comes from our own editor keeps its spaces and line breaks; HTML from elsewhere has them for show.
  const own = root.querySelector('[data-pm-slice]') !== null
  for (const text of textsIn(root)) {
    const cleaned = plainSigns(text.data)
    if (cleaned !== text.data) text.data = cleaned
    if (!own && !text.parentElement?.closest('pre')) collapse(text)
  }
  return [...root.querySelectorAll('table')].map(cut).some(Boolean)
}

/// Without signs that turn the reading direction or show nothing. Tabs and line ends stay.
export const plainSigns = (text: string): string =>
  text.replace(
    /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|(?![\t\n\r])\p{Cc}/gu,
    '',
  )

function textsIn(root: HTMLElement): Text[] {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walk.nextNode()) found.push(walk.currentNode as Text)
  return found
}

const blocks =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DIV|DL|DT|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/

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

/// `mso-list: l0 level2 lfo1`; the marker stands in a span marked to be ignored.
function wordItem(paragraph: HTMLElement): void {
  const level = /mso-list:[^;]*level(\d)/.exec(paragraph.dataset.style ?? '')?.[1]
  if (!level) return
  const marker = paragraph.querySelector(
    '[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]',
  )
  const typed = marker?.textContent?.trim() ?? ''
  marker?.remove()
  paragraph.dataset.pastedList = /^\(?[0-9a-zæøå]{1,4}[.)]/i.test(typed) ? 'number' : 'bullet'
  paragraph.dataset.pastedIndent = String(Number(level) - 1)
}

function cut(table: HTMLTableElement): boolean {
  let cells = 0
  let cutAny = false
  for (const row of table.querySelectorAll('tr')) {
    cells += row.children.length
    if (cells > mostCells) {
      row.remove()
      cutAny = true
    }
  }
  return cutAny
}

/// What is pasted gets no ids from where it was: the ids plugin gives new ones where they are taken.
export const pasteProps = (leftOut: LeftOut): EditorProps<Plugin> => ({
  clipboardParser: clipboardParser(leftOut),
  transformPastedHTML: quietStyles,
  transformPastedText: (text) => plainSigns(text),
  transformPasted: (slice) => new Slice(tidy(slice.content), slice.openStart, slice.openEnd),
})

/// Renames inline styles and drops style sheets before the browser parses them: the page's policy allows neither, and
/// would complain. What they say about bold and lists is read from the new name.
export const quietStyles = (html: string): string =>
  html
    .replaceAll(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replaceAll(/(<[a-z][^>]*?\s)style(\s*=)/gi, '$1data-style$2')

/// Text blocks at the top of a paste that hold nothing but space are left out, unless they are all there is.
function tidy(content: Fragment): Fragment {
  if (content.childCount < 2) return content
  const kept: PmNode[] = []
  content.forEach((node, _offset, index) => {
    const edge = index === 0 || index === content.childCount - 1
    const empty =
      node.type.name === 'block' && node.textContent.trim() === '' && node.childCount < 2
    if (edge || !empty) kept.push(node)
  })
  return kept.length === content.childCount ? content : Fragment.from(kept)
}
