// The contract while the councils decide: agenda and thirty days, harmonisation, closing, the compiled edition, the end.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startServer, type Server } from '../support/server.ts'
import { sha256, Stranger, type Body, type Finding } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const secretary = 'council-secretary'
let server: Server
let s: Stranger

beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1', DEMO_MOMENT: 'councils' } })
  s = new Stranger(server.url)
  await s.look()
}, 180_000)

afterAll(async () => {
  await server?.stop()
  server?.remove()
})

const day = '2028-09-11'
const joint = async (type: string, on: string, input: Body = {}): Promise<string> =>
  (await s.does('coordinator', undefined, type, on, input)).state
const at = async (number: string) =>
  (await s.detail(s.who('coordinator'))).municipalities.find((one) => one.number === number)!
const rulesOf = (answer: { body: Body }, level: string): string[] =>
  (answer.body.findings as Finding[]).filter((f) => f.level === level).map((f) => f.rule)

test('the moment is in the councils, and its decisions are public with a version whose sum is right', async () => {
  expect(await s.detail()).toMatchObject({ state: 'F90' })
  expect(await s.today()).toBe(day)
  const decisions = (await s.get(`/api/strategies/${s.strategy}/decisions`))
    .body as unknown as Body[]
  expect(decisions).toHaveLength(12)
  const hashes = [...JSON.stringify(decisions).matchAll(/"([0-9a-f]{64})"/g)].map((m) => m[1]!)
  expect(hashes.length).toBeGreaterThan(5)
  for (const hash of new Set(hashes)) {
    const { status, bytes } = await s.get(`/api/strategies/${s.strategy}/versions/${hash}`)
    expect([status, sha256(bytes)]).toEqual([200, hash])
    expect((await s.get(`/s/${s.slug}/v/${hash}`)).status).toBe(200)
  }
  expect((await s.get(`/s/${s.slug}/vedtak`)).status).toBe(200)
})

test('a meeting too soon is refused with the first lawful day; the mayor alone may override', async () => {
  const meeting = { type: 'schedule-council', actedOn: day, meetingOn: '2028-09-21' }
  const refused = await s.act(s.who(secretary, '3432'), '3432', meeting)
  expect(refused.status).toBe(422)
  const said = refused.body.findings as Finding[]
  const breach = said.find((f) => f.level === 'B' && f.way)!
  expect(breach.way!.replaceAll('\u00a0', ' ')).toContain('23. september 2028')
  const overrides = Object.fromEntries(rulesOf(refused, 'B').map((rule) => [rule, 'Fristen.']))
  const asSecretary = await s.act(s.who(secretary, '3432'), '3432', { ...meeting, overrides })
  expect(asSecretary.status).toBe(403)
  const empty = Object.fromEntries(rulesOf(refused, 'B').map((rule) => [rule, '']))
  const noReason = await s.act(s.who('mayor', '3432'), '3432', { ...meeting, overrides: empty })
  expect([400, 422]).toContain(noReason.status)
  const mayor = await s.act(s.who('mayor', '3432'), '3432', { ...meeting, overrides })
  expect([mayor.status, mayor.body.state]).toEqual([200, 'K90'])
  expect(mayor.body.flags).toContain(`overstyrt_${breach.rule}`)
  expect(mayor.body.flags).not.toContain('brudd_30_dager')
  // Inside, the override is seen; the public is told facts, not flags of the work.
  expect((await at('3432')).flags).toContain(`overstyrt_${breach.rule}`)
  const shown = (await s.detail()).municipalities.find((one) => one.number === '3432')!
  expect(shown.flags.filter((flag) => flag.startsWith('overstyrt_'))).toEqual([])
  await s.does(secretary, '3432', 'move-meeting', day, { meetingOn: '2028-09-28', reason: 'x' })
  expect((await at('3432')).flags).toContain('moete_flyttet')
})

test('what came back goes to the agenda again, and off it', async () => {
  const resumed = await s.does(secretary, '3433', 'resume', day, {
    to: 'K90',
    meetingOn: '2028-10-05',
  })
  expect(resumed.state).toBe('K90')
  const off = await s.does(secretary, '3433', 'take-off-agenda', day, { by: 'x', reason: 'y' })
  expect(off.state).toBe('K80')
})

test('nobody stops or reopens what councils have adopted', async () => {
  for (const type of ['stop', 'reopen-proposal']) {
    const answer = await s.act(s.who('coordinator'), undefined, { type, actedOn: day, reason: 'x' })
    expect(answer.status).toBe(422)
    expect(rulesOf(answer, 'H')).not.toEqual([])
  }
})

test('harmonisation opens the joint text and closes by acceptance or by a new version', async () => {
  expect(await joint('open-harmonisation', day)).toBe('F95')
  const writable = (await s.detail(s.who('coordinator'))).sections.filter((one) => one.mayWrite)
  expect(writable.length).toBeGreaterThan(0)
  expect(await joint('close-harmonisation', day, { by: 'accept' })).toBe('F90')
  expect(await joint('open-harmonisation', day)).toBe('F95')
  expect(await joint('close-harmonisation', day, { by: 'new-version' })).toBe('F90')
  // The text was not touched: those who adopted it are in no breach.
  expect((await at('3440')).flags).not.toContain('brudd_30_dager')
})

test('the closing date, late councils, the compiled edition and the end', async () => {
  expect(await joint('set-closing-date', day, { on: '2028-12-31' })).toBe('F102')
  const today = '2028-12-01'
  expect((await s.post('/api/demo/clock', { today }, s.who('coordinator'))).status).toBe(200)
  const decided = ['K100', 'K101', 'K110', 'K120', 'K130']
  for (const { number, state } of (await s.detail()).municipalities) {
    if (decided.includes(state)) continue
    const late = await s.does(secretary, number, 'record-decision', '2028-10-05', {
      outcome: 'unchanged',
    })
    expect(late.state).toBe('K100')
  }
  expect((await s.detail()).state).toMatch(/^F10[01]$/)
  expect(await joint('publish-compiled-edition', today)).toBe('F110')
  const end = { type: 'end', actedOn: today }
  const refused = await s.act(s.who('coordinator'), undefined, end)
  expect(refused.status).toBe(422)
  const overrides = Object.fromEntries(rulesOf(refused, 'B').map((rule) => [rule, 'Enighet.']))
  const ended = await s.act(s.who('steering-leader'), undefined, { ...end, overrides })
  expect([ended.status, ended.body.state]).toEqual([200, 'F120'])
})
