// The one clock. Dates of law come from `today`, in Europe/Oslo; `now` is the machine's real time, for sessions,
// logs and tokens. The demo moves `today`, never `now`.

export type Clock = {
  /// ISO plain date in Europe/Oslo.
  today(): string
  /// The instant that belongs to `today`: real now, or 09:00 Oslo on the demo's day. For registrations and timers.
  instant(): string
  /// Real time, milliseconds since 1970.
  now(): number
}

/// A clock somebody turns: the demo's, and every test's.
export type MovableClock = Clock & { moveTo(day: string): void }

export const realClock: Clock = {
  today: () => Temporal.Now.plainDateISO('Europe/Oslo').toString(),
  instant: () => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
  now: () => Temporal.Now.instant().epochMilliseconds,
}

/// A clock that stands still until it is moved, 09:00 Oslo on its day. Real time stays real.
export function movableClock(start: string): MovableClock {
  let { today, instant } = nineOn(start)
  return {
    today: () => today,
    instant: () => instant,
    now: realClock.now,
    moveTo: (to) => void ({ today, instant } = nineOn(to)),
  }
}

function nineOn(given: string): { today: string; instant: string } {
  const day = Temporal.PlainDate.from(given)
  return {
    today: day.toString(),
    instant: day
      .toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '09:00' })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' }),
  }
}
