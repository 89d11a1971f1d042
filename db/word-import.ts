// Word documents that texts were brought in from, or may yet be: who sent which, what was understood, where it went.
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { ImageTables } from './tables/image.ts'

export type WordImportRow = Selectable<ImageTables['word_import']>
/// Without what was understood, which is long.
export type WordImportHead = Omit<WordImportRow, 'content'>

const head = [
  'region',
  'id',
  'section',
  'lang',
  'sha256',
  'name',
  'bytes',
  'uploaded_by',
  'uploaded_at',
  'taken_at',
  'taken_by',
  'taken_as',
] as const

export const insertWordImport = (db: Db, row: WordImportRow) =>
  db.insertInto('word_import').values(row).execute()

export const wordImport = (
  db: Db,
  region: number,
  section: string,
  id: string,
): Promise<WordImportRow | undefined> =>
  db
    .selectFrom('word_import')
    .selectAll()
    .where('region', '=', region)
    .where('section', '=', section)
    .where('id', '=', id)
    .executeTakeFirst()

/// Those brought into a section, newest first, with the name of who did.
export const takenImports = (
  db: Db,
  region: number,
  section: string,
): Promise<(WordImportHead & { person: string | null })[]> =>
  db
    .selectFrom('word_import as i')
    .leftJoin('person as p', 'p.id', 'i.taken_by')
    .select(head.map((name) => `i.${name}` as const))
    .select('p.name as person')
    .where('i.region', '=', region)
    .where('i.section', '=', section)
    .where('i.taken_at', 'is not', null)
    .orderBy('i.taken_at', 'desc')
    .execute()

/// True for the one who comes first.
export async function markTaken(
  db: Db,
  row: Pick<WordImportRow, 'region' | 'id'>,
  taken: { taken_at: string; taken_by: string; taken_as: string; lang: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('word_import')
    .set(taken)
    .where('region', '=', row.region)
    .where('id', '=', row.id)
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/// Documents nobody said yes to are not kept: they were sent before `before`.
export const dropUntaken = (db: Db, region: number, before: string) =>
  db
    .deleteFrom('word_import')
    .where('region', '=', region)
    .where('taken_at', 'is', null)
    .where('uploaded_at', '<', before)
    .execute()
