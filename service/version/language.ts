// Whether a section has words in the language it must have: both for the joint part, the municipality's own otherwise.
import { toPlainText } from '../../editor/shared/plain.ts'
import type { SectionJson } from '../../editor/shared/read.ts'

/// True when a language this text must have is empty. `language` is `nb`, `nn` or `both`; others ask for nothing.
export function missingLanguage(text: SectionJson, language: string): boolean {
  const must =
    language === 'both' ? (['nb', 'nn'] as const) : languages.filter((l) => l === language)
  return must.some((lang) => toPlainText(text[lang]).trim() === '')
}

const languages = ['nb', 'nn'] as const
