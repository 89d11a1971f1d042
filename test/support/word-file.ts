// Word documents made by code: such as planners have, and such as somebody would make to do harm.
import { crc32, deflateRawSync } from 'node:zlib'

export type Entry = {
  name: string
  bytes: Buffer | string
  /// What the list of parts says of it, where that is a lie.
  says?: { size?: number; packed?: number; flags?: number }
}

/// A ZIP archive, deflated, that says of its parts what it is told to.
export function archive(entries: readonly Entry[], more: { count?: number } = {}): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, bytes, says = {} } of entries) {
    const raw = Buffer.from(bytes)
    const packed = deflateRawSync(raw, { level: 6 })
    const label = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(says.flags ?? 0x0800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(raw), 10)
    facts.writeUInt32LE(says.packed ?? packed.length, 14)
    facts.writeUInt32LE(says.size ?? raw.length, 18)
    facts.writeUInt16LE(label.length, 22)
    const at = Buffer.alloc(14)
    at.writeUInt32LE(offset, 10)
    parts.push(latin('PK\x03\x04'), facts, label, packed)
    list.push(latin('PK\x01\x02\x14\x00'), facts, at, label)
    offset += 30 + label.length + packed.length
  }
  const listing = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(more.count ?? entries.length, 4)
  end.writeUInt16LE(more.count ?? entries.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listing, latin('PK\x05\x06'), end])
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

export type WordFile = {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  /// Relationships of the document, as elements.
  rels?: string
  media?: Record<string, Buffer>
  more?: Entry[]
  /// Put before the document's root element.
  prolog?: string
}

export const wordFile = (file: WordFile): Buffer => archive(wordEntries(file))

export function wordEntries(file: WordFile): Entry[] {
  const spaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const xml = (root: string, inside: string, prolog = '') =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${prolog}<w:${root} ${spaces}>${inside}</w:${root}>`
  return [
    {
      name: '[Content_Types].xml',
      bytes:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      bytes: `<Relationships xmlns="${package_}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      bytes: xml('document', `<w:body>${file.body}</w:body>`, file.prolog),
    },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: `<Relationships xmlns="${package_}">${file.rels ?? ''}</Relationships>`,
    },
    { name: 'word/styles.xml', bytes: xml('styles', file.styles ?? '') },
    { name: 'word/numbering.xml', bytes: xml('numbering', file.numbering ?? numbering) },
    ...(file.footnotes === undefined
      ? []
      : [{ name: 'word/footnotes.xml', bytes: xml('footnotes', file.footnotes) }]),
    ...Object.entries(file.media ?? {}).map(([name, bytes]) => ({
      name: `word/media/${name}`,
      bytes,
    })),
    ...(file.more ?? []),
  ]
}

const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/// Number 1 is a list of points, number 2 one of numbers, each with levels.
const numbering = ['bullet', 'decimal']
  .map(
    (format, i) =>
      `<w:abstractNum w:abstractNumId="${i}">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`,
  )
  .concat([0, 1].map((i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`))
  .join('')

/// A style by its id and Word's own name.
export const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`

/// A paragraph: `inside` is words, or elements already.
export const para = (inside: string, styleId = '', more = ''): string =>
  `<w:p><w:pPr>${styleId ? `<w:pStyle w:val="${styleId}"/>` : ''}${more}</w:pPr>${inside.startsWith('<') ? inside : run(inside)}</w:p>`

export const item = (text: string, list: 1 | 2, level = 0): string =>
  para(
    text,
    'Listeavsnitt',
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  )

export const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith('<') ? inside : para(inside)}</w:tc>`

export const row = (cells: string[], head = false): string =>
  `<w:tr><w:trPr>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`

export const table = (rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

/// A picture in the line, by the relationship its bytes or its address stand under.
export const drawing = (rel: string, alt = '', by: 'embed' | 'link' = 'embed'): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bilde" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${by}="${rel}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

export const imageRel = (id: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${office}/image" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

export const linkRel = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`

/// The styles of a Norwegian Word, as it stores them: its own by their English names.
export const norwegianStyles = [
  style('Normal', 'Normal'),
  style('Overskrift1', 'heading 1'),
  style('Overskrift2', 'heading 2'),
  style('Overskrift5', 'heading 5'),
  style('Tittel', 'Title'),
  style('Sitat', 'Quote'),
  style('Listeavsnitt', 'List Paragraph'),
  style('Bildetekst', 'caption'),
  style('INNH1', 'toc 1'),
].join('')
