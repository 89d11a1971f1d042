// Files beside the database, named by the SHA-256 of their bytes. The row is written only after file and folder are on
// disk, so no row ever names a file that a power cut took.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { insertEvidence } from '../../db/evidence.ts'
import type { House, SignedIn } from '../house.ts'
import { newId } from '../sign-in/token.ts'

export type Upload = { name: string; type: string; bytes: Uint8Array }
export type Kept = { id: string; sha256: string; bytes: number; name: string }

export async function keepEvidence(
  house: House,
  upload: Upload,
  where: { region: number; municipality: string | null },
  by: SignedIn,
): Promise<Kept> {
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  await writeDurably(house.dataDir, sha256, upload.bytes)
  const kept = { id: newId(), sha256, bytes: upload.bytes.length, name: upload.name }
  await insertEvidence(house.store.db, {
    region: where.region,
    id: kept.id,
    sha256,
    name: upload.name,
    type: upload.type,
    bytes: kept.bytes,
    uploaded_by: by.id,
    uploaded_at: house.clock.instant(),
    behalf_of: where.municipality,
  })
  return kept
}

export const readEvidence = (dataDir: string, sha256: string): Promise<Buffer> =>
  readFile(fileOf(dataDir, sha256))

/// `files/ab/abcdef…`
export const fileOf = (dataDir: string, sha256: string): string =>
  join(dataDir, 'files', sha256.slice(0, 2), sha256)

/// Writes a file under its hash: all of it, or nothing anybody can find.
export async function writeDurably(
  dataDir: string,
  sha256: string,
  bytes: Uint8Array,
): Promise<void> {
  const folder = join(dataDir, 'files', sha256.slice(0, 2))
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.${newId()}`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, join(folder, sha256))
  } catch (error) {
    // A full disk is not made fuller by what did not fit.
    await rm(temporary, { force: true })
    throw error
  }
  for (const each of [folder, join(dataDir, 'files')]) await syncFolder(each)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
