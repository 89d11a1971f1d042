// How the document's own text is written in these files: one line a block, with the few marks a planner needs.
// Seeding turns blocks into the text's own form; nothing here knows the editor.

/// A piece of a line with the same marks.
export type Run = { text: string; bold?: true; italic?: true; href?: string }

/// One text block, in the shape the editor's `writeBlocks` takes. The section's title stands above level 1.
export type Block = {
  kind: 'paragraph' | 'heading' | 'callout' | 'quote'
  level?: 1 | 2
  /// Lasting name of the paragraph: the same in both languages, so that the two are counterparts.
  id?: string
  list?: 'bullet' | 'number'
  text: string | Run[]
}

/// Reads prose: every line that is not empty is a block. `## ` and `### ` head, `- ` and `1. ` list, `! ` calls out,
/// `> ` quotes; inside a line `**bold**`, `*italic*` and `[words](address)`. Paragraph signs and thousands are kept
/// with their number by a no-break space.
export function prose(lines: TemplateStringsArray): Block[] {
  return lines
    .join('')
    .split('\n')
    .map((line) =>
      line.trim().replace(/§ (?=\d)|(?<=\d) (?=\d{3}\b)/g, (gap) => gap.trim() + '\u00a0'),
    )
    .filter((line) => line !== '')
    .map(blockOf)
}

/// The same blocks, each with a lasting name made of the section's code and its place at first writing.
export const named = (code: string, blocks: Block[]): Block[] =>
  blocks.map((block, at) => ({ ...block, id: `${code.toLowerCase()}b${at + 1}` }))

/// A block's words without marks.
export const wordsOf = ({ text }: Block): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('')

function blockOf(line: string): Block {
  const [, mark = '', rest = ''] = /^(##|###|-|\d+\.|!|>)?\s*(.*)$/.exec(line) ?? []
  const text = runsOf(rest)
  if (mark === '##') return { kind: 'heading', level: 1, text }
  if (mark === '###') return { kind: 'heading', level: 2, text }
  if (mark === '-') return { kind: 'paragraph', list: 'bullet', text }
  if (mark === '!') return { kind: 'callout', text }
  if (mark === '>') return { kind: 'quote', text }
  return mark === '' ? { kind: 'paragraph', text } : { kind: 'paragraph', list: 'number', text }
}

const marks = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)/g

function runsOf(line: string): string | Run[] {
  const runs: Run[] = []
  let from = 0
  for (const found of line.matchAll(marks)) {
    if (found.index > from) runs.push({ text: line.slice(from, found.index) })
    const [, bold, italic, words, href] = found
    if (bold !== undefined) runs.push({ text: bold, bold: true })
    else if (italic !== undefined) runs.push({ text: italic, italic: true })
    else if (words !== undefined && href !== undefined) runs.push({ text: words, href })
    from = found.index + found[0].length
  }
  if (runs.length === 0) return line
  if (from < line.length) runs.push({ text: line.slice(from) })
  return runs
}
