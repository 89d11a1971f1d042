// The server is killed with SIGKILL while people write. `LONG=1` kills it two hundred times on SQLite.
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { dialects } from '../../support/dialects.ts'
import { childServer, type Child } from './child.ts'
import { join, leaveAll, synced, type Person } from './provider.ts'
import { raw, type Raw } from './raw.ts'
import { random } from './random.ts'

const long = process.env['LONG'] !== undefined

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
      'of what was acknowledged or seen by another nothing is lost, and each word is there once',
      async () => {
        child = await childServer(dialect.name)
        await child.start()
        const kills = long ? (dialect.name === 'sqlite' ? 200 : 40) : 4
        const seed = Math.floor(Math.random() * 2 ** 31)
        const dice = random(seed)
        /// Every word ever acknowledged or seen by someone else, with its author.
        const promised = new Map<string, string>()
        let words = 0
        for (let kill = 0; kill < kills; kill++) {
          const section = `text-${kill % 3}`
          const writers = await Promise.all(
            ['kari', 'ola', 'eva'].map((name) => raw(child.url, section, name)),
          )
          const said = new Map<Raw, { word: string; at: number }[]>(
            writers.map((writer) => [writer, []]),
          )
          const names = new Map(writers.map((writer, i) => [writer, ['kari', 'ola', 'eva'][i]!]))
          const typing = setInterval(() => {
            for (const writer of writers) {
              if (writer.code !== undefined) continue
              const list = said.get(writer)!
              const word = `<${names.get(writer)}-${kill}-${words++}>`
              writer.change((doc) => doc.getText('t').insert(doc.getText('t').length, word))
              list.push({ word, at: list.length + 1 })
            }
          }, 3)
          await new Promise((resolve) => setTimeout(resolve, 30 + dice(long ? 400 : 150)))
          await child.kill()
          clearInterval(typing)
          await Promise.all(writers.map((writer) => writer.closed))
          for (const writer of writers) {
            // The answer to the server's question is counted first.
            const taken = (writer.acks.at(-1)?.taken ?? 1) - 1
            for (const { word, at } of said.get(writer)!) {
              if (at <= taken) promised.set(word, names.get(writer)!)
            }
            const seen = writer.doc.getText('t').toString()
            for (const other of writers) {
              if (other === writer) continue
              for (const { word } of said.get(other)!) {
                if (seen.includes(word)) promised.set(word, names.get(other)!)
              }
            }
          }
          await child.start()
          const reader = await raw(child.url, section, 'reader')
          expect(reader.code, `seed ${seed}, kill ${kill}: the reader was closed`).toBeUndefined()
          const times = new Map<string, number>()
          for (const word of reader.doc
            .getText('t')
            .toString()
            .match(/<[^>]*>/g) ?? []) {
            times.set(word, (times.get(word) ?? 0) + 1)
          }
          for (const word of promised.keys()) {
            if (Number(word.split('-')[1]) % 3 !== kill % 3) continue
            const said = `seed ${seed}, kill ${kill}: ${word} in ${times.size} words`
            if (times.get(word) !== 1) expect(times.get(word), said).toBe(1)
          }
          reader.ws.terminate()
        }
        expect(promised.size).toBeGreaterThan(kills * 5)
        console.log(`${dialect.name}: ${kills} kills, ${promised.size} words promised, none lost`)
      },
      long ? 900_000 : 60_000,
    )
  })
}
