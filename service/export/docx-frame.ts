// What surrounds the words in a Word document: package, settings, numbering, header and footer, relations. Nothing is
// fetched from anywhere.
import { docxStyles } from './docx-styles.ts'
import { field, packages, paragraph, relations, run, space, xml } from './docx-xml.ts'
import type { Paper } from './paper.ts'
import { paperAuthor, paperName, paperWords } from './paper-words.ts'
import type { Picture } from './pictures.ts'
import type { ZipFile } from './zip.ts'

/// What the body refers to outside itself.
export type Referred = {
  /// Addresses, in the order of their relations `link1`, `link2` …
  links: string[]
  /// Pictures by hash, in the order of their relations `image1` …
  images: Map<string, Picture>
  /// Paragraphs of each footnote, from the first.
  notes: string[]
  lists: number
  /// Numbers of the lists that are ordered.
  ordered: number[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const application = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export function frameFiles(paper: Paper, body: string, referred: Referred): ZipFile[] {
  const page =
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="680" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
  const images = [...referred.images.values()]
  return [
    file('[Content_Types].xml', contentTypes),
    file('_rels/.rels', packageRelations),
    file('docProps/core.xml', core(paper)),
    file('word/_rels/document.xml.rels', documentRelations(referred.links, images)),
    file('word/document.xml', `<w:document ${spaces}><w:body>${body}${page}</w:body></w:document>`),
    file('word/styles.xml', docxStyles(paper.lang)),
    file('word/numbering.xml', numbering(referred)),
    file('word/footnotes.xml', footnotes(referred.notes)),
    file('word/_rels/footnotes.xml.rels', relationsOf(linkRelations(referred.links))),
    file('word/settings.xml', settings(paper)),
    file('word/header1.xml', header(paper)),
    file('word/footer1.xml', footer(paper)),
    ...images.map(({ type, bytes }, i) => ({ name: `word/media/image${i + 1}.${type}`, bytes })),
  ]
}

const file = (name: string, text: string): ZipFile => ({ name, text: declaration + text })

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const spaces = `${space} xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture" xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"`

const part = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${application}.${type}+xml"/>`

const parts = [
  part('document', 'document.main'),
  ...['styles', 'numbering', 'footnotes', 'settings'].map((name) => part(name, name)),
  part('header1', 'header'),
  part('footer1', 'footer'),
].join('')

const pictureTypes = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' }
const pictures = Object.entries(pictureTypes)
  .map(([end, type]) => `<Default Extension="${end}" ContentType="${type}"/>`)
  .join('')

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures}${parts}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const relationsOf = (inside: string): string =>
  `<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`

const packageRelations = relationsOf(
  relation('document', `${relations}/officeDocument`, 'word/document.xml') +
    relation('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
)

const documentRelations = (links: string[], images: Picture[]): string =>
  relationsOf(
    [
      ...['styles', 'numbering', 'footnotes', 'settings'].map((name) =>
        relation(name, `${relations}/${name}`, `${name}.xml`),
      ),
      relation('header', `${relations}/header`, 'header1.xml'),
      relation('footer', `${relations}/footer`, 'footer1.xml'),
      ...images.map(({ type }, i) =>
        relation(`image${i + 1}`, `${relations}/image`, `media/image${i + 1}.${type}`),
      ),
      linkRelations(links),
    ].join(''),
  )

const linkRelations = (links: string[]): string =>
  links
    .map(
      (href, i) =>
        `<Relationship Id="link${i + 1}" Type="${relations}/hyperlink" Target="${xml(href)}" TargetMode="External"/>`,
    )
    .join('')

const core = (paper: Paper): string =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(paperName(paper))}</dc:title><dc:subject>${xml(paper.status)}</dc:subject><dc:creator>${paperAuthor}</dc:creator><dc:language>${paper.lang}-NO</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${paper.on}T00:00:00Z</dcterms:created></cp:coreProperties>`

/// Word is told to bring the contents up to date when the document is opened, and that it is a document of today.
const settings = (paper: Paper): string =>
  `<w:settings ${space}>${hasContents(paper) ? '<w:updateFields w:val="true"/>' : ''}<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${paper.lang}-NO"/></w:settings>`

/// One chapter needs no list of contents.
export const hasContents = ({ parts }: Paper): boolean =>
  parts.reduce((sum, { chapters }) => sum + chapters.length, 0) > 1

const header = (paper: Paper): string =>
  `<w:hdr ${space}>${paragraph('Header', run(`${paper.title}`) + tab + run(`${paper.subtitle} · ${paper.status}`))}</w:hdr>`

const tab = '<w:r><w:tab/></w:r>'

function footer({ lang, colophon }: Paper): string {
  const words = paperWords(lang)
  const [first] = colophon.hashes
  const sum = first ? `SHA-256 ${first.value.slice(0, 16)} …` : ''
  const pages = `${run(`${words.page} `)}${field('PAGE', run('1'))}${run(` ${words.of} `)}${field('NUMPAGES', run('1'))}`
  return `<w:ftr ${space}>${paragraph('Footer', run(sum) + tab + pages)}</w:ftr>`
}

function footnotes(notes: string[]): string {
  const line = (id: number, type: string, sign: string) =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:${sign}/></w:r></w:p></w:footnote>`
  const own = notes.map((inside, i) => {
    const number = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return `<w:footnote w:id="${i + 2}">${paragraph('FootnoteText', `${number}${run(' ')}${inside}`)}</w:footnote>`
  })
  return `<w:footnotes ${space}>${line(0, 'separator', 'separator')}${line(1, 'continuationSeparator', 'continuationSeparator')}${own.join('')}</w:footnotes>`
}

/// Two patterns, bullets and numbers; every list has a number of its own, so that each begins at one.
function numbering({ lists, ordered }: Referred): string {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${(at + 1) * 425}" w:hanging="425"/></w:pPr></w:lvl>`
  const levels = [0, 1, 2, 3, 4, 5]
  const bullets = levels.map((at) => level(at, 'bullet', ['•', '–', '▪'][at % 3]!)).join('')
  const numbers = levels
    .map((at) => level(at, ['decimal', 'lowerLetter', 'lowerRoman'][at % 3]!, `%${at + 1}.`))
    .join('')
  const isOrdered = new Set(ordered)
  const restarts = levels
    .map((at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="1"/></w:lvlOverride>`)
    .join('')
  const own = Array.from({ length: lists }, (_, i) => {
    const counts = isOrdered.has(i + 1)
    return `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${counts ? 2 : 1}"/>${counts ? restarts : ''}</w:num>`
  }).join('')
  return `<w:numbering ${space}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${bullets}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>${numbers}</w:abstractNum>${own}</w:numbering>`
}
