// What happens when a frame arrives: it is read, counted against the limits and laid where the next beat finds it.
import { closeCodes } from '../../editor/shared/wire.ts'
import { presenceFrame, readFrame } from './frame.ts'
import { above, type Limits } from './limits.ts'
import { everyone, hearPresence } from './presence.ts'
import type { Room } from './room.ts'
import { Malformed } from './cursor.ts'
import { spend, type Bucket, type Seat } from './seat.ts'

export type Ears = {
  limits: Limits
  now(): number
  wake(room: Room): void
  refuse(seat: Seat, code: number, why: string): void
  /// The person writes: their session is in use.
  used(seat: Seat): void
}

/// A socket this far ahead of its rate is closed; until then it is only read more slowly.
const longestPauseMs = 30_000
/// Unread bytes of one socket between two beats.
const fullInbox = 2 ** 20
/// Presence and questions come more often than edits, and a question costs more than a cursor.
const othersPerEdit = 10
const questionCost = 30

export function hear(seat: Seat, data: Buffer, ears: Ears): void {
  seat.silent = 0
  if (!seat.wire.open) return
  if (above(data.length, ears.limits.frameBytes)) {
    ears.refuse(seat, closeCodes.tooLarge, 'frame')
    return
  }
  try {
    listen(seat, data, ears)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    ears.refuse(seat, closeCodes.malformed, 'malformed')
  }
}

function listen(seat: Seat, data: Buffer, ears: Ears): void {
  const { room, wire } = seat
  const said = readFrame(data)
  switch (said.kind) {
    case 'edit':
      seat.inbox.push(said)
      seat.inboxBytes += data.length
      room.waiting.add(seat)
      if (seat.inboxBytes > fullInbox && !seat.full) {
        seat.full = true
        wire.pause()
      }
      slow(seat, seat.edits, 1, ears.limits.updatesPerSecond, ears)
      if (seat.who.mayWrite) ears.used(seat)
      break
    case 'presence': {
      slow(seat, seat.others, 1, ears.limits.updatesPerSecond * othersPerEdit, ears)
      const heard = hearPresence(seat, said.entries)
      if (heard === 'large') ears.refuse(seat, closeCodes.tooLarge, 'presence')
      if (heard !== 'own') return
      room.stirred.add(seat)
      break
    }
    case 'vector':
      slow(seat, seat.others, questionCost, ears.limits.updatesPerSecond * othersPerEdit, ears)
      seat.vector = said.vector
      room.asking.add(seat)
      break
    case 'who': {
      slow(seat, seat.others, questionCost, ears.limits.updatesPerSecond * othersPerEdit, ears)
      const here = everyone(seat)
      if (here) wire.write(presenceFrame(here))
      return
    }
  }
  ears.wake(room)
}

/// Reads no further until the socket is within its rate again; nothing is dropped.
function slow(seat: Seat, bucket: Bucket, cost: number, perSecond: number, ears: Ears): void {
  const ahead = spend(bucket, cost, perSecond, ears.now())
  if (ahead > longestPauseMs) ears.refuse(seat, closeCodes.tryAgain, 'rate')
  else if (ahead > 0) {
    seat.wire.pause()
    const waits = seat.resumeAt > 0
    seat.resumeAt = ears.now() + ahead
    if (!waits) resumeAfter(seat, ahead, ears)
  }
}

/// A timer may fire early, by as much as the turn took that set it.
function resumeAfter(seat: Seat, ms: number, ears: Ears): void {
  setTimeout(() => {
    const left = seat.resumeAt - ears.now()
    if (left > 0) {
      resumeAfter(seat, left, ears)
      return
    }
    seat.resumeAt = 0
    if (!seat.full) seat.wire.resume()
  }, ms).unref()
}
