// Reads one Word document beside the thread that serves people, and ends. Speaks only with `convert.ts`.
import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable, type Fault } from './fault.ts'
import { readWord, type Reading } from './read-word.ts'

export type Given = { bytes: Uint8Array; prefix: string }
export type Answer = { reading: Reading } | { fault: Fault }

const { bytes, prefix } = workerData as Given

readWord(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), prefix).then(
  (reading) => {
    const moved = reading.pictures.flatMap((one) => (one.bytes ? [one.bytes.buffer] : []))
    parentPort?.postMessage({ reading } satisfies Answer, moved as ArrayBuffer[])
  },
  (error: unknown) => {
    const fault = error instanceof Unreadable ? error.fault : 'broken'
    parentPort?.postMessage({ fault } satisfies Answer)
  },
)
