// What a paper holds: the parts in order, in the languages asked for, with the facts of the act and where its text is from.
import { describe, expect, test } from 'vitest'
import { compose } from '../../../service/export/compose.ts'
import { plainOf, widths } from '../../../service/export/column-widths.ts'
import { readFlow } from '../../../service/export/read-flow.ts'
import type { Block } from '../../../service/export/paper.ts'
import { block, call, docOf, editionSource, t } from '../../support/source.ts'

const outline = (source: Parameters<typeof compose>[0], wanted: 'nb' | 'nn' | 'both') =>
  compose(source, wanted).parts.map(({ title, chapters }) => [
    title,
    ...chapters.map((chapter) => `${chapter.lang} ${chapter.number} ${chapter.title}`),
  ])

const flow = (...content: Parameters<typeof docOf>) =>
  readFlow(docOf(...content), 'k', () => undefined)

describe('a paper', () => {
  test('of an edition has the decision, then the joint part, then the own part with its needs', () => {
    expect(outline(editionSource(), 'nb')).toEqual([
      ['Forslag til vedtak', 'nb  Forslag til vedtak'],
      ['Fellesdelen', 'nb 1 Kapittel 1', 'nb 2 Kapittel 2'],
      [
        'Øyer: kommunens egen del',
        'nb 1 Kapittel 1',
        'nb  Valg for kommuneplanen',
        'nb  Planbehov',
      ],
    ])
  })

  test('in both languages has each part in one, then in the other', () => {
    const titles = compose(editionSource(), 'both').parts.map(({ title }) => title)
    expect(titles).toEqual([
      'Forslag til vedtak',
      'Fellesdelen (bokmål)',
      'Fellesdelen (nynorsk)',
      'Øyer: kommunens egen del (bokmål)',
      'Øyer: den eigne delen til kommunen (nynorsk)',
    ])
    expect(outline(editionSource(), 'nn')[1]).toEqual([
      'Fellesdelen',
      'nn 1 Kapitlet 1',
      'nn 2 Kapitlet 2',
    ])
  })

  test('of an adopted edition says by whom, when and in which case, and the sums on the last page', () => {
    const source = editionSource()
    source.decision = {
      on: '2028-06-12',
      outcome: 'unchanged',
      caseNumber: 'KS 61/28',
      votes: { for: 21, against: 4 },
      workedIn: true,
      changes: [],
      points: [],
    }
    const paper = compose(source, 'nn')
    expect(paper.status).toBe('Vedteken av kommunestyret 12.\u00a0juni 2028')
    expect(paper.facts).toContainEqual({ name: 'Sak', value: 'KS 61/28' })
    expect(plainOf(paper.parts[0]!.chapters[0]!.blocks)).toContain('21 mot 4')
    expect(paper.colophon.hashes.map(({ value }) => value.slice(0, 4))).toEqual([
      '9f3a',
      'abab',
      'cdcd',
    ])
  })

  test('of a draft says so, with its moment and without a sum', () => {
    const { frozen: _, ...rest } = editionSource()
    const paper = compose({ ...rest, draft: { instant: '2028-02-14T08:30:00Z' } }, 'nb')
    expect(paper).toMatchObject({ draft: true, on: '2028-02-14', colophon: { hashes: [] } })
    expect(paper.status).toBe('Utkast per 14.\u00a0februar 2028 kl.\u00a009.30')
  })

  test('holds every field of a plan need', () => {
    const needs = compose(editionSource(), 'nb').parts[2]!.chapters.at(-1)!.blocks[0]
    const words = (needs as Extract<Block, { is: 'table' }>).rows[1]!.map((cell) => plainOf(cell))
    expect(words.join(' | ')).toBe(
      'Kommunedelplan for vann Kommunedelplan, tema, Vann og avløp Gjeldende plan fra 2019 (KS 12/19) Lovpålagt: forurensningsforskriften | Full revisjon Planen er for gammel. | 1. halvår 2029 2. halvår 2030 | 1 Høy | Teknisk sektor Egen kapasitet Sammen med Gausdal | 6 Rent vann 11 Bærekraftige samfunn',
    )
  })
})

describe('a text as blocks', () => {
  test('has lists inside lists, captions with what they stand under, and no level left out', () => {
    const { blocks } = flow(
      block({ kind: 'heading', level: 3 }, 'a'),
      block({ kind: 'heading', level: 4 }, 'b'),
      block({ list: 'bullet' }, 'ytre'),
      block({ list: 'number', indent: 3 }, 'indre'),
      { type: 'image', attrs: { alt: 'x' } },
      block({ kind: 'caption' }, 'under'),
    )
    expect(blocks.map((one) => (one.is === 'heading' ? one.level : one.is))).toEqual([
      1,
      2,
      'list',
      'image',
    ])
    expect(JSON.stringify(blocks[2])).toContain('"under":[{"is":"list","ordered":true')
    expect(blocks[3]).toMatchObject({ caption: [{ text: 'under' }], asset: '' })
  })

  test('calls a note where it stands, twice if need be, and loses none that nobody calls', () => {
    const { blocks, notes } = flow(
      block({}, 'to', call('b'), call('a'), call('b'), call('borte')),
      block({ kind: 'note', id: 'a' }, 'A'),
      block({ kind: 'note', id: 'b' }, 'B'),
      block({ kind: 'note', id: 'c' }, 'alene'),
    )
    expect(notes.map((runs) => (runs[0] as { text: string }).text)).toEqual(['B', 'A'])
    expect(JSON.stringify(blocks[0])).toContain(
      '{"is":"note","at":0},{"is":"note","at":1},{"is":"note","at":0}]',
    )
    expect(plainOf(blocks)).toContain('alene')
  })

  test('has no sign that turns the line about, none that XML forbids, and no address that runs', () => {
    const { blocks } = flow(
      block({}, t('a\u202Eb\u0007c\ud800')),
      block(
        {},
        {
          type: 'text',
          text: 'x',
          marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
        },
      ),
    )
    expect(plainOf(blocks)).toBe('abc\ufffd x')
    expect(JSON.stringify(blocks)).not.toContain('href')
  })

  test('gives a table’s columns room by what stands in them', () => {
    const cell = (words: string): Block[] => [
      { is: 'text', anchor: '', runs: [{ is: 'text', text: words }] },
    ]
    const shares = widths([
      [cell('2028'), cell('Et langt resonnement. '.repeat(9)), cell('Bærekraft')],
    ])
    expect(shares.reduce((a, b) => a + b)).toBe(1000)
    expect(shares[1]).toBeGreaterThan(500)
    expect(shares[2]).toBeGreaterThan(shares[0]!)
  })
})
