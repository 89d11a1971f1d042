// From an uploaded document to what would be brought in: read, its pictures kept, and put aside under an id until somebody
// has looked at it and said yes. Nothing of a text changes here.
import { dropUntaken, insertWordImport, type WordImportRow } from '../../db/word-import.ts'
import type { PmJson } from '../../editor/shared/schema.ts'
import { writeDurably } from '../evidence/store.ts'
import type { House, SignedIn } from '../house.ts'
import { keepImage } from '../image/store.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import type { SectionAccess } from '../text/section-access.ts'
import { convert } from './convert.ts'
import type { Left, LeftCode } from './left.ts'
import type { Reading } from './read-word.ts'
import { captions } from './to-text.ts'

/// What is put aside, as JSON in its row.
export type Prepared = { title: string; content: PmJson[]; notes: PmJson[]; left: Left[] }

export const preparedOf = (row: Pick<WordImportRow, 'content'>): Prepared =>
  JSON.parse(row.content) as Prepared

/// Answers the id it waits under. Throws `Unreadable` with its reason, and then nothing is kept.
export async function prepareImport(
  house: House,
  person: SignedIn,
  { section }: SectionAccess,
  file: { name: string; bytes: Buffer },
): Promise<string> {
  const id = newId()
  const reading = await convert(file.bytes, `w${id.slice(0, 12)}`)
  const prepared = await withPictures(house, section.region, person.id, reading)
  const sha256 = await hashOf(file.bytes)
  await writeDurably(house.dataDir, sha256, file.bytes)
  const old = Temporal.Instant.from(house.clock.instant()).subtract({ hours: 7 * 24 })
  await dropUntaken(house.store.db, section.region, old.toString({ smallestUnit: 'millisecond' }))
  await insertWordImport(house.store.db, {
    region: section.region,
    id,
    section: section.id,
    lang: section.language === 'nn' ? 'nn' : 'nb',
    sha256,
    name: file.name,
    bytes: file.bytes.length,
    uploaded_by: person.id,
    uploaded_at: house.clock.instant(),
    content: JSON.stringify(prepared),
    taken_at: null,
    taken_by: null,
    taken_as: null,
  })
  return id
}

/// Beside the thread that serves people: a large file takes its time.
const hashOf = async (bytes: Buffer): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')

/// Keeps the pictures and puts their names where their numbers stood; one that cannot be kept is left out and told.
async function withPictures(
  house: House,
  region: number,
  person: string,
  { title, content, notes, pictures, left }: Reading,
): Promise<Prepared> {
  const counts = new Map(left.map((one) => [one.what, one]))
  const count = (what: LeftCode): void => {
    const one = counts.get(what) ?? { what, count: 0, names: [] }
    counts.set(what, { ...one, count: one.count + 1 })
  }
  const kept: PmJson[] = []
  for (const node of content) {
    if (node.type !== 'image') {
      kept.push(node)
      continue
    }
    const picture = pictures[Number(node.attrs?.asset)]
    if (!picture?.bytes) continue
    try {
      const { asset, width, height } = await keepImage(house, region, picture.bytes, person)
      const alt = picture.alt ? { alt: picture.alt } : {}
      kept.push({
        type: 'image',
        attrs: { asset, ...alt, width, height, id: node.attrs?.id ?? '' },
      })
    } catch (error) {
      if (!(error instanceof Refused) || !error.code.startsWith('image-')) throw error
      count(error.code === 'image-pixels' ? 'image-pixels' : 'image-broken')
    }
  }
  return { title, content: captions(kept), notes, left: [...counts.values()] }
}
