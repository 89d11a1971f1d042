// Dates as people type them in a form. Native date pickers follow the browser's language, not the page's, so the
// fields are plain text and read leniently; what was understood is answered back with its weekday.

const months = [
  ['jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['mai', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['des', 'dec'],
]

/// The ISO day in `21.9.28`, `21/9-2028`, `21. september 2028` or `2028-09-21`; undefined when no such day exists.
export function readDate(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{4}|\d{2})$/.exec(text)
  if (numbers) return day(yearOf(numbers[3]!), Number(numbers[2]), Number(numbers[1]))
  const named = /^(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4}|\d{2})$/.exec(text)
  if (named) return day(yearOf(named[3]!), monthNamed(named[2]!), Number(named[1]))
  return undefined
}

/// `21.09.2028`, as a date stands in a field.
export function writeDate(iso: string): string {
  const [year, month, date] = iso.split('-')
  return `${date}.${month}.${year}`
}

const yearOf = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits)

const monthNamed = (name: string): number =>
  months.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1

function day(year: number, month: number, date: number): string | undefined {
  if (month < 1 || date < 1) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
