// What a backup consists of: the database's copy, the files its rows name, and nothing else.
import { existsSync } from 'node:fs'
import { copyFile, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileHashes } from '../../db/file.ts'
import { lockFolder } from '../../db/lock.ts'
import { openForReading } from '../../db/open.ts'
import { fileOf } from '../evidence/store.ts'
import { codeOf, exits, StartError } from '../start/start-error.ts'
import type { Admin } from './run.ts'

export const databaseIn = (folder: string): string => join(folder, 'planvev.db')

/// Copies every file that a row of the database in `names` names. Answers how many, and what is missing.
export async function copyNamedFiles({
  names,
  from,
  to,
}: {
  names: string
  from: string
  to: string
}): Promise<{ copied: number; missing: string[] }> {
  const store = openForReading({ dataDir: names })
  const hashes = await fileHashes(store.db).finally(() => store.close())
  const missing: string[] = []
  for (const hash of hashes) {
    if (!existsSync(fileOf(from, hash))) missing.push(hash)
    else await copyDurably(fileOf(from, hash), fileOf(to, hash))
  }
  return { copied: hashes.length - missing.length, missing }
}

/// Copies one file and waits until it is on disk.
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
  await syncPath(to)
  await syncPath(dirname(to))
}

export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/// Backup and restore are PostgreSQL's own there; said in one sentence.
export function sqliteOnly({ databaseUrl, dataDir }: Admin): void {
  if (databaseUrl === undefined) return
  throw new StartError(
    `This installation keeps its data in PostgreSQL: use pg_dump and pg_restore for it, and copy ${join(dataDir, 'files')} beside the dump.`,
    exits.usage,
  )
}

/// Holds the folder while a command writes; throws while the service runs on it. PostgreSQL keeps its own order.
export function lockStopped({ dataDir, databaseUrl }: Admin): () => void {
  if (databaseUrl !== undefined) return () => {}
  try {
    return lockFolder(dataDir)
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_BUSY') throw error
    throw new StartError(
      `Planvev is running on ${dataDir}. Stop it first; this command writes to the same database.`,
      exits.unavailable,
    )
  }
}

/// A command about what is stored makes no new database by itself.
export function needDatabase({ dataDir, databaseUrl }: Admin): void {
  if (databaseUrl === undefined && !existsSync(databaseIn(dataDir))) {
    throw new StartError(`There is no database in ${dataDir}.`, exits.config)
  }
}
