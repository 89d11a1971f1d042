// Which pictures everybody may see: those of the sections that are public now. Read from the versions' own bytes, so
// nothing can say otherwise than they do; bytes never change, so each is read once.
import { publicSections, sectionBytes } from '../../db/image.ts'
import type { Db } from '../../db/database.ts'

export type Shown = (region: number, asset: string) => Promise<boolean>

export function createShown(db: Db): Shown {
  const known = new Map<string, Set<string>>()
  return async (region, asset) => {
    for (const hash of await publicSections(db, region)) {
      let assets = known.get(hash)
      if (!assets) {
        const bytes = await sectionBytes(db, region, hash)
        assets = assetsIn(Buffer.from(bytes ?? []).toString('utf8'))
        known.set(hash, assets)
      }
      if (assets.has(asset)) return true
    }
    return false
  }
}

/// Names of the pictures in a section's bytes. What a person writes cannot look like one: quotes in words are escaped.
export const assetsIn = (json: string): Set<string> =>
  new Set([...json.matchAll(/"asset":"([0-9a-f]{64})"/g)].map((found) => found[1]!))
