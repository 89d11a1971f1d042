// Answers are remembered so that a command sent twice happens once. Nobody sends a command again after a month; what was
// decided stays in the journal for ever.
import { forgetAnswersOf } from '../db/journal.ts'
import { allProcesses } from '../db/process.ts'
import type { House } from './house.ts'

/// Days a person's key is good for. The system's own keys are kept: they are few, and name what must never happen twice.
export const rememberedDays = 30

/// Forgets what is older, once a day, process by process so that nobody waits for it. Answers how many were forgotten.
export async function forgetAnswers(house: House): Promise<number> {
  const today = house.clock.today()
  if (done.get(house) === today) return 0
  const before = Temporal.PlainDate.from(today).subtract({ days: rememberedDays }).toString()
  let forgotten = 0
  for (const { region, id } of await allProcesses(house.store.db)) {
    forgotten += await forgetAnswersOf(house.store.db, region, id, before)
  }
  done.set(house, today)
  return forgotten
}

const done = new WeakMap<House, string>()
