// A chapter gets another place among those of its part. While a part is frozen its order is too: it stands in the bytes
// the councils decide on.
import { orderSections } from '../../db/section-order.ts'
import { sectionsOf } from '../../db/strategy.ts'
import type { HeldRole } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import { writeAccess, type SectionAccess } from './section-access.ts'
import { zoneStates, type ZoneStates } from './zone-states.ts'

/// `no-role`: not theirs to order. `frozen`: nobody may now.
export type MayOrder = 'yes' | 'no-role' | 'frozen'

export function mayOrder(zone: string, roles: readonly HeldRole[], states: ZoneStates): MayOrder {
  const scope = zone === 'joint' ? {} : { municipality: zone }
  if (!may(roles, 'order-sections', scope)) return 'no-role'
  // Asked as one who writes there: to others a frozen text is first of all not theirs.
  const writer: HeldRole =
    zone === 'joint' ? { role: 'coordinator' } : { role: 'planner', municipality: zone }
  const { write } = writeAccess({ zone }, [writer], states)
  return write.may || write.why === 'not-begun' ? 'yes' : 'frozen'
}

/// Puts it before another (`undefined`: last). Answers the ids in their new order. Throws `forbidden`,
/// `not-in-this-state` while the part is frozen, `input-invalid` for a place in another part.
export async function moveSection(
  house: House,
  person: SignedIn,
  { section, roles }: SectionAccess,
  before: string | undefined,
): Promise<string[]> {
  const { region, strategy, zone } = section
  const ids = await house.store.db.transaction().execute(async (trx) => {
    const states = await zoneStates(trx, region, strategy)
    if (!states) throw new Refused('not-found')
    const right = mayOrder(zone, roles, states)
    if (right === 'no-role') throw new Refused('forbidden')
    if (right === 'frozen') throw new Refused('not-in-this-state')
    const now = await sectionsOf(trx, region, strategy, zone)
    const one = now.find(({ id }) => id === section.id)
    const rest = now.filter(({ id }) => id !== section.id)
    const at = before === undefined ? rest.length : rest.findIndex(({ id }) => id === before)
    if (!one || at < 0) throw new Refused('input-invalid', { field: 'before' })
    const wanted = rest.toSpliced(at, 0, one)
    if (wanted.some(({ id }, i) => id !== now[i]!.id)) {
      const made = { region, id: newId(), strategy, zone, person: person.id }
      await orderSections(trx, { ...made, at: house.clock.instant() }, wanted)
    }
    return wanted.map(({ id }) => id)
  })
  house.changed({ region, strategy })
  return ids
}
