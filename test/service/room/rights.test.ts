import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '../../../db/open.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, freshStores, startRooms, type Fixture } from './fixture.ts'
import { closedFor, join, leaveAll, synced, until } from './provider.ts'
import { raw } from './raw.ts'

const append = (words: string) => (doc: Y.Doc) => {
  const text = doc.getText('t')
  text.insert(text.length, words)
}

for (const dialect of dialects) {
  describe(`${dialect.name}: rights at the door and afterwards`, () => {
    const stores = freshStores(dialect)
    let store: Store
    let house: Fixture
    beforeEach(async () => {
      store = await stores.open()
      await addSection(store, 'a')
      house = await startRooms(store)
    })
    afterEach(async () => {
      leaveAll()
      await house.end()
      await store.close()
    })
    const textNow = async (): Promise<string> =>
      (await house.rooms.read(1, 'a')).doc.getText('t').toString()

    test('nothing is read from a socket before it is admitted', async () => {
      house.rights.set('mallory', 'none')
      let let_go!: () => void
      const wait = new Promise<void>((resolve) => (let_go = resolve))
      house.gate.wait = () => wait
      const mallory = await raw(house.url, 'a', 'mallory', { silent: true })
      mallory.change(append('too early'))
      let_go()
      expect(await mallory.closed).toBe(4403)
      expect(await textNow()).toBe('')
    })

    test.each([
      ['ended', 4401],
      ['none', 4403],
    ] as const)('%s at the door closes with %i after the handshake', async (right, code) => {
      house.rights.set('kari', right)
      const kari = join(house.url, 'a', 'kari')
      expect(await closedFor(kari)).toBe(code)
    })

    test('a text that is not there closes with 4404', async () => {
      expect(await closedFor(join(house.url, 'nowhere', 'kari'))).toBe(4404)
    })

    test('another lineage and an older schema close with 4409, the right ones open', async () => {
      const old = join(house.url, 'a', 'kari', { params: { lineage: 'before' } })
      expect(await closedFor(old)).toBe(4409)
      const older = join(house.url, 'a', 'kari', { params: { schema: '1' } })
      expect(await closedFor(older)).toBe(4409)
      await synced(join(house.url, 'a', 'kari', { params: { lineage: 'line-a', schema: '2' } }))
    })

    test.each([
      ['read', 4403],
      ['none', 4403],
      ['ended', 4401],
      ['frozen', 4423],
    ] as const)(
      'a writer whose right becomes %s is closed with %i within a second',
      async (right, code) => {
        const kari = await raw(house.url, 'a', 'kari')
        kari.change(append('before'))
        await kari.until(() => kari.acks.at(-1)?.head === 1)
        house.rights.set('kari', right)
        const began = performance.now()
        house.rooms.rightsChanged()
        // Sent at the same moment as the right ended: it must not be taken.
        kari.change(append(' after'))
        expect(await kari.closed).toBe(code)
        expect(performance.now() - began).toBeLessThan(1000)
        expect(await textNow()).toBe('before')
      },
    )

    test('while rights are asked again edits wait, and are taken when they still stand', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      let let_go!: () => void
      const wait = new Promise<void>((resolve) => (let_go = resolve))
      house.gate.wait = () => wait
      house.rooms.rightsChanged()
      kari.change(append('patience'))
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect(await textNow()).toBe('')
      let_go()
      await kari.until(() => kari.acks.at(-1)?.head === 1)
      expect(await textNow()).toBe('patience')
      kari.ws.terminate()
    })

    test.each([
      ['read', 4403],
      ['frozen', 4423],
    ] as const)(
      'a reader (%s) stays open, and is closed with %i for a write',
      async (right, code) => {
        const ola = join(house.url, 'a', 'ola')
        await synced(ola)
        ola.text.insert(0, 'open')
        house.rights.set('kari', right)
        const kari = join(house.url, 'a', 'kari')
        await until(kari, () => kari.text.toString() === 'open')
        ola.text.insert(4, ' to read')
        await until(kari, () => kari.text.toString() === 'open to read')
        const reader = await raw(house.url, 'a', 'kari')
        // What is there already is no write.
        reader.edit(Y.encodeStateAsUpdate(reader.doc))
        await reader.until(() => reader.acks.at(-1)?.taken === 1)
        const closed = closedFor(kari)
        kari.text.insert(0, 'not mine to write')
        expect(await closed).toBe(code)
        expect(reader.code).toBeUndefined()
        expect(await textNow()).toBe('open to read')
        reader.ws.terminate()
      },
    )

    test('a reader who is given the right writes on the same socket', async () => {
      house.rights.set('kari', 'read')
      const kari = await raw(house.url, 'a', 'kari')
      house.rights.set('kari', 'write')
      house.rooms.rightsChanged()
      await kari.until(() => kari.welcomes.length === 2)
      expect(kari.welcomes.map((welcome) => welcome.mayWrite)).toEqual([false, true])
      kari.change(append('at last'))
      await kari.until(() => kari.acks.at(-1)?.head === 1)
      expect(await textNow()).toBe('at last')
      kari.ws.terminate()
    })

    test('ending a session closes its sockets with 4401 and nobody else’s', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      const ola = await raw(house.url, 'a', 'ola')
      house.rooms.endSession('session of kari')
      expect(await kari.closed).toBe(4401)
      ola.change(append('x'))
      await ola.until(() => ola.acks.at(-1)?.head === 1)
      ola.ws.terminate()
    })

    test('an admission that throws lets nobody in, for now', async () => {
      house.gate.wait = () => Promise.reject(new Error('away'))
      const kari = await raw(house.url, 'a', 'kari')
      expect(await kari.closed).toBe(1013)
    })

    test('writing keeps the session in use', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      kari.change(append('x'))
      await kari.until(() => kari.acks.at(-1)?.head === 1)
      expect(house.used).toEqual(['session of kari'])
      kari.ws.terminate()
    })
  })
}
