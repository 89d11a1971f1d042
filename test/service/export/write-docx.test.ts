// A Word document is a ZIP of well-formed XML whose words are the text's words, however strange the text; and Word's own
// things: headings, lists, footnotes, captions, heads of tables that repeat.
import * as fc from 'fast-check'
import mammoth from 'mammoth'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { cleanText } from '../../../service/export/clean-text.ts'
import { compose } from '../../../service/export/compose.ts'
import type { Paper } from '../../../service/export/paper.ts'
import { readPictures } from '../../../service/export/pictures.ts'
import { readFlow } from '../../../service/export/read-flow.ts'
import { writeDocx } from '../../../service/export/write-docx.ts'
import { anyText } from '../../editor/any-text.ts'
import {
  block,
  call,
  docOf,
  editionSource,
  keptPicture,
  link,
  tableOf,
} from '../../support/source.ts'

const paperOf = (...texts: PmJson[]): Paper => ({
  lang: 'nn',
  title: 'Felles «planstrategi» & <mål>',
  subtitle: 'Fellesdelen',
  status: 'Utkast',
  draft: true,
  on: '2028-02-14',
  facts: [],
  parts: [
    {
      title: 'Fellesdelen',
      lang: 'nn',
      chapters: texts.map((text, i) => ({
        anchor: `k${i}`,
        number: '',
        title: `Kapittel ${i + 1}`,
        lang: 'nn',
        ...readFlow(text, `k${i}`, () => undefined),
      })),
    },
  ],
  colophon: { title: 'Om', lines: [], hashes: [] },
})
const none = new Map()
const body = (paper: Paper): string => unzip(writeDocx(paper, none)).get('word/document.xml')!

describe('a Word document', () => {
  test('holds every word of the text, in well-formed XML', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const files = unzip(writeDocx(paperOf(text), none))
        for (const [name, content] of files) expect(wellFormed(content), name).toBe(true)
        const words = ['document', 'footnotes']
          .map((name) => wordsIn(files.get(`word/${name}.xml`)!))
          .join('')
        for (const one of textsIn(text)) expect(words).toContain(cleanText(one))
      }),
      { numRuns: 60 },
    )
  })

  test('has headings, lists that begin anew, tables whose head repeats, and links', () => {
    const text = docOf(
      block({ kind: 'heading' }, 'Mål'),
      block({ list: 'number' }, 'ett'),
      block({}, 'imellom'),
      block({ list: 'number' }, 'ett igjen'),
      block({ list: 'bullet', indent: 1 }, 'under'),
      tableOf(['År', 'Plan'], ['2029']),
      block({}, link('https://lovdata.no/?a=1&b=2', 'loven')),
      block({}, link('javascript:alert(1)', 'farlig')),
    )
    const files = unzip(writeDocx(paperOf(text, text), none))
    const xml = files.get('word/document.xml')!
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>.{0,120}Kapittel 1</)
    expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>.{0,120}Mål</)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml).toContain('TOC \\o')
    expect(new Set(xml.match(/w:numId w:val="\d+"/g)).size).toBe(6)
    const links = files.get('word/_rels/document.xml.rels')!
    expect(links).toContain('Target="https://lovdata.no/?a=1&amp;b=2"')
    expect([...files.values()].join('')).not.toContain('javascript')
    expect(files.get('docProps/core.xml')).toContain('<dc:language>nn-NO</dc:language>')
  })

  test('is read back by mammoth with its headings, lists, table, picture and notes', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'planvev-'))
    try {
      const paper = compose(editionSource({ image: await keptPicture(dataDir) }), 'nb')
      const bytes = writeDocx(paper, await readPictures(paper, dataDir))
      const { value, messages } = await mammoth.convertToHtml({ buffer: bytes })
      expect(messages.filter(({ type }) => type === 'error')).toEqual([])
      const html = value.replaceAll(/<a id="[^"]*"><\/a>/g, '')
      expect(html).toContain('<h1>Fellesdelen</h1><h2>1  Kapittel 1</h2><h3>Hva vi vet</h3>')
      expect(html).toContain(
        '<ul><li>Flere eldre<ol><li>kartlegge</li><li>handle</li></ol></li></ul>',
      )
      expect(html).toContain('<thead><tr><th><p>Kommune</p></th>')
      expect(html).toMatch(/<img alt="Dalen sett fra sør" src="data:image\/png/)
      expect(html).toContain('Figur 1: Dalen')
      expect(html).toContain('Tabell 1: Folketall 1. januar')
      expect(html).toContain('Se Kapittel 2 og')
      expect(html.match(/SSB, tabell 07459/g)).toHaveLength(3)
      expect(html).toMatch(/Kontrollsum: (9f3a61c0){8}/)
      expect(html.lastIndexOf('Kontrollsum')).toBeGreaterThan(html.lastIndexOf('Planbehov'))
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })

  test('says the language of what is in the other one', () => {
    const xml = body(compose(editionSource(), 'both'))
    expect(xml).toContain('<w:lang w:val="nn-NO"/></w:rPr><w:t xml:space="preserve">Flere eldre')
    expect(xml).not.toContain('<w:lang w:val="nb-NO"/>')
  })

  test('keeps a suggestion as a change to accept or reject', () => {
    const marked = (type: string, text: string): PmJson => ({
      type: 'text',
      text,
      marks: [{ type }],
    })
    const xml = body(
      paperOf(docOf(block({}, marked('insertion', 'nytt'), marked('deletion', 'gammelt')))),
    )
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t [^>]*>nytt</)
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText [^>]*>gammelt</)
  })

  test('takes a thousand notes, a picture that is gone and content of a newer editor', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `n${i}`)
    const text = docOf(
      ...ids.map((id) => block({}, 'x', call(id))),
      { type: 'image', attrs: { asset: 'a'.repeat(64), alt: 'Kart' } },
      { type: 'unknown', attrs: { name: 'video', data: '{}' } },
      ...ids.map((id) => block({ kind: 'note', id }, `note ${id}`)),
    )
    const files = unzip(writeDocx(paperOf(text), none))
    expect(files.get('word/footnotes.xml')!.match(/<w:footnote w:id/g)).toHaveLength(1000)
    expect(files.get('word/document.xml')).toContain('[Biletet manglar: Kart]')
    expect(files.get('word/document.xml')).toContain('ikkje vist her]')
    for (const [name, content] of files) expect(wellFormed(content), name).toBe(true)
  })

  test('is the same bytes for the same text', () => {
    const once = () => writeDocx(compose(editionSource(), 'nb'), none)
    expect(once().equals(once())).toBe(true)
  })

  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((at) => existsSync(at))
  test.skipIf(!office || !process.env.LONG)(
    'is opened by LibreOffice, where that is present',
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'planvev-'))
      try {
        writeFileSync(join(folder, 'a.docx'), writeDocx(compose(editionSource(), 'nb'), none))
        execFileSync(
          office!,
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'txt:Text',
            '--outdir',
            folder,
            join(folder, 'a.docx'),
          ],
          { stdio: 'ignore' },
        )
        expect(existsSync(join(folder, 'a.txt'))).toBe(true)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})

/// Every run of words in a text, table cells and notes too.
const textsIn = (node: PmJson): string[] =>
  node.type === 'text' ? [node.text ?? ''] : (node.content ?? []).flatMap(textsIn)

const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:(?:t|delText) [^>]*>([^<]*)<\/w:\w+>|<w:br\/>|<\/w:p>/g)]
    .map(([tag, found]) =>
      found === undefined ? (tag === '<w:br/>' ? '\n' : '\u0000') : plain(found),
    )
    .join('')

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
    const kept = bytes.subarray(from, from + packed!)
    const raw = bytes.readUInt16LE(at + 10) === 0 ? kept : inflateRawSync(kept)
    expect(raw.length).toBe(size)
    expect(crc32(raw)).toBe(sum)
    if (!name.startsWith('word/media/')) files.set(name, raw.toString('utf8'))
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
