// One suggests while another writes, every pair of commands at once in real editors: both see the same, the suggestions
// turned down leave exactly what the writer wrote, and taken in they cost the writer no words, but where the lists below
// say so.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { pageScript } from './harness.ts'

vi.setConfig({ testTimeout: 120_000 })

const typing = ['type first', 'type in the middle', 'type last']
const breaking = [
  'split in the middle',
  'split first',
  'split last',
  'join with above',
  'join with below',
]
const deleting = ['delete the words', 'delete the block']
const suggested = [
  ...typing,
  ...breaking,
  ...deleting,
  'heading',
  'bullets',
  'bold',
  'italic half',
  'line break',
  'type and undo',
]
const written = [...typing, ...breaking, ...deleting, 'heading', 'bold']

/// As `page/suggest-pair.ts` tells it.
type Settled = {
  a: string
  b: string
  same: boolean
  rejected: string
  alone: string
  accepted: string
  left: number
}

const words =
  'Alfa bravo charlie delta Ekko foxtrot golf hotell India juliett kilo lima Mike november oskar papa [B]'.split(
    ' ',
  )

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ content: await pageScript('suggest-pair.ts') })
})
afterAll(() => browser?.close())

/// A paragraph suggested cut in the middle moves its tail into a paragraph of its own, as any cut does: what the writer does
/// with the old tail at that moment stays in the old place, and a tail both move is there twice. No word is lost; where
/// one lands, or that one is doubled, is what these pairs are listed for.
const cut = (...with_: string[]) => with_.map((b) => `split in the middle suggested + ${b}`)
const places = [
  [
    'the same paragraph',
    [1, 1],
    cut(
      'type last',
      'split in the middle',
      'join with above',
      'join with below',
      'delete the words',
      'delete the block',
    ),
  ],
  ['neighbouring paragraphs', [1, 2], cut('join with above')],
] as const

for (const [where, at, exceptions] of places) {
  // The second is asked by `npm run test:long`.
  test.runIf(at[1] === 1 || process.env.LONG)(
    `in ${where} turning down leaves what the other wrote, taking in keeps it, and both see the same`,
    async () => {
      const all = await page.evaluate(
        ([as, bs, at]) =>
          (globalThis as unknown as { everySettled(...given: unknown[]): Settled[] }).everySettled(
            as,
            bs,
            at,
          ),
        [suggested, written, at] as const,
      )
      expect(all).toHaveLength(suggested.length * written.length)
      expect(all.filter(({ same, left }) => !same || left > 0)).toEqual([])
      const changed = all.filter(({ rejected, alone }) => rejected !== alone)
      expect(changed.map(nameOf)).toEqual(exceptions)
      for (const { rejected, alone } of changed) {
        expect(words.filter((word) => alone.includes(word) && !rejected.includes(word))).toEqual([])
      }
      const typed = all.filter(({ b }) => typing.includes(b))
      expect(typed.filter(({ accepted }) => !accepted.includes('[B]')).map(nameOf)).toEqual([])
      expect(typed.length).toBeGreaterThan(0)
    },
  )
}

const nameOf = ({ a, b }: Settled): string => `${a} suggested + ${b}`
