// A ZIP archive of a few files (APPNOTE 6.3, deflate, UTF-8 names), enough for a Word document. Equal input gives equal
// bytes: every file bears the same old date.
import { crc32, deflateRawSync } from 'node:zlib'

/// `text` is written as UTF-8; `bytes` as they are, and not packed, for what is packed already.
export type ZipFile = { name: string; text: string } | { name: string; bytes: Buffer }

/// 1 January 1980, the oldest date the format knows.
const day = 0x21
const deflated = 8
const stored = 0

export function zip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const asText = 'text' in file
    const raw = asText ? Buffer.from(file.text, 'utf8') : file.bytes
    const packed = asText ? deflateRawSync(raw, { level: 6 }) : raw
    const label = Buffer.from(file.name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(asText ? deflated : stored, 4)
    facts.writeUInt16LE(0, 6)
    facts.writeUInt16LE(day, 8)
    facts.writeUInt32LE(crc32(raw), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(raw.length, 18)
    facts.writeUInt16LE(label.length, 22)
    parts.push(signature('PK\x03\x04'), facts, label, packed)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    directory.push(signature('PK\x01\x02'), Buffer.from([20, 0]), facts, end, label)
    offset += 4 + facts.length + label.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const last = Buffer.alloc(18)
  last.writeUInt16LE(files.length, 4)
  last.writeUInt16LE(files.length, 6)
  last.writeUInt32LE(listing.length, 8)
  last.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listing, signature('PK\x05\x06'), last])
}

const signature = (text: string): Buffer => Buffer.from(text, 'latin1')
