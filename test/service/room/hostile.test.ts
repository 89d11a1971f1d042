// Every attack is first shown to work on Yjs as it is, then to bounce off the gate while others write on unharmed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '../../../db/open.ts'
import { uints } from '../../../service/room/frame.ts'
import { dialects } from '../../support/dialects.ts'
import { runOf, text, updateOf } from './attacks.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { attacks, victims } from './hostile-updates.ts'
import { editFrame, presenceOf, raw, type Raw } from './raw.ts'

for (const dialect of dialects) {
  describe(`${dialect.name}: hostile updates`, () => {
    let store: Store
    let house: Fixture
    let victim: Raw
    let reader: Raw
    let words = ''
    beforeAll(async () => {
      store = await dialect.open()
      await addSection(store, 'a')
      house = await startRooms(store)
      victim = await raw(house.url, 'a', 'victim')
      reader = await raw(house.url, 'a', 'reader')
      words = `mine${'x'.repeat(20_100)}`
      victim.change((doc) => doc.getText('t').insert(0, words))
      await reader.until(() => reader.doc.getText('t').toString() === words)
    })
    afterAll(async () => {
      for (const each of [victim, reader]) each.ws.terminate()
      await house.end()
      await store.close()
    })
    /// The victim writes on, the reader reads it, and neither was disturbed.
    const unharmed = async (): Promise<void> => {
      victim.change((doc) => doc.getText('t').insert(words.length, '!'))
      words += '!'
      await reader.until(() => reader.doc.getText('t').length >= words.length)
      expect(reader.doc.getText('t').toString()).toBe(words)
      expect([victim.code, reader.code]).toEqual([undefined, undefined])
      const { doc } = await house.rooms.read(1, 'a')
      expect(doc.getText('t').toString()).toBe(words)
      expect(doc.store.pendingStructs).toBeNull()
    }

    for (const attack of attacks) {
      test(`${attack.name} is refused, and nobody notices`, async () => {
        if (dialect.name === 'sqlite') {
          const plain = victims()
          attack.works(attack.bytes(plain.id, plain.next), plain)
        }
        const { clientID } = victim.doc
        const mallory = await raw(house.url, 'a', 'mallory')
        mallory.edit(attack.bytes(clientID, Y.getState(victim.doc.store, clientID)))
        expect(await mallory.closed).toBe(attack.code)
        await unharmed()
      })
    }

    const frames: [string, number, () => Uint8Array][] = [
      ['an empty frame', 4400, () => Uint8Array.of()],
      ['an unknown message', 4400, () => uints(57, 1, 0)],
      ['a length beyond the frame', 4400, () => uints(0, 2, 200, 1)],
      ['bytes after the message', 4400, () => Buffer.concat([editFrame(uints(0, 0)), uints(1)])],
      ['a number without an end', 4400, () => new Uint8Array(20).fill(255)],
      ['presence that is no object', 4400, () => presenceOf(5, 1, '[1]')],
      ['presence that is no JSON', 4400, () => presenceOf(5, 1, '{')],
      ['presence too large', 4413, () => presenceOf(5, 1, { fill: 'x'.repeat(5000) })],
      ['a frame above the limit', 4413, () => new Uint8Array(2 ** 20 + 1)],
      [
        'an update above the limit',
        4413,
        () => editFrame(updateOf([runOf(55, 0, [text('x'.repeat(300_000))])])),
      ],
    ]
    for (const [name, code, bytes] of frames) {
      test(`${name} closes the socket, and nobody notices`, async () => {
        const mallory = await raw(house.url, 'a', 'mallory')
        mallory.send(bytes())
        expect(await mallory.closed).toBe(code)
        await unharmed()
      })
    }

    test('a flood of fragments that never ends is cut off', async () => {
      const mallory = await raw(house.url, 'a', 'mallory')
      for (let i = 0; i < 2000; i++) mallory.ws.send(Uint8Array.of(0), { fin: false })
      expect(await mallory.closed).toBe(4400)
      await unharmed()
    })

    test('a text frame is malformed', async () => {
      const mallory = await raw(house.url, 'a', 'mallory')
      mallory.ws.send('hello')
      expect(await mallory.closed).toBe(4400)
    })

    test('three thousand orphans cost neither time nor memory', async () => {
      const mallory = await raw(house.url, 'a', 'mallory')
      for (let i = 0; i < 3000; i++) mallory.edit(updateOf([runOf(1000 + i, 5, [text('o')])]))
      expect(await mallory.closed).toBe(4400)
      await unharmed()
    })

    test('a client id is for ever the first person’s who presented it', async () => {
      const kari = await raw(house.url, 'a', 'kari')
      kari.send(presenceOf(4242, 1, { cursor: null }))
      await reader.until(() => reader.heard.some((frame) => frame[0] === 1 && frame.length > 5))
      const mallory = await raw(house.url, 'a', 'mallory')
      mallory.edit(updateOf([runOf(4242, 0, [text('forged')])]))
      expect(await mallory.closed).toBe(4400)
      const owners = await store.db.selectFrom('text_client').selectAll().execute()
      expect(owners.find((row) => row.client_id === 4242)?.person).toBe('kari')
      kari.ws.terminate()
      await unharmed()
    })
  })
}
