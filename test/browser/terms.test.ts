// The glossary: kept by the coordinator, offered and watched over where both written languages stand side by side.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { oyer, writingRoom, type Writer, type WritingRoom } from './writing-room.ts'

vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
let room: WritingRoom
let ingrid: Writer

beforeAll(async () => {
  browser = await openBrowser()
  room = await writingRoom()
  ingrid = await room.writer('Ingrid Moen', 'planner', oyer)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

test('the coordinator adds, changes and removes words; others read them', async () => {
  const { page, context, complaints } = await room.desk(browser, room.coordinator)
  await page.goto(`${room.url}/tekst/ordliste`)
  await page.getByLabel('Bokmål').first().fill('oppnevne')
  await page.getByLabel('Nynorsk').first().fill('peike ut')
  await page.getByRole('button', { name: 'Legg til' }).click()
  await page.getByText('Ordet er lagt til.').waitFor()
  await page.getByLabel('Bokmål').first().fill('oppnevne')
  await page.getByLabel('Nynorsk').first().fill('peike ut')
  await page.getByRole('button', { name: 'Legg til' }).click()
  await page.getByText('Dette paret står i ordlisten.').waitFor()
  const row = page.locator('tr', { hasText: 'oppnevne' })
  await row.getByText('Endre oppnevne').click()
  await row.getByLabel('Nynorsk').fill('nemne opp')
  await row.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Ordet er endret.').waitFor()
  await page.locator('tr', { hasText: 'nemne opp' }).waitFor()
  expect(await axe(page)).toEqual([])
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
  await context.close()
  const reader = await room.desk(browser, ingrid, { width: 360, height: 740 })
  await reader.page.goto(`${room.url}/tekst/ordliste`)
  await reader.page.getByText('nemne opp').waitFor()
  expect(await reader.page.getByRole('button', { name: 'Legg til' }).count()).toBe(0)
  expect(await sidewaysScroll(reader.page)).toBe(0)
  const answer = await reader.context.request.post(`${room.url}/tekst/ordliste`, {
    form: { nb: 'a', nn: 'b' },
    headers: { origin: room.url },
  })
  expect(answer.status()).toBe(403)
  await reader.context.close()
})

test('words of the paragraph one stands in are offered and put in; other words are pointed at', async () => {
  const { page, context, complaints } = await room.desk(browser, ingrid)
  await page.goto(`${room.url}/tekst/${room.joint.id}?maal=begge`)
  await page.waitForSelector('[data-paper="nn"] .words[contenteditable="true"]')
  const source = page.locator('[data-paper="nb"] .words > p').first()
  await source.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Høringen varer lenge.')
  const line = page.locator('[data-terms]')
  await line.getByText('høring → ').waitFor()
  await line.getByText('Ett avsnitt sier det annerledes').waitFor()
  expect(await axe(page)).toEqual([])
  await page.locator('[data-paper="nn"] .words > p').first().click()
  await page.keyboard.press('End')
  await line.getByRole('button', { name: 'høyring', exact: true }).click()
  await page.keyboard.type('a varer lenge.')
  await expect.poll(() => line.textContent(), { timeout: 10_000 }).not.toContain('annerledes')
  await page.waitForSelector('[data-save][data-saved="true"]')
  const { nn } = await readText(room.house, 1, room.joint.id)
  expect(JSON.stringify(nn)).toContain('Rådet gjev råd. høyringa varer lenge.')
  expect(complaints).toEqual([])
  await context.close()
})
