// How far each person has read each text: the head of the log they last saw.
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { TextTables } from './tables/text.ts'

export type ReadingRow = Selectable<TextTables['text_reading']>

/// How far a person has read the texts of a region, by section.
export async function readingsOf(
  db: Db,
  region: number,
  person: string,
): Promise<Map<string, ReadingRow>> {
  const rows = await db
    .selectFrom('text_reading')
    .selectAll()
    .where('region', '=', region)
    .where('person', '=', person)
    .execute()
  return new Map(rows.map((row) => [row.section, row]))
}

/// Which of these texts somebody else has written in since the person last read them. A text they never read is not one.
export async function changedSince(
  db: Db,
  region: number,
  person: string,
  sections: readonly { id: string; lineage: string }[],
): Promise<Set<string>> {
  const read = await readingsOf(db, region, person)
  const changed = new Set<string>()
  for (const { id, lineage } of sections) {
    const row = read.get(id)
    if (row?.lineage !== lineage) continue
    const news = await db
      .selectFrom('text_update')
      .select('seq')
      .where('region', '=', region)
      .where('section', '=', id)
      .where('lineage', '=', lineage)
      .where('seq', '>', row.seq)
      .where('person', '<>', person)
      .limit(1)
      .executeTakeFirst()
    if (news) changed.add(id)
  }
  return changed
}

/// Notes how far; never back to an earlier place of the same lineage.
export const noteReading = (db: Db, row: ReadingRow) =>
  db
    .insertInto('text_reading')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['region', 'person', 'section'])
        .doUpdateSet({ lineage: row.lineage, seq: row.seq, at: row.at })
        .where((eb) =>
          eb.or([
            eb('text_reading.lineage', '<>', row.lineage),
            eb('text_reading.seq', '<', row.seq),
          ]),
        ),
    )
    .execute()
