// A municipality's mandate to clear texts: who gave it, to whom, until when. A new one takes the place of the last; the
// earlier ones stay as they were.
import { insertMandate, lastMandate, mandatesOf, withdrawMandate } from '../../db/clearance.ts'
import { allRolesInForce } from '../../db/role.ts'
import type { Role } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import { rolesIn } from '../text/section-access.ts'
import type { ClearancePlace } from './clear.ts'

export type GivenMandate = {
  /// A body or a person, as typed.
  givenBy: string
  /// Id of the person.
  givenTo: string
  /// The last day it may be used; undefined when what was typed is no date.
  until: string | undefined
  reference: string
}

export type MandateField = 'givenBy' | 'givenTo' | 'until' | 'reference'

/// Records it and answers the fields that cannot be so; none means it is stored. Throws `forbidden`, and `conflict` when
/// two are given at once.
export async function giveMandate(
  house: House,
  place: ClearancePlace,
  given: GivenMandate,
  person: SignedIn,
): Promise<MandateField[]> {
  const { region, strategy, municipality } = place
  if (!mayGiveMandate(person, place)) throw new Refused('forbidden')
  const today = house.clock.today()
  const holders = await whoMayClear(house, place)
  const wrong: MandateField[] = []
  if (!fits(given.givenBy, 1)) wrong.push('givenBy')
  if (!holders.includes(given.givenTo)) wrong.push('givenTo')
  if (given.until === undefined || given.until < today) wrong.push('until')
  if (!fits(given.reference, 0)) wrong.push('reference')
  if (wrong.length > 0) return wrong
  await house.store.db.transaction().execute(async (trx) => {
    const last = (await mandatesOf(trx, region, strategy, municipality)).at(-1)
    const stored = await insertMandate(trx, {
      ...place,
      id: newId(),
      number: (last?.number ?? 0) + 1,
      given_by: given.givenBy,
      given_to: given.givenTo,
      until_on: given.until!,
      reference: given.reference,
      recorded_by: person.id,
      recorded_on: today,
      recorded_at: house.clock.instant(),
    })
    if (!stored) throw new Refused('conflict')
  })
  house.changed(place)
  return []
}

/// Takes the mandate that counts back, from now on. What was cleared on it stands: that was right when it was done. Throws
/// `forbidden`, `input-invalid` without a reason, `not-found` when there is none.
export async function takeMandateBack(
  house: House,
  place: ClearancePlace,
  reason: string,
  person: SignedIn,
): Promise<void> {
  const { region, strategy, municipality } = place
  if (!mayGiveMandate(person, place)) throw new Refused('forbidden')
  if (!fits(reason, 1)) throw new Refused('input-invalid', { field: 'reason' })
  await house.store.db.transaction().execute(async (trx) => {
    const mandate = await lastMandate(trx, region, strategy, municipality)
    if (!mandate) throw new Refused('not-found')
    const stored = await withdrawMandate(trx, {
      region,
      mandate: mandate.id,
      reason,
      recorded_by: person.id,
      recorded_on: house.clock.today(),
      recorded_at: house.clock.instant(),
    })
    if (!stored) throw new Refused('conflict')
  })
  house.changed(place)
}

export const mayGiveMandate = (
  person: SignedIn,
  { region, municipality }: Pick<ClearancePlace, 'region' | 'municipality'>,
): boolean => may(rolesIn(person, region), 'name-substitute', { municipality })

/// Ids of those who may clear in their own right there today; a substitute acts on somebody else's mandate.
export async function whoMayClear(
  house: House,
  { region, municipality }: Pick<ClearancePlace, 'region' | 'municipality'>,
): Promise<string[]> {
  const rows = await allRolesInForce(house.store.db, region, house.clock.today())
  const held = rows.filter(
    (row) =>
      row.municipality === municipality &&
      row.substitute_for === null &&
      may([{ role: row.role as Role, municipality }], 'clear-text', { municipality }),
  )
  return [...new Set(held.map((row) => row.person))]
}

const fits = (text: string, least: number): boolean => {
  const length = [...text].length
  return length >= least && length <= 200
}
