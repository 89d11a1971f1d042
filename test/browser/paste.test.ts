// Pasting from Word, Google Docs, LibreOffice, Markdown and worse places into a real editor: what people meant comes
// through, nothing else does, and what was left out is said.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { PmJson } from '../../editor/shared/schema.ts'
import { openBrowser } from '../support/browser.ts'
import { pageScript } from './harness.ts'

type Pasted = {
  nb: PmJson
  told: string[]
  hacked: boolean
  largest: number
  valid: boolean
  text?: string
}

vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ content: await pageScript('paste.ts') })
})
afterAll(() => browser?.close())

const call = (name: string, ...given: unknown[]): Promise<Pasted> =>
  page.evaluate(
    ([name, given]) =>
      (globalThis as unknown as Record<string, (...all: unknown[]) => Pasted>)[name]!(...given),
    [name, given] as const,
  )

const fixture = (name: string) => readFileSync(`test/browser/paste/${name}`, 'utf8')

/// A text as lines people can read: `h1 Title`, `- item`, `  1. item`, `| a | b |`, `[1] note`.
function lines({ nb }: Pasted): string[] {
  const notes = (nb.content ?? []).filter((node) => node.attrs?.kind === 'note')
  const inline = (node: PmJson): string =>
    (node.content ?? [])
      .map((one) => {
        if (one.type === 'note_ref') {
          return `[${notes.findIndex(({ attrs }) => attrs?.id === one.attrs?.note) + 1}]`
        }
        if (one.type === 'xref') return `{${String(one.attrs?.to)}}`
        return (one.marks ?? []).reduce(
          (text, { type, attrs }) =>
            type === 'link'
              ? `${text}<${String(attrs?.href)}>`
              : `${sign[type]}${text}${sign[type]}`,
          one.text ?? '',
        )
      })
      .join('')
  return (nb.content ?? []).flatMap((node) => {
    const { kind, level = 1, list, indent = 0, header } = node.attrs ?? {}
    if (node.type === 'rule') return ['---']
    if (node.type === 'image') return [`image ${String(node.attrs?.alt)}`]
    if (node.type === 'table') {
      const rows = (node.content ?? []).map(
        (row) =>
          `| ${(row.content ?? []).map((cell) => (cell.content ?? []).map(inline).join('/')).join(' | ')} |`,
      )
      return header === false ? rows : [`${rows[0]} head`, ...rows.slice(1)]
    }
    const words = inline(node)
    const inset = '  '.repeat(Number(indent))
    if (list) return [`${inset}${list === 'number' ? '1.' : '-'} ${words}`]
    if (kind === 'heading') return [`h${level} ${words}`]
    if (kind === 'note') return [`[${notes.indexOf(node) + 1}]: ${words}`]
    return [kind ? `${kind}: ${words}` : words]
  })
}

const sign: Record<string, string> = { bold: '*', italic: '_', sub: '~', sup: '^' }

describe('pasting', () => {
  test('from Word: title, numbered heading, lists with levels, footnote, caption, header row; no tracked deletions, comments or hidden text', async () => {
    const pasted = await call('pasted', fixture('word.clip'))
    expect(lines(pasted)).toEqual([
      'h1 Planstrategi for Øyer',
      'h1 Bosetting og deltidsinnbyggere',
      'Øyer har 5 100 innbyggere[1] og _mange_ hytter. Dette er nytt.',
      '- Boliger for unge',
      '  - Leie til eie',
      '1. Først dette',
      'quote: «Vi vil bo her hele året.»',
      '| Kommune | Innbyggere |  | head',
      '| Øyer | 2027 | 5 100 |',
      'caption: Tabell 1 Folketall',
      'Slutt.',
      '[1]: SSB, tabell _07459_, 1. januar 2028.',
    ])
    expect(pasted).toMatchObject({ told: [], valid: true })
  })

  test('from Google Docs: its bold wrapper is nothing, lists nest, the footnote comes along', async () => {
    const pasted = await call('pasted', fixture('google.clip'))
    expect(lines(pasted)).toEqual([
      'h2 Klima',
      'Vi kutter *55 %*_ innen 2030_[1], CO~2~-ekvivalenter.',
      '- Skog',
      '  - Planting',
      '- Tiltak<https://www.miljodirektoratet.no/>',
      '| *År* | *Tonn* |',
      '| 2028 | 12 000 |',
      '',
      '[1]: Mot 1990.',
    ])
    expect(pasted).toMatchObject({ told: [], valid: true })
  })

  test('from LibreOffice: headings, nested lists, header row and footnote', async () => {
    const pasted = await call('pasted', fixture('libreoffice.clip'))
    expect(lines(pasted)).toEqual([
      'h3 Beredskap',
      'Tolv kommuner samarbeider[1] om *beredskap*.',
      '1. Varsling',
      '1. Evakuering',
      '  - Skoler',
      '| Fare | Ansvar | head',
      '| Flom | NVE |',
      'Rødt 14. feb. 2028',
      '[1]: Avtale av 2024.',
    ])
    expect(pasted).toMatchObject({ told: [], valid: true })
  })

  test('of a paragraph whose footnote was not copied along keeps the number and no dead link', async () => {
    const word = fixture('word.clip').replace(/<div[^>]*mso-element:\s*footnote-list[^]*/, '')
    const pasted = await call('pasted', word)
    expect(lines(pasted)).toContain(
      'Øyer har 5 100 innbyggere[1] og _mange_ hytter. Dette er nytt.',
    )
    expect(JSON.stringify(pasted.nb)).not.toContain('note_ref')
    expect(JSON.stringify(pasted.nb)).not.toContain('link')
    expect(pasted.told).toEqual([])
  })

  test('of Markdown: what its signs mean, with tables and footnotes; HTML in it stays text', async () => {
    const pasted = await call('pastedMarkdown', fixture('notat.txt'))
    expect(lines(pasted)).toEqual([
      'h1 Samfunnsdelen',
      'Et avsnitt med *fet*, _kursiv_ og lenke<https://lovdata.no>.[1] Samme avsnitt. <script>alert(1)</script>',
      'h2 Mål',
      '- Bosetting',
      '  - Hele året',
      '- Klima',
      '1. Først',
      '1. Så',
      'quote: Et sitat',
      '| Kommune | Tall | head',
      '| Øyer | 5100 |',
      '---',
      '[Farlig](javascript:alert(1))',
      '[1]: Plan- og bygningsloven § 10-1.',
    ])
    expect(pasted).toMatchObject({ hacked: false, valid: true })
  })

  test('of what is meant to harm: cleaned, said, nothing runs, and the text is valid', async () => {
    const pasted = await call('pasted', fixture('hostile.clip'))
    expect(lines(pasted)).toEqual([
      'Før trykk her og her og der og C',
      'Snudd txt.exe og skjult og tomt her',
      expect.stringMatching(/^Z\p{M}{6}a$/u),
      '| a | b |',
      '| c |  |',
      '| d |  |',
      '| indre |  |',
      'Etter',
    ])
    expect(pasted.told.toSorted()).toEqual(['images', 'links', 'scripts', 'signs'])
    expect(pasted).toMatchObject({ hacked: false, valid: true })
  })

  test('of a table of 10,000 rows: the first 2,000 cells come, in changes the server takes, and it is said', async () => {
    const table = `<table>${'<tr><td>a</td><td>b</td><td>c</td></tr>'.repeat(10_000)}</table>`
    const pasted = await call('pasted', table)
    const rows = pasted.nb.content?.find(({ type }) => type === 'table')?.content
    expect(rows?.length).toBe(666)
    expect(pasted.told).toEqual(['cells'])
    expect(pasted.valid).toBe(true)
    expect(pasted.largest).toBeLessThan(256 * 1024)
  })

  test('of fifty pages: all of them, in changes the server takes; of a book: refused with a sentence', async () => {
    const words = 'De tolv kommunene velger å løse noen oppgaver i fellesskap. '.repeat(6)
    const pages = Array.from({ length: 1500 }, (_, i) => `<p>${i} ${words}</p>`).join('')
    const fifty = await call('pasted', pages)
    expect(fifty.nb.content?.length).toBe(1501)
    expect(fifty.largest).toBeLessThan(256 * 1024)
    const book = await call('pasted', pages.repeat(5))
    expect(book.told).toEqual(['large'])
    expect(lines(book)).toEqual([''])
  })
})

describe('copying from one text to another', () => {
  const text = (words: string): PmJson => ({ type: 'text', text: words })
  const block = (id: string, content: PmJson[], attrs: PmJson['attrs'] = {}): PmJson => ({
    type: 'block',
    attrs: { id, ...attrs },
    content,
  })
  const callOf = (note: string): PmJson => ({ type: 'note_ref', attrs: { note } })
  const from: PmJson = {
    type: 'doc',
    content: [
      block('p', [
        text('Rådet'),
        callOf('n'),
        text(' gir råd, se '),
        { type: 'xref', attrs: { to: 'section:s1', was: 'Klima' } },
        text('.'),
      ]),
      block('q', [text('Uten.')]),
      { type: 'image', attrs: { asset: 'ab'.repeat(32), alt: 'Kart', width: 640, height: 480 } },
      block('c', [text('Figur')], { kind: 'caption' }),
      block('n', [text('Loven '), { ...text('§ 8'), marks: [{ type: 'bold' }] }], { kind: 'note' }),
    ],
  }

  test('footnotes, references and pictures come along, and a note gets a new name', async () => {
    const to: PmJson = {
      type: 'doc',
      content: [
        block('a', [text('Før '), callOf('n')]),
        block('n', [text('Min egen.')], { kind: 'note' }),
      ],
    }
    const pasted = await call('copyOver', from, to)
    expect(lines(pasted)).toEqual([
      'Før [1]',
      'Rådet[2] gir råd, se {section:s1}.',
      'Uten.',
      'image Kart',
      'caption: Figur',
      '',
      '[1]: Min egen.',
      '[2]: Loven *§ 8*',
    ])
    expect(pasted.told).toEqual([])
    expect(pasted.text).toContain('Rådet gir råd, se Klima.')
  })

  test('a sentence with a call alone brings its note', async () => {
    const to: PmJson = { type: 'doc', content: [block('a', [text('Før ')])] }
    const pasted = await call('copyOver', from, to, [1, 14])
    expect(lines(pasted)).toEqual(['Før Rådet[1] gir rå', '[1]: Loven *§ 8*'])
  })
})
