// A full disk, a locked file, a database whose line breaks: what was acknowledged is there once, what was not was seen by
// nobody, and when the trouble is over people write on.
import { sql } from 'kysely'
import BetterSqlite3 from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Doc } from 'yjs'
import { openStore, type Store } from '../../../db/open.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { join, leaveAll, synced } from './provider.ts'
import { raw, type Raw } from './raw.ts'

const append = (words: string) => (doc: Doc) => {
  const text = doc.getText('t')
  text.insert(text.length, words)
}

let house: Fixture
let store: Store
let folder: string | undefined
afterEach(async () => {
  leaveAll()
  await house.end()
  await store.close()
  if (folder) rmSync(folder, { recursive: true })
  folder = undefined
})
const start = async (given: Store): Promise<void> => {
  store = given
  await addSection(store, 'a')
  house = await startRooms(store)
}
const textNow = async (): Promise<string> =>
  (await house.rooms.read(1, 'a')).doc.getText('t').toString()

/// Writes until the server closes; answers the words acknowledged.
async function writeUntilClosed(kari: Raw): Promise<string> {
  let words = ''
  let acked = ''
  while (kari.code === undefined) {
    const before = kari.acks.at(-1)?.taken ?? 0
    const more = 'fyller disken '.repeat(500)
    kari.change(append(more))
    words += more
    await kari.until(() => kari.code !== undefined || (kari.acks.at(-1)?.taken ?? 0) > before)
    if (kari.code === undefined) acked = words
  }
  return acked
}

describe('sqlite', () => {
  test('on a full disk nothing acknowledged is lost, and writing goes on when there is room', async () => {
    await start(await openStore({ memory: true }))
    const sqlite = store.sqlite!
    const kari = await raw(house.url, 'a', 'kari')
    const ola = await raw(house.url, 'a', 'ola')
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages + 30}`)
    const acked = await writeUntilClosed(kari)
    expect(kari.code).toBe(1013)
    expect(acked.length).toBeGreaterThan(0)
    expect(await ola.closed).toBe(1013)
    expect(ola.doc.getText('t').toString()).toBe(acked)
    expect(await textNow()).toBe(acked)
    // Reading still works; the next word does not.
    const reader = await raw(house.url, 'a', 'eva')
    expect(reader.doc.getText('t').toString()).toBe(acked)
    reader.change(append('x'.repeat(9000)))
    expect(await reader.closed).toBe(1013)
    sqlite.pragma('max_page_count = 1000000')
    const again = await raw(house.url, 'a', 'kari')
    again.change(append(' og videre'))
    await again.until(() => (again.acks.at(-1)?.taken ?? 0) >= 2)
    expect(await textNow()).toBe(`${acked} og videre`)
    again.ws.terminate()
  })

  test('while another program locks the file nothing is acknowledged, and afterwards all is written', async () => {
    folder = mkdtempSync(path(tmpdir(), 'planvev-locked-'))
    await start(await openStore({ dataDir: folder }))
    store.sqlite!.pragma('busy_timeout = 100')
    const kari = await raw(house.url, 'a', 'kari')
    kari.change(append('før'))
    await kari.until(() => kari.acks.at(-1)?.head === 1)
    const other = new BetterSqlite3(path(folder, 'planvev.db'))
    other.exec('begin immediate')
    kari.change(append(' under'))
    expect(await kari.closed).toBe(1013)
    expect(kari.acks.at(-1)!.head).toBe(1)
    other.exec('rollback')
    other.close()
    const again = await raw(house.url, 'a', 'kari')
    expect(again.doc.getText('t').toString()).toBe('før')
    again.change(append(' etter'))
    await again.until(() => again.acks.at(-1)?.head === 2)
    expect(await textNow()).toBe('før etter')
    again.ws.terminate()
  })
})

describe('postgres', () => {
  const dialect = dialects.find(({ name }) => name === 'postgres')!

  test('when the line to the database breaks again and again every word comes in once', async () => {
    await start(await dialect.open())
    const people = ['kari', 'ola'].map((name) => join(house.url, 'a', name))
    await Promise.all(people.map(synced))
    const raws = await raw(house.url, 'a', 'eva')
    let words = 0
    const acked: string[] = []
    for (let i = 0; i < 60; i++) {
      for (const { text } of people) text.insert(text.length, `<${words++}>`)
      if (i % 20 === 10) {
        await expect.poll(() => people[0]!.provider.synced, { timeout: 10_000 }).toBe(true)
        await cutInCommit(store, () => people[0]!.text.insert(0, `<${words++}>`))
      }
      if (raws.code === undefined) {
        const word = `<eva${i}>`
        const before = raws.acks.at(-1)?.taken ?? 0
        raws.change(append(word))
        await raws.until(() => raws.code !== undefined || (raws.acks.at(-1)?.taken ?? 0) > before)
        if (raws.code === undefined) acked.push(word)
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(house.rooms.metrics()['failed-commits']).toBeGreaterThan(2)
    await expect
      .poll(
        async () => {
          const text = await textNow().catch(() => '')
          return Array.from({ length: words }, (_, i) => text.split(`<${i}>`).length - 1)
        },
        { timeout: 20_000 },
      )
      .toEqual(Array.from({ length: words }, () => 1))
    const text = await textNow()
    for (const word of acked) expect(text.split(word).length - 1, word).toBe(1)
    await expect
      .poll(() => people.map((person) => person.text.toString()), { timeout: 10_000 })
      .toEqual([text, text])
    raws.ws.terminate()
  }, 60_000)
})

/// Cuts the line of a commit that is under way: it waits for a lock held here, and never gets it.
async function cutInCommit({ db }: Store, write: () => void): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`lock table text_update in exclusive mode`.execute(trx)
    write()
    const cut = async (): Promise<number> => {
      // Otherwise a transaction sees the others as they were when it first looked.
      await sql`select pg_stat_clear_snapshot()`.execute(trx)
      const { rows } = await sql<{ cut: number }>`
        select count(pg_terminate_backend(pid)) as cut from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
          and query like 'insert into "text_update"%'`.execute(trx)
      return rows[0]!.cut
    }
    await expect.poll(cut, { timeout: 10_000 }).toBe(1)
  })
}
