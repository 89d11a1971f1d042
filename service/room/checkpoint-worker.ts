// Builds and verifies checkpoints beside the thread that serves sockets. Speaks only with `checkpoint.ts`.
import { parentPort } from 'node:worker_threads'
import type { Reply } from './beside.ts'
import { encodeVerified, type Encoded } from './build.ts'

export type Ask = { parts: Uint8Array[] }

parentPort?.on('message', ({ id, parts }: Ask & { id: number }) => {
  let reply: Reply<Encoded>
  try {
    reply = { id, answer: encodeVerified(parts) }
  } catch (error) {
    reply = { id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(reply)
})
