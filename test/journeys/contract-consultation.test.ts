// The contract while the draft is in consultation: what is public, what anybody may send, and what the clock does.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startServer, type Server } from '../support/server.ts'
import { sha256, Stranger, type Body } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let server: Server
let s: Stranger

beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1', DEMO_MOMENT: 'consultation' } })
  s = new Stranger(server.url)
  await s.look()
  // Signed in before one of the tests floods the sign-in.
  await s.cookie(s.who('coordinator'))
}, 120_000)

afterAll(async () => {
  await server?.stop()
  server?.remove()
})

const send = (body: unknown, headers: { [name: string]: string } = {}) =>
  s.post(`/api/strategies/${s.strategy}/submissions`, body, undefined, headers)

test('the moment is in consultation on its own day', async () => {
  expect(await s.detail()).toMatchObject({ state: 'F60' })
  expect(await s.today()).toBe('2028-05-08')
  const page = await s.get('/')
  expect(new TextDecoder().decode(page.bytes)).toMatch(/8\. mai 2028/)
})

test('anybody sends a submission and gets a number and a receipt', async () => {
  const first = await send({ text: 'Vi på hytta vil også høres.' })
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({ number: expect.anything(), receipt: expect.any(String) })
  const second = await send({ text: 'Det vil vi i grenda også.', name: 'Grendelaget' })
  expect(second.body.number).not.toBe(first.body.number)
  expect(second.body.receipt).not.toBe(first.body.receipt)
  const { sections } = await s.detail()
  const own = sections.find((one) => one.zone === '3440')!
  for (const body of [
    { text: 'Om Øyer.', municipality: '3440', name: 'Ola', email: 'ola@example.no' },
    { text: 'Om Øyer.', to: ['3440'], senderKind: 'part-time-resident', contact: '99 88 77 66' },
    { text: 'Om kapittelet.', section: own.id, stance: 'support' },
    { points: [{ text: 'Om kapittelet.', section: own.id }, { text: 'Om alt.' }], language: 'nn' },
  ])
    expect((await send(body)).status).toBe(201)
  for (const [body, status] of [
    [{}, 400],
    [{ text: '' }, 400],
    [{ text: 'x', colour: 'red' }, 400],
    [{ text: 7 }, 400],
    ['{', 400],
    [{ text: 'x'.repeat(2_000_000) }, 413],
  ] as const) {
    const answer = await send(body)
    expect([answer.status, answer.body.status]).toEqual([status, status])
  }
  const unknown = await s.post('/api/strategies/none/submissions', { text: 'x' })
  expect(unknown.status).toBe(404)
})

test('a hundred submissions and two hundred sign-ins from one address meet no limit; a flood of sign-ins does', async () => {
  const many = await Promise.all(
    Array.from({ length: 100 }, (_, i) => send({ text: `Innspill nummer ${i}.` })),
  )
  expect(many.map((one) => one.status)).toEqual(many.map(() => 201))
  expect(new Set(many.map((one) => one.body.number)).size).toBe(100)
  const person = s.who('planner', '3440').id
  const signIns = async (times: number) =>
    (
      await Promise.all(
        Array.from({ length: times }, () => s.post('/api/demo/sign-in', { person })),
      )
    ).map((one) => one.status)
  expect(new Set(await signIns(200))).toEqual(new Set([200]))
  const flood = await signIns(1000)
  expect(flood).toContain(429)
  const refused = await s.post('/api/demo/sign-in', { person })
  expect([refused.status, refused.body.code]).toEqual([429, 'too-many'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
}, 60_000)

test('what is public can be read by anybody, byte for byte', async () => {
  const versions = (await s.get(`/api/strategies/${s.strategy}/versions`)).body as unknown as {
    hash: string
    scope: string
    name: string
    round: number
  }[]
  expect(new Set(versions.map((one) => one.scope))).toEqual(
    new Set(['section', 'joint', 'own', 'edition']),
  )
  for (const { hash } of versions.slice(0, 20)) {
    const { status, bytes } = await s.get(`/api/strategies/${s.strategy}/versions/${hash}`)
    expect([status, sha256(bytes)]).toEqual([200, hash])
    // RFC 8785: no white space, keys in order.
    const text = new TextDecoder().decode(bytes)
    expect(JSON.stringify(sorted(JSON.parse(text)))).toBe(text)
  }
  const joint = versions.find((one) => one.scope === 'joint')!
  const page = await s.get(`/s/${s.slug}/v/${joint.hash}`)
  expect(page.status).toBe(200)
  expect(new TextDecoder().decode(page.bytes)).toContain(joint.hash.slice(0, 8))
})

test('public pages answer and show no state codes', async () => {
  const first = new TextDecoder().decode((await s.get(`/s/${s.slug}`)).bytes)
  const links = [...first.matchAll(/href="(\/s\/[^"#?]+)"/g)].map((m) => m[1]!)
  for (const path of new Set([`/s/${s.slug}`, ...links.slice(0, 30)])) {
    const { status, bytes, headers } = await s.get(path)
    expect([path, status]).toEqual([path, 200])
    if (!headers.get('content-type')?.includes('html')) continue
    const words = new TextDecoder().decode(bytes).replace(/<[^>]*>/g, ' ')
    expect(words.match(/\b[FK]\d{2,3}\b/g)).toBeNull()
  }
})

test('moving the day fires what falls due, in order, before the answer', async () => {
  const before = await s.detail()
  expect(before.municipalities.every((one) => one.state === 'K50')).toBe(true)
  const coordinator = s.who('coordinator')
  const moved = await s.post('/api/demo/clock', { today: '2028-06-12' }, coordinator)
  expect([moved.status, moved.body]).toEqual([200, { today: '2028-06-12' }])
  const after = await s.detail()
  expect(after.municipalities.map((one) => one.state)).toEqual(
    after.municipalities.map(() => 'K60'),
  )
  expect(after.state).toBe('F70')
  const journal = (await s.get(s.events('3440'), coordinator)).body as unknown as Body[]
  expect(journal.at(-1)).toMatchObject({ type: 'deadline-passed', actedOn: '2028-05-27' })
})

test('a new round moves no municipality, and what is stopped stays stopped', async () => {
  const on = '2028-06-12'
  const joint = async (type: string) =>
    (await s.does('coordinator', undefined, type, on, { reason: 'Ny kunnskap om skred.' })).state
  expect(await joint('new-round')).toBe('F30')
  expect((await s.detail()).municipalities.every((one) => one.state === 'K60')).toBe(true)
  for (const municipality of ['3440', '9999']) {
    const invite = { type: 'invite', actedOn: on, municipality }
    const invited = await s.act(s.who('coordinator'), undefined, invite)
    expect([400, 404, 422]).toContain(invited.status)
  }
  expect(await joint('stop')).toBe('F900')
  expect((await s.detail(s.who('coordinator'))).sections.some((x) => x.mayWrite)).toBe(false)
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
