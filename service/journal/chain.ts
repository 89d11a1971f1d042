// The hash chain of one process: each entry covers its whole row and the entry before. Free text is not in the row, only
// a salted hash of it, so that the words can be erased and the chain still verifies.
import { randomBytes } from 'node:crypto'
import type { JournalRow } from '../../db/journal.ts'
import { canonicalJson, sha256 } from '../version/canonical.ts'

export type UnsealedEntry = Omit<JournalRow, 'hash'>

/// Where a chain begins: bound to the process, so that a whole chain cannot be moved to another.
export const genesisHash = (region: number, process: string): string =>
  sha256(canonicalJson(['planvev-journal/1', region, process]))

/// Every column as it lies, JSON columns as their stored text.
export const entryHash = (row: UnsealedEntry): string =>
  sha256(
    canonicalJson([
      row.region,
      row.process,
      row.seq,
      row.type,
      row.acted_on,
      row.today,
      row.recorded_at,
      row.actor,
      row.roles,
      row.behalf_of,
      row.input,
      row.facts,
      row.findings,
      row.overrides,
      row.details,
      row.from_state,
      row.to_state,
      row.machine_version,
      row.command_key,
      row.prev_hash,
    ]),
  )

export const sealEntry = (row: UnsealedEntry): JournalRow => ({ ...row, hash: entryHash(row) })

/// A field's words with fresh salt, and the hash the entry keeps of them.
export type SaltedDetail = { field: string; salt: string; value: string; hash: string }

export function saltDetail(field: string, value: string): SaltedDetail {
  const salt = randomBytes(16).toString('base64url')
  return { field, salt, value, hash: detailHash(field, salt, value) }
}

export const detailHash = (field: string, salt: string, value: string): string =>
  sha256(canonicalJson([salt, field, value]))
