// The server is killed with SIGKILL while people write: at any moment, and at each exact point of an edit's way to disk.
// `LONG=1` kills it two hundred times on SQLite, `KILL_MINUTES=10` (`npm run test:kill`) for as long on each database.
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '../../../db/open.ts'
import { headOf } from '../../../db/text-log.ts'
import { authorsBetween } from '../../../service/room/past.ts'
import { dialects } from '../../support/dialects.ts'
import { points, type Point } from '../../support/kill-at.ts'
import { childServer, type Child } from './child.ts'
import { join, leaveAll, synced, type Person } from './provider.ts'
import { raw, type Raw } from './raw.ts'
import { random } from './random.ts'

const minutes = Number(process.env['KILL_MINUTES'] ?? 0)
const long = process.env['LONG'] !== undefined || minutes > 0

for (const dialect of dialects) {
  describe(`${dialect.name}: kill -9`, () => {
    let child: Child
    afterEach(async () => {
      leaveAll()
      await child.end()
    })

    test('two hundred random edits of three unchanged clients converge, across a kill and a restart', async () => {
      child = await childServer(dialect.name)
      await child.start()
      const seed = Math.floor(Math.random() * 2 ** 31)
      const dice = random(seed)
      const people = ['kari', 'ola', 'eva'].map((name) => join(child.url, 'a', name))
      await Promise.all(people.map(synced))
      let edits = 0
      for (let i = 0; i < 200; i++) {
        const { text } = people[dice(3)]!
        if (text.length > 20 && dice(3) === 0) text.delete(dice(text.length - 3), 1 + dice(3))
        else text.insert(dice(text.length + 1), `${i} `)
        edits++
        if (i === 90) await child.kill()
        if (i === 130) await child.start()
        if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      }
      expect(edits).toBe(200)
      const vector = (person: Person) =>
        JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(person.doc))].sort())
      const agreed = (): boolean =>
        new Set(people.map((person) => `${vector(person)} ${person.text.toString()}`)).size === 1
      await Promise.all(people.map(synced))
      await expect.poll(agreed, { timeout: 20_000 }).toBe(true)
      const late = join(child.url, 'a', 'late')
      await synced(late)
      expect(late.text.toString(), `seed ${seed}`).toBe(people[0]!.text.toString())
      expect(late.doc.store.pendingStructs).toBeNull()
    }, 60_000)

    test(
      'of what was acknowledged or seen by another nothing is lost, and each word is there once, with its author',
      async () => {
        child = await childServer(dialect.name)
        const seed = Math.floor(Math.random() * 2 ** 31)
        const dice = random(seed)
        const harness = new Harness(child, dice, `${dialect.name}, seed ${seed}`)
        const until = performance.now() + minutes * 60_000
        const kills = dialect.name === 'sqlite' ? (long ? 200 : 8) : long ? 40 : 4
        let told = performance.now()
        while (minutes > 0 ? performance.now() < until : harness.kills < kills) {
          await harness.round()
          if (performance.now() - told < 10_000) continue
          told = performance.now()
          console.log(harness.told())
        }
        await harness.last()
        expect(harness.promised.size).toBeGreaterThan(harness.kills * 5)
        // It did die where it was told to.
        const reached = points.filter((point) => harness.at.has(point))
        expect(reached.length).toBeGreaterThanOrEqual(Math.min(points.length, harness.kills) - 1)
        console.log(harness.told())
      },
      minutes > 0 ? minutes * 60_000 + 300_000 : long ? 900_000 : 60_000,
    )
  })
}

const names = ['kari', 'ola', 'eva']
const roundsEach = 5

type Promised = { section: string; author: string }

/// Rounds of writing, each ended by a kill, each begun by looking for all that was promised before.
class Harness {
  readonly promised = new Map<string, Promised>()
  readonly at = new Map<Point | 'any', number>()
  kills = 0
  #words = 0
  readonly #child: Child
  readonly #dice: (below: number) => number
  readonly #said: string

  constructor(child: Child, dice: (below: number) => number, said: string) {
    this.#child = child
    this.#dice = dice
    this.#said = said
  }

  async round(): Promise<void> {
    const point = [...points, 'any' as const][this.kills % (points.length + 1)]!
    const section = `text-${Math.floor(this.kills / roundsEach)}`
    // The first passages are the reader's.
    const after = point.startsWith('checkpoint') ? 1 : (point === 'heard' ? 30 : 3) + this.#dice(25)
    await this.#child.start(point === 'any' ? {} : { KILL_AT: point, KILL_AFTER: String(after) })
    await this.#look(section)
    const writers = await Promise.all(names.map((name) => raw(this.#child.url, section, name)))
    const { words, late } = await this.#write(writers, point)
    for (const [i, writer] of writers.entries()) {
      // The answer to the server's question is counted first.
      const taken = (writer.acks.at(-1)?.taken ?? 1) - 1
      const seen = new Set(wordsIn(writer.doc))
      for (const [j, list] of words.entries()) {
        for (const [k, word] of list.entries()) {
          const kept = i === j ? k < taken : seen.has(word)
          if (kept) this.promised.set(word, { section, author: names[j]! })
        }
      }
    }
    this.kills++
    const where = late ? 'any' : point
    this.at.set(where, (this.at.get(where) ?? 0) + 1)
  }

  /// Everyone types until the server is gone; answers what each said, in order, and whether it had to be killed from here.
  async #write(
    writers: Raw[],
    point: Point | 'any',
  ): Promise<{ words: string[][]; late: boolean }> {
    const words: string[][] = writers.map(() => [])
    const typing = setInterval(() => {
      for (const [i, writer] of writers.entries()) {
        if (writer.code !== undefined) continue
        const word = `<${names[i]}-${this.#words++}>`
        // Long paragraphs bring the next checkpoint sooner.
        const long = point.startsWith('checkpoint') ? 'x'.repeat(4000) : ''
        writer.change((doc) => write(doc, word + long))
        words[i]!.push(word)
      }
    }, 3)
    const { ended } = this.#child
    let late = false
    const killing = setTimeout(
      () => {
        late = true
        void this.#child.kill()
      },
      point === 'any' ? 30 + this.#dice(long ? 400 : 150) : 5000,
    )
    await ended
    clearTimeout(killing)
    clearInterval(typing)
    await Promise.all(writers.map((writer) => writer.closed))
    return { words, late }
  }

  async #look(section: string): Promise<void> {
    const reader = await raw(this.#child.url, section, 'reader')
    if (reader.code !== undefined) expect.fail(`${this.told()}: the reader was closed`)
    const times = new Map<string, number>()
    for (const word of wordsIn(reader.doc)) times.set(word, (times.get(word) ?? 0) + 1)
    this.#compare(section, (word) => times.get(word) ?? 0)
    reader.ws.terminate()
  }

  #compare(section: string, times: (word: string) => number): void {
    for (const [word, promised] of this.promised) {
      if (promised.section !== section || times(word) === 1) continue
      expect.fail(`${this.told()}: ${word} is there ${times(word)} times`)
    }
  }

  /// All texts once more, from the log, with whose each word is.
  async last(): Promise<void> {
    const store = this.#child.look()
    try {
      const sections = new Set([...this.promised.values()].map(({ section }) => section))
      for (const section of sections) {
        const authors = await authorsOf(store, section)
        this.#compare(section, (word) => (authors.get(word) ?? []).length)
        for (const [word, promised] of this.promised) {
          if (promised.section !== section) continue
          expect(authors.get(word), `${this.told()}: ${word}`).toEqual([promised.author])
        }
      }
    } finally {
      await store.close()
    }
  }

  told(): string {
    const at = [...this.at].map(([point, times]) => `${point} ${times}`).join(', ')
    return `${this.#said}: ${this.kills} kills (${at}), ${this.promised.size} words promised, none lost`
  }
}

function write(doc: Y.Doc, words: string): void {
  const block = new Y.XmlElement('block')
  block.setAttribute('kind', 'paragraph')
  block.insert(0, [new Y.XmlText(words)])
  const fragment = doc.getXmlFragment('nb')
  fragment.insert(fragment.length, [block])
}

const wordsIn = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment('nb')
    .toString()
    .match(/&lt;\w+-\d+&gt;|<\w+-\d+>/g)
    ?.map(plain) ?? []
const plain = (word: string): string => word.replace('&lt;', '<').replace('&gt;', '>')

/// Whose each word is, once for every time it is there.
async function authorsOf({ db }: Store, section: string): Promise<Map<string, string[]>> {
  const key = { region: 1, section, lineage: `line-${section}` }
  const blocks = await authorsBetween(db, key, 'nb', 0, await headOf(db, key))
  const authors = new Map<string, string[]>()
  for (const { pieces } of blocks) {
    for (const { text, by } of pieces) {
      for (const word of text.match(/<\w+-\d+>/g) ?? []) {
        authors.set(word, [...(authors.get(word) ?? []), by])
      }
    }
  }
  return authors
}
