// The same contract with PostgreSQL behind it: the demo is played, written in, frozen and killed there too.
import { afterAll, expect, test, vi } from 'vitest'
import { freshPostgres } from '../support/dialects.ts'
import { startServer, type Server } from '../support/server.ts'
import { sha256, Stranger } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let server: Server | undefined
let drop: (() => Promise<void>) | undefined

afterAll(async () => {
  await server?.stop()
  server?.remove()
  await drop?.()
})

test('a demo on PostgreSQL freezes, decides late and outlives a kill', async () => {
  const fresh = await freshPostgres()
  drop = fresh.drop
  server = await startServer({ env: { DEMO: '1', DATABASE_URL: fresh.url } })
  const s = new Stranger(server.url)
  await s.look()
  const day = '2028-02-14'
  await s.does('coordinator', undefined, 'start-review', day)
  await s.does('coordinator', undefined, 'freeze-consultation-draft', day)
  await s.does('planner', '3440', 'freeze-own-part', day)
  const late = { outcome: 'unchanged', votes: 'unanimous' }
  const decided = await s.does('council-secretary', '3435', 'record-decision', '2028-02-01', late)
  expect(decided.state).toBe('K100')
  expect(decided.flags).toContain('steg_ikke_registrert')
  await server.kill()
  server = await server.again()
  const versions = (await s.get(`/api/strategies/${s.strategy}/versions`, s.who('coordinator')))
    .body as unknown as { hash: string }[]
  expect(versions.length).toBeGreaterThan(10)
  for (const { hash } of versions) {
    const path = `/api/strategies/${s.strategy}/versions/${hash}`
    expect(sha256((await s.get(path, s.who('coordinator'))).bytes)).toBe(hash)
  }
  const detail = await s.detail()
  expect(detail.municipalities.find((one) => one.number === '3435')!.state).toBe('K100')
}, 120_000)
