// One paragraph of an earlier text back in the text as it is now. Pure.
import type { PmJson } from '../../editor/shared/schema.ts'

/// True for a block that can be brought back by itself: it has an id and stands in no table.
export const restorable = (then: PmJson, id: string): boolean => indexOf(then, id) >= 0

/// `now` with the block as it was in `then`: in its place when it is there, else after the nearest block before it that
/// still is. Undefined when `then` has no such block, or it reads so already.
export function withBlock(now: PmJson, then: PmJson, id: string): PmJson | undefined {
  const from = indexOf(then, id)
  if (from < 0) return undefined
  const old = then.content![from]!
  const content = now.content ?? []
  const at = indexOf(now, id)
  if (at >= 0) {
    if (JSON.stringify(content[at]) === JSON.stringify(old)) return undefined
    return { ...now, content: content.with(at, old) }
  }
  let after = -1
  for (let i = from - 1; i >= 0 && after < 0; i--) {
    after = indexOf(now, String(then.content![i]!.attrs?.id ?? ''))
  }
  return { ...now, content: content.toSpliced(after + 1, 0, old) }
}

const indexOf = ({ content = [] }: PmJson, id: string): number =>
  id === '' ? -1 : content.findIndex(({ type, attrs }) => type === 'block' && attrs?.id === id)
