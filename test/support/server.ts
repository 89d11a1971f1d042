// The real service as its own process, for what only a whole process shows: a first start, a kill, a browser.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Server = {
  url: string
  dataDir: string
  /// Everything it has printed.
  said(): string
  /// Ends it as a power cut would, and waits until it is gone.
  kill(): Promise<void>
  /// Ends it in order.
  stop(): Promise<void>
  /// Starts it again on the same folder and port.
  again(): Promise<Server>
  /// Removes the folder; stop first.
  remove(): void
}

export type ServerOptions = { dataDir?: string; port?: number; env?: NodeJS.ProcessEnv }

/// Starts the service on a free port and answers when it says that it listens. Throws with what it printed otherwise.
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'planvev-'))
  const child = spawn(process.execPath, ['service/main.ts'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...options.env,
      DATA_DIR: dataDir,
      PORT: String(options.port ?? 0),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Planvev listening on (\S+)/.exec(said)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (running(child)) child.kill(signal)
    await gone
  }
  return {
    url,
    dataDir,
    said: () => said,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    again: () => startServer({ ...options, dataDir, port: Number(new URL(url).port) }),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

const running = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null
