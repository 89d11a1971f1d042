// Rows and choices inside a chapter, as two planners meet them: changed where they stand, and never over each other.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sectionsOf, type SectionRow } from '../../db/strategy.ts'
import { planNeedsOf } from '../../service/plan-need/plan-needs.ts'
import { newId } from '../../service/sign-in/token.ts'
import { axe, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { oyer, vaga, writingRoom, type Writer, type WritingRoom } from './writing-room.ts'

vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
let room: WritingRoom
let ingrid: Writer
let olav: Writer
let needs: SectionRow
let choice: SectionRow

beforeAll(async () => {
  browser = await openBrowser()
  room = await writingRoom()
  ingrid = await room.writer('Ingrid Moen', 'planner', oyer)
  olav = await room.writer('Olav Sørgard', 'planner', vaga)
  const { strategy } = room.joint
  for (const [code, title, zone] of [
    ['F6', 'Felles planbehov', 'joint'],
    ['K3', 'Vurdering av kommuneplanen', oyer],
  ] as const) {
    const answer = await fetch(`${room.url}/api/strategies/${strategy}/sections`, {
      method: 'POST',
      body: JSON.stringify({ code, title, zone, language: 'nb' }),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': newId(),
        cookie: `sid=${room.coordinator.token}`,
      },
    })
    expect(answer.status).toBe(201)
  }
  const sections = await sectionsOf(room.house.store.db, 1, strategy)
  needs = sections.find(({ code }) => code === 'F6')!
  choice = sections.find(({ code }) => code === 'K3')!
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

const open = async (who: Writer, section: SectionRow, width = 1440) => {
  const desk = await room.desk(browser, who, { width, height: 900 })
  await desk.page.goto(`${room.url}/tekst/${section.id}`)
  await desk.page.waitForSelector('.words')
  return { ...desk, part: desk.page.locator('[data-in-place]') }
}
const rows = async () =>
  (await planNeedsOf(room.house.store.db, { region: 1, strategy: room.joint.strategy })).map(
    ({ fields }) => fields,
  )

describe('planning needs in their chapter', () => {
  test('are added with the UN’s goals picked, and stand for the other without a new page', async () => {
    const a = await open(ingrid, needs)
    const b = await open(olav, needs)
    await a.part.getByText('Ingen planer ført opp').waitFor()
    await a.part.getByRole('link', { name: 'Ny rad' }).click()
    await a.part.getByRole('button', { name: 'Lagre raden' }).click()
    await a.part.getByText('Rett opp før du lagrer').waitFor()
    expect(await axe(a.page)).toEqual([])
    await a.part.getByLabel('Navnet på planen (bokmål)').fill('Felles klimaplan')
    await a.part.getByLabel('Navnet på planen (nynorsk)').fill('Felles klimaplan')
    await a.part.getByText('Vurdering, ansvar, hjemmel').click()
    await a.part.getByLabel('13 Stoppe klimaendringene').check()
    await a.part.getByLabel('7 Ren energi').check()
    await a.part.getByRole('button', { name: 'Lagre raden' }).click()
    await a.part.getByRole('row', { name: /Felles klimaplan/ }).waitFor()
    expect(await rows()).toMatchObject([{ name: { nb: 'Felles klimaplan' }, goals: [7, 13] }])
    await b.part.getByText('FN-mål 7, 13').waitFor()
    expect(new URL(a.page.url()).pathname).toBe(`/tekst/${needs.id}`)
    expect([...a.complaints, ...b.complaints].filter((one) => !one.includes('422'))).toEqual([])
    for (const { context } of [a, b]) await context.close()
  })

  test('changed by two at once: the second is told, sees what stands, and keeps what was typed', async () => {
    const a = await open(ingrid, needs)
    const b = await open(olav, needs)
    for (const { part } of [a, b]) {
      await part.getByRole('link', { name: 'Endre Felles klimaplan' }).click()
      await part.getByLabel('Behov', { exact: true }).waitFor()
    }
    await a.part.getByLabel('Prioritet').selectOption('1')
    await a.part.getByRole('button', { name: 'Lagre raden' }).click()
    await a.part.getByRole('link', { name: 'Endre Felles klimaplan' }).waitFor()
    await b.part.getByLabel('Behov', { exact: true }).selectOption('full')
    await b.part.getByLabel('Prioritet').selectOption('3')
    await b.part.getByRole('button', { name: 'Lagre raden' }).click()
    await b.part.getByText('Noen andre endret raden i mellomtiden').waitFor()
    await b.part.getByText('Lagret nå: Prioritet').waitFor()
    expect(await b.part.getByLabel('Behov', { exact: true }).inputValue()).toBe('full')
    expect(await axe(b.page)).toEqual([])
    expect(await rows()).toMatchObject([{ priority: 1, need: 'new' }])
    await b.part.getByRole('button', { name: 'Lagre raden' }).click()
    await b.part.getByRole('link', { name: 'Endre Felles klimaplan' }).waitFor()
    expect(await rows()).toMatchObject([{ priority: 3, need: 'full' }])
    await a.part.getByText('3 Lav').waitFor()
    for (const { context } of [a, b]) await context.close()
  })

  test('fit a phone, and one who may not change them sees why', async () => {
    const a = await open(ingrid, needs, 360)
    await a.part.getByRole('link', { name: 'Endre Felles klimaplan' }).click()
    await a.part.getByLabel('Behov', { exact: true }).waitFor()
    expect(await sidewaysScroll(a.page)).toBe(0)
    expect(await axe(a.page)).toEqual([])
    await a.context.close()
    const director = await room.writer('Tor Li', 'chief-executive', oyer)
    const b = await open(director, needs)
    await b.part.getByText('Koordinatoren og planleggerne endrer lista.').waitFor()
    expect(await b.part.getByRole('link', { name: /Endre|Ny rad/ }).count()).toBe(0)
    const refused = await b.page.goto(`${room.url}/tekst/${needs.id}/planbehov?rad=ny`)
    expect(refused?.status()).toBe(403)
    await b.context.close()
  })
})

describe('the master-plan choice in its chapter', () => {
  test('is two fields, recorded through the door by those who may', async () => {
    const a = await open(ingrid, choice)
    await a.part.getByText('Ikke registrert ennå.').waitFor()
    await a.part.getByLabel('Samfunnsdelen').selectOption('full')
    await a.part.getByLabel('Arealdelen').selectOption('partly')
    await a.part.getByRole('button', { name: 'Registrer valget' }).click()
    await a.part.getByRole('button', { name: 'Registrer nytt valg' }).waitFor()
    expect(await a.part.locator('dd').allInnerTexts()).toEqual([
      'Revideres helt',
      'Revideres delvis',
    ])
    expect(await axe(a.page)).toEqual([])
    expect(a.complaints).toEqual([])
    await a.context.close()
    const b = await open(olav, choice)
    await b.part.getByText('Revideres helt').waitFor()
    expect(await b.part.getByRole('button', { name: /Registrer/ }).count()).toBe(0)
    await b.context.close()
  })
})
