import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { withSettledPlan } from '../../db/open.ts'
import { changeBy, rowBy, rowsBy } from '../../db/statement.ts'
import { dialects } from '../support/dialects.ts'

const put = changeBy((db, row: { region: number; name: string; config: string }) =>
  db.insertInto('region').values({ region: row.region, name: row.name, config: row.config }),
)
let written = 0
const named = rowBy((db, of: { region: number; name: string }) => {
  written++
  return db
    .selectFrom('region')
    .select(['region', 'name'])
    .where('region', '=', of.region)
    .where('name', '=', of.name)
    .where('config', '<>', 'nothing')
})
const all = rowsBy((db, from: { region: number }) =>
  db.selectFrom('region').select('name').where('region', '>=', from.region).orderBy('region'),
)
const rename = changeBy((db, of: { region: number; name: string }) =>
  db.updateTable('region').set({ name: of.name }).where('region', '=', of.region),
)

for (const dialect of dialects) {
  describe(`statements compiled once on ${dialect.name}`, () => {
    test('each run has its own values, in a transaction as outside, and is written once', async () => {
      const { db, close } = await dialect.open()
      written = 0
      for (const [i, name] of ['a', 'b', 'c'].entries()) {
        expect(await put(db, { region: i + 1, name, config: '{}' })).toBe(1)
      }
      expect(await named(db, { region: 2, name: 'b' })).toEqual({ region: 2, name: 'b' })
      expect(await named(db, { region: 2, name: 'a' })).toBeUndefined()
      await db.transaction().execute(async (trx) => {
        expect(await rename(trx, { region: 3, name: 'd' })).toBe(1)
        expect(await rename(trx, { region: 9, name: 'd' })).toBe(0)
        expect(await named(trx, { region: 3, name: 'd' })).toEqual({ region: 3, name: 'd' })
      })
      const two = await Promise.all([all(db, { region: 1 }), all(db, { region: 3 })])
      expect(two.map((rows) => rows.map((row) => row.name).join(''))).toEqual(['abd', 'd'])
      expect(written).toBe(1)
      await close()
    })

    test('what is rolled back is not there', async () => {
      const { db, close } = await dialect.open()
      const given = { region: 1, name: 'a', config: '{}' }
      await expect(
        db.transaction().execute(async (trx) => {
          await put(trx, given)
          throw new Error('stop')
        }),
      ).rejects.toThrow('stop')
      expect(await all(db, { region: 1 })).toEqual([])
      await close()
    })
  })
}

describe('plans that stay', () => {
  test('PostgreSQL prepares a compiled statement once a line, and nothing else', async () => {
    const { db, close } = await dialects.find(({ name }) => name === 'postgres')!.open()
    await db.connection().execute(async (line) => {
      const kept = async (): Promise<string[]> =>
        (
          await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
            line,
          )
        ).rows.map((row) => row.statement)
      for (const name of ['a', 'b', 'c']) await named(line, { region: 1, name })
      await line.selectFrom('region').select('name').where('region', 'in', [1, 2, 3]).execute()
      const statements = await kept()
      expect(statements).toHaveLength(1)
      expect(statements[0]).toContain('"config" <>')
    })
    await close()
  })

  test('a plus goes before every value, and nothing in quotes is touched', () => {
    expect(withSettledPlan(`select "a?" from t where x = ? and y <> 'hva?' limit ?`)).toBe(
      `select "a?" from t where x = +? and y <> 'hva?' limit +?`,
    )
    expect(withSettledPlan('insert into t values (?, ?)')).toBe('insert into t values (?, ?)')
  })

  test('a value keeps its kind, and an ordered question is not prepared anew for each', () => {
    const sqlite = new BetterSqlite3(':memory:')
    sqlite.exec('create table t (a integer, b text, c blob, d integer, primary key (a, b)) strict')
    const insert = sqlite.prepare('insert into t values (?, ?, ?, ?)')
    for (let i = 0; i < 50; i++) insert.run(i % 5, `b${i}`, Buffer.from([i]), i)
    const question = 'select d from t where a = ? and b > ? and c <> ? order by b limit 1'
    const plain = sqlite.prepare(question)
    const settled = sqlite.prepare(withSettledPlan(question))
    const values = [3, 'b1', Buffer.from([8])]
    expect(settled.all(values)).toEqual(plain.all(values))
    expect(settled.all(values)).toEqual([{ d: 13 }])
    const fast = (statement: typeof plain): number => {
      const times: number[] = []
      for (let i = 0; i < 2000; i++) {
        const began = performance.now()
        statement.all(values)
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[200]!
    }
    expect(fast(settled)).toBeLessThan(fast(plain) * 0.7)
    sqlite.close()
  })
})
