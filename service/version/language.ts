// Whether a section has words in the language it must have: both for the joint part, the municipality's own otherwise.
import { toPlainText } from '../../editor/shared/plain.ts'
import type { SectionJson } from '../../editor/shared/read.ts'

/// True when a language this text must have is empty. `language` is `nb`, `nn` or `both`; others ask for nothing, and a
/// joint section without a word has nothing to translate.
export function missingLanguage(text: SectionJson, language: string): boolean {
  const must = language === 'both' ? languages : languages.filter((l) => l === language)
  const empty = must.filter((lang) => toPlainText(text[lang]).trim() === '')
  return language === 'both' ? empty.length === 1 : empty.length > 0
}

const languages = ['nb', 'nn'] as const
