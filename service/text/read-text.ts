// A section's text as it is now, from the log and never from a live document. What was read last is kept until somebody
// writes: building a long text again takes longer than all the rest of its page.
import { headOf, sectionOf } from '../../db/text-log.ts'
import type { Db } from '../../db/database.ts'
import { original, readMarkedSection, type SectionJson } from '../../editor/shared/read.ts'
import type { House } from '../house.ts'

/// Both languages and the sequence they were read at; `marked` is the same with the suggestions open in it, as the editor
/// shows it. Shared between those who ask: not to be changed.
export type ReadText = Readonly<SectionJson & { head: number; marked: SectionJson }>

/// Both languages and the sequence they were read at.
export async function readText(house: House, region: number, section: string): Promise<ReadText> {
  const { db } = house.store
  const name = `${region}/${section}`
  const lineage = (await sectionOf(db, region, section))?.lineage ?? ''
  const known = keptOf(db).get(name)
  if (known?.lineage === lineage) {
    const head = await headOf(db, { region, section, lineage })
    if (head === known.text.head) return known.text
  }
  const { doc, head } = await house.rooms.read(region, section)
  try {
    const marked = readMarkedSection(doc)
    const text = { ...original(marked), head, marked }
    keep(keptOf(db), name, { lineage, text })
    return text
  } finally {
    doc.destroy()
  }
}

type Kept = { lineage: string; text: ReadText }

/// A strategy of twelve has some eighty texts; most are short, one of fifty pages takes two megabytes.
const most = 128
const kept = new WeakMap<Db, Map<string, Kept>>()

function keptOf(db: Db): Map<string, Kept> {
  const texts = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, texts)
  return texts
}

/// The one read longest ago goes first.
function keep(texts: Map<string, Kept>, name: string, one: Kept): void {
  texts.delete(name)
  texts.set(name, one)
  const [oldest] = texts.keys()
  if (texts.size > most && oldest !== undefined) texts.delete(oldest)
}
