// The images a paper needs, read from where the house keeps files, in the few kinds every format can hold. What is
// missing or cannot be read is left out; the writers say so where it would have stood.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileOf } from '../evidence/store.ts'
import { imageKind } from '../image/kind.ts'
import type { Paper } from './paper.ts'

export type Picture = { type: 'png' | 'jpg' | 'gif'; bytes: Buffer; width: number; height: number }

/// Widest side a picture is printed at: 300 dots an inch over the whole line.
const widest = 1900

export async function readPictures(
  paper: Paper,
  dataDir: string,
  tell: (done: number, of: number) => void = () => {},
): Promise<Map<string, Picture>> {
  const wanted = assetsIn(paper)
  const pictures = new Map<string, Picture>()
  for (const [i, hash] of wanted.entries()) {
    const picture = await readPicture(dataDir, hash).catch(() => undefined)
    if (picture) pictures.set(hash, picture)
    tell(i + 1, wanted.length)
  }
  return pictures
}

/// Hashes of the images, each once, in the order they stand.
export function assetsIn({ parts }: Paper): string[] {
  const assets = new Set<string>()
  for (const { chapters } of parts) {
    for (const { blocks } of chapters) {
      for (const block of blocks) if (block.is === 'image' && block.asset) assets.add(block.asset)
    }
  }
  return [...assets]
}

async function readPicture(dataDir: string, hash: string): Promise<Picture | undefined> {
  const kept = await readFile(fileOf(dataDir, hash))
  if (createHash('sha256').update(kept).digest('hex') !== hash) return undefined
  if (!imageKind(kept)) return undefined
  const { default: sharp } = await import('sharp')
  const options = { limitInputPixels: 80_000_000, animated: false }
  const { format, width, height, hasAlpha } = await sharp(kept, options).metadata()
  if (!width || !height) return undefined
  const fits = width <= widest
  if (fits && (format === 'png' || format === 'jpeg')) {
    return { type: format === 'png' ? 'png' : 'jpg', bytes: kept, width, height }
  }
  const smaller = sharp(kept, options).resize({ width: widest, withoutEnlargement: true })
  const { data, info } = await (
    hasAlpha || format === 'gif'
      ? smaller.png({ compressionLevel: 9 })
      : smaller.jpeg({ quality: 85 })
  ).toBuffer({ resolveWithObject: true })
  const type = info.format === 'png' ? 'png' : 'jpg'
  return { type, bytes: data, width: info.width, height: info.height }
}
