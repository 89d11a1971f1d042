// Replays logs beside the thread that serves sockets. Speaks only with `past.ts`, which sends the edits in pieces.
import { parentPort } from 'node:worker_threads'
import type { Reply } from './beside.ts'
import type { AuthoredEdit } from './history.ts'
import { answerPast, type PastAnswer, type PastQuestion } from './replay.ts'

export type Piece = { edits: AuthoredEdit[]; question?: PastQuestion }

const gathered = new Map<number, AuthoredEdit[]>()

parentPort?.on('message', ({ id, edits, question }: Piece & { id: number }) => {
  const all = gathered.get(id) ?? []
  for (const edit of edits) all.push(edit)
  gathered.set(id, all)
  if (!question) return
  gathered.delete(id)
  let reply: Reply<PastAnswer>
  try {
    reply = { id, answer: answerPast(all, question) }
  } catch (error) {
    reply = { id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(reply)
})
