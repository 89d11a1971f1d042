// How the contract says it starts: without a demo, with one, and never one in the other's folder.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { startServer, type Server } from '../support/server.ts'
import { Stranger } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const folders: string[] = []
const running: Server[] = []

afterAll(async () => {
  for (const server of running) await server.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'planvev-'))
  folders.push(made)
  return made
}

async function start(dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const server = await startServer({ dataDir, env })
  running.push(server)
  return server
}

/// `npm run <script>`, as a person types it, until it listens or ends.
const typed = (script: string, dataDir: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', script], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: '0' },
      detached: true,
    })
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (/Planvev listening on \S+/.test(said)) process.kill(-child.pid!, 'SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => resolve(said))
  })

test('npm start on an empty folder prints one line and a link that works once', async () => {
  const said = await typed('start', folder())
  expect(said.match(/^Planvev listening on http:\/\/\S+$/gm)).toHaveLength(1)
  expect(said).toMatch(/http:\/\/\S+\/start#\S+/)
}, 60_000)

test('without a demo nothing of the demo answers, and no strategy is there', async () => {
  const server = await start(folder())
  const s = new Stranger(server.url)
  expect((await s.get('/api/demo/people')).status).toBe(404)
  expect((await s.get('/api/demo/clock')).status).toBe(404)
  expect((await s.post('/api/demo/clock', { today: '2028-01-01' })).status).toBe(404)
  const signIn = await s.post('/api/demo/sign-in', { person: 'x' })
  expect(signIn.status).toBe(404)
  expect(signIn.headers.get('content-type')).toContain('application/problem+json')
  expect((await s.get('/api/strategies')).body).toEqual([])
  expect((await s.get('/healthz')).status).toBe(200)
  expect((await s.get('/readyz')).status).toBe(200)
  expect((await s.get('/')).status).toBe(200)
  await server.stop()
  await expect(start(server.dataDir, { DEMO: '1' })).rejects.toThrow(/[a-zæøå ]{20,}/i)
  const again = await start(server.dataDir)
  expect((await fetch(`${again.url}/healthz`)).status).toBe(200)
}, 60_000)

test('a demo’s folder keeps its moment, its day and what was done, and never becomes real', async () => {
  const demo = await start(folder(), { DEMO: '1' })
  const s = new Stranger(demo.url)
  await s.look()
  expect(
    (await s.post('/api/demo/clock', { today: '2028-02-20' }, s.who('coordinator'))).status,
  ).toBe(200)
  await demo.kill()
  await expect(start(demo.dataDir)).rejects.toThrow(/demo/i)
  const other = start(demo.dataDir, { DEMO: '1', DEMO_MOMENT: 'councils' })
  await expect(other).rejects.toThrow(/drafting/)
  await expect(start(folder(), { DEMO: '1', DEMO_MOMENT: 'yesterday' })).rejects.toThrow(
    /DEMO_MOMENT/,
  )
  const again = await start(demo.dataDir, { DEMO: '1' })
  const after = new Stranger(again.url)
  expect(await after.today()).toBe('2028-02-20')
  // Sessions outlive the kill.
  const cookie = await s.cookie(s.who('coordinator'))
  const board = await after.get(`/api/strategies/${s.strategy}/board`, undefined, { cookie })
  expect(board.status).toBe(200)
}, 120_000)
