// PDF files, read by another program than the one that made them: what is tagged, in which order, under which names. That
// program is no judge of PDF/A or PDF/UA as a whole; Typst's own checks of both are run too.
import * as fc from 'fast-check'
import { extractText, getDocumentProxy } from 'unpdf'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { compose } from '../../../service/export/compose.ts'
import { fonts } from '../../../service/export/fonts.ts'
import type { Paper } from '../../../service/export/paper.ts'
import { readPictures } from '../../../service/export/pictures.ts'
import { writePdf } from '../../../service/export/write-pdf.ts'
import { anyText } from '../../editor/any-text.ts'
import { block, call, docOf, editionSource, keptPicture, t, tableOf } from '../../support/source.ts'

let dataDir: string
let image: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'planvev-'))
  image = await keptPicture(dataDir)
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const none = new Map()
const set = async (paper: Paper, options: Parameters<typeof writePdf>[2] = {}): Promise<Buffer> =>
  (await writePdf(paper, await readPictures(paper, dataDir), options)).bytes

const paperOf = (...content: PmJson[]): Paper => {
  const source = editionSource({ chapters: 1 })
  const text = docOf(...content)
  source.zones[0]!.sections[0]!.text = { nb: text, nn: text }
  return compose({ ...source, zones: [source.zones[0]!] }, 'nb')
}

const readBack = (bytes: Buffer) => getDocumentProxy(new Uint8Array(bytes))
const words = async (bytes: Buffer): Promise<string> =>
  (await extractText(await readBack(bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ')

type Tag = { role?: string; alt?: string; children?: Tag[] }
const tagsOf = (tag: Tag | null): Tag[] =>
  tag ? [tag, ...(tag.children ?? []).flatMap((one) => tagsOf(one))] : []

describe('a PDF', () => {
  test('is tagged as what it is: headings, lists, tables with heads, notes, pictures with words', async () => {
    const pdf = await readBack(await set(compose(editionSource({ image }), 'nb')))
    const tags: Tag[] = []
    for (let page = 1; page <= pdf.numPages; page++) {
      tags.push(...tagsOf((await (await pdf.getPage(page)).getStructTree()) as Tag | null))
    }
    const count = (role: string): number => tags.filter((tag) => tag.role === role).length
    expect(count('H1')).toBeGreaterThan(3)
    expect(count('TH')).toBeGreaterThanOrEqual(4 * 3)
    for (const role of [
      'H2',
      'L',
      'LI',
      'LBody',
      'Table',
      'THead',
      'TR',
      'TD',
      'Link',
      'TOC',
      'Caption',
      'BlockQuote',
    ]) {
      expect(count(role), role).toBeGreaterThan(0)
    }
    expect(count('Note')).toBe(3)
    expect(tags.filter((tag) => tag.role === 'Figure').map((tag) => tag.alt)).toContain(
      'Dalen sett fra sør',
    )
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  })

  test('bears title, language, one date and bookmarks, and claims to be archival', async () => {
    const bytes = await set(compose(editionSource(), 'nn'))
    const pdf = await readBack(bytes)
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'Felles planstrategi 2028–2031 – Øyer kommune',
      Language: 'nn-NO',
    })
    expect((info as { CreationDate: string }).CreationDate).toMatch(/^D:20280508/)
    expect(metadata?.get('pdfaid:part')).toBe('2')
    expect(String(metadata?.get('pdfaid:conformance')).toUpperCase()).toBe('A')
    const titles = (await pdf.getOutline()).map(({ title }: { title: string }) => title)
    expect(titles).toEqual([
      'Framlegg til vedtak',
      'Fellesdelen',
      'Øyer: den eigne delen til kommunen',
      'Om denne utgåva',
    ])
  })

  test('is read in the order it is written, with page numbers, and the sum on the last page', async () => {
    const pdf = await readBack(await set(compose(editionSource(), 'nb')))
    const { text } = await extractText(pdf, { mergePages: false })
    const whole = text.join('').replaceAll(/\s+/g, '')
    let from = 0
    for (const one of [
      'Innhold',
      'Strategien vedtas',
      'Hva vi vet',
      'Flere eldre',
      'kartlegge',
      'Felles mål',
      'Kommune 14',
      'Avsnitt 1',
      'Planbehov',
      'Full revisjon',
      'Om denne utgaven',
    ]) {
      const at = whole.indexOf(one.replaceAll(' ', ''), from)
      expect(at, one).toBeGreaterThanOrEqual(0)
      from = at
    }
    expect(text.at(-1)).toContain('9f3a61c0'.repeat(8))
    expect(text.at(-1)).toContain(`Side ${pdf.numPages} av ${pdf.numPages}`)
  })

  test('is the same bytes each time, and passes Typst’s own checks of PDF/UA-1 too', async () => {
    const paper = compose(editionSource({ image }), 'both')
    expect((await set(paper)).equals(await set(paper))).toBe(true)
    expect((await set(paper, { standard: 'ua-1' })).length).toBeGreaterThan(10_000)
  })

  test('breaks a long table over pages and repeats its head on each', async () => {
    const rows = Array.from({ length: process.env.LONG ? 5000 : 150 }, (_, i) => [
      `Kommune ${i}`,
      'Tekst',
    ])
    const pdf = await readBack(await set(paperOf(tableOf(['Kommunenavn', 'Merknad'], ...rows))))
    const { text } = await extractText(pdf, { mergePages: false })
    const pages = text.filter((page) => /Kommune \d/.test(page))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('Kommunenavn')
  })

  test('runs nothing of what is written: Typst’s own signs are only signs', async () => {
    const wild =
      '#read("/etc/passwd") #panic() $x^2$ [a] *b* _c_ @d <e> \\ // /* */ `f` #{ } = + - "'
    const bytes = await set(
      paperOf(
        block({ kind: 'heading', id: 'x"]#panic()' }, wild),
        block({}, wild, call('n')),
        tableOf([wild]),
        { type: 'image', attrs: { alt: wild, asset: '../../etc/passwd' } },
        block({ kind: 'note', id: 'n' }, wild),
      ),
    )
    const said = await words(bytes)
    expect(said).toContain('#read("/etc/passwd") #panic() $x^2$ [a] *b* _c_ @d <e>')
    expect(said).not.toContain('root:')
  })

  test('writes a sign no typeface has by its number, and turns no line about', async () => {
    const said = await words(
      await set(paperOf(block({}, 'Se 漢 og 😀 ŋ đ \u202Etxet\u202C \u0007.'))),
    )
    expect(said).toContain('[U+6F22]')
    expect(said).toContain('ŋ đ txet')
    expect(said).toContain('Tegn som ikke finnes i skriftene')
    expect(fonts().has('😀'.codePointAt(0)!)).toBe(true)
  })

  test('takes a thousand notes, a picture that is gone, a giant word and content of a newer editor', async () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `n${i}`)
    const said = await words(
      await set(
        paperOf(
          block({}, ...ids.flatMap((id) => ['x ', call(id)])),
          { type: 'image', attrs: { asset: 'a'.repeat(64), alt: 'Kart' } },
          { type: 'unknown', attrs: { name: 'video', data: '{}' } },
          tableOf(['a', 'b'], ['w'.repeat(5000), 'b']),
          ...ids.map((id) => block({ kind: 'note', id }, `note ${id}.`)),
        ),
      ),
    )
    expect(said).toContain('note n999.')
    expect(said).toContain('Bildet mangler: Kart')
    expect(said).toContain('ikke vist her')
  })

  test('can be set of any text there may be', { timeout: 60_000 }, async () => {
    let made = 0
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const bytes = await set(paperOf(...(text.content ?? [])))
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
        made++
      }),
      { numRuns: process.env.LONG ? 300 : 12 },
    )
    expect(made).toBeGreaterThan(5)
  })

  test(
    'is tagged, but claims nothing, where there is only WebAssembly',
    { timeout: 60_000 },
    async () => {
      const paper = paperOf(block({ kind: 'heading' }, 'Mål'), block({}, t('Ord', 'bold')))
      const { bytes, standard } = await writePdf(paper, none, { kind: 'wasm' })
      expect(standard).toBeUndefined()
      const pdf = await readBack(bytes)
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
      expect((await pdf.getMetadata()).metadata?.get('pdfaid:part') ?? null).toBeNull()
    },
  )
})
