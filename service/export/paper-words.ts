// What a paper says by itself, in its own language: the same words in all three formats.
import type { Paper, Written } from './paper.ts'
import { penOf } from './written.ts'

export function paperWords(lang: Written) {
  const t = penOf(lang)
  return {
    contents: t('Innhold', 'Innhald'),
    page: t('Side', 'Side'),
    of: t('av', 'av'),
    notes: t('Fotnoter', 'Fotnotar'),
    note: t('Fotnote', 'Fotnote'),
    back: t('Tilbake til teksten fra fotnote', 'Tilbake til teksten frå fotnote'),
    figure: t('Figur', 'Figur'),
    table: t('Tabell', 'Tabell'),
    law: t(
      'Planstrategi etter plan- og bygningsloven § 10-1',
      'Planstrategi etter plan- og bygningslova § 10-1',
    ),
    draft: t('Utkast', 'Utkast'),
    unknown: t(
      'innhold fra en nyere utgave av Planvev, ikke vist her',
      'innhald frå ei nyare utgåve av Planvev, ikkje vist her',
    ),
    missing: t('Bildet mangler', 'Biletet manglar'),
    missingSigns: t(
      'Tegn som ikke finnes i skriftene, er skrevet med nummeret sitt, som [U+6F22].',
      'Teikn som ikkje finst i skriftene, er skrivne med nummeret sitt, som [U+6F22].',
    ),
  }
}

/// The document's name in lists and tabs.
export const paperName = ({ title, subtitle }: Paper): string => `${title} – ${subtitle}`

/// Whose document it is.
export const paperAuthor = 'Planvev'
