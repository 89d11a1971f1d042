// Sessions: one row each, known by the hash of a token that is stored nowhere. Times are real, ISO 8601 UTC.
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { PeopleTables } from './tables/people.ts'

export type SessionRow = Selectable<PeopleTables['session']>

export const insertSession = (db: Db, row: Insertable<PeopleTables['session']>) =>
  db.insertInto('session').values(row).execute()

/// The session with its person, if it is alive at `now`: neither revoked, nor idle too long, nor too old.
export const liveSession = (db: Db, idHash: string, now: string) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person')
    .select([
      'session.id_hash',
      'session.person',
      'session.behalf_of',
      'session.last_seen_at',
      'session.idle_expires_at',
      'session.expires_at',
      'person.name',
      'person.language',
      'person.colour',
    ])
    .where('session.id_hash', '=', idHash)
    .where('session.revoked_at', 'is', null)
    .where('session.idle_expires_at', '>', now)
    .where('session.expires_at', '>', now)
    .executeTakeFirst()

/// Moves the idle limit forward. Never backwards, and never past the session's own end.
export const touchSession = (db: Db, idHash: string, seen: string, idle: string) =>
  db
    .updateTable('session')
    .set({ last_seen_at: seen, idle_expires_at: idle })
    .where('id_hash', '=', idHash)
    .where('last_seen_at', '<', seen)
    .execute()

export const setBehalfOf = (db: Db, idHash: string, municipality: string | null) =>
  db.updateTable('session').set({ behalf_of: municipality }).where('id_hash', '=', idHash).execute()

export const revokeSession = (db: Db, idHash: string, now: string, reason: string) =>
  db
    .updateTable('session')
    .set({ revoked_at: now, revoke_reason: reason })
    .where('id_hash', '=', idHash)
    .where('revoked_at', 'is', null)
    .execute()

/// The sessions of a person that are alive at `now`, newest first.
export const sessionsOf = (db: Db, person: string, now: string): Promise<SessionRow[]> =>
  db
    .selectFrom('session')
    .selectAll()
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .where('idle_expires_at', '>', now)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
