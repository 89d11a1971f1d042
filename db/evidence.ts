// Evidence: files that lie beside the database under their hash, and the rows that say whose they are.
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { ProcessTables } from './tables/process.ts'

export type EvidenceRow = Selectable<ProcessTables['evidence_file']>

export const insertEvidence = (db: Db, row: Insertable<ProcessTables['evidence_file']>) =>
  db.insertInto('evidence_file').values(row).execute()

export const evidenceById = (
  db: Db,
  region: number,
  id: string,
): Promise<EvidenceRow | undefined> =>
  db
    .selectFrom('evidence_file')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

/// Files of a municipality, or of the joint work (null), newest first.
export const evidenceAt = (
  db: Db,
  region: number,
  municipality: string | null,
): Promise<EvidenceRow[]> =>
  db
    .selectFrom('evidence_file')
    .selectAll()
    .where('region', '=', region)
    .where('behalf_of', municipality === null ? 'is' : '=', municipality)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .execute()
