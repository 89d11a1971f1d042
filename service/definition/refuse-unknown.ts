// A process on a definition this code does not have would be judged by other rules than it was begun under. The service
// does not start then, and says what to do.
import type { Store } from '../../db/open.ts'
import { registry, type Registry } from '../../workflows/definitions.ts'
import { exits, StartError } from '../start/start-error.ts'
import { versionsApart, type Stranded } from './migrate.ts'

/// Throws a `StartError` when a stored process is not on the definition this code runs.
export async function refuseUnknownVersions(
  { db }: Store,
  from: Registry = registry,
): Promise<void> {
  const { stranded, waiting } = await versionsApart(db, from)
  if (stranded.length > 0) throw new StartError(strandedSentence(stranded), exits.config)
  if (waiting.length > 0) {
    throw new StartError(
      `${waiting.length} processes are on an older version of the procedure (${named(waiting)}). Look at what would change with "npm run admin -- migrate-definitions --dry-run", then move them with --apply.`,
      exits.config,
    )
  }
}

export const strandedSentence = (stranded: Stranded[]): string =>
  `This Planvev does not know version ${stranded[0]!.version} of the procedure, which ${stranded.length} of the stored processes follow (${named(stranded)}). Start the Planvev that wrote them, or a newer one. Nothing was changed.`

const named = (some: Stranded[]): string =>
  some
    .slice(0, 3)
    .map(({ process }) => process)
    .join(', ') + (some.length > 3 ? ', …' : '')
