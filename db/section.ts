// One section's row by its id, and who last wrote in it. Lists of sections stand with the strategy.
import type { Db } from './database.ts'
import type { SectionRow } from './strategy.ts'

/// A section by its id, looked for in the regions of the one who asks.
export const sectionIn = async (
  db: Db,
  regions: readonly number[],
  id: string,
): Promise<SectionRow | undefined> => {
  if (regions.length === 0) return undefined
  return db
    .selectFrom('section')
    .selectAll()
    .where('region', 'in', [...regions])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type LastWritten = { section: string; seq: number; at: string; name: string | null }

/// When each section of a strategy was last written in, and by whom.
export async function lastWritten(
  db: Db,
  region: number,
  sections: readonly { id: string; lineage: string }[],
): Promise<Map<string, LastWritten>> {
  const found = new Map<string, LastWritten>()
  for (const { id, lineage } of sections) {
    const row = await db
      .selectFrom('text_update as u')
      .leftJoin('person as p', 'p.id', 'u.person')
      .select(['u.seq', 'u.at', 'p.name'])
      .where('u.region', '=', region)
      .where('u.section', '=', id)
      .where('u.lineage', '=', lineage)
      .orderBy('u.seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row) found.set(id, { section: id, seq: row.seq, at: row.at, name: row.name })
  }
  return found
}

export type WritingDay = { seq: number; at: string; name: string | null }

/// The last edit of each day a section was written on, newest first. Days are UTC's: what is asked for is the moment, and
/// that is told by `at`.
export async function writingDays(
  db: Db,
  region: number,
  section: { id: string; lineage: string },
  most: number,
): Promise<WritingDay[]> {
  const days = await db
    .selectFrom('text_update')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('region', '=', region)
    .where('section', '=', section.id)
    .where('lineage', '=', section.lineage)
    .groupBy(({ fn, lit }) => fn('substr', ['at', lit(1), lit(10)]))
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
  if (days.length === 0) return []
  return db
    .selectFrom('text_update as u')
    .leftJoin('person as p', 'p.id', 'u.person')
    .select(['u.seq', 'u.at', 'p.name'])
    .where('u.region', '=', region)
    .where('u.section', '=', section.id)
    .where('u.lineage', '=', section.lineage)
    .where(
      'u.seq',
      'in',
      days.map((day) => Number(day.seq)),
    )
    .orderBy('u.seq', 'desc')
    .execute()
}
