import { describe, expect, test } from 'vitest'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { readFlow } from '../../../service/export/read-flow.ts'
import { writeDocx } from '../../../service/export/write-docx.ts'
import type { Left } from '../../../service/import/left.ts'
import { readWord } from '../../../service/import/read-word.ts'
import { picture } from '../../support/picture.ts'
import {
  cell,
  drawing,
  imageRel,
  item,
  linkRel,
  norwegianStyles,
  para,
  row,
  run,
  style,
  table,
  wordFile,
  type WordFile,
} from '../../support/word-file.ts'

const read = (file: WordFile) => readWord(wordFile({ styles: norwegianStyles, ...file }), 'w')

/// `kind/list.indent: words`, one a block; tables and pictures by their name.
const lines = (content: PmJson[]): string[] =>
  content.map((node) => {
    if (node.type === 'table') {
      return `table ${node.attrs?.header === false ? '' : 'head '}${(node.content ?? []).map((r) => (r.content ?? []).map((c) => lines(c.content ?? []).join('+')).join('|')).join(' / ')}`
    }
    if (node.type !== 'block') return node.type
    const { kind = '', level = '', list = '', indent = '' } = node.attrs ?? {}
    const words = (node.content ?? []).map((one) => {
      if (one.type !== 'text') return `[${one.type}]`
      const marks = (one.marks ?? []).map((m) => m.attrs?.href ?? m.type).join(' ')
      return marks ? `<${marks}>${one.text}</>` : one.text
    })
    return `${kind}${level}${list ? `/${list}.${indent || 0}` : ''}: ${words.join('')}`
  })

const leftOf = (left: Left[]): Record<string, number> =>
  Object.fromEntries(left.map(({ what, count }) => [what, count]))

describe('a Word document read', () => {
  test('headings, lists, quotes and marks of a Norwegian Word become what they mean', async () => {
    const { content, title, left } = await read({
      rels: linkRel('l1', 'https://lovdata.no/lov/2008-06-27-71'),
      body: [
        para('Planstrategi for Øyer', 'Tittel'),
        para('Innledning ….. 3', 'INNH1'),
        para('Mål', 'Overskrift1'),
        para('Delmål', 'Overskrift2'),
        para('Dypt', 'Overskrift5'),
        para(`${run('Vi skal ')}${run('bo', '<w:b/>')}${run(' og ')}${run('virke', '<w:i/>')}`),
        para('Plan skal være plan.', 'Sitat'),
        item('ett', 1),
        item('under', 1, 1),
        item('først', 2),
        para(
          `${run('Se ')}<w:hyperlink r:id="l1">${run('loven', '<w:u w:val="single"/>')}</w:hyperlink>`,
        ),
        para('   '),
        para(`${run('H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O')}`),
      ].join(''),
    })
    expect(title).toBe('Planstrategi for Øyer')
    expect(lines(content)).toEqual([
      'heading1: Mål',
      'heading2: Delmål',
      'heading4: Dypt',
      ': Vi skal <bold>bo</> og <italic>virke</>',
      'quote: Plan skal være plan.',
      '/bullet.0: ett',
      '/bullet.1: under',
      '/number.0: først',
      ': Se <https://lovdata.no/lov/2008-06-27-71>loven</>',
      ': H<sub>2</>O',
    ])
    expect(leftOf(left)).toEqual({ title: 1, contents: 1, 'deep-heading': 1 })
  })

  test('a municipality’s own styles mean what they are built on, and one that means nothing is named', async () => {
    const { content, left } = await read({
      styles: `${norwegianStyles}${style('OyerH1', 'Øyer kapittel', '<w:basedOn w:val="Overskrift1"/>')}${style('Lvl', 'Delkapittel', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}${style('Ingress', 'Ingress Øyer', '<w:basedOn w:val="Normal"/>')}`,
      body: para('A', 'OyerH1') + para('B', 'Lvl') + para('C', 'Ingress') + para('D', 'Ukjent'),
    })
    expect(lines(content)).toEqual(['heading1: A', 'heading2: B', ': C', ': D'])
    expect(left).toEqual([{ what: 'style', count: 2, names: ['Ingress Øyer', 'Ukjent'] }])
  })

  test('footnotes become notes that are referred to where they stood', async () => {
    const { content, notes } = await read({
      footnotes: `<w:footnote w:id="1"><w:p>${run('Kilde: SSB')}</w:p></w:footnote>`,
      body: para(
        `${run('Folketallet synker')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}`,
      ),
    })
    expect(lines(content)).toEqual([': Folketallet synker[note_ref].'])
    expect(lines(notes)).toEqual(['note: Kilde: SSB'])
    expect(content[0]!.content![1]!.attrs!.note).toBe(notes[0]!.attrs!.id)
  })

  test('tables are squared: a row said to be head or all in bold is one, and merged cells are split', async () => {
    const bold = (text: string) => cell(para(run(text, '<w:b/>')))
    const { content, left } = await read({
      body: [
        table([row([cell('Plan'), cell('År')], true), row([cell('Kommuneplan'), cell('2029')])]),
        table([row([bold('A'), bold('B')]), row([cell('1')])]),
        table([row([cell('uten'), cell('hode')])]),
        table([
          row([cell('bred', '<w:gridSpan w:val="2"/>')], true),
          row([cell('høy', '<w:vMerge w:val="restart"/>'), cell('x')]),
          row([cell('', '<w:vMerge/>'), cell('y')]),
        ]),
      ].join(para('mellom')),
    })
    expect(lines(content).filter((line) => line !== ': mellom')).toEqual([
      'table head : Plan|: År / : Kommuneplan|: 2029',
      'table head : <bold>A</>|: <bold>B</> / : 1|: ',
      'table : uten|: hode',
      'table head : bred|:  / : høy|: x / : |: y',
    ])
    expect(leftOf(left)).toEqual({ 'merged-cells': 1 })
  })

  test('a picture stands between the paragraphs with its description, and its caption after it', async () => {
    const png = await picture('png')
    const { content, pictures } = await read({
      rels: imageRel('p1', 'media/image1.png'),
      media: { 'image1.png': png },
      body: [
        para(`${run('Før ')}${drawing('p1', 'Kart over Øyer')}${run(' etter')}`),
        para(drawing('p1')),
        para('Figur 1: Kart', 'Bildetekst'),
        para('Tabell 1: År', 'Bildetekst'),
        table([row([cell('2028')])]),
        para('Ingen figur', 'Bildetekst'),
      ].join(''),
    })
    expect(lines(content)).toEqual([
      ': Før',
      'image',
      ': etter',
      'image',
      'caption: Figur 1: Kart',
      'table : 2028',
      'caption: Tabell 1: År',
      ': Ingen figur',
    ])
    expect(pictures.map(({ alt, bytes }) => [alt, bytes?.length])).toEqual([
      ['Kart over Øyer', png.length],
      ['', png.length],
    ])
  })

  test('what is not understood is counted, and tracked changes are followed', async () => {
    const { content, left } = await read({
      rels:
        imageRel('away', 'https://utenfor.example/spor.png', true) +
        linkRel('js', 'javascript:alert(1)'),
      body: [
        para(
          `${run('Ny ')}<w:ins w:id="1" w:author="A">${run('tekst')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>gammel</w:delText></w:r></w:del>`,
        ),
        para(`${run('Se ')}<w:hyperlink w:anchor="_Ref1">${run('kapittel 2')}</w:hyperlink>`),
        para(`<w:hyperlink r:id="js">${run('trykk')}</w:hyperlink>`),
        para(run('under', '<w:u w:val="single"/>')),
        para(run('bort', '<w:strike/>')),
        para(drawing('away', 'spor', 'link')),
        para('<m:oMath></m:oMath><w:r><w:t>x</w:t></w:r>'),
        para(`${run('a\u202eb\u0007c')}`),
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
      ].join(''),
      more: [{ name: 'word/embeddings/ark.xlsx', bytes: 'PK' }],
    }).catch((error: unknown) => {
      throw error
    })
    expect(lines(content).filter((line) => line !== 'image')).toEqual([
      ': Ny tekst',
      ': Se kapittel 2',
      ': trykk',
      ': under',
      ': bort',
      ': x',
      ': abc',
    ])
    expect(leftOf(left)).toEqual({
      inserted: 1,
      deleted: 1,
      'inner-link': 1,
      'unsafe-link': 1,
      underline: 1,
      struck: 1,
      'linked-image': 1,
      equation: 1,
      embedded: 1,
      header: 1,
    })
  })

  test('what we write for Word comes back as it was', async () => {
    const text: PmJson = {
      type: 'doc',
      content: [
        {
          type: 'block',
          attrs: { kind: 'heading', level: 1 },
          content: [{ type: 'text', text: 'Mål' }],
        },
        {
          type: 'block',
          content: [
            { type: 'text', text: 'Bo\nog ' },
            { type: 'text', text: 'virke', marks: [{ type: 'bold' }] },
          ],
        },
        { type: 'block', attrs: { list: 'number' }, content: [{ type: 'text', text: 'ett' }] },
        {
          type: 'block',
          attrs: { list: 'number', indent: 1 },
          content: [{ type: 'text', text: 'to' }],
        },
        { type: 'block', attrs: { kind: 'quote' }, content: [{ type: 'text', text: 'sagt' }] },
        { type: 'block', attrs: { kind: 'callout' }, content: [{ type: 'text', text: 'hør' }] },
        { type: 'rule' },
      ],
    }
    const chapter = { anchor: 'k', number: '', title: 'Kapittel', lang: 'nb' as const }
    const bytes = writeDocx(
      {
        lang: 'nb',
        title: 'Kapittel',
        subtitle: 'Fellesdelen',
        status: 'Utkast',
        draft: true,
        on: '2028-02-14',
        facts: [],
        parts: [
          {
            title: 'Fellesdelen',
            lang: 'nb',
            chapters: [{ ...chapter, ...readFlow(text, 'k', () => undefined) }],
          },
        ],
        colophon: { title: 'Om denne utgaven', lines: [], hashes: [] },
      },
      new Map(),
    )
    const { content, title } = await readWord(bytes, 'w')
    expect(title).toBe('Kapittel')
    const wanted = lines(text.content!)
    const read = lines(content)
    const from = read.indexOf(wanted[0]!)
    expect(read.slice(from, from + wanted.length)).toEqual(wanted)
  })
})
