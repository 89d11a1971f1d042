// Every file that a row names, whatever it is for: what a backup must hold and a check must find.
import type { Db } from './database.ts'

/// Hashes in every region, each once.
export async function fileHashes(db: Db): Promise<string[]> {
  const lists = await Promise.all([
    db.selectFrom('evidence_file').select('sha256').distinct().execute(),
    db.selectFrom('image').select('sha256').distinct().execute(),
    db.selectFrom('word_import').select('sha256').distinct().execute(),
  ])
  return [...new Set(lists.flat().map((row) => row.sha256))]
}
