// Strings, JSON and lib0's `any` values inside an update, read past without being built.
import { isUtf8 } from 'node:buffer'
import { byte, Malformed, skip, uint, type Cursor } from './cursor.ts'

/// Deeper JSON and `any` values than this are nobody's text.
const maxValueDepth = 32

/// Length in UTF-16 units, which is what Yjs counts.
export function string(cursor: Cursor): number {
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

/// A mark or attribute name.
export function key(cursor: Cursor): void {
  if (words(cursor) === '__proto__') throw new Malformed('key')
}

function words(cursor: Cursor): string {
  const length = uint(cursor)
  const from = skip(cursor, length)
  const slice = cursor.bytes.subarray(from, cursor.pos)
  if (!isUtf8(slice)) throw new Malformed('not UTF-8')
  return Buffer.from(slice.buffer, slice.byteOffset, slice.length).toString()
}

/// A JSON value as a string; `undefined` stands where Yjs lets it.
export function json(cursor: Cursor, mayBeUndefined: boolean): void {
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
