// Starts and kills a process with text rooms. The port stays, so that clients find it again.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDialect } from '../../support/dialects.ts'
import { freshPostgres } from '../../support/dialects.ts'
import { freePort } from '../../support/postgres.ts'

export type Child = {
  url: string
  start(): Promise<void>
  /// SIGKILL, and waits until it is dead.
  kill(): Promise<void>
  /// Kills it and removes what it kept.
  end(): Promise<void>
}

export async function childServer(dialect: TestDialect['name']): Promise<Child> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'planvev-kill-'))
  const postgres = dialect === 'postgres' ? await freshPostgres() : undefined
  let child: ChildProcess | undefined
  const kill = async (): Promise<void> => {
    const dying = child
    child = undefined
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
    const dead = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill('SIGKILL')
    await dead
  }
  return {
    url: `ws://127.0.0.1:${port}/collab`,
    start: async () => {
      const { DATABASE_URL: _, ...env } = process.env
      const made = spawn(process.execPath, ['test/support/room-server.ts'], {
        env: {
          ...env,
          PORT: String(port),
          DATA_DIR: folder,
          ROOM_UPDATES_PER_SECOND: '0',
          ...(postgres ? { DATABASE_URL: postgres.url } : {}),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = made
      let errors = ''
      made.stderr.on('data', (data: Buffer) => (errors += data.toString()))
      await new Promise<void>((resolve, reject) => {
        made.stdout.once('data', () => resolve())
        made.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)))
      })
    },
    kill,
    end: async () => {
      await kill()
      await postgres?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
