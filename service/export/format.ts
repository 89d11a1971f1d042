// The kinds of file a paper can be, and what each is called on the wire and on disk.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Paper } from './paper.ts'

export const formats = ['pdf', 'docx', 'html'] as const
export type Format = (typeof formats)[number]

export const formatOf = (value: string | undefined): Format | undefined =>
  formats.find((one) => one === value)

export const mediaType: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
}

/// Raised when a writer changes what it makes of the same paper, so that older files are not taken for its own.
const edition = 1

const template = readFileSync(new URL('./strategy.typ', import.meta.url))

/// The name of the file equal papers give: everything it is made from, and nothing of who asked.
export const fileKey = (paper: string, format: Format): string =>
  createHash('sha256')
    .update(`${edition} ${format}\n`)
    .update(format === 'pdf' ? template : '')
    .update(paper)
    .digest('hex')

/// `planstrategi-oyer-kommune-2028-05-08-nn.pdf`: letters every machine takes.
export function fileName(paper: Paper, language: string, format: Format): string {
  const plain = `${paper.title} ${paper.subtitle}${paper.draft ? ' utkast' : ''}`
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${plain.slice(0, 90)}-${paper.on}-${language}.${format}`
}
