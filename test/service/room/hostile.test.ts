// Every attack is first shown to work on Yjs as it is, then to bounce off the gate while others write on unharmed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '../../../db/open.ts'
import { uints } from '../../../service/room/frame.ts'
import { dialects } from '../../support/dialects.ts'
import {
  bigInteger,
  bombV2,
  brokenText,
  circle,
  deepJson,
  deepValue,
  deletedStruct,
  deletesOf,
  gap,
  gc,
  nested,
  protoKey,
  runOf,
  subdocument,
  text,
  textAfter,
  updateOf,
} from './attacks.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { editFrame, presenceOf, raw, type Raw } from './raw.ts'

/// A document in which a victim has written, and the client id of the victim.
function victims(): { doc: Y.Doc; victim: Y.Doc; id: number; next: number } {
  const victim = new Y.Doc()
  const doc = new Y.Doc()
  victim.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update))
  victim.getText('t').insert(0, 'mine')
  return { doc, victim, id: victim.clientID, next: 4 }
}

type Attack = {
  name: string
  code: number
  bytes(victim: number, next: number): Uint8Array
  /// Asserts that plain Yjs is harmed.
  works(bytes: Uint8Array, plain: ReturnType<typeof victims>): void
}

const attacks: Attack[] = [
  {
    name: 'a version 2 update of a few bytes that claims a million structs',
    code: 4400,
    bytes: () => bombV2(1_000_000),
    works: (bytes) => {
      expect(bytes.length).toBeLessThan(40)
      expect(Y.decodeUpdateV2(bytes).structs.length).toBe(1_000_000)
    },
  },
  {
    name: 'a count of 33 million structs in eight bytes',
    code: 4400,
    bytes: () => uints(1, 33_000_000, 1, 0),
    works: (bytes, { doc }) => {
      const began = performance.now()
      expect(() => Y.applyUpdate(doc, bytes)).toThrow()
      expect(performance.now() - began).toBeGreaterThan(5)
    },
  },
  {
    name: 'a collected struct over all a victim will ever write',
    code: 4400,
    bytes: (id, next) => updateOf([runOf(id, next, [gc(1e9)])]),
    works: (bytes, { doc, victim }) => {
      Y.applyUpdate(doc, bytes)
      victim.getText('t').insert(4, ' and more')
      expect(doc.getText('t').toString()).toBe('mine')
    },
  },
  {
    name: 'a delete of all a victim will ever write',
    code: 4400,
    bytes: (id, next) => updateOf([], deletesOf(id, [[next, 1e9]])),
    works: (bytes, { doc, victim }) => {
      Y.applyUpdate(doc, bytes)
      victim.getText('t').insert(4, ' and more')
      expect(doc.getText('t').toString()).toBe('mine')
    },
  },
  {
    name: 'an edit in a victim’s name',
    code: 4400,
    bytes: (id, next) => updateOf([runOf(id, next, [text('I agree')])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(doc.getText('t').toString()).toContain('I agree')
    },
  },
  {
    name: 'an edit that builds on what never comes',
    code: 4400,
    bytes: () => updateOf([runOf(77, 5, [text('orphan')])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(doc.store.pendingStructs).not.toBeNull()
    },
  },
  {
    name: 'an edit after a struct that never comes',
    code: 4400,
    bytes: () => updateOf([runOf(78, 0, [textAfter(999, 3, 'orphan')])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(doc.store.pendingStructs).not.toBeNull()
    },
  },
  {
    name: 'two structs that wait for each other',
    code: 4400,
    bytes: () => circle(81, 82),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(doc.store.pendingStructs).not.toBeNull()
    },
  },
  {
    name: 'two thousand types inside each other',
    code: 4400,
    bytes: () => nested(91, 2000),
    works: (bytes, { doc }) => {
      const clean = new Y.Doc()
      Y.applyUpdate(clean, bytes)
      expect(() => {
        Y.applyUpdate(doc, nested(92, 20_000))
        doc.getXmlFragment('t').toString()
      }).toThrow()
      expect(clean.store.clients.get(91)?.length).toBe(2000)
    },
  },
  {
    name: 'thirteen bytes that push a clock by 2^40',
    code: 4400,
    bytes: () => updateOf([runOf(93, 0, [deletedStruct(2 ** 40)])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(Y.getState(doc.store, 93)).toBe(2 ** 40)
    },
  },
  {
    name: 'a gap',
    code: 4400,
    bytes: () => updateOf([runOf(94, 0, [gap(10), text('x')])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(doc.store.pendingStructs).not.toBeNull()
    },
  },
  {
    name: 'a value nested ten thousand deep',
    code: 4400,
    bytes: () => updateOf([runOf(95, 0, [deepValue(10_000)])]),
    works: (bytes, { doc }) => {
      expect(() => {
        Y.applyUpdate(doc, bytes)
        JSON.stringify(doc.getArray('t').toArray())
      }).toThrow()
    },
  },
  {
    name: 'JSON nested a hundred thousand deep',
    code: 4400,
    bytes: () => updateOf([runOf(96, 0, [deepJson(100_000)])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(() => structuredClone(doc.getText('t').toDelta())).toThrow()
    },
  },
  {
    name: 'a document inside the document',
    code: 4400,
    bytes: () => updateOf([runOf(97, 0, [subdocument()])]),
    works: (bytes, { doc }) => {
      Y.applyUpdate(doc, bytes)
      expect(doc.subdocs.size).toBe(1)
    },
  },
  {
    name: 'an integer JSON cannot hold',
    code: 4400,
    bytes: () => updateOf([runOf(98, 0, [bigInteger()])]),
    works: (bytes) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, bytes)
      expect(() => JSON.stringify(doc.getArray('t').toArray())).toThrow(/BigInt/)
    },
  },
  {
    name: 'a mark called __proto__',
    code: 4400,
    bytes: () => updateOf([runOf(99, 0, [protoKey()])]),
    works: (bytes) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, bytes)
      doc.getText('t').insert(0, 'x')
      expect(doc.store.clients.get(99)?.length).toBe(1)
    },
  },
  {
    name: 'words that are not UTF-8',
    code: 4400,
    bytes: () => updateOf([runOf(100, 0, [brokenText()])]),
    works: (bytes, { doc }) => expect(() => Y.applyUpdate(doc, bytes)).toThrow(),
  },
  {
    name: 'ten thousand single deletes of a victim’s text',
    code: 4413,
    bytes: (id) =>
      updateOf(
        [],
        deletesOf(
          id,
          Array.from({ length: 10_000 }, (_, i) => [10 + i * 2, 1]),
        ),
      ),
    works: (_bytes, { doc, victim, id }) => {
      victim.getText('t').insert(4, 'x'.repeat(20_100))
      Y.applyUpdate(
        doc,
        updateOf(
          [],
          deletesOf(
            id,
            Array.from({ length: 10_000 }, (_, i) => [10 + i * 2, 1]),
          ),
        ),
      )
      expect(doc.store.clients.get(id)!.length).toBeGreaterThan(19_000)
    },
  },
]

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
