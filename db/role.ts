// Who holds which role, where and between which days, and the invitations that give one.
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { RegionTables } from './tables/region.ts'

export type RoleRow = Selectable<RegionTables['role_held']>
export type InvitationRow = Selectable<RegionTables['invitation']>

export const insertRole = (db: Db, row: Insertable<RegionTables['role_held']>) =>
  db.insertInto('role_held').values(row).execute()

/// Roles of a person in force on `day` (both days of the period included), in every region.
export const rolesInForce = (db: Db, person: string, day: string): Promise<RoleRow[]> =>
  inForce(db, day).where('person', '=', person).execute()

/// Everybody's roles in force in a region on `day`.
export const allRolesInForce = (db: Db, region: number, day: string): Promise<RoleRow[]> =>
  inForce(db, day).where('region', '=', region).execute()

/// Every role ever held in a region, ended ones too.
export const rolesEver = (db: Db, region: number): Promise<RoleRow[]> =>
  db.selectFrom('role_held').selectAll().where('region', '=', region).orderBy('from_on').execute()

export const roleById = (db: Db, region: number, id: string): Promise<RoleRow | undefined> =>
  db
    .selectFrom('role_held')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

/// Ends a role now: it is out of force at once, whatever its days say.
export const endRole = (db: Db, region: number, id: string, day: string, at: string) =>
  db
    .updateTable('role_held')
    .set({ to_on: day, ended_at: at })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

export const insertInvitation = (db: Db, row: Insertable<RegionTables['invitation']>) =>
  db.insertInto('invitation').values(row).execute()

/// Invitations neither used, revoked nor too old at `now`.
export const openInvitations = (db: Db, region: number, now: string): Promise<InvitationRow[]> =>
  open(db, now).where('region', '=', region).orderBy('created_at', 'desc').execute()

export const liveInvitation = (
  db: Db,
  tokenHash: string,
  now: string,
): Promise<InvitationRow | undefined> =>
  open(db, now)
    .where((e) =>
      e.or([
        e('token_hash', '=', tokenHash),
        e.exists(
          e
            .selectFrom('invitation_link as link')
            .select('link.invitation')
            .where('link.token_hash', '=', tokenHash)
            .whereRef('link.region', '=', 'invitation.region')
            .whereRef('link.invitation', '=', 'invitation.id'),
        ),
      ]),
    )
    .executeTakeFirst()

/// An invitation by its id, while it can be used.
export const openInvitation = (
  db: Db,
  region: number,
  id: string,
  now: string,
): Promise<InvitationRow | undefined> =>
  open(db, now).where('region', '=', region).where('id', '=', id).executeTakeFirst()

export const insertInvitationLink = (
  db: Db,
  row: Insertable<RegionTables['invitation_link']>,
): Promise<unknown> => db.insertInto('invitation_link').values(row).execute()

/// Uses an invitation up. False when it is used, revoked or too old by now.
export async function useInvitation(db: Db, row: InvitationRow, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ used_at: now })
    .where('region', '=', row.region)
    .where('id', '=', row.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export const revokeInvitation = (db: Db, region: number, id: string, now: string) =>
  db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()

const inForce = (db: Db, day: string) =>
  db
    .selectFrom('role_held')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('from_on', '<=', day)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', day)]))
    .orderBy('from_on')
    .orderBy('id')

const open = (db: Db, now: string) =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
