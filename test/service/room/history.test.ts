import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openStore, type Store } from '../../../db/open.ts'
import { appendText, type TextRow } from '../../../db/text-log.ts'
import type { BlockFacts } from '../../../editor/shared/html.ts'
import { toPlainText } from '../../../editor/shared/plain.ts'
import type { AuthoredBlock } from '../../../service/room/history.ts'
import { authorsBetween, textAfter } from '../../../service/room/past.ts'
import { withAuthors } from '../../../service/text/authors.ts'
import { dialects } from '../../support/dialects.ts'
import { addSection, freshStores, startRooms, type Fixture } from './fixture.ts'
import { random } from './random.ts'

const key = { region: 1, section: 'a', lineage: 'line-a' }

const addBlock = (at: number, words: string) => (doc: Y.Doc) => {
  const block = new Y.XmlElement('block')
  block.setAttribute('kind', 'paragraph')
  block.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('nb').insert(at, [block])
}
const textOf = (doc: Y.Doc, at: number): Y.XmlText => {
  const block = doc.getXmlFragment('nb').get(at)
  if (!(block instanceof Y.XmlElement)) throw new Error('no block')
  const words = block.get(0)
  if (!(words instanceof Y.XmlText)) throw new Error('no text')
  return words
}

for (const dialect of dialects) {
  describe(`${dialect.name}: who wrote what`, () => {
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
    const write = (person: string, change: (doc: Y.Doc) => void): Promise<number> =>
      house.rooms.write(1, 'a', person, change)

    test('two who remove neighbouring words of a third are each named', async () => {
      const from = await write('eva', addBlock(0, 'The quick fox'))
      await write('alice', (doc) => textOf(doc, 0).delete(0, 4))
      await write('bob', (doc) => textOf(doc, 0).delete(0, 5))
      const to = await write('bob', (doc) => textOf(doc, 0).insert(0, 'brown'))
      const [block] = await authorsBetween(store.db, key, 'nb', from, to)
      const said = block!.pieces.map(({ is, by, text }) => `${is} ${by}: ${text}`)
      expect(said.sort()).toEqual(
        ['removed alice: The ', 'removed bob: quick', 'added bob: brown', 'same eva:  fox'].sort(),
      )
    })

    test('blocks added, removed and reshaped are told apart, in order', async () => {
      await write('eva', addBlock(0, 'first'))
      await write('eva', addBlock(1, 'second'))
      const from = await write('eva', addBlock(2, 'third'))
      await write('ola', (doc) => doc.getXmlFragment('nb').delete(1, 1))
      await write('kari', addBlock(1, 'new'))
      const to = await write('per', (doc) => {
        const block = doc.getXmlFragment('nb').get(0)
        if (block instanceof Y.XmlElement) block.setAttribute('kind', 'heading')
      })
      const blocks = await authorsBetween(store.db, key, 'nb', from, to)
      const seen = blocks.map(({ is, by, reshaped, pieces }) => [is, by, reshaped, pieces[0]?.text])
      expect(seen).toContainEqual(['same', 'eva', 'per', 'first'])
      expect(seen).toContainEqual(['removed', 'ola', undefined, 'second'])
      expect(seen).toContainEqual(['added', 'kari', undefined, 'new'])
      expect(seen.at(-1)).toEqual(['same', 'eva', undefined, 'third'])
      expect(await authorsBetween(store.db, key, 'nb', to, to)).toHaveLength(3)
    })

    test('what came and went in between is told at neither moment', async () => {
      const from = await write('eva', addBlock(0, 'stays'))
      await write('ola', (doc) => textOf(doc, 0).insert(5, ' awhile'))
      const to = await write('kari', (doc) => textOf(doc, 0).delete(5, 7))
      const [block] = await authorsBetween(store.db, key, 'nb', from, to)
      expect(block!.pieces).toEqual([{ is: 'same', by: 'eva', text: 'stays' }])
    })

    test('what is not added is the text before, what is not removed the text after, for any edits', async () => {
      const seed = Math.floor(Math.random() * 2 ** 31)
      const dice = random(seed)
      await write('eva', addBlock(0, 'Gudbrandsdalen'))
      const before = new Map<number, string>()
      let head = 0
      for (let i = 0; i < 60; i++) {
        head = await write(['eva', 'ola', 'kari'][dice(3)]!, (doc) => {
          const text = textOf(doc, 0)
          if (dice(2) === 0 && text.length > 4) text.delete(dice(text.length - 3), 1 + dice(3))
          else text.insert(dice(text.length + 1), `${i};`)
        })
        const { doc } = await house.rooms.read(1, 'a')
        before.set(head, textOf(doc, 0).toString())
      }
      for (let i = 0; i < 20; i++) {
        const from = 2 + dice(head - 2)
        const to = from + dice(head - from + 1)
        const [block] = await authorsBetween(store.db, key, 'nb', from, to)
        const without = (is: string) =>
          block!.pieces
            .filter((piece) => piece.is !== is)
            .map((piece) => piece.text)
            .join('')
        expect(without('added'), `seed ${seed}, ${from}–${to}`).toBe(before.get(from))
        expect(without('removed'), `seed ${seed}, ${from}–${to}`).toBe(before.get(to))
      }
    })
  })
}

describe('a long log', () => {
  test('is replayed beside the thread that serves, and reads the same', async () => {
    const store = await openStore({ memory: true })
    await addSection(store, 'a')
    const house = await startRooms(store)
    const doc = new Y.Doc()
    const rows: TextRow[] = []
    let person = 'eva'
    doc.on('update', (bytes: Uint8Array) => {
      rows.push({ ...key, seq: rows.length + 1, person, session: '', at: '', bytes })
    })
    doc.transact(() => addBlock(0, 'Gudbrandsdalen')(doc))
    let then = ''
    const middle = 1500
    for (let i = 0; i < 3000; i++) {
      person = i % 2 === 0 ? 'ola' : 'kari'
      doc.clientID = 1000 + (i % 2)
      textOf(doc, 0).insert(0, `${i};`)
      if (rows.length === middle) then = textOf(doc, 0).toString()
    }
    const head = rows.length
    await appendText(store, rows)
    let beats = 0
    const beat = setInterval(() => beats++, 5)
    const [block] = await authorsBetween(store.db, key, 'nb', middle, head)
    expect(beats).toBeGreaterThan(0)
    clearInterval(beat)
    const of = (is: string[]) =>
      block!.pieces
        .filter((piece) => is.includes(piece.is))
        .map(({ text }) => text)
        .join('')
    expect(of(['same'])).toBe(then)
    expect(of(['same', 'added'])).toBe(textOf(doc, 0).toString())
    expect(new Set(block!.pieces.map(({ by }) => by))).toEqual(new Set(['ola', 'kari', 'eva']))
    // The text itself begins at a checkpoint where one is old enough.
    await house.rooms.write(1, 'a', 'eva', addBlock(1, 'Til slutt'))
    await expect
      .poll(() => house.rooms.metrics()['checkpoints'] ?? 0, { timeout: 10_000 })
      .toBeGreaterThan(0)
    const read = async (seq: number) => toPlainText((await textAfter(store.db, key, seq)).nb)
    expect(await read(middle)).toBe(then)
    expect(await read(head)).toBe(textOf(doc, 0).toString())
    expect(await read(head + 1)).toContain('Til slutt')
    await house.end()
    await store.close()
  })
})

describe('names in a comparison', () => {
  const block = (
    pieces: AuthoredBlock['pieces'],
    given: Partial<AuthoredBlock> = {},
  ): AuthoredBlock => ({ is: 'same', by: 'eva', pieces, ...given })

  test('blocks without an id are found by their words', () => {
    const facts = { id: '', number: 1, kind: 'paragraph', level: 0, list: '' }
    const rows = withAuthors(
      [
        { is: 'added', after: { ...facts, text: 'ny' } as BlockFacts },
        { is: 'removed', before: { ...facts, text: 'gammel' } as BlockFacts },
      ],
      [
        block([{ is: 'removed', by: 'kari', text: 'gammel' }], { is: 'removed', by: 'kari' }),
        block([{ is: 'added', by: 'ola', text: 'ny' }], { is: 'added', by: 'ola' }),
      ],
    )
    expect(rows.map(({ runs }) => runs)).toEqual([
      [{ is: 'added', text: 'ny', by: 'ola' }],
      [{ is: 'removed', text: 'gammel', by: 'kari' }],
    ])
  })
})
