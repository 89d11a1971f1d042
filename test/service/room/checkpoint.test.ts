import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '../../../db/open.ts'
import { encodeVerified } from '../../../service/room/build.ts'
import { fingerprint } from '../../../service/room/fingerprint.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, freshStores, startRooms, type Fixture } from './fixture.ts'
import { random } from './random.ts'
import { presenceOf, raw } from './raw.ts'

const append = (words: string) => (doc: Y.Doc) => {
  const text = doc.getText('t')
  text.insert(text.length, words)
}

for (const dialect of dialects) {
  describe(`${dialect.name}: checkpoints are caches of the log`, () => {
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
    const checkpoints = () =>
      store.db.selectFrom('text_checkpoint').selectAll().orderBy('seq').execute()
    const restart = async (): Promise<void> => {
      await house.end()
      house = await startRooms(store)
    }
    /// A text above the size that is answered from disk, with a checkpoint and some edits after it.
    const writeLong = async (): Promise<string> => {
      for (let i = 0; i < 4; i++) {
        await house.rooms.write(1, 'a', 'kari', append(`${i}${'lang tekst '.repeat(7000)}`))
      }
      await expect.poll(async () => (await checkpoints()).length, { timeout: 15_000 }).toBe(1)
      await house.rooms.write(1, 'a', 'ola', append(' og litt til'))
      return (await house.rooms.read(1, 'a')).doc.getText('t').toString()
    }

    test('a long text is answered from its checkpoint, without building the document', async () => {
      const words = await writeLong()
      await restart()
      house.rights.set('reader', 'read')
      const reader = await raw(house.url, 'a', 'reader')
      expect(reader.doc.getText('t').toString()).toBe(words)
      expect(house.rooms.metrics()['built']).toBeUndefined()
      // A writer who shows their cursor gets the same, and writes on.
      const kari = await raw(house.url, 'a', 'kari', { first: presenceOf(5, 1, { cursor: 1 }) })
      expect(house.rooms.metrics()['built']).toBeUndefined()
      expect(kari.doc.getText('t').toString()).toBe(words)
      kari.change(append('!'))
      await reader.until(() => reader.doc.getText('t').toString() === `${words}!`)
      expect(house.rooms.metrics()['built']).toBe(1)
      for (const each of [kari, reader]) each.ws.terminate()
    })

    test('a client that has some of it gets the rest', async () => {
      const words = await writeLong()
      const kari = await raw(house.url, 'a', 'kari')
      kari.ws.terminate()
      await restart()
      const again = await raw(house.url, 'a', 'kari', { silent: true })
      Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(kari.doc))
      await house.rooms.write(1, 'a', 'ola', append(' mer'))
      const vector = Y.encodeStateVector(again.doc)
      again.send(Buffer.concat([Uint8Array.of(0, 0, vector.length), vector]))
      await again.until(() => again.doc.getText('t').toString() === `${words} mer`)
      const bytes = again.heard.reduce((sum, frame) => sum + frame.length, 0)
      expect(bytes).toBeLessThan(1000)
      again.ws.terminate()
    })

    test('a damaged checkpoint is passed over, a lost one is no loss', async () => {
      const words = await writeLong()
      await restart()
      await store.db
        .updateTable('text_checkpoint')
        .set({ bytes: Uint8Array.of(0, 0) })
        .execute()
      expect((await house.rooms.read(1, 'a')).doc.getText('t').toString()).toBe(words)
      await store.db.deleteFrom('text_checkpoint').execute()
      expect((await house.rooms.read(1, 'a')).doc.getText('t').toString()).toBe(words)
    })

    test('two are kept, and what a freeze is built from is the log alone', async () => {
      for (let i = 0; i < 3; i++) {
        await house.rooms.write(1, 'a', 'kari', append('lang tekst '.repeat(15_000)))
        await house.rooms.write(1, 'a', 'kari', append('lang tekst '.repeat(15_000)))
        await expect
          .poll(async () => house.rooms.metrics()['checkpoints'], { timeout: 15_000 })
          .toBe(i + 1)
      }
      expect((await checkpoints()).length).toBe(2)
      const whole = (await house.rooms.read(1, 'a')).doc
      await store.db
        .updateTable('text_checkpoint')
        .set({ bytes: Uint8Array.of(0, 0), sha256: 'wrong' })
        .execute()
      const held = await house.rooms.hold(1, ['a'])
      expect(fingerprint(held.docs.get('a')!)).toBe(fingerprint(whole))
      held.release()
    })

    test('a text nobody has open for a minute is put away, with a checkpoint', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      for (let i = 0; i < 60; i++) await house.rooms.write(1, 'a', 'kari', append(`${i} `))
      house.clock.ahead = 61_000
      await new Promise((resolve) => setTimeout(resolve, 1500))
      expect(house.rooms.metrics()['put-away']).toBeUndefined()
      kari.ws.close()
      await expect.poll(() => house.rooms.metrics()['sockets']).toBe(0)
      house.clock.ahead = 130_000
      await expect.poll(() => house.rooms.metrics()['put-away'], { timeout: 5000 }).toBe(1)
      expect((await checkpoints()).map((row) => row.seq)).toEqual([60])
      expect((await house.rooms.read(1, 'a')).head).toBe(60)
    })

    test('a session is warned before it ends, and its socket closed when it has', async () => {
      house.session.until = Date.now() + 4 * 60_000
      const kari = await raw(house.url, 'a', 'kari')
      await kari.until(() => kari.heard.some((frame) => frame[0] === 102))
      house.rights.set('kari', 'ended')
      house.clock.ahead = 5 * 60_000
      expect(await kari.closed).toBe(4401)
    })
  })
}

describe('a checkpoint', () => {
  test('says the same as its log, whatever the edits were', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const dice = random(seed)
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      const text = doc.getText('t')
      const fragment = doc.getXmlFragment('nb')
      for (let i = 0; i < 100; i++) {
        const act = dice(4)
        if (act === 0 && text.length > 3) text.delete(dice(text.length - 2), 2)
        else if (act === 1 && text.length > 3) text.format(dice(text.length - 2), 2, { b: true })
        else if (act === 2) fragment.insert(0, [new Y.XmlElement('block')])
        else text.insert(dice(text.length + 1), `${i}`)
      }
      const { bytes, fingerprint: print } = encodeVerified(updates)
      const again = new Y.Doc()
      Y.applyUpdate(again, bytes)
      expect([print, fingerprint(again)]).toEqual([fingerprint(doc), fingerprint(doc)])
    }
  })

  test('two documents that read differently have different fingerprints', () => {
    const one = new Y.Doc()
    const two = new Y.Doc()
    one.getText('t').insert(0, 'ab')
    two.getText('t').insert(0, 'ba')
    expect(fingerprint(one)).not.toBe(fingerprint(two))
  })
})
