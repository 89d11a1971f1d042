// How many suggestions on copies wait for this person's answer: of texts they may write now, and not their own.
import { amendmentsOf, waitingAmendments } from '../../db/amendment.ts'
import { sectionsOf } from '../../db/strategy.ts'
import type { House, SignedIn } from '../house.ts'
import { rolesIn, writeAccess } from '../text/section-access.ts'
import { zoneStates } from '../text/zone-states.ts'
import { worksFor } from './amendment.ts'

export async function amendmentsToAnswer(
  house: House,
  person: SignedIn,
  { region, strategy }: { region: number; strategy: string },
): Promise<number> {
  const { db } = house.store
  if ((await waitingAmendments(db, region, strategy)).size === 0) return 0
  const states = await zoneStates(db, region, strategy)
  if (!states) return 0
  const roles = rolesIn(person, region)
  const open = new Set(
    (await sectionsOf(db, region, strategy))
      .filter((section) => writeAccess(section, roles, states).write.may)
      .map(({ id }) => id),
  )
  return (await amendmentsOf(db, region, strategy)).filter(
    ({ state, section, behalf_of, person: by }) =>
      state === 'sent' &&
      open.has(section) &&
      (behalf_of === null ? by !== person.id : !worksFor(roles, behalf_of)),
  ).length
}
