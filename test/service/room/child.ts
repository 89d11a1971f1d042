// Starts and kills a process with text rooms. The port stays, so that clients find it again.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading, type Store } from '../../../db/open.ts'
import type { TestDialect } from '../../support/dialects.ts'
import { freshPostgres } from '../../support/dialects.ts'
import { freePort } from '../../support/postgres.ts'

export type Child = {
  url: string
  /// Where its database lies.
  database: { dataDir: string; url?: string | undefined }
  start(env?: Record<string, string>): Promise<void>
  /// Fulfilled when the process that was started last has ended, with its exit code.
  ended: Promise<number | null>
  /// SIGKILL, and waits until it is dead.
  kill(): Promise<void>
  /// SIGTERM, and waits until it has ended.
  stop(): Promise<void>
  /// What it answers to SIGUSR2: counts, and the heap after a collection.
  report(): Promise<{ heapMb: number; metrics: Record<string, number> }>
  rssMb(): number
  /// Everything it has said.
  said(): string
  /// What it keeps, to look at.
  look(): Store
  /// Kills it and removes what it kept.
  end(): Promise<void>
}

export async function childServer(
  dialect: TestDialect['name'],
  given: { url?: string } = {},
): Promise<Child> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'planvev-kill-'))
  const made = dialect === 'postgres' && !given.url ? await freshPostgres() : undefined
  const database = { dataDir: folder, url: given.url ?? made?.url }
  let child: ChildProcess | undefined
  let said = ''
  const heard = new Set<() => void>()
  const finish = async (signal: NodeJS.Signals): Promise<void> => {
    const dying = child
    child = undefined
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
    const dead = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill(signal)
    await dead
  }
  const self: Child = {
    url: `ws://127.0.0.1:${port}/collab`,
    database,
    ended: Promise.resolve(null),
    start: async (more = {}) => {
      const { DATABASE_URL: _, ...env } = process.env
      const started = spawn(process.execPath, ['--expose-gc', 'test/support/room-server.ts'], {
        env: {
          ...env,
          PORT: String(port),
          DATA_DIR: folder,
          ROOM_UPDATES_PER_SECOND: '0',
          ...(database.url ? { DATABASE_URL: database.url } : {}),
          ...more,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      said = ''
      self.ended = new Promise((resolve) => started.once('exit', resolve))
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (data: Buffer) => {
          said += data.toString()
          for (const look of heard) look()
        })
      }
      await new Promise<void>((resolve, reject) => {
        started.stdout.once('data', () => resolve())
        started.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
      })
    },
    kill: () => finish('SIGKILL'),
    stop: () => finish('SIGTERM'),
    report: () =>
      new Promise((resolve) => {
        const from = said.length
        const look = (): void => {
          const line = /^report (.*)$/m.exec(said.slice(from))
          if (!line) return
          heard.delete(look)
          resolve(JSON.parse(line[1]!) as Awaited<ReturnType<Child['report']>>)
        }
        heard.add(look)
        child?.kill('SIGUSR2')
      }),
    rssMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, 'utf8'))?.[1]) / 1024,
    said: () => said,
    look: () => openForReading(database),
    end: async () => {
      await finish('SIGKILL')
      await made?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return self
}
