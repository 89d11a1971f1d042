// Mutated updates, thousands of them: after each one another client still writes and reads its text intact.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openStore, type Store } from '../../../db/open.ts'
import { judge } from '../../../service/room/gate.ts'
import { costOf } from './cost.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { random } from './random.ts'
import { raw, type Raw } from './raw.ts'

const cases = process.env['LONG'] ? 20_000 : 1_000
/// Seeds that once failed stay here by name.
const seeds = [Math.floor(Math.random() * 2 ** 31)]

/// Updates of every kind our editors send, and some they do not.
function originals(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('attackers own text')
  text.insert(0, 'Gudbrandsdalen – Øyer, Vågå og Skjåk 🏔')
  text.format(0, 5, { strong: true })
  text.insertEmbed(3, { image: 'x', alt: ['a', 1, null] })
  text.delete(2, 6)
  const fragment = doc.getXmlFragment('attackers own fragment')
  for (let i = 0; i < 3; i++) {
    const block = new Y.XmlElement('block')
    block.setAttribute('kind', 'paragraph')
    block.insert(0, [new Y.XmlText(`avsnitt ${i}`)])
    fragment.insert(i, [block])
  }
  fragment.delete(1, 1)
  const list = doc.getArray('attackers own list')
  list.push([1, 2.5, 'x', true, null, { a: { b: [1, 2] } }, new Uint8Array([1, 2])])
  doc.getMap('attackers own map').set('a', new Y.Map([['b', 1]]))
  updates.push(Y.encodeStateAsUpdate(doc))
  return updates
}

function mutate(update: Uint8Array, dice: (below: number) => number): Uint8Array {
  let bytes = Array.from(update)
  for (let i = 0; i <= dice(3); i++) {
    const at = dice(bytes.length)
    switch (dice(6)) {
      case 0:
        bytes[at] = dice(256)
        break
      case 1:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << dice(8))
        break
      case 2:
        bytes.splice(at, 1 + dice(3))
        break
      case 3:
        bytes.splice(at, 0, dice(256))
        break
      case 4:
        bytes = bytes.slice(0, at)
        break
      default:
        bytes.splice(at, 0, ...bytes.slice(dice(bytes.length), dice(bytes.length)))
    }
    if (bytes.length === 0) bytes = [0]
  }
  return Uint8Array.from(bytes)
}

describe('fuzz', () => {
  let store: Store
  let house: Fixture
  let victim: Raw
  let reader: Raw
  beforeAll(async () => {
    store = await openStore({ memory: true })
    await addSection(store, 'a')
    house = await startRooms(store)
    victim = await raw(house.url, 'a', 'victim')
    reader = await raw(house.url, 'a', 'reader')
  })
  afterAll(async () => {
    for (const each of [victim, reader]) each.ws.terminate()
    await house.end()
    await store.close()
  })

  test(`after each of ${cases} mutated updates others write on, and their text is intact`, async () => {
    const [seed] = seeds
    const dice = random(seed!)
    const texts = originals()
    const root = 'the victims’ text'
    const outcome = { refused: 0, taken: 0, slowest: 0, largest: 0 }
    let words = ''
    let mallory = await raw(house.url, 'a', 'mallory')
    for (let i = 0; i < cases; i++) {
      const bytes = mutate(texts[dice(texts.length)]!, dice)
      const before = mallory.acks.at(-1)?.taken ?? 0
      mallory.edit(bytes)
      await mallory.until(
        () => mallory.code !== undefined || (mallory.acks.at(-1)?.taken ?? 0) > before,
      )
      if (mallory.code === undefined) outcome.taken++
      else {
        outcome.refused++
        expect([4400, 4413], `seed ${seed}, case ${i}`).toContain(mallory.code)
        const limits = { updateBytes: 256 * 1024 }
        const { ms, mb } = costOf(() => judge(reader.doc, new Map(), 'mallory', bytes, limits))
        outcome.slowest = Math.max(outcome.slowest, ms)
        outcome.largest = Math.max(outcome.largest, mb)
        mallory = await raw(house.url, 'a', 'mallory')
      }
      const letter = String.fromCharCode(97 + (i % 26))
      victim.change((doc) => doc.getText(root).insert(words.length, letter))
      words += letter
      await reader.until(() => reader.doc.getText(root).length >= words.length)
      const text = reader.doc.getText(root).toString()
      if (text !== words) expect(text, `seed ${seed}, case ${i}`).toBe(words)
    }
    const { doc } = await house.rooms.read(1, 'a')
    expect(doc.getText(root).toString(), `seed ${seed}`).toBe(words)
    expect([victim.code, reader.code]).toEqual([undefined, undefined])
    expect(outcome.refused, `seed ${seed}`).toBeGreaterThan(cases / 10)
    expect(outcome.taken, `seed ${seed}`).toBeGreaterThan(cases / 100)
    expect(outcome.slowest, `seed ${seed}: milliseconds of the slowest refusal`).toBeLessThan(20)
    expect(outcome.largest, `seed ${seed}: megabytes of the largest refusal`).toBeLessThan(8)
    mallory.ws.terminate()
    console.log(`seed ${seed}: ${JSON.stringify(outcome)} ${JSON.stringify(house.rooms.metrics())}`)
  }, 900_000)
})
