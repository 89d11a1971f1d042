// What a refusal may cost: twenty milliseconds of processor time and eight megabytes, for the worst anyone thought of.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { uints } from '../../../service/room/frame.ts'
import { judge } from '../../../service/room/gate.ts'
import {
  anyValue,
  deletesOf,
  gc,
  json,
  mark,
  nested,
  runOf,
  text,
  textAfter,
  updateOf,
} from './attacks.ts'
import { costOf } from './cost.ts'
import { attacks, overlapping, shreds, victims } from './hostile-updates.ts'

const limits = { updateBytes: 256 * 1024 }
const frame = 2 ** 20 - 16
/// Structs no update may hold: whatever stands before them has been read for nothing.
const broken = uints(31)
const many = <T>(length: number, make: (i: number) => T): T[] =>
  Array.from({ length }, (_, i) => make(i))

/// As large as the limits let them be, and refused at their very end where that can be.
const worst: [name: string, bytes: (id: number, next: number) => Uint8Array][] = [
  [
    'a frame full of ranges of nobody',
    () =>
      updateOf(
        [],
        deletesOf(
          7,
          many(frame / 5, (i): [number, number] => [i * 3, 1]),
        ),
      ),
  ],
  [
    'a frame full of those who delete',
    () =>
      Buffer.concat([uints(0, 100_000), ...many(100_000, (i) => uints(i + 1, 1, 0, 1)), uints(1)]),
  ],
  ['deletes laid over each other', (id) => overlapping(id, 200_000, 8000)],
  [
    'single deletes of all a victim wrote',
    (id) =>
      updateOf(
        [],
        deletesOf(
          id,
          many(10_000, (i) => [i * 2, 1]),
        ),
      ),
  ],
  [
    'a frame of collected structs',
    () =>
      updateOf([
        runOf(
          7,
          0,
          many(500_000, () => gc(1)),
        ),
      ]),
  ],
  ['twenty thousand clients', () => updateOf(many(20_000, (i) => runOf(i + 1, 0, [gc(1)])))],
  ['twenty thousand types inside each other', () => nested(7, 19_000)],
  [
    'twenty thousand structs in a row, then none',
    () =>
      updateOf([runOf(7, 0, [text('a'), ...many(19_000, (i) => textAfter(7, i, 'a')), broken])]),
  ],
  [
    'many clients whose structs wait for each other',
    () =>
      updateOf(
        many(60, (i) =>
          runOf(
            100 - i,
            0,
            many(300, (j) => textAfter(100 - ((i + 1) % 60), j, 'a')),
          ),
        ),
      ),
  ],
  [
    'JSON of very many empty lists',
    () => updateOf([runOf(7, 0, [json(`[${'[],'.repeat(80_000)}[]]`), broken])]),
  ],
  [
    'JSON of very many names',
    () => updateOf([runOf(7, 0, [json(`{${many(20_000, (i) => `"${i}":1`).join(',')}}`), broken])]),
  ],
  [
    'very many empty values',
    () => updateOf([runOf(7, 0, [anyValue(many(100_000, () => Buffer.of(117, 0))), broken])]),
  ],
  [
    'words of twenty thousand languages',
    () => updateOf([runOf(7, 0, [...many(15_000, () => text('øæå')), broken])]),
  ],
  [
    'marks with long names',
    () => updateOf([runOf(7, 0, [...many(5000, (i) => mark(`m${i}`.repeat(5), '"øæå"')), broken])]),
  ],
]

describe('a refusal', () => {
  const { doc, id } = shreds(8000)
  const next = Y.getState(doc.store, id)
  const owners = new Map([[id, 'victim']])

  test.each([...attacks.map(({ name, bytes }) => [name, bytes] as const), ...worst])(
    '%s costs at most 20 ms and 8 MB',
    (_name, bytes) => {
      const update = bytes(id, next)
      const refused = () => judge(doc, owners, 'mallory', update, limits)
      expect(['refuse', 'later']).toContain(refused().take)
      const { ms, mb } = costOf(refused)
      expect(ms).toBeLessThan(20)
      expect(mb).toBeLessThan(8)
    },
  )

  test('the measure sees what plain Yjs takes for one of them', () => {
    const plain = victims()
    const bomb = attacks
      .find(({ name }) => name.includes('33 million'))!
      .bytes(plain.id, plain.next)
    const { mb } = costOf(() => {
      try {
        Y.applyUpdate(new Y.Doc(), bomb)
      } catch {
        // It throws in the end; by then it has taken what it took.
      }
    })
    expect(mb).toBeGreaterThan(100)
  })
})
