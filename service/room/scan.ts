// Reads an update of Yjs (version 1) to its end without building anything: what it adds, what it points at, what
// it deletes. Every length is bounded by the bytes that are there, so a lying count costs nothing.
import { Malformed, safe, TooLarge, uint, byte, skip, type Cursor } from './cursor.ts'
import { any, json, key, string } from './values.ts'

/// A run of structs of one client without a gap: clocks `clock` up to but not including `end`; its structs are those
/// from `first` up to but not including `last`.
export type Run = { client: number; clock: number; end: number; first: number; last: number }

export type Scan = {
  runs: Run[]
  /// Eight numbers a struct, in order; see `at`.
  structs: number[]
  /// Structs that open a type; only these can nest.
  types: number
  /// Where the delete set begins, to be read with `eachDelete`.
  deletesAt: number
}

/// Where each of a struct's numbers stands; `follows` is 1 unless it is the first of its run. Clients are `none` where the struct does not say, and the parent's is
/// `root` for one directly in a root, `collected` for a struct without any place.
export const at = { clock: 0, follows: 1, origin: 2, right: 4, parent: 6 } as const
export const stride = 8
export const none = -1
export const root = -2
export const collected = -3

/// `structs` and `structBytes` are the most there may be before the delete set; 0 bytes lifts the latter.
export type ScanLimits = { structs: number; structBytes: number }

/// Throws `Malformed` or `TooLarge`; anything else it returns is safe to give to `applyUpdate` as far as sizes and
/// shapes go.
export function scanUpdate(bytes: Uint8Array, limits: ScanLimits): Scan {
  const cut = limits.structBytes > 0 && bytes.length > limits.structBytes
  const cursor = { bytes: cut ? bytes.subarray(0, limits.structBytes) : bytes, pos: 0 }
  const scan: Scan = { runs: [], structs: [], types: 0, deletesAt: 0 }
  try {
    readRuns(cursor, scan, limits.structs)
  } catch (error) {
    if (cut && cursor.pos > limits.structBytes) throw new TooLarge('bytes')
    throw error
  }
  scan.deletesAt = cursor.pos
  const end = eachDelete(bytes, cursor.pos, (_client, clock, length) => {
    if (length === 0) throw new Malformed('empty delete')
    safe(clock + length)
    return true
  })
  if (end !== bytes.length) throw new Malformed('bytes after the end')
  return scan
}

/// Ranges are told in their order, each clear of the one before; `first` marks where another client's begin. Answers
/// where they end, or where `range` wanted no more.
export function eachDelete(
  bytes: Uint8Array,
  from: number,
  range: (client: number, clock: number, length: number, first: boolean) => boolean,
): number {
  const cursor = { bytes, pos: from }
  const deleters = uint(cursor)
  for (let i = 0; i < deleters; i++) {
    const client = uint(cursor)
    const ranges = uint(cursor)
    if (ranges === 0) throw new Malformed('nothing deleted')
    let end = 0
    for (let j = 0; j < ranges; j++) {
      const clock = uint(cursor)
      const length = uint(cursor)
      // Yjs sorts and joins them; ranges over each other would be looked through again and again.
      if (clock < end) throw new Malformed('deletes out of order')
      end = clock + length
      if (!range(client, clock, length, j === 0)) return cursor.pos
    }
  }
  return cursor.pos
}

function readRuns(cursor: Cursor, scan: Scan, most: number): void {
  const clients = uint(cursor)
  for (let i = 0; i < clients; i++) {
    const structs = uint(cursor)
    const client = uint(cursor)
    const clock = uint(cursor)
    if (structs === 0) throw new Malformed('empty run')
    const first = scan.structs.length / stride
    let end = clock
    for (let j = 0; j < structs; j++) {
      if (first + j >= most) throw new TooLarge('structs')
      end = safe(end + readStruct(cursor, scan, end, j > 0 ? 1 : 0))
    }
    scan.runs.push({ client, clock, end, first, last: first + structs })
  }
}

function readStruct(cursor: Cursor, scan: Scan, clock: number, follows: 0 | 1): number {
  const info = byte(cursor)
  const kind = info & 31
  if (kind === 0) {
    scan.structs.push(clock, follows, none, 0, none, 0, collected, 0)
    return positive(uint(cursor))
  }
  let origin = none
  let originClock = 0
  let right = none
  let rightClock = 0
  let parent = none
  let parentClock = 0
  if (info & 128) {
    origin = uint(cursor)
    originClock = uint(cursor)
  }
  if (info & 64) {
    right = uint(cursor)
    rightClock = uint(cursor)
  }
  if ((info & 192) === 0) {
    if (uint(cursor) === 1) {
      parent = root
      string(cursor)
    } else {
      parent = uint(cursor)
      parentClock = uint(cursor)
    }
    if (info & 32) key(cursor)
  }
  scan.structs.push(clock, follows, origin, originClock, right, rightClock, parent, parentClock)
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
