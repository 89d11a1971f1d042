// Words inside a paper are in one of the two written languages, whatever language the reader's pages are in.
import type { Written } from './paper.ts'

/// Picks by language, bokmål first.
export type Pen = (nb: string, nn: string) => string

export const penOf =
  (lang: Written): Pen =>
  (nb, nn) =>
    lang === 'nn' ? nn : nb
