// The small pieces WordprocessingML (ECMA-376) is made of, and the spaces their names live in.
import { cleanText } from './clean-text.ts'

/// Text as XML takes it: escaped, without signs XML 1.0 has no place for.
export const xml = (text: string): string =>
  cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const packages = 'http://schemas.openxmlformats.org/package/2006'
export const space = `xmlns:w="${word}" xmlns:r="${relations}"`

/// A run of words; `properties` in the order the schema asks for. A line break stays one.
export function run(text: string, properties = '', element: 't' | 'delText' = 't'): string {
  const inside = text
    .split('\n')
    .map((line) => `<w:${element} xml:space="preserve">${xml(line)}</w:${element}>`)
    .join('<w:br/>')
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inside}</w:r>`
}

/// A paragraph in a style; `more` are further properties that follow the style's name.
export const paragraph = (style: string, inline: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inline}</w:p>`

/// A field with what it shows until it is brought up to date. `shown` is one or more runs.
export const field = (instruction: string, shown: string): string =>
  `${sign('begin')}<w:r><w:instrText xml:space="preserve"> ${xml(instruction)} </w:instrText></w:r>${sign('separate')}${shown}${sign('end')}`

const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
