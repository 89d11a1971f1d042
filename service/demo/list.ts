// Who can be signed in as in the demo, with the roles in force on its day.
import { people } from '../../db/people.ts'
import { allRolesInForce } from '../../db/role.ts'
import type { House } from '../house.ts'
import { firstRegion } from '../region/ensure-region.ts'
import { demoId, demoPeople } from './people.ts'

export type DemoListed = {
  id: string
  name: string
  roles: { role: string; municipality?: string; substituteFor?: string }[]
}

/// Everybody with a role in force: the demo's own people in their order, then those invited since.
export async function demoList(house: House): Promise<DemoListed[]> {
  const { db } = house.store
  const held = await allRolesInForce(db, firstRegion, house.clock.today())
  const order = new Map(demoPeople().map(({ name }, i) => [demoId(name), i]))
  const place = (id: string) => order.get(id) ?? order.size
  return (await people(db))
    .sort((a, b) => place(a.id) - place(b.id))
    .map(({ id, name }) => ({
      id,
      name,
      roles: held
        .filter((row) => row.person === id)
        .map((row) => ({
          role: row.role,
          ...(row.municipality !== null && { municipality: row.municipality }),
          ...(row.substitute_for !== null && { substituteFor: row.substitute_for }),
        })),
    }))
    .filter((person) => person.roles.length > 0)
}
