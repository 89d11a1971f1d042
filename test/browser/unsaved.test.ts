// Words that are not on the server when writing ends: they stay beside the text, and can be kept as a file.
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { endRole } from '../../db/role.ts'
import { readingsOf } from '../../db/reading.ts'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { olderLineage } from './older-lineage.ts'
import { oyer, writingRoom, type Writer, type WritingRoom } from './writing-room.ts'

// Two cores may be busy with other tests at the same time.
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

const words = '.words[contenteditable="true"]'
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')
const textNow = async (): Promise<string> =>
  JSON.stringify((await readText(room.house, 1, room.joint.id)).nb)

/// An open text whose edits can be kept from the server while it hears all the server says.
async function muted(who: Writer): Promise<{
  page: Page
  context: BrowserContext
  complaints: string[]
  mute(on?: boolean): void
}> {
  const desk = await room.desk(browser, who)
  let mute = false
  await desk.context.routeWebSocket(/\/collab\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((frame) => {
      if (!mute) server.send(frame)
    })
  })
  await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
  await desk.page.waitForSelector(words)
  await saved(desk.page)
  // The browser's own copy is begun when there is time for it.
  await expect
    .poll(() => desk.page.evaluate<number>('indexedDB.databases().then((all) => all.length)'))
    .toBeGreaterThan(0)
  return { ...desk, mute: (on = true) => (mute = on) }
}

async function typeAtEnd(page: Page, what: string, after = 'Kommunene oppnevner'): Promise<void> {
  await page.locator('.words > *', { hasText: after }).first().click()
  await page.keyboard.press('End')
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))')
  await page.keyboard.type(what)
}

async function fileFrom(page: Page): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download')
  await page.locator('[data-words-file]').click()
  const download = await downloading
  const text = readFileSync(await download.path(), 'utf8')
  return { name: download.suggestedFilename(), text }
}

test('leaving an open text notes how far it was read', async () => {
  const reader = await room.writer('Lise Lest', 'planner', oyer)
  const { page, context } = await room.desk(browser, reader)
  await page.goto(`${room.url}/tekst/${room.joint.id}`)
  await page.waitForSelector(words)
  await saved(page)
  await typeAtEnd(page, ' Lest.')
  await saved(page)
  const { head } = await readText(room.house, 1, room.joint.id)
  await page.goto(`${room.url}/tekst`)
  await expect
    .poll(async () =>
      (await readingsOf(room.house.store.db, 1, reader.person.id)).get(room.joint.id),
    )
    .toMatchObject({ seq: head, lineage: room.joint.lineage })
  await context.close()
})

test('signing out with an open page’s unsent words asks first, and gives them as a file', async () => {
  const { page, context, complaints, mute } = await muted(ingrid)
  mute()
  await typeAtEnd(page, ' Åpen i et annet vindu.')
  await page.locator('[data-save]', { hasText: 'Lagrer' }).waitFor()
  const other = await context.newPage()
  await other.goto(`${room.url}/konto`)
  const form = other.locator('[data-sign-out]')
  await form.locator('button').click()
  await form.locator('[data-unsent]').waitFor()
  await other.locator('[data-words-file]').waitFor()
  expect(await axe(other)).toEqual([])
  const { name, text } = await fileFrom(other)
  expect(name).toBe('Strategiske valg.txt')
  expect(text).toContain('Åpen i et annet vindu.')
  expect(text).not.toContain('Rådet gir råd.')
  expect(other.url()).toContain('/konto')
  expect(complaints).toEqual([])
  await context.close()
})

test('one who loses the right keeps the unsent words, beside the text and as a file', async () => {
  const writer = await room.writer('Rolf Rett', 'planner', oyer)
  const { page, context, complaints, mute } = await muted(writer)
  mute()
  await typeAtEnd(page, ' Etter fratredelsen.')
  const { db } = room.house.store
  const role = await db
    .selectFrom('role_held')
    .select('id')
    .where('person', '=', writer.person.id)
    .executeTakeFirstOrThrow()
  const clock = room.house.clock
  await endRole(db, 1, role.id, '2028-02-13', clock.instant())
  room.house.changed({ region: 1 })
  const notice = page.locator('[data-notice] [role="alert"]')
  await notice.waitFor()
  expect(await notice.locator('textarea').inputValue()).toContain('Etter fratredelsen.')
  const { text } = await fileFrom(page)
  expect(text).toContain('Etter fratredelsen.')
  expect(await textNow()).not.toContain('Etter fratredelsen.')
  // The person may no longer even ask about the text.
  expect(complaints.filter((line) => !line.includes('404'))).toEqual([])
  await context.close()
})

test('words a backup does not have are offered from the browser’s own copy, though they were once saved', async () => {
  const { page, context } = await muted(ingrid)
  await typeAtEnd(page, ' Lagret før uhellet.')
  await saved(page)
  await page.close()
  // As a restore leaves it: the copy is of an older lineage, and the text lacks what was written since the backup.
  await room.house.rooms.write(1, room.joint.id, ingrid.person.id, (doc) => {
    const fragment = doc.getXmlFragment('nb')
    fragment.delete(fragment.length - 1, 1)
  })
  const elsewhere = await context.newPage()
  await elsewhere.goto(`${room.url}/tekst`)
  await elsewhere.evaluate(olderLineage)
  await elsewhere.close()
  const again = await context.newPage()
  await again.goto(`${room.url}/tekst/${room.joint.id}`)
  const offer = again.locator('[data-notice] [data-stale]')
  await offer.waitFor()
  expect(await offer.textContent()).toContain('hentet fra en sikkerhetskopi')
  expect(await offer.locator('textarea').inputValue()).toContain('Lagret før uhellet.')
  expect(await axe(again)).toEqual([])
  expect(await textNow()).not.toContain('Lagret før uhellet.')
  await context.close()
})

test('words not acknowledged when the text is frozen stay beside it, and are not in it', async () => {
  const { page, context, mute } = await muted(ingrid)
  mute()
  await typeAtEnd(page, ' For sent til fryset.', 'Rådet gir råd.')
  await room.does(room.coordinator, 'start-review')
  await room.does(room.coordinator, 'record-steering-decision', {
    about: 'freeze-consultation-draft',
    reference: 'Sak 4/28',
  })
  await room.does(room.coordinator, 'freeze-consultation-draft')
  const notice = page.locator('[data-notice] [role="alert"]')
  await notice.waitFor()
  expect(await notice.locator('textarea').inputValue()).toContain('For sent til fryset.')
  expect(await page.locator(words).count()).toBe(0)
  expect(await page.locator('.words').first().textContent()).toContain('Rådet gir råd.')
  expect((await fileFrom(page)).text).toContain('For sent til fryset.')
  expect(await axe(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await textNow()).not.toContain('For sent til fryset.')
  // Opened anew, they are still offered: the copy on the machine has them.
  await page.close()
  mute(false)
  const again = await context.newPage()
  await again.goto(`${room.url}/tekst/${room.joint.id}`)
  const offer = again.locator('[data-notice] [data-stale]')
  await offer.waitFor()
  expect(await offer.textContent()).toContain('Du kan ikke lenger skrive i teksten.')
  expect(await offer.locator('textarea').inputValue()).toContain('For sent til fryset.')
  expect((await fileFrom(again)).text).toContain('For sent til fryset.')
  await context.close()
})
