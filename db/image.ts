// Pictures: one row a region for equal bytes, which lie beside the database under their hash.
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { ImageTables } from './tables/image.ts'

export type ImageRow = Selectable<ImageTables['image']>

/// Keeps the first row where the same bytes come twice.
export const insertImage = (db: Db, row: ImageRow) =>
  db
    .insertInto('image')
    .values(row)
    .onConflict((on) => on.doNothing())
    .execute()

export const imageRow = (db: Db, region: number, sha256: string): Promise<ImageRow | undefined> =>
  db
    .selectFrom('image')
    .selectAll()
    .where('region', '=', region)
    .where('sha256', '=', sha256)
    .executeTakeFirst()

/// Regions that hold a picture.
export const regionsWith = async (db: Db, sha256: string): Promise<number[]> =>
  (
    await db
      .selectFrom('image')
      .select('region')
      .where('sha256', '=', sha256)
      .orderBy('region')
      .execute()
  ).map((row) => row.region)

/// Which of these pictures the region holds.
export const imageRows = async (
  db: Db,
  region: number,
  hashes: readonly string[],
): Promise<ImageRow[]> =>
  hashes.length === 0
    ? []
    : db
        .selectFrom('image')
        .selectAll()
        .where('region', '=', region)
        .where('sha256', 'in', [...hashes])
        .execute()

/// The sections that are public in a region: hash of each, whoever made it so.
export const publicSections = async (db: Db, region: number): Promise<string[]> =>
  (
    await db
      .selectFrom('version_public as p')
      .innerJoin('version as v', (on) =>
        on.onRef('v.region', '=', 'p.region').onRef('v.hash', '=', 'p.hash'),
      )
      .select('p.hash')
      .distinct()
      .where('p.region', '=', region)
      .where('v.scope', '=', 'section')
      .execute()
  ).map((row) => row.hash)

export const sectionBytes = async (
  db: Db,
  region: number,
  hash: string,
): Promise<Uint8Array | undefined> =>
  (
    await db
      .selectFrom('version')
      .select('bytes')
      .where('region', '=', region)
      .where('hash', '=', hash)
      .limit(1)
      .executeTakeFirst()
  )?.bytes
