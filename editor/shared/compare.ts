// What differs between two texts, by block and by word. Pure, so that the page of versions, the translator's view and a
// restore all see the same.
import { blocksOf, type BlockFacts } from './html.ts'
import { imageAttrs, type PmJson } from './schema.ts'

export type Part = { is: 'same' | 'added' | 'removed'; text: string }

export type Row =
  | { is: 'same'; before: BlockFacts; after: BlockFacts }
  | { is: 'changed'; before: BlockFacts; after: BlockFacts; parts: Part[] }
  | { is: 'added'; after: BlockFacts }
  | { is: 'removed'; before: BlockFacts }

/// Blocks with text, in the order of the newer text with what was removed where it stood. A block is the same one when
/// it bears the same id, or the same words where ids are of no help.
/// A picture is compared as a line of words that names it, so that another picture or another description is seen.
export function compareTexts(before: PmJson, after: PmJson, lang: 'nb' | 'nn' = 'nb'): Row[] {
  const old = blocksOf(named(before, lang)).filter((block) => block.text.trim() !== '')
  const now = blocksOf(named(after, lang)).filter((block) => block.text.trim() !== '')
  const oldIds = new Set(old.map(({ id }) => id))
  const nowIds = new Set(now.map(({ id }) => id))
  const alike = (a: BlockFacts, b: BlockFacts) =>
    a.id !== '' && a.id === b.id
      ? true
      : a.text === b.text &&
        !(nowIds.has(a.id) && a.id !== '') &&
        !(oldIds.has(b.id) && b.id !== '')
  return align(old, now, alike).map(([a, b]): Row => {
    if (!a) return { is: 'added', after: b! }
    if (!b) return { is: 'removed', before: a }
    const same = a.text === b.text && a.kind === b.kind && a.level === b.level && a.list === b.list
    return same
      ? { is: 'same', before: a, after: b }
      : { is: 'changed', before: a, after: b, parts: compareWords(a.text, b.text) }
  })
}

/// `Bilde 9f3a 61c0: Kart over regionen`. Of a kind that has no paragraph number.
function named(json: PmJson, lang: 'nb' | 'nn'): PmJson {
  const content = json.content?.map((node) => {
    if (node.type !== 'image') return node
    const { asset, alt, decorative, id } = imageAttrs(node.attrs ?? {})
    const hash = asset ? ` ${asset.slice(0, 4)} ${asset.slice(4, 8)}` : ''
    const said = decorative ? 'pynt' : alt || '–'
    const text = `${lang === 'nn' ? 'Bilete' : 'Bilde'}${hash}: ${said}`
    return { type: 'block', attrs: { kind: 'caption', id }, content: [{ type: 'text', text }] }
  })
  return content ? { ...json, content } : json
}

/// Words added and removed, with the space between them kept in the parts.
export function compareWords(before: string, after: string): Part[] {
  const pairs = align(tokens(before), tokens(after), (a, b) => a === b)
  const parts: Part[] = []
  const add = (is: Part['is'], text: string) => {
    const last = parts.at(-1)
    if (last?.is === is) last.text += text
    else parts.push({ is, text })
  }
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) add('removed', removed)
    if (added) add('added', added)
    removed = ''
    added = ''
  }
  for (const [a, b] of pairs) {
    if (a !== undefined && b !== undefined) {
      flush()
      add('same', a)
    } else if (a !== undefined) removed += a
    else added += b
  }
  flush()
  return bridged(parts)
}

/// A lone space between two changes belongs to them: `vil forsøke å` reads better than three single words.
function bridged(parts: Part[]): Part[] {
  const out: Part[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    const around =
      out.at(-1)?.is !== 'same' && out.length > 0 && parts[i + 1] && parts[i + 1]!.is !== 'same'
    if (part.is === 'same' && part.text.trim() === '' && around) {
      push(out, { is: 'removed', text: part.text })
      push(out, { is: 'added', text: part.text })
    } else push(out, { ...part })
  }
  return out
}

/// Keeps, between two unchanged parts, one removed before one added.
function push(out: Part[], part: Part): void {
  const last = out.at(-1)
  const before = out.at(-2)
  if (last?.is === part.is) last.text += part.text
  else if (part.is === 'removed' && last?.is === 'added') {
    if (before?.is === 'removed') before.text += part.text
    else out.splice(-1, 0, part)
  } else out.push(part)
}

const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/// The longest common order of both lists; what stands in one only comes with `undefined` on the other side. Beyond four
/// million comparisons the middle is taken as replaced.
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  alike: (a: T, b: T) => boolean,
): [T | undefined, T | undefined][] {
  let start = 0
  while (start < before.length && start < after.length && alike(before[start]!, after[start]!))
    start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    alike(before[before.length - 1 - end]!, after[after.length - 1 - end]!)
  ) {
    end++
  }
  const a = before.slice(start, before.length - end)
  const b = after.slice(start, after.length - end)
  return [
    ...before.slice(0, start).map((one, i): [T, T] => [one, after[i]!]),
    ...middle(a, b, alike),
    ...before
      .slice(before.length - end)
      .map((one, i): [T, T] => [one, after[after.length - end + i]!]),
  ]
}

function middle<T>(
  a: readonly T[],
  b: readonly T[],
  alike: (a: T, b: T) => boolean,
): [T | undefined, T | undefined][] {
  const replaced = (): [T | undefined, T | undefined][] => [
    ...a.map((one): [T, undefined] => [one, undefined]),
    ...b.map((one): [undefined, T] => [undefined, one]),
  ]
  if (a.length === 0 || b.length === 0 || a.length * b.length > 4_000_000) return replaced()
  const width = b.length + 1
  /// Length of the longest common order of what follows each pair of places.
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = alike(a[i]!, b[j]!)
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const out: [T | undefined, T | undefined][] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (alike(a[i]!, b[j]!)) out.push([a[i++], b[j++]])
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
      out.push([a[i++], undefined])
    else out.push([undefined, b[j++]])
  }
  while (i < a.length) out.push([a[i++], undefined])
  while (j < b.length) out.push([undefined, b[j++]])
  return out
}
