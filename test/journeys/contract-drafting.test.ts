// The contract sentence by sentence while drafting, over real HTTP to a real process and with none of our own code.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startServer, type Server } from '../support/server.ts'
import { sha256, Stranger, type Body, type Finding, type Listed } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const oyer = '3440'
const vaga = '3435'
const day = '2028-02-14'
const roles = ['planner', 'mayor', 'chief-executive', 'council-secretary', 'archivist']

let server: Server
let s: Stranger

beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1' } })
  s = new Stranger(server.url)
  await s.look()
}, 120_000)

afterAll(async () => {
  await server?.stop()
  server?.remove()
})

const base = (): string => `/api/strategies/${s.strategy}`
const rows = (answer: { body: Body }): Body[] => answer.body as unknown as Body[]

describe('the demo', () => {
  test('lists its people: each role somewhere, each municipal role in each municipality, one planner of two', async () => {
    const { municipalities } = await s.detail()
    expect(municipalities).toHaveLength(12)
    for (const role of ['coordinator', 'steering-leader', 'observer']) {
      expect(s.who(role).roles).toContainEqual({ role })
    }
    for (const { number } of municipalities)
      for (const role of roles)
        expect(s.who(role, number)).toMatchObject({ id: expect.any(String) })
    expect(s.who('planner', '3434').id).toBe(s.who('planner', '3433').id)
  })

  test('signs a person in with the cookie sid, without Secure on plain http', async () => {
    const answer = await s.post('/api/demo/sign-in', { person: s.who('coordinator').id })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=[^;]+;/)
    expect(answer.headers.get('set-cookie')).not.toMatch(/secure/i)
    expect((await s.post('/api/demo/sign-in', { person: 'nobody' })).status).toBe(404)
    expect((await s.post('/api/demo/sign-in', {})).status).toBe(400)
    expect((await s.post('/api/demo/sign-in', { person: 1, more: 2 })).status).toBe(400)
  })

  test('has a day that only a coordinator moves, and only forward', async () => {
    expect((await s.get('/api/demo/clock')).body).toMatchObject({ today: day })
    const move = (today: unknown, who?: Listed) => s.post('/api/demo/clock', { today }, who)
    expect((await move('2028-02-15')).status).toBe(401)
    expect((await move('2028-02-15', s.who('planner', oyer))).status).toBe(403)
    expect((await move('2028-02-30', s.who('coordinator'))).status).toBe(400)
    expect((await move(7, s.who('coordinator'))).status).toBe(400)
    const back = await move('2028-02-13', s.who('coordinator'))
    expect([409, 422]).toContain(back.status)
    expect(back.headers.get('content-type')).toContain('application/problem+json')
    expect((await move(day, s.who('coordinator'))).status).toBe(200)
    expect(await s.today()).toBe(day)
  })
})

describe('reading', () => {
  test('health, readiness and the description answer', async () => {
    expect((await s.get('/healthz')).status).toBe(200)
    expect((await s.get('/readyz')).status).toBe(200)
    const { status, body } = await s.get('/api/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toMatch(/^3\./)
    const paths = Object.keys(body.paths as object)
    for (const path of ['/api/strategies', '/api/demo/people', '/api/strategies/{id}/submissions'])
      expect(paths).toContain(path)
  })

  test('strategies are a bare array, signed in or not', async () => {
    for (const who of [undefined, s.who('coordinator'), s.who('observer')]) {
      const { status, body } = await s.get('/api/strategies', who)
      expect(status).toBe(200)
      expect(Array.isArray(body)).toBe(true)
      expect(body).toMatchObject([{ id: s.strategy, slug: s.slug, state: 'F30' }])
    }
  })

  test('a strategy has its sections, its municipalities and their deadlines in the shape agreed', async () => {
    const detail = await s.detail()
    expect(detail).toMatchObject({
      id: s.strategy,
      slug: s.slug,
      title: 'Felles planstrategi for Gudbrandsdalen 2028–2031',
      state: 'F30',
      stateLabel: expect.any(String),
      seq: expect.any(Number),
    })
    expect(detail.sections.length).toBeGreaterThan(12)
    for (const section of detail.sections) {
      expect(section).toMatchObject({
        id: expect.any(String),
        code: expect.any(String),
        title: expect.any(String),
        zone: expect.stringMatching(/^(joint|\d{4})$/),
        language: expect.stringMatching(/^n[bn]$/),
        page: expect.stringMatching(/^\//),
        collab: `/collab/${section.id}`,
        mayWrite: false,
      })
    }
    for (const one of detail.municipalities) {
      expect(one).toMatchObject({ number: expect.stringMatching(/^\d{4}$/), state: 'K20' })
      expect(one.stateLabel).not.toMatch(/K20/)
      expect(one.deadlines.length).toBeGreaterThan(0)
      for (const { rule, on, safeOn, estimated } of one.deadlines) {
        expect(rule).toEqual(expect.any(String))
        expect(on).toMatch(/^\d{4}-\d\d-\d\d$/)
        if (safeOn !== undefined) expect(safeOn).toMatch(/^\d{4}-\d\d-\d\d$/)
        if (estimated !== undefined) expect(typeof estimated).toBe('boolean')
      }
    }
    expect((await s.get(`/api/strategies/${s.slug}`)).body.id).toBe(s.strategy)
    expect((await s.get('/api/strategies/unknown')).status).toBe(404)
  })

  test('who may write stands in each section: the joint text jointly, an own part its planners', async () => {
    const zones = async (who: Listed): Promise<string[]> => [
      ...new Set((await s.detail(who)).sections.filter((x) => x.mayWrite).map((x) => x.zone)),
    ]
    expect(await zones(s.who('coordinator'))).toEqual(['joint'])
    expect((await zones(s.who('planner', oyer))).sort()).toEqual([oyer, 'joint'].sort())
    expect((await zones(s.who('planner', '3434'))).sort()).toEqual(['3433', '3434', 'joint'])
    for (const role of ['mayor', 'chief-executive', 'council-secretary', 'archivist'])
      expect(await zones(s.who(role, oyer))).toEqual([])
    expect(await zones(s.who('observer'))).toEqual([])
  })

  test('a writer’s page for each section answers', async () => {
    const { sections } = await s.detail(s.who('coordinator'))
    expect((await s.get(sections[0]!.page, s.who('coordinator'))).status).toBe(200)
  })

  test('texts follow Accept-Language, bokmål by default', async () => {
    const label = async (language?: string) =>
      (await s.detail(undefined, language ? { 'accept-language': language } : {})).stateLabel
    expect(await label()).toBe(await label('nb'))
    expect(await label('fr')).toBe(await label('nb'))
    expect(new Set([await label('nb'), await label('en')]).size).toBe(2)
    const said = async (language: string) =>
      (
        await s.act(
          s.who('council-secretary', oyer),
          oyer,
          { type: 'record-decision', actedOn: '2028-02-15', outcome: 'unchanged' },
          { 'accept-language': language },
        )
      ).body
    const [nb, nn, en] = [await said('nb'), await said('nn'), await said('en')]
    const texts = [nb, nn, en].map((one) => (one.findings as Finding[])[0]!.text)
    expect(new Set(texts).size).toBe(3)
    expect(new Set([nb.title, nn.title, en.title]).size).toBe(3)
    const labels = await Promise.all(
      ['nb', 'nn', 'en'].map(async (language) => {
        const { body } = await s.get(`${s.events(oyer)}/available`, s.who('planner', oyer), {
          'accept-language': language,
        })
        return (body.events as { label: string }[])[0]!.label
      }),
    )
    expect(new Set(labels).size).toBeGreaterThan(1)
  })

  test('board, decisions and versions answer', async () => {
    expect((await s.get(`${base()}/board`)).status).toBe(401)
    const board = await s.get(`${base()}/board`, s.who('coordinator'))
    expect(board.status).toBe(200)
    expect(board.body.municipalities).toHaveLength(12)
    const decisions = await s.get(`${base()}/decisions`)
    expect([decisions.status, Array.isArray(decisions.body)]).toEqual([200, true])
    const versions = await s.get(`${base()}/versions`)
    expect([versions.status, versions.body]).toEqual([200, []])
    const missing = await s.get(`${base()}/versions/${'0'.repeat(64)}`, s.who('coordinator'))
    expect(missing.status).toBe(404)
    for (const path of ['board', 'decisions', 'versions', 'events', 'events/available'])
      expect((await s.get(`/api/strategies/none/${path}`, s.who('coordinator'))).status).toBe(404)
  })

  test('the journal is a bare array of chained entries', async () => {
    for (const [number, who] of [
      [undefined, s.who('coordinator')],
      [oyer, s.who('council-secretary', oyer)],
    ] as const) {
      const { status, body } = await s.get(s.events(number), who)
      expect(status).toBe(200)
      const entries = body as unknown as Body[]
      expect(entries.length).toBeGreaterThan(0)
      for (const [i, entry] of entries.entries()) {
        expect(entry).toMatchObject({
          seq: i + 1,
          type: expect.any(String),
          actedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          recordedAt: expect.any(String),
          by: expect.any(String),
          input: expect.any(Object),
          findings: expect.any(Array),
          overrides: expect.any(Object),
          prevHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        })
        expect(entry).toHaveProperty('role')
        expect(entry).toHaveProperty('behalfOf')
        if (i > 0) expect(entry.prevHash).toBe(entries[i - 1]!.hash)
      }
      expect((await s.get(s.events(number))).status).toBe(401)
    }
    expect((await s.get(s.events('9999'), s.who('coordinator'))).status).toBe(404)
  })

  test('what is available says where it leads, what it takes and why not', async () => {
    const planner = s.who('planner', oyer)
    const { status, body } = await s.get(`${s.events(oyer)}/available`, planner)
    expect(status).toBe(200)
    const { seq, today, events } = body as unknown as {
      seq: number
      today: string
      events: {
        type: string
        label: string
        to: string | null
        input: Body
        allowed: boolean
        findings: Finding[]
      }[]
    }
    expect(today).toBe(day)
    expect(seq).toBe((await s.detail()).municipalities.find((x) => x.number === oyer)!.seq)
    for (const one of events) {
      expect(one).toMatchObject({
        type: expect.any(String),
        label: expect.any(String),
        input: { type: 'object', additionalProperties: false },
        allowed: expect.any(Boolean),
        findings: expect.any(Array),
      })
      expect(one).toHaveProperty('to')
      if (!one.allowed) expect(one.findings.some((f) => f.level !== 'S')).toBe(true)
      for (const { rule, level, text, source } of one.findings) {
        expect([rule, text, source].every((x) => typeof x === 'string' && x !== '')).toBe(true)
        expect(['H', 'B', 'S']).toContain(level)
      }
    }
    const types = events.map((one) => one.type)
    for (const internal of ['deadline-passed', 'notice-ended', 'become-current', 'replaced'])
      expect(types).not.toContain(internal)
    const publication = events.find((one) => one.type === 'record-publication')!
    expect(publication.allowed).toBe(true)
    expect(publication.input.required).toEqual(['publishedOn'])
    expect(events.find((one) => one.type === 'submit-for-first-treatment')!.allowed).toBe(false)
    expect((await s.get(`${s.events(oyer)}/available`)).status).toBe(401)
  })
})

describe('saying no', () => {
  const secretary = () => s.who('council-secretary', oyer)
  const decision = { type: 'record-decision', actedOn: day, outcome: 'unchanged' }

  const refusals: [
    string,
    () => Promise<{ status: number; body: Body; headers: Headers }>,
    number,
  ][] = [
    ['nobody signed in', () => s.act(undefined, oyer, decision), 401],
    ['a forged cookie', () => s.act(undefined, oyer, decision, { cookie: 'sid=forged' }), 401],
    ['no key', () => s.post(s.events(oyer), decision, secretary()), 400],
    ['an empty key', () => s.act(secretary(), oyer, decision, { 'idempotency-key': '' }), 400],
    ['an unknown field', () => s.act(secretary(), oyer, { ...decision, colour: 1 }), 400],
    [
      'an unknown field inside',
      () => s.act(secretary(), oyer, { ...decision, votes: { for: 1, against: 0, blank: 1 } }),
      400,
    ],
    [
      'a date that does not exist',
      () => s.act(secretary(), oyer, { ...decision, actedOn: '2028-02-30' }),
      400,
    ],
    [
      'another date that does not exist',
      () => s.act(secretary(), oyer, { ...decision, nextMeetingOn: '2027-02-29' }),
      400,
    ],
    [
      'no date',
      () => s.act(secretary(), oyer, { type: 'record-decision', outcome: 'unchanged' }),
      400,
    ],
    ['no type', () => s.act(secretary(), oyer, { actedOn: day }), 400],
    [
      'a required field missing',
      () => s.act(secretary(), oyer, { ...decision, outcome: undefined }),
      400,
    ],
    ['a wrong choice', () => s.act(secretary(), oyer, { ...decision, outcome: 'maybe' }), 400],
    [
      'a body that is no JSON',
      () => s.post(s.events(oyer), '{"type":', secretary(), { 'idempotency-key': 'x' }),
      400,
    ],
    [
      'a body that is a list',
      () => s.post(s.events(oyer), [decision], secretary(), { 'idempotency-key': 'x' }),
      400,
    ],
    ['an unknown event', () => s.act(secretary(), oyer, { ...decision, type: 'dance' }), 400],
    ['a planner who decides', () => s.act(s.who('planner', oyer), oyer, decision), 403],
    [
      'the coordinator for a municipality',
      () => s.act(s.who('coordinator'), oyer, { ...decision, behalfOf: oyer }),
      403,
    ],
    ['another municipality', () => s.act(s.who('council-secretary', vaga), oyer, decision), 403],
    ['on behalf of another', () => s.act(secretary(), oyer, { ...decision, behalfOf: vaga }), 403],
    ['an observer', () => s.act(s.who('observer'), oyer, decision), 403],
    [
      'a planner jointly',
      () => s.act(s.who('planner', oyer), undefined, { type: 'start-review', actedOn: day }),
      403,
    ],
    ['an unknown municipality', () => s.act(secretary(), '9999', decision), 404],
    [
      'an unknown strategy',
      () =>
        s.post('/api/strategies/none/events', decision, secretary(), { 'idempotency-key': 'x' }),
      404,
    ],
    ['a stale sequence', () => s.act(secretary(), oyer, { ...decision, expectedSeq: 0 }), 409],
    ['a sequence to come', () => s.act(secretary(), oyer, { ...decision, expectedSeq: 99 }), 409],
    [
      'a plan out of turn',
      () =>
        s.act(secretary(), oyer, {
          type: 'move-meeting',
          actedOn: day,
          meetingOn: '2028-09-01',
          reason: 'x',
        }),
      409,
    ],
    [
      'a fact of tomorrow',
      () => s.act(secretary(), oyer, { ...decision, actedOn: '2028-02-15' }),
      422,
    ],
    ['an unknown address', () => s.get('/api/nothing', secretary()), 404],
  ]

  test.each(refusals)('%s', async (_, send, status) => {
    const before = (await s.detail()).municipalities.find((x) => x.number === oyer)!.seq
    const answer = await send()
    expect([answer.status, answer.body]).toEqual([status, expect.anything()])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body).toMatchObject({
      status,
      code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
      title: expect.any(String),
      detail: expect.any(String),
    })
    expect((await s.detail()).municipalities.find((x) => x.number === oyer)!.seq).toBe(before)
  })

  test('a stale sequence is told the current one, a fact of tomorrow its H finding', async () => {
    const stale = await s.act(secretary(), oyer, { ...decision, expectedSeq: 0 })
    expect(stale.body.seq).toBe(
      (await s.detail()).municipalities.find((x) => x.number === oyer)!.seq,
    )
    const future = await s.act(secretary(), oyer, { ...decision, actedOn: '2028-03-01' })
    expect((future.body.findings as Finding[]).some((f) => f.level === 'H')).toBe(true)
  })

  test.each([
    'deadline-passed',
    'notice-ended',
    'become-current',
    'replaced',
    'xstate.init',
    'xstate.stop',
    'xstate.after.1000.K50',
  ])('%s is never accepted from outside', async (type) => {
    for (const number of [oyer, undefined]) {
      const who = number ? secretary() : s.who('coordinator')
      const answer = await s.act(who, number, { type, actedOn: day })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      const explained = await s.post(
        `${s.events(number)}/explain`,
        { type, actedOn: day, ...(number ? { behalfOf: number } : {}) },
        who,
      )
      expect(explained.body.allowed ?? false).toBe(false)
    }
  })

  test('a body above what is sensible is 413', async () => {
    const answer = await s.act(secretary(), oyer, { ...decision, reason: 'x'.repeat(3_000_000) })
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
  })

  test('a body of a length nobody told is read, and counted', async () => {
    const send = (size: number) =>
      fetch(`${s.url}/api/demo/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Blob([JSON.stringify({ person: 'x'.repeat(size) })]).stream(),
        duplex: 'half',
      } as RequestInit)
    expect((await send(10)).status).toBe(404)
    expect((await send(3_000_000)).status).toBe(413)
  })

  test('another origin and another host are refused, HEAD and OPTIONS are quiet', async () => {
    const foreign = await s.act(secretary(), oyer, decision, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    const signIn = await s.post('/api/demo/sign-in', { person: secretary().id }, undefined, {
      origin: 'https://evil.example',
    })
    expect(signIn.status).toBe(403)
    expect((await s.ask('HEAD', base())).status).toBe(200)
    expect((await s.ask('HEAD', `/s/${s.slug}`)).status).toBe(200)
    expect((await s.ask('OPTIONS', base())).status).toBeLessThan(500)
    expect((await s.ask('DELETE', base())).status).toBeGreaterThanOrEqual(400)
    expect((await s.ask('DELETE', base())).status).toBeLessThan(500)
  })

  test('a key answers the same again, refuses another body, and is kept for process and person', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const planner = s.who('planner', oyer)
    const choice = {
      type: 'choose-master-plan',
      actedOn: day,
      societal: 'full',
      landUse: 'partly',
    }
    const refused = await s.act(planner, oyer, { ...choice, expectedSeq: 0 }, key)
    expect(refused.status).toBe(409)
    const first = await s.act(planner, oyer, choice, key)
    expect([first.status, first.body.state]).toEqual([200, 'K20'])
    const again = await s.act(planner, oyer, choice, key)
    expect([again.status, again.body]).toEqual([200, first.body])
    const other = await s.act(planner, oyer, { ...choice, landUse: 'full' }, key)
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    const elsewhere = await s.act(s.who('planner', vaga), vaga, choice, key)
    expect(elsewhere.status).toBe(200)
    const colleague = await s.act(s.who('chief-executive', oyer), oyer, choice, key)
    expect(colleague.status).toBe(200)
    expect(Object.keys(first.body)).toEqual(
      expect.arrayContaining(['seq', 'state', 'flags', 'findings']),
    )
  })

  test('of ten at once with one key or one expected sequence, one is done', async () => {
    const planner = s.who('planner', '3405')
    const choice = { type: 'choose-master-plan', actedOn: day, societal: 'full', landUse: 'full' }
    const seq = async () => (await s.detail()).municipalities.find((x) => x.number === '3405')!.seq
    const before = await seq()
    const key = { 'idempotency-key': randomUUID() }
    const ten = <T>(one: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, one))
    const same = await ten(() => s.act(planner, '3405', choice, key))
    for (const { status, body } of same)
      expect([`200 ${before + 1}`, '409 key-in-flight']).toContain(
        `${status} ${status === 200 ? body.seq : body.code}`,
      )
    expect(await seq()).toBe(before + 1)
    const expected = await ten(() => s.act(planner, '3405', { ...choice, expectedSeq: before + 1 }))
    expect(expected.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(expected.filter(({ status }) => status === 409)).toHaveLength(9)
    expect(await seq()).toBe(before + 2)
  })

  test('the same address by another loopback name is its own', async () => {
    const there = new Stranger(s.url.replace('localhost', '127.0.0.1'))
    await there.look()
    const { status } = await there.get(`${base()}/board`, there.who('coordinator'))
    expect(status).toBe(200)
  })

  test('explaining changes nothing and says everything', async () => {
    const before = await s.detail()
    const answer = await s.post(
      `${s.events(oyer)}/explain`,
      { type: 'record-decision', actedOn: day, outcome: 'unchanged', behalfOf: oyer },
      secretary(),
    )
    expect(answer.status).toBe(200)
    const findings = answer.body.findings as Finding[]
    expect(findings.length).toBeGreaterThan(2)
    for (const one of findings)
      expect(one).toMatchObject({
        rule: expect.any(String),
        level: expect.stringMatching(/^[HBS]$/),
      })
    expect(await s.detail()).toEqual(before)
    const bad = await s.post(`${s.events(oyer)}/explain`, { ...decision, x: 1 }, secretary())
    expect(bad.status).toBe(400)
    const future = await s.post(
      `${s.events(oyer)}/explain`,
      { ...decision, actedOn: '2028-06-01' },
      secretary(),
    )
    const said = future.body.findings as Finding[]
    expect(said.filter((f) => f.level === 'H')).toHaveLength(1)
    expect(said.some((f) => f.level === 'S')).toBe(true)
  })
})

describe('sections', () => {
  test('a coordinator adds one while drafting, nobody else does', async () => {
    const section = { code: 'X1', title: 'Vedlegg om ras og flom', zone: 'joint', language: 'nb' }
    expect((await s.post(`${base()}/sections`, section)).status).toBe(401)
    expect((await s.post(`${base()}/sections`, section, s.who('planner', oyer))).status).toBe(403)
    const made = await s.post(`${base()}/sections`, section, s.who('coordinator'))
    expect([made.status, made.body]).toEqual([201, expect.objectContaining(section)])
    expect((await s.detail(s.who('coordinator'))).sections).toContainEqual(
      expect.objectContaining({ ...section, mayWrite: true, id: made.body.id }),
    )
    const own = { code: 'X2', title: 'Mer om Øyer', zone: oyer, language: 'nb' }
    expect((await s.post(`${base()}/sections`, own, s.who('coordinator'))).status).toBe(201)
    for (const wrong of [
      { ...section, code: 'X3', zone: '9999' },
      { ...section, code: 'X3', language: 'fr' },
      { ...section, code: '' },
      { ...section, code: 'X3', extra: true },
      { code: 'X3' },
    ])
      expect((await s.post(`${base()}/sections`, wrong, s.who('coordinator'))).status).toBe(400)
  })
})

describe('the public', () => {
  test('pages under /s/:slug answer without state codes', async () => {
    for (const path of ['', '/tekst', '/vedtak']) {
      const { status, bytes } = await s.get(`/s/${s.slug}${path}`)
      expect([path, status]).toEqual([path, 200])
      expect(new TextDecoder().decode(bytes).replace(/<[^>]*>/g, ' ')).not.toMatch(
        /\b[FK]\d{2,3}\b/,
      )
    }
    expect((await s.get('/s/nothing-here')).status).toBe(404)
    expect((await s.get(`/s/${s.slug}/v/${'0'.repeat(64)}`)).status).toBe(404)
  })
})

describe('freezing', () => {
  test('stores bytes whose SHA-256 is their name, hidden from others until public', async () => {
    const coordinator = s.who('coordinator')
    await s.does('coordinator', undefined, 'record-steering-decision', day, {
      about: 'freeze-consultation-draft',
      reference: 'Sak 3/28',
    })
    expect((await s.does('coordinator', undefined, 'start-review', day)).state).toBe('F40')
    const frozen = await s.does('coordinator', undefined, 'freeze-consultation-draft', day)
    expect(frozen.state).toBe('F50')
    await s.does('planner', oyer, 'freeze-own-part', day)
    const versions = rows(await s.get(`${base()}/versions`, coordinator)) as { hash: string }[]
    expect(versions.length).toBeGreaterThan(10)
    for (const { hash } of versions) {
      const { status, bytes } = await s.get(`${base()}/versions/${hash}`, coordinator)
      expect([status, sha256(bytes)]).toEqual([200, hash])
      expect((await s.get(`${base()}/versions/${hash}`)).status).toBe(404)
      expect((await s.get(`/s/${s.slug}/v/${hash}`)).status).toBe(404)
    }
    expect(rows(await s.get(`${base()}/versions`))).toEqual([])
    const { sections } = await s.detail(coordinator)
    expect(sections.filter((x) => x.mayWrite)).toEqual([])
    const late = { code: 'X9', title: 'For sent', zone: 'joint', language: 'nb' }
    expect((await s.post(`${base()}/sections`, late, coordinator)).status).toBe(409)
    await s.does('planner', oyer, 'record-publication', day, { publishedOn: day })
    const open = rows(await s.get(`${base()}/versions`)) as { hash: string }[]
    expect(open.length).toBeGreaterThan(0)
    for (const { hash } of open) {
      const { status, bytes } = await s.get(`${base()}/versions/${hash}`)
      expect([status, sha256(bytes)]).toEqual([200, hash])
      expect((await s.get(`/s/${s.slug}/v/${hash}`)).status).toBe(200)
    }
  })
})
