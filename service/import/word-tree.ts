// What the library makes of a Word document, as far as we read it.

export type Word =
  | Paragraph
  | Run
  | Hyperlink
  | Table
  | { type: 'tableRow'; children: Word[]; isHeader: boolean }
  | { type: 'tableCell'; children: Word[]; colSpan: number; rowSpan: number }
  | { type: 'text'; value: string }
  | { type: 'tab' }
  | { type: 'break'; breakType: 'line' | 'page' | 'column' }
  | { type: 'checkbox'; checked: boolean }
  | { type: 'noteReference'; noteType: string; noteId: string }
  | Picture
  | { type: 'commentReference' | 'bookmarkStart' }

export type Paragraph = {
  type: 'paragraph'
  children: Word[]
  styleId: string | null
  styleName: string | null
  numbering: { isOrdered: boolean; level: string } | null
}

export type Run = {
  type: 'run'
  children: Word[]
  isBold: boolean
  isItalic: boolean
  isUnderline: boolean
  isStrikethrough: boolean
  verticalAlignment: string
}

export type Hyperlink = { type: 'hyperlink'; children: Word[]; href?: string; anchor?: string }

export type Table = { type: 'table'; children: Word[] }

export type Picture = {
  type: 'image'
  altText?: string
  readAsBuffer(): Promise<Buffer>
}

export type WordDocument = {
  type: 'document'
  children: Word[]
  notes: { resolve(reference: { noteType: string; noteId: string }): { body: Word[] } | null }
  comments: { commentId: string; body: Word[] }[]
}
