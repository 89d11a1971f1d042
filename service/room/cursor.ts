// Reads bytes from a peer one number at a time. Whatever ends too early or is too large is malformed.

/// The bytes lie about a length, or hold what no text of ours may hold.
export class Malformed extends Error {}

/// More than one update may hold.
export class TooLarge extends Error {}

export type Cursor = { bytes: Uint8Array; pos: number }

/// A varUint as lib0 writes it, at most 2^53 − 1.
export function uint(cursor: Cursor): number {
  const { bytes } = cursor
  const first = bytes[cursor.pos++]
  if (first === undefined) throw new Malformed('ends too early')
  if (first < 128) return first
  let value = first & 127
  let scale = 128
  for (let i = 1; i < 8; i++) {
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

/// Numbers above 2^53 are not told apart.
export function safe(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large')
  return value
}

export function byte(cursor: Cursor): number {
  const value = cursor.bytes[cursor.pos++]
  if (value === undefined) throw new Malformed('ends too early')
  return value
}
