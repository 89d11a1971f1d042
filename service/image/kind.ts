// What a picture is by its first bytes; its name and what its sender says of it count for nothing.

export type ImageKind = 'png' | 'jpeg' | 'gif' | 'webp'

/// Undefined for everything that is no picture we take: SVG above all, which is a program.
export function imageKind(bytes: Uint8Array): ImageKind | undefined {
  if (begins(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (begins(bytes, 0, '\xff\xd8\xff')) return 'jpeg'
  if (begins(bytes, 0, 'GIF87a') || begins(bytes, 0, 'GIF89a')) return 'gif'
  if (begins(bytes, 0, 'RIFF') && begins(bytes, 8, 'WEBP')) return 'webp'
  return undefined
}

/// Do the bytes hold these latin-1 characters at a place?
export const begins = (bytes: Uint8Array, at: number, signs: string): boolean =>
  [...signs].every((sign, i) => bytes[at + i] === sign.charCodeAt(0))
