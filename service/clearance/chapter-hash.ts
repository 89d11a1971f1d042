// The hash a chapter's text has now: the same canonical bytes a freeze would store, read from the log. Remembered for as
// long as the log's head and the titles stand, so that a matrix of chapters costs one small query.
import { headsOf, type SectionRow } from '../../db/strategy.ts'
import type { House } from '../house.ts'
import { readText } from '../text/read-text.ts'
import { sealSection } from '../version/manifest.ts'

export type ChapterNow = { section: SectionRow; hash: string; head: number }

/// These sections with the hash each has now, in the order given.
export async function hashedNow(
  house: House,
  region: number,
  sections: readonly SectionRow[],
): Promise<ChapterNow[]> {
  const heads = await headsOf(house.store.db, region, [...sections])
  const known = memoryOf(house)
  const chapters: ChapterNow[] = []
  for (const section of sections) {
    const place = `${region}/${section.id}`
    const held = known.get(place)
    const head = heads.get(section.id) ?? 0
    if (held && held.stamp === stampOf(section, head)) {
      chapters.push({ section, hash: held.hash, head })
      continue
    }
    const text = await readText(house, region, section.id)
    const { hash } = sealSection(section, text)
    known.set(place, { stamp: stampOf(section, text.head), hash })
    chapters.push({ section, hash, head: text.head })
  }
  return chapters
}

type Held = { stamp: string; hash: string }

const memories = new WeakMap<House, Map<string, Held>>()

function memoryOf(house: House): Map<string, Held> {
  const held = memories.get(house) ?? new Map<string, Held>()
  memories.set(house, held)
  return held
}

/// Everything the bytes are made of, without reading them.
const stampOf = (section: SectionRow, head: number): string =>
  JSON.stringify([section.lineage, head, section.code, section.title_nb, section.title_nn])
