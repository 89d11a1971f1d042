// How wide a table's columns should be, from what stands in them: a column of long prose gets more than one of years,
// but none so little that its words break.
import type { Block, Run } from './paper.ts'

/// Rows looked at, and letters a line of table text holds.
const looked = 400
const line = 96

/// Shares that add up to 1000.
export function widths(rows: readonly Block[][][]): number[] {
  const across = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: across }, (_, at) => measured(rows, at))
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const wished = columns.reduce((sum, column) => sum + column.wished, 0)
  const spare = Math.max(0, line - least)
  const shares = columns.map((column) => column.least + (spare * column.wished) / (wished || 1))
  const sum = shares.reduce((a, b) => a + b, 0)
  const whole = shares.map((share) => Math.floor((share / sum) * 1000))
  const lacks = 1000 - whole.reduce((a, b) => a + b, 0)
  return whole.map((share, at) => (at === 0 ? share + lacks : share))
}

function measured(rows: readonly Block[][][], at: number): { least: number; wished: number } {
  let longest = 4
  let total = 0
  let filled = 0
  for (const row of rows.slice(0, looked)) {
    const words = plainOf(row[at] ?? [])
    if (!words) continue
    filled++
    total += words.length
    for (const word of words.split(/[\s/–-]+/)) longest = Math.max(longest, word.length)
  }
  const mean = filled ? total / filled : 0
  return { least: Math.min(longest, 20) + 2, wished: Math.max(1, Math.min(90, mean) - longest) }
}

export const plainOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.is === 'text' || block.is === 'heading') return plainRuns(block.runs)
      if (block.is === 'quote' || block.is === 'callout') return plainOf(block.blocks)
      if (block.is !== 'list') return ''
      return block.items.map((item) => `${plainRuns(item.runs)} ${plainOf(item.under)}`).join(' ')
    })
    .join(' ')
    .trim()

export const plainRuns = (runs: readonly Run[]): string =>
  runs.map((run) => ('text' in run ? run.text : '')).join('')
