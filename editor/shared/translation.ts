// The two written languages of a joint text, block by block. A translated block remembers the source's words at the
// moment somebody checked it: when the source says something else now, the translation is outdated, and what changed
// can be shown. That memory is no part of the text: it is not in a version's bytes.
import { XmlElement, XmlText, type Doc } from 'yjs'

export type TranslationStatus = 'missing' | 'draft' | 'checked' | 'outdated'

/// A block as far as translating needs it. `source` is what the other language said when this was checked, or ''.
export type Said = { id: string; text: string; source: string }

/// How a block of the source stands in the other language.
export function translationStatus(
  source: string,
  counterpart: Said | undefined,
): TranslationStatus {
  if (!counterpart || counterpart.text.trim() === '') return 'missing'
  if (counterpart.source === '') return 'draft'
  return counterpart.source === source ? 'checked' : 'outdated'
}

export type TranslationCount = Record<TranslationStatus, number> & { total: number }

/// Counts over the blocks of the source that have words. Reading only: nothing is written to the document.
export function readTranslation(doc: Doc, source: 'nb' | 'nn'): TranslationCount {
  const count: TranslationCount = { missing: 0, draft: 0, checked: 0, outdated: 0, total: 0 }
  const others = new Map(saidIn(doc, source === 'nb' ? 'nn' : 'nb').map((one) => [one.id, one]))
  for (const { id, text } of saidIn(doc, source)) {
    if (text.trim() === '') continue
    count.total++
    count[translationStatus(text, id === '' ? undefined : others.get(id))]++
  }
  return count
}

/// The blocks of one language as they stand.
export function saidIn(doc: Doc, lang: 'nb' | 'nn'): Said[] {
  return doc
    .getXmlFragment(lang)
    .toArray()
    .filter((one): one is XmlElement => one instanceof XmlElement && one.nodeName === 'block')
    .map((block) => {
      const { id, source }: Record<string, unknown> = block.getAttributes()
      return {
        id: typeof id === 'string' ? id : '',
        source: typeof source === 'string' ? source : '',
        text: block
          .toArray()
          .map((child) => (child instanceof XmlText ? wordsIn(child) : ''))
          .join(''),
      }
    })
}

const wordsIn = (text: XmlText): string => {
  const parts: { insert: unknown; attributes?: { insertion?: unknown; atom?: unknown } }[] =
    text.toDelta()
  return parts
    .map(({ insert, attributes }) =>
      typeof insert === 'string' && !attributes?.insertion && !attributes?.atom ? insert : '',
    )
    .join('')
}
