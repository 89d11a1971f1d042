// What API routes begin with: which strategy is meant, who asks, and the strict reading of their bodies.
import type { Context } from 'hono'
import { findStrategy } from '../../db/strategy.ts'
import type { HeldRole, Json, ProcessKind } from '../../workflows/act.ts'
import { may, type Action } from '../../workflows/rights.ts'
import type { ProcessName } from '../act.ts'
import type { JsonObject } from '../guard/body.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'

export type Found = { region: number; id: string }

/// The strategy in the address, by id or slug; throws `not-found`.
export async function strategyAsked(c: Context<Env>, house: House): Promise<Found> {
  const found = await findStrategy(house.store.db, c.req.param('id') ?? '')
  if (!found) throw new Refused('not-found')
  return found
}

/// Which of the strategy's processes the address names.
export function processAsked(c: Context<Env>, found: Found): ProcessName {
  const municipality = c.req.param('number')
  const kind: ProcessKind = municipality === undefined ? 'strategy' : 'participation'
  return { strategy: found.id, kind, ...(municipality === undefined ? {} : { municipality }) }
}

/// The signed-in person; throws `signed-out`.
export function personAsked(c: Context<Env>): SignedIn {
  const person = c.get('person')
  if (!person) throw new Refused('signed-out')
  return person
}

export const rolesIn = (person: SignedIn | undefined, region: number): HeldRole[] =>
  person?.roles.filter((role) => role.region === region) ?? []

/// Throws `signed-out`, or `forbidden` when no role of the person gives the right.
export function mustBeAble(
  c: Context<Env>,
  region: number,
  action: Action,
  municipality?: string,
): SignedIn {
  const person = personAsked(c)
  const scope = municipality === undefined ? {} : { municipality }
  if (!may(rolesIn(person, region), action, scope)) throw new Refused('forbidden')
  return person
}

/// A body of an act: the four members of its own, and all the rest as its input. Throws for a wrong shape.
export function readAct(body: JsonObject): {
  type: string
  actedOn: string
  behalfOf?: string
  expectedSeq?: number
  overrides?: { [rule: string]: string }
  input: { [key: string]: Json }
} {
  const { type, actedOn, behalfOf, expectedSeq, overrides, ...input } = body
  if (typeof type !== 'string' || type === '') throw wrong('type')
  if (typeof actedOn !== 'string') throw wrong('actedOn')
  if (behalfOf !== undefined && behalfOf !== null && typeof behalfOf !== 'string') {
    throw wrong('behalfOf')
  }
  if (
    expectedSeq !== undefined &&
    !(Number.isSafeInteger(expectedSeq) && Number(expectedSeq) >= 0)
  ) {
    throw wrong('expectedSeq')
  }
  return {
    type,
    actedOn,
    ...(typeof behalfOf === 'string' ? { behalfOf } : {}),
    ...(typeof expectedSeq === 'number' ? { expectedSeq } : {}),
    ...(overrides === undefined ? {} : { overrides: readOverrides(overrides) }),
    input,
  }
}

/// The client's key for one act: 1 to 200 visible ASCII characters.
export function keyAsked(c: Context<Env>): string {
  const key = c.req.header('idempotency-key')
  if (key === undefined || key === '') throw new Refused('key-missing')
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refused('key-malformed')
  return key
}

function readOverrides(value: Json): { [rule: string]: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('overrides')
  return Object.fromEntries(
    Object.entries(value).map(([rule, reason]) => {
      if (typeof reason !== 'string' || reason.length > 4000) throw wrong(`overrides.${rule}`)
      return [rule, reason]
    }),
  )
}

const wrong = (field: string): Refused => new Refused('input-invalid', { field })
