// What the attacks that need a socket do to servers without a gate: proof that there is something to guard against. The
// same attacks against ours are in `hostile.test.ts` and `slow.test.ts`.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { text, runOf, updateOf } from './attacks.ts'
import { presenceOf } from './raw.ts'

const open: { close(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/// A socket to a server that is ws as it comes.
async function plainSocket(): Promise<{ client: WebSocket; served: WebSocket }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [served] = (await once(server, 'connection')) as [WebSocket]
  await once(client, 'open')
  open.push({ close: () => (client.terminate(), server.close()) })
  return { client, served }
}

test('thousands of fragments without an end are all kept until one comes', async () => {
  const { client, served } = await plainSocket()
  for (let i = 0; i < 2000; i++) client.send(Uint8Array.of(i % 256), { fin: false })
  client.ping()
  await once(client, 'pong')
  expect(served.readyState).toBe(WebSocket.OPEN)
  client.send(Uint8Array.of(0))
  const [whole] = (await once(served, 'message')) as [Buffer]
  expect(whole.length).toBe(2001)
})

test('for one who does not read everything is kept in memory', async () => {
  const { client, served } = await plainSocket()
  client.pause()
  for (let i = 0; i < 60; i++) served.send(Buffer.alloc(2 ** 20))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(served.bufferedAmount).toBeGreaterThan(40 * 2 ** 20)
})

test('presence of any size, in anybody’s name, is taken', () => {
  const aware = new Awareness(new Y.Doc())
  const victim = 4242
  const entriesOf = (clock: number, state: unknown): Uint8Array => {
    const frame = presenceOf(victim, clock, state)
    // Without the message's type and length.
    const length = JSON.stringify(state).length > 10_000 ? 4 : 2
    return frame.subarray(length)
  }
  applyAwarenessUpdate(aware, entriesOf(1, { user: { name: 'Kari' } }), 'kari')
  applyAwarenessUpdate(aware, entriesOf(2, { user: { name: 'Not Kari' } }), 'mallory')
  expect(aware.getStates().get(victim)).toEqual({ user: { name: 'Not Kari' } })
  applyAwarenessUpdate(aware, entriesOf(3, { fill: 'x'.repeat(900_000) }), 'mallory')
  expect(JSON.stringify(aware.getStates().get(victim)).length).toBeGreaterThan(900_000)
  aware.destroy()
})

test('updates that wait for what never comes pile up, and each costs more than the one before', () => {
  const doc = new Y.Doc()
  const costs = [0, 1, 2, 3].map((quarter) => {
    const began = process.threadCpuUsage()
    for (let i = 0; i < 200; i++) {
      const client = 1000 + quarter * 200 + i
      Y.applyUpdate(doc, updateOf([runOf(client, 5, [text('o')])]))
    }
    const { user, system } = process.threadCpuUsage(began)
    return user + system
  })
  expect(doc.store.pendingStructs?.update.length).toBeGreaterThan(4000)
  expect(costs[3]).toBeGreaterThan(2 * costs[0]!)
})
