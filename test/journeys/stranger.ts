// Somebody who knows the service by its contract alone: real HTTP and nothing of our own code.
import { createHash, randomUUID } from 'node:crypto'

export type Body = { [key: string]: unknown }
export type Listed = { id: string; name: string; roles: { role: string; municipality?: string }[] }
export type Answer = { status: number; body: Body; headers: Headers; bytes: Uint8Array }
export type Section = {
  id: string
  code: string
  title: string
  zone: string
  language: string
  page: string
  collab: string
  mayWrite: boolean
}
export type Municipality = {
  number: string
  name: string
  state: string
  stateLabel: string
  seq: number
  flags: string[]
  deadlines: { rule: string; on: string; safeOn?: string; estimated?: boolean }[]
}
export type Strategy = {
  id: string
  slug: string
  title: string
  state: string
  stateLabel: string
  seq: number
  sections: Section[]
  municipalities: Municipality[]
}
export type Finding = { rule: string; level: string; text: string; source: string; way?: string }

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/// One server as seen from outside, with a cookie for each person who signs in.
export class Stranger {
  readonly url: string
  people: Listed[] = []
  strategy = ''
  slug = ''
  private cookies = new Map<string, string>()

  constructor(url: string) {
    this.url = url
  }

  /// Reads who there is and which strategy.
  async look(): Promise<void> {
    this.people = (await this.get('/api/demo/people')).body as unknown as Listed[]
    const list = (await this.get('/api/strategies')).body as unknown as Strategy[]
    this.strategy = list[0]!.id
    this.slug = list[0]!.slug
  }

  who(role: string, municipality?: string): Listed {
    const found = this.people.find((one) =>
      one.roles.some((held) => held.role === role && held.municipality === municipality),
    )
    if (!found) throw new Error(`nobody is ${role} of ${municipality ?? 'the joint work'}`)
    return found
  }

  async cookie(person: Listed): Promise<string> {
    const known = this.cookies.get(person.id)
    if (known) return known
    const { headers } = await this.post('/api/demo/sign-in', { person: person.id })
    const cookie = headers.getSetCookie()[0]!.split(';')[0]!
    this.cookies.set(person.id, cookie)
    return cookie
  }

  async ask(
    method: string,
    path: string,
    person?: Listed,
    body?: unknown,
    headers: { [name: string]: string } = {},
  ): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(person ? { cookie: await this.cookie(person) } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const json = /json/.test(answer.headers.get('content-type') ?? '')
    return {
      status: answer.status,
      body: json && bytes.length > 0 ? (JSON.parse(new TextDecoder().decode(bytes)) as Body) : {},
      headers: answer.headers,
      bytes,
    }
  }

  get = (path: string, person?: Listed, headers?: { [name: string]: string }) =>
    this.ask('GET', path, person, undefined, headers)
  post = (path: string, body: unknown, person?: Listed, headers?: { [name: string]: string }) =>
    this.ask('POST', path, person, body, headers)

  /// The address of a process' events; without a municipality the joint one's.
  events = (number?: string): string =>
    `/api/strategies/${this.strategy}${number ? `/municipalities/${number}` : ''}/events`

  /// Sends one event with a key of its own.
  act = (
    person: Listed | undefined,
    number: string | undefined,
    body: Body,
    headers: { [name: string]: string } = {},
  ): Promise<Answer> =>
    this.post(this.events(number), { ...(number ? { behalfOf: number } : {}), ...body }, person, {
      'idempotency-key': randomUUID(),
      ...headers,
    })

  /// As `act`, as whoever holds the role there; throws what the service said when it said no.
  async does(role: string, number: string | undefined, type: string, on: string, input: Body = {}) {
    const answer = await this.act(this.who(role, number), number, { type, actedOn: on, ...input })
    if (answer.status !== 200) {
      throw new Error(`${type} of ${number ?? 'joint'}: ${JSON.stringify(answer.body)}`)
    }
    return answer.body as { seq: number; state: string; flags: string[]; findings: Finding[] }
  }

  detail = async (person?: Listed, headers?: { [name: string]: string }): Promise<Strategy> =>
    (await this.get(`/api/strategies/${this.strategy}`, person, headers))
      .body as unknown as Strategy

  today = async (): Promise<string> => (await this.get('/api/demo/clock')).body.today as string
}
