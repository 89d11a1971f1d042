// Writing without a line: the words outlive the page, come in once, and are nobody else's.
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { endSession, startSession } from '../../service/sign-in/session.ts'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser } from '../support/browser.ts'
import { olderLineage } from './older-lineage.ts'
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
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')
const path = () => `${room.url}/tekst/${room.joint.id}`

/// A browser whose line to the texts can be cut.
async function machine(
  who: Writer,
): Promise<{ context: BrowserContext; cut(): void; mend(): void }> {
  const { context, page } = await room.desk(browser, who)
  await page.close()
  let open = true
  const sockets = new Set<WebSocketRoute>()
  await context.routeWebSocket(/\/collab\//, (socket) => {
    if (!open) return void socket.close({ code: 1013, reason: 'gone' })
    sockets.add(socket)
    socket.connectToServer()
  })
  return {
    context,
    cut() {
      open = false
      for (const socket of sockets) void socket.close({ code: 1012, reason: 'gone' })
      sockets.clear()
    },
    mend() {
      open = true
    },
  }
}

async function openText(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path())
  await page.waitForSelector(words)
  return page
}

async function typeAtEnd(page: Page, what: string): Promise<void> {
  await page.locator('.words > *', { hasText: 'Kommunene oppnevner' }).first().click()
  await page.keyboard.press('Control+End')
  // Lets the browser tell the editor: no hand is as fast as the next line.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))')
  await page.keyboard.type(what)
}

/// Waits until the browser has begun its copy of the text.
const copied = (page: Page) =>
  expect.poll(async () => (await copies(page)).length).toBeGreaterThan(0)
const copies = async (page: Page): Promise<string[]> =>
  await page.evaluate<string[]>(
    `indexedDB.databases().then((all) => all.map(({ name }) => name).filter((name) => name.startsWith('planvev-text')))`,
  )

/// Writes without a line until the page says so, and closes it.
async function writeOffline(
  { context, cut }: Awaited<ReturnType<typeof machine>>,
  what: string,
): Promise<void> {
  const page = await openText(context)
  await saved(page)
  await copied(page)
  cut()
  await context.setOffline(true)
  await typeAtEnd(page, what)
  await page
    .locator('[data-save]')
    .getByText(/Frakoblet\. \d+ endringer venter på denne maskinen/)
    .waitFor()
  await onDisk(page)
  await page.close()
  await context.setOffline(false)
}

/// A browser that is closed in the same moment as a key is pressed has not written it down: no hand is as fast.
const onDisk = (page: Page) =>
  page.evaluate(`(async () => {
    const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('planvev-text'))
    const opened = indexedDB.open(name)
    await new Promise((done) => (opened.onsuccess = done))
    const write = opened.result.transaction(['updates'], 'readwrite')
    write.objectStore('updates').count()
    await new Promise((done) => (write.oncomplete = done))
    opened.result.close()
  })()`)

const count = async (what: string): Promise<number> => {
  const text = JSON.stringify((await readText(room.house, 1, room.joint.id)).nb)
  return text.split(what).length - 1
}

test('words written without a line survive the closed page, come in once and are acknowledged', async () => {
  const desk = await machine(ingrid)
  await writeOffline(desk, ' Skrevet på toget.')
  expect(await count('Skrevet på toget.')).toBe(0)
  desk.mend()
  const page = await openText(desk.context)
  await page
    .locator('[data-save]')
    .getByText(/Lagret kl\./)
    .waitFor()
  expect(await count('Skrevet på toget.')).toBe(1)
  await page.reload()
  await page.waitForSelector(words)
  await saved(page)
  expect(await count('Skrevet på toget.')).toBe(1)
  await desk.context.close()
})

test('a chapter with a copy on the machine can be written before the line is there', async () => {
  const desk = await machine(ingrid)
  await writeOffline(desk, ' Første økt.')
  const page = await openText(desk.context)
  await page
    .locator('[data-save]')
    .getByText(/Frakoblet\. \d+ endringer venter/)
    .waitFor()
  await typeAtEnd(page, ' Andre økt.')
  desk.mend()
  await saved(page)
  expect([await count('Første økt.'), await count('Andre økt.')]).toEqual([1, 1])
  await desk.context.close()
})

test('another person on the same machine sees nothing of it, and the copy is gone', async () => {
  const desk = await machine(ingrid)
  await writeOffline(desk, ' Bare Ingrids.')
  desk.mend()
  await desk.context.addCookies([{ name: 'sid', value: olav.token, url: room.url }])
  const page = await openText(desk.context)
  await saved(page)
  expect(await page.locator('.words').textContent()).not.toContain('Bare Ingrids.')
  await expect
    .poll(async () => (await copies(page)).filter((name) => name.includes(ingrid.person.id)))
    .toEqual([])
  expect(await count('Bare Ingrids.')).toBe(0)
  await desk.context.close()
})

test('a copy of an older lineage is offered to copy and never merged', async () => {
  const desk = await machine(ingrid)
  await writeOffline(desk, ' Fra før.')
  desk.mend()
  const elsewhere = await desk.context.newPage()
  await elsewhere.goto(`${room.url}/tekst`)
  await elsewhere.evaluate(olderLineage)
  await elsewhere.close()
  const page = await openText(desk.context)
  const offer = page.locator('[data-notice] [data-stale]')
  await offer.waitFor()
  expect(await offer.locator('textarea').inputValue()).toContain('Fra før.')
  expect(await axe(page)).toEqual([])
  await saved(page)
  expect(await count('Fra før.')).toBe(0)
  await offer.getByRole('button', { name: 'Fjern kopien' }).click()
  await expect
    .poll(async () => (await copies(page)).filter((name) => name.endsWith(':older')))
    .toEqual([])
  await desk.context.close()
})

test('a session near its end warns, and writing keeps it', async () => {
  const writer = await room.writer('Sara Sen', 'planner', oyer)
  const { context, page } = await room.desk(browser, writer)
  await page.goto(path())
  await page.waitForSelector(words)
  await saved(page)
  const { db } = room.house.store
  const soon = new Date(Date.now() + 4 * 60_000).toISOString()
  const session = db.updateTable('session').where('person', '=', writer.person.id)
  await session.set({ idle_expires_at: soon }).execute()
  room.house.changed({ region: 1 })
  const warning = page.locator('[data-ending]')
  await warning.getByText(/Du logges ut kl\..* hvis du ikke skriver/).waitFor()
  await typeAtEnd(page, ' Er her.')
  await warning.waitFor({ state: 'detached' })
  await saved(page)
  await expect
    .poll(async () => {
      const row = await db
        .selectFrom('session')
        .select('idle_expires_at')
        .where('person', '=', writer.person.id)
        .executeTakeFirstOrThrow()
      return row.idle_expires_at > soon
    })
    .toBe(true)
  await session.set({ expires_at: soon }).execute()
  room.house.changed({ region: 1 })
  await warning.getByText(/logge inn igjen i et annet vindu og fortsette her/).waitFor()
  await context.close()
})

test('signing in again on another page sends what was written, and nothing is lost', async () => {
  const writer = await room.writer('Tor Tapt', 'planner', oyer)
  const { context, page } = await room.desk(browser, writer)
  let open = true
  await context.routeWebSocket(/\/collab\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((frame) => {
      if (open) server.send(frame)
    })
  })
  await page.goto(path())
  await page.waitForSelector(words)
  await saved(page)
  open = false
  await typeAtEnd(page, ' Etter økten.')
  await endSession(room.house, writer.person.sessionHash, 'ran out')
  await page.locator('[data-notice] [role="alert"]').getByText('Du er logget ut').waitFor()
  expect(await count('Etter økten.')).toBe(0)
  open = true
  const { token } = await startSession(room.house, writer.person.id)
  await context.addCookies([{ name: 'sid', value: token, url: room.url }])
  const other = await context.newPage()
  await other.goto(`${room.url}/tekst`)
  await saved(page)
  expect(await page.locator('[data-notice] [role="alert"]').count()).toBe(0)
  expect(await page.locator(words).count()).toBe(1)
  expect(await count('Etter økten.')).toBe(1)
  await context.close()
})

test('signing out asks about words a closed page left, then removes them', async () => {
  const writer = await room.writer('Per Pendler', 'planner', oyer)
  const desk = await machine(writer)
  await writeOffline(desk, ' Ikke sendt.')
  const page = await desk.context.newPage()
  await page.goto(`${room.url}/konto`)
  const form = page.locator('[data-sign-out]')
  await form.locator('button').click()
  await form.locator('[data-unsent]').waitFor()
  expect(await copies(page)).toHaveLength(1)
  await form.locator('button').click()
  await page.waitForURL(/logg-inn/)
  await expect.poll(() => copies(page)).toEqual([])
  await desk.context.close()
})
