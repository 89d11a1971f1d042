// Pictures of the texts. The bytes lie beside the database under their SHA-256, where evidence lies too; a text knows its
// picture by that name, so what a version shows can never become another picture.
import { createHash } from 'node:crypto'
import { imageRow, insertImage, type ImageRow } from '../../db/image.ts'
import { readEvidence, writeDurably } from '../evidence/store.ts'
import type { House } from '../house.ts'
import { press } from './press.ts'

/// A picture as the editor and the text know it; `asset` is the SHA-256 of the stored bytes.
export type KeptImage = { asset: string; width: number; height: number; bytes: number }

/// Takes a picture as it came, and keeps it as it will be shown. Throws what `press` throws.
export async function keepImage(
  house: House,
  region: number,
  bytes: Uint8Array,
  person: string,
): Promise<KeptImage> {
  const pressed = await press(bytes)
  const sha256 = createHash('sha256').update(pressed.bytes).digest('hex')
  await writeDurably(house.dataDir, sha256, pressed.bytes)
  const { type, width, height } = pressed
  await insertImage(house.store.db, {
    region,
    sha256,
    type,
    width,
    height,
    bytes: pressed.bytes.length,
    uploaded_by: person,
    uploaded_at: house.clock.instant(),
  })
  return { asset: sha256, width, height, bytes: pressed.bytes.length }
}

/// A picture with its bytes, for pages and exports; undefined when the region has none of that name or the file is gone.
export async function readImage(
  house: House,
  region: number,
  asset: string,
): Promise<{ row: ImageRow; bytes: Buffer } | undefined> {
  const row = await imageRow(house.store.db, region, asset)
  if (!row) return undefined
  const bytes = await readEvidence(house.dataDir, asset).catch(() => undefined)
  return bytes && { row, bytes }
}
