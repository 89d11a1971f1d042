// The styles of a Word document under Word's own names, so that its navigation, contents and templates know them.
import { space } from './docx-xml.ts'
import type { Written } from './paper.ts'

const spruce = '23533F'
const grey = '55605A'
const hair = 'BCC6C0'

export function docxStyles(lang: Written): string {
  const headings = [20, 15, 12.5, 11.5, 11, 11].map((points, i) =>
    paragraph(
      `Heading${i + 1}`,
      `heading ${i + 1}`,
      `<w:b/>${i === 0 ? colour(spruce) : ''}${size(points)}`,
      `<w:keepNext/><w:keepLines/>${gap(i === 0 ? 24 : 15, i === 0 ? 8 : 4)}<w:outlineLvl w:val="${i}"/>`,
    ),
  )
  const contents = [0, 1, 2].map((level) =>
    paragraph(
      `TOC${level + 1}`,
      `toc ${level + 1}`,
      level === 0 ? '<w:b/>' : '',
      `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9060"/></w:tabs>${gap(level === 0 ? 6 : 0, 2)}<w:ind w:left="${level * 280}"/>`,
    ),
  )
  const all = [
    paragraph(
      'Normal',
      'Normal',
      '',
      '<w:spacing w:before="0" w:after="140" w:line="276" w:lineRule="auto"/>',
    ),
    paragraph('Title', 'Title', `<w:b/>${colour(spruce)}${size(30)}`, gap(150, 6)),
    paragraph('Subtitle', 'Subtitle', size(16), gap(0, 14)),
    paragraph('Status', 'Status', `<w:b/>${colour(spruce)}${size(12)}`, gap(0, 22)),
    paragraph(
      'Facts',
      'Facts',
      size(10),
      `<w:tabs><w:tab w:val="left" w:pos="2268"/></w:tabs>${gap(0, 3)}`,
    ),
    paragraph(
      'TOCHeading',
      'TOC Heading',
      `<w:b/>${colour(spruce)}${size(20)}`,
      `<w:keepNext/><w:pageBreakBefore/>${gap(0, 8)}`,
    ),
    ...contents,
    ...headings,
    paragraph('Quote', 'Quote', '<w:i/>', `${edge(hair)}<w:ind w:left="340"/>`),
    paragraph(
      'Callout',
      'Callout',
      '',
      `${edge(spruce)}<w:shd w:val="clear" w:color="auto" w:fill="F0F4F1"/><w:ind w:left="227" w:right="227"/>`,
    ),
    paragraph('ListParagraph', 'List Paragraph', '', '<w:contextualSpacing/>'),
    paragraph(
      'Rule',
      'Rule',
      '',
      `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="${hair}"/></w:pBdr>`,
    ),
    paragraph('Caption', 'caption', `${colour(grey)}${size(9.5)}`, gap(3, 10)),
    paragraph('Picture', 'Picture', '', gap(8, 2)),
    paragraph('Placeholder', 'Placeholder', `<w:i/>${colour(grey)}`, ''),
    paragraph('TableText', 'Table Text', size(9.5), '<w:spacing w:before="30" w:after="30"/>'),
    paragraph('AfterTable', 'After Table', size(6), '<w:spacing w:before="0" w:after="60"/>'),
    paragraph(
      'Header',
      'header',
      `${colour(grey)}${size(8.5)}`,
      `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="${hair}"/></w:pBdr>${ends}${gap(0, 0)}`,
    ),
    paragraph('Footer', 'footer', `${colour(grey)}${size(8.5)}`, `${ends}${gap(0, 0)}`),
    paragraph('FootnoteText', 'footnote text', size(9), gap(0, 2)),
    paragraph('Colophon', 'Colophon', size(10), gap(0, 6)),
    character('Hyperlink', 'Hyperlink', `${colour('14607A')}<w:u w:val="single"/>`),
    character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    character(
      'Checksum',
      'Checksum',
      `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>${size(9)}`,
    ),
    grid,
  ]
  return `<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>${size(11)}<w:lang w:val="${lang}-NO"/></w:rPr></w:rPrDefault></w:docDefaults>${all.join('')}</w:styles>`
}

const paragraph = (id: string, name: string, run: string, own: string): string =>
  `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}${/^(Heading|Title)/.test(id) ? '<w:next w:val="Normal"/>' : ''}<w:qFormat/><w:pPr>${own}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const character = (id: string, name: string, run: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`

const size = (points: number): string => `<w:sz w:val="${points * 2}"/>`
const colour = (value: string): string => `<w:color w:val="${value}"/>`
const gap = (before: number, after: number): string =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`
const edge = (value: string): string =>
  `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="${value}"/></w:pBdr>`
const ends = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'

const border = (side: string, width: number, value: string): string =>
  `<w:${side} w:val="single" w:sz="${width}" w:space="0" w:color="${value}"/>`

const grid = `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${border('top', 8, spruce)}${border('bottom', 4, hair)}${border('insideH', 4, hair)}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F0F4F1"/></w:tcPr></w:tblStylePr></w:style>`
