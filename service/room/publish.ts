// Shows what is on disk: one buffer of whole frames for everyone in the text, acknowledgements to those who asked
// for them, and answers to newcomers. Called only when the document equals the log.
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { ackFrame, answerFrame, askFrame, presenceFrame, updateFrame } from './frame.ts'
import { everyone, presenceNews } from './presence.ts'
import { partsOf, storedVector } from './build.ts'
import type { Live, Room } from './room.ts'
import type { Batch } from './batch.ts'
import type { Seat } from './seat.ts'

const nothing = Uint8Array.of(0, 0)

/// A text smaller than this is built to answer a newcomer; a larger one is answered from what lies on disk.
export const coldBytes = 64 * 1024

/// Above this many unsent bytes a socket is behind; it gets one catch-up later instead of a queue.
const behindBytes = 2 ** 20

/// Sends the rows of a batch and the news of presence. `broken` gets seats whose presence cannot be read. Answers the
/// seats whose network did not take it all.
export function publish(batch: Batch, broken: (seat: Seat) => void): Seat[] {
  const { room, rows, speakers } = batch
  const edits =
    rows.length > 0 ? Buffer.concat(rows.map((row) => updateFrame(row.bytes))) : undefined
  const talkers = new Set(room.stirred)
  const news = presenceNews(room, broken)
  const shared = both(edits, news && presenceFrame(news.all))
  // What a lone speaker said needs not be told to them again.
  const [lone] = speakers.size === 1 && batch.jobs.length === 0 ? speakers : []
  const sharedWith = (seat: Seat): Buffer | undefined => {
    if (!seat.synced || seat.behind) return undefined
    if (seat !== lone && !talkers.has(seat)) return shared
    const others = news?.without(seat)
    return both(seat === lone ? undefined : edits, others && presenceFrame(others))
  }
  const queued: Seat[] = []
  for (const seat of room.seats) {
    const ack = seat.wantsAck ? ackOf(seat, room) : undefined
    const out = both(sharedWith(seat), ack)
    if (out && !seat.wire.write(out)) queued.push(seat)
  }
  return queued
}

const both = (one: Buffer | undefined, other: Buffer | undefined): Buffer | undefined =>
  one && other ? Buffer.concat([one, other]) : (one ?? other)

/// What is queued already will still arrive; what comes after is left to one catch-up from here. Answers how many.
export function markBehind(queued: Seat[], live: Live, now: number): number {
  const late = queued.filter((seat) => !seat.behind && seat.wire.waiting() > behindBytes)
  const vector = late.length > 0 ? encodeStateVector(live.doc) : undefined
  for (const seat of late) seat.behind = { vector: vector!, since: now }
  return late.length
}

/// An acknowledgement waits while an earlier edit of the socket is parked: what is counted is in order.
function ackOf(seat: Seat, room: Room): Buffer | undefined {
  if (seat.taken === seat.acked || seat.parked.length > 0) return undefined
  seat.acked = seat.taken
  return ackFrame(seat.taken, room.head)
}

/// Answers every waiting state vector from the live document.
export function answer(room: Room, live: Live): void {
  let vector: Uint8Array | undefined
  for (const seat of room.asking) {
    const asked = seat.vector!
    let update: Uint8Array
    try {
      update = isEmpty(asked) ? wholeOf(room, live) : encodeStateAsUpdate(live.doc, asked)
    } catch {
      seat.wire.close(4400, 'vector')
      continue
    }
    settle(seat, [answerFrame(update)], () => (vector ??= encodeStateVector(live.doc)))
  }
  room.asking.clear()
}

/// Answers newcomers who have nothing yet from what lies on disk; the others need the live document.
export function answerCold(room: Room): void {
  if (room.text.kind !== 'stored') return
  const { stored } = room.text
  const frames = stored.edits.length
    ? [...partsOf(stored).map(updateFrame), answerFrame(nothing)]
    : [answerFrame(stored.checkpoint?.bytes ?? nothing)]
  let vector: Uint8Array | undefined
  for (const seat of room.asking) {
    if (!isEmpty(seat.vector!)) continue
    room.asking.delete(seat)
    settle(seat, frames, () => (vector ??= storedVector(stored)))
  }
}

/// True when every waiting state vector can be answered by `answerCold`.
export const coldWillDo = (room: Room): boolean =>
  room.bytes >= coldBytes && [...room.asking].every((seat) => isEmpty(seat.vector!))

/// Asks those whose edits build on something that never came. They get one more chance to send it.
export function askAgain(seats: Set<Seat>, live: Live): void {
  for (const seat of seats) {
    if (seat.asked) continue
    seat.asked = true
    seat.wire.write(askFrame(encodeStateVector(live.doc)))
  }
}

function settle(seat: Seat, frames: Buffer[], vector: () => Uint8Array): void {
  const first = !seat.synced
  seat.vector = undefined
  seat.synced = true
  if (first && seat.who.mayWrite && !seat.asked) {
    frames = [...frames, askFrame(vector())]
    seat.asked = true
  }
  const here = everyone(seat)
  if (here) frames = [...frames, presenceFrame(here)]
  seat.wire.write(frames.length === 1 ? frames[0]! : Buffer.concat(frames))
}

function wholeOf(room: Room, live: Live): Uint8Array {
  if (live.whole?.head !== room.head) {
    live.whole = { head: room.head, bytes: encodeStateAsUpdate(live.doc) }
  }
  return live.whole.bytes
}

const isEmpty = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0
