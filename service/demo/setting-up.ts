// What the demo's municipalities have set for themselves before the first act: when their councils constituted
// themselves in October 2027, how many members they have, and when council and executive committee meet until 2029.
import type { House } from '../house.ts'
import { addMeetings } from '../region/calendar.ts'
import { firstRegion } from '../region/ensure-region.ts'
import { changeSettings } from '../region/municipality-settings.ts'
import { regionFile } from '../region/region-file.ts'

type Local = {
  constitutedOn: string
  members: number
  weekday: number
  week: number
  first: string
}

/// Weekday 1 is Monday. The council meets on that day of the month's third or fourth week.
const local: Record<string, Local> = {
  '3405': { constitutedOn: '2027-10-21', members: 39, weekday: 4, week: 4, first: 'formannskap' },
  '3440': { constitutedOn: '2027-10-14', members: 23, weekday: 4, week: 3, first: 'formannskap' },
  '3441': { constitutedOn: '2027-10-14', members: 23, weekday: 4, week: 4, first: 'planutvalg' },
  '3439': { constitutedOn: '2027-10-12', members: 21, weekday: 2, week: 4, first: 'formannskap' },
  '3438': { constitutedOn: '2027-10-19', members: 19, weekday: 2, week: 3, first: 'formannskap' },
  '3436': { constitutedOn: '2027-10-26', members: 23, weekday: 2, week: 4, first: 'formannskap' },
  '3437': { constitutedOn: '2027-10-18', members: 21, weekday: 1, week: 4, first: 'planutvalg' },
  '3435': { constitutedOn: '2027-10-19', members: 19, weekday: 2, week: 4, first: 'formannskap' },
  '3434': { constitutedOn: '2027-10-14', members: 17, weekday: 4, week: 3, first: 'formannskap' },
  '3433': { constitutedOn: '2027-10-11', members: 17, weekday: 1, week: 3, first: 'formannskap' },
  '3432': { constitutedOn: '2027-10-21', members: 17, weekday: 4, week: 4, first: 'formannskap' },
  '3431': { constitutedOn: '2027-10-25', members: 17, weekday: 1, week: 4, first: 'kommunestyre' },
}

export async function setUpDemo(house: House): Promise<void> {
  for (const { number } of regionFile.municipalities) {
    const own = local[number]!
    await changeSettings(house, firstRegion, number, {
      constitutedOn: own.constitutedOn,
      councilMembers: own.members,
      firstTreatmentBody: own.first,
    })
    const council = councilDays(own.weekday, own.week)
    const earlier = (days: number) => council.map((day) => day.subtract({ days }).toString())
    const own2 = [number, 'kommunestyre', council.map(String)] as const
    await addMeetings(house, firstRegion, ...own2)
    await addMeetings(house, firstRegion, number, 'formannskap', earlier(14))
    await addMeetings(house, firstRegion, number, 'planutvalg', earlier(21))
  }
}

/// One council meeting a month but in July, from November 2027 through 2028; a week earlier when it falls on a holiday.
export function councilDays(weekday: number, week: number): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  let month = Temporal.PlainYearMonth.from('2027-11')
  for (; month.toString() <= '2028-12'; month = month.add({ months: 1 })) {
    if (month.month === 7) continue
    const first = month.toPlainDate({ day: 1 })
    const offset = (weekday - first.dayOfWeek + 7) % 7
    const weeks = month.month === 12 ? 2 : week
    const day = first.add({ days: offset + (weeks - 1) * 7 })
    days.push(free.has(day.toString()) ? day.subtract({ days: 7 }) : day)
  }
  return days
}

/// Holidays of 2028 on a weekday, and the days before Easter.
const free = new Set(
  (
    '2028-04-10 2028-04-11 2028-04-12 2028-04-13 2028-04-14 2028-04-17 ' +
    '2028-05-01 2028-05-17 2028-05-25 2028-06-05'
  ).split(' '),
)
