// What one act costs in questions to the database: a number that may not creep up, and that is the same among three as among
// three hundred municipalities. And that the narrow look the door takes sees what reading everything sees.
import type { KyselyPlugin } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { allProcesses, processOf, setStanding } from '../../../db/process.ts'
import { openStore } from '../../../db/open.ts'
import { journalRows } from '../../../db/journal.ts'
import { municipalityByNumber } from '../../../db/region.ts'
import { processId } from '../../../db/strategy.ts'
import { factsNear, participationFacts, surroundingsOf } from '../../../service/facts.ts'
import { followAll } from '../../../service/follow.ts'
import { nearTo, standingText } from '../../../service/near.ts'
import { begin } from '../../../workflows/decide.ts'
import { dialects, type TestDialect } from '../../support/dialects.ts'
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

/// Questions an ordinary act of a municipality may ask, beginning and end of its transaction not counted.
const atMost = 18

type Cost = { statements: number; rows: number }

/// Counts every statement that passes through the database, whoever wrote it, and the rows it answers.
function counting(dialect: TestDialect): { dialect: TestDialect; cost: Cost } {
  const cost: Cost = { statements: 0, rows: 0 }
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      cost.statements++
      cost.rows += result.rows.length
      return result
    },
  }
  return {
    dialect: {
      name: dialect.name,
      open: async () => {
        const store = await dialect.open()
        return { ...store, db: store.db.withPlugin(plugin) }
      },
    },
    cost,
  }
}

/// So many more, each a copy of Lesja and as far as it.
async function addMunicipalities(p: Play, count: number): Promise<void> {
  const { db } = p.house.store
  const one = await municipalityByNumber(db, 1, lesja)
  const process = await processOf(db, 1, processId(p.strategy, lesja))
  const numbers = Array.from({ length: count }, (_, i) => String(9000 + i))
  await db
    .insertInto('municipality')
    .values(numbers.map((number) => ({ ...one!, number, name: `Kommune ${number}` })))
    .execute()
  await db
    .insertInto('process')
    .values(
      numbers.map((number) => ({
        ...process!,
        id: processId(p.strategy, number),
        municipality: number,
      })),
    )
    .execute()
}

for (const dialect of dialects) {
  describe(`what an act costs on ${dialect.name}`, () => {
    let p: Play
    afterEach(() => p.close())

    test(`an ordinary act asks at most ${atMost} things, and no more among 300 municipalities`, async () => {
      const counter = counting(dialect)
      p = await play(counter.dialect)
      await toConsultationDraft(p)
      for (const number of [oyer, vaga]) await toConsultation(p, number)
      const more = { role: 'council-secretary' } as const
      const spend = async (): Promise<Cost> => {
        const { statements, rows } = counter.cost
        const input = { by: 'own-initiative' }
        done(await p.in(oyer, 'note-legality-review', '2028-04-03', input, more))
        return {
          statements: counter.cost.statements - statements,
          rows: counter.cost.rows - rows,
        }
      }
      await spend()
      const few = await spend()
      expect(few.statements).toBeGreaterThan(5)
      expect(few.statements).toBeLessThanOrEqual(atMost)
      await addMunicipalities(p, 300)
      expect(await spend()).toEqual(few)
    })

    test('what follows from an act has followed when it is answered', async () => {
      p = await play(dialect)
      const derived = async (): Promise<string[]> =>
        (await journalRows(p.house.store.db, 1, p.strategy))
          .filter(({ type }) => type === 'state-derived')
          .map(({ to_state }) => to_state)
      await toConsultationDraft(p)
      const before = await derived()
      const input = { societal: 'full', landUse: 'unchanged' }
      done(await p.in(vaga, 'choose-master-plan', '2028-03-20', input))
      expect(await derived()).toEqual(before)
      await toConsultation(p, oyer)
      expect(await derived()).toEqual([...before, 'F60'])
      // Registered when its deadline is long past: it is closed at once.
      p.day('2028-06-12')
      const late = { late: true } as const
      const published = { publishedOn: '2028-03-27', deadlineOn: '2028-05-08' }
      done(await p.in(lesja, 'record-publication', '2028-03-27', published, late))
      const row = await processOf(p.house.store.db, 1, processId(p.strategy, lesja))
      expect(row!.state).toBe('K60')
    })

    test('the narrow look sees what reading everything sees', async () => {
      p = await play(dialect)
      const { db } = p.house.store
      const same = async () => {
        const today = p.clock.today()
        const around = (await surroundingsOf(db, 1, p.strategy, today))!
        for (const number of three) {
          const near = await nearTo(db, around.rows.get(processId(p.strategy, number))!, today)
          expect(await factsNear(db, near!)).toEqual(await participationFacts(db, around, number))
        }
        return around.jointState.state
      }
      expect(await same()).toBe('F10')
      await toConsultationDraft(p)
      expect(await same()).toBe('F50')
      await toConsultation(p, oyer)
      expect(await same()).toBe('F60')
      await toConsultation(p, vaga)
      expect(await same()).toBe('F60')
    })

    test('how a municipality stands is looked up in its row when it is not written, and written again at start', async () => {
      p = await play(dialect)
      const { db } = p.house.store
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      const wrong = async (standing: string) => {
        for (const row of await allProcesses(db)) await setStanding(db, row, standing)
      }
      const today = p.clock.today()
      const seen = async (): Promise<string> => {
        const rows = await allProcesses(db)
        return (await nearTo(
          db,
          rows.find((row) => row.municipality === oyer)!,
          today,
        ))!.jointState
      }
      await wrong('')
      expect(await seen()).toBe('F60')
      await wrong(standingText({ ...begin('participation'), state: 'K10' }))
      expect(await seen()).toBe('F50')
      await followAll(p.house)
      expect(await seen()).toBe('F60')
    })
  })
}

describe('what an act costs when much lies behind it', () => {
  test('what is asked of long tables goes by an index that holds only what is wanted', async () => {
    const { sqlite, close } = await openStore({ memory: true })
    const plan = (question: string): string =>
      JSON.stringify(sqlite!.prepare(`explain query plan ${question}`).all([1, 'p']))
    const armed = `select * from timer where region = ? and process = ? and status = 'armed'`
    expect(plan(armed)).toContain('USING INDEX timer_armed')
    const shown = `select facts from journal where region = ? and process = ? and
        type in ('record-publication', 'classify-changes') order by seq desc limit 1`
    expect(plan(shown)).toContain('USING INDEX journal_shown')
    await close()
  })
})
