// The random editing and the comparison of Yjs's own tests, through real sockets that come and go.
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compare } from 'yjs/testHelper'
import type { Store } from '../../../db/open.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { join, leaveAll, synced, type Person } from './provider.ts'
import { random } from './random.ts'

type Dice = (below: number) => number

const runs = process.env['LONG'] ? 30 : 2
const edits = 400

/// Everything an editor, or somebody else's client, may do to the roots Yjs's comparison looks at.
const acts: ((doc: Y.Doc, dice: Dice) => void)[] = [
  (doc, dice) => {
    const text = doc.getText('text')
    text.insert(dice(text.length + 1), ['a', 'øy', ' Vågå ', '–'][dice(4)]!)
  },
  (doc, dice) => {
    const text = doc.getText('text')
    if (text.length > 2) text.delete(dice(text.length - 2), 1 + dice(2))
  },
  (doc, dice) => {
    const text = doc.getText('text')
    if (text.length > 4) text.format(dice(text.length - 4), 4, { strong: dice(2) === 0 || null })
  },
  (doc, dice) => {
    const array = doc.getArray<unknown>('array')
    array.insert(dice(array.length + 1), [dice(100), { a: [dice(9)] }, null].slice(dice(3)))
  },
  (doc, dice) => {
    const array = doc.getArray('array')
    if (array.length > 1) array.delete(dice(array.length - 1), 1)
  },
  (doc, dice) =>
    doc.getMap('map').set(`k${dice(4)}`, dice(2) === 0 ? dice(9) : new Y.Map([['n', dice(9)]])),
  (doc, dice) => doc.getMap('map').delete(`k${dice(4)}`),
  (doc, dice) => {
    const xml = doc.get('xml', Y.XmlElement)
    const block = new Y.XmlElement('block')
    block.setAttribute('kind', ['paragraph', 'heading'][dice(2)]!)
    block.insert(0, [new Y.XmlText(`avsnitt ${dice(100)}`)])
    xml.insert(dice(xml.length + 1), [block])
  },
  (doc, dice) => {
    const xml = doc.get('xml', Y.XmlElement)
    if (xml.length === 0) return
    const block = xml.get(dice(xml.length))
    if (!(block instanceof Y.XmlElement)) return
    if (dice(3) === 0) block.setAttribute('kind', 'quote')
    const [words] = block.toArray()
    if (words instanceof Y.XmlText) words.insert(dice(words.length + 1), 'x')
  },
  (doc, dice) => {
    const xml = doc.get('xml', Y.XmlElement)
    if (xml.length > 1) xml.delete(dice(xml.length), 1)
  },
]

for (const dialect of dialects) {
  describe(`${dialect.name}: convergence`, () => {
    let store: Store
    let house: Fixture
    afterEach(async () => {
      leaveAll()
      await house.end()
      await store.close()
    })

    test(`five clients that come and go agree to the last struct, ${runs} times`, async () => {
      store = await dialect.open()
      house = await startRooms(store)
      for (let run = 0; run < runs; run++) {
        const seed = Math.floor(Math.random() * 2 ** 31)
        const dice = random(seed)
        await addSection(store, `text-${run}`)
        const people = [0, 1, 2, 3, 4].map((i) => join(house.url, `text-${run}`, `p${i}`))
        let left = 0
        for (let i = 0; i < edits; i++) {
          const person = people[dice(5)]!
          person.doc.transact(() => acts[dice(acts.length)]!(person.doc, dice))
          if (dice(100) < 6) {
            left++
            const other = people[dice(5)]!.provider
            if (other.shouldConnect) other.disconnect()
            else other.connect()
          }
          if (dice(100) < 20) await new Promise((resolve) => setTimeout(resolve, dice(8)))
        }
        expect(left, `seed ${seed}`).toBeGreaterThan(5)
        for (const { provider } of people) provider.connect()
        await Promise.all(people.map(synced))
        const late = join(house.url, `text-${run}`, 'late')
        await synced(late)
        const all = [...people, late]
        const vector = ({ doc }: Person): string =>
          JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort())
        const deletes = ({ doc }: Person): string =>
          Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('hex')
        await expect
          .poll(() => new Set(all.map((p) => vector(p) + deletes(p))).size, {
            timeout: 15_000,
            message: `seed ${seed}`,
          })
          .toBe(1)
        const read = (await house.rooms.read(1, `text-${run}`)).doc
        expect(Buffer.from(Y.encodeSnapshot(Y.snapshot(read))).toString('hex')).toBe(deletes(late))
        for (const { provider } of all) provider.disconnect()
        compare([...all.map(({ doc }) => doc), read].map(asUser))
      }
      const { metrics } = house.rooms
      expect(Object.keys(metrics()).filter((name) => name.startsWith('refused'))).toEqual([])
    }, 600_000)
  })
}

/// What the comparison expects of its own test documents, on ours as they are after a reload: deleted structs may be cut
/// differently in memory, according to when they came.
function asUser(doc: Y.Doc) {
  const state = Y.encodeStateAsUpdate(doc)
  const again = new Y.Doc()
  Y.applyUpdate(again, state)
  const tc = { flushAllMessages: () => false }
  return Object.assign(again, { updates: [state], connect: () => {}, tc })
}
