// Strings, JSON and lib0's `any` values inside an update, read past without anything being built: what is refused has
// cost no memory.
import { byte, Malformed, skip, uint, type Cursor } from './cursor.ts'
import { jsonText, maxValueDepth, reads } from './json.ts'

/// Length in UTF-16 units, which is what Yjs counts.
export function string(cursor: Cursor): number {
  const from = skip(cursor, uint(cursor))
  return units(cursor.bytes, from, cursor.pos)
}

/// A mark or attribute name.
export function key(cursor: Cursor): void {
  const from = skip(cursor, uint(cursor))
  units(cursor.bytes, from, cursor.pos)
  if (reads(cursor.bytes, from, cursor.pos, proto)) throw new Malformed('key')
}

/// A JSON value as a string; `undefined` stands where Yjs lets it.
export function json(cursor: Cursor, mayBeUndefined: boolean): void {
  const { bytes } = cursor
  const from = skip(cursor, uint(cursor))
  const end = cursor.pos
  units(bytes, from, end)
  if (mayBeUndefined && reads(bytes, from, end, nothing)) return
  jsonText(bytes, from, end)
}

/// Throws for what JSON cannot hold.
export function any(cursor: Cursor, depth: number): void {
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

const proto = Buffer.from('__proto__')
const nothing = Buffer.from('undefined')

/// UTF-16 units of a stretch of UTF-8 (RFC 3629 § 4). Throws when it is not that.
function units(bytes: Uint8Array, from: number, end: number): number {
  let count = 0
  for (let i = from; i < end; count++) {
    const lead = bytes[i++]!
    if (lead < 0x80) continue
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1
    if (lead < 0xc2 || lead > 0xf4 || i + more > end) throw new Malformed('not UTF-8')
    const next = bytes[i]!
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (next < low || next > high) throw new Malformed('not UTF-8')
    for (let j = 1; j < more; j++) {
      if ((bytes[i + j]! & 0xc0) !== 0x80) throw new Malformed('not UTF-8')
    }
    i += more
    // Four bytes are a surrogate pair.
    if (more === 3) count++
  }
  return count
}
