// Moves the demo's day forward, day by day, and lets everything that falls due on the way happen on its own day. The
// target is written down first: a process that dies on the way comes back on the target and catches up there.
import { setSetting } from '../../db/setting.ts'
import type { Clock, MovableClock } from '../clock.ts'
import type { House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { workOnce } from '../work.ts'

/// Answers when every timer due by then has fired, in order. Refuses to go back.
export async function moveClock(house: House, to: string): Promise<void> {
  const { clock } = house
  if (!isMovable(clock)) throw new Refused('not-found')
  if (to < clock.today()) throw new Refused('not-in-this-state', { field: 'today' })
  await setSetting(house.store.db, 'demo-today', to)
  const target = Temporal.PlainDate.from(to)
  for (;;) {
    await workOnce(house)
    const today = Temporal.PlainDate.from(clock.today())
    if (Temporal.PlainDate.compare(today, target) >= 0) return
    clock.moveTo(today.add({ days: 1 }).toString())
  }
}

const isMovable = (clock: Clock): clock is MovableClock => 'moveTo' in clock
