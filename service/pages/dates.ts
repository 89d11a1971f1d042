// Dates as people read them. Own lists of months and days: what browsers and Node call short months is wrong in
// Norwegian (`sep.`). Day and month never part at a line's end.
import { html } from 'hono/html'
import type { Lang } from '../../workflows/lang.ts'

export type Html = ReturnType<typeof html>

const long = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  nn: 'januar februar mars april mai juni juli august september oktober november desember',
  en: 'January February March April May June July August September October November December',
}
const short = {
  nb: 'jan. febr. mars april mai juni juli aug. sept. okt. nov. des.',
  nn: 'jan. febr. mars april mai juni juli aug. sept. okt. nov. des.',
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
}
const days = {
  nb: 'mandag tirsdag onsdag torsdag fredag lørdag søndag',
  nn: 'måndag tysdag onsdag torsdag fredag laurdag søndag',
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
}
const dotOf = (lang: Lang) => (lang === 'en' ? '' : '.')
const space = '\u00a0'

/// `long`: 11. september 2028 · `weekday`: mandag 11. september 2028 · `short`: 11. sept. · `short-year`: 11. sept. 2028
/// · `month`: september 2028 · `weekday-short`: mandag 11. sept.
export type DateShape = 'long' | 'weekday' | 'short' | 'short-year' | 'month' | 'weekday-short'

/// A plain date as text. `iso` may be an instant: then its day in Oslo.
export function dateText(iso: string, lang: Lang, shape: DateShape = 'long'): string {
  const day = dayOf(iso)
  const month = (from: typeof long) => from[lang].split(' ')[day.month - 1]!
  const weekday = days[lang].split(' ')[day.dayOfWeek - 1]!
  const first = `${day.day}${dotOf(lang)}${space}`
  if (shape === 'month') return `${month(long)} ${day.year}`
  if (shape === 'short') return first + month(short)
  if (shape === 'short-year') return `${first}${month(short)} ${day.year}`
  if (shape === 'weekday-short') return `${weekday} ${first}${month(short)}`
  const whole = `${first}${month(long)} ${day.year}`
  return shape === 'weekday' ? `${weekday} ${whole}` : whole
}

/// The same in `<time datetime>`.
export const date = (iso: string, lang: Lang, shape: DateShape = 'long'): Html =>
  html`<time datetime="${dayOf(iso).toString()}">${dateText(iso, lang, shape)}</time>`

/// `kl. 10.42` in Oslo.
export function clockText(instant: string, lang: Lang): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Oslo')
  const two = (n: number) => String(n).padStart(2, '0')
  return lang === 'en'
    ? `${two(at.hour)}:${two(at.minute)}`
    : `kl.${space}${two(at.hour)}.${two(at.minute)}`
}

/// `3. april–26. mai 2028`.
export const rangeText = (from: string, to: string, lang: Lang): string =>
  `${dateText(from, lang, 'short')}–${dateText(to, lang, dayOf(to).year === dayOf(from).year ? 'short' : 'short-year')}`

/// Whole days from `from` to `to`; negative when `to` is before.
export const daysBetween = (from: string, to: string): number => dayOf(from).until(dayOf(to)).days

/// `i dag`, `i morgen`, `om 4 dager`, `2 dager over`.
export function relativeText(today: string, on: string, lang: Lang): string {
  const left = daysBetween(today, on)
  const of = (nb: string, nn: string, en: string) => ({ nb, nn, en })[lang]
  if (left === 0) return of('i dag', 'i dag', 'today')
  if (left === 1) return of('i morgen', 'i morgon', 'tomorrow')
  if (left > 1) return of(`om ${left} dager`, `om ${left} dagar`, `in ${left} days`)
  if (left === -1) return of('1 dag over', '1 dag over', '1 day over')
  return of(`${-left} dager over`, `${-left} dagar over`, `${-left} days over`)
}

/// `1 dag`, `18 dager`.
export const daysText = (n: number, lang: Lang): string => {
  const one = Math.abs(n) === 1
  const unit = { nb: one ? 'dag' : 'dager', nn: one ? 'dag' : 'dagar', en: one ? 'day' : 'days' }[
    lang
  ]
  return `${n < 0 ? '−' : ''}${Math.abs(n)}${space}${unit}`
}

/// Reads what people type for a day: `21.9.28`, `21/9-2028`, `21. september 2028`, `2028-09-21`. A year of two digits
/// is in this century. Undefined when it is not a day that exists.
export function parseDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dayFrom(iso[1]!, iso[2]!, iso[3]!)
  const digits = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})\.?$/.exec(text)
  if (digits) return dayFrom(digits[3]!, digits[2]!, digits[1]!)
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  if (run) return dayFrom(run[3]!, run[2]!, run[1]!)
  const named = /^(?:[a-zæøå]+day?g? )?(\d{1,2})\.? ?([a-zæøå]{3,})\.?,? ?(\d{4}|\d{2})$/.exec(text)
  const month = named && monthOf(named[2]!)
  return month ? dayFrom(named[3]!, String(month), named[1]!) : undefined
}

/// A day as a form shows it again: `21.09.2028`; what cannot be read is shown as it was typed.
export const typedDay = (value: string): string => {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  return m ? `${m[3]}.${m[2]}.${m[1]}` : value
}

function monthOf(name: string): number | undefined {
  for (const list of [long.nb, long.en]) {
    const at = list
      .toLowerCase()
      .split(' ')
      .findIndex((m) => m.startsWith(name))
    if (at >= 0) return at + 1
  }
  return undefined
}

function dayFrom(year: string, month: string, day: string): string | undefined {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  if (full < 1900 || full > 2199) return undefined
  try {
    return Temporal.PlainDate.from(
      { year: full, month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}

const dayOf = (iso: string): Temporal.PlainDate =>
  iso.includes('T')
    ? Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/Oslo').toPlainDate()
    : Temporal.PlainDate.from(iso)
