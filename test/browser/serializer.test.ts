// The server writes HTML without a DOM. For any text it is what ProseMirror's own serializer makes of it in a real browser,
// but for what differs on purpose (said in `page/serial.ts`).
import * as fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anyText } from '../editor/any-text.ts'
import { openBrowser } from '../support/browser.ts'
import { pageScript } from './harness.ts'

vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ content: await pageScript('serial.ts') })
})
afterAll(() => browser?.close())

describe('a text as HTML', () => {
  test('is what ProseMirror makes of it, for any text', async () => {
    let blocks = 0
    await fc.assert(
      fc.asyncProperty(anyText, async (json) => {
        const { ours, theirs } = await page.evaluate(
          (json) =>
            (globalThis as unknown as { both(json: unknown): Record<string, unknown[]> }).both(
              json,
            ),
          json,
        )
        blocks += ours!.length
        expect(ours).toEqual(theirs)
      }),
      { numRuns: process.env.LONG ? 2000 : 200 },
    )
    expect(blocks).toBeGreaterThan(100)
  })
})
