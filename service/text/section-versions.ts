// The moments of one section that can be read and compared: as it is now, each time it was frozen, and as it stood at the
// end of each day somebody wrote in it.
import { personById } from '../../db/people.ts'
import { writingDays } from '../../db/section.ts'
import { readingsOf } from '../../db/reading.ts'
import { headOf } from '../../db/text-log.ts'
import { versionHeads, versionRow } from '../../db/version.ts'
import type { SectionJson } from '../../editor/shared/read.ts'
import type { SectionRow } from '../../db/strategy.ts'
import type { House } from '../house.ts'
import { textAfter } from '../room/past.ts'
import { openSection } from '../version/manifest.ts'
import { readText } from './read-text.ts'

export type Moment =
  | { is: 'now'; id: 'na'; on: string }
  /// A version's stored name; two freezes of the same words are two moments.
  | {
      is: 'frozen'
      id: string
      on: string
      hash: string
      name: string
      round: number
      /// The log's sequence its bytes were read at; null where none is known.
      head: number | null
      by?: string
    }
  /// The end of a day of writing: `at` is the instant of its last edit, `by` whose it was.
  | { is: 'day'; id: string; on: string; at: string; seq: number; by?: string }
  /// As it stood when the one who asks last read it.
  | { is: 'read'; id: 'sist'; on: string; at: string; seq: number }

const mostDays = 30

/// Newest first; the first is always the text as it is now, the last where `reader` left it.
export async function momentsOf(
  house: House,
  section: SectionRow,
  reader?: string,
): Promise<Moment[]> {
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
          head: head.head,
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
  const read = reader && (await readingsOf(db, section.region, reader)).get(section.id)
  const left: Moment[] =
    read && read.lineage === section.lineage
      ? [{ is: 'read', id: 'sist', on: read.at, at: read.at, seq: read.seq }]
      : []
  return [{ is: 'now', id: 'na', on: house.clock.today() }, ...frozen.reverse(), ...days, ...left]
}

/// Sequence of the log at a moment; undefined where it is not known.
export async function seqAt(
  house: House,
  section: SectionRow,
  moment: Moment,
): Promise<number | undefined> {
  if (moment.is === 'frozen') return moment.head ?? undefined
  if (moment.is !== 'now') return moment.seq
  return headOf(house.store.db, {
    region: section.region,
    section: section.id,
    lineage: section.lineage,
  })
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
  return await textAfter(db, key, moment.seq)
}
