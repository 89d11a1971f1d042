// Makes checkpoints of long logs, so that a text opens fast. A checkpoint is a cache of the log: built from the log,
// verified, and thrown away without loss.
import { Worker } from 'node:worker_threads'
import { saveCheckpoint, type TextKey } from '../../db/text-log.ts'
import type { Db } from '../../db/database.ts'
import { encodeVerified, partsOf, type Encoded } from './build.ts'
import type { Ask, Reply } from './checkpoint-worker.ts'
import { loadText, sha256 } from './load.ts'

export type Checkpoints = {
  /// Makes and saves one of everything on disk; answers its sequence, size and fingerprint.
  make(key: TextKey, now: number): Promise<{ seq: number; bytes: number; fingerprint: string }>
  close(): Promise<void>
}

/// Below this the main thread does it itself: starting to speak with the worker would take longer.
const inlineBytes = 32 * 1024
const workerIdleMs = 30_000

export function createCheckpoints(db: Db): Checkpoints {
  const waiting = new Map<number, { resolve(encoded: Encoded): void; reject(error: Error): void }>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let asked = 0

  const start = (): Worker => {
    const made = new Worker(new URL('./checkpoint-worker.ts', import.meta.url))
    made.unref()
    made.on('message', (reply: Reply) => {
      const waits = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('error' in reply) waits?.reject(new Error(reply.error))
      else waits?.resolve(reply.encoded)
    })
    made.on('error', fail)
    made.on('exit', () => fail(new Error('the checkpoint worker ended')))
    return made
  }
  const fail = (error: Error): void => {
    worker = undefined
    for (const [id, waits] of waiting) {
      waiting.delete(id)
      waits.reject(error)
    }
  }
  const encode = (parts: Uint8Array[]): Promise<Encoded> => {
    const size = parts.reduce((sum, part) => sum + part.length, 0)
    if (size < inlineBytes) return Promise.resolve(encodeVerified(parts))
    const at = (worker ??= start())
    clearTimeout(idle)
    idle = setTimeout(() => void (waiting.size === 0 && at.terminate()), workerIdleMs)
    idle.unref()
    return new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject })
      at.postMessage({ id: asked, parts } satisfies Ask)
    })
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
    close: async () => {
      clearTimeout(idle)
      const at = worker
      worker = undefined
      await at?.terminate()
    },
  }
}
