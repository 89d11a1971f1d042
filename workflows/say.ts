// Filling values into sentences: dates as people write them, numbers with words, lists.
import type { Lang, Words } from './lang.ts'

const months: Record<Lang, readonly string[]> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(
    ' ',
  ),
  nn: 'januar februar mars april mai juni juli august september oktober november desember'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}

const nbsp = '\u00a0'

/// `2028-09-11` → «11. september 2028», with a no-break space after the day.
export function sayDay(day: string, lang: Lang): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const month = months[lang][m - 1]!
  return lang === 'en' ? `${d}${nbsp}${month} ${y}` : `${d}.${nbsp}${month} ${y}`
}

/// Puts values in a sentence. `{on}` a day in words; `{n|dag|dager}` the number with its noun.
export const fill = (
  words: Words,
  values: { [name: string]: string | number },
  lang: Lang,
): string =>
  words[lang].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one, many) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined) return `${sayNumber(value)}${nbsp}${value === 1 ? one : many}`
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? sayDay(value, lang)
      : sayNumber(value)
  })

const sayNumber = (value: string | number): string =>
  typeof value === 'number' && value < 0 ? `−${-value}` : String(value)
