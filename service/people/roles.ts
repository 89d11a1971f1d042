// Giving and ending roles. A role is in force between its days; ending one works at once, on open sockets too.
import type { Db } from '../../db/database.ts'
import { bumpPermEpoch, personById } from '../../db/people.ts'
import { allRolesInForce, endRole, insertRole, roleById } from '../../db/role.ts'
import { sessionsOf } from '../../db/session.ts'
import type { Role } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { endSession, iso } from '../sign-in/session.ts'
import { newId } from '../sign-in/token.ts'

export const jointRoles: readonly Role[] = ['coordinator', 'steering-leader', 'observer']
export const municipalRoles: readonly Role[] = [
  'planner',
  'mayor',
  'chief-executive',
  'council-secretary',
  'archivist',
]

export const isRole = (text: string): text is Role =>
  [...jointRoles, ...municipalRoles].some((role) => role === text)

/// A joint role belongs to no municipality, every other to one.
export const fits = (role: Role, municipality: string | null): boolean =>
  jointRoles.includes(role) === (municipality === null)

export type NewRole = {
  person: string
  role: Role
  municipality: string | null
  substituteFor?: string | null
  from?: string
  to?: string | null
}

/// May this person give and end roles here? The coordinator everywhere; a chief executive at home.
export const mayGiveRoles = (
  by: Pick<SignedIn, 'roles'>,
  region: number,
  municipality: string | null,
): boolean =>
  may(
    by.roles.filter((held) => held.region === region),
    'invite-person',
    municipality === null ? {} : { municipality },
  )

/// Throws `self-given` when somebody would give a role to themselves.
export async function giveRole(
  house: House,
  region: number,
  given: NewRole,
  by: string | null,
): Promise<void> {
  await writeRole(house, house.store.db, region, given, by)
  house.changed({ region })
}

/// The row alone, for a larger transaction; the caller tells the house afterwards. What a role registers is trusted, so
/// nobody gives one to themselves; the first coordinator's (`by` null) comes from the host. Throws `self-given`.
export async function writeRole(
  house: Pick<House, 'clock'>,
  db: Db,
  region: number,
  given: NewRole,
  by: string | null,
): Promise<void> {
  if (given.person === by) throw new Refused('self-given')
  await insertRole(db, {
    region,
    id: newId(),
    person: given.person,
    role: given.role,
    municipality: given.municipality,
    substitute_for: given.substituteFor ?? null,
    from_on: given.from ?? house.clock.today(),
    to_on: given.to ?? null,
    given_by: by,
    created_at: iso(house.clock.now()),
    ended_at: null,
  })
  await bumpPermEpoch(db, given.person)
}

/// Ends a role now. The last coordinator's stays: somebody must be able to open the door.
export async function endRoleNow(
  house: House,
  region: number,
  id: string,
  by: SignedIn,
): Promise<void> {
  const { db } = house.store
  const row = await roleById(db, region, id)
  if (!row) throw new Refused('not-found')
  if (!mayGiveRoles(by, region, row.municipality)) throw new Refused('forbidden')
  const inForce = await allRolesInForce(db, region, house.clock.today())
  const coordinators = inForce.filter((held) => held.role === 'coordinator')
  if (row.role === 'coordinator' && coordinators.every((held) => held.id === id)) {
    throw new Refused('conflict')
  }
  await endRole(db, region, id, house.clock.today(), iso(house.clock.now()))
  await bumpPermEpoch(db, row.person)
  house.changed({ region })
}

/// Ends every session of a person, with their sockets.
export async function endSessionsOf(house: House, person: string, reason: string): Promise<number> {
  if (!(await personById(house.store.db, person))) throw new Refused('not-found')
  const alive = await sessionsOf(house.store.db, person, iso(house.clock.now()))
  for (const session of alive) await endSession(house, session.id_hash, reason)
  return alive.length
}
