// Footnotes, references, captions and rules as two planners meet them, in real browsers through the real rooms.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
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
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

async function write(who: Writer, path = `/tekst/${room.joint.id}`): Promise<Desk> {
  const desk = await room.desk(browser, who)
  await desk.page.goto(room.url + path)
  await desk.page.waitForSelector('.words[contenteditable="true"]')
  return desk
}

const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')

/// Presses a key that moves the caret and lets the browser tell the editor: no hand is as fast as the next line.
async function move(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))')
  }
}

async function caretAfter(page: Page, begins: string): Promise<void> {
  await page.locator('.words > *', { hasText: begins }).first().click()
  await move(page, 'End')
}

const textOf = async () => (await readText(room.house, 1, room.joint.id)).nb.content ?? []

const numbers = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.note-ref')].map((one) => one.dataset.number)`,
  )

describe('footnotes', () => {
  test('set by two in one sentence at once are both kept, numbered in their order, and lead there and back', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(a.page, 'Rådet gir råd')
    await caretAfter(b.page, 'Rådet gir råd')
    await move(b.page, 'Home', 'Control+ArrowRight')
    await Promise.all([
      a.page.keyboard.press('Control+Shift+F').then(() => a.page.keyboard.type('Se loven.')),
      b.page.keyboard.press('Control+Shift+F').then(() => b.page.keyboard.type('Et råd.')),
    ])
    await saved(a.page)
    await saved(b.page)
    for (const { page } of [a, b]) await expect.poll(() => numbers(page)).toEqual(['1', '2'])
    await move(a.page, 'Control+Shift+F')
    await a.page.keyboard.type(' Etter.')
    await saved(a.page)
    const content = await textOf()
    const sentence = content.find(({ attrs }) => attrs?.id === 'p1')?.content
    expect(sentence?.map(({ type, text }) => text ?? type)).toEqual([
      'Rådet',
      'note_ref',
      ' gir råd.',
      'note_ref',
      ' Etter.',
    ])
    const notes = content.filter(({ attrs }) => attrs?.kind === 'note')
    expect(notes.map((one) => one.content?.[0]?.text).toSorted()).toEqual(['Et råd.', 'Se loven.'])
    expect(notes.map((one) => one.attrs?.id).toSorted()).toEqual(
      sentence
        ?.filter(({ type }) => type === 'note_ref')
        .map(({ attrs }) => attrs?.note)
        .toSorted(),
    )
    await b.page.locator('.note-ref').first().click()
    await b.page.keyboard.type(' Til.')
    await saved(b.page)
    expect(JSON.stringify(await textOf())).toContain('Et råd. Til.')
    expect(await axe(a.page)).toEqual([])
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('outlive their call, say that nothing leads to them, and are taken away on purpose only', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(a.page, 'Kommunene oppnevner')
    await move(a.page, 'Control+Shift+F')
    await a.page.keyboard.type('Først')
    await saved(a.page)
    const note = b.page.locator('.words > [data-kind="note"]', { hasText: 'Først' })
    await note.click()
    await move(b.page, 'End')
    const typing = b.page.keyboard.type(' og noe Olav skriver nå', { delay: 15 })
    await move(a.page, 'Control+Shift+F', 'Backspace')
    await a.page.getByText('Fotnoten står igjen nederst').waitFor()
    await typing
    await saved(b.page)
    await saved(a.page)
    const orphan = a.page.locator('.words > [data-orphan]')
    await expect.poll(() => orphan.textContent()).toContain('Først og noe Olav skriver nå')
    expect(await orphan.textContent()).toContain('Ingen henvisning i teksten')
    await a.page.getByRole('button', { name: 'Fjern fotnoten' }).click()
    await expect.poll(() => note.count()).toBe(0)
    // One's own undo brings it back, words of the other and all.
    await a.page.keyboard.press('Control+z')
    await note.waitFor()
    expect(await note.textContent()).toContain('noe Olav skriver nå')
    await a.context.close()
    await b.context.close()
  })

  test('are taken away with their call by Backspace while they are empty', async () => {
    const { page, context } = await write(ingrid)
    const before = (await numbers(page)).length
    await caretAfter(page, 'Kommunene oppnevner')
    await move(page, 'Control+Shift+F', 'Backspace')
    await page.keyboard.type(' Her igjen.')
    await saved(page)
    expect((await numbers(page)).length).toBe(before)
    expect(JSON.stringify(await textOf())).toContain(' Her igjen.')
    await context.close()
  })
})

describe('references', () => {
  test('are chosen by typing, follow the name of what they point at, and say when it is gone', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(a.page, 'Kommunene oppnevner')
    await move(a.page, 'Control+Shift+L')
    await a.page.getByRole('combobox', { name: 'Henvis til' }).waitFor()
    await a.page.keyboard.type('deltid')
    const option = a.page.getByRole('option', { name: /Råd for deltidsinnbyggere/ })
    await option.waitFor()
    expect(await option.getAttribute('aria-selected')).toBe('true')
    expect(await axe(a.page)).toEqual([])
    await a.page.keyboard.press('Enter')
    await move(a.page, 'Control+Shift+L')
    await a.page.keyboard.type('kapittel strategiske')
    await a.page.getByRole('option', { name: /Strategiske valg/ }).waitFor()
    await a.page.keyboard.press('Enter')
    await saved(a.page)
    const labels = (page: Page) =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('.xref')].map((one) => one.dataset.label)`,
      )
    await expect
      .poll(() => labels(b.page))
      .toEqual(['Råd for deltidsinnbyggere', 'Strategiske valg'])
    // A colleague renames the heading, the coordinator the chapter.
    await caretAfter(b.page, 'Råd for deltidsinnbyggere')
    await b.page.keyboard.type(' og hytteeiere')
    await room.house.store.db
      .updateTable('section')
      .set({ title_nb: 'Våre valg' })
      .where('id', '=', room.joint.id)
      .execute()
    await a.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await expect
      .poll(() => labels(a.page))
      .toEqual(['Råd for deltidsinnbyggere og hytteeiere', 'Våre valg'])
    await saved(b.page)
    const reader = await browser.newContext({ javaScriptEnabled: false })
    await reader.addCookies([{ name: 'sid', value: olav.token, url: room.url }])
    const still = await reader.newPage()
    await still.goto(`${room.url}/tekst/${room.joint.id}`)
    const link = still.getByRole('link', { name: 'Råd for deltidsinnbyggere og hytteeiere' }).last()
    expect(await link.getAttribute('href')).toBe('#h1')
    expect(await still.getByRole('link', { name: 'Våre valg' }).last().getAttribute('href')).toBe(
      `/tekst/${room.joint.id}`,
    )
    await reader.close()
    await b.page.selectOption('[data-style]', 'paragraph')
    await expect
      .poll(() => labels(a.page))
      .toEqual(['Råd for deltidsinnbyggere (finnes ikke lenger)', 'Våre valg'])
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })
})

describe('tables, rules and captions', () => {
  test('are made with the keyboard alone, and a colleague sees them', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(a.page, 'Kommunene oppnevner')
    await move(a.page, 'Enter')
    await a.page.keyboard.type('---')
    await b.page.locator('.words hr').waitFor()
    await a.page.click('[data-command="table"]')
    await a.page.keyboard.type('Kommune')
    for (let i = 0; i < 9; i++) await move(a.page, 'Tab')
    await a.page.keyboard.type('Tiende')
    await a.page.getByRole('button', { name: 'Tabelltekst' }).click()
    await a.page.keyboard.type('Innbyggere 2028')
    await a.page.keyboard.press('Enter')
    await a.page.keyboard.type('Etter tabellen')
    await saved(a.page)
    const content = await textOf()
    const at = content.findIndex(({ type }) => type === 'table')
    expect(content[at]?.content?.length).toBe(4)
    expect(content[at + 1]).toMatchObject({
      attrs: { kind: 'caption' },
      content: [{ text: 'Innbyggere 2028' }],
    })
    expect(content[at + 2]?.content?.[0]?.text).toBe('Etter tabellen')
    expect(content[at + 2]?.attrs?.kind).toBeUndefined()
    await b.page.locator('.words [data-kind="caption"]', { hasText: 'Innbyggere 2028' }).waitFor()
    // Undo takes back one's own last words only.
    await caretAfter(b.page, 'Etter tabellen')
    await b.page.keyboard.type(' Olav')
    await saved(b.page)
    await a.page.keyboard.press('Control+z')
    await saved(a.page)
    expect(JSON.stringify(await textOf())).toContain('Olav')
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('and pasted Markdown, with its own script fetched only then', async () => {
    const { page, context, complaints } = await write(ingrid)
    await caretAfter(page, 'Kommunene oppnevner')
    await move(page, 'Enter')
    await page.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '# Tiltak\\n\\n- **Skog**\\n- Vann\\u202e\\n')
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }`)
    await page.locator('.words h2', { hasText: 'Tiltak' }).waitFor()
    expect(await page.locator('.words [data-list="bullet"]').allTextContents()).toEqual([
      'Skog',
      'Vann',
    ])
    await saved(page)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('fit a phone', async () => {
    const desk = await room.desk(browser, ingrid, { width: 360, height: 740 })
    await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
    await desk.page.waitForSelector('.words[contenteditable="true"]')
    expect(await sidewaysScroll(desk.page)).toBe(0)
    expect(await axe(desk.page)).toEqual([])
    await desk.context.close()
  })
})
