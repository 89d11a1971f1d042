// The typefaces papers are set in (Open Font Licence, TrueType; Typst reads no WOFF2), and which signs they have. A sign
// no face has would make the file unarchivable; it is written by its number instead.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const files: Record<'inter' | 'source-serif-4' | 'noto-emoji', string[]> = {
  'source-serif-4': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  inter: ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'],
  'noto-emoji': ['400Regular'],
}
const faces = { 'source-serif-4': 'SourceSerif4', inter: 'Inter', 'noto-emoji': 'NotoEmoji' }

export type Fonts = {
  bytes: Buffer[]
  /// True when one family has the sign in all its cuts.
  has(sign: number): boolean
}

let loaded: Fonts | undefined

/// Read once a process, 3.5 MB.
export function fonts(): Fonts {
  if (loaded) return loaded
  const find = createRequire(import.meta.url)
  const bytes: Buffer[] = []
  const families: Set<number>[] = []
  for (const family of ['source-serif-4', 'inter', 'noto-emoji'] as const) {
    const cuts = files[family].map((cut) =>
      readFileSync(find.resolve(`@expo-google-fonts/${family}/${cut}/${faces[family]}_${cut}.ttf`)),
    )
    bytes.push(...cuts)
    const [first, ...rest] = cuts.map(signsOf)
    families.push(new Set([...first!].filter((sign) => rest.every((other) => other.has(sign)))))
  }
  return (loaded = { bytes, has: (sign) => families.some((family) => family.has(sign)) })
}

/// The signs a TrueType file maps to a glyph: `cmap`, formats 4 and 12 (OpenType 1.9).
export function signsOf(font: Buffer): Set<number> {
  const signs = new Set<number>()
  const cmap = tableAt(font, 'cmap')
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8)
    const format = font.readUInt16BE(at)
    if (format === 4) readSegments(font, at, signs)
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
        const entry = at + 16 + group * 12
        const last = font.readUInt32BE(entry + 4)
        for (let sign = font.readUInt32BE(entry); sign <= last; sign++) signs.add(sign)
      }
    }
  }
  return signs
}

function readSegments(font: Buffer, at: number, signs: Set<number>): void {
  const twice = font.readUInt16BE(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const end = font.readUInt16BE(at + 14 + i)
    const start = font.readUInt16BE(at + 16 + twice + i)
    const delta = font.readUInt16BE(at + 16 + 2 * twice + i)
    const offsetAt = at + 16 + 3 * twice + i
    const offset = font.readUInt16BE(offsetAt)
    for (let sign = start; sign <= end && sign !== 0xffff; sign++) {
      const glyph =
        offset === 0 ? sign + delta : font.readUInt16BE(offsetAt + offset + 2 * (sign - start))
      if ((glyph & 0xffff) !== 0) signs.add(sign)
    }
  }
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`a typeface without ${tag}`)
}
