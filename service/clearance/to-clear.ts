// What waits to be cleared by one person: on the mandates they hold or stand in for, chapter by chapter as the text is now.
import { lastMandate } from '../../db/clearance.ts'
import { may } from '../../workflows/rights.ts'
import type { Desk } from '../desk/desk.ts'
import { isOutside } from '../desk/desk.ts'
import type { ToClear } from '../desk/tasks.ts'
import type { House, SignedIn } from '../house.ts'
import { handOf } from './clear.ts'
import { clearanceSheet } from './sheet.ts'

/// One line for each municipality whose mandate is the person's to use today; the texts are read only then.
export async function toClear(house: House, desk: Desk, person: SignedIn): Promise<ToClear[]> {
  const { region, today } = desk
  const strategy = desk.strategy.id
  const lines: ToClear[] = []
  let sheet: Awaited<ReturnType<typeof clearanceSheet>> | undefined
  for (const track of desk.tracks) {
    const place = { region, strategy, municipality: track.number }
    if (isOutside(track) || !mayClearIn(person, place)) continue
    const mandate = await lastMandate(house.store.db, region, strategy, track.number)
    if (!mandate || mandate.until_on < today || !handOf(person, place, mandate)) continue
    sheet ??= await clearanceSheet(house, { region, strategy })
    const waiting = sheet.chapters.filter(
      ({ section }) => sheet!.cell(track.number, section.id).standing !== 'holds',
    )
    const unchanged = waiting.filter((chapter) => chapter.unchanged).length
    lines.push({
      municipality: track.number,
      unchanged,
      rest: waiting.length - unchanged,
      until: mandate.until_on,
    })
  }
  return lines
}

const mayClearIn = (
  person: SignedIn,
  { region, municipality }: { region: number; municipality: string },
): boolean =>
  person.roles.some((role) => role.region === region && may([role], 'clear-text', { municipality }))
