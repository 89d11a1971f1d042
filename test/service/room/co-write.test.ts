import { afterEach, describe, expect, test } from 'vitest'
import { addSection, freshStores, startRooms, type Fixture } from './fixture.ts'
import { join, leaveAll, synced, until } from './provider.ts'
import * as Y from 'yjs'
import { dialects } from '../../support/dialects.ts'
import { presenceOf, raw, vectorFrame } from './raw.ts'
import type { Store } from '../../../db/open.ts'

for (const dialect of dialects) {
  describe(`${dialect.name}: co-writing`, () => {
    const stores = freshStores(dialect)
    let store: Store
    let house: Fixture
    const start = async (): Promise<Fixture> => {
      store = await stores.open()
      await addSection(store, 'a')
      house = await startRooms(store)
      return house
    }
    afterEach(async () => {
      leaveAll()
      await house.end()
      await store.close()
    })

    test('two unchanged y-websocket clients write one text', async () => {
      const { url } = await start()
      const kari = join(url, 'a', 'kari')
      const ola = join(url, 'a', 'ola')
      await Promise.all([synced(kari), synced(ola)])
      kari.text.insert(0, 'Gudbrandsdalen')
      await until(ola, () => ola.text.toString() === 'Gudbrandsdalen')
      ola.text.insert(ola.text.length, ' 2028')
      await until(kari, () => kari.text.toString() === 'Gudbrandsdalen 2028')
      expect((await house.rooms.read(1, 'a')).doc.getText('t').toString()).toBe(
        'Gudbrandsdalen 2028',
      )
    })

    test('names and colours of those present come from the server', async () => {
      const { url } = await start()
      const kari = join(url, 'a', 'kari')
      const ola = join(url, 'a', 'ola')
      await Promise.all([synced(kari), synced(ola)])
      ola.provider.awareness.setLocalState({
        user: { name: 'Ordfører Kari', color: 'red;background:url(x)' },
        cursor: { at: 7 },
      })
      const seen = () => kari.provider.awareness.getStates().get(ola.doc.clientID)
      await until(kari, () => seen()?.['cursor'] !== undefined)
      expect(seen()).toEqual({
        user: { id: 'ola', name: 'Person ola', color: '#8a2a7c' },
        cursor: { at: 7 },
      })
    })

    test('who leaves is gone at once, and nobody speaks for another', async () => {
      const { url } = await start()
      const kari = join(url, 'a', 'kari')
      const ola = join(url, 'a', 'ola')
      await Promise.all([synced(kari), synced(ola)])
      const states = kari.provider.awareness.getStates()
      await until(kari, () => states.has(ola.doc.clientID))
      const mallory = await raw(url, 'a', 'mallory')
      mallory.send(presenceOf(ola.doc.clientID, 99, null))
      mallory.send(presenceOf(ola.doc.clientID, 100, { user: { name: 'Ola?' } }))
      mallory.send(presenceOf(31337, 1, { cursor: 1 }))
      await until(kari, () => states.has(31337))
      expect(states.get(ola.doc.clientID)).toMatchObject({ user: { name: 'Person ola' } })
      ola.provider.destroy()
      await until(kari, () => !states.has(ola.doc.clientID))
      mallory.ws.terminate()
    })

    test('one who comes late sees everyone who is there', async () => {
      const { url } = await start()
      const kari = join(url, 'a', 'kari')
      await synced(kari)
      kari.text.insert(0, 'x')
      const ola = join(url, 'a', 'ola')
      await until(ola, () => ola.provider.awareness.getStates().has(kari.doc.clientID))
    })

    test('what was written before the first answer is not lost', async () => {
      const { url } = await start()
      const kari = await raw(url, 'a', 'kari', { silent: true })
      kari.doc.getText('t').insert(0, 'offline ')
      // Builds on what the server has not been told of yet.
      kari.change((own) => own.getText('t').insert(8, 'and on'))
      kari.send(vectorFrame(Y.encodeStateVector(kari.doc)))
      await kari.until(() => kari.acks.at(-1)?.taken === 2)
      const read = await house.rooms.read(1, 'a')
      expect(read.doc.getText('t').toString()).toBe('offline and on')
      kari.ws.terminate()
    })
  })
}
