// Invitations: one use, seven days, one role, revocable. The token is shown to the inviter once and kept as a hash; the
// inviter's own right is asked again when it is accepted.
import type { Db } from '../../db/database.ts'
import { insertPerson } from '../../db/people.ts'
import {
  insertInvitation,
  liveInvitation,
  revokeInvitation,
  rolesInForce,
  useInvitation,
  type InvitationRow,
} from '../../db/role.ts'
import { putOutbox } from '../../db/outbox.ts'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { iso } from '../sign-in/session.ts'
import { colourOf } from './colour.ts'
import { hashOf, isToken, newId, newToken } from '../sign-in/token.ts'
import { realInstant } from '../outbox.ts'
import type { InvitationPayload } from './mail-invitation.ts'
import { mayGiveRoles, writeRole } from './roles.ts'

const week = 7 * 24 * 3_600_000

export type NewInvitation = {
  region: number
  name: string
  email: string | null
  role: Role
  municipality: string | null
}

/// Makes an invitation and answers with the link's token, which is shown once. With a mail server it is sent as well, when
/// there is an address; `lang` is the letter's language.
export async function invite(
  house: House,
  wanted: NewInvitation,
  by: SignedIn,
  lang: Lang = 'nb',
): Promise<string> {
  if (!mayGiveRoles(by, wanted.region, wanted.municipality)) throw new Refused('forbidden')
  const token = newToken()
  const now = house.clock.now()
  const id = newId()
  const row = {
    region: wanted.region,
    id,
    token_hash: hashOf(token),
    name: wanted.name,
    email: wanted.email,
    role: wanted.role,
    municipality: wanted.municipality,
    invited_by: by.id,
    created_at: iso(now),
    expires_at: iso(now + week),
    used_at: null,
    revoked_at: null,
  }
  await house.store.db.transaction().execute(async (trx) => {
    await insertInvitation(trx, row)
    if (house.mails && wanted.email !== null) {
      const at = realInstant(house)
      const payload = { invitation: id, lang } satisfies InvitationPayload
      await putOutbox(trx, [
        {
          region: wanted.region,
          id: `invitation/${id}`,
          process: '',
          seq: 0,
          kind: 'invitation',
          payload: JSON.stringify(payload),
          next_at: at,
          created_at: at,
        },
      ])
    }
  })
  if (house.mails) house.changed({ region: wanted.region })
  return token
}

/// The invitation behind a token, if it can still be used and its inviter may still give that role.
export async function invitationOf(
  house: House,
  token: string,
): Promise<InvitationRow | undefined> {
  if (!isToken(token)) return undefined
  const { db } = house.store
  const row = await liveInvitation(db, hashOf(token), iso(house.clock.now()))
  if (!row) return undefined
  const roles = await rolesInForce(db, row.invited_by, house.clock.today())
  const inviter = roles.map((held) => ({
    region: held.region,
    role: held.role as Role,
    ...(held.municipality !== null && { municipality: held.municipality }),
  }))
  return mayGiveRoles({ roles: inviter }, row.region, row.municipality) ? row : undefined
}

/// Accepts: gives the role to the one signed in, or makes a person of the invited name. Answers with the person's id,
/// or undefined when somebody has just used it.
export async function accept(
  house: House,
  row: InvitationRow,
  who: { person: string } | { name: string },
): Promise<string | undefined> {
  const now = iso(house.clock.now())
  const { municipality, region, invited_by } = row
  const role = row.role as Role
  const accepted = await house.store.db.transaction().execute(async (trx) => {
    if (!(await useInvitation(trx, row, now))) return undefined
    const person = 'person' in who ? who.person : newId()
    if ('name' in who) {
      const { name } = who
      const email = await freeEmail(trx, row.email)
      await insertPerson(trx, {
        id: person,
        name,
        email,
        colour: colourOf(person),
        created_at: now,
      })
    }
    await writeRole(house, trx, region, { person, role, municipality }, invited_by)
    return person
  })
  if (accepted !== undefined) house.changed({ region })
  return accepted
}

export async function revoke(house: House, row: InvitationRow, by: SignedIn): Promise<void> {
  if (!mayGiveRoles(by, row.region, row.municipality)) throw new Refused('forbidden')
  await revokeInvitation(house.store.db, row.region, row.id, iso(house.clock.now()))
}

/// An address that belongs to somebody already stays theirs: an invitation links no accounts.
async function freeEmail(db: Db, email: string | null): Promise<string | null> {
  if (email === null) return null
  const taken = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return taken ? null : email
}
