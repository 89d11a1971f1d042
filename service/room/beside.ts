// A worker beside the thread that serves sockets: started when first asked, ended when nobody has asked for half a minute.
import { Worker } from 'node:worker_threads'

/// What a worker sends back for an `id` it was given.
export type Reply<Answer> = { id: number; answer: Answer } | { id: number; error: string }

export type Beside<Message extends object, Answer> = {
  /// Begins a question of one or more messages; the answer comes after the last.
  begin(): { send(message: Message): void; answer: Promise<Answer> }
  close(): Promise<void>
}

const idleMs = 30_000

export function createBeside<Message extends object, Answer>(file: URL): Beside<Message, Answer> {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let asked = 0

  const start = (): Worker => {
    const made = new Worker(file)
    made.unref()
    made.on('message', (reply: Reply<Answer>) => {
      const waits = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('error' in reply) waits?.reject(new Error(reply.error))
      else waits?.resolve(reply.answer)
    })
    made.on('error', fail)
    made.on('exit', () => {
      if (worker === made) fail(new Error('the worker ended'))
    })
    return made
  }
  const fail = (error: Error): void => {
    worker = undefined
    for (const [id, waits] of waiting) {
      waiting.delete(id)
      waits.reject(error)
    }
  }
  return {
    begin: () => {
      const at = (worker ??= start())
      clearTimeout(idle)
      idle = setTimeout(() => void (waiting.size === 0 && at.terminate()), idleMs)
      idle.unref()
      const id = ++asked
      const answer = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }))
      return { send: (message) => at.postMessage({ id, ...message }), answer }
    },
    close: async () => {
      clearTimeout(idle)
      const at = worker
      worker = undefined
      await at?.terminate()
      fail(new Error('closed'))
    },
  }
}
