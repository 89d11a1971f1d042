// What leaves the house, before it is Word, HTML or PDF: one tree of plain data that the three writers read. It can be
// sent to another process, and equal trees give equal files.

/// Bokmål or nynorsk; a paper in both holds parts of either.
export type Written = 'nb' | 'nn'

export type Paper = {
  /// Language of the paper's own words: contents, page, footnotes.
  lang: Written
  title: string
  /// Whose it is, or what part of the whole.
  subtitle: string
  /// «Høringsutkast, runde 2», «Utkast».
  status: string
  /// Not frozen: said on every page.
  draft: boolean
  /// Day of the text, ISO. The only date the file bears.
  on: string
  /// Under the title on the cover.
  facts: Fact[]
  parts: Part[]
  colophon: Colophon
}

export type Fact = { name: string; value: string }

/// A paper of one part does not show the part's title above its chapters.
export type Part = { title: string; lang: Written; chapters: Chapter[] }

export type Chapter = {
  /// Unique in the paper; what references lead to.
  anchor: string
  /// '' where the chapter has no number.
  number: string
  title: string
  lang: Written
  blocks: Block[]
  /// Footnotes in the order they are first called.
  notes: Run[][]
}

export type Block =
  | { is: 'heading'; level: number; anchor: string; runs: Run[] }
  | { is: 'text'; anchor: string; runs: Run[] }
  | { is: 'list'; ordered: boolean; items: Item[] }
  | { is: 'quote' | 'callout'; blocks: Block[] }
  | { is: 'table'; head: boolean; columns: number[]; rows: Block[][][]; caption: Run[] }
  | { is: 'image'; asset: string; alt: string; width: number; height: number; caption: Run[] }
  | { is: 'rule' }
  | { is: 'unknown' }

/// An entry of a list with what stands under it.
export type Item = { runs: Run[]; under: Block[] }

export type Run =
  | ({ is: 'text'; text: string } & Look)
  /// Place of a footnote in `notes`.
  | { is: 'note'; at: number }
  /// A reference: its words, and where they lead when that is in this paper.
  | { is: 'ref'; text: string; to: string }
  | { is: 'unknown' }

export type Look = {
  bold?: true
  italic?: true
  sub?: true
  sup?: true
  /// Checked address, `https:`, `mailto:` or `tel:`.
  href?: string
  /// Suggested, not decided: only in drafts.
  suggested?: 'in' | 'out'
}

/// The last page: what this file is a copy of, and how to check it.
export type Colophon = { title: string; lines: string[]; hashes: Fact[] }
