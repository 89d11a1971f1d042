// What the demo's municipalities have cleared of the joint part on the day its moment stands at: examples, laid in the
// way people do it.
import { clearChapters } from '../clearance/clear.ts'
import { giveMandate } from '../clearance/mandate.ts'
import { clearanceSheet } from '../clearance/sheet.ts'
import type { House, SignedIn } from '../house.ts'
import { firstRegion as region } from '../region/ensure-region.ts'
import type { Actor } from './story.ts'

/// How many chapters each has cleared, from the first. In Øyer a substitute did, before the planner got the mandate.
const cleared: Record<string, number> = {
  '3405': 7,
  '3440': 2,
  '3441': 7,
  '3439': 4,
  '3438': 1,
  '3437': 5,
  '3435': 3,
  '3432': 7,
}

export async function layClearances(
  house: House,
  strategy: string,
  signedIn: (actor: Actor & { substitute?: true }) => Promise<SignedIn>,
): Promise<void> {
  const { chapters } = await clearanceSheet(house, { region, strategy })
  const seen = chapters.map(({ section, hash }) => ({ section: section.id, hash }))
  for (const [municipality, count] of Object.entries(cleared)) {
    const place = { region, strategy, municipality }
    const mayor = await signedIn({ role: 'mayor', municipality })
    const planner = await signedIn({ role: 'planner', municipality })
    const give = (to: SignedIn) =>
      giveMandate(
        house,
        place,
        { givenBy: 'Formannskapet', givenTo: to.id, until: '2028-12-31', reference: '' },
        mayor,
      )
    const clear = async (person: SignedIn) => {
      const answer = await clearChapters(house, place, seen.slice(0, count), person)
      if (!answer.ok) throw new Error(`clearing for ${municipality}: ${answer.why}`)
    }
    if (municipality === '3440') {
      const substitute = await signedIn({ role: 'mayor', municipality, substitute: true })
      await give(mayor)
      await clear(substitute)
      await give(planner)
    } else {
      await give(planner)
      await clear(planner)
    }
  }
}
