// One hash of what a document says, whatever way its structs are cut: two documents that read the same have the same.
import { createHash, type Hash } from 'node:crypto'
import {
  ContentAny,
  ContentEmbed,
  ContentFormat,
  ContentString,
  ContentType,
  XmlElement,
  type Doc,
  type Item,
} from 'yjs'

type Node = NonNullable<ReturnType<Doc['share']['get']>>

export function fingerprint(doc: Doc): string {
  const hash = createHash('sha256')
  for (const name of [...doc.share.keys()].sort()) {
    const root = doc.share.get(name)
    if (!root || (!root._start && root._map.size === 0)) continue
    hash.update(`\u0001${name}`)
    type(root, hash)
  }
  return hash.digest('hex')
}

function type(node: Node, hash: Hash): void {
  if (node instanceof XmlElement) hash.update(`\u0002${node.nodeName}`)
  for (const key of [...node._map.keys()].sort()) {
    const item = node._map.get(key)
    if (!item || item.deleted) continue
    hash.update(`\u0003${key}`)
    content(item, hash)
  }
  for (let item = node._start; item; item = item.right) if (!item.deleted) content(item, hash)
  hash.update('\u0004')
}

function content({ content: held }: Item, hash: Hash): void {
  if (held instanceof ContentString) hash.update(held.str)
  else if (held instanceof ContentFormat) {
    hash.update(`\u0005${held.key}=${JSON.stringify(held.value)}`)
  } else if (held instanceof ContentEmbed) hash.update(`\u0006${JSON.stringify(held.embed)}`)
  else if (held instanceof ContentType) type(held.type, hash)
  else if (held instanceof ContentAny) {
    for (const value of held.arr) hash.update(`\u0007${JSON.stringify(value)}`)
  } else hash.update(`\u0008${held.getRef()}:${held.getLength()}`)
}
