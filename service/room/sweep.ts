// Once a second: pings a twenty-fifth of the sockets, brings those that fell behind up to date, and looks after
// what has waited too long. Every third round rights are asked again, should a change have gone unsaid.
import { closeCodes } from '../../editor/shared/wire.ts'
import { endingFrame, stillHere } from './frame.ts'
import type { Room } from './room.ts'
import type { Seat } from './seat.ts'

export type SweepParts = {
  rooms(): Iterable<Room>
  now(): number
  refuse(seat: Seat, code: number, why: string): void
  wake(room: Room): void
  /// Asks these seats' admission again without holding them.
  recheck(seats: Seat[]): void
  putAway(now: number): void
}

const behindMs = 30_000
const parkedMs = 30_000
const warningMs = 5 * 60_000
/// A ping without payload, and a frame the stock client counts as a sign of life, in one write.
const ping = Buffer.concat([Buffer.of(0x89, 0), stillHere])

export function startSweep(parts: SweepParts): () => void {
  let second = 0
  let round = 0
  const timer = setInterval(() => {
    second = (second + 1) % 25
    if (second === 0) round = (round + 1) % 3
    const now = parts.now()
    const due: Seat[] = []
    for (const room of parts.rooms()) {
      if (room.text.kind === 'live') room.text.live.whole = undefined
      for (const seat of room.seats) {
        if (seat.slot === second) {
          due.push(seat)
          pingSeat(seat)
        }
        look(seat, now, parts)
      }
    }
    if (due.length > 0 && round === 0) parts.recheck(due)
    parts.putAway(now)
  }, 1000)
  timer.unref()
  return () => clearInterval(timer)
}

function pingSeat(seat: Seat): void {
  if (++seat.silent > 2) seat.wire.terminate()
  else if (seat.wire.waiting() === 0) seat.wire.write(ping)
}

function look(seat: Seat, now: number, parts: SweepParts): void {
  const { room, wire, who } = seat
  if (seat.behind) {
    if (now - seat.behind.since > behindMs) parts.refuse(seat, closeCodes.tryAgain, 'slow')
    else if (wire.waiting() === 0) {
      seat.vector = seat.behind.vector
      seat.behind = undefined
      room.asking.add(seat)
      parts.wake(room)
    }
  }
  if (seat.parked.length > 0 && now - seat.parkedAt > parkedMs) {
    parts.refuse(seat, closeCodes.malformed, 'pending')
  }
  if (who.until === undefined) return
  if (now >= who.until) parts.recheck([seat])
  else if (who.until - now > warningMs) {
    if (seat.warned) wire.write(endingFrame(0, false))
    seat.warned = false
  } else if (seat.wantsAck && seat.warned !== (who.last ? 'last' : 'idle')) {
    seat.warned = who.last ? 'last' : 'idle'
    // The next edit keeps the session, however short ago the last did.
    seat.touchedAt = 0
    wire.write(endingFrame(Math.ceil((who.until - now) / 1000), who.last === true))
  }
}
