// A text's lineage as browsers know it: that of its log, and how often this database was put back from a backup. What a
// browser kept from before is another lineage then, though the log goes on: the copy holds edits of others that the
// database lost, and nobody can hand those in but their writers.
import type { Db } from './database.ts'
import { settingOf } from './setting.ts'

/// Under which the number of restores is kept; none until the first.
export const restoresKey = 'restores'

export const shownLineage = async (db: Db, lineage: string): Promise<string> => {
  const restores = await settingOf(db, restoresKey)
  return restores === undefined ? lineage : `${lineage}.${restores}`
}
