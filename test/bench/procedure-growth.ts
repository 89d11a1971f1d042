// Makes a played strategy big: more municipalities in it, and more behind it in the journal, laid as rows because playing
// them would take an hour. What lies there is what acts leave: entries, answers, letters sent and timers settled.
import { allProcesses } from '../../db/process.ts'
import { processId } from '../../db/strategy.ts'
import type { Store } from '../../db/open.ts'
import type { Played } from './procedure-house.ts'

type Sqlite = NonNullable<Store['sqlite']>

/// More municipalities, each a copy of the first and as far as it.
export async function grow(p: Played, count: number): Promise<void> {
  const { db } = p.house.store
  await db.transaction().execute(async (trx) => {
    const [model] = await trx.selectFrom('municipality').selectAll().limit(1).execute()
    const process = await trx
      .selectFrom('process')
      .selectAll()
      .where('id', '=', processId(p.strategy, model!.number))
      .executeTakeFirstOrThrow()
    for (let i = p.numbers.length; i < count; i++) {
      const number = String(9000 + i)
      const own = { number, name: `Kommune ${i}`, position: i }
      await trx
        .insertInto('municipality')
        .values({ ...model!, ...own })
        .execute()
      const id = processId(p.strategy, number)
      await trx
        .insertInto('process')
        .values({ ...process, id, municipality: number })
        .execute()
    }
  })
}

/// So many entries, shared out among the processes that were played, behind what comes next.
export async function layEntries(p: Played, count: number): Promise<void> {
  const { db, sqlite } = p.house.store
  const played = (await allProcesses(db)).filter(
    ({ municipality }) => municipality === null || p.numbers.includes(municipality),
  )
  const each = Math.ceil(count / played.length)
  await db.connection().execute(async () => {
    sqlite!.exec('begin immediate')
    for (const { id, seq } of played) {
      lay(sqlite!, 'journal', id, each, (i) => ({ seq: seq + i }))
      lay(sqlite!, 'idempotency', id, each, (i) => ({ key: `laid-${i}` }))
      lay(sqlite!, 'timer', id, each, (i) => ({ armed_seq: seq + i, status: 'fired' }))
      const done = p.house.clock.instant()
      lay(sqlite!, 'outbox', id, each, (i) => ({ id: `${id}/${seq + i}/0`, done_at: done }))
      sqlite!.prepare('update process set seq = ? where id = ?').run(seq + each, id)
    }
    sqlite!.exec('commit')
  })
}

/// Copies of the process's newest row in a table, each a little different.
function lay(
  sqlite: Sqlite,
  table: string,
  process: string,
  count: number,
  change: (i: number) => Record<string, string | number>,
): void {
  const by = table === 'idempotency' ? 'created_at' : table === 'timer' ? 'armed_seq' : 'seq'
  const newest = `select * from ${table} where process = ? order by ${by} desc limit 1`
  const model = sqlite.prepare(newest).get(process) as Record<string, unknown> | undefined
  if (!model) return
  const names = Object.keys(model)
  const values = names.map((name) => `@${name}`)
  const insert = sqlite.prepare(
    `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`,
  )
  for (let i = 1; i <= count; i++) insert.run({ ...model, ...change(i) })
}
