// Makes checkpoints of long logs, so that a text opens fast. A checkpoint is a cache of the log: built from the log,
// verified, and thrown away without loss.
import { saveCheckpoint, type TextKey } from '../../db/text-log.ts'
import type { Db } from '../../db/database.ts'
import { encodeVerified, partsOf, type Encoded } from './build.ts'
import { createBeside } from './beside.ts'
import type { Ask } from './checkpoint-worker.ts'
import { loadText, sha256 } from './load.ts'

export type Checkpoints = {
  /// Makes and saves one of everything on disk; answers its sequence, size and fingerprint.
  make(key: TextKey, now: number): Promise<{ seq: number; bytes: number; fingerprint: string }>
  close(): Promise<void>
}

/// Below this the main thread does it itself: starting to speak with the worker would take longer.
const inlineBytes = 32 * 1024

export function createCheckpoints(db: Db): Checkpoints {
  const beside = createBeside<Ask, Encoded>(new URL('./checkpoint-worker.ts', import.meta.url))
  const encode = (parts: Uint8Array[]): Promise<Encoded> => {
    const size = parts.reduce((sum, part) => sum + part.length, 0)
    if (size < inlineBytes) return Promise.resolve(encodeVerified(parts))
    const { send, answer } = beside.begin()
    send({ parts })
    return answer
  }
  return {
    make: async (key, now) => {
      const stored = await loadText(db, key)
      const { bytes, vector, fingerprint } = await encode(partsOf(stored))
      await saveCheckpoint(db, {
        ...key,
        seq: stored.head,
        bytes,
        vector,
        sha256: sha256(bytes),
        made_at: Temporal.Instant.fromEpochMilliseconds(now).toString(),
      })
      return { seq: stored.head, bytes: bytes.length, fingerprint }
    },
    close: () => beside.close(),
  }
}
