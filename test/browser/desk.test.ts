// The signed-in desk in a real browser: every page clean for axe at both widths and in both languages, reasons in full,
// and a board that renews itself when somebody else acts.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, lesja, oyer, vaga, type Actor } from '../service/door/play.ts'
import { axe, complaintsOf, openBrowser, sidewaysScroll } from '../support/browser.ts'
import { decideTwo, publicHouse, type PublicHouse } from './public-house.ts'

let h: PublicHouse
let browser: Browser

beforeAll(async () => {
  h = await publicHouse()
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await h?.close()
})

async function enter(who: Actor, width = 1440, options = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
  await context.addCookies([{ name: 'sid', value: who.cookie.slice('sid='.length), url: h.url }])
  return context
}

const read = (page: Page): Promise<string> => page.locator('body').innerText()

/// Words that stand on no Norwegian page, and the codes of states and chapters.
const foreign =
  /\b(the|of|and|with|not|your|record|deadline|meeting|municipality)\b|\b[FK]\d{2,3}\b/i

describe('the desk in a browser', { timeout: 240_000 }, () => {
  const pages = (): [string, Actor][] => {
    const { who } = h.play
    const planner = who('planner', lesja)
    const secretary = who('council-secretary', oyer)
    return [
      ['/oppgaver', planner],
      ['/varsler', planner],
      ['/tavle', who('coordinator')],
      [`/tavle?vis=${lesja}&orden=haster`, who('coordinator')],
      ['/tavle?filter=vedtatt', who('coordinator')],
      ['/felles', who('coordinator')],
      ['/felles/journal', who('coordinator')],
      ['/felles/forslag', who('coordinator')],
      ['/felles/registrer/freeze-final-proposal', who('coordinator')],
      ['/felles/registrer/record-steering-decision', who('coordinator')],
      ['/kommune', who('coordinator')],
      [`/kommune/${oyer}`, secretary],
      [`/kommune/${lesja}`, planner],
      [`/kommune/${oyer}/journal`, secretary],
      [`/kommune/${lesja}/forslag`, planner],
      [`/kommune/${oyer}/registrer/record-decision`, secretary],
      [`/kommune/${oyer}/registrer/schedule-council`, secretary],
      [`/kommune/${lesja}/registrer/record-publication`, planner],
      [`/kommune/${lesja}/registrer/freeze-own-part`, planner],
      [`/kommune/${oyer}/registrer/correct`, secretary],
      [`/kommune/${lesja}/vedtatt-tekst`, planner],
      ['/tidslinje', who('coordinator')],
      ['/tidslinje?zoom=alt', who('coordinator')],
      ['/utboks', who('coordinator')],
    ]
  }

  /// Every other page a width in the everyday run, in one language; all of it in the long one.
  const everything = process.env.LONG !== undefined
  for (const [width, langs] of [
    [1440, everything ? ['nb', 'nn'] : ['nb']],
    [360, everything ? ['nn', 'nb'] : ['nn']],
  ] as const) {
    for (const lang of langs) {
      test(`every page is clean and fits at ${width} px in ${lang}`, async () => {
        const contexts = new Map<Actor, BrowserContext>()
        for (const [i, [path, who]] of pages().entries()) {
          if (!everything && (i % 2 === 0) === (width === 360)) continue
          const context = contexts.get(who) ?? (await enter(who, width))
          contexts.set(who, context)
          const page = await context.newPage()
          const complaints = complaintsOf(page)
          const answer = await page.goto(
            `${h.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`,
          )
          expect(answer?.status(), path).toBe(200)
          expect(await axe(page), `${path} ${lang} ${width}`).toEqual([])
          expect(await sidewaysScroll(page), `${path} ${width}`).toBe(0)
          expect(complaints, path).toEqual([])
          expect(await page.locator('h1').count(), path).toBe(1)
          const said = (await read(page)).replaceAll(
            /English|F\d joint|K1 \d{4}|[a-z-]+ (felles|\d{4})|example\.no\S*/g,
            '',
          )
          expect(said.match(foreign)?.[0], `${path} ${lang}`).toBeUndefined()
          await page.close()
        }
        for (const context of contexts.values()) await context.close()
      })
    }
  }

  test('a blocked act keeps its name and shows all its reasons, also without script', async () => {
    const context = await enter(h.play.who('planner', lesja), 1440, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${h.url}/kommune/${lesja}?lang=nb`)
    const act = page.locator('#gjer-submit-for-first-treatment')
    const button = act.getByRole('button', { name: 'Åpne' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    const reasons = await act.locator('.finding').allInnerTexts()
    expect(reasons.length).toBeGreaterThanOrEqual(2)
    expect(reasons.join(' ')).toContain('Kommunedelen er ikke låst')
    expect(await act.innerText()).toContain('Kan ikke gjøres ennå')
    await context.close()
  })

  test('a row opens and closes by its link, and a form is sent, without script', async () => {
    const context = await enter(h.play.who('coordinator'), 1440, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${h.url}/tavle?lang=nb`)
    await page.getByRole('link', { name: 'Lesja' }).first().click()
    expect(page.url()).toContain(`vis=${lesja}`)
    expect(await page.locator('tr.opened').innerText()).toContain('Neste steg for Lesja')
    await page.getByRole('button', { name: 'Send påminning' }).click()
    expect(await page.getByRole('status').first().innerText()).toContain('Påminningen er sendt')
    await context.close()
  })

  test('the board renews its cells when somebody else acts, and leaves the focus where it is', async () => {
    const context = await enter(h.play.who('coordinator'))
    const page = await context.newPage()
    const opened = page.waitForResponse((answer) => answer.url().endsWith('/changes'))
    await page.goto(`${h.url}/tavle?lang=nb`)
    await opened
    const row = page.locator(`#r${lesja}`)
    expect(await row.innerText()).toContain('Under utarbeiding')
    await page.locator(`#r${vaga} a`).focus()
    done(
      await h.play.in(lesja, 'choose-master-plan', '2028-05-02', {
        societal: 'full',
        landUse: 'unchanged',
      }),
    )
    done(await h.play.in(lesja, 'freeze-own-part', '2028-05-02'))
    done(await h.play.in(lesja, 'submit-for-first-treatment', '2028-05-02'))
    await row.getByText('Til førstegangsbehandling').waitFor({ timeout: 5000 })
    expect(await page.evaluate('document.activeElement.closest("tr").id')).toBe(`r${vaga}`)
    expect(await page.getByRole('status').first().innerText()).toMatch(/Oppdatert kl\.\s\d\d\.\d\d/)
    await context.close()
  })

  test('findings follow the form while it is filled in', async () => {
    const context = await enter(h.play.who('council-secretary', oyer))
    const page = await context.newPage()
    await page.goto(`${h.url}/kommune/${oyer}/registrer/record-decision?lang=nb`)
    await page.getByLabel('Vedtatt med endringer').check({ force: true })
    await page.locator('[data-check-result] .finding').first().waitFor({ timeout: 5000 })
    await context.close()
  })

  test('a decision is recorded in the browser and the board counts it', async () => {
    await decideTwo(h)
    const context = await enter(h.play.who('coordinator'))
    const page = await context.newPage()
    await page.goto(`${h.url}/tavle?lang=nb`)
    expect(await page.locator('[data-live="adopted"] h2').innerText()).toBe(
      '2 av 3 kommuner har vedtatt',
    )
    expect(await page.locator('[data-live="sentence"]').innerText()).toContain('Vågå')
    expect(await axe(page)).toEqual([])
    await context.close()
  })
})
