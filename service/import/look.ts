// What a file is by its bytes, before any of it is opened: its name says nothing. A PDF called .docx is told to be a PDF.
import { begins } from '../image/kind.ts'
import { limits, listParts, type Part } from './archive.ts'
import { Unreadable } from './fault.ts'

const mainType = 'word/document.xml'

/// The parts of a Word document without macros. Throws what the file is instead, or what is wrong with it.
export function lookAt(bytes: Buffer): Map<string, Part> {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > limits.bytes) throw new Unreadable('large')
  if (begins(bytes, 0, '%PDF')) throw new Unreadable('pdf')
  if (begins(bytes, 0, '{\\rtf')) throw new Unreadable('rich-text')
  if (begins(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    // The old container holds either an old document or one that is locked; the name of its stream tells.
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new Unreadable(locked ? 'locked' : 'old-word')
  }
  if (!begins(bytes, 0, 'PK\x03\x04')) throw new Unreadable('not-word')
  const parts = listParts(bytes)
  const names = [...parts.keys()].map((name) => name.toLowerCase())
  if (names.some((name) => /(^|\/)vba(project|data)\b/.test(name))) throw new Unreadable('macros')
  if (names.includes('mimetype')) throw new Unreadable('open-document')
  if (!parts.has(mainType) || !parts.has('[Content_Types].xml')) throw new Unreadable('not-word')
  return parts
}
