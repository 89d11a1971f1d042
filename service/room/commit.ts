// Puts what a beat took on disk: one transaction for all texts, and what to do when the disk says no.
import type { ClaimRow, TextRow } from '../../db/text-log.ts'
import type { Count } from './metrics.ts'
import type { Batch } from './batch.ts'

/// Writes in one transaction; on disk when fulfilled, nothing written when rejected.
export type Append = (rows: TextRow[], claims: ClaimRow[]) => Promise<void>

/// Set when the disk failed under the log, or another process writes it now. A failed sync may not be tried again: the
/// system may have dropped what was to be written and report success the next time. Only a restart, which reads the log
/// anew, may go on.
export type Log = { broken: boolean }

const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(SQLITE_(IOERR|CORRUPT|NOTADB)|WRITER_LOST)/.test(String(error.code))

/// One transaction for all rooms; when it fails, one for each, so that a fault of one text is not the others'.
export async function commit(
  batches: Batch[],
  log: Log,
  parts: { append: Append; count: Count },
): Promise<Map<Batch, boolean>> {
  const stored = new Map<Batch, boolean>()
  const full = batches.filter((batch) => batch.rows.length > 0 || batch.claims.length > 0)
  if (full.length === 0) return stored
  const write = async (group: Batch[]): Promise<boolean> => {
    if (log.broken) return false
    const began = performance.now()
    try {
      await parts.append(
        group.flatMap((batch) => batch.rows),
        group.flatMap((batch) => batch.claims),
      )
      parts.count('commits')
      return true
    } catch (error) {
      parts.count('failed-commits')
      log.broken = isBroken(error)
      if (group.length === 1 || log.broken)
        console.error(`room: a commit failed: ${reasonOf(error)}`)
      return false
    } finally {
      parts.count('commit-microseconds', Math.round((performance.now() - began) * 1000))
    }
  }
  const together = await write(full)
  for (const batch of full) {
    stored.set(batch, together || (full.length > 1 && (await write([batch]))))
  }
  return stored
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')
