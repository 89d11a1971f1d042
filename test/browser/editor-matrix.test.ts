// Every pair of commands done at once by two people in real editors, then brought together: both see the same, and
// nobody's words are lost but where the list below says so.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { pageScript } from './harness.ts'

const commands = [
  'type first',
  'type in the middle',
  'type last',
  'heading',
  'quote',
  'call-out',
  'bullets',
  'numbers, in',
  'bold',
  'italic half',
  'split in the middle',
  'split first',
  'split last',
  'line break',
  'rule',
  'join with above',
  'join with below',
  'delete the words',
  'delete the block',
  'type and undo',
]

const blocks = [
  { id: 'b0', text: 'Alfa bravo charlie delta' },
  { id: 'b1', text: 'Ekko foxtrot golf hotell' },
  { id: 'b2', text: 'India juliett kilo lima' },
  { id: 'b3', text: 'Mike november oskar papa' },
]

type Outcome = { same: boolean; normal: boolean; text: string; ids: string[] }
type Case = {
  a: string
  b: string
  at: [number, number]
  outcome: Outcome
  lost: string[]
  twice: string[]
}

vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ content: await pageScript('pair.ts') })
})
afterAll(() => browser?.close())

/// What cannot be kept, by name; `typing` is any of the three. Joining moves the words of the second block into the
/// first, and a split moves the tail into a new block: the shared document knows only delete and insert, so what
/// another did there at that moment goes with the old place, and two who move the same words each leave a copy.
const sameBlock = [
  'delete the block + join with below: lost',
  'delete the block + typing: lost',
  'join with above + join with above: twice',
  'join with above + join with below: lost',
  'join with above + split in the middle: twice',
  'join with above + typing: lost',
  'join with below + join with below: twice',
  'split in the middle + split in the middle: twice',
]
const neighbours = [
  'delete the block + join with above: lost',
  'join with above + join with above: lost',
  'join with below + join with above: twice',
  'join with below + join with below: lost',
  'join with below + split in the middle: twice',
  'join with below + typing: lost',
]

describe('two people at once', () => {
  test('in the same block keep every word but in the pairs listed, and see the same', async () => {
    const cases = await everyPair(1, 1)
    expect(cases.filter(({ outcome }) => !outcome.same || !outcome.normal)).toEqual([])
    const unordered = cases.map((one) => nameOf(one, true))
    expect([...new Set(unordered.filter((name) => name !== ''))].sort()).toEqual(sameBlock)
  })

  test('in neighbouring blocks keep every word but in the pairs listed, and see the same', async () => {
    const cases = await everyPair(1, 2)
    expect(cases.filter(({ outcome }) => !outcome.same || !outcome.normal)).toEqual([])
    const found = cases.map((one) => nameOf(one, false))
    expect([...new Set(found.filter((name) => name !== ''))].sort()).toEqual(neighbours)
  })
})

describe('content of a newer editor', () => {
  test('is never given to the binding, and stays in the text, whether there before or arriving', async () => {
    expect(await page.evaluate('foreignContent()')).toEqual({
      atOpen: true,
      paused: true,
      kept: [true, true],
      updates: 0,
    })
  })
})

async function everyPair(first: number, second: number): Promise<Case[]> {
  const cases: Case[] = []
  for (const a of commands) for (const b of commands) cases.push(await run(a, b, [first, second]))
  expect(cases.length).toBe(commands.length ** 2)
  return cases
}

/// `a + b: lost`, with the three ways of typing as one; empty when everything was kept.
function nameOf({ a, b, lost, twice }: Case, unordered: boolean): string {
  if (lost.length + twice.length === 0) return ''
  const pair = [a, b].map((name) => (/^type (first|in|last)/.test(name) ? 'typing' : name))
  if (unordered) pair.sort()
  return `${pair.join(' + ')}: ${[...(lost.length ? ['lost'] : []), ...(twice.length ? ['twice'] : [])].join(', ')}`
}

async function run(a: string, b: string, at: [number, number]): Promise<Case> {
  const outcome = await page.evaluate(
    ([blocks, a, b, at]) =>
      (globalThis as unknown as { together(...args: unknown[]): Outcome }).together(
        blocks,
        { name: a, block: at[0] },
        { name: b, block: at[1] },
      ),
    [blocks, a, b, at] as const,
  )
  const words = blocks
    .flatMap(({ text }, i) => text.split(' ').map((word) => ({ word, i })))
    .filter(({ i }) => !deleted(a, at[0], i) && !deleted(b, at[1], i))
    .map(({ word }) => word)
  const typed = [
    ...(a.startsWith('type') && a !== 'type and undo' ? ['[A]'] : []),
    ...(b.startsWith('type') && b !== 'type and undo' ? ['[B]'] : []),
  ]
  const bare = outcome.text.replaceAll(/\[A\]|\[B\]/g, '').replaceAll(/\s+/g, '')
  const count = (word: string, text: string) => text.split(word).length - 1
  const all = [
    ...words.map((word) => ({ word, n: count(word, bare) })),
    ...typed.map((word) => ({ word, n: count(word, outcome.text) })),
  ]
  return {
    a,
    b,
    at,
    outcome,
    lost: all.filter(({ n }) => n === 0).map(({ word }) => word),
    twice: all.filter(({ n }) => n > 1).map(({ word }) => word),
  }
}

const deleted = (name: string, at: number, block: number): boolean =>
  name.startsWith('delete') && at === block
