// What must leave after the commit, and the notices it becomes. Rows are done, waiting or dead; nothing is forgotten.
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import { changeBy } from './statement.ts'
import type { ProcessTables } from './tables/process.ts'

export type OutboxRow = Selectable<ProcessTables['outbox']>
export type NoticeRow = Selectable<ProcessTables['notice']>

/// A row as it is put in: not tried, not done.
export type NewOutbox = Pick<
  OutboxRow,
  'region' | 'id' | 'process' | 'seq' | 'kind' | 'payload' | 'next_at' | 'created_at'
>

/// Puts rows in the queue. One whose id is there already is left as it is.
export const putOutbox = async (trx: Trx, rows: NewOutbox[]): Promise<void> => {
  for (const row of rows) await put(trx, row)
}

/// Rows of these kinds whose turn it is, oldest first.
export const waitingOutbox = (
  db: Db,
  kinds: string[],
  instant: string,
  limit: number,
): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', 'in', kinds)
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .where('next_at', '<=', instant)
    .orderBy('next_at')
    .orderBy('region')
    .orderBy('id')
    .limit(limit)
    .execute()

/// Takes a row for one attempt: its turn moves ahead while it is still as it was read. False when another worker has it.
export const leaseOutbox = async (db: Db, row: OutboxRow, until: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ attempts: row.attempts + 1, next_at: until })
    .where('region', '=', row.region)
    .where('id', '=', row.id)
    .where('attempts', '=', row.attempts)
    .where('next_at', '=', row.next_at)
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export const settleOutbox = async (
  db: Db,
  row: Pick<OutboxRow, 'region' | 'id'>,
  set: Partial<Pick<OutboxRow, 'attempts' | 'next_at' | 'done_at' | 'dead_at' | 'last_error'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set(set)
    .where('region', '=', row.region)
    .where('id', '=', row.id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/// What could not be delivered after every attempt, newest first.
export const deadLetters = (db: Db, region: number): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('region', '=', region)
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .execute()

/// Puts a dead row back in the queue with its attempts forgotten.
export const reviveOutbox = async (
  db: Db,
  region: number,
  id: string,
  instant: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ dead_at: null, attempts: 0, next_at: instant, last_error: null })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export const putNotices = async (
  db: Db,
  rows: Insertable<ProcessTables['notice']>[],
): Promise<void> => {
  if (rows.length === 0) return
  await db
    .insertInto('notice')
    .values(rows)
    .onConflict((on) => on.columns(['region', 'id']).doNothing())
    .execute()
}

export const noticesOf = (db: Db, person: string, limit = 50): Promise<NoticeRow[]> =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

export const noticeOf = (db: Db, region: number, id: string): Promise<NoticeRow | undefined> =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

export const markNotice = async (
  db: Db,
  region: number,
  id: string,
  set: Partial<Pick<NoticeRow, 'read_at' | 'mailed_at'>>,
): Promise<void> => {
  await db
    .updateTable('notice')
    .set(set)
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/// Who has notices made in a time that they have neither read nor been sent, and that have no letter of their own.
export const awaitingDigest = (
  db: Db,
  since: string,
  until: string,
): Promise<{ region: number; person: string }[]> =>
  unsent(db, since, until)
    .innerJoin('person', 'person.id', 'notice.person')
    .where('person.email', 'is not', null)
    .select(['notice.region', 'notice.person'])
    .distinct()
    .execute()

/// One person's among them, oldest first.
export const noticesBetween = (
  db: Db,
  region: number,
  person: string,
  since: string,
  until: string,
): Promise<NoticeRow[]> =>
  unsent(db, since, until)
    .selectAll('notice')
    .where('notice.region', '=', region)
    .where('notice.person', '=', person)
    .orderBy('notice.created_at')
    .orderBy('notice.id')
    .execute()

const unsent = (db: Db, since: string, until: string) =>
  db
    .selectFrom('notice')
    .leftJoin('outbox as letter', (join) =>
      join
        .onRef('letter.region', '=', 'notice.region')
        .on((on) => on('letter.id', '=', sql<string>`'letter/' || ${on.ref('notice.id')}`)),
    )
    .where('letter.id', 'is', null)
    .where('notice.mailed_at', 'is', null)
    .where('notice.read_at', 'is', null)
    .where('notice.created_at', '>=', since)
    .where('notice.created_at', '<', until)

/// Who holds a role on a day, one address a person. A joint role is asked for without a municipality.
export const holdersOf = (
  db: Db,
  region: number,
  today: string,
  role: string,
  municipality?: string,
): Promise<
  { id: string; name: string; email: string | null; language: string; notices: string }[]
> => {
  let query = db
    .selectFrom('role_held')
    .innerJoin('person', 'person.id', 'role_held.person')
    .select(['person.id', 'person.name', 'person.email', 'person.language', 'person.notices'])
    .where('role_held.region', '=', region)
    .where('role_held.role', '=', role)
    .where('role_held.from_on', '<=', today)
    .where('role_held.ended_at', 'is', null)
    .where((or) => or.or([or('role_held.to_on', 'is', null), or('role_held.to_on', '>=', today)]))
  if (municipality) query = query.where('role_held.municipality', '=', municipality)
  return query.distinct().orderBy('person.id').execute()
}

const put = changeBy((db, row: NewOutbox) =>
  db
    .insertInto('outbox')
    .values({
      region: row.region,
      id: row.id,
      process: row.process,
      seq: row.seq,
      kind: row.kind,
      payload: row.payload,
      next_at: row.next_at,
      created_at: row.created_at,
    })
    .onConflict((on) => on.columns(['region', 'id']).doNothing()),
)
