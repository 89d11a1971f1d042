// The notice of a clearance that no longer holds: what happened, and what is expected.
import type { Lang } from '../../workflows/lang.ts'
import { listed, words } from '../pages/words.ts'

/// `values` as `tell-voided.ts` writes them.
export function sayVoided(
  values: { [name: string]: string | number },
  lang: Lang,
): { done: string; expected: string } {
  const t = words(lang)
  const titles = JSON.parse(String(lang === 'nn' ? values.titlesNn : values.titlesNb)) as string[]
  const names = listed(
    titles.map((title) => t(`«${title}»`, `«${title}»`, `“${title}”`)),
    lang,
  )
  return {
    done: t(
      `Tekst som var klarert, er endret: ${names}`,
      `Tekst som var klarert, er endra: ${names}`,
      `Text that was cleared has changed: ${names}`,
    ),
    expected: t(
      'Klareringen gjelder ikke lenger. Les endringen og klarer teksten på nytt om kommunen står inne for den.',
      'Klareringa gjeld ikkje lenger. Les endringa og klarer teksten på nytt om kommunen står inne for han.',
      'The clearance no longer holds. Read the change and clear the text again if the municipality stands by it.',
    ),
  }
}
