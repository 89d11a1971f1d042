// Threads of comments on a section, and what was said in them.
import type { Selectable } from 'kysely'
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

export const insertThread = async (trx: Trx, row: ThreadRow): Promise<void> => {
  await trx.insertInto('comment_thread').values(row).execute()
}

/// Adds what was said at the end of the thread.
export async function addComment(trx: Trx, row: Omit<CommentRow, 'number'>): Promise<number> {
  const last = await trx
    .selectFrom('comment')
    .select('number')
    .where('region', '=', row.region)
    .where('thread', '=', row.thread)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await trx
    .insertInto('comment')
    .values({ ...row, number })
    .execute()
  return number
}

export const setResolved = async (
  db: Db,
  region: number,
  id: string,
  resolved: { at: string; by: string } | undefined,
): Promise<void> => {
  await db
    .updateTable('comment_thread')
    .set({ resolved_at: resolved?.at ?? null, resolved_by: resolved?.by ?? null })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
