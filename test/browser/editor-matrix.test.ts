// Every pair of commands done at once by two people in real editors, then brought together: both see the same, and
// nobody's words are lost but where the lists below say so.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { PmJson } from '../../editor/shared/schema.ts'
import { openBrowser } from '../support/browser.ts'
import { pageScript } from './harness.ts'

const typing = ['type first', 'type in the middle', 'type last', 'type and undo']
const shaping = ['heading', 'quote', 'call-out', 'bullets', 'numbers, in', 'bold', 'italic half']
const breaking = [
  'split in the middle',
  'split first',
  'split last',
  'line break',
  'join with above',
  'join with below',
  'delete the words',
  'delete the block',
]
const inserting = [
  'rule',
  'footnote',
  'footnote last',
  'footnote and undo',
  'reference',
  'image',
  'image with caption',
  'table',
]
const inTables = [
  'new row',
  'new column',
  'remove row',
  'remove column',
  'table head',
  'table caption',
  'remove table',
  'tab on',
]
const inNotes = ['take the call away', 'empty the note and take it away', 'back to the call']

type Case = {
  a: string
  b: string
  same: boolean
  normal: boolean
  lost: string[]
  twice: string[]
  loose: number
  text: string
}

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ content: await pageScript('pair.ts') })
})
afterAll(() => browser?.close())

const block = (id: string, words: string, attrs: PmJson['attrs'] = {}): PmJson => ({
  type: 'block',
  attrs: { ...attrs, id },
  content: [{ type: 'text', text: words }],
})
const text = (...content: PmJson[]): PmJson => ({ type: 'doc', content })

const paragraphs = text(
  block('b0', 'Alfa bravo charlie delta'),
  block('b1', 'Ekko foxtrot golf hotell'),
  block('b2', 'India juliett kilo lima'),
  block('b3', 'Mike november oskar papa'),
)
const row = (...cells: PmJson[]): PmJson => ({
  type: 'row',
  content: cells.map((one) => ({ type: 'cell', content: [one] })),
})
const table = text(
  {
    type: 'table',
    attrs: { id: 't' },
    content: [
      row(block('b0', 'Alfa bravo'), block('b1', 'charlie delta')),
      row(block('b2', 'Ekko foxtrot'), block('b3', 'golf hotell')),
    ],
  },
  block('b4', 'India juliett'),
)
const note = text(
  {
    type: 'block',
    attrs: { id: 'b0' },
    content: [
      { type: 'text', text: 'Alfa bravo ' },
      { type: 'note_ref', attrs: { note: 'n' } },
      { type: 'text', text: 'charlie delta' },
    ],
  },
  block('n', 'Ekko foxtrot', { kind: 'note' }),
)

/// What cannot be kept, by name; `typing` is any of the three. Joining moves the words of the second block into the
/// first, and a split moves the tail into a new block: the shared document knows only delete and insert, so what
/// another did there at that moment goes with the old place, and two who move the same words each leave a copy. A call
/// of a footnote stands in the words and goes with them; `loose` says that the note is kept without it.
const sameBlock = [
  'delete the block + footnote last: loose',
  'delete the block + footnote: loose',
  'delete the block + join with below: lost',
  'delete the block + reference: lost',
  'delete the block + typing: lost',
  'footnote + join with above: loose',
  'footnote last + join with above: loose',
  'join with above + join with above: twice',
  'join with above + join with below: lost',
  'join with above + reference: lost',
  'join with above + split in the middle: twice',
  'join with above + typing: lost',
  'join with below + join with below: twice',
  'split in the middle + split in the middle: twice',
]
const neighbours = [
  'delete the block + join with above: lost',
  'join with above + join with above: lost',
  'join with below + footnote last: loose',
  'join with below + footnote: loose',
  'join with below + join with above: twice',
  'join with below + join with below: lost',
  'join with below + reference: lost',
  'join with below + split in the middle: twice',
  'join with below + typing: lost',
]
/// A row, a column or a table taken away takes what is written in it at that moment.
const sameCell = [
  'footnote + remove column: loose',
  'footnote + remove row: loose',
  'footnote + remove table: loose',
  'remove column + typing: lost',
  'remove row + tab on: lost',
  'remove row + typing: lost',
  'remove table + tab on: lost',
  'remove table + typing: lost',
]
const otherCell = [
  'footnote + remove table: loose',
  'remove table + footnote: loose',
  'remove table + tab on: lost',
  'remove table + typing: lost',
  'tab on + remove column: lost',
  'tab on + remove table: lost',
  'typing + remove table: lost',
]
const noteAndText = ['empty the note and take it away + typing: lost']

describe('two people at once', () => {
  test('in the same block keep every word but in the pairs listed, and see the same', async () => {
    const names = [...typing, ...shaping, ...breaking, ...inserting]
    expect(await unkept(paragraphs, names, [1, 1], true)).toEqual(sameBlock)
  })

  test('in neighbouring blocks keep every word but in the pairs listed, and see the same', async () => {
    const names = [...typing, ...shaping, ...breaking, ...inserting]
    expect(await unkept(paragraphs, names, [1, 2], false)).toEqual(neighbours)
  })

  test('in the same cell of a table keep every word but in the pairs listed, and see the same', async () => {
    expect(await unkept(table, [...typing, ...inTables, 'footnote', 'bold'], [0, 0], true)).toEqual(
      sameCell,
    )
  })

  test('in two corners of a table keep every word but in the pairs listed, and see the same', async () => {
    expect(
      await unkept(table, [...typing, ...inTables, 'footnote', 'bold'], [0, 3], false),
    ).toEqual(otherCell)
  })

  test('in a footnote and its text keep every word, and a note outlives its call', async () => {
    const found = [
      ...(await unkept(note, [...typing, ...inNotes, 'bold'], [1, 1], true)),
      ...(await unkept(
        note,
        [...typing, 'take the call away', 'footnote', 'delete the block'],
        [0, 0],
        true,
      )),
    ]
    expect(found.filter((name) => !name.endsWith(': loose'))).toEqual(noteAndText)
  })
})

/// The pairs that lost or doubled something, by name and sorted. Every pair must look the same to both.
async function unkept(
  start: PmJson,
  names: string[],
  at: [number, number],
  unordered: boolean,
): Promise<string[]> {
  const cases: Case[] = await page.evaluate(
    ([start, names, at]) =>
      (globalThis as unknown as { everyPair(...all: unknown[]): Case[] }).everyPair(
        start,
        names,
        at,
      ),
    [start, names, at] as const,
  )
  expect(cases.length).toBe(names.length ** 2)
  expect(cases.filter(({ same, normal }) => !same || !normal)).toEqual([])
  return [
    ...new Set(cases.map((one) => nameOf(one, unordered)).filter((name) => name !== '')),
  ].sort()
}

/// `a + b: lost`, with the three ways of typing as one; empty when everything was kept.
function nameOf({ a, b, lost, twice, loose }: Case, unordered: boolean): string {
  const left = [
    ...(lost.length ? ['lost'] : []),
    ...(twice.length ? ['twice'] : []),
    ...(loose > 0 ? ['loose'] : []),
  ]
  if (left.length === 0) return ''
  const pair = [a, b].map((name) => (/^type (first|in|last)/.test(name) ? 'typing' : name))
  if (unordered) pair.sort()
  return `${pair.join(' + ')}: ${left.join(', ')}`
}
