// What surrounds the words in a Word document: styles, numbering, footer, relations. Nothing is fetched from anywhere.
import type { Document } from './docx.ts'
import type { ZipFile } from './zip.ts'

/// Text as XML takes it: escaped, without signs XML 1.0 has no place for.
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

type Numbered = { links: string[]; lists: number; ordered: number[] }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const space = `xmlns:w="${word}" xmlns:r="${relations}"`
const application = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export function frameFiles(document: Document, body: string, numbered: Numbered): ZipFile[] {
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
  return [
    file('[Content_Types].xml', contentTypes),
    file('_rels/.rels', packageRelations),
    file('docProps/core.xml', core(document)),
    file('word/_rels/document.xml.rels', documentRelations(numbered.links)),
    file('word/document.xml', `<w:document ${space}><w:body>${body}${page}</w:body></w:document>`),
    file('word/styles.xml', styles(document.lang)),
    file('word/numbering.xml', numbering(numbered)),
    file(
      'word/settings.xml',
      `<w:settings ${space}>${document.chapters.length > 1 ? '<w:updateFields w:val="true"/>' : ''}</w:settings>`,
    ),
    file('word/footer1.xml', footer(document)),
  ]
}

const file = (name: string, text: string): ZipFile => ({ name, text: declaration + text })

const part = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${application}.${type}+xml"/>`

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('numbering', 'numbering')}${part('settings', 'settings')}${part('footer1', 'footer')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const packageRelations = `<Relationships xmlns="${packages}/relationships">${relation('document', `${relations}/officeDocument`, 'word/document.xml')}${relation('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`

const documentRelations = (links: string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${['styles', 'numbering', 'settings']
    .map((name) => relation(name, `${relations}/${name}`, `${name}.xml`))
    .join('')}${relation('footer', `${relations}/footer`, 'footer1.xml')}${links
    .map(
      (href, i) =>
        `<Relationship Id="link${i + 1}" Type="${relations}/hyperlink" Target="${xml(href)}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`

const core = ({ title, lang }: Document): string =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:language>${lang}-NO</dc:language></cp:coreProperties>`

const footer = ({ words }: Document): string =>
  `<w:ftr ${space}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">${xml(words.page)} </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`

function styles(lang: string): string {
  const paragraph = (id: string, name: string, run: string, more = '', based = 'Normal') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : `<w:basedOn w:val="${based}"/>`}<w:qFormat/><w:pPr>${more}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  const size = (points: number) => `<w:sz w:val="${points * 2}"/>`
  const gap = (before: number, after: number) =>
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`
  const headings = [20, 16, 14, 12, 11].map((points, i) =>
    paragraph(
      `Heading${i + 1}`,
      `heading ${i + 1}`,
      `<w:b/>${size(points)}`,
      `<w:keepNext/>${gap(i === 0 ? 24 : 14, 4)}<w:outlineLvl w:val="${i}"/>`,
    ),
  )
  const edge = (colour: string) =>
    `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="${colour}"/></w:pBdr>`
  return `<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>${size(11)}<w:lang w:val="${lang}-NO"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    paragraph('Normal', 'Normal', '', `${gap(0, 7)}`),
    paragraph('Title', 'Title', `<w:b/>${size(26)}`, gap(0, 4)),
    paragraph('Subtitle', 'Subtitle', `<w:color w:val="595959"/>${size(12)}`, gap(0, 18)),
    paragraph('Contents', 'TOC Heading', `<w:b/>${size(14)}`, gap(12, 6)),
    ...headings,
    paragraph('Quote', 'Quote', '<w:i/>', `${edge('808080')}<w:ind w:left="567"/>`),
    paragraph('Callout', 'Callout', '', `${edge('23533F')}<w:shd w:val="clear" w:fill="F0F3F1"/>`),
    paragraph('ListParagraph', 'List Paragraph', '', '<w:contextualSpacing/>'),
    paragraph(
      'Rule',
      'Rule',
      '',
      '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>',
    ),
    paragraph('Colophon', 'Colophon', `<w:color w:val="595959"/>${size(9)}`, gap(12, 0)),
  ].join(
    '',
  )}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="14607A"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join('')}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>`
}

/// Two patterns, bullets and numbers; every list has a number of its own, so that each begins at one.
function numbering({ lists, ordered }: Numbered): string {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${(at + 1) * 425}" w:hanging="425"/></w:pPr></w:lvl>`
  const levels = [0, 1, 2, 3, 4, 5]
  const bullets = levels.map((at) => level(at, 'bullet', ['•', '–', '▪'][at % 3]!)).join('')
  const numbers = levels
    .map((at) => level(at, ['decimal', 'lowerLetter', 'lowerRoman'][at % 3]!, `%${at + 1}.`))
    .join('')
  const own = Array.from({ length: lists }, (_, i) => {
    const pattern = ordered.includes(i + 1) ? 2 : 1
    const restart =
      pattern === 2 ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' : ''
    return `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${pattern}"/>${restart}</w:num>`
  }).join('')
  return `<w:numbering ${space}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${bullets}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>${numbers}</w:abstractNum>${own}</w:numbering>`
}
