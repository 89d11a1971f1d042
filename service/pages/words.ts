// The words on a page, all three languages side by side where they are used: `t('Tavle', 'Tavle', 'Board')`.
import type { Lang } from '../../workflows/lang.ts'

/// Picks by language, in the order bokmål, nynorsk, English.
export type Say = (nb: string, nn: string, en: string) => string

export const words =
  (lang: Lang): Say =>
  (nb, nn, en) =>
    lang === 'nb' ? nb : lang === 'nn' ? nn : en

/// A number with a no-break space between thousands and a real minus sign.
export const number = (value: number): string => {
  const digits = String(Math.abs(value)).replace('.', ',')
  const spaced = digits.replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u00a0')
  return value < 0 ? `−${spaced}` : spaced
}

/// Small counts as words, as Norwegian prose wants them; from thirteen on, digits.
export const count = (value: number, lang: Lang): string => {
  const list = {
    nb: 'ingen én to tre fire fem seks sju åtte ni ti elleve tolv',
    nn: 'ingen éin to tre fire fem seks sju åtte ni ti elleve tolv',
    en: 'no one two three four five six seven eight nine ten eleven twelve',
  }[lang].split(' ')
  return list[value] ?? number(value)
}

/// `Øyer, Vågå og Lom`.
export const listed = (names: string[], lang: Lang): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} ${lang === 'en' ? 'and' : 'og'} ${names.at(-1)}`

/// First letter large, the rest as it is.
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
