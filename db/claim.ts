// Who says that they work on a chapter, and until when. A claim warns others and hinders nobody.
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { TextDeskTables } from './tables/text-desk.ts'

export type ClaimRow = Selectable<TextDeskTables['section_claim']> & { name: string }

/// Claims of a region that still count on a day, oldest first.
export const claimsOf = (db: Db, region: number, today: string): Promise<ClaimRow[]> =>
  db
    .selectFrom('section_claim as c')
    .innerJoin('person as p', 'p.id', 'c.person')
    .selectAll('c')
    .select('p.name')
    .where('c.region', '=', region)
    .where('c.until_on', '>=', today)
    .orderBy('c.made_at')
    .orderBy('c.person')
    .execute()

/// One person has one claim on a chapter: a second one takes its place.
export const saveClaim = (db: Db, row: Omit<ClaimRow, 'name'>) =>
  db
    .insertInto('section_claim')
    .values(row)
    .onConflict((on) =>
      on.columns(['region', 'section', 'person']).doUpdateSet({
        note: row.note,
        made_at: row.made_at,
        until_on: row.until_on,
      }),
    )
    .execute()

export const releaseClaim = (
  db: Db,
  { region, section, person }: Pick<ClaimRow, 'region' | 'section' | 'person'>,
) =>
  db
    .deleteFrom('section_claim')
    .where('region', '=', region)
    .where('section', '=', section)
    .where('person', '=', person)
    .execute()
