// A process of its own that opens pictures and writes them anew: what a hostile picture breaks is not the service. Only
// the pixels come through. Speaks only with `press.ts`.
import sharp, { type Sharp } from 'sharp'
import type { ImageKind } from './kind.ts'

export type Ask = { id: number; kind: ImageKind; bytes: Uint8Array }
export type Pressed = {
  bytes: Uint8Array
  type: 'image/png' | 'image/jpeg'
  width: number
  height: number
}
export type Fault = 'pixels' | 'broken'
export type Reply = { id: number; image: Pressed } | { id: number; fault: Fault }

/// What a phone of today takes, and a little more; four bytes each when opened.
export const mostPixels = 50_000_000
/// Longest side as stored, in pixels: two for each on the widest page, and enough for paper.
export const longestSide = 2400
/// A picture without transparency above this is stored as JPEG, which makes a photograph a tenth of the size.
const largePng = 1_500_000
const seconds = 15

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((one) => `VipsForeignLoad${one}`),
})

process.on('message', (ask: Ask) => {
  void press(ask).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit(0))

async function press({ id, kind, bytes }: Ask): Promise<Reply> {
  try {
    const {
      width = 0,
      height = 0,
      hasAlpha,
    } = await sharp(bytes, { limitInputPixels: false })
      .metadata()
      .catch(() => ({ hasAlpha: false, width: 0, height: 0 }))
    if (width * height > mostPixels) return { id, fault: 'pixels' }
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds })
    if (kind === 'jpeg' || (kind === 'webp' && !hasAlpha)) return { id, image: await jpeg(upright) }
    const png = await upright
      .clone()
      .png({ compressionLevel: 9, adaptiveFiltering: true })
      .toBuffer({ resolveWithObject: true })
    if (png.data.length > largePng && !hasAlpha) {
      const smaller = await jpeg(upright)
      if (smaller.bytes.length < png.data.length) return { id, image: smaller }
    }
    const size = { width: png.info.width, height: png.info.height }
    return { id, image: { bytes: png.data, type: 'image/png', ...size } }
  } catch {
    return { id, fault: 'broken' }
  }
}

async function jpeg(from: Sharp): Promise<Pressed> {
  const { data, info } = await from
    .clone()
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height }
}
