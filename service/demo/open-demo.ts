// Opens a demo folder: on its first start the people are made and the moment is played through the same door as
// everybody uses; afterwards it goes on from the day it was left at.
import { setSetting } from '../../db/setting.ts'
import type { MovableClock } from '../clock.ts'
import type { House } from '../house.ts'
import type { Moment } from '../start/settings.ts'
import { playMoment } from './moments.ts'
import { makeDemoPeople } from './people.ts'
import { setUpDemo } from './setting-up.ts'

/// The day before anything of the demo has happened.
export const firstDay = '2027-10-01'

export async function openDemo(
  house: House,
  clock: MovableClock,
  { moment, ready }: { moment: Moment; ready: boolean },
): Promise<void> {
  if (ready) return
  await makeDemoPeople(house)
  await setUpDemo(house)
  await playMoment(house, clock, moment)
  await setSetting(house.store.db, 'demo-today', clock.today())
  await setSetting(house.store.db, 'demo-ready', '1')
}
