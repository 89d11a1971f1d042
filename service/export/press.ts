// Orders for files: one at a time, in a process of their own, each paper made once however many ask for it. What is on
// the shelf is answered at once. An order can be waited for, or looked at while it is worked on.
import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileKey, type Format } from './format.ts'
import type { Ask, Told } from './press-child.ts'
import type { Paper } from './paper.ts'
import { createShelf, type Shelved } from './shelf.ts'

export type Order = {
  key: string
  format: Format
  stage: 'waiting' | 'pictures' | 'setting' | 'done' | 'failed'
  /// Pictures read and to be read, while that goes on.
  done: number
  of: number
  /// Orders in front of this one.
  ahead(): number
  file?: Shelved
  /// Settles when it is done or has failed.
  ended: Promise<void>
}

export type Press = {
  /// The order for this file, begun unless it is there already. Undefined when too many wait. A `calm` one nobody waits
  /// for: it stands behind all others, and few of them stand at a time.
  order(paper: Paper, format: Format, calm?: 'calm'): Promise<Order | undefined>
  /// The file, if it is on the shelf.
  find(paper: Paper, format: Format): Promise<Shelved | undefined>
  close(): Promise<void>
}

type Queued = { order: Order; paper: string; settle(): void; id: number; calm: boolean }

const mostWaiting = 100
const mostCalm = 12
const idleMs = 60_000

export function createPress({
  dataDir,
  limitMs = 120_000,
}: {
  dataDir: string
  /// Longest one file may take. What takes longer is given up.
  limitMs?: number
}): Press {
  const shelf = createShelf(dataDir)
  const orders = new Map<string, Order>()
  const queue: Queued[] = []
  let child: ChildProcess | undefined
  let working: Queued | undefined
  let timer: NodeJS.Timeout | undefined
  let asked = 0
  let closed = false

  const start = (): ChildProcess => {
    // No secret of this process goes along: only where to find programs.
    const made = fork(new URL('./press-child.ts', import.meta.url), {
      execArgv: ['--max-old-space-size=1024'],
      env: { PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    try {
      if (made.pid !== undefined) setPriority(made.pid, 5)
    } catch {
      // Where a process may not be made to stand back, it runs as it is.
    }
    made.on('message', (told: Told) => hear(told))
    made.on('error', () => lost(made))
    made.on('exit', () => lost(made))
    return made
  }
  const lost = (made: ChildProcess): void => {
    if (child !== made) return
    child = undefined
    if (working) end(working, undefined)
  }
  const hear = (told: Told): void => {
    if (!working || told.id !== working.id) return
    const { order } = working
    if (told.stage === 'done') {
      const { path, bytes, archival } = told
      end(working, { path, bytes, archival })
    } else if (told.stage === 'failed') {
      console.error(JSON.stringify({ at: 'export', format: order.format, reason: told.reason }))
      end(working, undefined)
    } else {
      order.stage = told.stage
      if (told.stage === 'pictures') [order.done, order.of] = [told.done, told.of]
    }
  }
  const end = (item: Queued, file: Shelved | undefined): void => {
    clearTimeout(timer)
    working = undefined
    item.order.stage = file ? 'done' : 'failed'
    if (file) item.order.file = file
    orders.delete(item.order.key)
    item.settle()
    next()
  }
  const next = (): void => {
    if (working || closed) return
    const item = queue.shift()
    if (!item) {
      // Nothing to do holds nobody up from ending, and after a while it ends itself.
      child?.unref()
      child?.channel?.unref()
      timer = setTimeout(() => stop(), idleMs)
      timer.unref()
      return
    }
    clearTimeout(timer)
    child ??= start()
    child.ref()
    child.channel?.ref()
    working = item
    const { key, format } = item.order
    const { folder } = shelf
    child.send({ id: item.id, key, format, paper: item.paper, dataDir, folder } satisfies Ask)
    timer = setTimeout(() => {
      const slow = child
      child = undefined
      slow?.kill('SIGKILL')
      if (working === item) end(item, undefined)
    }, limitMs)
  }
  const put = (item: Queued): void => {
    const before = item.calm ? -1 : queue.findIndex((one) => one.calm)
    queue.splice(before < 0 ? queue.length : before, 0, item)
  }
  const hurry = (order: Order): void => {
    const at = queue.findIndex((item) => item.order === order && item.calm)
    if (at >= 0) put({ ...queue.splice(at, 1)[0]!, calm: false })
  }
  const stop = (): void => {
    const ending = child
    child = undefined
    if (ending?.connected) ending.disconnect()
  }

  return {
    find: (paper, format) => shelf.find(fileKey(JSON.stringify(paper), format), format),
    order: async (paper, format, calm) => {
      const json = JSON.stringify(paper)
      const key = fileKey(json, format)
      const file = await shelf.find(key, format)
      const base = { key, format, done: 0, of: 0, ahead: () => 0 }
      if (file) return { ...base, stage: 'done', file, ended: Promise.resolve() }
      const known = orders.get(key)
      if (known) {
        if (!calm) hurry(known)
        return known
      }
      if (queue.length >= (calm ? mostCalm : mostWaiting) || closed) return undefined
      void shelf.sweep(Date.now()).catch(() => {})
      let settle = (): void => {}
      const ended = new Promise<void>((resolve) => (settle = resolve))
      const order: Order = {
        ...base,
        stage: 'waiting',
        ended,
        ahead: () => {
          const at = queue.findIndex((item) => item.order === order)
          return at < 0 ? 0 : at + (working ? 1 : 0)
        },
      }
      orders.set(key, order)
      put({ order, paper: json, settle, id: ++asked, calm: calm !== undefined })
      next()
      return order
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      for (const item of queue.splice(0)) {
        item.order.stage = 'failed'
        item.settle()
      }
      const ending = child
      stop()
      if (working) end(working, undefined)
      if (ending && ending.exitCode === null && ending.signalCode === null) {
        await new Promise<void>((resolve) => {
          const late = setTimeout(() => ending.kill('SIGKILL'), 1000)
          ending.once('exit', () => {
            clearTimeout(late)
            resolve()
          })
        })
      }
    },
  }
}
