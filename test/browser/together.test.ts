// What makes writing together sure: following a colleague, finding in both texts, the sheet of shortcuts, coming to a hit of
// the search, and where one is in a long text. Real browsers, real rooms.
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { replaceText } from '../../editor/shared/write.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { fiftyPages } from '../bench/fifty-pages.ts'
import {
  oyer,
  vaga,
  writingRoom,
  type Desk,
  type Writer,
  type WritingRoom,
} from './writing-room.ts'

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

async function open(
  who: Writer,
  query = '',
  size?: { width: number; height: number },
): Promise<Desk> {
  const desk = await room.desk(browser, who, size)
  await desk.page.goto(`${room.url}/tekst/${room.joint.id}${query}`)
  await desk.page.waitForSelector('.words[contenteditable="true"]')
  return desk
}
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')
const focused = (page: Page) =>
  page.evaluate<string>(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
  )

/// True when the block stands in the window.
const place = (page: Page, id: string) =>
  page.locator(`[data-id="${id}"]`).evaluate((dom) => {
    const box = (
      dom as unknown as { getBoundingClientRect(): { top: number } }
    ).getBoundingClientRect()
    return box.top > 0 && box.top < 900
  })

describe('finding', () => {
  test('goes through both texts side by side, whole words only if wanted, and replaces in both', async () => {
    const { page, context, complaints } = await open(ingrid, '?maal=begge')
    await page.locator('[data-paper="nb"] .words > *').first().click()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('råd')
    const count = page.locator('[data-find-count]')
    await count.getByText('1 av 6').waitFor()
    await page.check('[data-find-whole]')
    await count.getByText('1 av 4').waitFor()
    for (const n of [2, 3]) {
      await page.click('[data-does="next"]')
      await count.getByText(`${n} av 4`).waitFor()
    }
    expect(await page.locator('.found-here').count()).toBe(1)
    await page.locator('[data-paper="nn"] .found-here').waitFor()
    await page.fill('[data-find-other]', 'utval')
    await page.click('[data-does="all"]')
    await count.getByText('4 erstattet').waitFor()
    await page.locator('[data-paper="nn"] .words', { hasText: 'Rådet gjev utval.' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await saved(page)
    for (const lang of ['nb', 'nn']) {
      await page.locator(`[data-paper="${lang}"] .words > *`).last().click()
      await page.keyboard.press('Control+z')
    }
    await page.locator('[data-paper="nn"] .words', { hasText: 'Rådet gjev råd.' }).waitFor()
    await page.locator('[data-paper="nb"] .words', { hasText: 'Rådet gir råd.' }).waitFor()
    await saved(page)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the sheet of shortcuts', () => {
  test('is a dialog in three languages, opened by key or button, and gives the text its focus back', async () => {
    const { page, context, complaints } = await open(ingrid)
    await page.locator('.words > *').last().click()
    await page.keyboard.press('Control+/')
    const sheet = page.getByRole('dialog', { name: 'Hurtigtaster' })
    await sheet.waitFor()
    for (const words of ['Ctrl+Shift+8', 'Flytt avsnittet opp', 'Alt+F10', 'Søk i hele teksten']) {
      expect(await sheet.textContent()).toContain(words)
    }
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await expect.poll(() => focused(page)).toContain('Bokmål')
    await page.getByRole('button', { name: 'Hurtigtaster' }).click()
    await sheet.getByRole('button', { name: 'Lukk' }).click()
    await sheet.waitFor({ state: 'hidden' })
    for (const [lang, name] of [
      ['nn', 'Snøggtastar'],
      ['en', 'Shortcuts'],
    ] as const) {
      await page.goto(`${room.url}/tekst/${room.joint.id}?lang=${lang}`)
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog', { name }).waitFor()
    }
    await page.goto(`${room.url}/tekst/${room.joint.id}?lang=nb`)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a long chapter', () => {
  test('is followed through by a colleague, until they scroll themselves', async () => {
    await room.house.rooms.write(1, room.joint.id, ingrid.person.id, (doc) =>
      replaceText(doc, 'nb', fiftyPages(120)),
    )
    const a = await open(ingrid)
    const b = await open(olav)
    await b.page.locator('[data-id="s2"]').click()
    await a.page.getByRole('button', { name: 'Følg Olav Sørgard' }).click()
    await a.page.getByText('Du følger Olav Sørgard.').waitFor()
    expect(await axe(a.page)).toEqual([])
    await b.page.locator('[data-id="s100"]').click()
    await expect.poll(() => place(a.page, 's100'), { timeout: 10_000 }).toBe(true)
    expect(
      await a.page.getByRole('button', { name: 'Følg Olav Sørgard' }).getAttribute('aria-pressed'),
    ).toBe('true')
    await a.page.keyboard.press('Escape')
    await a.page.getByText('Du følger ingen lenger.').waitFor()
    await b.page.keyboard.press('Control+Home')
    await b.page.keyboard.type('Her ')
    await a.page.locator('[data-id="s0"]', { hasText: 'Her ' }).waitFor({ state: 'attached' })
    expect(await place(a.page, 's0')).toBe(false)
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('shows where one is among its headings, and how much is selected', async () => {
    const { page, context } = await open(ingrid)
    const link = page.locator('.toc [data-outline] a').nth(5)
    await link.click()
    await expect.poll(() => link.getAttribute('aria-current')).toBe('location')
    const counter = page.locator('[data-words]')
    expect(await counter.textContent()).toMatch(/^\d+ ord, om lag \d+ minutter å lese$/)
    await page.locator('[data-id="s77"]').click({ clickCount: 3 })
    await expect.poll(() => counter.textContent()).toMatch(/^\d+ av \d+ ord merket$/)
    await context.close()
  })

  test('is come to at the place a search led to, with the words marked', async () => {
    const { page, context, complaints } = await open(olav)
    const words = (await page.locator('[data-id="s95"]').textContent())!
      .split(' ')
      .slice(3, 12)
      .join(' ')
    await page.locator('.words > *').first().click()
    await page.keyboard.press('Control+Shift+h')
    await page.keyboard.type(`"${words}"`)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/tekst\/sok/)
    const hit = page.locator('.search-hits a').first()
    expect((await hit.locator('mark').first().textContent())?.toLowerCase()).toBe(
      words.toLowerCase(),
    )
    expect(await axe(page)).toEqual([])
    await hit.click()
    await page.waitForSelector('.words[contenteditable="true"]')
    await page.locator('.found').first().waitFor()
    await expect.poll(() => place(page, 's95'), { timeout: 10_000 }).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is read and searched on a phone without scrolling sideways', async () => {
    const { page, context } = await open(olav, '', { width: 360, height: 740 })
    expect(await sidewaysScroll(page)).toBe(0)
    await page.goto(`${room.url}/tekst/sok?q=kommunene+skal`)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await axe(page)).toEqual([])
    await context.close()
  })
})

describe('before the text is here', () => {
  test('it can be read on a slow line and not a letter of it changed', async () => {
    const { page, context } = await room.desk(browser, ingrid)
    let release = () => {}
    const held: (string | Buffer)[] = []
    await page.routeWebSocket(/\/collab\//, (socket: WebSocketRoute) => {
      const server = socket.connectToServer()
      let waiting = true
      release = () => {
        waiting = false
        for (const frame of held.splice(0)) socket.send(frame)
      }
      server.onMessage((frame) => {
        if (waiting) held.push(frame)
        else socket.send(frame)
      })
    })
    await page.goto(`${room.url}/tekst/${room.joint.id}`)
    await page.locator('[data-save]').getByText('Åpner …').waitFor()
    await expect.poll(() => held.length, { timeout: 10_000 }).toBeGreaterThan(0)
    const words = page.locator('.paper .words')
    expect((await words.textContent())?.length).toBeGreaterThan(1000)
    expect(await page.locator('[contenteditable="true"]').count()).toBe(0)
    const before = await words.textContent()
    await words.click()
    await page.keyboard.type('Dette skal ikke stå her')
    expect(await words.textContent()).toBe(before)
    expect(await page.locator('[data-toolbar]').isVisible()).toBe(false)
    release()
    await page.waitForSelector('.words[contenteditable="true"]')
    await page.locator('[data-save]').getByText('Alt er lagret').waitFor()
    expect(await page.locator('.words').textContent()).not.toContain('Dette skal ikke')
    await context.close()
  })
})

describe('the text to be read only', () => {
  test('has real lists and headings, no script of the editor, and breaks no rule axe knows', async () => {
    const { page, context, complaints } = await room.desk(browser, olav)
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url())
    })
    await page.goto(`${room.url}/tekst/${room.joint.id}`)
    await page.getByRole('link', { name: 'Bare lese' }).click()
    await page.waitForURL(/\/les/)
    expect(await page.locator('.words ul > li').count()).toBeGreaterThan(10)
    expect(await page.locator('.words h2').count()).toBeGreaterThan(0)
    expect(await axe(page)).toEqual([])
    scripts.length = 0
    await page.goto(`${room.url}/tekst/${room.joint.id}/les?maal=begge`)
    expect(scripts.some((url) => /editor|main/.test(url))).toBe(false)
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await sidewaysScroll(page)).toBe(0)
    // Twice as large on a small laptop: half as wide.
    await page.setViewportSize({ width: 640, height: 480 })
    expect(await sidewaysScroll(page)).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})
