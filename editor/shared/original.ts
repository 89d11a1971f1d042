// A text without the suggestions that are open in it: what readers, exports, comparisons, counts and hashes go by. What is
// suggested in is left out, what is suggested out stays, and a paragraph suggested cut in two is one.
import type { PmJson } from './schema.ts'

/// Attributes of a block that say what is suggested about it.
export const suggestionAttrs = {
  split: 'suggestion_split',
  join: 'suggestion_join',
  shape: 'suggestion_shape',
} as const

export const suggestedAttrs = Object.values(suggestionAttrs)

/// `joined` brings neighbouring words of equal marks together.
export function withoutSuggestions(json: PmJson, joined: (content: PmJson[]) => PmJson[]): PmJson {
  if (!json.content || json.type === 'block') return json
  let changed = false
  const out: PmJson[] = []
  for (const child of json.content) {
    if (child.type !== 'block') {
      const made = withoutSuggestions(child, joined)
      changed ||= made !== child
      out.push(made)
      continue
    }
    const words = originalWords(child, joined)
    const split = child.attrs?.[suggestionAttrs.split] !== undefined
    const made = bare(child, words)
    changed ||= made !== child
    const above = out.at(-1)
    if (!split) out.push(made)
    else if (above?.type === 'block') {
      const whole = joined([...(above.content ?? []), ...(words ?? [])])
      out[out.length - 1] = { ...above, ...(whole.length ? { content: whole } : {}) }
    } else if (words?.length) out.push(made)
  }
  if (!changed) return json
  const { content: _, ...rest } = json
  return out.length ? { ...rest, content: out } : rest
}

/// The same array when nothing is suggested in it.
function originalWords(
  block: PmJson,
  joined: (content: PmJson[]) => PmJson[],
): PmJson[] | undefined {
  const { content } = block
  if (!content?.some((one) => one.marks?.some(isSuggestion))) return content
  return joined(
    content
      .filter((one) => !one.marks?.some(({ type }) => type === 'insertion'))
      .map((one) => {
        const marks = one.marks?.filter((mark) => !isSuggestion(mark))
        const { marks: _, ...rest } = one
        return marks?.length ? { ...rest, marks } : rest
      }),
  )
}

const isSuggestion = ({ type }: { type: string }): boolean =>
  type === 'insertion' || type === 'deletion'

function bare(block: PmJson, words: PmJson[] | undefined): PmJson {
  const named = suggestedAttrs.some((name) => block.attrs?.[name] !== undefined)
  if (!named && words === block.content) return block
  const attrs = Object.fromEntries(
    Object.entries(block.attrs ?? {}).filter(([key]) => !names.has(key)),
  )
  return {
    type: block.type,
    ...(Object.keys(attrs).length ? { attrs } : {}),
    ...(words?.length ? { content: words } : {}),
  }
}

const names = new Set<string>(suggestedAttrs)
