// Threads of comments on a section, and what was said in them.
import type { Insertable, Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { CommentTables } from './tables/comment.ts'

export type ThreadRow = Selectable<CommentTables['comment_thread']>
export type CommentRow = Selectable<CommentTables['comment']>
export type CommentSaid = CommentRow & { name: string | null; colour: number | null }

/// Every thread of a section, oldest first.
export const threadsOf = (db: Db, region: number, section: string): Promise<ThreadRow[]> =>
  db
    .selectFrom('comment_thread')
    .selectAll()
    .where('region', '=', region)
    .where('section', '=', section)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/// What was said in these threads, with the names of those who said it.
export const commentsIn = async (
  db: Db,
  region: number,
  threads: readonly string[],
): Promise<CommentSaid[]> =>
  threads.length === 0
    ? []
    : db
        .selectFrom('comment as c')
        .leftJoin('person as p', 'p.id', 'c.person')
        .selectAll('c')
        .select(['p.name', 'p.colour'])
        .where('c.region', '=', region)
        .where('c.thread', 'in', [...threads])
        .orderBy('c.thread')
        .orderBy('c.number')
        .execute()

export const threadById = (
  db: Db | Trx,
  region: number,
  section: string,
  id: string,
): Promise<ThreadRow | undefined> =>
  db
    .selectFrom('comment_thread')
    .selectAll()
    .where('region', '=', region)
    .where('section', '=', section)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertThread = async (
  trx: Trx,
  row: Insertable<CommentTables['comment_thread']>,
): Promise<void> => {
  await trx.insertInto('comment_thread').values(row).execute()
}

/// Adds what was said at the end of the thread, and who is mentioned in it. Two at the same moment get a number each: the
/// thread's own row is taken first.
export async function addComment(
  trx: Trx,
  row: Omit<Insertable<CommentTables['comment']>, 'number'>,
  mentioned: readonly string[],
): Promise<number> {
  const { region, thread } = row
  await trx
    .updateTable('comment_thread')
    .set((e) => ({ created_at: e.ref('created_at') }))
    .where('region', '=', region)
    .where('id', '=', thread)
    .execute()
  const last = await trx
    .selectFrom('comment')
    .select('number')
    .where('region', '=', region)
    .where('thread', '=', thread)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await trx
    .insertInto('comment')
    .values({ ...row, number })
    .execute()
  await setMentioned(trx, { region, thread, number }, mentioned)
  return number
}

type CommentKey = { region: number; thread: string; number: number }

/// Says a comment anew, or with an empty text takes it back. The number stays, so that answers still answer something.
export async function changeComment(
  trx: Trx,
  { region, thread, number }: CommentKey,
  set: { body: string; edited_at: string } | { body: ''; withdrawn_at: string },
  mentioned: readonly string[],
): Promise<void> {
  await trx
    .updateTable('comment')
    .set(set)
    .where('region', '=', region)
    .where('thread', '=', thread)
    .where('number', '=', number)
    .execute()
  await trx
    .deleteFrom('comment_mention')
    .where('region', '=', region)
    .where('thread', '=', thread)
    .where('number', '=', number)
    .execute()
  await setMentioned(trx, { region, thread, number }, mentioned)
}

async function setMentioned(trx: Trx, key: CommentKey, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await trx
    .insertInto('comment_mention')
    .values(people.map((person) => ({ ...key, person })))
    .execute()
}

/// Who is mentioned in these threads.
export const mentionsIn = async (
  db: Db,
  region: number,
  threads: readonly string[],
): Promise<(CommentKey & { person: string; name: string | null })[]> =>
  threads.length === 0
    ? []
    : db
        .selectFrom('comment_mention as m')
        .leftJoin('person as p', 'p.id', 'm.person')
        .selectAll('m')
        .select('p.name')
        .where('m.region', '=', region)
        .where('m.thread', 'in', [...threads])
        .execute()

/// What may be changed in a thread: whether it is settled, whether it must be, and where it is fastened.
export const changeThread = async (
  db: Db,
  region: number,
  id: string,
  set: Partial<Omit<ThreadRow, 'region' | 'id' | 'section' | 'circle' | 'person'>>,
): Promise<void> => {
  await db
    .updateTable('comment_thread')
    .set(set)
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/// How many threads must be settled in these sections and are not. Those only one person sees do not count.
export const openMustsIn = async (
  db: Db | Trx,
  region: number,
  strategy: string,
  zone: string,
): Promise<number> => {
  const { count } = await db
    .selectFrom('comment_thread as t')
    .innerJoin('section as s', (join) =>
      join.onRef('s.region', '=', 't.region').onRef('s.id', '=', 't.section'),
    )
    .select((e) => e.fn.countAll<number | string>().as('count'))
    .where('t.region', '=', region)
    .where('s.strategy', '=', strategy)
    .where('s.zone', '=', zone)
    .where('t.must', '=', 1)
    .where('t.circle', '!=', 'me')
    .where('t.resolved_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type PublicAnswer = {
  block: string
  thread: string
  municipality: string | null
  at: string
  body: string
}

/// What is said publicly about a section and still stands, oldest first.
export const publicAnswersIn = async (
  db: Db,
  region: number,
  sections: readonly string[],
): Promise<(PublicAnswer & { section: string })[]> =>
  sections.length === 0
    ? []
    : db
        .selectFrom('comment_thread as t')
        .innerJoin('comment as c', (join) =>
          join.onRef('c.region', '=', 't.region').onRef('c.thread', '=', 't.id'),
        )
        .select([
          't.section',
          't.block',
          't.id as thread',
          'c.behalf_of as municipality',
          'c.at',
          'c.body',
        ])
        .where('t.region', '=', region)
        .where('t.section', 'in', [...sections])
        .where('t.circle', '=', 'public')
        .where('t.resolved_at', 'is', null)
        .where('c.withdrawn_at', 'is', null)
        .orderBy('t.created_at')
        .orderBy('t.id')
        .orderBy('c.number')
        .execute()
