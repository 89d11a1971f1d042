// What may be kept as evidence: the extension and the first bytes must agree. The check only filters; what makes a
// download harmless is the headers it is served with (`routes.ts`).

const types: Record<string, { type: string; starts: (bytes: Uint8Array) => boolean }> = {
  pdf: { type: 'application/pdf', starts: begins(0x25, 0x50, 0x44, 0x46, 0x2d) },
  png: { type: 'image/png', starts: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: { type: 'image/jpeg', starts: begins(0xff, 0xd8, 0xff) },
  jpeg: { type: 'image/jpeg', starts: begins(0xff, 0xd8, 0xff) },
  txt: { type: 'text/plain; charset=utf-8', starts: isPlainText },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    starts: begins(0x50, 0x4b, 0x03, 0x04),
  },
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    starts: begins(0x50, 0x4b, 0x03, 0x04),
  },
}

export const extensions = Object.keys(types)

/// The media type a file is served as, or undefined when it may not be kept.
export function typeOf(name: string, bytes: Uint8Array): string | undefined {
  const extension = /\.([a-z0-9]{1,5})$/.exec(name.toLowerCase())?.[1]
  const known = extension === undefined ? undefined : types[extension]
  return known?.starts(bytes) ? known.type : undefined
}

function begins(...magic: number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => magic.every((byte, i) => bytes[i] === byte)
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
