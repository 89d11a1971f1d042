// The append-only log of every text: what Yjs emitted, by whom, in order. One group commit holds the edits of many
// texts and passes the one writer; checkpoints beside it are caches and may be lost.
import type BetterSqlite3 from 'better-sqlite3'
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { Store } from './open.ts'
import type { TextTables } from './tables/text.ts'

export type TextRow = Insertable<TextTables['text_update']>
export type ClaimRow = Insertable<TextTables['text_client']>
export type CheckpointRow = Insertable<TextTables['text_checkpoint']>
export type SectionRow = Selectable<TextTables['section']>

/// Where a text's log lies. A new lineage begins an empty log.
export type TextKey = { region: number; section: string; lineage: string }

/// Writes edits and new owners of client ids in one transaction, on disk when the promise is fulfilled. Rejects with
/// nothing written; a sequence or a client id already taken is such a rejection.
export async function appendText(
  store: Store,
  rows: TextRow[],
  claims: ClaimRow[] = [],
): Promise<void> {
  const { sqlite } = store
  if (sqlite) {
    await store.db.connection().execute(async () => appendNow(sqlite, rows, claims))
    return
  }
  await store.db.transaction().execute(async (trx) => {
    await store.writer?.check(trx)
    if (claims.length > 0) await trx.insertInto('text_client').values(claims).execute()
    for (let at = 0; at < rows.length; at += 1000) {
      await trx
        .insertInto('text_update')
        .values(rows.slice(at, at + 1000))
        .execute()
    }
  })
}

/// The section's own row, or undefined.
export const sectionOf = (db: Db, region: number, id: string): Promise<SectionRow | undefined> =>
  db
    .selectFrom('section')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

/// What a room must know of a text: a section's, or that of a suggestion on a copy of one.
export const textOf = async (
  db: Db,
  region: number,
  id: string,
): Promise<{ lineage: string; schema_version: number } | undefined> =>
  (await sectionOf(db, region, id)) ??
  db
    .selectFrom('amendment')
    .select(['lineage', 'schema_version'])
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

/// Sequence of the newest edit; 0 for an empty log.
export async function headOf(db: Db, key: TextKey): Promise<number> {
  const row = await db
    .selectFrom('text_update')
    .select((eb) => eb.fn.max('seq').as('head'))
    .where('region', '=', key.region)
    .where('section', '=', key.section)
    .where('lineage', '=', key.lineage)
    .executeTakeFirst()
  return Number(row?.head ?? 0)
}

/// Edits after `after`, in order, up to and including `upTo` when given.
export async function editsOf(
  db: Db,
  key: TextKey,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<{ seq: number; bytes: Buffer }[]> {
  return await db
    .selectFrom('text_update')
    .select(['seq', 'bytes'])
    .where('region', '=', key.region)
    .where('section', '=', key.section)
    .where('lineage', '=', key.lineage)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute()
}

/// Edits with whose they were, after `after` up to and including `upTo`, the first `most` of them.
export const authoredEditsOf = (
  db: Db,
  key: TextKey,
  upTo: number,
  after = 0,
  most = Number.MAX_SAFE_INTEGER,
): Promise<{ seq: number; person: string; bytes: Buffer }[]> =>
  db
    .selectFrom('text_update')
    .select(['seq', 'person', 'bytes'])
    .where('region', '=', key.region)
    .where('section', '=', key.section)
    .where('lineage', '=', key.lineage)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(most)
    .execute()

/// Who first presented each client id of a section. It belongs to them for ever, across lineages.
export async function ownersOf(
  db: Db,
  region: number,
  section: string,
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('text_client')
    .select(['client_id', 'person'])
    .where('region', '=', region)
    .where('section', '=', section)
    .execute()
  return new Map(rows.map((row) => [row.client_id, row.person]))
}

/// Newest first, at most two: the second stands in when the first turns out damaged.
export const checkpointsOf = (db: Db, key: TextKey) =>
  db
    .selectFrom('text_checkpoint')
    .select(['seq', 'bytes', 'vector', 'sha256'])
    .where('region', '=', key.region)
    .where('section', '=', key.section)
    .where('lineage', '=', key.lineage)
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()

/// Keeps this checkpoint and the one before it.
export async function saveCheckpoint(db: Db, row: CheckpointRow): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kept = await checkpointsOf(trx, row)
    await trx
      .deleteFrom('text_checkpoint')
      .where('region', '=', row.region)
      .where('section', '=', row.section)
      .where('lineage', '=', row.lineage)
      .where('seq', '<', kept[0]?.seq ?? 0)
      .execute()
    await trx
      .insertInto('text_checkpoint')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute()
  })
}

type Statements = {
  row: BetterSqlite3.Statement
  claim: BetterSqlite3.Statement
}

const prepared = new WeakMap<BetterSqlite3.Database, Statements>()

/// Synchronous from begin to commit, so that nothing else can stand between them on the one connection.
function appendNow(sqlite: BetterSqlite3.Database, rows: TextRow[], claims: ClaimRow[]): void {
  let statements = prepared.get(sqlite)
  if (!statements) {
    statements = {
      row: sqlite.prepare('insert into text_update values (?, ?, ?, ?, ?, ?, ?, ?)'),
      claim: sqlite.prepare('insert into text_client values (?, ?, ?, ?, ?)'),
    }
    prepared.set(sqlite, statements)
  }
  sqlite.exec('begin immediate')
  try {
    for (const c of claims) {
      statements.claim.run(c.region, c.section, c.client_id, c.person, c.first_seq)
    }
    for (const r of rows) {
      statements.row.run(r.region, r.section, r.lineage, r.seq, r.person, r.session, r.at, r.bytes)
    }
    sqlite.exec('commit')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback')
    throw error
  }
}
