import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { journalRows } from '../../../db/journal.ts'
import { processOf } from '../../../db/process.ts'
import { armedTimers, refusedTimers } from '../../../db/timer.ts'
import { fireDue } from '../../../service/timers.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import {
  done,
  lesja,
  oyer,
  play,
  three,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Play,
} from './play.ts'

for (const dialect of dialects) {
  describe(`timers on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
    })
    afterEach(() => p.close())

    const { stringify } = JSON
    const id = (number: string) => `${p.strategy}:${number}`
    const stateOf = async (number: string) =>
      (await processOf(p.house.store.db, 1, id(number)))!.state
    const passed = async (number: string) =>
      (await journalRows(p.house.store.db, 1, id(number))).filter(
        (entry) => entry.type === 'deadline-passed',
      )

    test('a consultation closes by itself the day after its deadline, and not before', async () => {
      await toConsultation(p, oyer)
      p.day('2028-05-08')
      expect(await fireDue(p.house)).toBe(0)
      expect(await stateOf(oyer)).toBe('K50')
      p.day('2028-05-09')
      expect(await fireDue(p.house)).toBe(1)
      expect(await stateOf(oyer)).toBe('K60')
      const [entry] = await passed(oyer)
      expect(entry).toMatchObject({ actor: 'system', from_state: 'K50', to_state: 'K60' })
    })

    test('a moved deadline moves its timer in the same act', async () => {
      await toConsultation(p, oyer)
      const before = await armedTimers(p.house.store.db, 1, id(oyer))
      done(
        await p.in(oyer, 'extend-deadline', '2028-04-20', {
          deadlineOn: '2028-05-19',
          reason: 'mer tid',
        }),
      )
      const after = await armedTimers(p.house.store.db, 1, id(oyer))
      expect(after.length).toBe(before.length)
      expect(stringify(after)).toContain('2028-05-19T22:00:00')
      p.day('2028-05-12')
      expect(await fireDue(p.house)).toBe(0)
      p.day('2028-05-20')
      await fireDue(p.house)
      expect(await stateOf(oyer)).toBe('K60')
    })

    test('after weeks of standstill each due timer fires once, in order, with two workers', async () => {
      await toConsultation(p, lesja, '2028-03-20')
      await toConsultation(p, oyer, '2028-03-27')
      await toConsultation(p, vaga, '2028-04-03')
      p.day('2028-06-20')
      await Promise.all([workOnce(p.house), fireDue(p.house), fireDue(p.house)])
      for (const number of three) {
        expect(await passed(number)).toHaveLength(1)
        expect(await stateOf(number)).toBe('K60')
      }
      const fired = await p.house.store.db
        .selectFrom('timer')
        .selectAll()
        .where('status', '=', 'fired')
        .where('type', '=', 'deadline-passed')
        .orderBy('due_at')
        .execute()
      expect(fired.map((row) => row.process)).toEqual([id(lesja), id(oyer), id(vaga)])
      expect(await refusedTimers(p.house.store.db, 1)).toEqual([])
      expect(await fireDue(p.house)).toBe(0)
    })

    test('what is due is recorded before what people do after it', async () => {
      await toConsultation(p, oyer)
      p.day('2028-05-10')
      done(await p.in(oyer, 'start-treating', '2028-05-10'))
      const types = (await journalRows(p.house.store.db, 1, id(oyer))).map((entry) => entry.type)
      expect(types.slice(-2)).toEqual(['deadline-passed', 'start-treating'])
    })

    test('a timer whose act is refused is kept with its reasons, told to the coordinator, and never tried again', async () => {
      const { db } = p.house.store
      await db
        .insertInto('timer')
        .values({
          region: 1,
          process: id(oyer),
          name: 'deadline-passed',
          type: 'deadline-passed',
          due_at: '2028-03-01T00:00:00.000Z',
          acted_on: '2028-03-01',
          armed_seq: 1,
          status: 'armed',
          refused: null,
        })
        .execute()
      await workOnce(p.house)
      expect(await fireDue(p.house)).toBe(0)
      const [timer, ...others] = await refusedTimers(db, 1)
      expect(others).toEqual([])
      expect(JSON.parse(timer!.refused!)).toMatchObject({ ok: false, code: 'not-in-this-state' })
      expect(await stateOf(oyer)).toBe('K20')
      const told = await db
        .selectFrom('notice')
        .select('person')
        .where('kind', '=', 'timer-refused')
        .execute()
      expect(told.map((one) => one.person)).toEqual([p.who('coordinator').id])
    })

    test('people whose roles it concerns get one notice each, however often it is carried', async () => {
      await toConsultation(p, oyer)
      await workOnce(p.house)
      const count = async () =>
        (await p.house.store.db.selectFrom('notice').select('id').execute()).length
      const first = await count()
      expect(first).toBeGreaterThan(0)
      await p.house.store.db
        .updateTable('outbox')
        .set({ done_at: null, next_at: '2000-01-01T00:00:00.000Z' })
        .where('kind', '=', 'notice')
        .execute()
      await workOnce(p.house)
      expect(await count()).toBe(first)
    })
  })
}
