// Pictures as planners put them in the text, in real browsers with real files.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { PmJson } from '../../editor/shared/schema.ts'
import { readText } from '../../service/text/read-text.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { photograph, picture, scriptedSvg } from '../support/picture.ts'
import { drawing, imageRel, norwegianStyles, para, wordFile } from '../support/word-file.ts'
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

const words = '.words[contenteditable="true"]'

async function write(who: Writer, size?: { width: number; height: number }): Promise<Desk> {
  const desk = await room.desk(browser, who, size)
  await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
  await desk.page.waitForSelector(words)
  return desk
}

const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')

const caretIn = (page: Page, begins: string) =>
  page.locator('.words > *', { hasText: begins }).first().click()

/// Presses a key that moves the caret and lets the browser tell the editor: no hand is as fast as the next line.
async function move(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))')
}

const content = async (): Promise<PmJson[]> =>
  (await readText(room.house, 1, room.joint.id)).nb.content ?? []

const pictures = async () => (await content()).filter(({ type }) => type === 'image')

const chosen = (page: Page, name: string, buffer: Buffer, mimeType = 'image/png') =>
  page.setInputFiles('[data-part="file"]', { name, mimeType, buffer })

const uploaded = (page: Page) =>
  page.locator('[data-part="status"]', { hasText: 'lastet opp' }).waitFor()

/// Gives the text a file, by paste or by drop.
const give = (page: Page, how: 'paste' | 'drop', bytes: Buffer, html = '') =>
  page.evaluate(`{
    const data = new DataTransfer()
    const raw = Uint8Array.from(atob('${bytes.toString('base64')}'), (sign) => sign.charCodeAt(0))
    data.items.add(new File([raw], 'utklipp.png', { type: 'image/png' }))
    const markup = ${JSON.stringify(html).replaceAll('</', '<\\/')}
    if (markup) {
      data.setData('text/html', markup)
      data.setData('text/plain', 'ord')
    }
    const target = document.querySelector('.words > :nth-child(2)')
    const box = target.getBoundingClientRect()
    const more = { bubbles: true, cancelable: true, clientX: box.x + 5, clientY: box.y + 5 }
    target.dispatchEvent(
      '${how}' === 'paste'
        ? new ClipboardEvent('paste', { clipboardData: data, ...more })
        : new DragEvent('drop', { dataTransfer: data, ...more }),
    )
  }`)

describe('a picture', () => {
  test('is chosen, described, captioned and seen by all in its size, without the place it was taken at', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretIn(a.page, 'Rådet gir råd')
    await a.page.click('[data-command="image"]')
    await chosen(a.page, 'kart.jpg', await photograph(), 'image/jpeg')
    await uploaded(a.page)
    await a.page.click('.picture-dialog button[type="submit"]')
    await a.page.getByText('Skriv hva bildet viser').waitFor()
    expect(await pictures()).toEqual([])
    expect(await axe(a.page)).toEqual([])

    await a.page.fill('[data-part="alt"]', 'Kart over de tolv kommunene')
    await a.page.fill('[data-part="caption"]', 'Figur 1: Regionen')
    await a.page.click('.picture-dialog button[type="submit"]')
    await saved(a.page)
    const figure = b.page.locator('.words figure.picture[data-state="shown"]')
    await figure.waitFor()
    expect(await figure.locator('img').getAttribute('alt')).toBe('Kart over de tolv kommunene')
    expect(await figure.locator('img').boundingBox()).toMatchObject({ width: 40, height: 60 })
    const now = await content()
    const at = now.findIndex(({ type }) => type === 'image')
    expect(now[at - 1]!.content![0]!.text).toBe('Rådet gir råd.')
    expect(now[at]!.attrs).toMatchObject({
      alt: 'Kart over de tolv kommunene',
      width: 40,
      height: 60,
    })
    expect(now[at + 1]).toMatchObject({ attrs: { kind: 'caption' } })
    expect(await axe(a.page)).toEqual([])
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('is read without script as a figure with its caption', async () => {
    const { token } = ingrid
    const context = await browser.newContext({ javaScriptEnabled: false })
    await context.addCookies([{ name: 'sid', value: token, url: room.url }])
    const page = await context.newPage()
    await page.goto(`${room.url}/tekst/${room.joint.id}`)
    const figure = page.locator('.words figure')
    expect(await figure.locator('img').getAttribute('alt')).toBe('Kart over de tolv kommunene')
    expect(await figure.locator('figcaption').textContent()).toBe('Figur 1: Regionen')
    await context.close()
  })

  test('is selected, changed and deleted with the keyboard alone', async () => {
    const a = await write(ingrid)
    await caretIn(a.page, 'Rådet gir råd')
    await move(a.page, 'End')
    await move(a.page, 'ArrowDown')
    await a.page.waitForSelector('figure.ProseMirror-selectednode')
    await a.page.keyboard.press('Enter')
    await a.page.waitForSelector('.picture-dialog[open]')
    expect(await a.page.inputValue('[data-part="alt"]')).toBe('Kart over de tolv kommunene')
    await a.page.keyboard.press('Control+A')
    await a.page.keyboard.type('Kart over regionen')
    await a.page.keyboard.press('Tab')
    await a.page.keyboard.press('Tab')
    await a.page.keyboard.press('Enter')
    await a.page.locator('.picture-said', { hasText: 'Kart over regionen' }).waitFor()
    await a.page.waitForSelector('figure.ProseMirror-selectednode')
    await a.page.keyboard.press('Delete')
    await saved(a.page)
    expect(await pictures()).toEqual([])
    await a.page.keyboard.press('Control+Z')
    await a.page.waitForSelector('figure.picture')
    await saved(a.page)
    expect(await pictures()).toHaveLength(1)
    expect(a.complaints).toEqual([])
    await a.context.close()
  })

  test('comes by paste and by drop, several after one another; a text that brings a picture of itself stays text', async () => {
    const a = await write(ingrid)
    const png = await picture('png', { width: 300, height: 200 })
    await caretIn(a.page, 'Kommunene oppnevner')
    await give(a.page, 'paste', png)
    await a.page.waitForSelector('.picture-dialog[open]')
    await give(a.page, 'drop', png)
    await uploaded(a.page)
    await a.page.check('[data-part="decorative"]')
    await a.page.click('.picture-dialog button[type="submit"]')
    await uploaded(a.page)
    await a.page.fill('[data-part="alt"]', 'Sluppet')
    await a.page.click('.picture-dialog button[type="submit"]')
    await saved(a.page)
    const now = (await pictures()).map(({ attrs }) => attrs?.alt ?? (attrs?.decorative && 'pynt'))
    expect(now.toSorted()).toEqual(['Kart over regionen', 'Sluppet', 'pynt'])
    await a.page.locator('.picture-said', { hasText: 'Pynt' }).waitFor()

    await caretIn(a.page, 'Kommunene oppnevner')
    await a.page.waitForSelector('.ProseMirror-selectednode', { state: 'detached' })
    await give(a.page, 'paste', png, '<p>ord fra Word</p>')
    await a.page.locator('.words', { hasText: 'ord fra Word' }).waitFor()
    expect(await a.page.locator('.picture-dialog').count()).toBe(0)
    expect(await pictures()).toHaveLength(3)
    await a.context.close()
  })

  test('that cannot be taken says why, and nothing else of the dialog is lost', async () => {
    const a = await write(ingrid)
    const before = await pictures()
    await a.page.click('[data-command="image"]')
    await a.page.fill('[data-part="alt"]', 'Skrevet først')
    await chosen(a.page, 'tegning.png', scriptedSvg)
    await a.page.locator('[data-part="file-wrong"]', { hasText: 'Tegninger som SVG' }).waitFor()
    await a.page.click('.picture-dialog button[type="submit"]')
    await a.context.setOffline(true)
    await chosen(a.page, 'kart.png', await picture('png'))
    await a.page.locator('[data-part="file-wrong"]', { hasText: 'Sjekk nettet' }).waitFor()
    await a.context.setOffline(false)
    expect(await a.page.inputValue('[data-part="alt"]')).toBe('Skrevet først')
    await a.page.click('[data-part="cancel"]')
    await a.page.waitForSelector('.picture-dialog', { state: 'detached' })
    expect(await pictures()).toEqual(before)
    await a.context.close()
  })

  test('cannot be suggested, is told so, and waits in its dialog', async () => {
    const a = await write(ingrid)
    const before = await pictures()
    await a.page.click('[data-command="mode-suggest"]')
    await caretIn(a.page, 'Rådet gir råd')
    await a.page.click('[data-command="image"]')
    await chosen(a.page, 'kart.png', await picture('png'))
    await uploaded(a.page)
    await a.page.fill('[data-part="alt"]', 'Ventende')
    await a.page.click('.picture-dialog button[type="submit"]')
    await a.page.getByText('Bilder kan ikke foreslås').first().waitFor()
    expect(await a.page.inputValue('[data-part="alt"]')).toBe('Ventende')
    expect(await pictures()).toEqual(before)
    await a.context.close()
  })

  test('lands after its paragraph though a colleague writes above, and a description is kept though another one deletes', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretIn(a.page, 'Kommunene oppnevner')
    await a.page.click('[data-command="image"]')
    await chosen(a.page, 'graf.png', await picture('png', { width: 900, height: 90 }))
    await uploaded(a.page)
    await caretIn(b.page, 'Råd for deltidsinnbyggere')
    await b.page.keyboard.press('End')
    for (const line of ['Ny tekst over', 'og en til']) {
      await b.page.keyboard.press('Enter')
      await b.page.keyboard.type(line)
    }
    await saved(b.page)
    await a.page.fill('[data-part="alt"]', 'Graf')
    await a.page.click('.picture-dialog button[type="submit"]')
    await saved(a.page)
    const now = await content()
    const graph = now.findIndex(({ attrs }) => attrs?.alt === 'Graf')
    expect(now[graph - 1]!.content![0]!.text).toContain('Kommunene oppnevner')

    // One describes, the other deletes meanwhile: the first is told, and writes nothing into nowhere.
    const mine = b.page.locator('figure.picture', { hasText: 'Graf' })
    await mine.click()
    await b.page.locator('figure.ProseMirror-selectednode .picture-tools button').first().click()
    await b.page.fill('[data-part="alt"]', 'Graf over folketallet')
    await a.page.locator('figure.picture', { hasText: 'Graf' }).click()
    await a.page.keyboard.press('Delete')
    await saved(a.page)
    await mine.waitFor({ state: 'detached' })
    await b.page.click('.picture-dialog button[type="submit"]')
    await b.page.getByText('Noen andre har slettet bildet').waitFor()
    expect(await b.page.inputValue('[data-part="alt"]')).toBe('Graf over folketallet')
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('changed by two at once keeps what each of them changed', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    for (const { page } of [a, b]) {
      await page.locator('figure.picture', { hasText: 'Sluppet' }).click()
      await page.locator('figure.ProseMirror-selectednode .picture-tools button').first().click()
      await page.waitForSelector('.picture-dialog[open]')
    }
    await chosen(b.page, 'ny.png', await picture('png', { width: 320, height: 80 }))
    await uploaded(b.page)
    await a.page.fill('[data-part="alt"]', 'Sluppet av Ingrid')
    await a.page.click('.picture-dialog button[type="submit"]')
    await b.page.locator('.picture-said', { hasText: 'Sluppet av Ingrid' }).waitFor()
    await b.page.click('.picture-dialog button[type="submit"]')
    await saved(b.page)
    const found = (await pictures()).find(({ attrs }) => attrs?.width === 320)
    expect(found?.attrs).toMatchObject({ alt: 'Sluppet av Ingrid', height: 80 })
    await a.context.close()
    await b.context.close()
  })

  test('moves nothing when it comes, is no wider than a phone, and says so when it cannot be shown', async () => {
    const a = await write(ingrid, { width: 360, height: 760 })
    expect(await sidewaysScroll(a.page)).toBe(0)
    expect(await axe(a.page)).toEqual([])
    const wide = a.page.locator('figure.picture img[width="300"]').first()
    expect((await wide.boundingBox())!.width).toBeLessThanOrEqual(300)
    await a.context.close()

    const b = await room.desk(browser, olav)
    await b.page.route('**/bilde/*', (route) => route.abort())
    await b.page.goto(`${room.url}/tekst/${room.joint.id}`)
    await b.page.locator('.picture-why', { hasText: 'kan ikke vises' }).first().waitFor()
    await b.page.unroute('**/bilde/*')
    await b.page.locator('.picture-why button').first().click()
    await b.page.waitForSelector('figure.picture[data-state="shown"]')
    await b.context.close()
  })
})

describe('a Word document', () => {
  test('is looked at, described and brought in while a colleague writes, and both keep their words', async () => {
    const bytes = wordFile({
      styles: norwegianStyles,
      rels: imageRel('p1', 'media/a.png') + imageRel('away', 'https://utenfor.example/a.png', true),
      media: { 'a.png': await picture('png', { width: 500, height: 200 }) },
      body: [
        para('Fra Word', 'Overskrift1'),
        para('Teksten planleggerne hadde fra før.'),
        para(drawing('p1')),
        para(drawing('away', '', 'link')),
      ].join(''),
    })
    const a = await room.desk(browser, ingrid, { width: 360, height: 760 })
    const b = await write(olav)
    await a.page.goto(`${room.url}/tekst/${room.joint.id}`)
    await a.page.getByRole('link', { name: 'Hent inn' }).click()
    const file = (name: string, buffer: Buffer) =>
      a.page.setInputFiles('input[type="file"]', { name, mimeType: 'application/msword', buffer })
    await file('utkast.docx', Buffer.from('%PDF-1.7'))
    await a.page.getByRole('button', { name: 'Se hva som kommer med' }).click()
    await a.page.locator('.ds-error-summary', { hasText: 'Filen er en PDF' }).waitFor()
    expect(await axe(a.page)).toEqual([])
    await file('utkast.docx', bytes)
    await a.page.getByRole('button', { name: 'Se hva som kommer med' }).click()
    await a.page.getByText('ligger utenfor dokumentet').waitFor()
    expect(await axe(a.page)).toEqual([])
    expect(await sidewaysScroll(a.page)).toBe(0)
    await a.page.getByLabel('Beskrivelse').fill('Blå flate')

    await caretIn(b.page, 'Rådet gir råd')
    await move(b.page, 'End')
    const typing = b.page.keyboard.type(' Olav skriver imens.', { delay: 10 })
    await a.page.getByRole('button', { name: 'Hent inn' }).click()
    await a.page.getByText('Teksten er hentet inn og lagret').waitFor()
    await typing
    await saved(b.page)
    await b.page.locator('.words h2', { hasText: 'Fra Word' }).waitFor()
    await b.page.locator('figure.picture', { hasText: 'Blå flate' }).waitFor()
    const now = await content()
    const texts = now.map((node) => node.content?.map((one) => one.text).join('') ?? '')
    expect(texts).toContain('Rådet gir råd. Olav skriver imens.')
    expect(texts).toContain('Teksten planleggerne hadde fra før.')
    expect(b.complaints).toEqual([])
    await a.context.close()
    await b.context.close()
  })
})
