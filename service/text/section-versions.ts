// The moments of one section that can be read and compared: each time it was frozen, and as it is now.
import { personById } from '../../db/people.ts'
import { versionHeads, versionRow } from '../../db/version.ts'
import type { SectionJson } from '../../editor/shared/read.ts'
import type { SectionRow } from '../../db/strategy.ts'
import type { House } from '../house.ts'
import { openSection } from '../version/manifest.ts'
import { readText } from './read-text.ts'

/// `id` is `na` for the text as it is now, else the hash of the frozen section with the instant it was frozen, so that
/// two freezes of the same words stay two moments.
export type Moment = {
  id: string
  hash?: string
  /// A version's stored name; undefined for the text as it is now.
  name?: string
  round?: number
  on: string
  by?: string
}

/// Newest first; the first is always the text as it is now.
export async function momentsOf(house: House, section: SectionRow): Promise<Moment[]> {
  const { db } = house.store
  const heads = await versionHeads(db, section.region, section.strategy, {
    scope: 'section',
    zone: section.zone,
  })
  const own = heads.filter((head) => head.section === section.id)
  const frozen = await Promise.all(
    own.map(async (head): Promise<Moment> => {
      const by = (await personById(db, head.made_by))?.name
      return {
        id: `${head.hash.slice(0, 16)}-${head.round}-${head.seq}`,
        hash: head.hash,
        name: head.name,
        round: head.round,
        on: head.frozen_on,
        ...(by === undefined ? {} : { by }),
      }
    }),
  )
  return [{ id: 'na', on: house.clock.today() }, ...frozen.reverse()]
}

/// Both languages of the section at a moment.
export async function textAt(
  house: House,
  section: SectionRow,
  moment: Moment,
): Promise<SectionJson> {
  if (moment.hash === undefined) return readText(house, section.region, section.id)
  const row = await versionRow(house.store.db, section.region, section.strategy, moment.hash)
  if (!row) throw new Error('a frozen section without its bytes')
  const { nb, nn } = openSection(row.bytes)
  return { nb, nn }
}
