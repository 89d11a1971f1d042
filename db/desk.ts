// What the signed-in desk reads: one strategy whole, in a handful of queries, whatever the number of municipalities.
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { ProcessTables } from './tables/process.ts'

export type StrategyRow = Selectable<ProcessTables['strategy']>
export type JournalRow = Selectable<ProcessTables['journal']>
export type NoticeRow = Selectable<ProcessTables['notice']>
export type OutboxRow = Selectable<ProcessTables['outbox']>

/// The strategy the desk is about in these regions: the one of that slug, else the newest of the newest period.
export const deskStrategy = async (
  db: Db,
  regions: number[],
  slug?: string,
): Promise<StrategyRow | undefined> => {
  if (regions.length === 0) return undefined
  const all = db
    .selectFrom('strategy')
    .selectAll()
    .where('region', 'in', regions)
    .orderBy('period_from', 'desc')
    .orderBy('created_at', 'desc')
  const asked = slug && (await all.where('slug', '=', slug).executeTakeFirst())
  return asked || all.executeTakeFirst()
}

/// Every act of every process of a strategy, oldest first within each.
export const journalOf = (db: Db, region: number, strategy: string): Promise<JournalRow[]> =>
  db
    .selectFrom('journal')
    .innerJoin('process', (join) =>
      join
        .onRef('process.region', '=', 'journal.region')
        .onRef('process.id', '=', 'journal.process'),
    )
    .selectAll('journal')
    .where('journal.region', '=', region)
    .where('process.strategy', '=', strategy)
    .orderBy('journal.process')
    .orderBy('journal.seq')
    .execute()

/// Names of these people, by id.
export async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/// Roles in force with the holder's name, colour and address.
export const holdersOn = (db: Db, region: number, day: string) =>
  db
    .selectFrom('role_held')
    .innerJoin('person', 'person.id', 'role_held.person')
    .select([
      'role_held.person as person',
      'role_held.role as role',
      'role_held.municipality as municipality',
      'role_held.substitute_for as substitute_for',
      'person.name as name',
      'person.email as email',
      'person.colour as colour',
    ])
    .where('role_held.region', '=', region)
    .where('role_held.ended_at', 'is', null)
    .where('role_held.from_on', '<=', day)
    .where((e) => e.or([e('role_held.to_on', 'is', null), e('role_held.to_on', '>=', day)]))
    .orderBy('role_held.from_on')
    .orderBy('role_held.id')
    .execute()

/// Every meeting of the region's calendars from a day on, not cancelled.
export const meetingsFrom = (db: Db, region: number, day: string) =>
  db
    .selectFrom('meeting')
    .select(['id', 'municipality', 'body', 'meeting_on'])
    .where('region', '=', region)
    .where('cancelled_at', 'is', null)
    .where('meeting_on', '>=', day)
    .orderBy('meeting_on')
    .execute()

export const noticesOf = (
  db: Db,
  region: number,
  person: string,
  limit: number,
): Promise<NoticeRow[]> =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('region', '=', region)
    .where('person', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const unreadCount = async (db: Db, region: number, person: string): Promise<number> => {
  const row = await db
    .selectFrom('notice')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/// Marks one notice, or all of a person's, as read. Another person's notice is not touched.
export const readNotices = (db: Db, region: number, person: string, at: string, id?: string) => {
  const query = db
    .updateTable('notice')
    .set({ read_at: at })
    .where('region', '=', region)
    .where('person', '=', person)
    .where('read_at', 'is', null)
  return (id === undefined ? query : query.where('id', '=', id)).execute()
}

/// Letters given up after many tries, newest first.
export const deadLetters = (db: Db, region: number): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('region', '=', region)
    .where('dead_at', 'is not', null)
    .where('done_at', 'is', null)
    .orderBy('dead_at', 'desc')
    .execute()

/// Puts a dead letter back in the queue, to be tried at `at`.
export const reviveLetter = (db: Db, region: number, id: string, at: string) =>
  db
    .updateTable('outbox')
    .set({ dead_at: null, attempts: 0, next_at: at })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .execute()

/// Submissions of a strategy, and how many have a joint point without an outcome.
export async function jointSubmissions(
  db: Db,
  region: number,
  strategy: string,
): Promise<{ total: number; unanswered: number }> {
  const all = await db
    .selectFrom('submission')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .executeTakeFirst()
  const open = await db
    .selectFrom('submission_point as p')
    .select('p.number')
    .where('p.region', '=', region)
    .where('p.strategy', '=', strategy)
    .where('p.zone', '=', 'joint')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answer as a')
            .select('a.number')
            .whereRef('a.region', '=', 'p.region')
            .whereRef('a.strategy', '=', 'p.strategy')
            .whereRef('a.number', '=', 'p.number')
            .whereRef('a.point', '=', 'p.point')
            .where('a.outcome', '<>', ''),
        ),
      ),
    )
    .distinct()
    .execute()
  return { total: Number(all?.count ?? 0), unanswered: open.length }
}
