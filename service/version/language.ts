// How far a section is in the languages it must have, paragraph by paragraph: both for the joint part, the municipality's
// own otherwise. What makes a paragraph outdated or a mere copy is remembered in the document, not in a version's bytes,
// so that it is counted when a text is frozen.
import type { Doc } from 'yjs'
import { saidIn, translationStatus, type Said } from '../../editor/shared/translation.ts'
import type { LanguageFact } from '../../workflows/facts.ts'

export const wholeLanguage: LanguageFact = { missing: 0, machine: 0, outdated: 0 }

/// Counts one section. `must` is `nb`, `nn` or `both`; `source` the language it is written in. Reading only.
/// - missing: paragraphs of a chapter that has no word in a language it must have;
/// - machine: copies the editor made to be translated, unchanged and unchecked (C30 counts them as missing);
/// - outdated: translations checked against words that have changed since;
/// - unpaired: paragraphs without a counterpart, which a freer translation may have on purpose.
export function languageIn(doc: Doc, must: string, source: string): LanguageFact {
  const [from, to] = source === 'nn' ? (['nn', 'nb'] as const) : (['nb', 'nn'] as const)
  const original = withWords(saidIn(doc, from))
  const other = withWords(saidIn(doc, to))
  const musts = must === 'both' ? [from, to] : [must]
  const missing =
    (musts.includes(from) && original.length === 0 ? other.length : 0) +
    (musts.includes(to) && other.length === 0 ? original.length : 0)
  if (original.length === 0 || other.length === 0) {
    // A joint chapter nobody has begun has nothing to translate; one's own must have words.
    const blank = original.length === 0 && other.length === 0 && must !== 'both'
    return { ...wholeLanguage, missing: blank ? 1 : missing }
  }
  const back = musts.includes(from) ? against(other, original).outdated : 0
  if (!musts.includes(to)) return { ...wholeLanguage, outdated: back }
  const there = against(original, other)
  return {
    missing,
    machine: there.machine,
    outdated: there.outdated + back,
    ...(must === 'both' && there.unpaired > 0 ? { unpaired: there.unpaired } : {}),
  }
}

/// Two counts as one.
export const addLanguage = (a: LanguageFact, b: LanguageFact): LanguageFact => {
  const unpaired = (a.unpaired ?? 0) + (b.unpaired ?? 0)
  return {
    missing: a.missing + b.missing,
    machine: a.machine + b.machine,
    outdated: a.outdated + b.outdated,
    ...(unpaired > 0 ? { unpaired } : {}),
  }
}

/// So many letters are not alike in two languages by chance; a heading or a short sentence may be.
const aSentence = 80

function against(source: readonly Said[], translation: readonly Said[]) {
  const others = new Map(translation.map((one) => [one.id, one]))
  const count = { machine: 0, outdated: 0, unpaired: 0 }
  for (const { id, text } of source) {
    const counterpart = id === '' ? undefined : others.get(id)
    const status = translationStatus(text, counterpart)
    if (status === 'missing') count.unpaired++
    if (status === 'outdated') count.outdated++
    if (status === 'draft' && counterpart!.text === text && text.length >= aSentence)
      count.machine++
  }
  return count
}

const withWords = (blocks: Said[]): Said[] => blocks.filter(({ text }) => text.trim() !== '')
