// Sessions of ours in our database: an opaque token in a cookie, its hash in a row, real time throughout, so that
// a demo's moved day signs nobody out. Sixty idle minutes or twelve hours end one; so does revoking it, at once.
import { getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { rolesInForce, type RoleRow } from '../../db/role.ts'
import { insertSession, liveSession, revokeSession, touchSession } from '../../db/session.ts'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { hashOf, isToken, newToken } from './token.ts'

export const idleMinutes = 60
export const longestHours = 12

/// On plain http only loopback is served (see `start/settings.ts`), and there `__Host-` cookies do not work everywhere.
export const cookieName = (house: House): 'sid' | '__Host-sid' =>
  house.origins[0]?.startsWith('https:') ? '__Host-sid' : 'sid'

/// The token in a raw `Cookie` header, for the websocket's upgrade, which has no Hono context.
export function tokenInHeader(house: House, header: string | undefined): string | undefined {
  const name = cookieName(house)
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/// Starts a session. The token is returned here and never again.
export async function startSession(
  house: House,
  person: string,
): Promise<{ token: string; hash: string }> {
  const token = newToken()
  const hash = hashOf(token)
  const now = house.clock.now()
  const roles = await rolesInForce(house.store.db, person, house.clock.today())
  await insertSession(house.store.db, {
    id_hash: hash,
    person,
    behalf_of: roles.find((r) => r.municipality !== null)?.municipality ?? null,
    created_at: iso(now),
    last_seen_at: iso(now),
    idle_expires_at: iso(now + idleMinutes * 60_000),
    expires_at: iso(now + longestHours * 3_600_000),
    revoked_at: null,
    revoke_reason: null,
  })
  return { token, hash }
}

/// Who a session belongs to, with the roles in force today; undefined when it is over or never was. Being `asked` about
/// does not keep it alive.
export async function personOfSession(
  house: House,
  token: string | undefined,
  use: 'used' | 'asked' = 'used',
): Promise<SignedIn | undefined> {
  if (!isToken(token)) return undefined
  const { db } = house.store
  const now = house.clock.now()
  const row = await liveSession(db, hashOf(token), iso(now))
  if (!row) return undefined
  if (use === 'used' && now - Date.parse(row.last_seen_at) > 60_000) {
    await touchSession(db, row.id_hash, iso(now), iso(now + idleMinutes * 60_000))
  }
  const roles = (await rolesInForce(db, row.person, house.clock.today())).map(heldRole)
  const behalf = roles.some((r) => r.municipality === row.behalf_of) ? row.behalf_of : null
  return {
    id: row.person,
    name: row.name,
    language: row.language as Lang,
    colour: row.colour,
    roles,
    ...(behalf !== null && { behalfOf: behalf }),
    sessionHash: row.id_hash,
  }
}

/// When a session ends as things stand, and whether that is for good. An open socket asks; it does not count as use.
export async function endOfSession(
  house: House,
  token: string,
): Promise<{ until: number; last: boolean } | undefined> {
  const row = await liveSession(house.store.db, hashOf(token), iso(house.clock.now()))
  if (!row) return undefined
  const last = row.expires_at <= row.idle_expires_at
  return { until: Date.parse(last ? row.expires_at : row.idle_expires_at), last }
}

/// Somebody who writes without asking for pages is still there.
export async function keepSession(house: House, hash: string): Promise<void> {
  const now = house.clock.now()
  await touchSession(house.store.db, hash, iso(now), iso(now + idleMinutes * 60_000))
}

/// Ends a session and closes its sockets with 4401.
export async function endSession(house: House, hash: string, reason: string): Promise<void> {
  await revokeSession(house.store.db, hash, iso(house.clock.now()), reason)
  house.rooms.endSession(hash)
}

export const sessionToken = (c: Context<Env>): string | undefined =>
  getCookie(c, cookieName(c.var.house))

export function giveCookie(c: Context<Env>, token: string): void {
  const name = cookieName(c.var.house)
  setCookie(c, name, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: name === '__Host-sid',
  })
}

export function takeCookie(c: Context<Env>): void {
  const name = cookieName(c.var.house)
  setCookie(c, name, '', { path: '/', maxAge: 0, secure: name === '__Host-sid', httpOnly: true })
}

/// Milliseconds since 1970 as the rows keep them.
export const iso = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })

const heldRole = (row: RoleRow): SignedIn['roles'][number] => ({
  region: row.region,
  role: row.role as Role,
  ...(row.municipality !== null && { municipality: row.municipality }),
  ...(row.substitute_for !== null && { substituteFor: row.substitute_for }),
})
