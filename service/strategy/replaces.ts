// Which strategy takes the place of which (C34): a revision is a new strategy that says what it replaces, and each council
// moves over by adopting it.
import type { Db } from '../../db/database.ts'
import { strategiesIn } from '../../db/strategy.ts'
import { settingsOf } from '../facts.ts'

export type Replacement = { earlier: string; later: string }

/// Every pair in a region.
export async function replacements(db: Db, region: number): Promise<Replacement[]> {
  const rows = await strategiesIn(db, region)
  return rows.flatMap((row) => {
    const { replaces } = settingsOf(row)
    return replaces === undefined ? [] : [{ earlier: replaces, later: row.id }]
  })
}
