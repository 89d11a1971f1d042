// Updates that harm plain Yjs, each with the proof of it and the code its sender is closed with.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { uints } from '../../../service/room/frame.ts'
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

/// A document in which a victim has written, and the client id of the victim.
export function victims(): { doc: Y.Doc; victim: Y.Doc; id: number; next: number } {
  const victim = new Y.Doc()
  const doc = new Y.Doc()
  victim.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update))
  victim.getText('t').insert(0, 'mine')
  return { doc, victim, id: victim.clientID, next: 4 }
}

export type Attack = {
  name: string
  code: number
  bytes(victim: number, next: number): Uint8Array
  /// Asserts that plain Yjs is harmed.
  works(bytes: Uint8Array, plain: ReturnType<typeof victims>): void
}

export const attacks: Attack[] = [
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
  {
    name: 'deletes laid over each other',
    code: 4400,
    bytes: (id) => overlapping(id, 20, 4),
    works: () => {
      const { doc, id } = shreds(2000)
      expect(cpuMs(() => Y.applyUpdate(doc, overlapping(id, 30_000, 8000)))).toBeGreaterThan(100)
    },
  },
]

/// `times` ranges over the first `length` clocks of a client, all the same.
export const overlapping = (client: number, times: number, length: number): Uint8Array =>
  updateOf(
    [],
    deletesOf(
      client,
      Array.from({ length: times }, () => [0, length]),
    ),
  )

/// A document in which one client typed and took away letters so that the remains cannot be joined.
export function shreds(letters: number): { doc: Y.Doc; id: number } {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'ab')
  doc.transact(() => {
    for (let i = 0; i < letters; i++) text.insert(1, 'x')
  })
  doc.transact(() => {
    for (let i = letters; i > 0; i -= 1) text.delete(i, 1)
  })
  return { doc, id: doc.clientID }
}

function cpuMs(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
