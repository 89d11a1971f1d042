// A later strategy replaces an earlier, municipality by municipality, as each council adopts it (C6, C34).
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { processOf, storedOf } from '../../../db/process.ts'
import { processId, strategiesIn } from '../../../db/strategy.ts'
import { act } from '../../../service/act.ts'
import { carryOwedActs } from '../../../service/follow.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import type { Json, Role } from '../../../workflows/act.ts'
import {
  standingDecision,
  type ParticipationContext,
} from '../../../workflows/participation-context.ts'
import { dialects } from '../../support/dialects.ts'
import { done, lesja, oyer, play, vaga, type Play } from '../door/play.ts'

for (const dialect of dialects)
  describe(`a strategy that replaces another on ${dialect.name}`, () => {
    let p: Play
    let later: string

    beforeEach(async () => {
      p = await play(dialect)
      for (const number of [oyer, vaga]) {
        done(await p.in(number, 'record-decision', '2028-06-01', { outcome: 'unchanged' }, {}))
        done(await p.in(number, 'record-announcement', '2028-06-02'))
      }
      p.day('2031-11-01')
      const setUp = await p.form(
        '/oppsett',
        {
          nb: 'Ny planstrategi 2032–2035',
          nn: '',
          from: '2032',
          to: '2035',
          municipality: [oyer, vaga, lesja],
          text: 'empty',
          replaces: p.strategy,
        },
        p.who('coordinator'),
      )
      expect(setUp.status).toBe(303)
      later = (await strategiesIn(p.house.store.db, 1))[0]!.id
      expect(later).not.toBe(p.strategy)
    })
    afterEach(() => p.close())

    let keys = 0
    const inLater = (
      number: string,
      type: string,
      actedOn: string,
      input: { [key: string]: Json } = {},
      role: Role = 'council-secretary',
    ) => {
      if (actedOn > p.clock.today()) p.day(actedOn)
      return act(p.house, {
        process: { strategy: later, kind: 'participation', municipality: number },
        type,
        actedOn,
        input,
        person: p.who(role, number).signedIn,
        key: `later-${keys++}`,
      })
    }
    const stateOf = async (number: string, strategy = p.strategy) => {
      const row = await processOf(p.house.store.db, 1, processId(strategy, number))
      return storedOf(row!)
    }
    const states = async () =>
      Promise.all([oyer, vaga, lesja].map(async (number) => (await stateOf(number)).state))

    test('each council’s adoption replaces its own earlier decision and nobody else’s, on the day it was made', async () => {
      expect(await states()).toEqual(['K120', 'K120', 'K00'])
      done(await inLater(oyer, 'record-decision', '2032-05-20', { outcome: 'unchanged' }))
      await carryOwedActs(p.house)
      await carryOwedActs(p.house)
      expect(await states()).toEqual(['K140', 'K120', 'K00'])
      expect((await stateOf(oyer)).context.replacedOn).toBe('2032-05-20')
      done(await inLater(lesja, 'record-decision', '2032-05-21', { outcome: 'unchanged' }))
      await carryOwedActs(p.house)
      expect(await states()).toEqual(['K140', 'K120', 'K00'])
      const dead = await p.house.store.db
        .selectFrom('outbox')
        .selectAll()
        .where('dead_at', 'is not', null)
        .execute()
      expect(dead).toEqual([])
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('postponed or not adopted replaces nothing; the adoption that follows does', async () => {
      done(await inLater(vaga, 'record-decision', '2032-05-20', { outcome: 'postponed' }))
      await carryOwedActs(p.house)
      expect(await states()).toEqual(['K120', 'K120', 'K00'])
      done(await inLater(vaga, 'record-decision', '2032-06-20', { outcome: 'unchanged' }))
      await carryOwedActs(p.house)
      expect(await states()).toEqual(['K120', 'K140', 'K00'])
    })

    test('an earlier decision taken up again, or recorded after the new one, is replaced all the same', async () => {
      done(
        await p.in(
          oyer,
          'treat-again',
          '2031-11-10',
          { reason: 'feil' },
          { role: 'council-secretary' },
        ),
      )
      done(await inLater(oyer, 'record-decision', '2032-05-20', { outcome: 'unchanged' }))
      done(await inLater(lesja, 'record-decision', '2032-05-21', { outcome: 'unchanged' }))
      await carryOwedActs(p.house)
      done(
        await p.in(
          lesja,
          'record-decision',
          '2028-06-01',
          { outcome: 'unchanged' },
          { late: true },
        ),
      )
      await carryOwedActs(p.house)
      expect(await states()).toEqual(['K140', 'K120', 'K140'])
    })

    test('an adoption recorded by mistake is struck, and the earlier strategy is given back by the secretary', async () => {
      const { seq } = done(
        await inLater(oyer, 'record-decision', '2032-05-20', { outcome: 'unchanged' }),
      )
      await carryOwedActs(p.house)
      const strike = { field: 'void', value: true, reason: 'feil kommune' }
      done(await inLater(oyer, 'correct', '2032-05-21', { entry: seq, ...strike }))
      const old = await stateOf(oyer)
      const entry = { entry: old.seq, ...strike }
      const more = { role: 'planner' as const }
      expect(await p.in(oyer, 'correct', '2032-05-21', entry, more)).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
      done(await p.in(oyer, 'correct', '2032-05-21', entry, { role: 'council-secretary' }))
      expect(await states()).toEqual(['K120', 'K120', 'K00'])
      done(await inLater(oyer, 'record-decision', '2032-05-22', { outcome: 'unchanged' }))
      await carryOwedActs(p.house)
      expect(await states()).toEqual(['K140', 'K120', 'K00'])
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('each strategy keeps its own council’s clock, and the desk can be turned to either', async () => {
      const { settings } = await p.house.store.db
        .selectFrom('municipality')
        .select('settings')
        .where('number', '=', oyer)
        .executeTakeFirstOrThrow()
      const typed = JSON.parse(settings) as { neighbours: string[]; authorities: string[] }
      const secretary = p.who('council-secretary', oyer)
      const saved = await p.form(
        `/kommune/${oyer}/oppsett`,
        {
          constitutedOn: '16.10.2031',
          electionYear: '2031',
          noticeDays: '0',
          neighbours: typed.neighbours.join('\n'),
          authorities: typed.authorities.join('\n'),
        },
        secretary,
      )
      expect(saved.status).toBe(303)
      const deadlines = async (strategy: string) =>
        (
          (await (await p.get(`/api/strategies/${strategy}`)).json()) as {
            municipalities: {
              number: string
              flags: string[]
              deadlines: { rule: string; on: string }[]
            }[]
          }
        ).municipalities.find(({ number }) => number === oyer)!
      const one = (of: { deadlines: { rule: string; on: string }[] }) =>
        of.deadlines.find(({ rule }) => rule === 'one-year')?.on
      expect(one(await deadlines(later))).toBe('2032-10-16')
      const old = await deadlines(p.strategy)
      expect(one(old)).toBe('2028-10-14')
      expect(old.flags).not.toContain('vedtatt_for_konstituering')
      const board = await (await p.get('/tavle', p.who('coordinator'))).text()
      expect(board).toContain('Ny planstrategi 2032–2035</a')
      const turned = await p.get('/strategi/felles-2028', p.who('coordinator'))
      expect(turned.headers.get('set-cookie')).toContain('strategi=felles-2028')
      const cookie = `${p.who('coordinator').cookie}; strategi=felles-2028`
      const shown = await p.get('/tavle', undefined, { cookie })
      expect(await shown.text()).toMatch(/aria-current="page"\s*>Felles planstrategi</)
      expect((await p.get('/strategi/ingen', p.who('coordinator'))).status).toBe(404)
    })

    test('a strategy replaces only one that is there', async () => {
      const setUp = await p.form(
        '/oppsett',
        { nb: 'Enda en', from: '2036', to: '2039', municipality: oyer, replaces: 'nei' },
        p.who('coordinator'),
      )
      expect(setUp.status).toBe(422)
      const { context } = await stateOf(oyer)
      expect(standingDecision(context as unknown as ParticipationContext)).toBeDefined()
    })
  })
