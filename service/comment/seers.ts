// Who can see a thread, for the list of those one can mention and for who is told.
import type { ThreadRow } from '../../db/comment.ts'
import { namesOf } from '../../db/people.ts'
import { allRolesInForce } from '../../db/role.ts'
import { municipalitiesOf } from '../../db/strategy.ts'
import type { HeldRole, Role } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import type { House } from '../house.ts'
import type { SectionAccess } from '../text/section-access.ts'
import { seesThread } from './circles.ts'

/// `where` is the municipality, or '' for a joint role.
export type Seer = { id: string; name: string; where: string }

/// Everybody with roles in force today who sees unpublished text and this thread, by name.
export async function seersOf(
  house: House,
  { section: { region } }: Pick<SectionAccess, 'section'>,
  thread: Pick<ThreadRow, 'circle' | 'municipality' | 'person'>,
): Promise<Seer[]> {
  if (thread.circle === 'me') return []
  const { db } = house.store
  const held = new Map<string, HeldRole[]>()
  for (const row of await allRolesInForce(db, region, house.clock.today())) {
    const role: HeldRole = {
      role: row.role as Role,
      ...(row.municipality === null ? {} : { municipality: row.municipality }),
    }
    held.set(row.person, [...(held.get(row.person) ?? []), role])
  }
  const seeing = [...held].filter(
    ([person, roles]) => may(roles, 'see-unpublished-text') && seesThread(thread, person, roles),
  )
  const names = await namesOf(
    db,
    seeing.map(([person]) => person),
  )
  const places = new Map((await municipalitiesOf(db, region)).map((m) => [m.number, m.name]))
  return seeing
    .map(([id, roles]) => ({
      id,
      name: names.get(id) ?? '',
      where: [...new Set(roles.map((role) => places.get(role.municipality ?? '') ?? ''))]
        .filter(Boolean)
        .join(', '),
    }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}
