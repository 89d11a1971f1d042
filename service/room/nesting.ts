// How deep the types of an update would lie in the document, and whether its structs can be put in order at all.
// Yjs itself would recurse through both.
import { decodeUpdate, findIndexSS, Item, type AbstractType, type Doc, type ID } from 'yjs'

type Struct = ReturnType<typeof decodeUpdate>['structs'][number]

/// Depth of the deepest struct (1 directly in a root), or `circular` when structs wait for each other. The update
/// must have passed the scan.
export function nesting(doc: Doc, update: Uint8Array): number | 'circular' {
  const { structs } = decodeUpdate(update)
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const list = byClient.get(struct.id.client)
    if (list) list.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  const depths = new Map<Struct, number>()
  const open = new Set<Struct>()
  let deepest = 0
  for (const first of structs) {
    const stack = [first]
    while (stack.length > 0) {
      const struct = stack.at(-1)!
      if (depths.has(struct)) {
        stack.pop()
        continue
      }
      const waits = needs(struct, byClient).filter((other) => !depths.has(other))
      if (waits.length === 0) {
        const depth = depthOf(struct, doc, byClient, depths)
        depths.set(struct, depth)
        open.delete(struct)
        deepest = Math.max(deepest, depth)
        stack.pop()
      } else if (open.has(struct) || waits.some((other) => open.has(other))) {
        return 'circular'
      } else {
        open.add(struct)
        stack.push(...waits)
      }
    }
  }
  return deepest
}

/// Structs of the same update that Yjs integrates before this one.
function needs(struct: Struct, byClient: Map<number, Struct[]>): Struct[] {
  const list = byClient.get(struct.id.client)!
  const before = list[indexIn(list, struct.id.clock) - 1]
  const found = before ? [before] : []
  if (!(struct instanceof Item)) return found
  for (const id of [struct.origin, struct.rightOrigin, idOf(struct.parent)]) {
    const other = id && inUpdate(id, byClient)
    if (other && other !== struct && !found.includes(other)) found.push(other)
    else if (other === struct) return [...found, struct]
  }
  return found
}

function depthOf(
  struct: Struct,
  doc: Doc,
  byClient: Map<number, Struct[]>,
  depths: Map<Struct, number>,
): number {
  if (!(struct instanceof Item)) return 0
  const at = (id: ID): number => {
    const other = inUpdate(id, byClient)
    return (other ? depths.get(other) : undefined) ?? depthInDoc(doc, id)
  }
  const parent = idOf(struct.parent)
  if (parent) return at(parent) + 1
  if (struct.parent) return 1
  const beside = struct.origin ?? struct.rightOrigin
  return beside ? at(beside) : 1
}

function depthInDoc(doc: Doc, id: ID): number {
  const structs = doc.store.clients.get(id.client)
  const found = structs?.[findIndexSS(structs, id.clock)]
  if (!(found instanceof Item)) return 0
  let depth = 1
  let type = found.parent as AbstractType<unknown> | null
  while (type?._item) {
    depth++
    type = type._item.parent as AbstractType<unknown> | null
  }
  return depth
}

const idOf = (parent: Item['parent']): ID | null =>
  parent && typeof parent === 'object' && 'clock' in parent ? parent : null

function inUpdate(id: ID, byClient: Map<number, Struct[]>): Struct | undefined {
  const list = byClient.get(id.client)
  const found = list?.[indexIn(list, id.clock)]
  return found && id.clock < found.id.clock + found.length ? found : undefined
}

/// Index of the last struct that begins at or before `clock`; −1 when none does.
function indexIn(list: Struct[], clock: number): number {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (list[middle]!.id.clock <= clock) low = middle + 1
    else high = middle - 1
  }
  return high
}
