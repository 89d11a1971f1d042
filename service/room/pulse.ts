// The beat of all open texts: take what was heard, one commit for all of them, then show it. A beat follows at
// once when things are calm; under load it waits so long that beats take a twentieth of the time, at most 40 ms.
import { commit, type Append, type Log } from './commit.ts'
import type { Limits } from './limits.ts'
import type { Count } from './metrics.ts'
import { answer, answerCold, askAgain, coldWillDo, markBehind, publish } from './publish.ts'
import { enliven, type Room } from './room.ts'
import type { Seat } from './seat.ts'
import { emptyBatch, takeClaims, type Batch } from './batch.ts'
import { take } from './take.ts'

export type Pulse = {
  /// Something in the room waits for a beat.
  wake(room: Room): void
  /// Fulfilled when all the room had heard before is on disk, shown or refused.
  settled(room: Room): Promise<void>
}

export type PulseParts = {
  append: Append
  limits: Limits
  now(): number
  count: Count
  close(seat: Seat, code: number, why: string): void
  /// The room's text is not to be believed; read it again and wake the room.
  reread(room: Room): void
  /// After rows were committed and shown.
  grown(room: Room): void
}

const longestWait = 40
const share = 20

export function createPulse(parts: PulseParts): Pulse {
  const dirty = new Set<Room>()
  const log: Log = { broken: false }
  let beating = false
  let planned = false
  let earliest = 0

  const plan = (): void => {
    if (beating || planned || dirty.size === 0) return
    planned = true
    const wait = earliest - performance.now()
    if (wait > 1) setTimeout(beat, wait)
    else setImmediate(beat)
  }

  const beat = async (): Promise<void> => {
    planned = false
    beating = true
    const began = performance.now()
    const rooms = [...dirty]
    dirty.clear()
    try {
      const batches = rooms.map((room) => takeFrom(room, parts))
      const stored = await commit(batches, log, parts)
      for (const batch of batches) finish(batch, stored.get(batch) !== false, parts)
    } catch (error) {
      // Nothing above should throw; if it does, no document that took part is believed any more.
      console.error('room: a beat failed', error)
      for (const room of rooms) abandon(room, parts)
    } finally {
      const took = performance.now() - began
      earliest = began + Math.min(longestWait, took * share)
      beating = false
      plan()
    }
  }

  const wake = (room: Room): void => {
    dirty.add(room)
    plan()
  }
  return {
    wake,
    settled: (room) =>
      new Promise((resolve) => {
        room.settling.push(resolve)
        wake(room)
      }),
  }
}

function takeFrom(room: Room, parts: PulseParts): Batch {
  if (room.text.kind === 'lost') {
    parts.reread(room)
    // What waits for the room to settle goes on waiting until it has been read.
    const settling = room.settling.splice(0)
    const batch = emptyBatch(room)
    room.settling = settling
    return batch
  }
  const work = room.held === 0 && (room.waiting.size > 0 || room.jobs.length > 0)
  if (!work && (room.asking.size === 0 || coldWillDo(room))) {
    const batch = emptyBatch(room)
    takeClaims(batch)
    return batch
  }
  try {
    if (room.text.kind === 'stored') parts.count('built')
    const live = enliven(room)
    if (room.held > 0) return emptyBatch(room)
    room.busy.beat = true
    return take(room, live, parts.limits, parts.now())
  } catch (error) {
    console.error(`room: the log of ${room.key.section} cannot be read`, error)
    parts.count('unreadable')
    const batch = emptyBatch(room)
    for (const seat of room.seats) batch.refused.push({ seat, code: 1013, why: 'unreadable' })
    batch.poisoned = true
    return batch
  }
}

function finish(batch: Batch, stored: boolean, parts: PulseParts): void {
  const { room, rows, jobs } = batch
  room.busy.beat = false
  for (const { seat, code, why } of batch.refused) {
    parts.count(`refused-${why}`)
    parts.close(seat, code, why)
  }
  for (const { job, error } of batch.failedJobs) job.failed(error)
  if (!stored) {
    for (const job of jobs) job.failed(new Error('the text could not be written to disk'))
    abandon(room, parts)
  } else {
    show(batch, parts)
    for (const job of jobs) job.done(room.head)
    if (batch.poisoned) {
      room.text = { kind: 'lost' }
      parts.reread(room)
    }
    if (rows.length > 0) parts.grown(room)
  }
  for (const settled of batch.settled) settled()
}

function show(batch: Batch, parts: PulseParts): void {
  const { room, rows } = batch
  room.head += rows.length
  room.fresh.rows += rows.length
  for (const row of rows) room.fresh.bytes += row.bytes.length
  if (rows.length > 0) parts.count('edits', rows.length)
  const queued = publish(batch, (seat) => {
    parts.count('refused-presence')
    parts.close(seat, 4400, 'presence')
  })
  if (batch.poisoned) return
  if (room.text.kind === 'live') {
    const { live } = room.text
    const behind = markBehind(queued, live, parts.now())
    if (behind > 0) parts.count('behind', behind)
    answer(room, live)
    askAgain(batch.parked, live)
  } else answerCold(room)
}

/// A commit failed: nobody has seen what was taken, so everyone starts again from the log.
function abandon(room: Room, parts: PulseParts): void {
  room.text = { kind: 'lost' }
  for (const seat of room.seats) parts.close(seat, 1013, 'not stored')
  parts.reread(room)
}
