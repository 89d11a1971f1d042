// Chapters and paragraphs change places, by hand and by keyboard, and who works on a chapter is told: in real browsers.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sectionsOf } from '../../db/strategy.ts'
import { addSection } from '../../service/strategy/add-section.ts'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
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
  const where = { region: 1, strategy: room.joint.strategy }
  for (const [code, title] of [
    ['F6', 'Felles planbehov'],
    ['F7', 'Oppfølging'],
  ] as const) {
    const section = {
      code,
      title: { nb: title, nn: title },
      zone: 'joint',
      language: 'nb' as const,
    }
    await addSection(room.house, where, section, room.coordinator.person)
  }
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

async function open(who: Writer, size?: { width: number; height: number }): Promise<Desk> {
  const desk = await room.desk(browser, who, size)
  await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
  await desk.page.waitForSelector('.words[contenteditable="true"]')
  return desk
}
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')
const order = async () =>
  (await sectionsOf(room.house.store.db, 1, room.joint.strategy, 'joint')).map(({ code }) => code)
const ids = async () =>
  (await readText(room.house, 1, room.joint.id)).nb.content?.map((block) => block.attrs?.id)
const textOf = async (id: string) =>
  (await readText(room.house, 1, room.joint.id)).nb.content
    ?.find((block) => block.attrs?.id === id)
    ?.content?.map((one) => one.text)
    .join('')
async function caretIn(page: Page, begins: string): Promise<void> {
  await page.locator('.words > *', { hasText: begins }).first().click()
  await page.keyboard.press('End')
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))')
}

describe('the order of chapters', () => {
  test('is changed by the coordinator with the keyboard and by dragging, and others see it', async () => {
    const kari = await open(room.coordinator)
    const other = await open(olav)
    expect(await other.page.getByText('Endre rekkefølgen').count()).toBe(0)
    await kari.page.getByText('Endre rekkefølgen').click()
    await kari.page.getByRole('button', { name: 'Flytt ned: Strategiske valg' }).press('Enter')
    await expect.poll(order).toEqual(['F6', 'F5', 'F7'])
    const focused = () => kari.page.evaluate(`document.activeElement.getAttribute('aria-label')`)
    await expect.poll(focused).toBe('Flytt ned: Strategiske valg')
    await other.page.waitForSelector('.toc ul > li:nth-child(1) > a:has-text("Felles planbehov")')
    const row = kari.page.locator('[data-chapter]', { hasText: 'Oppfølging' })
    await row.dragTo(kari.page.locator('[data-chapter]').first(), {
      targetPosition: { x: 60, y: 2 },
    })
    await expect.poll(order).toEqual(['F7', 'F6', 'F5'])
    await kari.page.waitForSelector('.toc ul > li:nth-child(1) > a:has-text("Oppfølging")')
    expect(await axe(kari.page)).toEqual([])
    expect([...kari.complaints, ...other.complaints]).toEqual([])
    await kari.context.close()
    await other.context.close()
  })

  test('is refused to those whose it is not, and works as a plain form in the list', async () => {
    const { page, context } = await room.desk(browser, olav)
    await page.goto(`${room.url}/tekst`)
    expect(await page.getByText('Endre rekkefølgen').count()).toBe(0)
    const answer = await context.request.post(`${room.url}/tekst/${room.joint.id}/flytt`, {
      form: { for: 'sist' },
      headers: { origin: room.url },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(403)
    const kari = await room.desk(browser, room.coordinator)
    await kari.page.goto(`${room.url}/tekst`)
    await kari.page.getByText('Endre rekkefølgen').click()
    await kari.page.getByRole('button', { name: 'Flytt opp: Strategiske valg' }).click()
    await kari.page.getByText('Kapittelet er flyttet.').waitFor()
    expect(await order()).toEqual(['F7', 'F5', 'F6'])
    await context.close()
    await kari.context.close()
  })
})

describe('a paragraph', () => {
  test('goes up and down with Alt and an arrow, keeps its id, and undo takes it back', async () => {
    const { page, context, complaints } = await open(ingrid)
    await caretIn(page, 'Kommunene oppnevner')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(ids).toEqual(['h1', 'p2', 'p1'])
    await page.keyboard.type(' Sant.')
    await saved(page)
    expect(await textOf('p2')).toBe('Kommunene oppnevner to medlemmer hver. Sant.')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(ids).toEqual(['h1', 'p1', 'p2'])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is dragged by its handle to another place', async () => {
    const { page, context, complaints } = await open(ingrid)
    await page.locator('.words > *', { hasText: 'Rådet gir råd' }).hover()
    const last = page.locator('.words > *', { hasText: 'Kommunene oppnevner' })
    const box = (await last.boundingBox())!
    await page.locator('.block-handle').dragTo(last, {
      targetPosition: { x: 40, y: box.height - 2 },
    })
    await expect.poll(ids).toEqual(['h1', 'p2', 'p1'])
    await caretIn(page, 'Rådet gir råd')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(ids).toEqual(['h1', 'p1', 'p2'])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a colleague writes in stays where it is: its neighbour is carried past it, and no letter is lost', async () => {
    const a = await open(ingrid)
    const b = await open(olav)
    await caretIn(b.page, 'Rådet gir råd')
    await b.page.keyboard.type(' Olav')
    await a.page.waitForSelector('.their-caret')
    await a.page.waitForSelector('text=Olav')
    await caretIn(a.page, 'Rådet gir råd')
    await Promise.all([
      a.page.keyboard.press('Alt+ArrowDown'),
      b.page.keyboard.type(' skriver hele tiden her', { delay: 12 }),
    ])
    await expect.poll(ids).toEqual(['h1', 'p2', 'p1'])
    await saved(b.page)
    expect(await textOf('p1')).toBe('Rådet gir råd. Olav skriver hele tiden her')
    await a.context.close()
    await b.context.close()
  })

  test('moved while the one who writes in it has no line takes their words along when it is back', async () => {
    const a = await open(ingrid)
    const b = await open(olav)
    await b.context.setOffline(true)
    await caretIn(b.page, 'Kommunene oppnevner')
    await b.page.keyboard.type(' Uten nett.')
    await b.page.locator('h1').first().click()
    await caretIn(a.page, 'Kommunene oppnevner')
    await a.page.keyboard.press('Alt+ArrowDown')
    await expect.poll(ids).toEqual(['h1', 'p1', 'p2'])
    await caretIn(b.page, 'Kommunene oppnevner')
    await b.page.keyboard.type(' Og mer.')
    await b.context.setOffline(false)
    await expect
      .poll(() => textOf('p2'), { timeout: 30_000 })
      .toBe('Kommunene oppnevner to medlemmer hver. Uten nett. Og mer.')
    await a.context.close()
    await b.context.close()
  })
})

describe('who works on a chapter', () => {
  test('is said for some days, seen by the others, and ended again; it hinders nobody', async () => {
    const a = await open(ingrid)
    const b = await open(olav)
    await a.page.getByText('Si fra at du arbeider').click()
    await a.page.getByLabel('Hvor lenge?').selectOption('6')
    await a.page.getByLabel('Med hva?').fill('hele punkt 2')
    await a.page.getByRole('button', { name: 'Si fra', exact: true }).click()
    const said = b.page.locator('.claim', {
      hasText: 'Ingrid Moen arbeider med dette kapittelet til',
    })
    await said.waitFor()
    expect(await said.textContent()).toMatch(/til\ssøndag 20\.\sfebr\.: «hele punkt 2»/)
    await caretIn(b.page, 'Rådet gir råd')
    await b.page.keyboard.type(' Fritt.')
    await saved(b.page)
    expect(await axe(b.page)).toEqual([])
    await b.page.goto(`${room.url}/tekst`)
    await b.page.getByText('Ingrid Moen arbeider med dette kapittelet').waitFor()
    expect(await axe(b.page)).toEqual([])
    await a.page
      .locator('.claim')
      .getByRole('button', { name: /Avslutt/ })
      .click()
    await a.page.getByText('Si fra at du arbeider').waitFor()
    expect(await a.page.locator('.claim').count()).toBe(0)
    expect(a.complaints).toEqual([])
    const phone = await open(ingrid, { width: 360, height: 740 })
    expect(await sidewaysScroll(phone.page)).toBe(0)
    await phone.context.close()
    await a.context.close()
    await b.context.close()
  })
})
