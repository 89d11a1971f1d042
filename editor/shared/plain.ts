// A section's text as plain lines: for search, word counts, letters and comparing.
import { blocksOf } from './html.ts'
import type { PmJson } from './schema.ts'

/// One line a block, empty blocks left out; list items begin with a dash or a number sign kept simple.
export const toPlainText = (json: PmJson): string =>
  blocksOf(json)
    .filter((block) => block.text.trim() !== '')
    .map((block) => `${block.list === '' ? '' : '- '}${block.text.replaceAll('\n', ' ')}`)
    .join('\n')

/// Words as a reader counts them: runs of letters and digits, with hyphens and apostrophes inside.
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’\-–.][\p{L}\p{N}]+)*/gu)?.length ?? 0
