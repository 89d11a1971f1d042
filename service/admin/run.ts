// Which command was asked for, with what, and how it went: 0 done, 1 found something wrong, else why it could not run.
import { resolve } from 'node:path'
import { originsOf, readSettings } from '../start/settings.ts'
import { databaseSentence, exits, StartError } from '../start/start-error.ts'
import { backup } from './backup.ts'
import { erase } from './erase.ts'
import { link } from './link.ts'
import { migrateDefinitions } from './migrate-definitions.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'

/// What a command is given. `say` prints a line for the one at the keyboard.
export type Admin = {
  dataDir: string
  databaseUrl: string | undefined
  origin: string
  say(line: string): void
}

const usage = `Usage: npm run admin -- <command>
  backup [folder]     copy database and files; without a folder: DATA_DIR/backups/<time>
  restore <folder>    put a backup into an empty DATA_DIR
  verify              check database, journal, versions, texts and files
  link [person]       a new sign-in link for a person (name, e-mail or id); without: for the first coordinator
  migrate-definitions --dry-run|--apply
                      move processes to the newest version of the procedure
  erase <process> <no.> <field> --reason <why>
                      erase the words of one field of a journal entry`

export async function runAdmin(
  words: string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void = console.log,
): Promise<number> {
  const [command, ...rest] = words
  try {
    const { dataDir, databaseUrl, publicOrigin, port } = readSettings({ ...env, DEMO_MOMENT: '' })
    const origin = originsOf(publicOrigin, port)[0]!
    const admin: Admin = { dataDir: resolve(dataDir), databaseUrl, origin, say }
    if (command === 'backup' && rest.length <= 1) return await backup(admin, rest[0])
    if (command === 'restore' && rest.length === 1) return await restore(admin, rest[0]!)
    if (command === 'verify' && rest.length === 0) return await verify(admin)
    if (command === 'link') return await link(admin, rest.join(' '))
    if (command === 'erase' && rest[3] === '--reason' && /^\d{1,9}$/.test(rest[1]!)) {
      const [process, seq, field, , ...why] = rest
      return await erase(admin, process!, Number(seq), field!, why.join(' '))
    }
    if (command === 'migrate-definitions' && rest.length === 1) {
      const [how] = rest
      if (how === '--dry-run' || how === '--apply') return await migrateDefinitions(admin, how)
    }
    say(usage)
    return exits.usage
  } catch (error) {
    if (error instanceof StartError) {
      say(error.message)
      return error.exit
    }
    say(databaseSentence(error, resolve(env.DATA_DIR || './data'), env.DATABASE_URL || undefined))
    return exits.io
  }
}
