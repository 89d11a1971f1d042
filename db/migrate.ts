// Brings a database to the newest schema through Kysely's Migrator, from a static list: no folder is scanned.
import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { ddlOf, run, type Dialect, type TwoDialectMigration } from './columns.ts'
import { people } from './migrations/001-people.ts'
import { region } from './migrations/002-region.ts'
import { process } from './migrations/003-process.ts'
import { text } from './migrations/004-text.ts'
import { version } from './migrations/005-version.ts'
import { submission } from './migrations/006-submission.ts'
import { planNeed } from './migrations/007-plan-need.ts'
import { comment } from './migrations/008-comment.ts'
import { clearance } from './migrations/009-clearance.ts'
import { noticeChoice } from './migrations/010-notice-choice.ts'
import { reading } from './migrations/011-reading.ts'
import { image } from './migrations/012-image.ts'
import { commentDepth } from './migrations/013-comment-depth.ts'
import { amendment } from './migrations/014-amendment.ts'
import { textDesk } from './migrations/015-text-desk.ts'
import { invitationLink } from './migrations/016-invitation-link.ts'
import { mandateWithdrawn } from './migrations/017-mandate-withdrawn.ts'

/// Every migration in order. Append only once released.
export const migrations: TwoDialectMigration[] = [
  people,
  region,
  process,
  text,
  version,
  submission,
  planNeed,
  comment,
  clearance,
  noticeChoice,
  reading,
  image,
  commentDepth,
  amendment,
  textDesk,
  invitationLink,
  mandateWithdrawn,
]

export async function migrate(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const list: Record<string, Migration> = {}
  for (const { name, up } of migrations) {
    list[name] = { up: (trx) => run(trx as Kysely<never>, up(ddlOf(dialect), dialect)) }
  }
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => list },
  }).migrateToLatest()
  if (error) throw error
}
