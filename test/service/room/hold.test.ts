import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '../../../db/open.ts'
import { NoLonger } from '../../../service/room/rooms.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, freshStores, startRooms, type Fixture } from './fixture.ts'
import { raw } from './raw.ts'

const append = (words: string) => (doc: Y.Doc) => {
  const text = doc.getText('t')
  text.insert(text.length, words)
}

for (const dialect of dialects) {
  describe(`${dialect.name}: the server and its texts`, () => {
    const stores = freshStores(dialect)
    let store: Store
    let house: Fixture
    beforeEach(async () => {
      store = await stores.open()
      await addSection(store, 'a')
      await addSection(store, 'b')
      house = await startRooms(store)
    })
    afterEach(async () => {
      await house.end()
      await store.close()
    })

    test('a held text has all that came before on disk, and takes nothing until released', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      kari.change(append('before'))
      await kari.until(() => kari.acks.at(-1)?.head === 1)
      const held = await house.rooms.hold(1, ['a', 'b'])
      expect(held.docs.get('a')?.getText('t').toString()).toBe('before')
      expect([...held.heads]).toEqual([
        ['a', 1],
        ['b', 0],
      ])
      kari.change(append(' after'))
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect((await house.rooms.read(1, 'a')).head).toBe(1)
      held.release()
      await kari.until(() => kari.acks.at(-1)?.head === 2)
      kari.ws.terminate()
    })

    test('a freeze under hold closes writers with 4423 and takes none of what waited', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      const ola = await raw(house.url, 'a', 'ola')
      kari.change(append('adopted'))
      await ola.until(() => ola.doc.getText('t').toString() === 'adopted')
      const held = await house.rooms.hold(1, ['a'])
      kari.change(append(' and changed'))
      await new Promise((resolve) => setTimeout(resolve, 100))
      house.rights.set('kari', 'frozen').set('ola', 'frozen')
      // Even when nobody said that rights changed, releasing asks again.
      held.release()
      expect(await Promise.all([kari.closed, ola.closed])).toEqual([4423, 4423])
      const { doc, head } = await house.rooms.read(1, 'a')
      expect([doc.getText('t').toString(), head]).toEqual(['adopted', held.heads.get('a')])
      const later = await raw(house.url, 'a', 'kari')
      expect(later.doc.getText('t').toString()).toBe('adopted')
      later.ws.terminate()
    })

    test('holding a text that is not there holds none', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      await expect(house.rooms.hold(1, ['a', 'nowhere'])).rejects.toThrow(/nowhere/)
      kari.change(append('goes on'))
      await kari.until(() => kari.acks.at(-1)?.head === 1)
      kari.ws.terminate()
    })

    test('the server’s own change is logged in the person’s name and shown to all', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      const head = await house.rooms.write(1, 'a', 'coordinator', append('seeded'))
      expect(head).toBe(1)
      await kari.until(() => kari.doc.getText('t').toString() === 'seeded')
      const rows = await store.db.selectFrom('text_update').select(['person', 'seq']).execute()
      expect(rows).toEqual([{ person: 'coordinator', seq: 1 }])
      const owners = await store.db.selectFrom('text_client').select('person').execute()
      expect(owners.map((row) => row.person)).toEqual(['coordinator'])
      expect(await house.rooms.write(1, 'a', 'coordinator', () => {})).toBe(1)
      kari.ws.terminate()
    })

    test('a change that throws touches nothing', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      const failing = house.rooms.write(1, 'a', 'coordinator', (doc) => {
        doc.getText('t').insert(0, 'half')
        throw new Error('not today')
      })
      await expect(failing).rejects.toThrow('not today')
      kari.change(append('whole'))
      await kari.until(() => kari.acks.at(-1)?.head === 1)
      expect((await house.rooms.read(1, 'a')).doc.getText('t').toString()).toBe('whole')
      kari.ws.terminate()
    })

    test('writes of many at once all arrive, in one order', async () => {
      const heads = await Promise.all(
        Array.from({ length: 20 }, (_, i) => house.rooms.write(1, 'a', `p${i}`, append(`${i};`))),
      )
      expect(new Set(heads).size).toBeGreaterThan(0)
      const { doc, head } = await house.rooms.read(1, 'a')
      expect(doc.getText('t').toString().split(';').length).toBe(21)
      expect(head).toBe(20)
    })

    test('a change of the server’s own is asked for again after a hold, and not made when the answer is no', async () => {
      const held = await house.rooms.hold(1, ['a'])
      const answers = [true, false]
      const still = async () => answers.shift()!
      const waiting = house.rooms.write(1, 'a', 'kari', append('late'), still)
      const other = house.rooms.write(1, 'a', 'kari', append('seeded'))
      while (answers.length > 1) await new Promise((resolve) => setImmediate(resolve))
      // The first question is answered; the change now waits for the text.
      await new Promise((resolve) => setImmediate(resolve))
      held.release()
      await expect(waiting).rejects.toThrow(NoLonger)
      await other
      expect((await house.rooms.read(1, 'a')).doc.getText('t').toString()).toBe('seeded')
      await expect(
        house.rooms.write(1, 'a', 'kari', append('never'), async () => false),
      ).rejects.toThrow(NoLonger)
    })

    test('reading changes nothing: the log stays as it is and no update is emitted', async () => {
      await house.rooms.write(1, 'a', 'p', append('still'))
      const { doc } = await house.rooms.read(1, 'a')
      let emitted = 0
      doc.on('update', () => emitted++)
      expect(doc.getText('t').toString()).toBe('still')
      expect(emitted).toBe(0)
      expect((await house.rooms.read(1, 'a')).head).toBe(1)
    })
  })
}
