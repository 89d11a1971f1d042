// The moments of one section that can be read and compared: as it is now, each time it was frozen, and as it stood at the
// end of each day somebody wrote in it.
import { applyUpdate, Doc } from 'yjs'
import { personById } from '../../db/people.ts'
import { writingDays } from '../../db/section.ts'
import { editsOf } from '../../db/text-log.ts'
import { versionHeads, versionRow } from '../../db/version.ts'
import { readSection, type SectionJson } from '../../editor/shared/read.ts'
import type { SectionRow } from '../../db/strategy.ts'
import type { House } from '../house.ts'
import { openSection } from '../version/manifest.ts'
import { readText } from './read-text.ts'

export type Moment =
  | { is: 'now'; id: 'na'; on: string }
  /// A version's stored name; two freezes of the same words are two moments.
  | { is: 'frozen'; id: string; on: string; hash: string; name: string; round: number; by?: string }
  /// The end of a day of writing: `at` is the instant of its last edit, `by` whose it was.
  | { is: 'day'; id: string; on: string; at: string; seq: number; by?: string }

const mostDays = 30

/// Newest first; the first is always the text as it is now.
export async function momentsOf(house: House, section: SectionRow): Promise<Moment[]> {
  const { db } = house.store
  const heads = await versionHeads(db, section.region, section.strategy, {
    scope: 'section',
    zone: section.zone,
  })
  const frozen = await Promise.all(
    heads
      .filter((head) => head.section === section.id)
      .map(async (head): Promise<Moment> => {
        const by = (await personById(db, head.made_by))?.name
        return {
          is: 'frozen',
          id: `${head.hash.slice(0, 16)}-${head.round}-${head.seq}`,
          hash: head.hash,
          name: head.name,
          round: head.round,
          on: head.frozen_on,
          ...(by === undefined ? {} : { by }),
        }
      }),
  )
  const [, ...earlier] = await writingDays(db, section.region, section, mostDays)
  const days = earlier.map(({ seq, at, name }): Moment => ({
    is: 'day',
    id: `d${seq}`,
    on: at,
    at,
    seq,
    ...(name === null ? {} : { by: name }),
  }))
  return [{ is: 'now', id: 'na', on: house.clock.today() }, ...frozen.reverse(), ...days]
}

/// Both languages of the section at a moment.
export async function textAt(
  house: House,
  section: SectionRow,
  moment: Moment,
): Promise<SectionJson> {
  const { db } = house.store
  if (moment.is === 'now') return readText(house, section.region, section.id)
  if (moment.is === 'frozen') {
    const row = await versionRow(db, section.region, section.strategy, moment.hash)
    if (!row) throw new Error('a frozen section without its bytes')
    const { nb, nn } = openSection(row.bytes)
    return { nb, nn }
  }
  const key = { region: section.region, section: section.id, lineage: section.lineage }
  const edits = await editsOf(db, key, 0, moment.seq)
  const doc = new Doc()
  doc.transact(() => {
    for (const { bytes } of edits) applyUpdate(doc, bytes)
  })
  const text = readSection(doc)
  doc.destroy()
  return text
}
