// Erasing somebody's words from the journal: the words and their salt go, the entry and its hash stay.
import { eraseDetail } from '../../db/journal.ts'
import { processId } from '../../db/strategy.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'

/// Erases the words of one field of one entry. Throws `forbidden`; `not-found` when there are none or they are gone.
export async function eraseWords(
  house: House,
  where: { region: number; strategy: string; municipality?: string; seq: number; field: string },
  person: SignedIn,
): Promise<void> {
  const held = person.roles.filter((role) => role.region === where.region)
  const scope = where.municipality ? { municipality: where.municipality } : {}
  if (!may(held, 'erase-words', scope)) throw new Refused('forbidden')
  const process = processId(where.strategy, where.municipality)
  const gone = await eraseDetail(house.store.db, where.region, process, where.seq, where.field)
  if (!gone) throw new Refused('not-found')
  house.changed({ region: where.region, strategy: where.strategy })
}
