// A text's own page without a line: it opens again, is written in, and is gone when its person signs out.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { oyer, vaga, writingRoom, type Writer, type WritingRoom } from './writing-room.ts'

// Two cores may be busy with other tests at the same time.
vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
let room: WritingRoom
let ingrid: Writer
let olav: Writer

beforeAll(async () => {
  browser = await openBrowser()
  room = await writingRoom()
  ingrid = await room.writer('Ingrid Moen', 'planner', oyer)
  olav = await room.writer('Olav Sørgard', 'planner', vaga)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

const words = '.words[contenteditable="true"]'
const path = () => `${room.url}/tekst/${room.joint.id}`
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')
const count = async (what: string): Promise<number> =>
  JSON.stringify((await readText(room.house, 1, room.joint.id)).nb).split(what).length - 1

/// What the browser keeps of the site, and whether the worker is there.
const keeps = (page: Page): Promise<{ shells: string[]; worker: boolean }> =>
  page.evaluate(`(async () => {
    const shells = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) {
        shells.push(name + ' ' + new URL(url).pathname)
      }
    }
    return { shells, worker: (await navigator.serviceWorker.getRegistrations()).some((one) => one.active) }
  })()`)

/// Opens the text and waits until it could be opened again without a line.
async function openedOnce(
  who: Writer,
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const desk = await room.desk(browser, who)
  await desk.page.goto(path())
  await desk.page.waitForSelector(words)
  await saved(desk.page)
  await expect.poll(async () => (await keeps(desk.page)).worker, { timeout: 30_000 }).toBe(true)
  return desk
}

async function typeAtEnd(page: Page, what: string): Promise<void> {
  await page.locator('.words > *', { hasText: 'Kommunene oppnevner' }).first().click()
  await page.keyboard.press('Control+End')
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))')
  await page.keyboard.type(what)
}

test('a text opened before opens without a line, is written in, and what was written comes in once', async () => {
  const { context, page, complaints } = await openedOnce(ingrid)
  expect(complaints).toEqual([])
  await page.close()
  await context.setOffline(true)
  const again = await context.newPage()
  await again.goto(path())
  await again.waitForSelector(words)
  expect(await again.locator('.words').textContent()).toContain('Kommunene oppnevner')
  await again.getByText('Siden er åpnet uten nett').waitFor()
  await typeAtEnd(again, ' Åpnet på hytta.')
  await again
    .locator('[data-save]')
    .getByText(/Frakoblet\. \d+ endringer venter på denne maskinen/)
    .waitFor()
  expect(await sidewaysScroll(again)).toBe(0)
  await again.close()
  // And once more: what was written without a line is there.
  const third = await context.newPage()
  await third.goto(`${path()}?maal=nb`).catch(() => {})
  await third.goto(path())
  await third.waitForSelector(words)
  await third.getByText('Åpnet på hytta.').waitFor()
  expect(await count('Åpnet på hytta.')).toBe(0)
  await context.setOffline(false)
  await saved(third)
  expect(await count('Åpnet på hytta.')).toBe(1)
  expect(await axe(third)).toEqual([])
  await context.close()
})

test('only the page without its words and its files are kept', async () => {
  const { context, page } = await openedOnce(ingrid)
  const { shells } = await keeps(page)
  expect(shells.length).toBeGreaterThan(5)
  for (const one of shells) {
    expect(one).toMatch(
      new RegExp(`^planvev-shell:${ingrid.person.id} /(assets/|design/|ikoner|uten-nett/)`),
    )
  }
  const shell = await page.evaluate<string>(
    `caches.match('/uten-nett/${room.joint.id}', { ignoreVary: true }).then((one) => one.text())`,
  )
  expect(shell).not.toContain('Kommunene oppnevner')
  // Other pages of the site do not open without a line.
  await context.setOffline(true)
  const other = await context.newPage()
  await expect(other.goto(`${room.url}/tekst`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await expect(other.goto(`${path()}/versjoner`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await context.close()
})

test('files of an older build stay with the page that needs them, and go with it', async () => {
  const { context, page } = await openedOnce(ingrid)
  // As if the server had been started again with another build since: other names, another list.
  await page.evaluate(`(async () => {
    const cache = await caches.open('planvev-shell:${ingrid.person.id}')
    await cache.put('/assets/older-12345678.js', new Response('export {}', { headers: { 'content-type': 'text/javascript' } }))
    await cache.put('/uten-nett/filer', new Response('["/assets/older-12345678.js"]'))
    await cache.put('/uten-nett/${room.own.id}', new Response('<p>older</p>', { headers: { date: new Date().toUTCString(), 'content-type': 'text/html' } }))
  })()`)
  await page.close()
  await context.setOffline(true)
  const away = await context.newPage()
  await away.goto(`${room.url}/tekst/${room.own.id}`)
  expect(await away.textContent('p')).toBe('older')
  expect(await away.evaluate(`fetch('/assets/older-12345678.js').then((one) => one.status)`)).toBe(
    200,
  )
  await context.setOffline(false)
  const back = await context.newPage()
  await back.goto(path())
  await saved(back)
  await expect
    .poll(async () => (await keeps(back)).shells.filter((one) => one.includes('older')), {
      timeout: 30_000,
    })
    .toEqual([])
  // The other text's page was fetched anew with its new files, in the same breath.
  await context.setOffline(true)
  const own = await context.newPage()
  await own.goto(`${room.url}/tekst/${room.own.id}`)
  await own.getByText('Siden er åpnet uten nett').waitFor()
  await context.close()
})

test('signing out takes it all away, and so does another person at the machine', async () => {
  const { context, page } = await openedOnce(ingrid)
  await context.addCookies([{ name: 'sid', value: olav.token, url: room.url }])
  const other = await context.newPage()
  await other.goto(`${room.url}/oppgaver`)
  await expect.poll(async () => (await keeps(other)).shells, { timeout: 20_000 }).toEqual([])
  await page.close()
  await other.goto(path())
  await saved(other)
  await expect.poll(async () => (await keeps(other)).worker, { timeout: 30_000 }).toBe(true)
  await expect.poll(async () => (await keeps(other)).shells.length).toBeGreaterThan(0)
  await other.goto(`${room.url}/konto`)
  await other.locator('[data-sign-out] button').click()
  await other.waitForURL(/logg-inn/)
  await expect.poll(() => keeps(other), { timeout: 20_000 }).toEqual({ shells: [], worker: false })
  await context.setOffline(true)
  const late = await context.newPage()
  await expect(late.goto(path())).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await context.close()
})
