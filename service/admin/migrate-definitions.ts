// Moves running processes to the definitions this Planvev has, after showing what would change.
import { openStore } from '../../db/open.ts'
import { registry, type Registry } from '../../workflows/definitions.ts'
import { realClock } from '../clock.ts'
import {
  applyMigration,
  previewMigration,
  versionsApart,
  type Moved,
} from '../definition/migrate.ts'
import { strandedSentence } from '../definition/refuse-unknown.ts'
import { exits } from '../start/start-error.ts'
import { lockStopped, needDatabase } from './folders.ts'
import type { Admin } from './run.ts'

export async function migrateDefinitions(
  admin: Admin,
  how: '--dry-run' | '--apply',
  from: Registry = registry,
): Promise<number> {
  needDatabase(admin)
  const unlock = lockStopped(admin)
  try {
    const store = await openStore({ dataDir: admin.dataDir, url: admin.databaseUrl })
    try {
      const { stranded } = await versionsApart(store.db, from)
      if (stranded.length > 0) {
        admin.say(strandedSentence(stranded))
        return exits.config
      }
      const when = { today: realClock.today(), recordedAt: realClock.instant() }
      const moved =
        how === '--apply'
          ? await applyMigration(store.db, when, from)
          : await previewMigration(store.db, when, from)
      for (const one of moved) sayMoved(admin, one)
      admin.say(
        moved.length === 0
          ? 'Every process is on the newest definition.'
          : how === '--apply'
            ? `${moved.length} processes moved, each with an entry in its journal.`
            : `${moved.length} processes would move. Nothing was changed; --apply does it.`,
      )
      return 0
    } finally {
      await store.close()
    }
  } finally {
    unlock()
  }
}

function sayMoved({ say }: Admin, { process, from, to, state, flags, dates }: Moved): void {
  say(`${process}: version ${from} to ${to}, ${arrow([state.before], [state.after])}`)
  if (differ(flags.before, flags.after)) say(`  flags: ${arrow(flags.before, flags.after)}`)
  if (differ(dates.before, dates.after)) say(`  dates: ${arrow(dates.before, dates.after)}`)
}

const differ = (a: string[], b: string[]): boolean => a.join() !== b.join()

const arrow = (a: string[], b: string[]): string =>
  differ(a, b) ? `${a.join(', ') || 'none'} -> ${b.join(', ') || 'none'}` : `${a.join(', ')} stays`
