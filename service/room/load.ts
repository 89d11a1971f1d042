// Reads a text from disk: the newest sound checkpoint and the edits after it, or the whole log.
import { createHash } from 'node:crypto'
import type { Db } from '../../db/database.ts'
import { checkpointsOf, editsOf, type TextKey } from '../../db/text-log.ts'

export type Stored = {
  checkpoint: { seq: number; bytes: Uint8Array; vector: Uint8Array } | undefined
  edits: { seq: number; bytes: Uint8Array }[]
  head: number
}

/// A checkpoint whose bytes are not those it was saved with is passed over.
export async function loadText(db: Db, key: TextKey): Promise<Stored> {
  const checkpoint = (await checkpointsOf(db, key)).find((c) => sha256(c.bytes) === c.sha256)
  const edits = await editsOf(db, key, checkpoint?.seq ?? 0)
  return { checkpoint, edits, head: edits.at(-1)?.seq ?? checkpoint?.seq ?? 0 }
}

/// Every edit from the first, without any checkpoint.
export async function loadWholeLog(db: Db, key: TextKey): Promise<Stored> {
  const edits = await editsOf(db, key, 0)
  return { checkpoint: undefined, edits, head: edits.at(-1)?.seq ?? 0 }
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')
