// From HTML to blocks: what the browser leaves after typing, and what people paste. Only what the schema has comes
// through; everything else gives up its text.
import { DOMParser, type ParseRule } from 'prosemirror-model'
import { safeHref } from '../shared/link.ts'
import { blockAttrs, imageAttrs, maxIndent, newBlockId, schema } from '../shared/schema.ts'

/// Inline style, under the name `quietStyles` gave it.
const styleOf = (element: HTMLElement): string => element.dataset.style ?? ''

/// A block our own editor drew: its attributes stand on the element.
const own = (element: HTMLElement) => {
  const { kind, list, indent, id } = element.dataset
  const level = /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) - 1 : 1
  return kind === undefined ? undefined : blockAttrs({ kind, list, indent, id, level })
}

/// A list item's place among the lists around it.
function itemAttrs(item: HTMLElement) {
  let depth = -1
  for (
    let list = item.closest('ul, ol');
    list;
    list = list.parentElement?.closest('ul, ol') ?? null
  ) {
    depth++
  }
  const list = item.closest('ul, ol')?.tagName === 'OL' ? 'number' : 'bullet'
  return { list, indent: Math.min(maxIndent, Math.max(0, depth)) }
}

const within = (element: HTMLElement) => ({
  ...(element.closest('li') ? itemAttrs(element) : {}),
  ...(element.closest('blockquote') ? { kind: 'quote' } : {}),
})

const heading = (element: HTMLElement) =>
  own(element) ?? { kind: 'heading', level: Math.min(4, Number(element.tagName[1])) }

const rules: ParseRule[] = [
  ...[1, 2, 3, 4, 5, 6].map((n) => ({ tag: `h${n}`, node: 'block', getAttrs: heading })),
  {
    tag: 'p',
    node: 'block',
    getAttrs: (element) => own(element) ?? { ...within(element), ...pasted(element) },
  },
  { tag: 'figcaption', node: 'block', getAttrs: () => ({ kind: 'caption' }) },
  {
    tag: 'li',
    node: 'block',
    getAttrs: (item) =>
      item.querySelector(':scope > p, :scope > h1, :scope > div') ? false : within(item),
  },
  { tag: 'pre', node: 'block', preserveWhitespace: 'full' },
  { tag: 'hr', node: 'rule' },
  {
    // A picture of our own, copied; one from elsewhere lies elsewhere.
    tag: 'img[data-asset]',
    node: 'image',
    getAttrs: (img) => ({
      ...imageAttrs({
        asset: img.dataset.asset,
        alt: img.getAttribute('alt'),
        decorative: img.dataset.decorative === 'true',
        width: img.getAttribute('width'),
        height: img.getAttribute('height'),
      }),
      id: newBlockId(),
    }),
  },
  {
    tag: 'table',
    node: 'table',
    getAttrs: (table) => {
      const { header, pastedHeader } = table.dataset
      return { header: header === 'true' || pastedHeader === 'true' }
    },
  },
  { tag: 'tr', node: 'row' },
  { tag: 'td, th', node: 'cell' },
  {
    tag: 'sup[data-note], span[data-note]',
    node: 'note_ref',
    getAttrs: ({ dataset: { note = '' } }) => ({ note: note.slice(0, 64) }),
  },
  {
    tag: 'span[data-to]',
    node: 'xref',
    getAttrs: ({ dataset: { to = '', was = '' } }) =>
      /^(section|heading|plan):/.test(to) && { to: to.slice(0, 200), was: was.slice(0, 200) },
  },
  {
    tag: 'a[href]',
    mark: 'link',
    getAttrs: (link) => {
      const href = safeHref(link.getAttribute('href'))
      return href ? { href } : false
    },
  },
  { tag: 'strong', mark: 'bold' },
  {
    tag: 'b',
    mark: 'bold',
    // Google Docs wraps everything it copies in one of these.
    getAttrs: (element) => !/font-weight:\s*(normal|400)/.test(styleOf(element)) && null,
  },
  { tag: 'em', mark: 'italic' },
  { tag: 'i', mark: 'italic', getAttrs: (e) => !/font-style:\s*normal/.test(styleOf(e)) && null },
  { tag: 'sub', mark: 'sub' },
  { tag: 'sup', mark: 'sup' },
  ...[
    ['bold', /font-weight:\s*(bold|[6-9]00)/],
    ['italic', /font-style:\s*italic/],
    ['sub', /vertical-align:\s*sub/],
    ['sup', /vertical-align:\s*super/],
  ].map(([mark, sign]): ParseRule => ({
    tag: 'span',
    mark: String(mark),
    consuming: false,
    getAttrs: (element) => (sign as RegExp).test(styleOf(element)) && null,
  })),
  { tag: '.unknown-content', ignore: true },
  ...['script', 'style', 'title', 'template', 'object', 'iframe', 'noscript'].map((tag) => ({
    tag,
    ignore: true,
  })),
]

/// What is a list item, a quote or a caption by its style only: `cleanPaste` has put what it is on the element.
const pasted = (element: HTMLElement) => {
  const { pastedList, pastedIndent, pastedKind } = element.dataset
  return {
    ...(pastedList ? { list: pastedList, indent: Number(pastedIndent) } : {}),
    ...(pastedKind ? { kind: pastedKind } : {}),
  }
}

export const parser = new DOMParser(schema, rules)
