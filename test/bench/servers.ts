// Starts the servers that are measured, each alone on the first processor where the system can pin it, and reads
// their processor time and memory from /proc.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/postgres.ts'
import type { Framing } from './client.ts'

export const serverNames = ['planvev', 'hocuspocus', 'y-websocket'] as const
export type ServerName = (typeof serverNames)[number]

export type Server = {
  name: ServerName
  framing: Framing
  /// Address of one text.
  address(text: string): string
  /// Milliseconds of processor time since it started, in steps of ten.
  cpuMs(): number
  rssMb(): number
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const here = fileURLToPath(new URL('.', import.meta.url))
const entries = {
  planvev: join(here, '../support/room-server.ts'),
  hocuspocus: join(here, 'peers/hocuspocus.mjs'),
  'y-websocket': join(here, 'peers/y-websocket.mjs'),
} satisfies Record<ServerName, string>

/// Limits lifted, checks on.
const unlimited = Object.fromEntries(
  [
    'SOCKETS_PER_PERSON',
    'SOCKETS_PER_TEXT',
    'UPDATES_PER_SECOND',
    'FRAME_BYTES',
    'UPDATE_BYTES',
    'TEXT_BYTES',
    'MEMORY_BYTES',
  ].map((name) => [`ROOM_${name}`, '0']),
)

export async function startServer(name: ServerName, folder: string): Promise<Server> {
  const port = await freePort()
  const { DATABASE_URL: _, ...env } = process.env
  const pin = hasTaskset() ? ['taskset', '-c', '0'] : []
  const [program, ...args] = [...pin, process.execPath, entries[name]]
  const child = spawn(program!, args, {
    env: { ...env, ...unlimited, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-2000)))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => data.toString().includes('ready') && resolve())
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${errors}`)))
  })
  const base = `ws://127.0.0.1:${port}`
  return {
    name,
    framing: name === 'hocuspocus' ? 'hocuspocus' : 'y-websocket',
    address: (text) =>
      name === 'planvev'
        ? `${base}/collab/${text}`
        : name === 'hocuspocus'
          ? base
          : `${base}/${text}`,
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    rssMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: (signal) =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill(signal)
      }),
  }
}

/// The peers have a lock file of their own; they are installed when first measured.
export function installPeers(): void {
  if (existsSync(join(here, 'peers/node_modules/@dbos-inc/dbos-sdk'))) return
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: join(here, 'peers'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'planvev-bench-'))
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true })

let pinnable: boolean | undefined
function hasTaskset(): boolean {
  try {
    pinnable ??= execFileSync('taskset', ['-c', '0', 'true']).length >= 0
  } catch {
    pinnable = false
  }
  return pinnable
}
