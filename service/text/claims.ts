// "Kari arbeider med dette kapittelet til fredag": said by those who write there, seen by all who read there. It warns,
// hinders nobody, and ends by itself.
import { releaseClaim, saveClaim } from '../../db/claim.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import type { SectionAccess } from './section-access.ts'

/// How many days after today a claim may last.
export const claimDays = [0, 2, 6, 13] as const

/// Throws `forbidden` to those who may not write the text now, `input-invalid` for a length that is not offered.
export async function claimSection(
  house: House,
  person: SignedIn,
  { section, write }: SectionAccess,
  { days, note }: { days: number; note: string },
): Promise<void> {
  if (!write.may) throw new Refused('forbidden')
  if (!claimDays.some((one) => one === days)) throw new Refused('input-invalid', { field: 'days' })
  const until = Temporal.PlainDate.from(house.clock.today()).add({ days }).toString()
  await saveClaim(house.store.db, {
    region: section.region,
    section: section.id,
    person: person.id,
    note: note.slice(0, 200),
    made_at: house.clock.instant(),
    until_on: until,
  })
  house.changed({ region: section.region, strategy: section.strategy })
}

/// One's own; a coordinator may take away another's that was forgotten.
export async function releaseSection(
  house: House,
  person: SignedIn,
  { section, roles }: SectionAccess,
  whose: string,
): Promise<void> {
  if (whose !== person.id && !may(roles, 'add-section')) throw new Refused('forbidden')
  const { region, id } = section
  await releaseClaim(house.store.db, { region, section: id, person: whose })
  house.changed({ region, strategy: section.strategy })
}
