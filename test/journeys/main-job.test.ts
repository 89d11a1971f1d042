// The whole job in one walk: from the first draft to twelve decisions, in real browsers, with the service killed under
// way again and again. The numbers are those of the README's promise, in order.
import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import * as sync from 'y-protocols/sync'
import * as encoding from 'lib0/encoding'
import { openBrowser } from '../support/browser.ts'
import { startServer, type Server } from '../support/server.ts'
import { Cast, type Person } from './cast.ts'

type Strategy = {
  state: string
  sections: { id: string; code: string; zone: string; mayWrite: boolean }[]
  municipalities: { number: string; state: string; flags: string[] }[]
}

const oyer = '3440'
const vaga = '3435'
const writable = '.words[contenteditable="true"]'

let server: Server
let browser: Browser
let cast: Cast
let ingrid: Person
let olav: Person
let kari: Person

beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1' } })
  browser = await openBrowser()
  cast = new Cast(browser, () => server)
  await cast.gather()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

/// As a power cut would, and up again on the same folder and port.
async function killAndStart(): Promise<void> {
  await server.kill()
  server = await server.again()
}

const strategy = (role = 'coordinator', municipality?: string): Promise<Strategy> =>
  cast.reads(role, municipality, `/api/strategies/${cast.strategy}`)

const sectionOf = async (zone: string, code: string) =>
  (await strategy()).sections.find((one) => one.zone === zone && one.code === code)!

const stateOf = async (number: string) =>
  (await strategy()).municipalities.find((one) => one.number === number)!

const others = async () =>
  (await strategy()).municipalities.map((one) => one.number).filter((n) => n !== oyer && n !== vaga)

describe('the main job', { timeout: 180_000 }, () => {
  test('1 a page shows the strategy and where each of the twelve is', async () => {
    const page = await browser.newPage()
    await page.goto(server.url)
    expect(await page.title()).toContain('Felles planstrategi for Gudbrandsdalen 2028–2031')
    for (const name of ['Lillehammer', 'Øyer', 'Sør-Fron', 'Vågå', 'Dovre']) {
      await page.getByRole('link', { name, exact: true }).first().waitFor()
    }
    await page.close()
  })

  test('2 two planners write one chapter at once, see each other, and a kill loses nothing', async () => {
    ingrid = await cast.comes('Ingrid Moen')
    olav = await cast.comes('Olav Sørgard')
    const { id } = await sectionOf('joint', 'F5')
    for (const { page } of [ingrid, olav]) {
      await page.goto(`${server.url}/tekst/${id}`)
      await page.waitForSelector(writable)
    }
    const paragraph = 'Rådet gir råd.'
    for (const { page } of [ingrid, olav]) {
      await page.locator('.words > *', { hasText: paragraph }).first().click()
      await page.keyboard.press('End')
    }
    await ingrid.page.locator('.their-caret', { hasText: 'Olav Sørgard' }).waitFor()
    await olav.page.waitForSelector('[data-here] [aria-label$="Ingrid Moen"]')
    const words = ' Olav skriver mens Ingrid lager overskrift.'
    const typing = olav.page.keyboard.type(words, { delay: 8 })
    await ingrid.page.selectOption('[data-style]', 'heading-2')
    await typing
    for (const { page } of [ingrid, olav])
      await page.waitForSelector('[data-save][data-saved="true"]')
    await killAndStart()
    await olav.page.goto(`${server.url}/tekst/${id}`)
    await olav.page.waitForSelector(writable)
    const heading = olav.page.locator('.words h3', { hasText: paragraph })
    expect(await heading.textContent()).toContain(words)
  })

  test('3 a municipality’s own chapter is its own, also for a hand-made socket', async () => {
    const { id } = await sectionOf(oyer, 'K1')
    await olav.page.goto(`${server.url}/tekst/${id}`)
    await olav.page.waitForSelector('.words')
    expect(await olav.page.locator(writable).count()).toBe(0)
    const text = await olav.page.locator('.words').first().textContent()

    const doc = new Y.Doc()
    doc.getXmlFragment('nb').insert(0, [new Y.XmlElement('block')])
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, 0)
    sync.writeUpdate(frame, Y.encodeStateAsUpdate(doc))
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/collab/${id}`, {
      headers: { cookie: await cast.cookie(cast.holder('planner', vaga)), origin: server.url },
    })
    const code = await new Promise((resolve) => {
      socket.on('open', () => socket.send(encoding.toUint8Array(frame)))
      socket.on('close', resolve)
    })
    expect(code).toBe(4403)
    await ingrid.page.goto(`${server.url}/tekst/${id}`)
    await ingrid.page.waitForSelector(writable)
    expect(await ingrid.page.locator('.words').first().textContent()).toBe(text)
  })

  test('4 the common part is frozen and open editors turn read-only and say why; so is an own part', async () => {
    kari = await cast.comes('Kari Bakken')
    const { id } = await sectionOf('joint', 'F5')
    for (const { page } of [ingrid, olav]) {
      await page.goto(`${server.url}/tekst/${id}`)
      await page.waitForSelector(writable)
    }
    await cast.day('2028-03-13')
    await cast.records(kari, '/felles/registrer/start-review')
    await cast.records(kari, '/felles/registrer/record-steering-decision', {
      about: 'freeze-consultation-draft',
      reference: 'Styringsgruppen, sak 4/28',
    })
    const frozen = await cast.records(kari, '/felles/registrer/freeze-consultation-draft')
    expect(frozen).toBe(303)
    for (const { page } of [ingrid, olav]) {
      await page.waitForSelector('.words:not([contenteditable="true"])')
      await page.getByText(/låst/i).first().waitFor()
    }
    await cast.records(ingrid, `/kommune/${oyer}/registrer/choose-master-plan`, {
      societal: 'unchanged',
      landUse: 'partly',
    })
    expect(await cast.records(ingrid, `/kommune/${oyer}/registrer/freeze-own-part`)).toBe(303)
    const sent = await cast.records(ingrid, `/kommune/${oyer}/registrer/submit-for-first-treatment`)
    expect(sent).toBe(303)
    await killAndStart()
    expect((await strategy()).state).toBe('F50')
    expect((await stateOf(oyer)).state).toBe('K30')
    const versions = await cast.reads<{ scope: string; hash: string }[]>(
      'coordinator',
      undefined,
      `/api/strategies/${cast.strategy}/versions`,
    )
    expect(versions.filter((v) => v.scope === 'joint')).toHaveLength(1)
    expect(versions.filter((v) => v.scope === 'section').length).toBeGreaterThanOrEqual(13)
    for (const { hash } of versions.slice(0, 5)) {
      const bytes = await fetch(`${server.url}/api/strategies/${cast.strategy}/versions/${hash}`, {
        headers: { cookie: await cast.cookie(cast.holder('coordinator')) },
      })
      const sum = createHash('sha256').update(Buffer.from(await bytes.arrayBuffer()))
      expect(sum.digest('hex')).toBe(hash)
    }
  })

  test('5 each goes its own way: treated, made public, its own thirty days', async () => {
    await cast.day('2028-03-30')
    const bente = await cast.comes('Bente Solbakken')
    const treated = await cast.records(bente, `/kommune/${oyer}/registrer/record-first-treatment`, {
      body: 'formannskap',
      outcome: 'laid-out',
      actedOn: '28.03.2028',
    })
    expect(treated, server.said()).toBe(303)
    const published = await cast.records(ingrid, `/kommune/${oyer}/registrer/record-publication`, {
      publishedOn: '30.03.2028',
      deadlineOn: '12.05.2028',
      consultees: 'all',
    })
    expect(published).toBe(303)
    expect((await stateOf(oyer)).state).toBe('K50')
    expect((await strategy()).state).toBe('F60')
    for (const number of [...(await others()), vaga]) {
      const choice = { societal: 'unchanged', landUse: 'partly' }
      await cast.sends('planner', number, 'choose-master-plan', '2028-03-30', choice)
      await cast.sends('planner', number, 'freeze-own-part', '2028-03-30')
      await cast.sends('planner', number, 'submit-for-first-treatment', '2028-03-30')
      await cast.sends('council-secretary', number, 'record-first-treatment', '2028-03-30', {
        body: 'formannskap',
        outcome: 'laid-out',
      })
      await cast.sends('planner', number, 'record-publication', '2028-03-30', {
        publishedOn: '2028-03-30',
        deadlineOn: '2028-05-12',
        consultees: ['Statsforvalteren i Innlandet'],
      })
    }
    await bente.context.close()
  })

  test('6 anyone answers without an account, and the answer to it is written once for all', async () => {
    const anyone = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await anyone.goto(`${server.url}/s/${cast.slug}/tekst`)
    const links = anyone.getByRole('link', { name: /^Uttal deg/ })
    const target = await links.nth(4).getAttribute('href')
    await anyone.goto(new URL(target!, `${server.url}/s/${cast.slug}/`).href)
    await anyone.locator('[name="tekst-0"]').fill('Vi på hytta vil også høres.')
    await anyone.locator('form button.ds-button').last().click()
    await anyone.waitForLoadState()
    for (let step = 0; step < 3 && !/\/uttalelse\//.test(anyone.url()); step++) {
      await anyone.locator('main form button.ds-button:not([data-variant])').last().click()
      await anyone.waitForLoadState()
    }
    expect(anyone.url()).toContain('/uttalelse/')
    const receipt = anyone.url()
    await anyone.getByText(/\b1\b/).first().waitFor()
    await killAndStart()

    await ingrid.page.goto(`${server.url}/innspill/1-1`)
    await ingrid.page.getByText('Vi på hytta vil også høres.').first().waitFor()
    await ingrid.page.locator('[name="outcome"][value="accepted"]').check({ force: true })
    await ingrid.page.locator('[name="assessment"]').fill('Rådet for deltidsinnbyggere er med.')
    await ingrid.page.locator('[data-answer-form] button').first().click()
    await ingrid.page.waitForLoadState()
    await olav.page.goto(`${server.url}/innspill/1-1`)
    expect(await olav.page.locator('main').textContent()).toContain(
      'Rådet for deltidsinnbyggere er med.',
    )
    await anyone.goto(receipt)
    await anyone.getByText('Rådet for deltidsinnbyggere er med.').first().waitFor()
    await anyone.close()
  })

  test('7 an unlawful date is refused with the first lawful one; the mayor may override, the vote is recorded', async () => {
    await cast.day('2028-06-01')
    expect((await stateOf(oyer)).state).toBe('K60')
    await cast.records(ingrid, `/kommune/${oyer}/registrer/start-treating`)
    await cast.records(kari, '/felles/registrer/record-steering-decision', {
      about: 'freeze-final-proposal',
      reference: 'Styringsgruppen, sak 9/28',
    })
    await olav.page.goto(`${server.url}/tekst/${(await sectionOf('joint', 'F5')).id}`)
    await olav.page.waitForSelector(writable)
    await olav.page.locator('.words > *', { hasText: 'Rådet gir råd.' }).first().click()
    await olav.page.keyboard.press('End')
    await olav.page.keyboard.type(' Rådet møtes to ganger i året.')
    await olav.page.waitForSelector('[data-save][data-saved="true"]')
    await cast.sends('coordinator', undefined, 'freeze-final-proposal', '2028-06-01', {
      changes: [{ zone: 'joint', kind: 'material', section: 'F5', text: 'Nytt om rådet.' }],
    })
    await cast.records(ingrid, `/kommune/${oyer}/registrer/submit-for-recommendation`)
    expect((await stateOf(oyer)).state).toBe('K80')
    const again = await cast.records(ingrid, `/kommune/${oyer}/registrer/record-publication`, {
      publishedOn: '01.06.2028',
    })
    expect(again).toBe(303)

    const bente = await cast.comes('Bente Solbakken')
    const schedule = `/kommune/${oyer}/registrer/schedule-council`
    expect(await cast.records(bente, schedule, { meetingOn: '22.06.2028' })).toBe(422)
    const refused = (await bente.page.locator('main').innerText()).replaceAll('\u00a0', ' ')
    expect(refused).toMatch(/21 dager/)
    expect(refused).toMatch(/1\.\s+juli/)
    expect((await stateOf(oyer)).state).toBe('K80')

    const tone = await cast.comes('Tone Lillegård')
    expect(await cast.records(tone, schedule, { meetingOn: '22.06.2028' })).toBe(422)
    for (const reason of await tone.page.locator('textarea[name^="_override."]').all()) {
      await reason.fill('Kommunestyret ber om saken før sommeren.')
    }
    const answer = tone.page.waitForResponse((r) => r.request().method() === 'POST')
    await tone.page.locator('button[name="_send"]').click()
    expect((await answer).status()).toBe(303)
    expect((await stateOf(oyer)).state).toBe('K90')
    await killAndStart()

    await cast.day('2028-06-23')
    const voted = await cast.records(bente, `/kommune/${oyer}/registrer/record-decision`, {
      actedOn: '22.06.2028',
      outcome: 'unchanged',
      'votes.for': '20',
      'votes.against': '3',
    })
    expect(voted).toBe(303)
    const decided = await stateOf(oyer)
    expect(decided.state).toBe('K100')
    expect(decided.flags).toContain('brudd_30_dager')
    expect(decided.flags.some((flag) => flag.startsWith('overstyrt_'))).toBe(true)
    await bente.context.close()
    await tone.context.close()
  })

  test('7 what has happened is recorded weeks late from far behind; changed words wait until worked in and confirmed', async () => {
    await cast.day('2028-07-20')
    const magnhild = await cast.comes('Magnhild Kleppe')
    const recorded = await cast.records(magnhild, `/kommune/${vaga}/registrer/record-decision`, {
      actedOn: '29.06.2028',
      outcome: 'changed',
      'votes.for': '12',
      'votes.against': '5',
      'changes.0.text': 'Rådet skal ha fast leiar.',
      'changes.0.zone': 'joint',
      'changes.0.kind': 'material',
      'changes.0.section': 'F5',
    })
    expect(recorded).toBe(303)
    const late = await stateOf(vaga)
    expect(late.state).toBe('K101')
    expect(late.flags).toContain('steg_ikke_registrert')
    expect(late.flags).toContain('avvik_fellesdel')
    const ledger = await browser.newPage()
    await ledger.goto(`${server.url}/s/${cast.slug}/vedtak`)
    await ledger
      .getByText(/ikke innarbeidet/)
      .first()
      .waitFor()

    await olav.page.goto(`${server.url}/kommune/${vaga}/vedtatt-tekst`)
    await olav.page.locator('a[href*="del=joint.F5"]').first().click()
    await olav.page.locator('main form summary', { hasText: 'Bokmål' }).click()
    for (const language of ['nb', 'nn']) {
      const words = olav.page.locator(`textarea[name^="${language}."]`).first()
      await words.fill(`${await words.inputValue()} Rådet skal ha fast leiar.`)
    }
    await olav.page.locator('main form button').last().click()
    await olav.page.waitForURL(/done=saved/)
    await olav.page.locator('form[action$="/ferdig"] button').click()
    await olav.page.waitForLoadState()
    const sigurd = await cast.comes('Sigurd Håkenstad')
    const confirm = `/kommune/${vaga}/registrer/confirm-adopted-text`
    await sigurd.page.goto(server.url + confirm)
    const edition = await sigurd.page.locator('[name="edition"]').first().inputValue()
    expect(edition).toMatch(/^[0-9a-f]{64}$/)
    expect(await cast.records(sigurd, confirm)).toBe(303)
    await ledger.reload()
    expect(await ledger.getByText(/ikke innarbeidet/).count()).toBe(0)
    const text = await fetch(`${server.url}/s/${cast.slug}/v/${edition}`)
    expect(text.status).toBe(200)
    expect(await text.text()).toContain('Rådet skal ha fast leiar.')
    await ledger.close()
    await magnhild.context.close()
    await sigurd.context.close()
  })

  test('8 the board shows twelve rows and updates by itself; the joint status follows from the twelve', async () => {
    await kari.page.goto(`${server.url}/tavle`)
    expect(await kari.page.locator('tbody tr th[scope="row"]').count()).toBe(13)
    await kari.page
      .getByText(/2 av 12/)
      .first()
      .waitFor()
    const [first, ...rest] = await others()
    await cast.sends('council-secretary', first, 'record-decision', '2028-07-19', {
      outcome: 'unchanged',
      votes: 'unanimous',
    })
    await kari.page
      .getByText(/3 av 12/)
      .first()
      .waitFor({ timeout: 10_000 })
    for (const [i, number] of rest.entries()) {
      const outcome =
        ['unchanged', 'unchanged', 'postponed', 'sent-back', 'rejected'][i] ?? 'unchanged'
      await cast.sends('council-secretary', number, 'record-decision', '2028-07-20', {
        outcome,
        votes: 'unanimous',
      })
    }
    await killAndStart()
    await kari.page.goto(`${server.url}/tavle`)
    const sentence = await kari.page.locator('main').textContent()
    expect(sentence).toMatch(/9 av 12 deltakere har vedtatt/)
    expect(sentence).toMatch(/Vågå avviker i kapittel 5/)
    expect((await strategy()).state).toBe('F90')
  })

  test('9 the public page lists twelve decisions, each with a text that can be read and whose sum is right', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/s/${cast.slug}/vedtak`)
    expect(await page.locator('tbody tr').count()).toBe(12)
    const links = await page
      .locator(`tbody a[href*="/v/"], tbody a[href*="/versjon/"]`)
      .evaluateAll((list: unknown[]) =>
        list.map((a) => (a as { getAttribute(name: string): string }).getAttribute('href')),
      )
    const hashes = [...new Set(links.map((href) => href.split('/').at(-1)!))]
    expect(hashes.length).toBeGreaterThanOrEqual(9)
    for (const hash of hashes) {
      const shown = await fetch(`${server.url}/s/${cast.slug}/v/${hash}`)
      expect(shown.status).toBe(200)
      const bytes = await fetch(`${server.url}/api/strategies/${cast.strategy}/versions/${hash}`)
      const sum = createHash('sha256').update(Buffer.from(await bytes.arrayBuffer()))
      expect(sum.digest('hex')).toBe(hash)
    }
    await page.close()
  })

  test('10 after the last kill everything acknowledged is there, and the journal folds to what is stored', async () => {
    const before = await strategy()
    await killAndStart()
    expect(await strategy()).toEqual(before)
    const entries = await cast.reads<{ seq: number; prevHash: string; hash: string }[]>(
      'coordinator',
      undefined,
      `/api/strategies/${cast.strategy}/municipalities/${oyer}/events`,
    )
    const inOrder = [...entries].sort((a, b) => a.seq - b.seq)
    for (const [i, entry] of inOrder.entries()) {
      if (i > 0) expect(entry.prevHash).toBe(inOrder[i - 1]!.hash)
    }
    expect(inOrder.length).toBeGreaterThan(8)
  })
})
