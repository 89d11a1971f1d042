// What a person may do with one section: see it at all, write in it, and why not. Pages, the API and the text's socket
// all ask here.
import { sectionIn } from '../../db/section.ts'
import type { SectionRow } from '../../db/strategy.ts'
import { may, mayWriteText, type MayWrite } from '../../workflows/rights.ts'
import type { HeldRole } from '../../workflows/act.ts'
import type { House, SignedIn } from '../house.ts'
import { zoneStates, type ZoneStates } from './zone-states.ts'

export type SectionAccess = {
  section: SectionRow
  roles: HeldRole[]
  write: MayWrite
  states: ZoneStates
  /// The state of the part the section belongs to.
  state: string
}

/// Undefined when there is no such section for this person: unknown, or not theirs to see.
export async function sectionAccess(
  house: House,
  person: SignedIn,
  id: string,
): Promise<SectionAccess | undefined> {
  const regions = [...new Set(person.roles.map((role) => role.region))]
  const section = await sectionIn(house.store.db, regions, id)
  if (!section) return undefined
  const roles = rolesIn(person, section.region)
  if (!may(roles, 'see-unpublished-text')) return undefined
  const states = await zoneStates(house.store.db, section.region, section.strategy)
  if (!states) return undefined
  return { section, roles, states, ...writeAccess(section, roles, states) }
}

/// Asked by the room before it takes a change of the server's own: may this person still write the section?
export const stillWrites =
  (house: House, person: SignedIn, id: string): (() => Promise<boolean>) =>
  async () =>
    (await sectionAccess(house, person, id))?.write.may ?? false

/// May these roles write the section as things stand? Pure.
export function writeAccess(
  section: Pick<SectionRow, 'zone'>,
  roles: readonly HeldRole[],
  states: ZoneStates,
): { write: MayWrite; state: string } {
  const municipal = section.zone === 'joint' ? undefined : states.of(section.zone)
  const write = mayWriteText({
    zone: section.zone,
    jointState: states.joint,
    ...(municipal === undefined ? {} : { municipalState: municipal }),
    roles,
  })
  return { write, state: section.zone === 'joint' ? states.joint : (municipal ?? 'K00') }
}

/// A person's roles in one region, as the rules take them.
export const rolesIn = (person: SignedIn, region: number): HeldRole[] =>
  person.roles.filter((role) => role.region === region).map(({ region: _, ...role }) => role)
