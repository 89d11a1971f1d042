// An earlier paragraph is brought back from the comparison, as an edit of the one who did it, while a colleague writes.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { oyer, vaga, writingRoom, type Writer, type WritingRoom } from './writing-room.ts'

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

test('one paragraph comes back, named as whose it is, and nothing else is touched', async () => {
  const at = `${room.url}/tekst/${room.joint.id}`
  const a = await room.desk(browser, ingrid)
  await a.page.goto(at)
  await a.page.waitForSelector('.words[contenteditable="true"]')
  await a.page.goto(`${room.url}/tekst`)
  const b = await room.desk(browser, olav)
  await b.page.goto(at)
  await b.page.waitForSelector('.words[contenteditable="true"]')
  await b.page.locator('.words > p').first().click()
  await b.page.keyboard.press('End')
  await b.page.keyboard.type(' Ikke.')
  await b.page.locator('.words > p').last().click()
  await b.page.keyboard.press('End')
  await b.page.keyboard.type(' Fire.')
  await b.page.waitForSelector('[data-save][data-saved="true"]')
  await expect
    .poll(async () => {
      await a.page.goto(`${at}/versjoner?fra=sist`)
      return a.page.getByRole('button', { name: /Hent tilbake avsnittet/ }).count()
    })
    .toBe(2)
  expect(await a.page.locator('.change-head').first().textContent()).toContain('av Olav Sørgard')
  expect(await axe(a.page)).toEqual([])
  await a.page
    .getByRole('button', { name: /Hent tilbake avsnittet/ })
    .first()
    .click()
  await a.page.getByText('Avsnittet er hentet tilbake.').waitFor()
  await b.page.keyboard.type(' Og fem.')
  await b.page.waitForSelector('[data-save][data-saved="true"]')
  const { nb } = await readText(room.house, 1, room.joint.id)
  expect(nb.content?.map((block) => block.content?.map(({ text }) => text).join(''))).toEqual([
    'Råd for deltidsinnbyggere',
    'Rådet gir råd.',
    'Kommunene oppnevner to medlemmer hver. Fire. Og fem.',
  ])
  await a.page.setViewportSize({ width: 360, height: 740 })
  expect(await sidewaysScroll(a.page)).toBe(0)
  expect([...a.complaints, ...b.complaints]).toEqual([])
  await a.context.close()
  await b.context.close()
})
