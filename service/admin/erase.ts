// Erases words from the journal on the host: for when nobody who may can sign in, and for what an authority demands.
import { userInfo } from 'node:os'
import { openStore } from '../../db/open.ts'
import { findStrategy } from '../../db/strategy.ts'
import { realClock } from '../clock.ts'
import { eraseWords } from '../journal/erase.ts'
import { Refused } from '../refusal.ts'
import { exits } from '../start/start-error.ts'
import { lockStopped, needDatabase } from './folders.ts'
import type { Admin } from './run.ts'

/// `process` is a strategy's id or address, with `:<number>` after it for a municipality's own.
export async function erase(
  admin: Admin,
  process: string,
  seq: number,
  field: string,
  reason: string,
): Promise<number> {
  needDatabase(admin)
  const unlock = lockStopped(admin)
  try {
    const store = await openStore({ dataDir: admin.dataDir, url: admin.databaseUrl })
    try {
      // What is deleted is written over, in the file and in what waits to be put into it.
      store.sqlite?.pragma('secure_delete = ON')
      const [name = '', municipality] = process.split(':')
      const found = await findStrategy(store.db, name)
      if (!found) return refuse(admin, `There is no strategy "${name}".`)
      const house = { store, clock: realClock, changed: () => {} }
      const where = { region: found.region, strategy: found.id, seq, field, reason }
      await eraseWords(house, municipality ? { ...where, municipality } : where, {
        host: userInfo().username,
      })
      store.sqlite?.pragma('wal_checkpoint(TRUNCATE)')
      admin.say(
        `Erased "${field}" of entry ${seq}, and said so in the journal. Backups made before still hold the words.`,
      )
      return 0
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return error.code === 'input-invalid'
        ? refuse(admin, 'Say why with --reason "…".')
        : refuse(admin, `Entry ${seq} of ${process} has no words in "${field}", or they are gone.`)
    } finally {
      await store.close()
    }
  } finally {
    unlock()
  }
}

function refuse({ say }: Admin, sentence: string): number {
  say(sentence)
  return exits.usage
}
