// Reads an update of Yjs (version 1) to its end without building anything: what it adds, what it points at, what
// it deletes. Every length is bounded by the bytes that are there, so a lying count costs nothing.
import { Malformed, safe, uint, byte, skip, type Cursor } from './cursor.ts'
import { any, json, key, string } from './values.ts'

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
