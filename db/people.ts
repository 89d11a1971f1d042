// People and what they own: name, language, passkeys, one-time links. Rows in, rows out; rights live elsewhere.
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { PeopleTables } from './tables/people.ts'

export type PersonRow = Selectable<PeopleTables['person']>
export type PasskeyRow = Selectable<PeopleTables['passkey']>
export type LinkRow = Selectable<PeopleTables['sign_in_link']>

export const insertPerson = (db: Db, row: Insertable<PeopleTables['person']>) =>
  db.insertInto('person').values(row).execute()

export const personById = (db: Db, id: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export const people = (db: Db): Promise<PersonRow[]> =>
  db.selectFrom('person').selectAll().orderBy('created_at').orderBy('id').execute()

/// Names of these people, by id.
export async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const anyPerson = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined

export const setPersonLanguage = (db: Db, id: string, language: string) =>
  db.updateTable('person').set({ language }).where('id', '=', id).execute()

export const setPersonNotices = (db: Db, id: string, notices: 'at-once' | 'daily') =>
  db.updateTable('person').set({ notices }).where('id', '=', id).execute()

export const setPersonName = (db: Db, id: string, name: string) =>
  db.updateTable('person').set({ name }).where('id', '=', id).execute()

/// Raised whenever a person's rights change, so that whoever holds an older answer asks again.
export const bumpPermEpoch = (db: Db, id: string) =>
  db
    .updateTable('person')
    .set((e) => ({ perm_epoch: e('perm_epoch', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const insertPasskey = (db: Db, row: Insertable<PeopleTables['passkey']>) =>
  db.insertInto('passkey').values(row).execute()

export const passkeyById = (db: Db, id: string): Promise<PasskeyRow | undefined> =>
  db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()

export const passkeysOf = (db: Db, person: string): Promise<PasskeyRow[]> =>
  db.selectFrom('passkey').selectAll().where('person', '=', person).orderBy('created_at').execute()

export const usedPasskey = (db: Db, id: string, counter: number, at: string) =>
  db.updateTable('passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute()

export const deletePasskey = (db: Db, person: string, id: string) =>
  db.deleteFrom('passkey').where('person', '=', person).where('id', '=', id).execute()

export const insertLink = (db: Db, row: Insertable<PeopleTables['sign_in_link']>) =>
  db.insertInto('sign_in_link').values(row).execute()

/// A link that may still be used at `now` (ISO instant). Looking at it does not use it.
export const liveLink = (db: Db, tokenHash: string, now: string): Promise<LinkRow | undefined> =>
  db
    .selectFrom('sign_in_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/// Uses a link up. False when somebody was quicker, it is too old, or there is none.
export async function useLink(db: Db, tokenHash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/// Earlier links of the same purpose and person die when a new one is made.
export const killLinks = (db: Db, purpose: string, person: string | null, now: string) =>
  db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('purpose', '=', purpose)
    .where('person', person === null ? 'is' : '=', person)
    .where('used_at', 'is', null)
    .execute()
