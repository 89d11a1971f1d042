// A text as a Word document (ECMA-376): every block a paragraph with a style, lists with real numbering, tables with
// heads that repeat, a list of contents, page numbers. Word and LibreOffice open it; a screen reader finds its headings.
import { safeHref } from '../../editor/shared/link.ts'
import { blockAttrs, type PmJson } from '../../editor/shared/schema.ts'
import { frameFiles, xml } from './docx-frame.ts'
import { zip } from './zip.ts'

export type Document = {
  title: string
  /// Under the title: what this is, as of when.
  subtitle: string
  lang: 'nb' | 'nn'
  /// With one chapter the document's title is its heading.
  chapters: { title: string; text: PmJson }[]
  /// The last lines of the document: name and checksum of a version, or that it is a working draft.
  colophon: string[]
  words: { contents: string; page: string }
}

/// `under`: how many levels of heading stand above a text's own.
type Writer = { links: string[]; lists: number; ordered: number[]; under: number }

/// The document's bytes. Pure: equal documents have equal bytes.
export function docx(document: Document): Buffer {
  const several = document.chapters.length > 1
  const writer: Writer = { links: [], lists: 0, ordered: [], under: several ? 1 : 0 }
  const body = [
    styled('Title', run(document.title)),
    styled('Subtitle', run(document.subtitle)),
    ...contents(document),
    ...document.chapters.flatMap(({ title, text }) => [
      ...(several ? [styled('Heading1', run(title))] : []),
      ...blocks(text.content ?? [], writer),
    ]),
    ...document.colophon.map((line) => styled('Colophon', run(line))),
  ].join('')
  return zip(frameFiles(document, body, writer))
}

/// The list is filled when the document is opened; until then it says what will be there.
function contents({ chapters, words }: Document): string[] {
  if (chapters.length < 2) return []
  return [
    styled('Contents', run(words.contents)),
    '<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>' +
      '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>' +
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      chapters.map(({ title }) => run(title)).join('<w:r><w:br/></w:r>') +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
  ]
}

function blocks(content: PmJson[], writer: Writer): string[] {
  const out: string[] = []
  let list: { id: number; kind: string } | undefined
  for (const node of content) {
    if (node.type !== 'block') {
      list = undefined
      out.push(other(node, writer))
      continue
    }
    const attrs = blockAttrs(node.attrs ?? {})
    const inline = inlines(node, writer)
    if (attrs.list === '') {
      list = undefined
      if (inline === '') continue
      const style =
        attrs.kind === 'heading'
          ? `Heading${attrs.level + writer.under}`
          : attrs.kind === 'quote'
            ? 'Quote'
            : attrs.kind === 'callout'
              ? 'Callout'
              : 'Normal'
      out.push(styled(style, inline))
      continue
    }
    if (!list || (attrs.indent === 0 && list.kind !== attrs.list)) {
      list = { id: ++writer.lists, kind: attrs.list }
      if (attrs.list === 'number') writer.ordered.push(list.id)
    }
    const numbering = `<w:numPr><w:ilvl w:val="${attrs.indent}"/><w:numId w:val="${list.id}"/></w:numPr>`
    out.push(styled('ListParagraph', inline, numbering))
  }
  return out
}

function other(node: PmJson, writer: Writer): string {
  if (node.type === 'rule') return styled('Rule', '')
  if (node.type !== 'table') return styled('Normal', run('…'))
  const rows = node.content ?? []
  const columns = Math.max(1, ...rows.map((row) => row.content?.length ?? 0))
  const width = Math.floor(9000 / columns)
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns)
  const lines = rows.map((row, index) => {
    const head = index === 0 && node.attrs?.header !== false
    const cells = Array.from({ length: columns }, (_, at) => {
      const inside =
        blocks(row.content?.[at]?.content ?? [], writer).join('') || styled('Normal', '')
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`
    })
    const properties = `<w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>`
    return `<w:tr>${properties}${cells.join('')}</w:tr>`
  })
  const look = `<w:tblLook w:firstRow="${node.attrs?.header === false ? 0 : 1}" w:noHBand="1" w:noVBand="1"/>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

const styled = (style: string, inline: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inline}</w:p>`

function inlines(block: PmJson, writer: Writer): string {
  return (block.content ?? [])
    .map((one) => {
      if (one.type !== 'text') return run('…')
      const marks = new Set((one.marks ?? []).map((mark) => mark.type))
      const href = safeHref(one.marks?.find((mark) => mark.type === 'link')?.attrs?.href)
      const properties = [
        href ? '<w:rStyle w:val="Hyperlink"/>' : '',
        marks.has('bold') ? '<w:b/>' : '',
        marks.has('italic') ? '<w:i/>' : '',
        marks.has('sub') || marks.has('sup')
          ? `<w:vertAlign w:val="${marks.has('sub') ? 'subscript' : 'superscript'}"/>`
          : '',
      ].join('')
      const written = run(one.text ?? '', properties)
      if (!href || !/^(https?|mailto|tel):/i.test(href)) return written
      writer.links.push(href)
      return `<w:hyperlink r:id="link${writer.links.length}">${written}</w:hyperlink>`
    })
    .join('')
}

function run(text: string, properties = ''): string {
  const inside = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inside}</w:r>`
}
