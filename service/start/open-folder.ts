// Takes the folder for this process, opens its database and sees that it is of the kind asked for. A demo that was
// interrupted while it was being played is begun anew: it never holds anything but the play.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '../../db/lock.ts'
import { openStore, type Store } from '../../db/open.ts'
import { becomeWriter, type Writer } from '../../db/writer.ts'
import { folderKind, type FolderKind } from './folder-kind.ts'
import type { Settings } from './settings.ts'
import { codeOf, databaseSentence, exits, StartError } from './start-error.ts'

export type Folder = FolderKind & {
  store: Store
  /// Fulfilled when another process has become the writer of the database: this one must end.
  lost?: Promise<void>
  close(): Promise<void>
}

export async function openFolder(settings: Settings): Promise<Folder> {
  const unlock = lock(settings.dataDir)
  let writer: Writer | undefined
  try {
    writer = await becomeOnlyWriter(settings)
    let store = await openDatabase(settings)
    let kind = await kindOrClose(store, settings)
    if (kind.kind === 'demo' && !kind.ready && kind.begun) {
      await store.close()
      emptyDemo(settings)
      store = await openDatabase(settings)
      kind = await kindOrClose(store, { ...settings, moment: kind.moment })
    }
    await writer?.begin(store.db)
    const opened: Store = { ...store, ...(writer ? { writer } : {}) }
    return {
      ...kind,
      store: opened,
      ...(writer ? { lost: writer.lost } : {}),
      close: async () => {
        opened.sqlite?.pragma('wal_checkpoint(TRUNCATE)')
        await opened.close()
        await writer?.release()
        unlock()
      },
    }
  } catch (error) {
    await writer?.release()
    unlock()
    throw error
  }
}

function lock(dataDir: string): () => void {
  try {
    return lockFolder(dataDir)
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_BUSY') {
      throw new StartError(databaseSentence(error, dataDir, undefined), exits.cannotCreate)
    }
    throw new StartError(
      `Another Planvev already runs on ${dataDir}. Stop it first, or give DATA_DIR another folder.`,
      exits.unavailable,
    )
  }
}

async function becomeOnlyWriter({ dataDir, databaseUrl }: Settings): Promise<Writer | undefined> {
  if (!databaseUrl) return undefined
  let writer: Writer | undefined
  try {
    writer = await becomeWriter(databaseUrl)
  } catch (error) {
    throw new StartError(databaseSentence(error, dataDir, databaseUrl), exits.io)
  }
  if (writer) return writer
  throw new StartError(
    'Another Planvev already writes the database at DATABASE_URL. Stop it first, or give this one a database of its own.',
    exits.unavailable,
  )
}

async function openDatabase({ dataDir, databaseUrl }: Settings): Promise<Store> {
  try {
    return await openStore({ dataDir, url: databaseUrl })
  } catch (error) {
    throw new StartError(databaseSentence(error, dataDir, databaseUrl), exits.io)
  }
}

async function kindOrClose(store: Store, settings: Settings): Promise<FolderKind> {
  try {
    return await folderKind(store, settings)
  } catch (error) {
    await store.close()
    throw error
  }
}

function emptyDemo({ dataDir, databaseUrl }: Settings): void {
  if (databaseUrl) {
    throw new StartError(
      'The demo in this database was interrupted while it was being made. Drop the database and start again.',
      exits.config,
    )
  }
  for (const name of ['planvev.db', 'planvev.db-wal', 'planvev.db-shm', 'files']) {
    const file = join(dataDir, name)
    if (existsSync(file)) rmSync(file, { recursive: true })
  }
}
