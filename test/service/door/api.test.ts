import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sectionsOf } from '../../../db/strategy.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'
import { describeApi } from '../../../service/api/openapi.ts'
import { dialects } from '../../support/dialects.ts'
import { lesja, oyer, play, toConsultation, toConsultationDraft, vaga, type Play } from './play.ts'

type Body = { [key: string]: unknown }

for (const dialect of dialects) {
  describe(`the API on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
    })
    afterEach(() => p.close())

    const base = () => `/api/strategies/${p.strategy}`
    const own = (number: string) => `${base()}/municipalities/${number}`
    const json = async (answer: Response): Promise<Body> => (await answer.json()) as Body
    const secretary = (number: string) => p.who('council-secretary', number)
    const join = { type: 'join', actedOn: '2027-11-01' }

    test('lists are bare arrays, and a strategy is found by id and by slug', async () => {
      const list = (await (await p.get('/api/strategies')).json()) as Body[]
      expect(list).toMatchObject([
        { id: p.strategy, slug: 'felles-2028', state: 'F10', stateLabel: 'Forankring' },
      ])
      const one = await json(await p.get('/api/strategies/felles-2028'))
      expect(one).toMatchObject({ id: p.strategy, state: 'F10', seq: 0 })
      expect(one.municipalities).toHaveLength(3)
      expect(one.municipalities).toMatchObject([
        { number: oyer, name: 'Øyer', state: 'K00', seq: 0, flags: expect.any(Array) },
        { number: vaga },
        { number: lesja },
      ])
      expect(one.sections).toHaveLength(5)
      expect((one.sections as Body[])[0]).toMatchObject({
        code: 'F1',
        zone: 'joint',
        language: 'nb',
        collab: expect.stringMatching(/^\/collab\//),
        mayWrite: false,
      })
    })

    test('an act answers with sequence, state, flags and findings, and stands in the journal', async () => {
      const answer = await p.post(
        `${own(oyer)}/events`,
        { ...join, body: 'formannskap' },
        secretary(oyer),
      )
      expect(answer.status).toBe(200)
      expect(await json(answer)).toMatchObject({
        seq: 1,
        state: 'K10',
        flags: expect.any(Array),
        findings: expect.any(Array),
      })
      const journal = (await (await p.get(`${own(oyer)}/events`, secretary(oyer))).json()) as Body[]
      expect(journal).toMatchObject([
        {
          seq: 1,
          type: 'join',
          actedOn: '2027-11-01',
          by: secretary(oyer).id,
          role: 'council-secretary',
          behalfOf: oyer,
          input: { body: 'formannskap' },
          overrides: {},
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          prevHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ])
    })

    test('every refusal has its status, code and words in the language asked for', async () => {
      const url = `${own(oyer)}/events`
      const who = secretary(oyer)
      const cases: [Promise<Response>, number, string][] = [
        [p.post(url, join), 401, 'signed-out'],
        [p.post(url, join, who, { 'idempotency-key': '' }), 400, 'key-missing'],
        [p.post(url, { ...join, actedOn: '2027-02-30' }, who), 400, 'no-such-date'],
        [p.post(url, { ...join, colour: 'red' }, who), 400, 'unknown-field'],
        [p.post(url, { actedOn: '2027-11-01' }, who), 400, 'input-invalid'],
        [p.post(url, { ...join, expectedSeq: -1 }, who), 400, 'input-invalid'],
        [p.post(url, { ...join, type: 'deadline-passed' }, who), 400, 'event-internal'],
        [p.post(url, { ...join, type: 'xstate.init' }, who), 400, 'event-internal'],
        [p.post(url, { ...join, type: 'dance' }, who), 400, 'event-unknown'],
        [p.post(url, join, secretary(vaga)), 403, 'forbidden'],
        [p.post(url, join, p.who('coordinator')), 403, 'forbidden'],
        [p.post(url, { ...join, actedOn: '2027-11-02' }, who), 422, 'findings-refuse'],
        [p.post(url, { ...join, expectedSeq: 7 }, who), 409, 'stale'],
        [p.post(`${own('9999')}/events`, join, who), 404, 'not-found'],
        [p.post('/api/strategies/none/events', join, who), 404, 'not-found'],
        [p.get(`${own(oyer)}/events`), 401, 'signed-out'],
        [p.get(`${base()}/board`), 401, 'signed-out'],
      ]
      for (const [asked, status, code] of cases) {
        const answer = await asked
        const body = await json(answer)
        expect([answer.status, body.code, body.status]).toEqual([status, code, status])
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
        expect(body.title).toEqual(expect.any(String))
      }
      const english = await p.post(url, { ...join, actedOn: '2027-11-02' }, who, {
        'accept-language': 'en',
      })
      const body = await json(english)
      expect(body.title).toBe('This cannot be recorded as it stands')
      expect(body.findings).toMatchObject([
        { rule: 'A1', level: 'H', text: expect.stringMatching(/2\sNovember\s2027/) },
        { rule: 'L1', level: 'S' },
      ])
    })

    test('a repeated key answers the same, with another body 422, and a stale sequence says what changed', async () => {
      const url = `${own(oyer)}/events`
      const who = secretary(oyer)
      const key = { 'idempotency-key': 'once' }
      const first = await json(await p.post(url, join, who, key))
      expect(await json(await p.post(url, join, who, key))).toEqual(first)
      const other = await p.post(url, { ...join, body: 'kommunestyre' }, who, key)
      expect([other.status, (await json(other)).code]).toEqual([422, 'key-reused'])
      const stale = await json(
        await p.post(
          url,
          { type: 'withdraw', actedOn: '2027-11-01', reason: 'x', expectedSeq: 0 },
          who,
        ),
      )
      expect(stale).toMatchObject({
        status: 409,
        code: 'stale',
        seq: 1,
        changed: [{ type: 'join' }],
      })
    })

    test('what is available says where it leads, what it needs and why not', async () => {
      const now = await json(await p.get(`${own(oyer)}/events/available`, secretary(oyer)))
      expect(now).toMatchObject({ seq: 0, today: '2027-11-01' })
      const events = now.events as Body[]
      const byType = new Map(events.map((event) => [event.type, event]))
      expect(byType.get('join')).toMatchObject({
        allowed: true,
        to: 'K10',
        label: expect.any(String),
      })
      expect(byType.get('record-decision')).toMatchObject({
        input: { type: 'object', required: ['outcome'], additionalProperties: false },
      })
      expect(byType.get('move-meeting')).toMatchObject({ allowed: false })
      expect(byType.get('move-meeting')?.findings).not.toEqual([])
      expect([...byType.keys()]).not.toContain('deadline-passed')
    })

    test('explaining answers with every finding and changes nothing', async () => {
      const asked = { ...join, actedOn: '2027-11-01' }
      const said = await json(await p.post(`${own(oyer)}/events/explain`, asked, secretary(oyer)))
      expect(said).toMatchObject({ seq: 0, allowed: true, from: 'K00', to: 'K10', code: null })
      const no = await json(
        await p.post(
          `${own(oyer)}/events/explain`,
          { ...asked, actedOn: '2027-12-01' },
          secretary(oyer),
        ),
      )
      expect(no).toMatchObject({ allowed: false, findings: [{ rule: 'A1' }, { rule: 'L1' }] })
      expect(await json(await p.get(own(oyer).replace(/\/municipalities.*/, '')))).toMatchObject({
        seq: 0,
      })
    })

    test('stored bytes are served under their own sum, to others only when public', async () => {
      await toConsultationDraft(p)
      const coordinator = p.who('coordinator')
      const list = (await (await p.get(`${base()}/versions`, coordinator)).json()) as Body[]
      const joint = list.find((one) => one.scope === 'joint')!
      const url = `${base()}/versions/${String(joint.hash)}`
      expect((await p.get(url)).status).toBe(404)
      expect(await (await p.get(`${base()}/versions`)).json()).toEqual([])
      const bytes = Buffer.from(await (await p.get(url, coordinator)).arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(joint.hash)
      await toConsultation(p, oyer)
      expect((await p.get(url)).status).toBe(200)
      expect((await p.get(`${base()}/versions/${'0'.repeat(64)}`, coordinator)).status).toBe(404)
    })

    test('the coordinator adds a section while drafting, nobody else does, and not once it is frozen', async () => {
      const section = { code: 'F3', title: 'Rammer', zone: 'joint', language: 'nb' }
      const add = (who = p.who('coordinator'), body: object = section) =>
        p.post(`${base()}/sections`, body, who)
      expect((await add(p.who('planner', oyer))).status).toBe(403)
      expect((await add(undefined, { ...section, zone: '9999' })).status).toBe(400)
      expect((await add(undefined, { ...section, extra: 1 })).status).toBe(400)
      const made = await add()
      expect(made.status).toBe(201)
      expect(await json(made)).toMatchObject({ code: 'F3', zone: 'joint' })
      expect((await add()).status).toBe(409)
      const { id } = (await sectionsOf(p.house.store.db, 1, p.strategy, 'joint')).at(-1)!
      await p.house.rooms.write(1, id, 'x', (doc) => {
        for (const lang of ['nb', 'nn'] as const) writeBlocks(doc, lang, [{ text: 'Rammer' }])
      })
      await toConsultationDraft(p)
      expect((await add(undefined, { ...section, code: 'F4' })).status).toBe(409)
    })

    test('the board has a row for each, and the decisions are there for everyone', async () => {
      const board = await json(await p.get(`${base()}/board`, p.who('planner', oyer)))
      expect(board.municipalities).toHaveLength(3)
      expect(board.joint).toMatchObject({ state: 'F10' })
      const decisions = (await (await p.get(`${base()}/decisions`)).json()) as Body[]
      expect(decisions.map((one) => [one.number, one.decision])).toEqual([
        [oyer, null],
        [vaga, null],
        [lesja, null],
      ])
    })
  })
}

describe('the API’s description', () => {
  test('every reference leads somewhere, and every event people may send is described', () => {
    const api = describeApi()
    const text = JSON.stringify(api)
    const schemas = (api.components as { schemas: Body }).schemas
    const refs = [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map((m) => m[1]!)
    expect(refs.length).toBeGreaterThan(50)
    expect(refs.filter((name) => !(name in schemas))).toEqual([])
    expect(schemas).toHaveProperty(['participation.record-decision'])
    expect(text).not.toContain('deadline-passed')
  })
})
