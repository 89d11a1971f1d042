// A Word document is a ZIP of well-formed XML whose words are the text's words, however strange the text.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32, inflateRawSync } from 'node:zlib'
import { blocksOf } from '../../../editor/shared/html.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { docx, type Document } from '../../../service/export/docx.ts'
import { anyPlainText } from '../../editor/any-text.ts'

const documentOf = (...texts: PmJson[]): Document => ({
  title: 'Felles «planstrategi» & <mål>',
  subtitle: 'Fellesdelen',
  lang: 'nn',
  chapters: texts.map((text, i) => ({ title: `Kapittel ${i + 1}`, text })),
  colophon: ['Arbeidsutkast'],
  words: { contents: 'Innhald', page: 'Side' },
})

describe('a Word document', () => {
  test('holds every word of the text in order, in well-formed XML', () => {
    fc.assert(
      fc.property(anyPlainText, (text) => {
        const files = unzip(docx(documentOf(text)))
        for (const [name, content] of files) expect(wellFormed(content), name).toBe(true)
        const body = files.get('word/document.xml')!
        const words = [...body.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
          .map(([, found]) => (found === undefined ? '\n' : plain(found)))
          .join('')
        const said = blocksOf(text)
          .map((block) => block.text)
          .join('')
        expect(words).toBe(`Felles «planstrategi» & <mål>Fellesdelen${said}Arbeidsutkast`)
      }),
      { numRuns: 60 },
    )
  })

  test('has headings, lists that begin anew, tables whose head repeats, and links', () => {
    const block = (
      text: string,
      attrs: PmJson['attrs'] = {},
      marks: PmJson['marks'] = [],
    ): PmJson => ({
      type: 'block',
      attrs,
      content: [{ type: 'text', text, marks }],
    })
    const cell = (text: string): PmJson => ({ type: 'cell', content: [block(text)] })
    const text: PmJson = {
      type: 'doc',
      content: [
        block('Mål', { kind: 'heading' }),
        block('ett', { list: 'number' }),
        block('imellom'),
        block('ett igjen', { list: 'number' }),
        block('under', { list: 'bullet', indent: 1 }),
        {
          type: 'table',
          content: [
            { type: 'row', content: [cell('År'), cell('Plan')] },
            { type: 'row', content: [cell('2029')] },
          ],
        },
        block('loven', {}, [{ type: 'link', attrs: { href: 'https://lovdata.no/?a=1&b=2' } }]),
        block('farlig', {}, [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]),
      ],
    }
    const files = unzip(docx(documentOf(text, text)))
    const body = files.get('word/document.xml')!
    expect(body).toContain(
      '<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Kapittel 1<',
    )
    expect(body).toContain(
      '<w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">Mål<',
    )
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(body).toContain('TOC \\o')
    expect(new Set(body.match(/w:numId w:val="\d+"/g)).size).toBe(4)
    const links = files.get('word/_rels/document.xml.rels')!
    expect(links).toContain('Target="https://lovdata.no/?a=1&amp;b=2"')
    expect([...files.values()].join()).not.toContain('javascript')
  })

  test('is the same bytes for the same text', () => {
    const text: PmJson = {
      type: 'doc',
      content: [{ type: 'block', content: [{ type: 'text', text: 'x' }] }],
    }
    expect(docx(documentOf(text)).equals(docx(documentOf(text)))).toBe(true)
  })
})

/// Reads the archive by its directory, checking sizes and sums as an unpacker would.
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.length - 22
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50)
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50)
    const [sum, packed, size] = [16, 20, 24].map((field) => bytes.readUInt32LE(at + field))
    const label = bytes.readUInt16LE(at + 28)
    const start = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + label)
    expect(bytes.readUInt32LE(start)).toBe(0x04034b50)
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
    const raw = inflateRawSync(bytes.subarray(from, from + packed!))
    expect(raw.length).toBe(size)
    expect(crc32(raw)).toBe(sum)
    files.set(name, raw.toString('utf8'))
    at += 46 + label
  }
  return files
}

/// Every tag closed in its order, no bare sign that XML forbids.
function wellFormed(text: string): boolean {
  const open: string[] = []
  for (const [, end, name, rest] of text.matchAll(/<(\/?)([\w:]+)([^<>]*)>/g)) {
    if (rest?.endsWith('/')) continue
    if (!end) open.push(name!)
    else if (open.pop() !== name) return false
  }
  const words = text.replaceAll(/<[^<>]*>/g, '')
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot);)|(?![\t\n])\p{Cc}/u.test(words)
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const plain = (text: string): string =>
  text.replaceAll(/&(\w+);/g, (_, name: string) => signs[name]!)
