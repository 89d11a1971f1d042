// One who stops reading, and many who come and go: the server's memory stays where it was, and nobody else waits.
import { afterEach, describe, expect, test } from 'vitest'
import { childServer, type Child } from './child.ts'
import { raw, type Raw } from './raw.ts'

const long = process.env['LONG'] !== undefined
let child: Child
afterEach(async () => {
  await child.end()
})

describe('a process of its own', () => {
  test('a reader that does not read costs it no memory, and the others no time', async () => {
    child = await childServer('sqlite')
    await child.start()
    const kari = await raw(child.url, 'a', 'kari')
    const ola = await raw(child.url, 'a', 'ola')
    const slow = await raw(child.url, 'a', 'slow', { query: '' })
    const quick = await pages(kari, ola)
    const before = child.rssMb()
    slow.ws.pause()
    const meanwhile = await pages(kari, ola)
    const { metrics } = await child.report()
    expect(metrics['behind']).toBe(1)
    expect(child.rssMb() - before, 'MB more').toBeLessThan(24)
    const said = `p99 ${meanwhile.p99} ms beside ${quick.p99} ms without`
    expect(meanwhile.p99, said).toBeLessThan(2 * quick.p99 + 40)
    slow.ws.resume()
    await slow.until(() => slow.doc.getText('t').toString() === ola.doc.getText('t').toString())
    for (const each of [kari, ola, slow]) each.ws.terminate()
  }, 60_000)

  const cycles = long ? 10_000 : 400
  test(
    `after ${cycles} openings and closings the heap is as it was`,
    async () => {
      child = await childServer('sqlite')
      await child.start()
      await comeAndGo(child, cycles / 10, 0)
      const { heapMb } = await child.report()
      await comeAndGo(child, cycles, cycles)
      await expect.poll(async () => (await child.report()).metrics['sockets']).toBe(0)
      const after = await child.report()
      expect(after.metrics['seated']).toBeGreaterThan(cycles / 2)
      expect(after.metrics['closed-4401']).toBeGreaterThan(cycles / 10)
      expect(after.metrics['refused-unreadable']).toBeGreaterThan(0)
      // A text opened in the last minute is still there, some 10 kB each.
      const most = heapMb + 2 + (cycles / 20) * 0.02
      expect(after.heapMb, `MB, from ${heapMb}`).toBeLessThan(most)
    },
    long ? 300_000 : 60_000,
  )
})

/// Again and again a page is put in and the last one taken away, 10 or 60 MB in all; latencies as another sees them.
async function pages(writer: Raw, reader: Raw): Promise<{ p99: number }> {
  const took: number[] = []
  const page = 'x'.repeat(200_000)
  for (let i = 0; i < (long ? 300 : 50); i++) {
    const mark = `<${i}>`
    const began = performance.now()
    writer.change((doc) => {
      const text = doc.getText('t')
      doc.transact(() => {
        text.delete(0, text.length)
        text.insert(0, mark + page)
      })
    })
    await reader.until(() => reader.doc.getText('t').toString().startsWith(mark))
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  return { p99: Math.round(took[Math.floor(took.length * 0.99)]!) }
}

/// Eight at a time: texts that are there, some that cannot be read, and some who may not.
async function comeAndGo({ url }: Child, times: number, from: number): Promise<void> {
  let next = 0
  const one = async (): Promise<void> => {
    for (let i = next++; i < times; i = next++) {
      const kind = i % 8
      const name = kind === 0 ? 'nobody' : `p${kind}`
      const text = kind === 1 ? 'garbled' : `text-${Math.floor((from + i) / 20)}`
      const client = await raw(url, text, name, { silent: kind === 2 })
      if (kind === 3) client.change((doc) => doc.getText('t').insert(0, 'x'))
      if (kind < 2) await client.closed
      else {
        client.ws.close()
        await client.closed
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, one))
}
