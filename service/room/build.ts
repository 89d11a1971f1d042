// From the parts of a log to a document and back to bytes that are proven to hold the same. Runs in the checkpoint
// worker too, so it knows neither rooms nor the database.
import {
  applyUpdate,
  createDeleteSetFromStructStore,
  decodeStateVector,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  equalDeleteSets,
  parseUpdateMeta,
} from 'yjs'
import { fingerprint } from './fingerprint.ts'
import type { Stored } from './load.ts'

/// One document from a text's parts in order, gc on. Throws when an edit lacks one it builds on.
export function buildDoc(parts: Uint8Array[]): Doc {
  const doc = new Doc()
  doc.transact(() => {
    for (const part of parts) applyUpdate(doc, part)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new Error('the log of a text does not hold together')
  }
  return doc
}

export const partsOf = (stored: Stored): Uint8Array[] => [
  ...(stored.checkpoint ? [stored.checkpoint.bytes] : []),
  ...stored.edits.map((edit) => edit.bytes),
]

/// State vector without building the document.
export function storedVector(stored: Stored): Uint8Array {
  const clocks = decodeStateVector(stored.checkpoint?.vector ?? Uint8Array.of(0))
  for (const { bytes } of stored.edits) {
    for (const [client, clock] of parseUpdateMeta(bytes).to) {
      if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock)
    }
  }
  return encodeStateVector(clocks)
}

export type Encoded = { bytes: Uint8Array; vector: Uint8Array; fingerprint: string }

/// The text as one update, verified by building it once more: same clocks, same deletes, same content. Throws when
/// they differ.
export function encodeVerified(parts: Uint8Array[]): Encoded {
  const doc = buildDoc(parts)
  const bytes = encodeStateAsUpdate(doc)
  const again = buildDoc([bytes])
  const vector = encodeStateVector(doc)
  const print = fingerprint(doc)
  const deletes = createDeleteSetFromStructStore(doc.store)
  if (
    Buffer.compare(vector, encodeStateVector(again)) !== 0 ||
    !equalDeleteSets(deletes, createDeleteSetFromStructStore(again.store)) ||
    print !== fingerprint(again)
  ) {
    throw new Error('a checkpoint differs from its log')
  }
  return { bytes, vector, fingerprint: print }
}
