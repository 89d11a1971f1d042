// One process a folder. The lock is an SQLite file held in an exclusive transaction: the system lets go of it when the
// process ends, however it ends, so a kill leaves nothing to clean up.
import BetterSqlite3 from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/// Takes the folder. Throws with code `SQLITE_BUSY` when another process has it. The answer lets go.
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const lock = new BetterSqlite3(join(dataDir, 'planvev.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}
