// Somebody has looked at a document and says yes: it is written into the live text as one change of theirs, or becomes new
// chapters. Said twice it is written once; said when the text has been frozen meanwhile it is not written at all.
import { createHash } from 'node:crypto'
import { sectionsOf, type SectionRow } from '../../db/strategy.ts'
import { markTaken, type WordImportRow } from '../../db/word-import.ts'
import type { PmJson } from '../../editor/shared/schema.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { NoLonger } from '../room/rooms.ts'
import { addSection } from '../strategy/add-section.ts'
import { stillWrites, type SectionAccess } from '../text/section-access.ts'
import { addToText } from './add-to-text.ts'
import { chaptersOf, mostChapters } from './chapters.ts'
import { preparedOf } from './prepare.ts'

export type Choice = {
  as: 'append' | 'chapters'
  lang: 'nb' | 'nn'
  /// What was said of pictures, by their ids.
  pictures: Map<string, { alt: string; decorative: boolean }>
}

/// Answers the ids of the sections it went into. Throws `conflict` when it was brought in before, `forbidden` or
/// `not-in-this-state` when it may not be (any more), `too-large` for more chapters than one document makes.
export async function takeImport(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  row: WordImportRow,
  choice: Choice,
): Promise<string[]> {
  if (row.taken_at !== null) throw new Refused('conflict')
  const { section } = access
  const prepared = preparedOf(row)
  const described = { ...prepared, content: prepared.content.map((node) => say(node, choice)) }
  const into: string[] = []
  if (choice.as === 'append') {
    if (!access.write.may) throw new Refused(refusalOf(access))
    await write(house, person, section, choice.lang, described)
    into.push(section.id)
  } else {
    const chapters = chaptersOf(described, row.name.replace(/\.docx$/i, ''))
    if (chapters.length > mostChapters) throw new Refused('too-large')
    for (const [n, chapter] of chapters.entries()) {
      const made = await addChapter(house, person, section, row, n, chapter.title)
      await write(house, person, made, choice.lang, chapter)
      into.push(made.id)
    }
  }
  await markTaken(house.store.db, row, {
    taken_at: house.clock.instant(),
    taken_by: person.id,
    taken_as: JSON.stringify(into),
    lang: choice.lang,
  })
  return into
}

async function write(
  house: House,
  person: SignedIn,
  section: SectionRow,
  lang: 'nb' | 'nn',
  text: { content: PmJson[]; notes: PmJson[] },
): Promise<void> {
  try {
    await house.rooms.write(
      section.region,
      section.id,
      person.id,
      (doc) => void addToText(doc, lang, text),
      stillWrites(house, person, section.id),
    )
  } catch (error) {
    throw error instanceof NoLonger ? new Refused('not-in-this-state') : error
  }
}

/// The same document makes the same chapter, however often it is asked for.
async function addChapter(
  house: House,
  person: SignedIn,
  beside: SectionRow,
  row: WordImportRow,
  n: number,
  title: string,
): Promise<SectionRow> {
  const where = { region: beside.region, strategy: beside.strategy }
  const id = createHash('sha256').update(`${row.id} ${n}`).digest('hex').slice(0, 32)
  const known = await sectionsOf(house.store.db, where.region, where.strategy)
  return addSection(
    house,
    where,
    {
      id,
      code: nextCode(beside, known),
      title: { nb: title, nn: title },
      zone: beside.zone,
      language: beside.language,
    },
    person,
  )
}

/// `F7` after `F6`: the letter of the section it was asked for at, and the next number.
function nextCode(beside: SectionRow, known: SectionRow[]): string {
  const letter = /^[A-Za-z]+/.exec(beside.code)?.[0] ?? 'X'
  const numbers = known
    .filter((one) => one.zone === beside.zone && one.code.startsWith(letter))
    .map((one) => Number(one.code.slice(letter.length)))
    .filter(Number.isInteger)
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

function say(node: PmJson, { pictures }: Choice): PmJson {
  const said = node.type === 'image' ? pictures.get(String(node.attrs?.id)) : undefined
  if (!said) return node
  const { alt: _, ...attrs } = node.attrs ?? {}
  if (said.decorative) return { ...node, attrs: { ...attrs, decorative: true } }
  return { ...node, attrs: { ...attrs, ...(said.alt ? { alt: said.alt } : {}) } }
}

const refusalOf = ({ write }: SectionAccess): 'not-in-this-state' | 'forbidden' =>
  !write.may && (write.why === 'no-role' || write.why === 'not-yours')
    ? 'forbidden'
    : 'not-in-this-state'
