// What is measured. Every scenario drives one server from this process and answers figures; the better server has
// the smaller one, except where the name says edits a second.
import * as Y from 'yjs'
import { connect, type Client } from './client.ts'
import { startServer, type Server } from './servers.ts'

export type Row = Record<string, number>
export type Scenario = (server: Server, folder: string) => Promise<Row>

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
let people = 0
const open = async (server: Server, text: string, sink = false): Promise<Client> => {
  const client = connect(server, text, `person-${people++}`, sink)
  await client.opened
  await client.synced
  return client
}
const quantile = (values: number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}
const round = (value: number, digits = 1): number => Number(value.toFixed(digits))

/// `texts` × `clients`, of whom `writers` type `perSecond` characters for `seconds`.
const typing =
  (o: { texts: number; clients: number; writers: number; perSecond: number; seconds: number }) =>
  async (server: Server): Promise<Row> => {
    const latencies: number[] = []
    const groups: { all: Client[]; writers: Client[]; sent: Map<Client, [number, number][]> }[] = []
    for (let i = 0; i < o.texts; i++) {
      const text = `text-${i}`
      const probe = await open(server, text)
      const writers = await Promise.all(Array.from({ length: o.writers }, () => open(server, text)))
      const idle = await Promise.all(
        Array.from({ length: o.clients - o.writers - 1 }, () => open(server, text, true)),
      )
      for (const writer of writers) writer.sink = true
      const sent = new Map<Client, [number, number][]>(writers.map((writer) => [writer, []]))
      probe.onUpdate = () => {
        const now = performance.now()
        for (const [writer, waiting] of sent) {
          const state = Y.getState(probe.doc.store, writer.doc.clientID)
          while (waiting.length > 0 && waiting[0]![0] <= state)
            latencies.push(now - waiting.shift()![1])
        }
      }
      groups.push({ all: [probe, ...writers, ...idle], writers, sent })
    }
    await sleep(500)
    const cpu = server.cpuMs()
    let edits = 0
    const timers: NodeJS.Timeout[] = []
    for (const { writers, sent } of groups) {
      for (const writer of writers) {
        const go = (): void => {
          sent.get(writer)!.push([writer.type(), performance.now()])
          edits++
        }
        const every = 1000 / o.perSecond
        setTimeout(() => timers.push(setInterval(go, every)), Math.random() * every)
      }
    }
    await sleep(o.seconds * 1000)
    for (const timer of timers) clearInterval(timer)
    await sleep(1500)
    const used = server.cpuMs() - cpu
    const undelivered = groups.reduce(
      (sum, { sent }) => sum + [...sent.values()].reduce((n, waiting) => n + waiting.length, 0),
      0,
    )
    for (const { all } of groups) for (const client of all) client.close()
    return {
      edits,
      cpuUsPerEdit: Math.round((used * 1000) / edits),
      p50: round(quantile(latencies, 0.5)),
      p99: round(quantile(latencies, 0.99)),
      undelivered,
      rssMb: Math.round(server.rssMb()),
    }
  }

/// One writer sends `edits` as fast as the socket takes them; when does a reader have them all.
const burst =
  (edits: number, readers: number) =>
  async (server: Server): Promise<Row> => {
    const writer = await open(server, 'burst')
    const probe = await open(server, 'burst')
    const others = await Promise.all(
      Array.from({ length: readers - 1 }, () => open(server, 'burst', true)),
    )
    writer.sink = true
    writer.hold()
    let last = 0
    for (let i = 0; i < edits; i++) last = writer.type()
    const cpu = server.cpuMs()
    const began = performance.now()
    const arrived = new Promise<void>((resolve) => {
      probe.onUpdate = () => {
        if (Y.getState(probe.doc.store, writer.doc.clientID) >= last) resolve()
      }
    })
    await writer.flush()
    await Promise.race([arrived, sleep(60_000)])
    const ms = performance.now() - began
    const row = {
      editsPerSecond: Math.round((edits / ms) * 1000),
      cpuUsPerEdit: Math.round(((server.cpuMs() - cpu) * 1000) / edits),
      rssMb: Math.round(server.rssMb()),
    }
    for (const client of [writer, probe, ...others]) client.close()
    return row
  }

/// A text of many edits, opened on a server that has just started.
const cold =
  (edits: number): Scenario =>
  async (server, folder) => {
    const writer = await open(server, 'cold', true)
    const probe = await open(server, 'cold')
    const { updates, doc } = history(edits)
    const want = Y.encodeStateVector(doc).length
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => {
        if (probe.doc.getText('bench').length !== doc.getText('bench').length) return
        if (Y.encodeStateVector(probe.doc).length >= want) resolve()
      }
      probe.onUpdate = look
    })
    for (let i = 0; i < updates.length; i += 20) {
      writer.update(Y.mergeUpdates(updates.slice(i, i + 20)))
      if (i % 2000 === 0) await sleep(5)
    }
    await Promise.race([arrived, sleep(120_000)])
    await sleep(4000)
    for (const client of [writer, probe]) client.close()
    await sleep(1500)
    await server.stop('SIGTERM')
    const fresh = await startServer(server.name, folder)
    try {
      const cpu = fresh.cpuMs()
      const began = performance.now()
      const first = connect(fresh, 'cold', 'first', true)
      await first.opened
      await first.synced
      while (first.heard.first < 1000 && !(first.heard.frames > 2 && first.heard.bytes > 50_000)) {
        await sleep(2)
        if (performance.now() - began > 30_000) break
      }
      const coldMs = performance.now() - began
      const coldCpuMs = fresh.cpuMs() - cpu
      const warm: number[] = []
      for (let i = 0; i < 9; i++) {
        const at = performance.now()
        const client = await open(fresh, 'cold', true)
        warm.push(performance.now() - at)
        client.close()
      }
      const { bytes } = first.heard
      first.close()
      return { coldMs: round(coldMs), coldCpuMs, warmMs: round(quantile(warm, 0.5)), bytes }
    } finally {
      await fresh.stop('SIGKILL')
    }
  }

type History = { updates: Uint8Array[]; doc: Y.Doc }
const histories = new Map<number, History>()

/// Inserts at random places by many authors, one in five a delete. The same every time.
function history(edits: number): History {
  const made = histories.get(edits) ?? makeHistory(edits)
  histories.set(edits, made)
  return made
}

function makeHistory(edits: number): History {
  const doc = new Y.Doc()
  const text = doc.getText('bench')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let seed = 1
  const dice = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed % below
  }
  for (let i = 0; i < edits; i++) {
    if (text.length > 50 && dice(5) === 0) text.delete(dice(text.length - 1), 1)
    else text.insert(dice(text.length + 1), 'abcdefghij'[dice(10)]!)
    if (i % 200 === 0) doc.clientID = dice(1e9)
  }
  return { updates, doc }
}

/// Many texts open at once, a little in each.
const many =
  (texts: number) =>
  async (server: Server): Promise<Row> => {
    const before = server.rssMb()
    const clients: Client[] = []
    const words = 'A planning strategy sets out what the council will plan in its term. '.repeat(30)
    for (let i = 0; i < texts; i += 50) {
      const some = Array.from({ length: 50 }, async (_, k) => {
        const client = await open(server, `many-${i + k}`)
        client.sink = true
        client.type(words)
        return client
      })
      clients.push(...(await Promise.all(some)))
    }
    await sleep(3000)
    const rss = server.rssMb()
    for (const client of clients) client.close()
    return { texts, rssMb: Math.round(rss), kbPerText: round(((rss - before) * 1024) / texts) }
  }

/// People who have a text open and do nothing: what a socket costs, and how long one who writes then waits.
const idle =
  (sockets: number, texts: number) =>
  async (server: Server): Promise<Row> => {
    const before = server.rssMb()
    const clients: Client[] = []
    for (let i = 0; i < sockets; i += 100) {
      const some = Array.from({ length: 100 }, (_, k) =>
        open(server, `idle-${(i + k) % texts}`, true),
      )
      clients.push(...(await Promise.all(some)))
    }
    await sleep(2000)
    const rss = server.rssMb()
    const cpu = server.cpuMs()
    await sleep(10_000)
    const used = server.cpuMs() - cpu
    const writer = await open(server, 'idle-0')
    const reader = await open(server, 'idle-0')
    const began = performance.now()
    const seen = new Promise<void>((resolve) => (reader.onUpdate = resolve))
    writer.type()
    await Promise.race([seen, sleep(5000)])
    const waitMs = round(performance.now() - began)
    for (const client of [...clients, writer, reader]) client.close()
    return {
      sockets,
      rssMb: Math.round(rss),
      kbPerSocket: round(((rss - before) * 1024) / sockets),
      cpuMsPerSecond: used / 10,
      waitMs,
    }
  }

/// SIGKILL while one types: of what another had seen, how much is gone.
const kill =
  (kills: number): Scenario =>
  async (server, folder) => {
    let seen = 0
    let lost = 0
    let running = server
    for (let i = 0; i < kills; i++) {
      const writer = await open(running, `kill-${i}`)
      const probe = await open(running, `kill-${i}`)
      writer.sink = true
      const timer = setInterval(() => writer.type(), 5)
      await sleep(700 + i * 137)
      await running.stop('SIGKILL')
      clearInterval(timer)
      const had = Y.getState(probe.doc.store, writer.doc.clientID)
      for (const client of [writer, probe]) client.close()
      running = await startServer(server.name, folder)
      const again = await open(running, `kill-${i}`)
      await sleep(400)
      lost += Math.max(0, had - Y.getState(again.doc.store, writer.doc.clientID))
      seen += had
      again.close()
    }
    await running.stop('SIGKILL')
    return { kills, seen, lost }
  }

export const scenarios = {
  typing: typing({ texts: 1, clients: 60, writers: 10, perSecond: 8, seconds: 6 }),
  crowd: typing({ texts: 1, clients: 200, writers: 40, perSecond: 5, seconds: 6 }),
  rooms: typing({ texts: 40, clients: 5, writers: 2, perSecond: 8, seconds: 6 }),
  burst: burst(20_000, 11),
  cold: cold(100_000),
  many: many(3000),
  idle: idle(10_000, 100),
  kill: kill(5),
} satisfies Record<string, Scenario>

/// Measured in one round: a sum of many kills, and ten thousand sockets.
export const once: ReadonlySet<string> = new Set(['idle', 'kill'])

/// These stop the server themselves.
export const stopsItself: ReadonlySet<string> = new Set(['cold', 'kill'])
