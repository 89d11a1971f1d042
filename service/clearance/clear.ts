// Clearing chapters on behalf of a municipality: on a mandate that has not run out, by the person it was given to or by
// a substitute of theirs, and only the text the person saw.
import {
  insertClearances,
  lastMandate,
  type ClearanceRow,
  type MandateRow,
} from '../../db/clearance.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import { rolesIn } from '../text/section-access.ts'
import { zoneStates } from '../text/zone-states.ts'
import { clearanceSheet } from './sheet.ts'

export type ClearancePlace = { region: number; strategy: string; municipality: string }

/// A chapter as it was shown: its id and the hash of the words on the page.
export type Seen = { section: string; hash: string }

export type ClearNo = 'no-mandate' | 'mandate-ended' | 'not-yours' | 'outside' | 'nothing' | 'moved'

/// `cleared` counts what was not cleared already: the same asked again adds nothing.
export type Cleared =
  | { ok: true; cleared: number }
  | { ok: false; why: ClearNo; mandate?: MandateRow }

/// Throws `forbidden` for somebody without the right there, `not-found` for a municipality without a case.
export async function clearChapters(
  house: House,
  place: ClearancePlace,
  seen: readonly Seen[],
  person: SignedIn,
): Promise<Cleared> {
  const { region, strategy, municipality } = place
  const { db } = house.store
  const roles = rolesIn(person, region)
  if (!may(roles, 'clear-text', { municipality })) throw new Refused('forbidden')
  const state = (await zoneStates(db, region, strategy))?.of(municipality)
  if (state === undefined) throw new Refused('not-found')
  if (outside.has(state)) return { ok: false, why: 'outside' }
  if (seen.length === 0) return { ok: false, why: 'nothing' }
  const sheet = await clearanceSheet(house, place)
  const now = new Map(sheet.chapters.map(({ section, hash }) => [section.id, hash]))
  if (seen.some(({ section }) => !now.has(section))) throw new Refused('not-found')
  if (seen.some(({ section, hash }) => now.get(section) !== hash))
    return { ok: false, why: 'moved' }
  const wanted = [...new Set(seen.map(({ section }) => section))].filter(
    (section) => sheet.cell(municipality, section).standing !== 'holds',
  )
  const at = house.clock.instant()
  const today = house.clock.today()
  const answer = await db.transaction().execute(async (trx): Promise<Cleared> => {
    const mandate = await lastMandate(trx, region, strategy, municipality)
    if (!mandate) return { ok: false, why: 'no-mandate' }
    if (mandate.until_on < today) return { ok: false, why: 'mandate-ended', mandate }
    const hand = handOf(person, place, mandate)
    if (!hand) return { ok: false, why: 'not-yours', mandate }
    await insertClearances(
      trx,
      wanted.map((section): ClearanceRow => ({
        ...place,
        id: newId(),
        section,
        hash: now.get(section)!,
        mandate: mandate.id,
        person: person.id,
        substitute_for: hand.substituteFor,
        cleared_on: today,
        recorded_at: at,
      })),
    )
    return { ok: true, cleared: wanted.length }
  })
  if (answer.ok) house.changed(place)
  return answer
}

/// In whose name the person would act on the mandate; undefined when they may not.
export function handOf(
  person: Pick<SignedIn, 'id' | 'roles'>,
  { region, municipality }: Pick<ClearancePlace, 'region' | 'municipality'>,
  mandate: Pick<MandateRow, 'given_to'>,
): { substituteFor: string | null } | undefined {
  const held = person.roles.filter(
    (role) => role.region === region && may([role], 'clear-text', { municipality }),
  )
  if (held.length > 0 && mandate.given_to === person.id) return { substituteFor: null }
  return held.some((role) => role.substituteFor === mandate.given_to)
    ? { substituteFor: mandate.given_to }
    : undefined
}

/// Not in the work, or no longer.
const outside = new Set(['K00', 'K900', 'K910'])
