// Frames of the y-websocket protocol, built once as whole websocket frames (unmasked, uncompressed) so that one
// buffer serves every socket of a text; and the reading of what a client sends.
import { messageTypes } from '../../editor/shared/wire.ts'
import { Malformed, skip, uint } from './cursor.ts'

/// What a client may say. Everything else is malformed.
export type Said =
  | { kind: 'vector'; vector: Uint8Array }
  | { kind: 'edit'; update: Uint8Array; answer: boolean }
  | { kind: 'presence'; entries: Uint8Array }
  | { kind: 'who' }

/// Throws `Malformed`. The arrays are views of `data`.
export function readFrame(data: Uint8Array): Said {
  const cursor = { bytes: data, pos: 0 }
  const type = uint(cursor)
  if (type === 3) return end(cursor, { kind: 'who' })
  const step = type === messageTypes.sync ? uint(cursor) : 0
  if (type > 1 || step > 2) throw new Malformed('unknown message')
  const length = uint(cursor)
  const from = skip(cursor, length)
  const payload = data.subarray(from, cursor.pos)
  if (type === messageTypes.awareness) return end(cursor, { kind: 'presence', entries: payload })
  if (step === 0) return end(cursor, { kind: 'vector', vector: payload })
  return end(cursor, { kind: 'edit', update: payload, answer: step === 1 })
}

function end(cursor: { bytes: Uint8Array; pos: number }, said: Said): Said {
  if (cursor.pos !== cursor.bytes.length) throw new Malformed('bytes after the end')
  return said
}

export const updateFrame = (update: Uint8Array): Buffer => syncFrame(2, update)

/// Answers a client's state vector with what it lacks.
export const answerFrame = (update: Uint8Array): Buffer => syncFrame(1, update)

/// Asks the client for what the server lacks.
export const askFrame = (vector: Uint8Array): Buffer => syncFrame(0, vector)

export const ackFrame = (taken: number, head: number): Buffer =>
  frame([uints(messageTypes.ack, taken, head)])

/// `entries` is an awareness update as y-protocols encodes it.
export const presenceFrame = (entries: Uint8Array): Buffer =>
  frame([uints(messageTypes.awareness, entries.length), entries])

/// A frame that says nothing; the stock client leaves a server that is silent for 30 s.
export const stillHere = presenceFrame(Uint8Array.of(0))

export function welcomeFrame(
  lineage: string,
  schema: number,
  mayWrite: boolean,
  head: number,
): Buffer {
  const words = Buffer.from(lineage)
  return frame([
    uints(messageTypes.welcome, words.length),
    words,
    uints(schema, mayWrite ? 1 : 0, head),
  ])
}

export const endingFrame = (seconds: number, last: boolean): Buffer =>
  frame([uints(messageTypes.ending, seconds, last ? 1 : 0)])

/// Numbers as lib0's varUints.
export function uints(...values: number[]): Uint8Array {
  const bytes: number[] = []
  for (let value of values) {
    while (value > 127) {
      bytes.push((value % 128) | 128)
      value = Math.floor(value / 128)
    }
    bytes.push(value)
  }
  return Uint8Array.from(bytes)
}

const syncFrame = (step: 0 | 1 | 2, payload: Uint8Array): Buffer =>
  frame([uints(messageTypes.sync, step, payload.length), payload])

/// RFC 6455 § 5.2: FIN and binary, no mask from a server.
function frame(parts: Uint8Array[]): Buffer {
  let length = 0
  for (const part of parts) length += part.length
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const out = Buffer.allocUnsafe(header + length)
  out[0] = 0x82
  if (header === 2) out[1] = length
  else if (header === 4) {
    out[1] = 126
    out.writeUInt16BE(length, 2)
  } else {
    out[1] = 127
    out.writeUInt32BE(Math.floor(length / 2 ** 32), 2)
    out.writeUInt32BE(length % 2 ** 32, 6)
  }
  let at = header
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
