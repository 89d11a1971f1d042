// Builds and verifies checkpoints beside the thread that serves sockets. Speaks only with `checkpoint.ts`.
import { parentPort } from 'node:worker_threads'
import { encodeVerified, type Encoded } from './build.ts'

export type Ask = { id: number; parts: Uint8Array[] }
export type Reply = { id: number; encoded: Encoded } | { id: number; error: string }

parentPort?.on('message', ({ id, parts }: Ask) => {
  let reply: Reply
  try {
    reply = { id, encoded: encodeVerified(parts) }
  } catch (error) {
    reply = { id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(reply)
})
