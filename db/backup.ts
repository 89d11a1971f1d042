// Copies of an SQLite database while it is in use, and whether such a copy is sound.
import BetterSqlite3 from 'better-sqlite3'
import { restoresKey } from './lineage.ts'

/// Copies the database to a new file through SQLite's own backup, so that what was committed is in it and nothing else.
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new BetterSqlite3(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(to)
  } finally {
    source.close()
  }
  // A copy that is one file: no log beside it, until it is opened to work in.
  const copy = new BetterSqlite3(to)
  copy.pragma('journal_mode = DELETE')
  copy.close()
}

/// Ends every session and link in a database file that is about to be put to use: what was ended after the copy was made
/// would otherwise be open again.
export function endSignIns(file: string, at: string): void {
  const copy = new BetterSqlite3(file, { fileMustExist: true })
  try {
    copy.pragma('synchronous = FULL')
    copy
      .prepare(
        `update session set revoked_at = ?, revoke_reason = 'restored' where revoked_at is null`,
      )
      .run(at)
    copy.prepare('update sign_in_link set used_at = ? where used_at is null').run(at)
    // What browsers kept of the texts is of another lineage now.
    copy
      .prepare(
        `insert into setting (key, value) values (?, '1')
         on conflict (key) do update set value = cast(cast(value as integer) + 1 as text)`,
      )
      .run(restoresKey)
  } finally {
    copy.close()
  }
}

/// What is wrong with a database file; empty when nothing is. `quick` skips comparing indexes with their tables.
export function faultsOf(file: string, thoroughness: 'quick' | 'whole'): string[] {
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    const check = thoroughness === 'quick' ? 'quick_check' : 'integrity_check'
    const said = copy.pragma(check) as Record<string, string>[]
    const broken = copy.pragma('foreign_key_check') as { table: string }[]
    return [
      ...said.map((row) => Object.values(row)[0] ?? '').filter((line) => line !== 'ok'),
      ...broken.map(({ table }) => `a row of ${table} refers to nothing`),
    ]
  } finally {
    copy.close()
  }
}
