// Submissions and planning needs as a planner meets them, in a real browser on the real service: by keyboard, by hand,
// wide and on a phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, complaintsOf, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { startServer, type Server } from '../support/server.ts'

type Listed = { id: string; roles: { role: string; municipality?: string }[] }

let browser: Browser
let server: Server
beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1', DEMO_MOMENT: 'consultation' } })
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

/// A page signed in as the planner of a municipality.
async function planner(municipality: string, width = 1440) {
  const people = (await (await fetch(`${server.url}/api/demo/people`)).json()) as Listed[]
  const person = people.find(({ roles }) =>
    roles.some((held) => held.role === 'planner' && held.municipality === municipality),
  )
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'nb-NO' })
  const page = await context.newPage()
  await page.goto(server.url)
  const status = await page.evaluate(async (id) => {
    const answer = await fetch('/api/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: id }),
    })
    return answer.status
  }, person!.id)
  expect(status).toBe(200)
  return { page, complaints: complaintsOf(page), close: () => context.close() }
}

const outcomeOn = (page: Page) => page.locator('input[name=outcome]:checked').getAttribute('value')

describe('a planner', () => {
  test('treats points with the keyboard alone, and can turn the keys off', async () => {
    const { page, close } = await planner('3440')
    await page.goto(`${server.url}/innspill?status=unanswered`)
    await page.locator('.submissions tbody a').first().click()
    await page.waitForURL(/\/innspill\/\d/)
    const first = new URL(page.url()).pathname
    await page.keyboard.press('j')
    await page.waitForURL((url) => url.pathname !== first)
    await page.keyboard.press('k')
    await page.waitForURL((url) => url.pathname === first)
    await page.keyboard.press('2')
    expect(await outcomeOn(page)).toBe('partly')
    await page.locator('[name=assessment]').fill('Vi tar med oss 1 av de 2 forslagene.')
    await page.locator('[name=assessment]').press('3')
    expect(await outcomeOn(page)).toBe('partly')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/done=answered/)
    expect(await page.locator('[role=status]').first().textContent()).toContain('er lagret')
    const next = new URL(page.url()).pathname
    expect(next).not.toBe(first)

    await page.locator('[data-shortcuts] summary').click()
    await page.locator('[data-shortcuts-off]').check()
    await page.locator('h1').click()
    await page.keyboard.press('1')
    expect(await page.locator('input[name=outcome]:checked').count()).toBe(0)
    await close()
  }, 60_000)

  test('answers once, and the planner of another municipality reads the same answer', async () => {
    const oyer = await planner('3440')
    await oyer.page.goto(`${server.url}/innspill?status=unanswered&del=joint`)
    await oyer.page.locator('.submissions tbody a').first().click()
    await oyer.page.waitForURL(/\/innspill\/\d/)
    const label = new URL(oyer.page.url()).pathname
    await oyer.page.locator('label', { hasText: 'Til følge' }).click()
    await oyer.page.getByLabel('Vurdering (blir offentlig)').fill('Ett svar for alle.')
    await oyer.page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await oyer.page.waitForURL(/done=answered/)
    const vaga = await planner('3435')
    await vaga.page.goto(`${server.url}${label}?kommune=alle`)
    expect(await vaga.page.locator('[name=assessment]').inputValue()).toBe('Ett svar for alle.')
    await oyer.close()
    await vaga.close()
  }, 60_000)

  for (const width of [1440, 360]) {
    test(`finds nothing wrong on any page at ${width} px`, async () => {
      const { page, complaints, close } = await planner('3440', width)
      const wrong: Record<string, unknown> = {}
      for (const path of [
        '/innspill',
        '/innspill/2-1',
        '/innspill/merknadsoversikt',
        '/innspill/nytt-brev',
        '/planbehov',
        '/s/gudbrandsdalen-2028-2031/uttalelser',
      ]) {
        await page.goto(server.url + path)
        const found = [...(await axe(page)), ...complaints.splice(0)]
        const sideways = await sidewaysScroll(page)
        if (found.length > 0 || sideways > 0) wrong[path] = { found, sideways }
      }
      expect(wrong).toEqual({})
      await close()
    }, 90_000)
  }
})
