// What meets when one side is newer than the other: an older editor and a newer text, a text laid in anew, a server
// restored from a backup while people hold what was written since.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { endSignIns } from '../../../db/backup.ts'
import { openStore, type Store } from '../../../db/open.ts'
import { schemaVersion } from '../../../editor/shared/wire.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { closedFor, join, leaveAll, synced, until } from './provider.ts'
import { raw } from './raw.ts'

let store: Store
let house: Fixture
const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(path(tmpdir(), 'planvev-upgrade-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  leaveAll()
  await house.end()
  await store.close()
  for (const one of folders.splice(0)) rmSync(one, { recursive: true })
})
const start = async (dataDir?: string): Promise<void> => {
  store = await openStore(dataDir ? { dataDir } : { memory: true })
  house = await startRooms(store)
}
const textNow = async (): Promise<string> =>
  (await house.rooms.read(1, 'a')).doc.getText('t').toString()

describe('an older editor', () => {
  test('cannot open a text whose schema is newer, keeps its words, and opens it once it is as new', async () => {
    await start()
    await addSection(store, 'a')
    await store.db
      .updateTable('section')
      .set({ schema_version: schemaVersion + 1 })
      .execute()
    await house.rooms.write(1, 'a', 'eva', (doc) => doc.getText('t').insert(0, 'nyere'))
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'usendt ')
    const old = join(house.url, 'a', 'kari', { doc, params: { schema: String(schemaVersion) } })
    expect(await closedFor(old)).toBe(4409)
    // Not one letter went either way.
    expect(old.text.toString()).toBe('usendt ')
    expect(await textNow()).toBe('nyere')
    const next = join(house.url, 'a', 'kari', {
      doc,
      params: { schema: String(schemaVersion + 1) },
    })
    await synced(next)
    await expect.poll(textNow).toContain('usendt ')
    expect(await textNow()).toContain('nyere')
  })
})

describe('a text laid in anew', () => {
  test('is never merged with a copy of its older lineage', async () => {
    await start()
    await addSection(store, 'a', 'first')
    const kari = join(house.url, 'a', 'kari', { params: { lineage: 'first' } })
    await synced(kari)
    kari.text.insert(0, 'Slik var det.')
    await expect.poll(textNow).toBe('Slik var det.')
    kari.provider.disconnect()
    kari.text.insert(13, ' Og uten nett.')
    await house.end()
    await store.db.updateTable('section').set({ lineage: 'second' }).execute()
    house = await startRooms(store)
    await house.rooms.write(1, 'a', 'eva', (doc) => doc.getText('t').insert(0, 'Slik var det.'))
    const again = join(house.url, 'a', 'kari', { doc: kari.doc, params: { lineage: 'first' } })
    expect(await closedFor(again)).toBe(4409)
    expect(await textNow()).toBe('Slik var det.')
    expect(again.text.toString()).toBe('Slik var det. Og uten nett.')
    // The older log is there still.
    const rows = await store.db.selectFrom('text_update').select('lineage').distinct().execute()
    expect(rows.map(({ lineage }) => lineage).sort()).toEqual(['first', 'second'])
  })
})

describe('a server restored from a backup', () => {
  test('gives its texts another lineage, so that nothing is merged twice and nobody is shut out', async () => {
    const live = folder()
    await start(live)
    await addSection(store, 'a')
    const people = ['kari', 'ola'].map((name) => join(house.url, 'a', name))
    await Promise.all(people.map(synced))
    const [kari, ola] = people as [(typeof people)[0], (typeof people)[0]]
    kari.text.insert(0, 'Før kopien. ')
    await until(ola, () => ola.text.toString() === 'Før kopien. ')
    const backup = folder()
    await store.sqlite!.backup(path(backup, 'planvev.db'))
    kari.text.insert(kari.text.length, 'Kari etter. ')
    await until(ola, () => ola.text.toString().endsWith('Kari etter. '))
    ola.text.insert(ola.text.length, 'Ola etter. ')
    await until(kari, () => kari.text.toString().endsWith('Ola etter. '))
    const whole = kari.text.toString()
    for (const { provider } of people) provider.disconnect()
    await house.end()
    await store.close()
    // The machine is lost; the backup is put into an empty folder.
    const restored = folder()
    cpSync(path(backup, 'planvev.db'), path(restored, 'planvev.db'))
    endSignIns(path(restored, 'planvev.db'), '2028-01-02T08:00:00Z')
    await start(restored)
    const before = await textNow()
    expect(before).toBe('Før kopien. ')
    // Each holds what the other wrote, and nobody can hand in another's words: they are told, and keep what they have.
    for (const { doc, name } of people) {
      const again = join(house.url, 'a', name, { doc, params: { lineage: 'line-a' } })
      expect(await closedFor(again)).toBe(4409)
      expect(again.text.toString()).toBe(whole)
    }
    // Opened anew it is another lineage, with all its history, and is written in.
    const late = await raw(house.url, 'a', 'kari', { query: '?ack=1&lineage=line-a.1' })
    expect(late.welcomes[0]).toMatchObject({ lineage: 'line-a.1', head: 1 })
    late.change((doc) => doc.getText('t').insert(before.length, 'Kari etter. '))
    await late.until(() => late.acks.at(-1)?.head === 2)
    expect(await textNow()).toBe('Før kopien. Kari etter. ')
    const rows = await store.db.selectFrom('text_update').select(['seq', 'lineage']).execute()
    expect(rows.map(({ lineage }) => lineage)).toEqual(['line-a', 'line-a'])
    late.ws.terminate()
  })
})
