// A coordinator adds a section while the text is still being drafted.
import { insertSection, sectionsOf, type SectionRow } from '../../db/strategy.ts'
import { may } from '../../workflows/rights.ts'
import { surroundingsOf } from '../facts.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { sectionRow, type NewSection } from './create.ts'

const beforeFreeze = new Set(['F10', 'F20', 'F30', 'F40'])
const ownBeforeFreeze = new Set(['K00', 'K10', 'K20'])

/// Adds it at the end of its zone. Throws `forbidden`, `not-found`, `not-in-this-state` once the zone is past drafting,
/// `input-invalid` for a zone or code that cannot be, `conflict` for a code that is taken. A section of the given id that
/// is there already is answered as it is.
export async function addSection(
  house: House,
  where: { region: number; strategy: string },
  section: Omit<NewSection, 'blocks'>,
  person: SignedIn,
): Promise<SectionRow> {
  const held = person.roles.filter((role) => role.region === where.region)
  if (!may(held, 'add-section')) throw new Refused('forbidden')
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/.test(section.code)) {
    throw new Refused('input-invalid', { field: 'code' })
  }
  const today = house.clock.today()
  const row = await house.store.db.transaction().execute(async (trx) => {
    const around = await surroundingsOf(trx, where.region, where.strategy, today)
    if (!around) throw new Refused('not-found')
    const owner = around.participants.find((one) => one.municipality === section.zone)
    if (section.zone !== 'joint' && !owner) throw new Refused('input-invalid', { field: 'zone' })
    const open = owner
      ? ownBeforeFreeze.has(owner.state)
      : beforeFreeze.has(around.jointState.state)
    if (!open) throw new Refused('not-in-this-state')
    const known = await sectionsOf(trx, where.region, where.strategy)
    const same = known.find((one) => one.id === section.id)
    if (same) return same
    if (known.some((one) => one.zone === section.zone && one.code === section.code)) {
      throw new Refused('conflict', { field: 'code' })
    }
    const last = Math.max(-1, ...known.map((one) => one.position))
    const made = sectionRow(house, where, where.strategy, section, last + 1)
    await insertSection(trx, made)
    return made
  })
  house.changed(where)
  return row
}
