// When a text's log has grown enough since its last checkpoint, makes the next, and compares the live document with
// what the log says: where they differ the log is right and the document is thrown away.
import { closeCodes } from '../../editor/shared/wire.ts'
import type { Checkpoints } from './checkpoint.ts'
import { fingerprint } from './fingerprint.ts'
import type { Count } from './metrics.ts'
import type { Room } from './room.ts'
import type { Seat } from './seat.ts'

export type Growth = {
  grown(room: Room): void
  /// True when the room should have a checkpoint before it is put away; starts making it.
  wants(room: Room): boolean
  /// The last checkpoint before the process ends.
  last(room: Room): Promise<void>
}

const rowsEach = 500
const bytesEach = 256 * 1024
/// A text put away with more edits than this gets a checkpoint first.
const rowsAtRest = 50
/// Comparing takes time of the thread that serves sockets.
const compareBytes = 2 ** 20

export function createGrowth(parts: {
  checkpoints: Checkpoints
  now(): number
  count: Count
  close(seat: Seat, code: number, why: string): void
}): Growth {
  const running = new Map<Room, Promise<void>>()
  const make = (room: Room): Promise<void> => {
    const made = running.get(room) ?? makeOne(room).finally(() => running.delete(room))
    running.set(room, made)
    return made
  }
  const makeOne = async (room: Room): Promise<void> => {
    room.busy.checkpoint = true
    try {
      const made = await parts.checkpoints.make(room.key, parts.now())
      parts.count('checkpoints')
      room.bytes = made.bytes
      room.fresh = { rows: room.head - made.seq, bytes: 0 }
      compare(room, made, parts)
    } catch (error) {
      console.error(`room: no checkpoint of ${room.key.section}`, error)
      parts.count('failed-checkpoints')
      room.fresh = { rows: 0, bytes: 0 }
    } finally {
      room.busy.checkpoint = false
    }
  }
  return {
    grown: (room) => {
      const { rows, bytes } = room.fresh
      if (rows >= rowsEach || (bytes >= bytesEach && rows > 1)) void make(room)
    },
    wants: (room) => {
      if (room.fresh.rows < rowsAtRest) return false
      void make(room)
      return true
    },
    last: async (room) => {
      await running.get(room)
      if (room.fresh.rows >= rowsAtRest) await make(room)
    },
  }
}

function compare(
  room: Room,
  made: { seq: number; bytes: number; fingerprint: string },
  parts: { count: Count; close(seat: Seat, code: number, why: string): void },
): void {
  // In the middle of a beat the document is ahead of the log.
  if (room.text.kind !== 'live' || room.busy.beat || room.head !== made.seq) return
  if (made.bytes > compareBytes || fingerprint(room.text.live.doc) === made.fingerprint) return
  console.error(`room: the live text of ${room.key.section} differed from its log`)
  parts.count('diverged')
  room.text = { kind: 'lost' }
  for (const seat of room.seats) parts.close(seat, closeCodes.restart, 'rebuilt')
}
