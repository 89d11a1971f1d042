// The people of a journey: each in a browser of their own, signed in with the demo's one click, and the same people
// over the API for what twelve municipalities do alike.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { randomUUID } from 'node:crypto'
import type { Server } from '../support/server.ts'

export type Person = { name: string; page: Page; context: BrowserContext }
type Field = { tagName: string; type?: string }
type Listed = { id: string; name: string; roles: { role: string; municipality?: string }[] }

export class Cast {
  private people: Listed[] = []
  private cookies = new Map<string, string>()
  strategy = ''
  slug = ''

  private browser: Browser
  /// Read at every call: the server is killed and started again under way.
  private server: () => Server

  constructor(browser: Browser, server: () => Server) {
    this.browser = browser
    this.server = server
  }

  async gather(): Promise<void> {
    this.people = (await (await fetch(`${this.url}/api/demo/people`)).json()) as Listed[]
    const [strategy] = (await (await fetch(`${this.url}/api/strategies`)).json()) as [
      { id: string; slug: string },
    ]
    this.strategy = strategy.id
    this.slug = strategy.slug
  }

  get url(): string {
    return this.server().url
  }

  /// Somebody who comes to the sign-in page and presses their name.
  async comes(name: string): Promise<Person> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${this.url}/logg-inn`)
    await page.getByRole('button', { name }).first().click()
    await page.waitForURL((url) => !url.pathname.startsWith('/logg-inn'))
    return { name, page, context }
  }

  /// Who holds a role, in a municipality or jointly.
  holder(role: string, municipality?: string): Listed {
    const found = this.people.find((one) =>
      one.roles.some((r) => r.role === role && r.municipality === municipality),
    )
    if (!found) throw new Error(`nobody is ${role} of ${municipality ?? 'all'}`)
    return found
  }

  /// Fills in a record form field by field (every box of a list of boxes) and sends it. Answers the page's status.
  async records(
    { page }: Person,
    path: string,
    fields: { [name: string]: string } = {},
  ): Promise<number> {
    const shown = await page.goto(this.url + path)
    if (!shown?.ok()) {
      throw new Error(`${path}: ${shown?.status()} ${await page.locator('main').innerText()}`)
    }
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`[name="${name}"]`).first()
      const kind = await field.evaluate(
        (e: unknown) => `${(e as Field).tagName}:${(e as Field).type}`,
      )
      if (kind === 'INPUT:radio')
        await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true })
      else if (kind === 'INPUT:checkbox')
        for (const box of await page.locator(`[name="${name}"]`).all())
          await box.check({ force: true })
      else if (kind.startsWith('SELECT')) await field.selectOption(value)
      else await field.fill(value)
    }
    const answer = page.waitForResponse((r) => r.request().method() === 'POST')
    await page.locator('button[name="_send"]').click()
    const status = (await answer).status()
    await page.waitForLoadState()
    return status
  }

  /// An event over the API, as the first who holds the role.
  async sends(
    role: string,
    municipality: string | undefined,
    type: string,
    actedOn: string,
    input: object = {},
  ): Promise<{ seq: number; state: string; flags: string[] }> {
    const path = municipality ? `/municipalities/${municipality}` : ''
    const answer = await fetch(`${this.url}/api/strategies/${this.strategy}${path}/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.url,
        cookie: await this.cookie(this.holder(role, municipality)),
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        type,
        actedOn,
        ...(municipality ? { behalfOf: municipality } : {}),
        ...input,
      }),
    })
    const body = (await answer.json()) as { seq: number; state: string; flags: string[] }
    if (!answer.ok) throw new Error(`${municipality ?? 'joint'} ${type}: ${JSON.stringify(body)}`)
    return body
  }

  /// Reads the API as somebody.
  async reads<T>(role: string, municipality: string | undefined, path: string): Promise<T> {
    const cookie = await this.cookie(this.holder(role, municipality))
    return (await (await fetch(this.url + path, { headers: { cookie } })).json()) as T
  }

  async cookie(person: Listed): Promise<string> {
    const known = this.cookies.get(person.id)
    if (known) return known
    const answer = await fetch(`${this.url}/api/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ person: person.id }),
    })
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    this.cookies.set(person.id, cookie)
    return cookie
  }

  /// The coordinator moves the demo's day.
  async day(today: string): Promise<void> {
    const cookie = await this.cookie(this.holder('coordinator'))
    const answer = await fetch(`${this.url}/api/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie },
      body: JSON.stringify({ today }),
    })
    if (!answer.ok) throw new Error(`the day could not be moved: ${await answer.text()}`)
  }
}
