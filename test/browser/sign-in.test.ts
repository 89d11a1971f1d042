// Signing in as people do, in a real browser: the first link, a passkey made and used again, signing out; and that the
// pages of people, settings and set-up have nothing axe complains about.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from '../../service/pages/assets.ts'
import { ensureRegion } from '../../service/region/ensure-region.ts'
import type { TextRooms } from '../../service/room/create-rooms.ts'
import { limitsFrom } from '../../service/room/limits.ts'
import { firstLink } from '../../service/sign-in/links.ts'
import { listen, type Listening } from '../../service/start/listen.ts'
import { axe, complaintsOf, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { dialects } from '../support/dialects.ts'
import { testHouse, type TestHouse } from '../support/house.ts'

let t: TestHouse
let server: Listening
let browser: Browser
let origin: string

beforeAll(async () => {
  await ensureBuilt()
  t = await testHouse(dialects[0]!)
  await ensureRegion(t.house.store)
  const rooms = t.house.rooms as TextRooms
  const at = { port: 0, host: '127.0.0.1' }
  server = await listen(t.app, t.house, { rooms, limits: limitsFrom({}) }, at)
  origin = `http://localhost:${server.port}`
  t.house.origins.splice(0, Infinity, origin)
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close(0)
  await t?.close()
})

/// A key that the browser makes and uses without asking anybody.
async function addKeyring(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('the first coordinator comes by link, makes a passkey, signs out and comes back with it', async () => {
  const page = await browser.newPage()
  const complaints = complaintsOf(page)
  await addKeyring(page)
  const token = await firstLink(t.house)
  await page.goto(`${origin}/start#${token}`)
  await page.waitForURL(`${origin}/start`)
  expect(await page.getByLabel('Kode').inputValue()).toBe(token)
  await page.getByLabel('Navnet ditt').fill('Kari Bakken')
  await page.getByRole('button', { name: 'Begynn' }).click()
  await page.getByRole('heading', { name: 'Min konto' }).waitFor()

  await page.getByRole('button', { name: 'Lag en passnøkkel' }).click()
  await page.getByText('Passnøkkelen er klar').waitFor()
  await page.getByRole('button', { name: 'Logg ut' }).click()
  await page.getByText('Du er logget ut').waitFor()
  expect(await page.context().cookies(origin)).toEqual([])

  await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click()
  await page.getByRole('heading', { name: 'Sett opp en strategi' }).waitFor()
  expect(complaints).toEqual([])

  await page.getByRole('button', { name: 'Opprett strategien' }).click()
  await page.waitForURL(/\/tavle/)
  expect(await t.house.store.db.selectFrom('strategy').selectAll().execute()).toHaveLength(1)
  await page.close()
}, 60_000)

test('a passkey Planvev does not know opens nothing, and the page says so', async () => {
  const page = await (await browser.newContext()).newPage()
  await addKeyring(page)
  await page.goto(`${origin}/logg-inn`)
  await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click()
  await page.getByText('Det ble avbrutt').waitFor()
  expect(await page.context().cookies(origin)).toEqual([])
  await page.context().close()
}, 60_000)

test('an invitation is accepted in another browser', async () => {
  const kari = await t.signIn('Kari B', [{ role: 'coordinator' }])
  const host = { host: `localhost:${server.port}`, origin }
  const fields = { name: 'Olav Sørgard', email: '', role: 'planner', place: '3435' }
  const shown = await (await t.form('/folk/inviter', fields, kari, host)).text()
  const link = /http:\/\/localhost:\d+\/invitasjon#[\w-]{43}/.exec(shown)![0]
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Se invitasjonen' }).click()
  await page.getByText('Vågå').waitFor()
  expect(await page.getByLabel('Navnet ditt').inputValue()).toBe('Olav Sørgard')
  await page.getByRole('button', { name: 'Bli med' }).click()
  await page.getByText('planlegger, Vågå').waitFor()
  await page.context().close()
}, 60_000)

test('the pages of people, settings and set-up please axe and fit a phone', async () => {
  const kari = await t.signIn('Kari C', [{ role: 'coordinator' }])
  const [name = '', value = ''] = kari.cookie.split('=')
  const paths = [
    '/logg-inn',
    '/start',
    '/inn',
    '/invitasjon',
    '/konto',
    '/folk?kommune=3440',
    '/oppsett',
    '/kommune/3440/moter',
    '/kommune/3440/oppsett',
    '/bevis?kommune=3440',
    '/finnes-ikke',
  ]
  for (const width of [1440, 360]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(origin + path)
      expect(await axe(page), `${path} at ${width}`).toEqual([])
      expect(await sidewaysScroll(page), `${path} at ${width}`).toBe(0)
    }
    await context.close()
  }
}, 120_000)
