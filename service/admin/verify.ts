// Is everything as it was written? The database's own check, the journal's chain, every version's bytes against its
// hash, every text's log, and every file against its name. Changes nothing; the service may be running.
import { createHash } from 'node:crypto'
import { faultsOf } from '../../db/backup.ts'
import { fileHashes } from '../../db/file.ts'
import { openForReading, type Store } from '../../db/open.ts'
import { readEvidence } from '../evidence/store.ts'
import { verifyJournal } from '../journal/verify.ts'
import { buildDoc, partsOf } from '../room/build.ts'
import { loadWholeLog } from '../room/load.ts'
import { databaseIn } from './folders.ts'
import type { Admin } from './run.ts'

export type Examined = { counts: Record<string, number>; faults: string[] }

export async function verify(admin: Admin): Promise<number> {
  const { counts, faults } = await examine(admin)
  if (faults.length > 0) return sayFaults(admin, faults)
  const said = Object.entries(counts).map(([what, n]) => `${n} ${what}`)
  admin.say(`All is as it was written: ${said.join(', ')}.`)
  return 0
}

export function sayFaults(admin: Admin, faults: string[]): number {
  for (const fault of faults) admin.say(`  ${fault}`)
  admin.say(`${faults.length} faults.`)
  return 1
}

export async function examine({ dataDir, databaseUrl }: Admin): Promise<Examined> {
  const faults =
    databaseUrl === undefined ? faultsOf(databaseIn(dataDir), 'whole') : ([] as string[])
  const store = openForReading({ dataDir, url: databaseUrl })
  try {
    const journal = await verifyJournal(store)
    for (const { process, seq, what } of journal.faults) {
      faults.push(`journal: ${process} no. ${seq}: ${what}`)
    }
    const counts = {
      'journal entries': journal.entries,
      versions: await examineVersions(store, faults),
      texts: await examineTexts(store, faults),
      files: await examineFiles(store, dataDir, faults),
    }
    return { counts, faults }
  } finally {
    await store.close()
  }
}

async function examineVersions({ db }: Store, faults: string[]): Promise<number> {
  const rows = await db.selectFrom('version').select(['hash', 'bytes', 'name']).execute()
  for (const { hash, bytes, name } of rows) {
    if (sha256(bytes) !== hash) faults.push(`version ${name} ${hash}: its bytes are not its hash's`)
  }
  return rows.length
}

async function examineTexts({ db }: Store, faults: string[]): Promise<number> {
  const rows = await db.selectFrom('section').select(['region', 'id', 'lineage']).execute()
  for (const { region, id, lineage } of rows) {
    try {
      const stored = await loadWholeLog(db, { region, section: id, lineage })
      buildDoc(partsOf(stored)).destroy()
    } catch {
      faults.push(`text ${id}: its log cannot be read`)
    }
  }
  return rows.length
}

async function examineFiles({ db }: Store, dataDir: string, faults: string[]): Promise<number> {
  const hashes = await fileHashes(db)
  for (const hash of hashes) {
    const bytes = await readEvidence(dataDir, hash).catch(() => undefined)
    if (!bytes) faults.push(`file ${hash}: it is missing`)
    else if (sha256(bytes) !== hash) faults.push(`file ${hash}: its bytes are not its hash's`)
  }
  return hashes.length
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
