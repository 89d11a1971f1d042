// What leaves after the commit: at least once, with waiting times that double, and a dead-letter list at the end. A row
// is leased by moving its next turn ahead, so two workers never carry the same one at once.
import { leaseOutbox, settleOutbox, waitingOutbox, type OutboxRow } from '../db/outbox.ts'
import type { House } from './house.ts'
import { Refused } from './refusal.ts'

/// Carries one row out. Throwing means: try again later; throwing `Refused` means: never, a person must look.
export type Carry = (row: OutboxRow) => Promise<void>

/// Carriers by kind of row. A kind nobody carries stays in the queue until a version that knows it starts.
export type Carriers = { [kind: string]: Carry }

const lease = { seconds: 60 }
const attemptsAtMost = 10

/// Delivers what is due until nothing is, and answers how many rows were carried. Safe to call from several workers.
export async function deliver(house: House, carriers: Carriers, limit = 100): Promise<number> {
  let carried = 0
  for (;;) {
    const kinds = Object.keys(carriers)
    const rows = await waitingOutbox(house.store.db, kinds, realInstant(house), limit)
    let moved = 0
    for (const row of rows) {
      if (!(await take(house, row))) continue
      moved++
      if (await carryOne(house, row, carriers[row.kind]!)) carried++
    }
    if (moved === 0) return carried
  }
}

async function carryOne(house: House, row: OutboxRow, carry: Carry): Promise<boolean> {
  const { db } = house.store
  try {
    await carry(row)
    await settleOutbox(db, row, { done_at: realInstant(house), last_error: null })
    return true
  } catch (error) {
    const attempts = row.attempts + 1
    const now = realInstant(house)
    await settleOutbox(db, row, {
      last_error: nameOf(error),
      ...(attempts >= attemptsAtMost || error instanceof Refused
        ? { dead_at: now }
        : { next_at: later(now, attempts) }),
    })
    return false
  }
}

const take = (house: House, row: OutboxRow): Promise<boolean> =>
  leaseOutbox(
    house.store.db,
    row,
    Temporal.Instant.from(realInstant(house)).add(lease).toString({ smallestUnit: 'millisecond' }),
  )

/// 2, 4, 8 … seconds, at most an hour.
const later = (now: string, attempts: number): string =>
  Temporal.Instant.from(now)
    .add({ seconds: Math.min(2 ** attempts, 3600) })
    .toString({ smallestUnit: 'millisecond' })

/// Real time, for turns and leases: a demo's day that stands still must not stop the post.
export const realInstant = (house: House): string =>
  Temporal.Instant.fromEpochMilliseconds(house.clock.now()).toString({
    smallestUnit: 'millisecond',
  })

/// Kind of error and code only: an address or a name in a mail server's answer does not belong in the table.
const nameOf = (error: unknown): string => {
  if (error instanceof Refused) return error.code
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return `${error instanceof Error ? error.name : 'unknown'}${code ? ` ${code}` : ''}`.slice(0, 120)
}
