// Every event of the contract with no more than its documented fields, from its documented states, over real HTTP; and
// what has happened recorded weeks late from far behind.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startServer, type Server } from '../support/server.ts'
import { Stranger, type Body } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const [oyer, vaga, lillehammer, dovre, sel] = ['3440', '3435', '3405', '3431', '3437'] as const
const [ringebu, gausdal, lom, skjaak, lesja] = ['3439', '3441', '3434', '3433', '3432'] as const
const secretary = 'council-secretary'

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

const to = async (today: string): Promise<void> => {
  const { status } = await s.post('/api/demo/clock', { today }, s.who('coordinator'))
  expect(status).toBe(200)
}
const stateOf = async (number: string) =>
  (await s.detail(s.who('coordinator'))).municipalities.find((one) => one.number === number)!

/// One act as whoever holds the role; answers the state it led to.
const state = async (
  role: string,
  number: string | undefined,
  type: string,
  on: string,
  input: Body = {},
): Promise<string> => (await s.does(role, number, type, on, input)).state

const joint = (type: string, on: string, input: Body = {}) =>
  state('coordinator', undefined, type, on, input)

describe('live, step by step', () => {
  const d1 = '2028-02-14'

  test('the joint draft: review, back, decision of the steering group, freeze', async () => {
    expect(await joint('start-review', d1)).toBe('F40')
    expect(await joint('return-to-drafting', d1, { reason: 'mer arbeid' })).toBe('F30')
    expect(await joint('start-review', d1)).toBe('F40')
    const decision = { about: 'freeze-consultation-draft', reference: 'Sak 3/28' }
    expect(await joint('record-steering-decision', d1, decision)).toBe('F40')
    expect(await joint('freeze-consultation-draft', d1)).toBe('F50')
    expect(
      (
        await s.act(s.who('coordinator'), undefined, {
          type: 'freeze-consultation-draft',
          actedOn: d1,
        })
      ).status,
    ).toBe(409)
  })

  test('first treatment: postponed, elsewhere, sent back, delegated, laid out, recalled', async () => {
    const own = (type: string, input: Body = {}) => state('planner', oyer, type, d1, input)
    const treated = (outcome: string, role = secretary) =>
      state(role, oyer, 'record-first-treatment', d1, { body: 'formannskap', outcome })
    expect(await own('choose-master-plan', { societal: 'full', landUse: 'partly' })).toBe('K20')
    expect(
      (
        await s.act(s.who('planner', oyer), oyer, {
          type: 'submit-for-first-treatment',
          actedOn: d1,
        })
      ).status,
    ).toBe(422)
    expect(await own('freeze-own-part')).toBe('K20')
    expect(await own('submit-for-first-treatment')).toBe('K30')
    expect(await treated('postponed')).toBe('K30')
    expect(await treated('other-body')).toBe('K30')
    expect(await treated('sent-back')).toBe('K20')
    expect(await treated('delegated', 'chief-executive')).toBe('K40')
    expect(await own('recall', { reason: 'feil vedlegg' })).toBe('K20')
    expect(await own('submit-for-first-treatment')).toBe('K30')
    expect(await treated('laid-out')).toBe('K40')
  })

  test('publication and consultation: extended, closed early by override, reopened, closed by the clock', async () => {
    const own = (type: string, input: Body = {}, role = 'planner') =>
      state(role, oyer, type, d1, input)
    expect(await own('record-publication', { publishedOn: d1 })).toBe('K50')
    expect((await s.detail()).state).toBe('F60')
    expect(await own('extend-deadline', { deadlineOn: '2028-04-01', reason: 'ferie' })).toBe('K50')
    const early = { type: 'close-consultation', actedOn: d1, reason: 'alle har svart' }
    const refused = await s.act(s.who('planner', oyer), oyer, early)
    expect(refused.status).toBe(422)
    const rule = (refused.body.findings as { rule: string; level: string }[]).find(
      (f) => f.level === 'B',
    )!.rule
    const closed = await s.act(s.who('chief-executive', oyer), oyer, {
      ...early,
      overrides: { [rule]: 'Alle har svart.' },
    })
    expect([closed.status, closed.body.state]).toEqual([200, 'K60'])
    expect(closed.body.flags).toContain(`overstyrt_${rule}`)
    expect(await own('reopen-consultation', { deadlineOn: '2028-03-28', reason: 'flere' })).toBe(
      'K50',
    )
    await to('2028-03-28')
    expect((await stateOf(oyer)).state).toBe('K50')
    await to('2028-03-29')
    expect((await stateOf(oyer)).state).toBe('K60')
  })

  const d2 = '2028-03-29'

  test('the final proposal waits for those who are not done, unless the steering group’s leader says why not', async () => {
    const freeze = { type: 'freeze-final-proposal', actedOn: d2, changes: [] }
    const refused = await s.act(s.who('coordinator'), undefined, freeze)
    expect(refused.status).toBe(422)
    const rules = (refused.body.findings as { rule: string; level: string }[])
      .filter((f) => f.level === 'B')
      .map((f) => f.rule)
    const overrides = Object.fromEntries(rules.map((rule) => [rule, 'Korteste frist.']))
    expect((await s.act(s.who('coordinator'), undefined, { ...freeze, overrides })).status).toBe(
      403,
    )
    const frozen = await s.act(s.who('steering-leader'), undefined, { ...freeze, overrides })
    expect([frozen.status, frozen.body.state]).toEqual([200, 'F80'])
    expect(await joint('reopen-proposal', d2, { reason: 'en feil' })).toMatch(/^F[567]0$/)
    const again = await s.act(s.who('steering-leader'), undefined, {
      ...freeze,
      changes: [{ zone: 'joint', kind: 'editorial', text: 'Skrivefeil.' }],
      overrides,
    })
    expect([again.status, again.body.state]).toEqual([200, 'F80'])
  })

  test('the council’s agenda: 30 days, the mayor’s override, moved, taken off', async () => {
    const own = (type: string, input: Body = {}, role = 'planner') =>
      state(role, oyer, type, d2, input)
    expect(await own('start-treating')).toBe('K70')
    expect(await own('submit-for-recommendation')).toBe('K80')
    expect(await own('record-recommendation', { body: 'formannskap' }, secretary)).toBe('K80')
    expect(await own('return-to-treating', { reason: 'mer' }, secretary)).toBe('K70')
    expect(await own('submit-for-recommendation')).toBe('K80')
    await own('record-publication', { publishedOn: d2 })
    const ask = (meetingOn: string, more: Body = {}, role = secretary) =>
      s.act(s.who(role, oyer), oyer, { type: 'schedule-council', actedOn: d2, meetingOn, ...more })
    const passed = await ask('2028-03-20')
    expect(passed.status).toBe(422)
    expect((passed.body.findings as { level: string }[])[0]!.level).toBe('H')
    const soon = await ask('2028-04-20')
    expect(soon.status).toBe(422)
    const blocking = (soon.body.findings as { rule: string; level: string }[]).filter(
      (f) => f.level === 'B',
    )
    const overrides = Object.fromEntries(blocking.map(({ rule }) => [rule, 'Haster.']))
    expect((await ask('2028-04-20', { overrides })).status).toBe(403)
    const mayor = await ask('2028-04-20', { overrides }, 'mayor')
    expect([mayor.status, mayor.body.state]).toEqual([200, 'K90'])
    expect(mayor.body.flags).toEqual(
      expect.arrayContaining(blocking.map(({ rule }) => `overstyrt_${rule}`)),
    )
    const journal = (await s.get(s.events(oyer), s.who(secretary, oyer))).body as unknown as Body[]
    expect(Object.keys(journal.at(-1)!.overrides as object)).toHaveLength(blocking.length)
    const off = { by: 'Ordføreren', reason: 'Venter.' }
    expect(await own('take-off-agenda', off, secretary)).toBe('K80')
  })

  test('with everybody asked a lawful meeting needs neither edition nor override', async () => {
    const missing = await s.act(s.who(secretary, oyer), oyer, {
      type: 'schedule-council',
      actedOn: d2,
      meetingOn: '2028-05-25',
    })
    const told = (missing.body.findings as { level: string; text: string }[])
      .filter((f) => f.level === 'B')
      .map((f) => f.text)
    const consultees = [
      ...told
        .join()
        .matchAll(
          /(Statsforvalteren i Innlandet|Innlandet fylkeskommune|\p{Lu}[\p{L}-]+ kommune)/gu,
        ),
    ].map((m) => m[1]!)
    if (consultees.length > 0)
      await s.does('planner', oyer, 'record-publication', d2, { publishedOn: d2, consultees })
    expect(await state(secretary, oyer, 'schedule-council', d2, { meetingOn: '2028-05-25' })).toBe(
      'K90',
    )
    expect(
      await state(secretary, oyer, 'move-meeting', d2, {
        meetingOn: '2028-06-22',
        reason: 'ferie',
      }),
    ).toBe('K90')
    expect((await stateOf(oyer)).flags).toContain('moete_flyttet')
  })
})

describe('weeks late, straight from far behind', () => {
  const on = '2028-06-10'

  test('a decision from K20, K30 and K50 with every outcome', async () => {
    await to('2028-06-20')
    const decided = (number: string, outcome: string, more: Body = {}) =>
      s.does(secretary, number, 'record-decision', on, { outcome, ...more })
    const first = await decided(dovre, 'unchanged')
    expect(first.state).toBe('K100')
    expect(first.flags).toEqual(
      expect.arrayContaining([
        'steg_ikke_registrert',
        'kunngjoring_ukjent',
        'mangler_kommuneplanvalg',
      ]),
    )
    expect(first.flags).not.toContain('brudd_30_dager')
    expect(first.findings.every((f) => f.level !== 'H')).toBe(true)
    await s.does('planner', vaga, 'record-publication', '2028-05-20', {
      publishedOn: '2028-05-20',
      deadlineOn: '2028-07-05',
    })
    expect((await stateOf(vaga)).state).toBe('K50')
    const changed = await decided(vaga, 'changed', {
      caseNumber: 'KS 40/28',
      votes: { for: 12, against: 5 },
      points: ['Planstrategien vedtas med endringer.'],
      changes: [{ zone: 'joint', kind: 'material', text: 'Presisere rådet.' }],
      editorialPower: 'Kommunedirektøren',
    })
    expect(changed.state).toBe('K101')
    expect(changed.flags).toEqual(
      expect.arrayContaining(['avvik_fellesdel', 'ikke_innarbeidet', 'brudd_30_dager']),
    )
    expect(
      (await decided(sel, 'postponed', { nextMeetingOn: '2028-09-01', reason: 'x' })).state,
    ).toBe('K103')
    expect((await decided(ringebu, 'sent-back', { to: 'formannskapet', reason: 'x' })).state).toBe(
      'K102',
    )
    expect((await decided(gausdal, 'rejected', { votes: 'unanimous', reason: 'x' })).state).toBe(
      'K104',
    )
  })

  test('from K60 with the flags it would have had live', async () => {
    await s.does('planner', lillehammer, 'record-publication', '2028-04-01', {
      publishedOn: '2028-04-01',
      deadlineOn: '2028-05-10',
    })
    expect((await stateOf(lillehammer)).state).toBe('K60')
    const late = await s.does(secretary, lillehammer, 'record-decision', '2028-06-01', {
      outcome: 'unchanged',
      votes: { for: 30, against: 5 },
    })
    expect(late.state).toBe('K100')
    expect(late.flags).toContain('steg_ikke_registrert')
    expect(late.flags).not.toContain('brudd_30_dager')
    expect(late.flags).not.toContain('kunngjoring_ukjent')
    const filled = await s.does(secretary, lillehammer, 'record-first-treatment', '2028-03-20', {
      body: 'formannskap',
      outcome: 'laid-out',
    })
    expect(filled.state).toBe('K100')
  })

  test('the other facts from every earlier state', async () => {
    expect(
      await state('planner', lom, 'extend-deadline', on, { deadlineOn: '2028-07-20', reason: 'x' }),
    ).toBe('K50')
    expect(
      await state('planner', lom, 'record-publication', '2028-05-25', {
        publishedOn: '2028-05-25',
        deadlineOn: '2028-06-30',
      }),
    ).toBe('K50')
    expect((await stateOf(lom)).deadlines).toContainEqual(
      expect.objectContaining({ on: '2028-07-20' }),
    )
    expect(
      await state('planner', lom, 'break-off-consultation', '2028-06-20', { reason: 'ny tekst' }),
    ).toBe('K20')
    expect(
      await state(secretary, skjaak, 'record-recommendation', on, { body: 'formannskap' }),
    ).toBe('K80')
    expect(await state('planner', lesja, 'record-announcement', on)).toBe('K120')
    expect(await state(secretary, lesja, 'record-adjustment', '2028-06-15')).toBe('K130')
    expect(await state(secretary, skjaak, 'withdraw', '2028-06-15', { reason: 'x' })).toBe('K900')
    expect(await state(secretary, skjaak, 'take-back-withdrawal', '2028-06-15')).toBe('K80')
    expect(await state('planner', skjaak, 'start-new-round', '2028-06-20', { reason: 'x' })).toBe(
      'K30',
    )
  })
})

describe('after the council', () => {
  const today = '2028-06-20'

  test('what came back goes on, what was decided is confirmed, announced, adjusted, annulled', async () => {
    expect(await state(secretary, sel, 'resume', today, { to: 'K80' })).toBe('K80')
    expect(await state('planner', ringebu, 'resume', today, { to: 'K20' })).toBe('K20')
    expect(await state('planner', gausdal, 'resume', today, { to: 'K70' })).toBe('K70')
    await to('2028-06-23')
    const voted = await s.does(secretary, oyer, 'record-decision', '2028-06-22', {
      outcome: 'changed',
      changes: [{ zone: oyer, kind: 'editorial', text: 'Språk.' }],
      votes: 'unanimous',
    })
    expect([voted.state, voted.flags.includes('brudd_30_dager')]).toEqual(['K101', false])
    const day = '2028-06-23'
    expect(await state('planner', oyer, 'classify-decision', day, { class: 'identical' })).toBe(
      'K101',
    )
    const versions = (await s.get(`/api/strategies/${s.strategy}/versions`, s.who('planner', oyer)))
      .body as unknown as { hash: string; scope: string; zone: string }[]
    const edition = versions.findLast((v) => v.scope === 'edition' && v.zone === oyer)!.hash
    expect(await state('chief-executive', oyer, 'confirm-adopted-text', day, { edition })).toBe(
      'K101',
    )
    expect((await stateOf(oyer)).flags).not.toContain('ikke_innarbeidet')
    expect(
      await state('planner', oyer, 'record-announcement', day, {
        sentTo: ['Statsforvalteren i Innlandet'],
      }),
    ).toBe('K120')
    expect(await state(secretary, oyer, 'record-adjustment', day, { caseNumber: 'KS 1/29' })).toBe(
      'K130',
    )
    expect(
      await state(secretary, oyer, 'fix-planning-programme', day, { body: 'kommunestyre' }),
    ).toBe('K130')
    expect(await state(secretary, oyer, 'note-legality-review', day, { by: 'three-members' })).toBe(
      'K130',
    )
    expect((await stateOf(oyer)).flags).toContain('lovlighetskontroll')
    expect(await state(secretary, oyer, 'settle-legality-review', day, { outcome: 'upheld' })).toBe(
      'K130',
    )
    expect(await state(secretary, oyer, 'treat-again', day, { reason: 'ny behandling' })).toBe(
      'K80',
    )
    expect((await stateOf(oyer)).flags).toContain('tidligere_vedtak_gjelder')
    expect(await state(secretary, dovre, 'record-annulment', day, { reference: 'SF 4/28' })).toBe(
      'K80',
    )
    expect((await stateOf(dovre)).flags).toContain('vedtak_opphevet')
  })

  test('a correction changes what was entered, and the journal keeps both', async () => {
    const before = (await s.get(s.events(lillehammer), s.who(secretary, lillehammer)))
      .body as unknown as Body[]
    const entry = before.find((one) => one.type === 'record-decision')!.seq
    const corrected = await s.does(secretary, lillehammer, 'correct', '2028-06-23', {
      entry,
      field: 'actedOn',
      value: '2028-04-20',
      reason: 'Feil dato.',
    })
    expect(corrected.flags).toContain('brudd_30_dager')
    const struck = await s.does(secretary, lillehammer, 'correct', '2028-06-23', {
      entry,
      field: 'void',
      value: true,
      reason: 'Ble ikke vedtatt.',
    })
    expect(struck.state).not.toBe('K100')
    const after = (await s.get(s.events(lillehammer), s.who(secretary, lillehammer)))
      .body as unknown as Body[]
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after).toHaveLength(before.length + 2)
  })

  test('withdrawal ends by the system; one who left may join again', async () => {
    expect(await state(secretary, sel, 'withdraw', '2028-06-23', { reason: 'egen vei' })).toBe(
      'K900',
    )
    await to('2028-06-30')
    expect((await stateOf(sel)).state).toBe('K910')
    expect(await state(secretary, sel, 'join', '2028-06-30', { body: 'kommunestyre' })).toBe('K10')
    expect(await state('planner', sel, 'start-own-part', '2028-06-30')).toBe('K20')
  })
})
