// The public pages as people meet them, in a real browser: both languages, wide and narrow, with and without script.
import type { Browser, Page } from 'playwright-core'
import { createHash } from 'node:crypto'
import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addComment, changeThread, insertThread } from '../../db/comment.ts'
import { sectionsOf } from '../../db/strategy.ts'
import { lesja, oyer, vaga } from '../service/door/play.ts'
import { axe, complaintsOf, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { decideTwo, publicHouse, type PublicHouse } from './public-house.ts'

let browser: Browser
let h: PublicHouse
beforeAll(async () => {
  h = await publicHouse()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
})

type Window = { width?: number; lang?: string; script?: boolean; dark?: boolean }

async function open({ width = 1440, lang = 'nb', script = true, dark = false }: Window = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: lang === 'nn' ? 'nn-NO' : 'nb-NO',
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return { page, complaints: complaintsOf(page), close: () => context.close() }
}

const pages = async (): Promise<string[]> => {
  const joint = (await h.versions('joint')).find((v) => v.scope === 'joint')!.hash
  const edition = (await h.versions(oyer)).find((v) => v.scope === 'edition')!.hash
  return [
    h.url,
    h.base,
    `${h.base}/tekst`,
    `${h.base}/tekst?kommune=${vaga}`,
    `${h.base}/tekst?kommune=${lesja}`,
    `${h.base}/uttale`,
    `${h.base}/uttale?punkt=joint.F1.a`,
    `${h.base}/uttale?ingen=1`,
    `${h.base}/uttalelser`,
    `${h.base}/vedtak`,
    `${h.base}/kommune/${oyer}`,
    `${h.base}/kommune/${lesja}`,
    `${h.base}/v/${joint}`,
    `${h.base}/forskjell?fra=${joint}&til=${edition}`,
    `${h.base}/versjon/${edition}`,
    `${h.base}/om`,
    `${h.url}/tilgjengelighet`,
    `${h.url}/personvern`,
    `${h.url}/apne-data`,
  ]
}

/// axe takes most of a page's time: by day it sees every page once a written language, by night in every window.
const thoroughly = (lang: string, width: number): boolean =>
  process.env.LONG !== undefined ||
  `${lang} ${width}` === 'nb 1440' ||
  `${lang} ${width}` === 'nn 360'

const wrongOn = async (page: Page, complaints: string[], thorough = true): Promise<string[]> => {
  const wrong = [...(thorough ? await axe(page) : []), ...complaints.splice(0)]
  const wide = await sidewaysScroll(page)
  if (wide > 0) wrong.push(`${wide} px too wide`)
  const shown = await page.locator('body').innerText()
  if (/\b[FK]\d{2,3}\b/.test(shown)) wrong.push(`a state's code is shown`)
  if (/undefined|\[object|NaN/.test(shown)) wrong.push('something is not said')
  return wrong.map((text) => `${page.url()} ${text}`)
}

describe('public pages', () => {
  for (const lang of ['nb', 'nn', 'en']) {
    for (const width of lang === 'en' ? [360] : [1440, 360]) {
      test(`are whole in ${lang} at ${width} px`, { timeout: 120_000 }, async () => {
        const { page, complaints, close } = await open({ width, lang })
        const wrong: string[] = []
        let looked = 0
        for (const address of await pages()) {
          const there = new URL(address)
          there.searchParams.set('lang', lang)
          const answer = await page.goto(there.href)
          expect(answer?.status(), address).toBe(200)
          expect(await page.locator('html').getAttribute('lang')).toBe(lang)
          wrong.push(...(await wrongOn(page, complaints, thoroughly(lang, width))))
          looked++
        }
        await close()
        expect(wrong).toEqual([])
        expect(looked).toBe(19)
      })
    }
  }

  test('are whole in the dark', async () => {
    const { page, complaints, close } = await open({ dark: true })
    const wrong: string[] = []
    for (const address of [h.base, `${h.base}/tekst`, `${h.base}/vedtak`]) {
      await page.goto(address)
      wrong.push(...(await wrongOn(page, complaints)))
    }
    await close()
    expect(wrong).toEqual([])
  })

  test('weigh less than 100 kB with everything they fetch, named by content and kept for ever', async () => {
    const { page, close } = await open()
    for (const address of [h.base, `${h.base}/tekst`]) {
      const fetched = new Set<string>()
      page.on('request', (request) => fetched.add(request.url().split('#')[0]!))
      await page.goto(address, { waitUntil: 'networkidle' })
      page.removeAllListeners('request')
      const parts = await Promise.all([...fetched].map(onTheWire))
      const weight = parts.reduce((sum, part) => sum + part.bytes, 0)
      expect(parts.length, address).toBeGreaterThan(4)
      expect(weight, JSON.stringify(parts)).toBeGreaterThan(60_000)
      expect(weight, JSON.stringify(parts)).toBeLessThan(100_000)
      const renewed = parts.filter((part) => !part.kept).map((part) => part.url)
      expect(renewed).toEqual([address])
    }
    await close()
  })
})

/// Bytes of the answer as they travel, compressed the way a browser asks for.
const onTheWire = (url: string): Promise<{ url: string; bytes: number; kept: boolean }> =>
  new Promise((resolve, reject) => {
    const ask = get(url, { headers: { 'accept-encoding': 'gzip, br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () =>
        resolve({ url, bytes, kept: /immutable/.test(answer.headers['cache-control'] ?? '') }),
      )
    })
    ask.on('error', reject)
  })

describe('the text', () => {
  test('has numbered paragraphs that lead to themselves and to the form', async () => {
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/tekst`)
    const para = page.locator('.para', { hasText: 'Hva vi vil sammen' })
    expect(await para.locator('.para-no').innerText()).toBe('1-1')
    expect(await para.locator('.para-no').getAttribute('href')).toBe('#F1-a')
    await para.locator('a.say').click()
    expect(await page.locator('blockquote').innerText()).toBe('Hva vi vil sammen')
    await close()
  })

  test('shows what a municipality answers publicly, beside its paragraph and in its name', async () => {
    const { db } = h.play.house.store
    const at = '2028-05-02T09:00:00.000Z'
    const section = (await sectionsOf(db, 1, h.play.strategy, 'joint')).find(
      (s) => s.code === 'F1',
    )!
    const thread = { region: 1, id: 't1', section: section.id, lang: 'nb', block: 'a', quote: '' }
    const rest = { must: 0, anchor_from: '{}', anchor_to: '{}', municipality: oyer, person: 'x' }
    const said = { region: 1, thread: 't1', person: 'x', behalf_of: oyer, at }
    await db.transaction().execute(async (trx) => {
      await insertThread(trx, { ...thread, ...rest, circle: 'public', created_at: at })
      await addComment(trx, { ...said, body: 'Vi følger dette opp i handlingsdelen.' }, [])
      await insertThread(trx, { ...thread, ...rest, id: 't2', circle: 'twelve', created_at: at })
      await addComment(trx, { ...said, thread: 't2', body: 'Bare for de tolv.' }, [])
    })
    for (const width of [1440, 360]) {
      const { page, close } = await open({ width })
      await page.goto(`${h.base}/tekst`)
      const answer = page.locator('.para:has-text("Hva vi vil sammen") + .public-answers')
      expect(await answer.innerText()).toContain('Svar fra Øyer kommune')
      expect(await answer.innerText()).toContain('Vi følger dette opp')
      expect(await page.getByText('Bare for de tolv.').count()).toBe(0)
      expect(await axe(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
      await close()
    }
    await changeThread(db, 1, 't1', { resolved_at: at })
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/tekst`)
    expect(await page.locator('.public-answers').count()).toBe(0)
    await close()
  })

  test('is not there before a municipality has published its part', async () => {
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/tekst?kommune=${lesja}`)
    expect(await page.locator('.empty').innerText()).toContain('Lesja har ikke lagt ut')
    expect(await page.locator('.para').count()).toBe(0)
    await close()
  })

  test('in another language than the page says so', async () => {
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/tekst?kommune=${vaga}`)
    expect(await page.locator('.chapter').first().getAttribute('lang')).toBe('nn')
    await close()
  })

  test('is rendered from bytes whose checksum is the one shown', async () => {
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/tekst`)
    await page.locator('.text-bar a.hash').click()
    const sum = await page.locator('.checksum').first().innerText()
    expect(await page.locator('article').innerText()).toContain('Hva vi vil sammen')
    const href = await page.getByRole('link', { name: 'De lagrede bytene' }).getAttribute('href')
    const stored = await (await page.request.get(h.url + href!)).body()
    expect(createHash('sha256').update(stored).digest('hex')).toBe(sum)
    await close()
  })

  test('is compared with another public one, chapter by chapter, and with no other', async () => {
    const { page, close } = await open({ script: false })
    const [joint, edition] = await Promise.all([
      h.versions('joint').then((list) => list.find((v) => v.scope === 'joint')!.hash),
      h.versions(oyer).then((list) => list.find((v) => v.scope === 'edition')!.hash),
    ])
    const compare = (til: string) => page.goto(`${h.base}/forskjell?fra=${joint}&til=${til}`)
    await compare(edition)
    expect(await page.locator('ins').allInnerTexts()).toEqual([
      expect.stringContaining(`Særtrekk i ${oyer}`),
    ])
    await compare(joint)
    expect(await page.locator('main').innerText()).toContain('Ordene er like i de to tekstene')
    expect((await compare('0'.repeat(64)))?.status()).toBe(404)
    await close()
  })

  test('that is not public is not found, by its page nor by its beginning', async () => {
    const { page, close } = await open({ script: false })
    const hidden = await notPublic()
    for (const path of [
      `/v/${hidden}`,
      `/versjon/${hidden}`,
      `/v/${hidden.slice(0, 8)}`,
      '/v/zz',
    ]) {
      expect((await page.goto(h.base + path))?.status(), path).toBe(404)
    }
    await close()
  })
})

/// A version Lesja has frozen and not published.
async function notPublic(): Promise<string> {
  const { play: p } = h
  await p.in(lesja, 'choose-master-plan', '2028-05-02', { societal: 'full', landUse: 'full' })
  await p.in(lesja, 'freeze-own-part', '2028-05-02')
  const own = (await h.versions(lesja)).find((v) => v.scope === 'own')!
  expect(own.publicOn).toBeNull()
  return own.hash
}

describe('a submission', () => {
  test('goes from the paragraph to a numbered receipt without script', async () => {
    const { page, complaints, close } = await open({ script: false, width: 360 })
    await page.goto(`${h.base}/uttale?punkt=joint.F1.a`)
    await page.getByRole('button', { name: 'Se over' }).click()
    expect(await page.title()).toMatch(/^Feil: /)
    expect(await page.locator('.ds-error-summary a').getAttribute('href')).toBe('#felt-tekst-0')
    await page.getByLabel('Støtter med endring').check()
    await page.getByLabel('Begrunn det gjerne').fill('Ta med\nkollektivtrafikk')
    await page.getByRole('button', { name: 'Se over' }).click()
    await page.getByLabel('E-post').fill('styret@kvamsfjellet')
    await page.getByLabel('Navn').fill('Hytteeierlaget')
    await page.getByRole('button', { name: 'Send uttalelsen' }).click()
    expect(await page.title()).toMatch(/^Feil: /)
    expect(await page.getByLabel('Navn').inputValue()).toBe('Hytteeierlaget')
    expect(await page.getByLabel('E-post').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('E-post').fill('styret@kvamsfjellet.no')
    await page.getByRole('button', { name: 'Send uttalelsen' }).click()
    expect(page.url()).toMatch(/\/uttalelse\/[\w-]{20,}\?sendt=1$/)
    const said = await page.locator('main').innerText()
    expect(said).toContain('Uttalelse nummer 1')
    expect(said).toContain('Ta med\nkollektivtrafikk')
    expect(said).not.toContain('styret@')
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
    await close()
  })

  test('is written in a drawer, kept through a reload, sent whole and then forgotten', async () => {
    const { page, complaints, close } = await open()
    await page.goto(`${h.base}/tekst`)
    await page.locator('.para', { hasText: 'Hva vi vil sammen' }).locator('a.say').click()
    const drawer = page.locator('dialog[open]')
    expect(await drawer.locator('[data-quote]').innerText()).toBe('Hva vi vil sammen')
    expect(await axe(page)).toEqual([])
    await drawer.locator('label', { hasText: 'Er imot' }).click()
    await drawer.getByLabel('Begrunn det gjerne').fill('Fordi')
    await page.keyboard.press('Escape')
    await page.reload()
    expect(await page.locator('.mine').innerText()).toContain('Er imot')
    await page.locator('.para', { hasText: 'Slik følger vi opp' }).locator('a.say').click()
    await drawer.getByLabel('Begrunn det gjerne').fill('Og dette')
    await drawer.locator('[data-send]').click()
    await page.waitForURL('**/uttale')
    const sent = await page.locator('dl.facts').innerText()
    expect(sent).toContain('Fordi')
    expect(sent).toContain('Og dette')
    await page.getByRole('button', { name: 'Send uttalelsen' }).click()
    await page.waitForURL('**/uttalelse/**')
    expect(await page.locator('section.box').count()).toBe(2)
    await page.goto(`${h.base}/tekst`)
    expect(await page.locator('.mine').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('with an identity number is refused with the field named, and nothing written is lost', async () => {
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/uttale`)
    await page.getByLabel('Begrunn det gjerne').fill('Jeg er 13097248022')
    await page.getByRole('button', { name: 'Se over' }).click()
    await page.getByRole('button', { name: 'Send uttalelsen' }).click()
    expect(await page.locator('.ds-error-summary').innerText()).toContain('fødselsnummeret')
    expect(await page.getByLabel('Begrunn det gjerne').inputValue()).toBe('Jeg er 13097248022')
    await close()
  })

  test('about one municipality’s own part goes to that municipality alone', async () => {
    const { page, close } = await open({ script: false })
    await page.goto(`${h.base}/tekst?kommune=${oyer}`)
    await page.locator('.para a.say').last().click()
    expect(await page.getByLabel('Hvem vil du si det til?').inputValue()).toBe(oyer)
    await page.getByLabel('Støtter', { exact: true }).check()
    await page.getByRole('button', { name: 'Se over' }).click()
    await page.getByRole('button', { name: 'Send uttalelsen' }).click()
    expect(await page.locator('dl.facts').innerText()).toMatch(/Til\s+Øyer$/)
    await close()
  })

  test('with a receipt that opens nothing is not found', async () => {
    const { page, close } = await open({ script: false })
    expect((await page.goto(`${h.base}/uttalelse/${'x'.repeat(43)}`))?.status()).toBe(404)
    await close()
  })
})

describe('the decisions', () => {
  beforeAll(() => decideTwo(h))

  test('stand with name, date and checksum, and with their words while not worked in', async () => {
    const { page, complaints, close } = await open()
    await page.goto(`${h.base}/vedtak`)
    const row = (name: string) => page.locator('tbody tr', { hasText: name })
    expect(await row('Øyer').innerText()).toMatch(
      /Vedtatt uendret[\s\S]*31\.\u00a0august 2028[\s\S]*KS 61\/28/,
    )
    expect(await row('Vågå').innerText()).toContain('ikke innarbeidet')
    expect(await row('Lesja').innerText()).not.toContain('Vedtatt')
    expect(await wrongOn(page, complaints)).toEqual([])
    await row('Øyer').locator('a.hash').last().click()
    expect(await page.locator('article').innerText()).toContain(`Særtrekk i ${oyer}`)
    await page.goto(`${h.base}/kommune/${vaga}`)
    expect(await page.locator('main').innerText()).toContain('«2029» blir «2030»')
    expect(await wrongOn(page, complaints)).toEqual([])
    await close()
  })

  test('are had as a table for a spreadsheet, with whole checksums', async () => {
    const answer = await h.play.get('/s/felles-2028/vedtak.csv')
    const lines = (await answer.text()).replace('\ufeff', '').trim().split('\r\n')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(lines).toHaveLength(4)
    expect(lines.find((line) => line.includes('Øyer'))).toMatch(
      /2028-08-31;KS 61\/28;Enstemmig;[0-9a-f]{64};[0-9a-f]{64}$/,
    )
  })
})
