// Content of a newer edition in an open text: kept and shown as such, never deleted, while everything else is written.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { pageScript } from './harness.ts'

vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
let page: Page
let script: string

beforeAll(async () => {
  browser = await openBrowser()
  script = await pageScript('newer.ts')
})
afterAll(() => browser?.close())

/// A page of its own: what one text taught an editor stays with it.
async function fresh(): Promise<Page> {
  page = await browser.newPage()
  await page.addScriptTag({ content: script })
  return page
}

describe('content of a newer edition', () => {
  test.each([
    ['there when the text is opened', false],
    ['arriving while it is open', true],
  ])('%s outlives typing, shaping, splitting and undo around it', async (_when, arriving) => {
    await fresh()
    const kept: Record<string, unknown> = await page.evaluate(`newer(${arriving})`)
    expect(kept).toMatchObject({
      opened: true,
      paused: false,
      updates: 0,
      shown: ['widget', 'chart'],
      chart: '<chart rows="12"><label><glow by="x">Folketal</glow></label></chart>',
      same: true,
    })
    // Split in two: both halves keep what was said of the whole.
    expect(kept.tone).toEqual(['warm', 'warm', '', ''])
    expect(kept.glow).toEqual([
      ['Rå', { by: 'y' }],
      ['d[A]et', { by: 'y' }],
    ])
    await page.close()
  })

  test('in a place where nothing can hold it leaves the whole text alone', async () => {
    await fresh()
    expect(await page.evaluate('misplaced()')).toEqual({ opened: false, updates: 0 })
    await page.close()
  })
})
