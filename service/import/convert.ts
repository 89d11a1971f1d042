// Has a Word document read in a worker with a limit on its memory and its time, one document at a time. Whatever the
// document does to the worker, the service goes on.
import { Worker } from 'node:worker_threads'
import { Refused } from '../refusal.ts'
import { Unreadable } from './fault.ts'
import { lookAt } from './look.ts'
import type { Reading } from './read-word.ts'
import type { Answer, Given } from './worker.ts'

const longestWork = 30_000
const mostWaiting = 8

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/// Throws `Unreadable`, and `unavailable` when too many wait.
export async function convert(bytes: Buffer, prefix: string): Promise<Reading> {
  // The list of parts is short and judged at once: a file that is no Word document never waits.
  lookAt(bytes)
  if (waiting >= mostWaiting) throw new Refused('unavailable')
  waiting++
  const turn = last.then(() => inWorker(bytes, prefix))
  last = turn.catch(() => {})
  try {
    const answer = await turn
    if ('fault' in answer) throw new Unreadable(answer.fault)
    return answer.reading
  } finally {
    waiting--
  }
}

function inWorker(bytes: Buffer, prefix: string): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, prefix } satisfies Given,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  })
  return new Promise((resolve) => {
    const late = setTimeout(() => done({ fault: 'slow' }), longestWork)
    const done = (answer: Answer): void => {
      clearTimeout(late)
      resolve(answer)
      void worker.terminate()
    }
    worker.once('message', done)
    worker.once('error', (error: Error & { code?: string }) =>
      done({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'heavy' : 'broken' }),
    )
    worker.once('exit', () => done({ fault: 'broken' }))
  })
}
