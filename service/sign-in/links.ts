// One-time links: for the very first coordinator, and from the host for somebody who has lost every way in. The token
// stands in the fragment, so no log and no referrer sees it, and only a POST uses it up.
import { insertLink, insertPerson, killLinks, liveLink, useLink } from '../../db/people.ts'
import type { House } from '../house.ts'
import { colourOf } from '../people/colour.ts'
import { endSessionsOf, writeRole } from '../people/roles.ts'
import { firstRegion } from '../region/ensure-region.ts'
import { iso } from './session.ts'
import { hashOf, isToken, newId, newToken } from './token.ts'

export const linkMinutes = 15

type Maker = Pick<House, 'store' | 'clock'>

/// A fresh link's token for the first coordinator; earlier ones die.
export const firstLink = (house: Maker): Promise<string> => makeLink(house, 'first', null)

/// A fresh link's token for a person there is already; earlier ones die.
export const personLink = (house: Maker, person: string): Promise<string> =>
  makeLink(house, 'sign-in', person)

/// What a token would do, without using it up.
export async function linkOf(
  house: House,
  token: string,
): Promise<{ purpose: 'first' } | { purpose: 'sign-in'; person: string } | undefined> {
  if (!isToken(token)) return undefined
  const row = await liveLink(house.store.db, hashOf(token), iso(house.clock.now()))
  if (!row) return undefined
  return row.person === null ? { purpose: 'first' } : { purpose: 'sign-in', person: row.person }
}

/// Uses a token up and answers with the person who is now to be signed in; undefined when it was used just before.
/// `name` is for the first coordinator.
export async function spendLink(
  house: House,
  token: string,
  name: string,
): Promise<string | undefined> {
  const link = await linkOf(house, token)
  if (!link) return undefined
  const now = iso(house.clock.now())
  const person = await house.store.db.transaction().execute(async (trx) => {
    if (!(await useLink(trx, hashOf(token), now))) return undefined
    if (link.purpose === 'sign-in') return link.person
    const id = newId()
    await insertPerson(trx, { id, name, email: null, colour: colourOf(id), created_at: now })
    const role = { person: id, role: 'coordinator', municipality: null } as const
    await writeRole(house, trx, firstRegion, role, null)
    return id
  })
  if (person === undefined) return undefined
  if (link.purpose === 'sign-in') await endSessionsOf(house, person, 'new link')
  else house.changed({ region: firstRegion })
  return person
}

async function makeLink(house: Maker, purpose: string, person: string | null): Promise<string> {
  const token = newToken()
  const now = house.clock.now()
  await killLinks(house.store.db, purpose, person, iso(now))
  await insertLink(house.store.db, {
    token_hash: hashOf(token),
    person,
    purpose,
    created_at: iso(now),
    expires_at: iso(now + linkMinutes * 60_000),
    used_at: null,
  })
  return token
}
