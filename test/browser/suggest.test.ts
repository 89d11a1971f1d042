// Suggesting as planners and reviewers meet it, in real browsers through the real rooms.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ContentString, XmlElement, type XmlText } from 'yjs'
import { insertMandate } from '../../db/clearance.ts'
import { piecesOf } from '../../editor/shared/suggestions.ts'
import { replaceText } from '../../editor/shared/write.ts'
import { newId } from '../../service/sign-in/token.ts'
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
let mayor: Writer

beforeAll(async () => {
  browser = await openBrowser()
  room = await writingRoom()
  ingrid = await room.writer('Ingrid Moen', 'planner', oyer)
  olav = await room.writer('Olav Sørgard', 'planner', vaga)
  mayor = await room.writer('Marit Haugen', 'mayor', vaga)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

const block = (id: string, text: string, more = {}) => ({
  type: 'block',
  attrs: { id, ...more },
  content: [{ type: 'text', text }],
})
beforeEach(async () => {
  await room.house.rooms.write(1, room.joint.id, room.coordinator.person.id, (doc) =>
    replaceText(doc, 'nb', {
      type: 'doc',
      content: [
        block('h1', 'Råd for deltidsinnbyggere', { kind: 'heading' }),
        block('p1', 'Rådet gir råd til kommunene.'),
        block('p2', 'Kommunene oppnevner to medlemmer hver.'),
        block('p3', 'Rådet møtes to ganger i året.'),
      ],
    }),
  )
})

const words = '.words[contenteditable="true"]'
const open = async (who: Writer, path = `/tekst/${room.joint.id}`, width = 1440): Promise<Desk> => {
  const desk = await room.desk(browser, who, { width, height: 1000 })
  await desk.page.goto(room.url + path)
  await desk.page.waitForSelector(words)
  return desk
}
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')
const suggest = async (page: Page) => {
  await page.locator(words).first().focus()
  await page.keyboard.press('Control+Shift+E')
  await page.waitForSelector('[data-suggesting="true"]')
}
/// Puts the caret in the block that begins so, `right` letters from its beginning.
const caret = async (page: Page, begins: string, right = 0) => {
  await page.locator('.words > *', { hasText: begins }).first().click()
  await move(page, 'Home')
  for (let i = 0; i < right; i++) await page.keyboard.press('ArrowRight')
  await settle(page)
}
const move = async (page: Page, key: string) => {
  await page.keyboard.press(key)
  await settle(page)
}
const settle = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))')
const cards = (page: Page) => page.locator('[data-suggestion-card]')
const text = async () =>
  ((await readText(room.house, 1, room.joint.id)).nb.content ?? []).map(
    (one) => one.content?.map(({ text }) => text).join('') ?? '',
  )
const pieces = async (id = room.joint.id) => {
  const { doc } = await room.house.rooms.read(1, id)
  return piecesOf(doc.getXmlFragment('nb')).map(({ is, text }) => [is, text])
}
/// The letters of a paragraph by the client that wrote them, the first to write first.
const lettersOf = async (index: number): Promise<string[]> => {
  const { doc } = await room.house.rooms.read(1, room.joint.id)
  const first = (doc.getXmlFragment('nb').get(index) as XmlElement).get(0) as XmlText
  const own = (doc.getXmlFragment('nb').get(index) as XmlElement)._item!.id.client
  const hands = new Map<number, string>([[own, '']])
  for (let item = first._start; item; item = item.right) {
    const { content } = item
    if (item.deleted || !(content instanceof ContentString)) continue
    hands.set(item.id.client, (hands.get(item.id.client) ?? '') + content.str)
  }
  return [...hands.values()]
}
const close = async (...desks: Desk[]) => {
  for (const { context, complaints } of desks) {
    expect(complaints).toEqual([])
    await context.close()
  }
}

describe('suggestion mode', () => {
  test('what one types, strikes and replaces is a suggestion the other sees with the name, and accepts or rejects', async () => {
    const a = await open(ingrid)
    const b = await open(olav)
    await suggest(a.page)
    await a.page.waitForSelector('[data-told]:has-text("Du foreslår nå")')
    await caret(a.page, 'Rådet gir', 10)
    await a.page.keyboard.type('gode ')
    await caret(a.page, 'Kommunene oppnevner')
    await move(a.page, 'End')
    for (let i = 0; i < 6; i++) await a.page.keyboard.press('Backspace')
    await a.page.keyboard.type(' fra hver kommune.')
    await saved(a.page)
    // Letter for letter whose hand it was, also where she wrote the same letter as stood there.
    expect(await lettersOf(2)).toEqual([
      'Kommunene oppnevner to medlemmer hver.',
      ' fra hver kommune.',
    ])
    expect(await text()).toEqual([
      'Råd for deltidsinnbyggere',
      'Rådet gir råd til kommunene.',
      'Kommunene oppnevner to medlemmer hver.',
      'Rådet møtes to ganger i året.',
    ])
    await cards(b.page).nth(1).waitFor()
    expect(await cards(b.page).count()).toBe(2)
    expect(await cards(b.page).nth(0).innerText()).toMatch(
      /Ingrid Moen\s+foreslår[\s\S]*Legg til «gode»/,
    )
    expect(await cards(b.page).nth(1).innerText()).toMatch(/Erstatt « ?hver\.» med «/)
    expect(await b.page.locator('.words ins', { hasText: 'gode ' }).count()).toBe(1)
    expect(await b.page.locator('.words del', { hasText: 'hver.' }).count()).toBe(1)
    expect(
      await b.page.locator('.words ins [title="Ingrid Moen foreslår å legge til"]').count(),
    ).toBeGreaterThan(0)
    await b.page.getByRole('button', { name: /^Godta: Legg til «gode»/ }).click()
    await b.page.getByRole('button', { name: /^Avvis: Erstatt/ }).click()
    await saved(b.page)
    await a.page.waitForSelector('[data-suggestions]', { state: 'hidden' })
    expect(await pieces()).toEqual([])
    expect((await text()).slice(1, 3)).toEqual([
      'Rådet gir gode råd til kommunene.',
      'Kommunene oppnevner to medlemmer hver.',
    ])
    // Undo takes back the rejection, which was the last thing Olav did.
    await b.page.locator(words).first().focus()
    await b.page.keyboard.press('Control+z')
    await cards(b.page).first().waitFor()
    await saved(b.page)
    expect((await pieces()).map(([is]) => is)).toContain('insertion')
    await close(a, b)
  })

  test('a paragraph cut, joined or made a heading is a suggestion too, and rejecting gives it back', async () => {
    const a = await open(ingrid)
    await suggest(a.page)
    await caret(a.page, 'Rådet gir', 6)
    await move(a.page, 'Enter')
    await a.page.keyboard.type('Alltid ')
    await caret(a.page, 'Rådet møtes')
    await move(a.page, 'Backspace')
    await caret(a.page, 'Kommunene oppnevner')
    await a.page.selectOption('[data-style]', 'heading-2')
    await saved(a.page)
    expect((await pieces()).map(([is]) => is).sort()).toEqual([
      'insertion',
      'join',
      'shape',
      'split',
    ])
    expect(await text()).toContain('Rådet gir råd til kommunene.')
    await a.page.waitForSelector('.suggestion-sign:has-text("gjør om til overskrift 2")')
    await a.page.waitForSelector('.suggestion-sign:has-text("slå sammen med avsnittet over")')
    await a.page.locator('[data-suggestion-all="reject"]').click()
    await saved(a.page)
    expect(await pieces()).toEqual([])
    expect(await text()).toEqual([
      'Råd for deltidsinnbyggere',
      'Rådet gir råd til kommunene.',
      'Kommunene oppnevner to medlemmer hver.',
      'Rådet møtes to ganger i året.',
    ])
    await close(a)
  })

  test('all of one person’s are accepted at once, and the other’s stay', async () => {
    const a = await open(ingrid)
    const b = await open(olav)
    for (const [{ page }, begins, typed] of [
      [a, 'Rådet gir', 'Ingrid '],
      [b, 'Kommunene oppnevner', 'Olav '],
      [a, 'Rådet møtes', 'Ingrid to '],
    ] as const) {
      if ((await page.locator('[data-suggesting="true"]').count()) === 0) await suggest(page)
      await caret(page, begins)
      await page.keyboard.type(typed)
      await saved(page)
    }
    await cards(b.page).nth(2).waitFor()
    await b.page.selectOption('[data-suggestion-whose]', { label: 'Fra Ingrid Moen' })
    await b.page.locator('[data-suggestion-all="accept"]').click()
    await saved(b.page)
    expect(await pieces()).toEqual([['insertion', 'Olav ']])
    expect((await text()).slice(1)).toEqual([
      'Ingrid Rådet gir råd til kommunene.',
      'Kommunene oppnevner to medlemmer hver.',
      'Ingrid to Rådet møtes to ganger i året.',
    ])
    await close(a, b)
  })

  test('one suggests while another writes, and nobody’s words are lost or become a suggestion', async () => {
    const a = await open(ingrid)
    const b = await open(olav)
    await suggest(a.page)
    await caret(a.page, 'Rådet gir')
    await a.page.keyboard.press('Shift+End')
    await settle(a.page)
    await caret(b.page, 'Rådet gir', 10)
    await Promise.all([
      a.page.keyboard.press('Delete'),
      b.page.keyboard.type('svært ', { delay: 20 }),
    ])
    await saved(a.page)
    await saved(b.page)
    // Olav writes on inside what Ingrid has struck.
    await b.page.keyboard.type('gode ', { delay: 5 })
    await saved(b.page)
    await caret(b.page, 'Rådet gir', 2)
    await b.page.keyboard.type('XX')
    await saved(b.page)
    expect((await text())[1]).toMatch(/^R\S*XX\S*t gir svært gode råd til kommunene\.$/)
    await cards(b.page).first().waitFor()
    await b.page
      .getByRole('button', { name: /^Godta: / })
      .first()
      .click()
    await saved(b.page)
    const [, after] = await text()
    expect(after).toBe('XXsvært gode ')
    await close(a, b)
  })

  test('is worked by keyboard alone: the switch, the next suggestion, the answer', async () => {
    const a = await open(ingrid)
    await suggest(a.page)
    await caret(a.page, 'Rådet gir')
    await a.page.keyboard.type('Først. ')
    await caret(a.page, 'Rådet møtes')
    await a.page.keyboard.type('Sist. ')
    await cards(a.page).nth(1).waitFor()
    await move(a.page, 'Control+Shift+Period')
    await move(a.page, 'Tab')
    await move(a.page, 'Tab')
    await a.page.waitForFunction(
      `/^Godta: Legg til «Først/.test(document.activeElement?.getAttribute('aria-label') ?? '')`,
    )
    await move(a.page, 'Enter')
    await a.page.waitForSelector('[data-told]:has-text("Godtatt. 1 igjen.")')
    await a.page.waitForFunction(
      `/^Godta: Legg til «Sist/.test(document.activeElement?.getAttribute('aria-label') ?? '')`,
    )
    await saved(a.page)
    expect(await pieces()).toEqual([['insertion', 'Sist. ']])
    await close(a)
  })

  test('what cannot be suggested is refused with a sentence, and nothing is changed', async () => {
    const a = await open(ingrid)
    await suggest(a.page)
    await caret(a.page, 'Rådet gir')
    await a.page.locator('[data-command="table"]').click()
    await a.page.waitForSelector('[data-told]:has-text("Dette kan ikke foreslås")')
    expect(await a.page.locator('.words table').count()).toBe(0)
    await close(a)
  })

  test('is read and answered on a phone without sideways scroll, and axe finds nothing in either language', async () => {
    await room.house.rooms.write(1, room.joint.id, ingrid.person.id, (doc) => {
      const first = doc.getXmlFragment('nb').get(1) as XmlElement
      ;(first.get(0) as XmlText).insert(0, 'Nå: ', { insertion: { id: 'tlf' } })
      ;(doc.getXmlFragment('nb').get(2) as XmlElement).setAttribute('suggestion_join', 'tlf2')
    })
    for (const lang of ['nb', 'nn']) {
      const a = await open(olav, `/tekst/${room.joint.id}?lang=${lang}`, 360)
      await cards(a.page).nth(1).waitFor()
      expect(await sidewaysScroll(a.page)).toBe(0)
      expect(await axe(a.page)).toEqual([])
      if (lang === 'nn') await a.page.getByRole('button', { name: /^Godta: Legg til «Nå/ }).click()
      await close(a)
    }
    expect((await text())[1]).toMatch(/^Nå: |^Rådet/)
  })
})

describe('a suggestion on a copy', () => {
  test('is written by somebody who may not write, sent, taken in in part by a planner, and told of', async () => {
    const c = await room.desk(browser, mayor)
    await c.page.goto(`${room.url}/tekst/${room.joint.id}`)
    expect(await c.page.locator(words).count()).toBe(0)
    await c.page.getByRole('button', { name: 'Begynn et forslag' }).click()
    await c.page.waitForSelector(words)
    await caret(c.page, 'Rådet gir', 10)
    await c.page.keyboard.type('gode ')
    await caret(c.page, 'Rådet møtes')
    await c.page.keyboard.press('Shift+End')
    await move(c.page, 'Delete')
    await saved(c.page)
    expect((await text())[1]).toBe('Rådet gir råd til kommunene.')
    expect(await axe(c.page)).toEqual([])
    await c.page.getByRole('link', { name: 'Se over og send' }).click()
    await c.page.getByLabel('Hva handler det om?').fill('Gode råd')
    await c.page.getByRole('button', { name: 'Send forslaget' }).click()
    await c.page.waitForSelector('text=Forslaget er sendt.')

    const b = await open(olav)
    await b.page.getByRole('link', { name: '1 endringsforslag venter på svar' }).click()
    await b.page.getByRole('link', { name: 'Gode råd' }).click()
    expect(await axe(b.page)).toEqual([])
    expect(await b.page.locator('.suggested-text ins').innerText()).toContain('gode ')
    await b.page.getByLabel(/^Fjern «Rådet møtes/).uncheck()
    await b.page.getByRole('button', { name: 'Ta inn det som er huket av' }).click()
    await b.page.waitForSelector('text=Skriv hvorfor noe ikke tas inn.')
    // The refused form's own status is the one thing the browser remarks on.
    expect(b.complaints.splice(0)).toHaveLength(1)
    await b.page.getByLabel(/^Fjern «Rådet møtes/).uncheck()
    await b.page.getByLabel('Svar til dem som foreslo').fill('Møtene må stå.')
    await b.page.getByRole('button', { name: 'Ta inn det som er huket av' }).click()
    await b.page.waitForSelector('text=Svaret er lagret')
    expect((await text()).slice(1)).toEqual([
      'Rådet gir gode råd til kommunene.',
      'Kommunene oppnevner to medlemmer hver.',
      'Rådet møtes to ganger i året.',
    ])
    await c.page.goto(`${room.url}/endringsforslag`)
    await c.page.waitForSelector('text=Delvis tatt inn')
    await c.page.waitForSelector('text=Møtene må stå.')
    await close(b, c)
  })

  test('of a municipality bears its name in the coordinator’s overview, at 360 px too', async () => {
    await room.house.store.db.transaction().execute((trx) =>
      insertMandate(trx, {
        region: 1,
        strategy: room.joint.strategy,
        municipality: vaga,
        id: newId(),
        number: 1,
        given_by: 'Formannskapet',
        given_to: olav.person.id,
        until_on: '2028-12-31',
        reference: '',
        recorded_by: mayor.person.id,
        recorded_on: '2028-02-14',
        recorded_at: '2028-02-14T08:00:00.000Z',
      }),
    )
    const b = await open(olav)
    await b.page.getByLabel('Fra', { exact: true }).selectOption({ label: 'Vågå' })
    await b.page.getByRole('button', { name: 'Begynn et forslag' }).click()
    await b.page.waitForSelector(words)
    await caret(b.page, 'Kommunene oppnevner')
    await b.page.keyboard.type('De tolv ')
    await saved(b.page)
    await b.page.getByRole('link', { name: 'Se over og send' }).click()
    await b.page.getByLabel('Hva handler det om?').fill('Vågås ønske')
    await b.page.getByRole('button', { name: 'Send forslaget' }).click()
    await b.page.waitForSelector('text=Forslaget er sendt.')
    const k = await room.desk(browser, room.coordinator, { width: 360, height: 800 })
    await k.page.goto(`${room.url}/endringsforslag?vis=kommuner`)
    await k.page.waitForSelector('text=Vågå')
    expect(await sidewaysScroll(k.page)).toBe(0)
    expect(await axe(k.page)).toEqual([])
    await k.page.getByRole('link', { name: 'Vågås ønske' }).click()
    expect(await sidewaysScroll(k.page)).toBe(0)
    await k.page.getByRole('button', { name: 'Ta inn det som er huket av' }).click()
    await k.page.waitForSelector('text=Svaret er lagret')
    expect((await text())[2]).toBe('De tolv Kommunene oppnevner to medlemmer hver.')
    await close(b, k)
  })
})
