// How deep the types of an update would lie in the document, and whether its structs can be put in order at all.
// Yjs itself would recurse through both. Works on the numbers of the scan, so that a refusal costs no memory to speak of.
import { findIndexSS, Item, type AbstractType, type Doc } from 'yjs'
import { at, collected, none, root, stride, type Run, type Scan } from './scan.ts'

/// Depth of the deepest struct (1 directly in a root), or `circular` when structs wait for each other. All the scan
/// points at must be in the update or in the document. Counts no further than one above `most`.
export function nesting(doc: Doc, { runs, structs }: Scan, most: number): number | 'circular' {
  const count = structs.length / stride
  const byClient = new Map<number, Run>()
  for (const run of runs) byClient.set(run.client, run)
  /// 0 not seen, 1 waits for another, 2 done.
  const seen = new Uint8Array(count)
  const depths = new Uint32Array(count)
  const stack = new Uint32Array(count)

  /// Index of the struct that holds this clock, or −1 when the update has none.
  const indexOf = (client: number, clock: number): number => {
    const run = byClient.get(client)
    if (!run || clock < run.clock || clock >= run.end) return -1
    let low = run.first
    let high = run.last - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (structs[middle * stride + at.clock]! <= clock) low = middle
      else high = middle - 1
    }
    return low
  }
  const pointed = (struct: number, what: number): number => {
    const client = structs[struct * stride + what]!
    return client < 0 ? -1 : indexOf(client, structs[struct * stride + what + 1]!)
  }
  /// A struct that Yjs integrates before this one and that is not done; −1 when there is none.
  const waitsFor = (struct: number): number => {
    if (structs[struct * stride + at.follows] === 1 && seen[struct - 1] !== 2) return struct - 1
    for (const what of [at.origin, at.right, at.parent]) {
      const other = pointed(struct, what)
      if (other >= 0 && seen[other] !== 2) return other
    }
    return -1
  }
  const depthAt = (client: number, clock: number): number => {
    const other = indexOf(client, clock)
    return other >= 0 ? depths[other]! : depthInDoc(doc, client, clock)
  }
  const depthOf = (struct: number): number => {
    const from = struct * stride
    const parent = structs[from + at.parent]!
    if (parent === collected) return 0
    if (parent === root) return 1
    if (parent !== none) return depthAt(parent, structs[from + at.parent + 1]!) + 1
    const beside = structs[from + at.origin] === none ? at.right : at.origin
    return depthAt(structs[from + beside]!, structs[from + beside + 1]!)
  }

  let deepest = 0
  for (let start = 0; start < count && deepest <= most; start++) {
    if (seen[start] === 2) continue
    let top = 0
    stack[0] = start
    seen[start] = 1
    while (top >= 0) {
      const struct = stack[top]!
      const other = waitsFor(struct)
      if (other < 0) {
        const depth = depthOf(struct)
        depths[struct] = depth
        deepest = Math.max(deepest, depth)
        seen[struct] = 2
        top--
      } else if (seen[other] === 1) return 'circular'
      else {
        seen[other] = 1
        stack[++top] = other
      }
    }
  }
  return deepest
}

function depthInDoc(doc: Doc, client: number, clock: number): number {
  const structs = doc.store.clients.get(client)
  const found = structs?.[findIndexSS(structs, clock)]
  if (!(found instanceof Item)) return 0
  let depth = 1
  let type = found.parent as AbstractType<unknown> | null
  while (type?._item) {
    depth++
    type = type._item.parent as AbstractType<unknown> | null
  }
  return depth
}
