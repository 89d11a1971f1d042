// JSON as bytes (RFC 8259), read past without being built.
import { Malformed, type Cursor } from './cursor.ts'

/// Deeper values than this are nobody's text.
export const maxValueDepth = 32

/// Throws `Malformed` unless the bytes from `from` up to `end`, which are UTF-8, are one JSON value.
export function jsonText(bytes: Uint8Array, from: number, end: number): void {
  const at = { bytes, pos: from }
  jsonValue(at, end, 0)
  space(at, end)
  if (at.pos !== end) throw new Malformed('not JSON')
}

/// True when these bytes are that word.
export function reads(bytes: Uint8Array, from: number, end: number, word: Uint8Array): boolean {
  if (end - from !== word.length) return false
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word[i]) return false
  return true
}

function jsonValue(at: Cursor, end: number, depth: number): void {
  if (depth > maxValueDepth) throw new Malformed('too deep')
  space(at, end)
  const first = peek(at, end)
  if (first === 0x22) jsonString(at, end)
  else if (first === 0x7b || first === 0x5b) jsonList(at, end, depth, first === 0x7b)
  else if (first === 0x2d || isDigit(first)) jsonNumber(at, end)
  else {
    const word = literals.find((one) => one[0] === first)
    if (!word || !reads(at.bytes, at.pos, Math.min(end, at.pos + word.length), word)) {
      throw new Malformed('not JSON')
    }
    at.pos += word.length
  }
}

const literals = ['true', 'false', 'null'].map((word) => Buffer.from(word))

function jsonList(at: Cursor, end: number, depth: number, named: boolean): void {
  const close = named ? 0x7d : 0x5d
  at.pos++
  space(at, end)
  if (peek(at, end) === close) {
    at.pos++
    return
  }
  for (;;) {
    if (named) {
      space(at, end)
      if (peek(at, end) !== 0x22) throw new Malformed('not JSON')
      jsonString(at, end)
      space(at, end)
      if (peek(at, end) !== 0x3a) throw new Malformed('not JSON')
      at.pos++
    }
    jsonValue(at, end, depth + 1)
    space(at, end)
    const next = peek(at, end)
    at.pos++
    if (next === close) return
    if (next !== 0x2c) throw new Malformed('not JSON')
  }
}

function jsonString(at: Cursor, end: number): void {
  at.pos++
  for (;;) {
    const one = peek(at, end)
    at.pos++
    if (one === 0x22) return
    if (one < 0x20) throw new Malformed('not JSON')
    if (one !== 0x5c) continue
    const escaped = peek(at, end)
    at.pos++
    if (escaped === 0x75) {
      for (let i = 0; i < 4; i++) {
        if (!isHex(peek(at, end))) throw new Malformed('not JSON')
        at.pos++
      }
    } else if (!escapes.includes(escaped)) throw new Malformed('not JSON')
  }
}

/// What may follow a backslash, besides `u`.
const escapes = Buffer.from('"\\/bfnrt')

function jsonNumber(at: Cursor, end: number): void {
  const digits = (): void => {
    if (!isDigit(peek(at, end))) throw new Malformed('not JSON')
    while (isDigit(peek(at, end))) at.pos++
  }
  if (peek(at, end) === 0x2d) at.pos++
  if (peek(at, end) === 0x30) at.pos++
  else digits()
  if (peek(at, end) === 0x2e) {
    at.pos++
    digits()
  }
  if ((peek(at, end) | 0x20) !== 0x65) return
  at.pos++
  const sign = peek(at, end)
  if (sign === 0x2b || sign === 0x2d) at.pos++
  digits()
}

function space(at: Cursor, end: number): void {
  for (;;) {
    const one = peek(at, end)
    if (one !== 0x20 && one !== 0x0a && one !== 0x0d && one !== 0x09) return
    at.pos++
  }
}

/// −1 at the end.
const peek = (at: Cursor, end: number): number => (at.pos < end ? at.bytes[at.pos]! : -1)
const isDigit = (one: number): boolean => one >= 0x30 && one <= 0x39
const isHex = (one: number): boolean =>
  isDigit(one) || ((one | 0x20) >= 0x61 && (one | 0x20) <= 0x66)
