// Turns what was uploaded into what is kept: upright, at most 2400 pixels wide, without its camera, its place and its
// time. One at a time, in a process that is started when needed, ended when idle, and killed when it takes too long.
import { fork, type ChildProcess } from 'node:child_process'
import { Refused, type Refusal } from '../refusal.ts'
import { imageKind } from './kind.ts'
import type { Ask, Fault, Pressed, Reply } from './press-child.ts'

export const mostImageBytes = 20 * 1024 * 1024

const longestWork = 20_000
const idleAfter = 30_000
/// What waits holds its bytes in memory: so many at most.
const mostWaiting = 20

let child: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let asked = 0
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/// Throws `image-bytes`, `image-kind`, `image-pixels` or `image-broken`; `unavailable` when too many wait.
export async function press(bytes: Uint8Array): Promise<Pressed> {
  if (bytes.length > mostImageBytes) throw new Refused('image-bytes')
  const kind = imageKind(bytes)
  if (!kind) throw new Refused('image-kind')
  if (waiting >= mostWaiting) throw new Refused('unavailable')
  waiting++
  const turn = last.then(() => askChild({ id: ++asked, kind, bytes }))
  last = turn.catch(() => {})
  try {
    const reply = await turn
    if ('fault' in reply) throw new Refused(codes[reply.fault])
    return reply.image
  } finally {
    waiting--
  }
}

const codes = { pixels: 'image-pixels', broken: 'image-broken' } satisfies Record<Fault, Refusal>

function askChild(ask: Ask): Promise<Reply> {
  const at = (child ??= start())
  clearTimeout(idle)
  return new Promise((resolve) => {
    const done = (reply: Reply): void => {
      clearTimeout(late)
      at.off('message', done)
      at.off('exit', gone)
      idle = setTimeout(() => end(at), idleAfter).unref()
      resolve(reply)
    }
    const gone = (): void => done({ id: ask.id, fault: 'broken' })
    const late = setTimeout(() => end(at), longestWork)
    at.on('message', done)
    at.once('exit', gone)
    at.send(ask, (error) => error && end(at))
  })
}

function start(): ChildProcess {
  const made = fork(new URL('./press-child.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // It never keeps the service from ending, and ends with it.
  made.unref()
  made.channel?.unref()
  made.on('error', () => end(made))
  made.once('exit', () => {
    if (child === made) child = undefined
  })
  return made
}

function end(made: ChildProcess): void {
  if (child === made) child = undefined
  made.kill('SIGKILL')
}
