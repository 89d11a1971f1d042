import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../../db/open.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, freshStores, startRooms, type Fixture } from './fixture.ts'
import { raw } from './raw.ts'

const append = (words: string) => (doc: import('yjs').Doc) => {
  const text = doc.getText('t')
  text.insert(text.length, words)
}

/// Makes every insert of an edit fail, in the database itself.
const breakLog = (store: Store): Promise<unknown> =>
  store.dialect === 'sqlite'
    ? sql`create trigger broken before insert on text_update begin select raise(abort, 'disk full'); end`.execute(
        store.db,
      )
    : sql`alter table text_update add constraint broken check (seq < 0) not valid`.execute(store.db)

const mendLog = (store: Store): Promise<unknown> =>
  store.dialect === 'sqlite'
    ? sql`drop trigger broken`.execute(store.db)
    : sql`alter table text_update drop constraint broken`.execute(store.db)

for (const dialect of dialects) {
  describe(`${dialect.name}: durable before visible`, () => {
    const stores = freshStores(dialect)
    let store: Store
    let house: Fixture
    beforeEach(async () => {
      store = await stores.open()
      await addSection(store, 'a')
      house = await startRooms(store)
    })
    afterEach(async () => {
      await house.end()
      await store.close()
    })

    test('while the commit waits nobody sees the edit, and it is not acknowledged', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      const ola = await raw(house.url, 'a', 'ola')
      await kari.until(() => kari.acks.length > 0)
      const before = kari.acks.at(-1)!.taken
      let let_go!: () => void
      const wait = new Promise<void>((resolve) => (let_go = resolve))
      let locked!: () => void
      const isLocked = new Promise<void>((resolve) => (locked = resolve))
      // On SQLite the open transaction holds the one writer; PostgreSQL has to be told to.
      const command = store.db.transaction().execute(async (trx) => {
        if (store.dialect === 'postgres') {
          await sql`lock table text_update in exclusive mode`.execute(trx)
        }
        await trx.insertInto('setting').values({ key: 'open', value: '1' }).execute()
        locked()
        await wait
      })
      await isLocked
      kari.change(append('waits'))
      // A newcomer's question is answered from the same document: it must not show the edit either.
      const eva = raw(house.url, 'a', 'eva', { silent: true })
      await new Promise((resolve) => setTimeout(resolve, 250))
      expect(ola.doc.getText('t').toString()).toBe('')
      expect((await eva).doc.getText('t').toString()).toBe('')
      expect(kari.acks.at(-1)!.taken).toBe(before)
      let_go()
      await command
      await ola.until(() => ola.doc.getText('t').toString() === 'waits')
      await kari.until(() => kari.acks.at(-1)!.taken === before + 1)
      const rows = await store.db.selectFrom('text_update').selectAll().execute()
      expect(rows.map((row) => [row.seq, row.person, row.session])).toEqual([
        [1, 'kari', 'session of kari'],
      ])
      for (const each of [kari, ola, await eva]) each.ws.terminate()
    })

    test('when a commit fails nobody saw the edit, and everyone starts again from the log', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      const ola = await raw(house.url, 'a', 'ola')
      kari.change(append('kept'))
      await ola.until(() => ola.doc.getText('t').toString() === 'kept')
      await breakLog(store)
      kari.change(append(' lost'))
      expect(await Promise.all([kari.closed, ola.closed])).toEqual([1013, 1013])
      expect(ola.doc.getText('t').toString()).toBe('kept')
      expect(kari.acks.at(-1)!.head).toBe(1)
      await mendLog(store)
      const again = await raw(house.url, 'a', 'eva')
      expect(again.doc.getText('t').toString()).toBe('kept')
      again.change(append(' and goes on'))
      await again.until(() => again.acks.at(-1)?.head === 2)
      expect(house.rooms.metrics()['failed-commits']).toBeGreaterThan(0)
      again.ws.terminate()
    })

    test('a fault of one text is not another text’s', async () => {
      await addSection(store, 'b')
      const kari = await raw(house.url, 'a', 'kari')
      const ola = await raw(house.url, 'b', 'ola')
      // A sequence already taken makes the commit of `a` alone fail.
      await store.db
        .insertInto('text_update')
        .values({
          region: 1,
          section: 'a',
          lineage: 'line-a',
          seq: 1,
          person: 'x',
          session: '',
          at: 'x',
          bytes: Uint8Array.of(0, 0),
        })
        .execute()
      kari.change(append('a'))
      ola.change(append('b'))
      expect(await kari.closed).toBe(1013)
      await ola.until(() => ola.acks.at(-1)?.head === 1)
      expect(ola.code).toBeUndefined()
      ola.ws.terminate()
    })

    test('acknowledgements count every edit frame in order, and what held nothing new too', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      for (let i = 0; i < 50; i++) kari.change(append('x'))
      // One answer to the server's question and fifty edits.
      await kari.until(() => kari.acks.at(-1)?.taken === 51)
      const counts = kari.acks.map((ack) => ack.taken)
      expect(counts).toEqual([...counts].sort((a, b) => a - b))
      kari.edit(Uint8Array.of(0, 0))
      await kari.until(() => kari.acks.at(-1)?.taken === 52)
      const { head } = await house.rooms.read(1, 'a')
      expect(kari.acks.at(-1)!.head).toBe(head)
      expect(kari.welcomes).toEqual([{ lineage: 'line-a', schema: 2, mayWrite: true, head: 0 }])
      kari.ws.terminate()
    })

    test('a client that did not ask gets no frame of ours', async () => {
      const kari = await raw(house.url, 'a', 'kari', { query: '' })
      kari.change(append('x'))
      await kari.until(() => kari.doc.getText('t').length === 1)
      const ola = await raw(house.url, 'a', 'ola', { query: '' })
      kari.change(append('y'))
      await ola.until(() => ola.doc.getText('t').toString() === 'xy')
      for (const frame of [...kari.heard, ...ola.heard]) expect(frame[0]).toBeLessThan(4)
      for (const each of [kari, ola]) each.ws.terminate()
    })

    test('what was sent before the socket went away is kept', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      kari.change(append('the last words'))
      kari.ws.close()
      await kari.closed
      await expect
        .poll(async () => (await house.rooms.read(1, 'a')).doc.getText('t').toString())
        .toBe('the last words')
    })
  })
}
