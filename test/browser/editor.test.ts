// The editor as two planners meet it, in real browsers through the real rooms.
import type { Browser, Page, Request, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { XmlElement } from 'yjs'
import { toHtml } from '../../editor/shared/html.ts'
import { readSection } from '../../editor/shared/read.ts'
import { readTranslation } from '../../editor/shared/translation.ts'
import { messageTypes } from '../../editor/shared/wire.ts'
import { readText } from '../../service/text/read-text.ts'
import { letterCarriers } from '../../service/letters.ts'
import { deliver } from '../../service/outbox.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import {
  oyer,
  vaga,
  writingRoom,
  type Desk,
  type Writer,
  type WritingRoom,
} from './writing-room.ts'

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

/// Opens a section and waits until it can be written.
async function write(who: Writer, path = `/tekst/${room.joint.id}`): Promise<Desk> {
  const desk = await room.desk(browser, who)
  await desk.page.goto(room.url + path)
  await desk.page.waitForSelector(words)
  return desk
}

/// Waits until the page says that everything is on disk.
const saved = (page: Page) => page.waitForSelector('[data-save][data-saved="true"]')

/// Puts the caret at the end of the block whose words begin so.
async function caretAfter(page: Page, begins: string): Promise<void> {
  await page.locator('.words > *', { hasText: begins }).first().click()
  await move(page, 'End')
}

/// Presses a key that moves the caret and lets the browser tell the editor: no hand is as fast as the next line.
async function move(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))')
}

/// Pastes HTML where the caret is.
const paste = (page: Page, html: string) =>
  page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(html).replaceAll('</', '<\\/')})
    clipboardData.setData('text/plain', 'x')
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }`)

const blocksOf = async () =>
  (await readText(room.house, 1, room.joint.id)).nb.content?.map((block) => ({
    kind: block.attrs?.kind ?? 'paragraph',
    text: block.content?.map((one) => one.text).join('') ?? '',
  })) ?? []

describe('two planners in one chapter', () => {
  test('see each other’s name and caret, and no letter is lost when one makes a heading of it', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(b.page, 'Rådet gir råd')
    const caret = a.page.locator('.their-caret')
    await caret.waitFor()
    expect(await caret.getByText('Olav Sørgard').count()).toBe(1)
    await a.page.waitForSelector('[data-here] [aria-label="Følg Olav Sørgard"]')
    await b.page.waitForSelector('[data-here] [aria-label="Følg Ingrid Moen"]')

    await caretAfter(a.page, 'Rådet gir råd')
    const typed = ' Det har ikke myndighet til å gjøre vedtak på vegne av kommunene.'
    const typing = b.page.keyboard.type(typed, { delay: 4 })
    for (const style of ['heading-2', 'quote', 'heading-1']) {
      await a.page.selectOption('[data-style]', style)
      await a.page.waitForTimeout(60)
    }
    await typing
    await saved(a.page)
    await saved(b.page)
    const found = (await blocksOf()).filter(({ text }) => text.startsWith('Rådet gir råd'))
    expect(found).toEqual([{ kind: 'heading', text: `Rådet gir råd.${typed}` }])
    await a.page.waitForSelector(`h2:has-text("på vegne av kommunene.")`)
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('writing at the end of one paragraph at once do not type into each other’s words', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(a.page, 'Kommunene oppnevner')
    await caretAfter(b.page, 'Kommunene oppnevner')
    await Promise.all([
      a.page.keyboard.type(' Ingrid var her.', { delay: 15 }),
      b.page.keyboard.type(' Olav var her.', { delay: 15 }),
    ])
    await saved(a.page)
    await saved(b.page)
    const text = (await blocksOf()).map((block) => block.text).join('\n')
    expect(text).toContain(' Ingrid var her.')
    expect(text).toContain(' Olav var her.')
    await a.context.close()
    await b.context.close()
  })

  test('undo takes back one’s own words only', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(a.page, 'Kommunene oppnevner')
    await a.page.keyboard.type(' Angres.')
    await saved(a.page)
    await b.page.waitForSelector('text=Angres.')
    await caretAfter(b.page, 'Kommunene oppnevner')
    await b.page.keyboard.type(' Blir.')
    await a.page.waitForSelector('text=Blir.')
    await a.page.keyboard.press('Control+z')
    await saved(a.page)
    const text = (await blocksOf()).map((block) => block.text).join('\n')
    expect(text).toContain('Blir.')
    expect(text).not.toContain('Angres.')
    await a.context.close()
    await b.context.close()
  })
})

describe('the save line', () => {
  test('says saved only when the server has acknowledged, and never before', async () => {
    const desk = await room.desk(browser, ingrid)
    let held: (string | Buffer)[] | undefined
    let release = () => {}
    await desk.page.routeWebSocket(/\/collab\//, (socket: WebSocketRoute) => {
      const server = socket.connectToServer()
      release = () => {
        for (const frame of held ?? []) socket.send(frame)
        held = undefined
      }
      server.onMessage((frame) => {
        if (held && typeof frame !== 'string' && frame[0] === messageTypes.ack) held.push(frame)
        else socket.send(frame)
      })
    })
    await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
    await desk.page.waitForSelector(words)
    held = []
    await caretAfter(desk.page, 'Kommunene oppnevner')
    await desk.page.keyboard.type(' Venter.')
    const line = desk.page.locator('[data-save]')
    await line.getByText('Lagrer …').waitFor()
    expect(await line.getAttribute('data-state')).toBe('saving')
    release()
    await line.getByText(/Lagret kl\.\s\d\d\.\d\d/).waitFor()
    await desk.context.close()
  })

  test('tells how many changes wait when the line is gone, and sends them when it is back', async () => {
    const desk = await room.desk(browser, ingrid)
    let open = true
    let cut = () => {}
    await desk.page.routeWebSocket(/\/collab\//, (socket: WebSocketRoute) => {
      if (!open) return void socket.close({ code: 1013, reason: 'gone' })
      socket.connectToServer()
      cut = () => void socket.close({ code: 1012, reason: 'gone' })
    })
    await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
    await desk.page.waitForSelector(words)
    await caretAfter(desk.page, 'Kommunene oppnevner')
    open = false
    cut()
    await desk.page.locator('[data-save]').getByText('Frakoblet').waitFor()
    await desk.page.keyboard.type(' Uten nett.')
    await desk.page
      .locator('[data-save]')
      .getByText(/Frakoblet\. \d+ endringer venter/)
      .waitFor()
    open = true
    await saved(desk.page)
    expect((await blocksOf()).map((block) => block.text).join()).toContain(' Uten nett.')
    await desk.context.close()
  })
})

describe('words that did not reach the server', () => {
  test.each([
    [4403, /Last siden på nytt/],
    [4401, /Du er logget ut/],
    [4409, /Last siden på nytt/],
  ])('are kept and offered to copy when it closes with %i', async (code, told) => {
    const desk = await room.desk(browser, ingrid)
    let open = true
    let cut = () => {}
    await desk.page.routeWebSocket(/\/collab\//, (socket: WebSocketRoute) => {
      const server = socket.connectToServer()
      socket.onMessage((frame) => {
        if (open) server.send(frame)
      })
      cut = () => void socket.close({ code, reason: 'closed' })
    })
    await desk.page.goto(`${room.url}/tekst/${room.joint.id}`)
    await desk.page.waitForSelector(words)
    open = false
    await caretAfter(desk.page, 'Kommunene oppnevner')
    await desk.page.keyboard.type(' Gikk ikke fram.')
    cut()
    const notice = desk.page.locator('[data-notice] [role="alert"]')
    await notice.waitFor()
    expect(await notice.textContent()).toMatch(told)
    expect(await notice.textContent()).toContain('Dette rakk ikke å bli lagret')
    expect(await notice.locator('textarea').inputValue()).toContain('Gikk ikke fram.')
    expect(await desk.page.locator(words).count()).toBe(0)
    expect(await axe(desk.page)).toEqual([])
    await desk.context.close()
  })
})

describe('who may not write', () => {
  test('reads, is told why, and cannot change a letter', async () => {
    const desk = await room.desk(browser, olav)
    await desk.page.goto(`${room.url}/tekst/${room.own.id}`)
    await desk.page.waitForSelector('.words[contenteditable="false"]')
    expect(await desk.page.locator('[data-notice]').textContent()).toContain('Øyer sin del')
    expect(await desk.page.locator('[data-toolbar]').isVisible()).toBe(false)
    await desk.page.locator('[data-save]').getByText('Skrivebeskyttet').waitFor()
    await desk.page.locator('.words').click()
    await desk.page.keyboard.type('Vågå var her')
    const { nb } = await readText(room.house, 1, room.own.id)
    expect(JSON.stringify(nb)).not.toContain('Vågå var her')
    expect(await axe(desk.page)).toEqual([])
    await desk.context.close()
  })

  test('without script reads the text as it stands', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await context.addCookies([{ name: 'sid', value: olav.token, url: room.url }])
    const page = await context.newPage()
    await page.goto(`${room.url}/tekst/${room.own.id}`)
    expect(await page.locator('.words').textContent()).toContain('Øyer skriver selv.')
    await context.close()
  })
})

describe('bokmål and nynorsk side by side', () => {
  test('tell what is missing, drafted, checked and outdated, and mark what the source changed', async () => {
    const { page, context, complaints } = await write(ingrid, `/tekst/${room.joint.id}?maal=begge`)
    const nb = page.locator('[data-paper="nb"]')
    const nn = page.locator('[data-paper="nn"]')
    const chips = () => nn.locator('.row-line .ds-tag').allTextContents()
    await expect.poll(chips).toEqual(['Utkast', 'Utkast', 'Mangler'])
    await nn.getByRole('button', { name: 'Lag utkast' }).click()
    await expect.poll(chips).toEqual(['Utkast', 'Utkast', 'Utkast'])
    await nn.getByText('Råd for deltidsinnbyggjarar').click()
    await page.keyboard.press('Control+Enter')
    await nn.getByRole('button', { name: 'Marker som kontrollert' }).first().click()
    await expect.poll(chips).toEqual(['Kontrollert', 'Kontrollert', 'Utkast'])
    await page.getByText('2 av 3 kontrollert').waitFor()
    await caretAfter(page, 'Rådet gir råd')
    await page.keyboard.type(' Nytt i kilden.')
    await expect.poll(chips).toEqual(['Kontrollert', 'Utdatert', 'Utkast'])
    expect(await nb.locator('.changed-words').textContent()).toContain('Nytt i kilden.')
    await saved(page)
    const tops = (side: string) =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('[data-paper="${side}"] .words > .in-row')].map((one) => Math.round(one.getBoundingClientRect().bottom))`,
      )
    expect(await tops('nn')).toEqual(await tops('nb'))
    const { doc } = await room.house.rooms.read(1, room.joint.id)
    expect(readTranslation(doc, 'nb')).toEqual({
      missing: 0,
      draft: 1,
      checked: 1,
      outdated: 1,
      total: 3,
    })
    expect(JSON.stringify(readSection(doc))).not.toContain('source')
    expect(await axe(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('comments', () => {
  test('stay on their words while a colleague writes, makes a heading of them and moves them', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    const mark = (page: Page) => page.locator('.words .commented')
    await caretAfter(b.page, 'Kommunene oppnevner')
    await move(b.page, 'Home')
    await move(b.page, 'Control+Shift+ArrowRight')
    await b.page.click('[data-command="comment"]')
    await b.page.keyboard.type('Skal det stå kommunene?')
    await b.page.getByRole('button', { name: 'Legg til' }).click()
    await mark(a.page).waitFor()
    expect((await mark(a.page).textContent())?.trim()).toBe('Kommunene')
    await a.page.locator('.comment-card', { hasText: 'Skal det stå kommunene?' }).waitFor()
    await caretAfter(a.page, 'Kommunene oppnevner')
    await move(a.page, 'Home')
    await a.page.keyboard.type('Alle ')
    await a.page.keyboard.press('Control+Shift+2')
    await move(a.page, 'Home')
    await a.page.keyboard.press('Enter')
    await saved(a.page)
    for (const { page } of [a, b]) {
      await expect.poll(async () => (await mark(page).textContent())?.trim()).toBe('Kommunene')
    }
    await a.page.locator('.comment-card').getByRole('button', { name: 'Svar', exact: true }).click()
    await a.page.keyboard.type('Ja, alle tolv.')
    await a.page.getByRole('button', { name: 'Send svaret' }).click()
    await b.page.getByText('Ja, alle tolv.').waitFor()
    expect(await axe(b.page)).toEqual([])
    await b.page.getByRole('button', { name: 'Merk som løst' }).click()
    await expect.poll(() => mark(a.page).count()).toBe(0)
    expect([...a.complaints, ...b.complaints]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('are made by those who may comment and not write, for their own municipality alone', async () => {
    const reader = await room.desk(browser, olav)
    await reader.page.goto(`${room.url}/tekst/${room.own.id}`)
    await reader.page.waitForSelector('.words[contenteditable="false"]')
    await reader.page.locator('.words > *').first().dblclick()
    await reader.page.getByRole('button', { name: 'Ny kommentar' }).click()
    await reader.page.selectOption('#comment-circle', 'municipality')
    await reader.page.fill('[data-comment-form] textarea', 'Bare for Vågå.')
    await reader.page.getByRole('button', { name: 'Legg til' }).click()
    await reader.page.locator('.comment-card', { hasText: 'Bare for Vågå.' }).waitFor()
    expect(await reader.page.locator('.words .commented').count()).toBe(1)
    const other = await write(ingrid, `/tekst/${room.own.id}`)
    await other.page.getByText('Ingen kommentarer.').waitFor()
    await other.context.close()
    await reader.context.close()
  })

  test('mention a colleague picked with the keyboard, who is led to the thread', async () => {
    const a = await write(ingrid)
    await caretAfter(a.page, 'Kommunene oppnevner')
    await a.page.click('[data-command="comment"]')
    await a.page.keyboard.type('Hva mener @ol')
    await a.page.getByRole('option', { name: 'Olav' }).waitFor()
    expect(await axe(a.page)).toEqual([])
    await a.page.keyboard.press('Enter')
    await a.page.keyboard.type('om dette?')
    await a.page.getByRole('button', { name: 'Legg til' }).click()
    const card = a.page.locator('.comment-card', { hasText: /Hva mener @Olav.* om dette/ })
    expect(await card.locator('.mention').innerText()).toMatch(/^@Olav/)
    const b = await room.desk(browser, olav)
    await deliver(room.house, letterCarriers(room.house, undefined))
    await b.page.goto(`${room.url}/varsler`)
    await b.page.getByRole('link', { name: /nevnte deg i en kommentar/ }).click()
    await b.page.locator('.comment-card:focus', { hasText: 'Hva mener @Olav' }).waitFor()
    await b.context.close()
    await card.getByRole('button', { name: 'Rediger' }).click()
    await a.page.keyboard.press('Control+End')
    await a.page.keyboard.type(' Svar i dag.')
    await a.page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await a.page.locator('.comment-card', { hasText: 'Svar i dag.' }).waitFor()
    await a.page.getByRole('button', { name: 'Merk som løst' }).first().click()
    await a.context.close()
  })

  test('whose words are deleted wait to be placed again, and stand where they are placed', async () => {
    const a = await write(ingrid)
    const b = await write(olav)
    await caretAfter(b.page, 'Rådet gir råd')
    await move(b.page, 'End')
    await b.page.keyboard.press('Enter')
    await b.page.keyboard.type('Dette avsnittet skal bort')
    await saved(b.page)
    await b.page.click('[data-command="comment"]')
    await b.page.keyboard.type('Hvem følger opp?')
    await b.page.getByRole('button', { name: 'Legg til' }).click()
    const card = a.page.locator('.comment-card', { hasText: 'Hvem følger opp?' })
    await card.waitFor()
    await caretAfter(b.page, 'skal bort')
    await move(b.page, 'Shift+Home')
    await b.page.keyboard.press('Delete')
    await b.page.keyboard.press('Backspace')
    await saved(b.page)
    await card.getByText('Ordene den sto ved, er borte.').waitFor()
    await a.page.locator('[data-comment-filter]').selectOption('lost')
    await caretAfter(a.page, 'Kommunene oppnevner')
    await move(a.page, 'Shift+Home')
    await card.getByRole('button', { name: 'Plasser her' }).click()
    await a.page.locator('[data-comment-filter]').selectOption('open')
    await expect
      .poll(async () => (await b.page.locator('.words .commented').allInnerTexts()).join())
      .toContain('oppnevner')
    await b.page.getByText('Sto før ved').waitFor()
    for (const { page, context } of [a, b]) {
      expect(await axe(page)).toEqual([])
      await context.close()
    }
  })
})

describe('the keyboard alone', () => {
  test('reaches every tool as one tab stop, with arrows inside', async () => {
    const { page, context } = await write(ingrid)
    await caretAfter(page, 'Kommunene oppnevner')
    await page.keyboard.press('Alt+F10')
    const focused = () => page.evaluate("document.activeElement?.getAttribute('data-command')")
    expect(await focused()).toBe('undo')
    await move(page, 'End')
    expect(await focused()).toBe('mode-suggest')
    await move(page, 'Home')
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('bold')
    expect(await page.locator('[data-toolbar] [tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await move(page, 'Shift+Home')
    await page.keyboard.press('Control+b')
    expect(await page.locator('[data-command="bold"]').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Control+b')
    await context.close()
  })

  test('makes lists with what is typed, moves items with Tab, and leaves the text with Escape and Tab', async () => {
    const { page, context } = await write(ingrid, `/tekst/${room.own.id}`)
    await caretAfter(page, 'Øyer skriver selv')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- ett')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('to')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('# Overskrift')
    await page.keyboard.press('Enter')
    await page.keyboard.type('@ {a} [b] €')
    await saved(page)
    const { nb } = await readText(room.house, 1, room.own.id)
    const shapes = nb.content?.map(({ attrs, content }) => {
      const { id: _, ...rest } = attrs ?? {}
      return [content?.[0]?.text, rest]
    })
    expect(shapes).toEqual([
      ['Øyer skriver selv.', {}],
      ['ett', { list: 'bullet' }],
      ['to', { list: 'bullet', indent: 1 }],
      ['Overskrift', { kind: 'heading' }],
      ['@ {a} [b] €', {}],
    ])
    const ids = nb.content?.map(({ attrs }) => attrs?.id) ?? []
    expect(new Set(ids).size).toBe(5)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement?.closest('.words') ?? null")).toBeNull()
    await context.close()
  })
})

describe('tables', () => {
  test('are written in by one while another adds a column and takes the head away', async () => {
    const path = `/tekst/${room.own.id}`
    const a = await write(ingrid, path)
    const b = await write(await room.writer('Anne Lie', 'planner', oyer), path)
    await a.page.locator('.words > *').last().click()
    await move(a.page, 'Control+End')
    await a.page.keyboard.press('Enter')
    await a.page.click('[data-command="table"]')
    await a.page.keyboard.type('Planbehov')
    await a.page.keyboard.press('Tab')
    await a.page.keyboard.type('År')
    await saved(a.page)
    const cell = b.page.locator('.words td', { hasText: 'Planbehov' })
    await cell.click()
    await move(b.page, 'End')
    const typing = b.page.keyboard.type(' i perioden', { delay: 20 })
    await a.page.click('[data-command="add-column"]')
    await a.page.click('[data-command="table-head"]')
    await typing
    for (let i = 0; i < 8; i++) await a.page.keyboard.press('Tab')
    await saved(a.page)
    await saved(b.page)
    const { nb } = await readText(room.house, 1, room.own.id)
    const table = nb.content?.find(({ type }) => type === 'table')
    expect(table?.attrs?.header).toBe(false)
    expect(table?.content?.map((row) => row.content?.length)).toEqual([4, 4, 4])
    expect(JSON.stringify(table)).toContain('Planbehov i perioden')
    expect(toHtml(nb)).toContain('<td>Planbehov i perioden</td>')
    expect(await axe(a.page)).toEqual([])
    await a.page.locator('.words td').first().click()
    await a.page.click('[data-command="remove-table"]')
    await saved(a.page)
    await a.context.close()
    await b.context.close()
  })
})

describe('finding', () => {
  test('goes from place to place, replaces one or all, and is one step to undo', async () => {
    const { page, context } = await write(ingrid, `/tekst/${room.own.id}`)
    await page.locator('.words > *').last().click()
    await move(page, 'Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Kommunen og kommunen og kommunene.')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('kommunen')
    const count = page.locator('[data-find-count]')
    await count.getByText('1 av 3').waitFor()
    await page.keyboard.press('Enter')
    await count.getByText('2 av 3').waitFor()
    await page.check('[data-find-exact]')
    await count.getByText('1 av 2').waitFor()
    await page.fill('[data-find-other]', 'fylket')
    await page.click('[data-does="all"]')
    await count.getByText('2 erstattet').waitFor()
    const text = async () => (await page.locator('.words > *').last().textContent()) ?? ''
    expect(await text()).toBe('Kommunen og fylket og fylkete.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(text).toBe('Kommunen og kommunen og kommunene.')
    await context.close()
  })
})

describe('what is pasted', () => {
  test('from Word, Google Docs and the web comes in clean', async () => {
    const { page, context, complaints } = await write(ingrid, `/tekst/${room.own.id}`)
    await page.locator('.words').click()
    await move(page, 'Control+a')
    await page.keyboard.press('Delete')
    await paste(page, pasted)
    await saved(page)
    const { nb } = await readText(room.house, 1, room.own.id)
    const shapes = nb.content?.map(({ attrs, content }) => {
      const { id: _, ...rest } = attrs ?? {}
      return [
        content
          ?.map((one) => [one.text, ...(one.marks ?? []).map((mark) => mark.type)].join('/'))
          .join('|'),
        rest,
      ]
    })
    expect(shapes).toEqual([
      ['Tittel', { kind: 'heading' }],
      ['Fet/bold| og vanlig tekst over to linjer', {}],
      ['første', { list: 'number' }],
      ['under', { list: 'bullet', indent: 1 }],
      ['Lov/link| og farlig', {}],
      ['punkt', { list: 'bullet' }],
    ])
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the pages about texts', () => {
  test('break no rule axe knows, at a desk and on a phone, and do not scroll sideways', async () => {
    const paths = [
      '/tekst',
      `/tekst/${room.joint.id}`,
      `/tekst/${room.joint.id}?maal=begge`,
      `/tekst/${room.joint.id}/versjoner`,
      `/tekst/${room.joint.id}?lang=nn`,
    ]
    for (const size of [
      { width: 1440, height: 1000 },
      { width: 360, height: 740 },
    ]) {
      const { page, context, complaints } = await room.desk(browser, ingrid, size)
      for (const path of paths) {
        await page.goto(room.url + path)
        if (/tekst\/\w+(\?|$)/.test(path)) await page.waitForSelector(words)
        expect(await axe(page), `${path} at ${size.width}`).toEqual([])
        expect(await sidewaysScroll(page), `${path} at ${size.width}`).toBe(0)
      }
      expect(complaints).toEqual([])
      await context.close()
    }
  })

  test('the editor’s scripts stay within what a slow line can bear', async () => {
    const { page, context } = await room.desk(browser, ingrid)
    const scripts: Request[] = []
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('.js')) scripts.push(request)
    })
    await page.goto(`${room.url}/tekst/${room.joint.id}`)
    await page.waitForSelector(words)
    const sizes = await Promise.all(scripts.map((request) => request.sizes()))
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThan(170_000)
    await context.close()
  })
})

// Last: it locks the text.
describe('a text that is frozen while it is open', () => {
  test('turns read-only at once and says who did it and what opens it again', async () => {
    const desk = await write(ingrid)
    await caretAfter(desk.page, 'Kommunene oppnevner')
    await desk.page.keyboard.type(' Sist.')
    await saved(desk.page)
    const { coordinator, does } = room
    // The tests before this one left a translation outdated, which asks for a reason to freeze.
    await room.house.rooms.write(1, room.joint.id, ingrid.person.id, (doc) => {
      for (const block of doc.getXmlFragment('nn').toArray()) {
        if (block instanceof XmlElement) block.setAttribute('source', '')
      }
    })
    await does(coordinator, 'start-review')
    await does(coordinator, 'record-steering-decision', {
      about: 'freeze-consultation-draft',
      reference: 'Sak 4/28',
    })
    await does(coordinator, 'freeze-consultation-draft')
    await desk.page.waitForSelector('.words[contenteditable="false"]')
    const notice = desk.page.locator('[data-notice] [role="alert"]')
    await notice.waitFor()
    expect(await notice.textContent()).toMatch(/Høringsutkast ble låst .* av Kari Bakken/)
    expect(await notice.textContent()).toContain('Teksten kan endres igjen når høringen er over')
    await desk.page.keyboard.type('etter låsing')
    expect(await desk.page.locator('.words').textContent()).not.toContain('etter låsing')
    expect(await axe(desk.page)).toEqual([])
    await desk.context.close()
  })
})

const pasted = `<html><head><style>p.x{color:red}</style></head><body><!--StartFragment-->
<h1>Tittel<o:p></o:p></h1>
<b id="docs-internal-guid-1" style="font-weight:normal"><p class="MsoNormal"><span style="font-weight:700">Fet</span> og vanlig
   tekst over\u202e to   linjer</p></b>
<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>   </span></span>første</p>
<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·<span>   </span></span>under</p>
<div><a href="https://lovdata.no">Lov</a> og <a href="javascript:alert(1)" onclick="alert(1)">farlig</a><script>alert(1)</script></div>
<ul>
  <li>punkt</li>
</ul>
<!--EndFragment--></body></html>`
