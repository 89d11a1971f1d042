// A socket that says exactly the bytes it is told to, and keeps what it hears.
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { messageTypes } from '../../../editor/shared/wire.ts'
import { uints } from '../../../service/room/frame.ts'

export type Raw = {
  ws: WebSocket
  doc: Y.Doc
  acks: { taken: number; head: number }[]
  welcomes: { lineage: string; schema: number; mayWrite: boolean; head: number }[]
  /// Frames heard, by type.
  heard: Uint8Array[]
  closed: Promise<number>
  code: number | undefined
  send(frame: Uint8Array): void
  edit(update: Uint8Array): void
  /// Changes its own document and sends what Yjs emitted.
  change(by: (doc: Y.Doc) => void): void
  until(holds: () => boolean): Promise<void>
}

export const editFrame = (update: Uint8Array, step: 1 | 2 = 2): Uint8Array =>
  Buffer.concat([uints(messageTypes.sync, step, update.length), update])

export const vectorFrame = (vector: Uint8Array): Uint8Array =>
  Buffer.concat([uints(messageTypes.sync, 0, vector.length), vector])

export const presenceOf = (client: number, clock: number, state: unknown): Uint8Array => {
  const json = Buffer.from(typeof state === 'string' ? state : JSON.stringify(state))
  const entries = Buffer.concat([uints(1, client, clock, json.length), json])
  return Buffer.concat([uints(messageTypes.awareness, entries.length), entries])
}

/// Opens, says `first`, and unless `silent` asks for the text and waits for it.
export async function raw(
  url: string,
  section: string,
  name: string,
  {
    query = '?ack=1',
    silent = false,
    first,
  }: { query?: string; silent?: boolean; first?: Uint8Array } = {},
): Promise<Raw> {
  const ws = new WebSocket(`${url}/${section}${query}`, { headers: { cookie: `sid=${name}` } })
  ws.binaryType = 'nodebuffer'
  const doc = new Y.Doc()
  const looks = new Set<() => void>()
  let synced = false
  const closed = new Promise<number>((resolve) => ws.on('close', resolve))
  const self: Raw = {
    ws,
    doc,
    acks: [],
    welcomes: [],
    heard: [],
    closed,
    code: undefined,
    send: (frame) => ws.send(frame),
    edit: (update) => ws.send(editFrame(update)),
    change: (by) => {
      const updates: Uint8Array[] = []
      const on = (update: Uint8Array): void => void updates.push(update)
      doc.on('update', on)
      by(doc)
      doc.off('update', on)
      for (const update of updates) self.edit(update)
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds()) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      }),
  }
  ws.on('error', () => {})
  ws.on('close', (code) => {
    self.code = code
    for (const look of looks) look()
  })
  ws.on('message', (data: Buffer) => {
    self.heard.push(data)
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.ack) {
      const taken = decoding.readVarUint(decoder)
      self.acks.push({ taken, head: decoding.readVarUint(decoder) })
    } else if (type === messageTypes.welcome) {
      self.welcomes.push({
        lineage: decoding.readVarString(decoder),
        schema: decoding.readVarUint(decoder),
        mayWrite: decoding.readVarUint(decoder) === 1,
        head: decoding.readVarUint(decoder),
      })
    } else if (type === messageTypes.sync) {
      const step = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (step === 0) ws.send(editFrame(Y.encodeStateAsUpdate(doc, bytes), 1))
      else Y.applyUpdate(doc, bytes, 'net')
      if (step === 1) synced = true
    }
    for (const look of looks) look()
  })
  await new Promise<void>((resolve) => {
    ws.on('open', resolve)
    ws.on('close', () => resolve())
  })
  if (silent || ws.readyState !== ws.OPEN) return self
  if (first) ws.send(first)
  ws.send(vectorFrame(Y.encodeStateVector(doc)))
  await self.until(() => synced || self.code !== undefined)
  return self
}
