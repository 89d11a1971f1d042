import BetterSqlite3 from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { journalRows } from '../../../db/journal.ts'
import { openStore } from '../../../db/open.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import { sayRefusal } from '../../../service/problem.ts'
import { freshPostgres } from '../../support/dialects.ts'
import { oyer, play } from './play.ts'

const words = 'lang grunn '.repeat(1500)

describe('trouble of the machine', () => {
  test('a full disk is said as 507, nothing is half done, and the same key works when there is room', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'planvev-full-'))
    const p = await play({ name: 'sqlite', open: () => openStore({ dataDir }) })
    const { sqlite } = p.house.store
    const url = `/api/strategies/${p.strategy}/municipalities/${oyer}/events`
    const ask = (key: string) =>
      p.post(
        url,
        { type: 'go-alone', actedOn: '2027-11-01', note: words },
        p.who('council-secretary', oyer),
        { 'idempotency-key': key },
      )
    const pages = Number(sqlite!.pragma('page_count', { simple: true }))
    sqlite!.pragma(`max_page_count = ${pages}`)
    const full = await ask('a')
    expect(full.status).toBe(507)
    expect(full.headers.get('content-type')).toContain('application/problem+json')
    expect(await full.json()).toMatchObject({
      code: 'disk-full',
      detail: sayRefusal('disk-full', 'nb').detail,
    })
    expect(await journalRows(p.house.store.db, 1, `${p.strategy}:${oyer}`)).toEqual([])
    sqlite!.pragma('max_page_count = 1000000')
    expect((await ask('a')).status).toBe(200)
    expect((await verifyJournal(p.house.store)).faults).toEqual([])
    await p.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a locked file is said as 503, in the reader’s language, without the driver’s words', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'planvev-locked-'))
    const p = await play({ name: 'sqlite', open: () => openStore({ dataDir }) })
    p.house.store.sqlite!.pragma('busy_timeout = 50')
    const other = new BetterSqlite3(join(dataDir, 'planvev.db'))
    other.exec('begin immediate')
    const answer = await p.post(
      `/api/strategies/${p.strategy}/municipalities/${oyer}/events`,
      { type: 'join', actedOn: '2027-11-01' },
      p.who('council-secretary', oyer),
      { 'accept-language': 'nn' },
    )
    expect(answer.status).toBe(503)
    const body = await answer.text()
    expect(JSON.parse(body)).toMatchObject({
      code: 'unavailable',
      title: sayRefusal('unavailable', 'nn').title,
    })
    expect(body).not.toMatch(/sqlite|locked|busy|at \w+ \(/i)
    other.exec('rollback')
    other.close()
    await p.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a database that went away is said as 503', async () => {
    const server = await freshPostgres()
    const p = await play({
      name: 'postgres',
      open: () => openStore({ dataDir: '', url: server.url }),
    })
    await server.drop()
    const answer = await p.get(`/api/strategies/${p.strategy}`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'unavailable' })
    await p.close()
  })
})
