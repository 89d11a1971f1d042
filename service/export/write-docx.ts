// A paper as a Word document (ECMA-376), written straight: every block a paragraph in one of Word's own styles, lists with
// real numbering, footnotes as footnotes, heads of tables that repeat. Equal papers have equal bytes, which a general
// library with its clocks and random names could not promise.
import { frameFiles, hasContents, type Referred } from './docx-frame.ts'
import { pictureRun } from './docx-picture.ts'
import { field, paragraph, run, xml } from './docx-xml.ts'
import { plainOf, plainRuns } from './column-widths.ts'
import type { Block, Chapter, Look, Paper, Run } from './paper.ts'
import { paperWords } from './paper-words.ts'
import type { Picture } from './pictures.ts'
import { zip } from './zip.ts'

/// Twentieths of a point between the margins.
const lineWidth = 9070

export function writeDocx(paper: Paper, pictures: ReadonlyMap<string, Picture>): Buffer {
  const writer: Writer = {
    links: [],
    images: new Map(),
    notes: [],
    lists: 0,
    ordered: [],
    pictures,
    words: paperWords(paper.lang),
    marks: marksOf(paper),
    lang: '',
    chapter: undefined,
    called: new Map(),
    ids: { next: 1 },
    counted: { figure: 0, table: 0 },
  }
  const several = paper.parts.length > 1
  // One chapter alone bears the document's title as its own, and its headings begin at the first level.
  const alone = !hasContents(paper)
  const body = [
    paragraph('Title', run(paper.title)),
    paragraph('Subtitle', run(paper.subtitle)),
    paragraph('Status', run(paper.status)),
    ...paper.facts.map(({ name, value }) =>
      paragraph('Facts', `${run(name)}<w:r><w:tab/></w:r>${run(value)}`),
    ),
    ...(hasContents(paper) ? contents(paper, writer) : []),
    ...paper.parts.flatMap((part, at) => [
      ...(several ? [paragraph('Heading1', run(part.title), newPage)] : []),
      ...part.chapters.flatMap((chapter, i) => {
        writer.lang = chapter.lang === paper.lang ? '' : `<w:lang w:val="${chapter.lang}-NO"/>`
        writer.chapter = chapter
        const same =
          alone || (several && part.chapters.length === 1 && chapter.title === part.title)
        const level = several ? 2 : 1
        const first = !several && at === 0 && i === 0 ? newPage : ''
        const title = chapter.number ? `${chapter.number}  ${chapter.title}` : chapter.title
        return [
          ...(same ? [] : [headed(level, run(title, writer.lang), chapter.anchor, writer, first)]),
          ...blocks(chapter.blocks, writer, { above: same ? level - 1 : level }),
        ]
      }),
    ]),
    ...lastPage(paper),
  ].join('')
  return zip(frameFiles(paper, body, writer))
}

const newPage = '<w:pageBreakBefore/>'

type Writer = Referred & {
  pictures: ReadonlyMap<string, Picture>
  words: ReturnType<typeof paperWords>
  /// Anchor → bookmark.
  marks: Map<string, string>
  /// Run property of a chapter in the other language.
  lang: string
  chapter: Chapter | undefined
  /// A chapter's note → its number in the document.
  called: Map<string, number>
  ids: { next: number }
  counted: { figure: number; table: number }
}

/// `above`: levels of heading over the text's own. `style`: of plain paragraphs here.
type Place = { above: number; style?: string; depth?: number; inCell?: true }

/// Bookmarks have short names of letters and digits; every place a reference may lead to gets one.
function marksOf({ parts }: Paper): Map<string, string> {
  const marks = new Map<string, string>()
  const add = (anchor: string) => {
    if (anchor && !marks.has(anchor)) marks.set(anchor, `sted${marks.size + 1}`)
  }
  for (const { chapters } of parts) {
    for (const { anchor, blocks } of chapters) {
      add(anchor)
      for (const block of blocks) if (block.is === 'heading') add(block.anchor)
    }
  }
  return marks
}

function headed(level: number, inline: string, anchor: string, writer: Writer, more = ''): string {
  const name = writer.marks.get(anchor)
  const id = writer.ids.next++
  const marked = name
    ? `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inline}<w:bookmarkEnd w:id="${id}"/>`
    : inline
  return paragraph(`Heading${Math.min(6, level)}`, marked, more)
}

/// Filled when the document is opened in Word; until then, and elsewhere, it lists the chapters with links.
function contents({ parts }: Paper, { words, marks }: Writer): string[] {
  const several = parts.length > 1
  const entries = parts.flatMap((part) => [
    ...(several ? [{ level: 1, text: part.title, mark: '' }] : []),
    ...part.chapters
      .filter((chapter) => !several || part.chapters.length > 1 || chapter.title !== part.title)
      .map((chapter) => ({
        level: several ? 2 : 1,
        text: chapter.number ? `${chapter.number}  ${chapter.title}` : chapter.title,
        mark: marks.get(chapter.anchor) ?? '',
      })),
  ])
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>' +
    `<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>` +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  const lines = entries.map(({ level, text, mark }, i) => {
    const shown = mark ? `<w:hyperlink w:anchor="${mark}">${run(text)}</w:hyperlink>` : run(text)
    return paragraph(`TOC${level}`, (i === 0 ? begin : '') + shown)
  })
  return [
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>' +
      paragraph('TOCHeading', run(words.contents)) +
      lines.join('') +
      '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>',
  ]
}

function blocks(list: readonly Block[], writer: Writer, place: Place): string[] {
  return list.flatMap((block): string[] => {
    switch (block.is) {
      case 'heading':
        return place.inCell
          ? [paragraph(place.style ?? 'Normal', inlines(block.runs, writer, '<w:b/>'))]
          : [headed(block.level + place.above, inlines(block.runs, writer), block.anchor, writer)]
      case 'text':
        return [paragraph(place.style ?? 'Normal', inlines(block.runs, writer))]
      case 'list':
        return listed(block, writer, place)
      case 'quote':
      case 'callout':
        return blocks(block.blocks, writer, {
          ...place,
          style: block.is === 'quote' ? 'Quote' : 'Callout',
        })
      case 'table':
        return table(block, writer)
      case 'image':
        return image(block, writer)
      case 'rule':
        return [paragraph('Rule', '')]
      default:
        return [paragraph('Placeholder', run(`[${writer.words.unknown}]`))]
    }
  })
}

function listed(block: Extract<Block, { is: 'list' }>, writer: Writer, place: Place): string[] {
  const depth = place.depth ?? 0
  const id = ++writer.lists
  if (block.ordered) writer.ordered.push(id)
  const numbering = `<w:numPr><w:ilvl w:val="${Math.min(5, depth)}"/><w:numId w:val="${id}"/></w:numPr>`
  const style = place.style === 'TableText' ? 'TableText' : 'ListParagraph'
  return block.items.flatMap((item) => [
    paragraph(style, inlines(item.runs, writer), numbering),
    ...blocks(item.under, writer, { ...place, depth: depth + 1 }),
  ])
}

function table(block: Extract<Block, { is: 'table' }>, writer: Writer): string[] {
  const widths = block.columns.map((share) => Math.round((share * lineWidth) / 1000))
  const rows = block.rows.map((row, index) => {
    const cells = row.map((cell, at) => {
      const inside = blocks(cell, writer, { above: 0, style: 'TableText', inCell: true })
      if (inside.length === 0 || inside.at(-1)!.endsWith('</w:tbl>')) {
        inside.push(paragraph('TableText', ''))
      }
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${inside.join('')}</w:tc>`
    })
    const short = row.every((cell) => plainOf(cell).length < 700)
    const head = block.head && index === 0
    const properties = `<w:trPr>${short ? '<w:cantSplit/>' : ''}${head ? '<w:tblHeader/>' : ''}</w:trPr>`
    return `<w:tr>${properties}${cells.join('')}</w:tr>`
  })
  const named = block.caption.length
    ? `<w:tblCaption w:val="${xml(plainRuns(block.caption))}"/>`
    : ''
  const look = `<w:tblLook w:firstRow="${block.head ? 1 : 0}" w:noHBand="1" w:noVBand="1"/>`
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return [
    ...(block.caption.length ? [caption('table', block.caption, writer, '<w:keepNext/>')] : []),
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>${look}${named}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`,
    paragraph('AfterTable', ''),
  ]
}

function image(block: Extract<Block, { is: 'image' }>, writer: Writer): string[] {
  const { words, images } = writer
  const picture = writer.pictures.get(block.asset)
  const below = block.caption.length ? [caption('figure', block.caption, writer)] : []
  if (!picture) {
    const said = block.alt ? `${words.missing}: ${block.alt}` : words.missing
    return [paragraph('Placeholder', run(`[${said}]`)), ...below]
  }
  images.set(block.asset, picture)
  const relation = `image${[...images.keys()].indexOf(block.asset) + 1}`
  const drawn = pictureRun(picture, {
    relation,
    id: writer.ids.next++,
    alt: block.alt,
    width: block.width || picture.width,
  })
  return [paragraph('Picture', drawn, below.length ? '<w:keepNext/>' : ''), ...below]
}

function caption(
  what: 'figure' | 'table',
  inside: readonly Run[],
  writer: Writer,
  more = '',
): string {
  const word = writer.words[what]
  const number = field(`SEQ ${word} \\* ARABIC`, run(String(++writer.counted[what])))
  return paragraph(
    'Caption',
    `${run(`${word} `)}${number}${run(': ')}${inlines(inside, writer)}`,
    more,
  )
}

function inlines(list: readonly Run[], writer: Writer, look = ''): string {
  return list
    .map((one) => {
      if (one.is === 'text') return words(one.text, one, writer, look)
      if (one.is === 'note') return note(one.at, writer)
      if (one.is !== 'ref') return run(`[${writer.words.unknown}]`, '<w:i/>')
      const mark = writer.marks.get(one.to)
      const shown = run(one.text, look + writer.lang)
      return mark ? field(`REF ${mark} \\h`, shown) : shown
    })
    .join('')
}

/// Run properties in the schema's order: style, bold, italic, position, language.
function words(text: string, one: Look, writer: Writer, look: string): string {
  const properties = [
    one.href ? '<w:rStyle w:val="Hyperlink"/>' : '',
    one.bold || look ? '<w:b/>' : '',
    one.italic ? '<w:i/>' : '',
    one.sub || one.sup ? `<w:vertAlign w:val="${one.sub ? 'subscript' : 'superscript'}"/>` : '',
    writer.lang,
  ].join('')
  const written = run(text, properties, one.suggested === 'out' ? 'delText' : 't')
  const tracked = one.suggested
    ? wrapped(one.suggested === 'in' ? 'ins' : 'del', written, writer)
    : written
  if (!one.href) return tracked
  const known = writer.links.indexOf(one.href)
  const at = known >= 0 ? known + 1 : writer.links.push(one.href)
  return `<w:hyperlink r:id="link${at}">${tracked}</w:hyperlink>`
}

/// A suggestion is a tracked change, to be accepted or rejected in Word.
const wrapped = (tag: 'ins' | 'del', inside: string, { ids }: Writer): string =>
  `<w:${tag} w:id="${ids.next++}" w:author="Planvev">${inside}</w:${tag}>`

/// A note called twice is one note: the second call refers to the first.
function note(at: number, writer: Writer): string {
  const { chapter } = writer
  const key = `${chapter?.anchor} ${at}`
  const known = writer.called.get(key)
  const raised = '<w:rStyle w:val="FootnoteReference"/>'
  if (known !== undefined) return field(`NOTEREF note${known} \\f \\h`, run(String(known), raised))
  const number = writer.called.size + 1
  writer.called.set(key, number)
  writer.notes[number - 1] = ''
  writer.notes[number - 1] = inlines(chapter?.notes[at] ?? [], writer)
  const id = writer.ids.next++
  return `<w:bookmarkStart w:id="${id}" w:name="note${number}"/><w:r><w:rPr>${raised}</w:rPr><w:footnoteReference w:id="${number + 1}"/></w:r><w:bookmarkEnd w:id="${id}"/>`
}

const lastPage = ({ colophon }: Paper): string[] => [
  paragraph('Heading1', run(colophon.title), newPage),
  ...colophon.lines.map((line) => paragraph('Colophon', run(line))),
  ...colophon.hashes.map(({ name, value }) =>
    paragraph('Colophon', `${run(`${name}: `)}${run(value, '<w:rStyle w:val="Checksum"/>')}`),
  ),
]
