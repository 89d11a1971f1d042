// Reads an update of Yjs (version 1) to its end without building anything: what it adds, what it points at, what
// it deletes. Every length is bounded by the bytes that are there, so a lying count costs nothing.
import { isUtf8 } from 'node:buffer'

/// The update is not version 1, lies about a length, or holds what no text of ours may hold.
export class Malformed extends Error {}

/// A run of structs of one client without a gap: clocks `clock` up to but not including `end`.
export type Run = { client: number; clock: number; end: number }

export type Scan = {
  runs: Run[]
  /// Everything pointed at (origins and parents), flat: client, clock, client, clock, …
  refs: number[]
  /// Flat: client, clock, length, client, …
  deletes: number[]
  structs: number
  /// Structs that open a type; only these can nest.
  types: number
  /// Bytes before the delete set.
  structBytes: number
}

/// Deeper JSON and `any` values than this are nobody's text.
const maxValueDepth = 32

type Cursor = { bytes: Uint8Array; pos: number }

/// Throws `Malformed`; anything else it returns is safe to give to `applyUpdate` as far as sizes and shapes go.
export function scanUpdate(bytes: Uint8Array): Scan {
  const cursor = { bytes, pos: 0 }
  const scan: Scan = { runs: [], refs: [], deletes: [], structs: 0, types: 0, structBytes: 0 }
  const clients = uint(cursor)
  for (let i = 0; i < clients; i++) {
    const structs = uint(cursor)
    const client = uint(cursor)
    const clock = uint(cursor)
    let end = clock
    for (let j = 0; j < structs; j++) end = safe(end + structLength(cursor, scan))
    scan.structs += structs
    scan.runs.push({ client, clock, end })
  }
  scan.structBytes = cursor.pos
  const deleters = uint(cursor)
  for (let i = 0; i < deleters; i++) {
    const client = uint(cursor)
    const ranges = uint(cursor)
    for (let j = 0; j < ranges; j++) {
      const clock = uint(cursor)
      const length = uint(cursor)
      if (length === 0) throw new Malformed('empty delete')
      safe(clock + length)
      scan.deletes.push(client, clock, length)
    }
  }
  if (cursor.pos !== bytes.length) throw new Malformed('bytes after the end')
  return scan
}

/// A varUint as lib0 writes it, at most 2^53 − 1.
export function uint(cursor: Cursor): number {
  const { bytes } = cursor
  let value = 0
  let scale = 1
  for (let i = 0; i < 8; i++) {
    const byte = bytes[cursor.pos++]
    if (byte === undefined) throw new Malformed('ends too early')
    value += (byte & 127) * scale
    if (byte < 128) return safe(value)
    scale *= 128
  }
  throw new Malformed('number too large')
}

/// Moves past `length` bytes and returns where they began.
export function skip(cursor: Cursor, length: number): number {
  const from = cursor.pos
  cursor.pos += length
  if (cursor.pos > cursor.bytes.length) throw new Malformed('ends too early')
  return from
}

function safe(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large')
  return value
}

function structLength(cursor: Cursor, scan: Scan): number {
  const info = byte(cursor)
  const kind = info & 31
  if (kind === 0) return positive(uint(cursor))
  if (info & 128) scan.refs.push(uint(cursor), uint(cursor))
  if (info & 64) scan.refs.push(uint(cursor), uint(cursor))
  if ((info & 192) === 0) {
    if (uint(cursor) === 1) string(cursor)
    else scan.refs.push(uint(cursor), uint(cursor))
    if (info & 32) key(cursor)
  }
  return positive(contentLength(cursor, kind, scan))
}

function contentLength(cursor: Cursor, kind: number, scan: Scan): number {
  switch (kind) {
    case 1:
      return uint(cursor)
    case 2: {
      const values = uint(cursor)
      for (let i = 0; i < values; i++) json(cursor, true)
      return values
    }
    case 3:
      skip(cursor, uint(cursor))
      return 1
    case 4:
      return string(cursor)
    case 5:
      json(cursor, false)
      return 1
    case 6:
      key(cursor)
      json(cursor, false)
      return 1
    case 7: {
      const type = uint(cursor)
      if (type > 6) throw new Malformed('unknown type')
      if (type === 3 || type === 5) string(cursor)
      scan.types++
      return 1
    }
    case 8: {
      const values = uint(cursor)
      for (let i = 0; i < values; i++) any(cursor, 0)
      return values
    }
    default:
      // 9 is a document inside the document, 10 a gap: neither comes from an editor of ours.
      throw new Malformed('unknown content')
  }
}

function positive(length: number): number {
  if (length === 0) throw new Malformed('empty struct')
  return length
}

function byte(cursor: Cursor): number {
  const value = cursor.bytes[cursor.pos++]
  if (value === undefined) throw new Malformed('ends too early')
  return value
}

/// Length in UTF-16 units, which is what Yjs counts.
function string(cursor: Cursor): number {
  const bytes = uint(cursor)
  const from = skip(cursor, bytes)
  let units = bytes
  let ascii = true
  for (let i = from; i < cursor.pos; i++) {
    const b = cursor.bytes[i]!
    if (b < 128) continue
    ascii = false
    if (b < 192) units--
    else if (b >= 240) units++
  }
  // A continuation byte takes one away; a lead byte of four adds one, for the surrogate pair.
  if (!ascii && !isUtf8(cursor.bytes.subarray(from, cursor.pos))) throw new Malformed('not UTF-8')
  return units
}

function key(cursor: Cursor): void {
  if (words(cursor) === '__proto__') throw new Malformed('key')
}

function words(cursor: Cursor): string {
  const length = uint(cursor)
  const from = skip(cursor, length)
  const slice = cursor.bytes.subarray(from, cursor.pos)
  if (!isUtf8(slice)) throw new Malformed('not UTF-8')
  return Buffer.from(slice.buffer, slice.byteOffset, slice.length).toString()
}

function json(cursor: Cursor, mayBeUndefined: boolean): void {
  const text = words(cursor)
  if (mayBeUndefined && text === 'undefined') return
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quoted) {
      if (c === 92) i++
      else if (c === 34) quoted = false
    } else if (c === 34) quoted = true
    else if (c === 91 || c === 123) {
      if (++depth > maxValueDepth) throw new Malformed('too deep')
    } else if (c === 93 || c === 125) depth--
  }
  try {
    JSON.parse(text)
  } catch {
    throw new Malformed('not JSON')
  }
}

function any(cursor: Cursor, depth: number): void {
  if (depth > maxValueDepth) throw new Malformed('too deep')
  switch (byte(cursor)) {
    case 126:
    case 127:
    case 120:
    case 121:
      return
    case 125:
      signed(cursor)
      return
    case 124:
      skip(cursor, 4)
      return
    case 123:
      skip(cursor, 8)
      return
    case 119:
      string(cursor)
      return
    case 118: {
      const entries = uint(cursor)
      for (let i = 0; i < entries; i++) {
        key(cursor)
        any(cursor, depth + 1)
      }
      return
    }
    case 117: {
      const values = uint(cursor)
      for (let i = 0; i < values; i++) any(cursor, depth + 1)
      return
    }
    case 116:
      skip(cursor, uint(cursor))
      return
    default:
      // 122 is a bigint, which JSON cannot hold.
      throw new Malformed('unknown value')
  }
}

function signed(cursor: Cursor): void {
  for (let i = 0; i < 8; i++) if (byte(cursor) < 128) return
  throw new Malformed('number too large')
}
