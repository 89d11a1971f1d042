// Dates of law: thirty days, one year, six weeks, papers due, holidays. Plain dates in Europe/Oslo, never instants;
// only `midnightAfter` speaks of an instant, for timers. Periods are never rolled to a working day: that would shorten
// the public's time (domain sheet § 1.4 point 3).
import type { Day } from './act.ts'

export const addDays = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/// Days from one date to the other; the first does not count, the last does.
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

/// The earlier and the later of two dates.
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

/// First lawful and first safe council meeting after a publication: 30 days, or 30 whole days between (pbl § 10-1).
export const firstMeeting = (publishedOn: Day): { lawful: Day; safe: Day } => ({
  lawful: addDays(publishedOn, 30),
  safe: addDays(publishedOn, 31),
})

/// Last lawful and last safe publication before a council meeting.
export const lastPublication = (meetingOn: Day): { lawful: Day; safe: Day } => ({
  lawful: addDays(meetingOn, -30),
  safe: addDays(meetingOn, -31),
})

/// Last day to adopt: one year after the council's constituting meeting, same date, 29 February to 28 February.
/// Unknown: by law no later than 31 October of the election year, so an estimate. `monday` is the next working day
/// when the date itself is none: shown, never counted on.
export function yearLimit(
  constitutedOn: Day | null,
  electionYear: number,
): { on: Day; estimated: boolean; rolled?: Day } {
  const from = constitutedOn ?? `${electionYear}-10-31`
  let limit = limits.get(from)
  if (!limit) {
    const on = Temporal.PlainDate.from(from).add({ years: 1 }).toString()
    const rolled = workingDayFrom(on)
    limit = { on, ...(rolled === on ? {} : { rolled }) }
    if (limits.size >= 1000) limits.clear()
    limits.set(from, limit)
  }
  return { ...limit, estimated: constitutedOn === null }
}

/// Every explanation of every act asks for the same few councils' limits.
const limits = new Map<Day, { on: Day; rolled?: Day }>()

/// First day a consultation with a planning programme may end: six weeks from the latest of publication, letters and
/// notice of start (pbl § 11-13).
export const sixWeeksFrom = (publishedOn: Day, sentOn: Day | null): Day =>
  addDays(sentOn === null ? publishedOn : later(publishedOn, sentOn), 42)

/// When papers for a meeting are due: so many days before, and the working day before that when it is none.
export const papersDue = (meetingOn: Day, days: number): Day =>
  workingDayBefore(addDays(meetingOn, -days))

/// Saturday, Sunday, or a Norwegian public holiday.
export function isDayOff(day: Day): boolean {
  const date = Temporal.PlainDate.from(day)
  return date.dayOfWeek > 5 || isHoliday(day)
}

/// Norwegian public holidays: the fixed ones and those that follow Easter.
export function isHoliday(day: Day): boolean {
  if (fixed.has(day.slice(5))) return true
  const easter = easterSunday(Number(day.slice(0, 4)))
  return movable.includes(daysBetween(easter, day))
}

/// Easter Sunday of a year (the anonymous Gregorian reckoning).
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return new Temporal.PlainDate(year, Math.floor(f / 31), (f % 31) + 1).toString()
}

/// Which quiet time a period lies wholly inside, if any: July, Easter week or Christmas.
export function quietTime(from: Day, to: Day): 'july' | 'easter' | 'christmas' | undefined {
  const inside = (a: Day, b: Day) => from >= a && to <= b
  const year = from.slice(0, 4)
  if (inside(`${year}-07-01`, `${year}-07-31`)) return 'july'
  const easter = easterSunday(Number(year))
  if (inside(addDays(easter, -8), addDays(easter, 1))) return 'easter'
  const winter = from.slice(5) < '02-01' ? Number(year) - 1 : Number(year)
  return inside(`${winter}-12-20`, `${winter + 1}-01-06`) ? 'christmas' : undefined
}

/// Last meeting in a council's calendar that is not after the limit, today or later; null when there is none left.
export const latestMeeting = (meetings: readonly Day[], limit: Day, today: Day): Day | null =>
  meetings
    .filter((m) => m <= limit && m >= today)
    .reduce<Day | null>((last, m) => (last === null || m > last ? m : last), null)

/// Meetings that can still be reached lawfully: not before 30 days after the publication that counts (or after a
/// publication today, when none does), and not after the limit.
export function reachableMeetings(
  meetings: readonly Day[],
  { publishedOn, today, limit }: { publishedOn: Day | null; today: Day; limit: Day },
): Day[] {
  const from = later(today, firstMeeting(publishedOn ?? today).lawful)
  return meetings.filter((m) => m >= from && m <= limit).sort()
}

/// The instant an inclusive deadline has passed: 00:00 in Oslo of the day after, right on 23- and 25-hour days.
export const midnightAfter = (day: Day): string =>
  Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime('Europe/Oslo')
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })

const fixed = new Set(['01-01', '05-01', '05-17', '12-25', '12-26'])
const movable = [-3, -2, 0, 1, 39, 49, 50]

const workingDayBefore = (day: Day): Day =>
  isDayOff(day) ? workingDayBefore(addDays(day, -1)) : day
const workingDayFrom = (day: Day): Day => (isDayOff(day) ? workingDayFrom(addDays(day, 1)) : day)
