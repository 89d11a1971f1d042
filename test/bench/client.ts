// A raw client in the two framings in use: y-websocket's, and Hocuspocus's, which puts the text's name first.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Server } from './servers.ts'

export type Framing = 'y-websocket' | 'hocuspocus'

export type Client = {
  doc: Y.Doc
  opened: Promise<void>
  synced: Promise<void>
  /// Bytes and frames heard, and the size of the first answer.
  heard: { bytes: number; frames: number; first: number }
  /// When true, what comes is counted and not applied.
  sink: boolean
  onUpdate: (() => void) | undefined
  /// Types into the text and moves the cursor, as the ProseMirror binding does: one update and one presence frame.
  /// Returns the clock after it.
  type(words?: string): number
  /// Sends an update made elsewhere.
  update(update: Uint8Array): void
  /// Keeps what is sent until `flush`.
  hold(): void
  /// Sends what was kept as fast as the socket takes it.
  flush(): Promise<void>
  close(): void
}

export function connect(server: Server, name: string, person: string, sink = false): Client {
  const doc = new Y.Doc()
  const text = doc.getText('bench')
  const ws = new WebSocket(server.address(name), {
    perMessageDeflate: false,
    headers: { cookie: `sid=${person}` },
  })
  let synced!: () => void
  let kept: Uint8Array[] | undefined
  let presence = 0
  const head = (type: number): encoding.Encoder => {
    const encoder = encoding.createEncoder()
    if (server.framing === 'hocuspocus') encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, type)
    return encoder
  }
  const send = (encoder: encoding.Encoder): void => {
    const bytes = encoding.toUint8Array(encoder)
    if (kept) kept.push(bytes)
    else ws.send(bytes)
  }
  const client: Client = {
    doc,
    opened: new Promise((resolve, reject) => {
      ws.on('open', resolve)
      ws.on('error', reject)
    }),
    synced: new Promise((resolve) => (synced = resolve)),
    heard: { bytes: 0, frames: 0, first: 0 },
    sink,
    onUpdate: undefined,
    type: (words = 'x') => {
      let update: Uint8Array | undefined
      const on = (emitted: Uint8Array): void => {
        update = emitted
      }
      doc.on('update', on)
      text.insert(text.length, words)
      doc.off('update', on)
      client.update(update!)
      const entries = encoding.createEncoder()
      encoding.writeVarUint(entries, 1)
      encoding.writeVarUint(entries, doc.clientID)
      encoding.writeVarUint(entries, ++presence)
      encoding.writeVarString(entries, JSON.stringify(stateOf(doc.clientID, presence)))
      const frame = head(1)
      encoding.writeVarUint8Array(frame, encoding.toUint8Array(entries))
      send(frame)
      return Y.getState(doc.store, doc.clientID)
    },
    update: (update) => {
      const frame = head(0)
      sync.writeUpdate(frame, update)
      send(frame)
    },
    hold: () => {
      kept = []
    },
    flush: async () => {
      const frames = kept ?? []
      kept = undefined
      for (const [i, frame] of frames.entries()) {
        ws.send(frame)
        if (i % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
    },
    close: () => ws.terminate(),
  }
  client.opened.then(
    () => {
      if (server.framing === 'hocuspocus') {
        const hello = head(2)
        encoding.writeVarUint(hello, 0)
        encoding.writeVarString(hello, 'token')
        encoding.writeVarString(hello, '4.7.0')
        send(hello)
      }
      const question = head(0)
      sync.writeSyncStep1(question, doc)
      send(question)
    },
    () => {},
  )
  ws.on('message', (data: Buffer) => {
    client.heard.bytes += data.length
    client.heard.frames++
    const decoder = decoding.createDecoder(
      new Uint8Array(data.buffer, data.byteOffset, data.length),
    )
    if (server.framing === 'hocuspocus') decoding.readVarString(decoder)
    if (decoding.readVarUint(decoder) !== 0) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === 0) {
      const answer = head(0)
      sync.writeSyncStep2(answer, doc, bytes)
      send(answer)
      return
    }
    if (!client.sink) Y.applyUpdate(doc, bytes, 'net')
    if (step === 1) {
      client.heard.first = bytes.length
      synced()
    } else if (!client.sink) client.onUpdate?.()
  })
  return client
}

const stateOf = (client: number, clock: number) => ({
  user: { name: 'Planner', color: '#30bced' },
  cursor: {
    anchor: { type: null, tname: 'bench', item: { client, clock }, assoc: 0 },
    head: clock,
  },
})
