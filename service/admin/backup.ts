// A backup: taken while the service runs, checked before it is called one.
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { copyDatabase, faultsOf } from '../../db/backup.ts'
import { exits, StartError } from '../start/start-error.ts'
import { copyNamedFiles, databaseIn, sqliteOnly, syncPath } from './folders.ts'
import type { Admin } from './run.ts'
import { examine, sayFaults } from './verify.ts'

export async function backup(admin: Admin, folder: string | undefined): Promise<number> {
  sqliteOnly(admin)
  if (!existsSync(databaseIn(admin.dataDir))) {
    throw new StartError(`There is no database in ${admin.dataDir} to back up.`, exits.config)
  }
  const target = resolve(folder ?? join(admin.dataDir, 'backups', timeNow()))
  if (existsSync(target)) {
    throw new StartError(
      `${target} is there already. Name a folder that is not.`,
      exits.cannotCreate,
    )
  }
  // Made beside its place and moved there when it is whole: what bears the name is a backup.
  const making = `${target}.making`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { recursive: true })
  await copyDatabase(databaseIn(admin.dataDir), databaseIn(making))
  await syncPath(databaseIn(making))
  const { copied, missing } = await copyNamedFiles({
    names: making,
    from: admin.dataDir,
    to: making,
  })
  const faults = [
    ...faultsOf(databaseIn(making), 'quick'),
    ...missing.map((hash) => `the file ${hash} is missing`),
    ...(await examine({ ...admin, dataDir: making })).faults,
  ]
  await rename(making, target)
  await syncPath(dirname(target))
  if (faults.length > 0) {
    admin.say(`The backup in ${target} is not sound; neither is what it was taken from:`)
    return sayFaults(admin, faults)
  }
  admin.say(`Backed up to ${target}: database and ${copied} files, checked.`)
  return 0
}

/// `2028-02-14T09-30-00Z`: sorts by time and is a file name everywhere.
const timeNow = (): string =>
  Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '-')
