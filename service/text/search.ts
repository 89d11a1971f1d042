// Looks for words in all the texts of a strategy as they read now, in both written languages. A frozen text reads as it was
// frozen. Who may see one of them may see all of them, so the asker's right is checked by the page, once.
import type { SectionRow } from '../../db/strategy.ts'
import { blocksOf } from '../../editor/shared/html.ts'
import type { House } from '../house.ts'
import { fold, placesOf, type Folded } from './fold.ts'
import { readText, type ReadText } from './read-text.ts'

export type Hit = {
  lang: 'nb' | 'nn'
  /// The block's place on the page, and its paragraph number.
  anchor: string
  number: number
  heading: boolean
  text: string
  /// What matched, in positions of `text`, in order and apart.
  marks: [from: number, to: number][]
}

export type Found = { section: SectionRow; hits: Hit[]; count: number }

export type SearchOptions = {
  langs: readonly ('nb' | 'nn')[]
  /// Hits told of one chapter; the rest are counted.
  most: number
}

const longest = 200

/// The words of a question: all of them must stand in one paragraph. Words in quotation marks are one.
export function wordsOf(question: string): string[] {
  const parts = question.slice(0, longest).match(/["«][^"»]+["»]|\S+/g) ?? []
  const words = parts.map((part) => fold(part.replaceAll(/^["«]|["»]$/g, '').trim()).text)
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 8)
}

/// Chapters with hits, in the document's order.
export async function searchTexts(
  house: House,
  sections: readonly SectionRow[],
  question: string,
  { langs, most }: SearchOptions,
): Promise<Found[]> {
  const words = wordsOf(question)
  if (words.length === 0) return []
  const found: Found[] = []
  for (const section of sections) {
    const text = await readText(house, section.region, section.id)
    const hits = langs.flatMap((lang) => hitsIn(text, lang, words))
    if (hits.length > 0) found.push({ section, hits: hits.slice(0, most), count: hits.length })
  }
  return found
}

type Block = Omit<Hit, 'marks'> & { folded: Folded }

const known = new WeakMap<ReadText, Record<'nb' | 'nn', Block[]>>()

/// A text's blocks ready to be looked in, kept as long as the text itself.
function blocksToSearch(text: ReadText): Record<'nb' | 'nn', Block[]> {
  const ready = known.get(text)
  if (ready) return ready
  const blocks = (lang: 'nb' | 'nn'): Block[] =>
    blocksOf(text[lang], lang === 'nn' ? 'nn-' : '')
      .filter(({ number }) => number > 0)
      .map((block) => ({
        lang,
        anchor: block.anchor,
        number: block.number,
        heading: block.kind === 'heading',
        text: block.text,
        folded: fold(block.text),
      }))
  const made = { nb: blocks('nb'), nn: blocks('nn') }
  known.set(text, made)
  return made
}

function hitsIn(text: ReadText, lang: 'nb' | 'nn', words: string[]): Hit[] {
  const hits: Hit[] = []
  for (const { folded, ...block } of blocksToSearch(text)[lang]) {
    if (!words.every((word) => folded.text.includes(word))) continue
    hits.push({ ...block, marks: apart(words.flatMap((word) => placesOf(folded, word))) })
  }
  return hits
}

/// In order, those that touch joined.
function apart(places: [number, number][]): [number, number][] {
  const out: [number, number][] = []
  for (const [from, to] of places.sort(([a], [b]) => a - b)) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}
