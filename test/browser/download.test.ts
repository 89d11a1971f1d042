// Taking a text out, as people do it: choosing, waiting when there is something to wait for, and reading what came.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compose } from '../../service/export/compose.ts'
import { oyer } from '../service/door/play.ts'
import { axe, complaintsOf, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { editionSource } from '../support/source.ts'
import { publicHouse, type PublicHouse } from './public-house.ts'

let browser: Browser
let h: PublicHouse
let folder: string
beforeAll(async () => {
  h = await publicHouse()
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'planvev-'))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(
  options: { lang?: string; width?: number; script?: boolean; as?: string } = {},
) {
  const { lang = 'nb', width = 1440, script = true, as } = options
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    locale: lang === 'nn' ? 'nn-NO' : lang === 'en' ? 'en-GB' : 'nb-NO',
    javaScriptEnabled: script,
    acceptDownloads: true,
  })
  if (as) {
    const [name, value] = as.split('=')
    await context.addCookies([{ name: name!, value: value!, url: h.url }])
  }
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return { page, complaints: complaintsOf(page), close: () => context.close() }
}

const wrongOn = async (page: Page, complaints: string[]): Promise<string[]> => [
  ...(await axe(page)),
  ...complaints.splice(0),
  ...((await sidewaysScroll(page)) > 0 ? ['scrolls sideways'] : []),
]

const sectionOf = async (): Promise<string> => {
  const { db } = h.play.house.store
  return (
    await db.selectFrom('section').select('id').where('zone', '=', oyer).executeTakeFirstOrThrow()
  ).id
}

/// Work enough that the next order has to wait.
async function keepBusy(): Promise<void> {
  const source = editionSource({ chapters: 70 })
  source.strategy.title.nb = `Opptatt ${Math.random()}`
  await h.play.house.press.order(compose(source, 'nb'), 'pdf')
}

describe('downloading', () => {
  for (const [lang, width] of [
    ['nb', 1440],
    ['nn', 360],
    ['en', 360],
  ] as const) {
    test(`the pages are whole in ${lang} at ${width} px`, { timeout: 60_000 }, async () => {
      const { cookie } = h.play.who('planner', oyer)
      const { page, complaints, close } = await open({ lang, width, as: cookie })
      for (const path of [`${h.base}/last-ned`, `${h.url}/tekst/${await sectionOf()}/last-ned`]) {
        await page.goto(path)
        expect(await wrongOn(page, complaints), path).toEqual([])
      }
      await close()
    })
  }

  test('a reader chooses Øyer’s edition and gets a page to keep', { timeout: 60_000 }, async () => {
    const { page, close } = await open()
    await page.goto(`${h.base}/tekst`)
    await page.getByRole('link', { name: 'Last ned', exact: true }).click()
    const wanted = await page.locator('select option', { hasText: 'Øyer' }).getAttribute('value')
    await page.getByLabel('Hva vil du ha?').selectOption(wanted!)
    await page.getByLabel('Nettside (.html)').check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/oyer-kommune-.*-nb\.html$/)
    const at = join(folder, 'oyer.html')
    await download.saveAs(at)
    expect(readFileSync(at, 'utf8')).toContain(wanted)
    await close()
  })

  test(
    'the page that was kept is whole by itself, wide and narrow',
    { timeout: 60_000 },
    async () => {
      const made = await h.play.house.press.order(compose(editionSource(), 'both'), 'html')
      await made!.ended
      for (const width of [1280, 360]) {
        const { page, complaints, close } = await open({ width })
        await page.goto(pathToFileURL(made!.file!.path).href)
        expect(await wrongOn(page, complaints)).toEqual([])
        await page.locator('[role=doc-noteref]').first().click()
        expect(page.url()).toMatch(/#note-1$/)
        await close()
      }
    },
  )

  test(
    'who must wait sees how far it has come, and is handed the file',
    { timeout: 90_000 },
    async () => {
      const { cookie } = h.play.who('planner', oyer)
      const { page, complaints, close } = await open({ lang: 'nn', as: cookie })
      await page.goto(`${h.url}/tekst/${await sectionOf()}/last-ned`)
      await page.getByLabel('Alt', { exact: true }).check()
      await keepBusy()
      await page.getByRole('button', { name: 'Last ned' }).click()
      await page.getByRole('progressbar').waitFor()
      expect(await page.getByRole('status').innerText()).toMatch(/^Steg \d av 3\./)
      const asItWas = await page.content()

      // The page presses this link itself; a browser may forbid that, and then a person does.
      const link = page.getByRole('link', { name: /^Last ned .*pdf$/ })
      await link.waitFor({ timeout: 60_000 })
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(file.suggestedFilename()).toMatch(/utkast-.*\.pdf$/)
      await page.getByText('Fila er klar').first().waitFor()
      expect(await wrongOn(page, complaints)).toEqual([])
      await page.goto('about:blank')
      await page.setContent(asItWas)
      // Without its style sheet, sizes are nobody's.
      expect((await axe(page)).filter((one) => !one.startsWith('target-size'))).toEqual([])
      await close()
    },
  )

  test(
    'without script the browser asks again, and a link does too',
    { timeout: 90_000 },
    async () => {
      const { cookie } = h.play.who('planner', oyer)
      const { page, close } = await open({ script: false, as: cookie })
      await page.goto(`${h.url}/tekst/${await sectionOf()}/last-ned`)
      await page.getByLabel('Hele den egne delen').check()
      await keepBusy()
      await page.getByRole('button', { name: 'Last ned' }).click()
      await page.getByRole('link', { name: 'se etter nå' }).waitFor()
      await page.getByRole('link', { name: /^Last ned .*pdf$/ }).waitFor({ timeout: 60_000 })
      await close()
    },
  )
})
