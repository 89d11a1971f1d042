import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, available, explain, type Outcome } from '../../../service/act.ts'
import { insertThread } from '../../../db/comment.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import { journalRows } from '../../../db/journal.ts'
import { followAll } from '../../../service/follow.ts'
import { changeSettings } from '../../../service/region/municipality-settings.ts'
import { rowOf } from '../../../service/prepare.ts'
import { stepIn } from '../../../service/step.ts'
import { journalOf } from '../../../service/journal/read.ts'
import type { Role } from '../../../workflows/act.ts'
import { dialects } from '../../support/dialects.ts'
import {
  done,
  oyer,
  play,
  refused,
  three,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Play,
} from './play.ts'

for (const dialect of dialects) {
  describe(`the door on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
    })
    afterEach(() => p.close())

    const joinOyer = (key = 'one', more = {}): Promise<Outcome> =>
      p.in(oyer, 'join', '2027-11-01', { body: 'formannskap' }, { key, ...more })
    const entries = async (process: string) =>
      journalRows(p.house.store.db, 1, process.replace('$', p.strategy))

    test('an act moves the state, is in the journal, and answers with its sequence', async () => {
      expect(done(await joinOyer())).toMatchObject({ seq: 1, state: 'K10' })
      const [entry, ...others] = await entries(`$:${oyer}`)
      expect(others).toEqual([])
      expect(entry).toMatchObject({
        seq: 1,
        type: 'join',
        from_state: 'K00',
        to_state: 'K10',
        behalf_of: oyer,
        actor: p.who('council-secretary', oyer).id,
      })
    })

    test('[G4] comments on the joint text that must be settled are counted when it goes to review', async () => {
      const { db } = p.house.store
      for (const type of ['start-knowledge-base', 'start-drafting'])
        done(await p.joint(type, '2027-12-13'))
      const section = (await sectionsOf(db, 1, p.strategy, 'joint'))[0]!.id
      const place = { lang: 'nb', block: 'a', quote: '', anchor_from: '{}', anchor_to: '{}' }
      const by = { municipality: oyer, person: 'x', created_at: '2028-01-10T09:00:00.000Z' }
      await db.transaction().execute(async (trx) => {
        for (const circle of ['twelve', 'municipality', 'me']) {
          const thread = { region: 1, id: circle, section, circle, must: 1, ...place, ...by }
          await insertThread(trx, thread)
        }
      })
      const outcome = done(await p.joint('start-review', '2028-03-01'))
      expect(outcome.findings).toMatchObject([{ rule: 'G4', level: 'S', values: { count: 2 } }])
    })

    test('the same command sent five times at once happens once, and all are answered alike', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => joinOyer()))
      expect(answers.map((a) => done(a).seq)).toEqual([1, 1, 1, 1, 1])
      expect(answers.filter((a) => done(a).replayed)).toHaveLength(4)
      expect(await entries(`$:${oyer}`)).toHaveLength(1)
    })

    test('a key in use by another body is refused, and so is one that is being carried out', async () => {
      const command = (body: string) => ({
        process: { strategy: p.strategy, kind: 'participation' as const, municipality: oyer },
        type: 'join',
        actedOn: '2027-11-01',
        input: { body },
        person: p.who('council-secretary', oyer).signedIn,
        key: 'one',
        inFlight: 'refuse' as const,
      })
      const [first, second] = await Promise.all([
        act(p.house, command('formannskap')),
        act(p.house, command('formannskap')),
      ])
      expect([first.ok, second.ok]).toEqual([true, false])
      expect(refused(second).code).toBe('key-in-flight')
      expect(refused(await act(p.house, command('kommunestyre'))).code).toBe('key-reused')
      expect(done(await act(p.house, command('formannskap'))).replayed).toBe(true)
      expect(await entries(`$:${oyer}`)).toHaveLength(1)
    })

    test('a refusal is not remembered: the key can be used when the way is clear', async () => {
      const first = await p.joint('start-drafting', '2027-11-01', {}, { key: 'same' })
      expect(refused(first).code).toBe('not-in-this-state')
      for (const number of [oyer, vaga]) {
        done(await p.joint('invite', '2027-11-01', { municipality: number }))
      }
      done(await p.joint('start-knowledge-base', '2027-11-01'))
      done(await p.joint('start-drafting', '2027-11-01', {}, { key: 'same' }))
    })

    test('two who act at once on what they both saw: exactly one wins, the other is told what changed', async () => {
      done(await joinOyer())
      const [a, b] = await Promise.all([
        p.in(oyer, 'withdraw', '2027-11-01', { reason: 'for lite folk' }, { expectedSeq: 1 }),
        p.in(
          oyer,
          'choose-master-plan',
          '2027-11-01',
          { societal: 'full', landUse: 'partly' },
          { expectedSeq: 1, role: 'chief-executive' },
        ),
      ])
      expect([a.ok, b.ok].filter(Boolean)).toHaveLength(1)
      const lost = refused(a.ok ? b : a)
      expect(lost).toMatchObject({ code: 'stale', seq: 2 })
      expect(lost.changed).toHaveLength(1)
      expect(lost.changed?.[0]?.seq).toBe(2)
      expect(await entries(`$:${oyer}`)).toHaveLength(2)
    })

    test('twenty acts by many at once on one process make twenty entries in one unbroken line', async () => {
      done(await joinOyer())
      const choices = ['full', 'partly', 'unchanged']
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          p.in(oyer, 'choose-master-plan', '2027-11-01', {
            societal: choices[i % 3]!,
            landUse: choices[(i + 1) % 3]!,
          }),
        ),
      )
      expect(answers.map((a) => done(a).seq).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, i) => i + 2),
      )
    })

    test('wrong shapes are refused by name, and nothing is written', async () => {
      const person = p.who('council-secretary', oyer).signedIn
      const ask = (type: string, actedOn: string, input: object, more = {}) =>
        act(p.house, {
          process: { strategy: p.strategy, kind: 'participation', municipality: oyer },
          type,
          actedOn,
          input: input as never,
          person,
          key: 'k',
          ...more,
        })
      const cases: [Promise<Outcome>, string, string | undefined][] = [
        [ask('no-such-event', '2027-11-01', {}), 'event-unknown', 'type'],
        [ask('invite', '2027-11-01', { municipality: vaga }), 'event-unknown', 'type'],
        [ask('deadline-passed', '2027-11-01', {}), 'event-internal', 'type'],
        [ask('become-current', '2027-11-01', {}), 'event-internal', 'type'],
        [ask('xstate.done.state.x', '2027-11-01', {}), 'event-internal', 'type'],
        [ask('join', '2027-02-30', {}), 'no-such-date', 'actedOn'],
        [ask('join', '2027-11-01', { colour: 'red' }), 'unknown-field', 'colour'],
        [ask('join', '2027-11-01', { body: 7 }), 'input-invalid', 'body'],
        [ask('join', '2027-11-01', { body: 'a\u0000b' }), 'input-invalid', undefined],
        [ask('join', '2027-11-01', { body: 'a\ud800' }), 'input-invalid', undefined],
        [
          ask('join', '2027-11-01', {}, { overrides: { L1: ' ' } }),
          'override-without-reason',
          'overrides.L1',
        ],
        [ask('join', '2027-11-01', {}, { behalfOf: vaga }), 'forbidden', 'behalfOf'],
      ]
      for (const [answer, code, field] of cases) {
        const no = refused(await answer)
        expect([no.code, no.field]).toEqual([code, field])
      }
      expect(await entries(`$:${oyer}`)).toEqual([])
    })

    test('nobody acts for a municipality that is not theirs, and an unknown one is not found', async () => {
      const asVaga = (municipality: string) =>
        act(p.house, {
          process: { strategy: p.strategy, kind: 'participation', municipality },
          type: 'join',
          actedOn: '2027-11-01',
          input: {},
          person: p.who('council-secretary', vaga).signedIn,
          key: 'k',
        })
      expect(refused(await asVaga(oyer)).code).toBe('forbidden')
      expect(refused(await asVaga('3405')).code).toBe('not-found')
      expect(refused(await asVaga('9999')).code).toBe('not-found')
    })

    test('an explanation changes nothing and agrees with what happens', async () => {
      const asked = {
        process: { strategy: p.strategy, kind: 'participation' as const, municipality: oyer },
        type: 'join',
        actedOn: '2027-11-01',
        input: {},
        person: p.who('council-secretary', oyer).signedIn,
      }
      expect(await explain(p.house, asked)).toMatchObject({ ok: true, allowed: true, to: 'K10' })
      expect(await entries(`$:${oyer}`)).toEqual([])
      done(await act(p.house, { ...asked, key: 'k' }))
      const planner = p.who('planner', oyer).signedIn
      const now = await available(p.house, asked.process, planner)
      expect(now.seq).toBe(1)
      for (const one of now.events.filter((e) => e.spec.fields.every((f) => !f.required))) {
        const said = await explain(p.house, {
          ...asked,
          type: one.type,
          person: planner,
        })
        expect([one.type, said.ok && said.allowed]).toEqual([one.type, one.allowed])
      }
    })

    test('the joint state is derived from all of them, and its change is one entry of the system', async () => {
      await toConsultationDraft(p)
      const derived = async () =>
        (await entries('$')).filter((entry) => entry.type === 'state-derived')
      expect(await derived()).toEqual([])
      await Promise.all(three.map((number) => toConsultation(p, number)))
      await Promise.all(three.map(() => followAll(p.house)))
      const [entry, ...others] = await derived()
      expect(others).toEqual([])
      expect(entry).toMatchObject({ from_state: 'F50', to_state: 'F60', actor: 'system' })
      done(
        await p.joint('record-steering-decision', '2028-03-28', { about: 'x', reference: 'sak 5' }),
      )
      expect(await derived()).toHaveLength(1)
    })

    test('a crash between an act and what follows from it is made good at start', async () => {
      await toConsultationDraft(p)
      p.day('2028-03-27')
      // The act alone, as if the process had died right after its commit.
      const command = {
        process: { strategy: p.strategy, kind: 'participation' as const, municipality: oyer },
        type: 'record-publication',
        actedOn: '2028-03-27',
        input: { publishedOn: '2028-03-27', deadlineOn: '2028-05-08' },
        person: p.who('planner', oyer).signedIn,
        key: 'k',
      }
      const where = { region: 1, strategy: p.strategy, municipality: oyer }
      const { outcome } = await p.house.store.db
        .transaction()
        .execute(async (trx) =>
          stepIn(p.house, trx, await rowOf(p.house.store, trx, where), command),
        )
      expect(done(outcome).state).toBe('K50')
      const derived = async () =>
        (await entries('$')).filter((entry) => entry.type === 'state-derived').length
      expect(await derived()).toBe(0)
      const seen = await p.get(`/api/strategies/${p.strategy}`)
      expect(await seen.json()).toMatchObject({ state: 'F60' })
      await followAll(p.house)
      await followAll(p.house)
      expect(await derived()).toBe(1)
      expect(done(await act(p.house, command)).replayed).toBe(true)
    })

    test('what blocks is overridden by the one who answers for it, with a reason that stays', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      p.day('2028-05-09')
      done(await p.in(oyer, 'start-treating', '2028-05-09'))
      done(await p.in(oyer, 'submit-for-recommendation', '2028-05-10', { reason: 'utkastet' }))
      done(await p.in(oyer, 'record-publication', '2028-05-10', { publishedOn: '2028-05-10' }))
      done(await p.in(oyer, 'classify-changes', '2028-05-11', { kind: 'material' }))
      const schedule = (role: Role, overrides = {}, shown = {}) =>
        p.in(
          oyer,
          'schedule-council',
          '2028-05-12',
          { meetingOn: '2028-06-22', ...shown },
          { role, overrides },
        )
      const no = refused(await schedule('mayor'))
      expect(no.code).toBe('findings-refuse')
      const blocking = no.findings.filter((f) => f.level === 'B')
      expect(blocking.length).toBeGreaterThan(0)
      expect(blocking.every((f) => f.overridableBy === 'mayor')).toBe(true)
      const reasons = Object.fromEntries(blocking.map((f) => [f.rule, 'haster']))
      expect(refused(await schedule('council-secretary', reasons)).code).toBe('override-not-yours')
      // Where the municipality has set it so, the secretary may enter it for the mayor, and must show it.
      await changeSettings(p.house, 1, oyer, { registrarEntersOverride: true })
      const secretary = (shown: object) => schedule('council-secretary', reasons, shown)
      const evidence = 'https://example.no/e-post-fra-ordforaren'
      expect(refused(await secretary({ evidence })).field).toBe('decidedBy')
      expect(refused(await secretary({ evidence, decidedBy: ' ' })).field).toBe('decidedBy')
      const shown = { evidence, decidedBy: 'Ola Ordfører' }
      expect(done(await secretary(shown)).state).toBe('K90')
      const entered = async () =>
        (await journalOf(p.house.store.db, 1, `${p.strategy}:${oyer}`, 'participation')).at(-1)!
      expect(await entered()).toMatchObject({ input: shown, overrides: reasons })
      expect(JSON.stringify(await entries(`$:${oyer}`))).not.toContain('Ola Ordfører')
      const off = { by: 'ordføreren', reason: 'venter' }
      done(await p.in(oyer, 'take-off-agenda', '2028-05-12', off, { role: 'mayor' }))
      const done_ = done(await schedule('mayor', reasons))
      expect(done_.state).toBe('K90')
      const last = (
        await journalOf(p.house.store.db, 1, `${p.strategy}:${oyer}`, 'participation')
      ).at(-1)!
      expect(last.overrides).toEqual(reasons)
      const chain = JSON.stringify(await entries(`$:${oyer}`))
      expect(chain).not.toContain('haster')
    })
  })
}
