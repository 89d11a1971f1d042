// The region's own words, bokmål beside nynorsk.
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { TextDeskTables } from './tables/text-desk.ts'

export type TermRow = Selectable<TextDeskTables['term']>

/// In the order of the Norwegian alphabet.
export async function termsOf(db: Db, region: number): Promise<TermRow[]> {
  const rows = await db.selectFrom('term').selectAll().where('region', '=', region).execute()
  return rows.sort((a, b) => norwegian.compare(a.nb, b.nb))
}

const norwegian = new Intl.Collator('nb')

/// A pair that is there already stays as it is.
export const addTerms = async (db: Db, rows: TermRow[]): Promise<void> => {
  if (rows.length === 0) return
  await db
    .insertInto('term')
    .values(rows)
    .onConflict((on) => on.columns(['region', 'nb', 'nn']).doNothing())
    .execute()
}

export const changeTerm = (db: Db, { region, id, nb, nn, person, at }: TermRow) =>
  db
    .updateTable('term')
    .set({ nb, nn, person, at })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()

export const removeTerm = (db: Db, region: number, id: string) =>
  db.deleteFrom('term').where('region', '=', region).where('id', '=', id).execute()
