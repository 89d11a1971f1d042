// The list of a ZIP archive's parts, read and judged before a single byte is unpacked, and each part unpacked to exactly
// the size the list says and not a byte more. Only what a Word document needs is ever asked for.
import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './fault.ts'

export type Part = {
  name: string
  /// 0 stored, 8 deflated.
  method: number
  packed: number
  size: number
  crc: number
  at: number
}

export const limits = {
  bytes: 20 * 1024 * 1024,
  parts: 2000,
  /// All parts together, as the list says.
  unpacked: 150 * 1024 * 1024,
  /// One part that is read as text.
  text: 30 * 1024 * 1024,
  /// How many times larger unpacked than packed; small archives are let be.
  ratio: 100,
  ratioFrom: 20 * 1024 * 1024,
}

/// The parts by name. Throws what is wrong with the archive.
export function listParts(bytes: Buffer): Map<string, Part> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  let at = bytes.readUInt32LE(end + 16)
  if (count > limits.parts) throw new Unreadable('entries')
  if (at + size > end) throw new Unreadable('broken')
  const parts = new Map<string, Part>()
  let packed = 0
  let unpacked = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw new Unreadable('broken')
    // The first bit says that the part is locked with a password.
    if (bytes.readUInt16LE(at + 8) & 1) throw new Unreadable('locked')
    const nameLength = bytes.readUInt16LE(at + 28)
    const part: Part = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    }
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(part.name)) throw new Unreadable('names')
    // Parts that share bytes, or are listed twice, are how a small file is made to look like a large one.
    if (part.at + part.packed > bytes.length || parts.has(part.name)) throw new Unreadable('broken')
    parts.set(part.name, part)
    packed += part.packed
    unpacked += part.size
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (packed > bytes.length || unpacked > limits.unpacked) throw new Unreadable('bomb')
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) throw new Unreadable('bomb')
  return parts
}

/// A part's bytes. Throws `broken` when it is not what the list says, `bomb` when it is more.
export function unpack(bytes: Buffer, part: Part): Buffer {
  if (part.at + 30 > bytes.length || bytes.readUInt32LE(part.at) !== 0x04034b50) {
    throw new Unreadable('broken')
  }
  const from = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28)
  const raw = bytes.subarray(from, from + part.packed)
  const whole = part.method === 0 ? raw : inflated(raw, part)
  if (whole.length !== part.size || crc32(whole) !== part.crc) throw new Unreadable('broken')
  return whole
}

function inflated(raw: Buffer, part: Part): Buffer {
  if (part.method !== 8) throw new Unreadable('broken')
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, part.size) })
  } catch (error) {
    const more = error instanceof RangeError
    throw new Unreadable(more ? 'bomb' : 'broken')
  }
}

/// Where the archive's last record begins: searched from the end, for a comment may follow it.
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 65_535)
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at
  }
  throw new Unreadable('broken')
}
