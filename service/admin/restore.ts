// Puts a backup into an empty folder. What is there already is never overwritten, and everybody signs in anew.
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { resolve } from 'node:path'
import { endSignIns, faultsOf } from '../../db/backup.ts'
import { lockFolder } from '../../db/lock.ts'
import { exits, StartError } from '../start/start-error.ts'
import { copyDurably, copyNamedFiles, databaseIn, sqliteOnly, syncPath } from './folders.ts'
import type { Admin } from './run.ts'
import { examine, sayFaults } from './verify.ts'

export async function restore(admin: Admin, folder: string): Promise<number> {
  sqliteOnly(admin)
  const from = resolve(folder)
  if (!existsSync(databaseIn(from))) {
    throw new StartError(`${from} is no backup: there is no planvev.db in it.`, exits.config)
  }
  if (existsSync(databaseIn(admin.dataDir))) {
    throw new StartError(
      `${admin.dataDir} holds a database already, and nothing is overwritten. Move it away, or point DATA_DIR at an empty folder.`,
      exits.config,
    )
  }
  const broken = faultsOf(databaseIn(from), 'whole')
  if (broken.length > 0) {
    admin.say(`The backup in ${from} is not sound, so nothing was restored:`)
    return sayFaults(admin, broken)
  }
  const unlock = lockFolder(admin.dataDir)
  try {
    // The files first and the database last: a restore cut short leaves a folder that is still empty of it.
    const { copied, missing } = await copyNamedFiles({ names: from, from, to: admin.dataDir })
    const making = `${databaseIn(admin.dataDir)}.making`
    await copyDurably(databaseIn(from), making)
    endSignIns(making, Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }))
    await syncPath(making)
    await rename(making, databaseIn(admin.dataDir))
    await syncPath(admin.dataDir)
    const faults = [
      ...missing.map((hash) => `the file ${hash} is missing in the backup`),
      ...(await examine(admin)).faults,
    ]
    if (faults.length > 0) {
      admin.say('Restored, but not everything is as it should be:')
      return sayFaults(admin, faults)
    }
    admin.say(`Restored ${from} into ${admin.dataDir}: database and ${copied} files, checked.`)
    return 0
  } finally {
    unlock()
  }
}
