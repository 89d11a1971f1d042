// Which chapters stand cleared for which municipality, derived at every reading: a clearance holds while its hash is the
// text's hash. Nothing about holding is stored.
import { clearancesOf, type ClearanceRow } from '../../db/clearance.ts'
import { sectionsOf } from '../../db/strategy.ts'
import { versionHeads } from '../../db/version.ts'
import type { House } from '../house.ts'
import { hashedNow, type ChapterNow } from './chapter-hash.ts'

export type Standing = 'holds' | 'changed' | 'none'

export type Cell =
  | { standing: 'none' }
  /// `holds`: the newest clearance of the text as it is; `changed`: the newest of any text.
  | { standing: 'holds' | 'changed'; clearance: ClearanceRow }

export type Chapter = ChapterNow & {
  /// Word for word as it was last frozen.
  unchanged: boolean
}

export type Sheet = {
  chapters: Chapter[]
  cell(municipality: string, section: string): Cell
}

/// The joint chapters of a strategy, in order.
export async function clearanceSheet(
  house: House,
  where: { region: number; strategy: string },
): Promise<Sheet> {
  const { db } = house.store
  const { region, strategy } = where
  const sections = await sectionsOf(db, region, strategy, 'joint')
  const now = await hashedNow(house, region, sections)
  const frozen = new Map<string | null, string>()
  for (const head of await versionHeads(db, region, strategy, { scope: 'section', zone: 'joint' }))
    frozen.set(head.section, head.hash)
  const rows = await clearancesOf(db, region, strategy)
  const hashes = new Map(now.map(({ section, hash }) => [section.id, hash]))
  return {
    chapters: now.map((one) => ({ ...one, unchanged: frozen.get(one.section.id) === one.hash })),
    cell: (municipality, section) => {
      const own = rows.filter((row) => row.municipality === municipality && row.section === section)
      const holding = own.findLast((row) => row.hash === hashes.get(section))
      if (holding) return { standing: 'holds', clearance: holding }
      const last = own.at(-1)
      return last ? { standing: 'changed', clearance: last } : { standing: 'none' }
    },
  }
}
