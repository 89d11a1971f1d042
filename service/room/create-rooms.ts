// Opens the text rooms of this process: puts the parts of this folder together, and does what the server itself does
// with texts (freeze, seed, read). The rules are in the parts.
import { appendText } from '../../db/text-log.ts'
import type { Store } from '../../db/open.ts'
import { closeCodes } from '../../editor/shared/wire.ts'
import { createCheckpoints } from './checkpoint.ts'
import { buildDoc, partsOf } from './build.ts'
import { createGrowth } from './growth.ts'
import { hear, type Ears } from './hear.ts'
import type { Limits } from './limits.ts'
import { loadText, loadWholeLog } from './load.ts'
import { createMetrics } from './metrics.ts'
import { createOpenRooms } from './open-rooms.ts'
import { leave } from './presence.ts'
import { createPulse } from './pulse.ts'
import { recheck } from './recheck.ts'
import type { Room } from './room.ts'
import { NoLonger, type Admit, type Hold, type Rooms } from './rooms.ts'
import type { Seat } from './seat.ts'
import { startSweep } from './sweep.ts'
import { welcome, type Arrival } from './welcome.ts'

export type RoomsParts = {
  store: Store
  admit: Admit
  /// Real time, milliseconds since 1970.
  now(): number
  limits: Limits
  /// Called for a session that writes, to keep it alive: at most once a minute, and at once after a warning.
  used?: (session: string) => void
}

/// The rooms, and what the http server needs of them.
export type TextRooms = Rooms & {
  /// Takes a socket that has just been upgraded. Resolves when it has a seat or has been closed.
  accept(arrival: Arrival): Promise<void>
  /// Counts since the start: edits, commits, refusals by reason, sockets.
  metrics(): Record<string, number>
}

export function createRooms({ store, admit, now, limits, used }: RoomsParts): TextRooms {
  const { db } = store
  const { count, read } = createMetrics()
  const open = createOpenRooms({ db, limits, now, count })
  const checkpoints = createCheckpoints(db)
  const people = new Map<string, number>()
  let closing = false

  /// Closes a socket for good: what it said and was not taken is not taken any more.
  const close = (seat: Seat, code: number, why: string): void => {
    const { room } = seat
    if (seat.wire.open) count(`closed-${code}`)
    seat.inbox = []
    seat.inboxBytes = 0
    room.waiting.delete(seat)
    left(seat)
    seat.wire.close(code, why)
  }
  /// Edits that came before a socket went away are still taken.
  const left = (seat: Seat): void => {
    const { room } = seat
    if (!room.seats.delete(seat)) return
    room.asking.delete(seat)
    leave(seat)
    pulse.wake(room)
  }
  const refuse = (seat: Seat, code: number, why: string): void => {
    count(`refused-${why}`)
    close(seat, code, why)
  }
  const wake = (room: Room): void => pulse.wake(room)
  const growth = createGrowth({ checkpoints, now, count, close })
  const pulse = createPulse({
    append: (rows, claims) => appendText(store, rows, claims),
    limits,
    now,
    count,
    close,
    reread: (room) => open.reread(room, () => wake(room)),
    grown: growth.grown,
  })
  const ears: Ears = {
    limits,
    now,
    wake,
    refuse,
    used: (seat) => {
      if (!used || now() - seat.touchedAt < 60_000) return
      seat.touchedAt = now()
      used(seat.who.session)
    },
  }
  const ask = (seats: Seat[], hold: boolean): Promise<void> =>
    recheck(seats, hold, { admit, close, wake })
  const stopSweep = startSweep({
    rooms: open.all,
    now,
    refuse,
    wake,
    recheck: (seats) => void ask(seats, false),
    putAway: (at) => {
      open.putAway(at, growth.wants)
    },
  })
  const seats = (): Seat[] => [...open.all()].flatMap((room) => [...room.seats, ...room.waiting])
  const roomOf = async (region: number, section: string): Promise<Room> => {
    const room = await open.open(region, section)
    if (!room) throw new Error(`there is no text ${section}`)
    return room
  }

  return {
    accept: async (arrival) => {
      await welcome(arrival, {
        admit,
        open,
        limits,
        now,
        count,
        people,
        closing: () => closing,
        heard: (seat, data) => hear(seat, data, ears),
        left,
      })
    },
    metrics: () => ({ ...read(), sockets: [...people.values()].reduce((a, b) => a + b, 0) }),
    hold: async (region, sections) => {
      const held: Room[] = []
      const docs: Hold['docs'] = new Map()
      const heads: Hold['heads'] = new Map()
      const release = (): void => {
        for (const room of held.splice(0)) void letGo(room, ask, wake)
      }
      try {
        for (const section of sections) {
          const room = await roomOf(region, section)
          await pulse.settled(room)
          room.held++
          held.push(room)
        }
        for (const room of held) {
          const stored = await loadWholeLog(db, room.key)
          heads.set(room.key.section, stored.head)
          docs.set(room.key.section, buildDoc(partsOf(stored)))
        }
        return { heads, docs, release }
      } catch (error) {
        release()
        throw error
      }
    },
    write: async (region, section, person, change, still) => {
      const room = await roomOf(region, section)
      if (still) await mustStill(room, still)
      return await new Promise((done, failed) => {
        room.jobs.push({ person, change, still, done, failed })
        wake(room)
      })
    },
    read: async (region, section) => {
      const room = await roomOf(region, section)
      const stored = await loadText(db, room.key)
      return { doc: buildDoc(partsOf(stored)), head: stored.head }
    },
    rightsChanged: () => {
      void ask(seats(), true)
    },
    endSession: (session) => {
      for (const seat of seats()) {
        if (seat.who.session === session) close(seat, closeCodes.session, 'session')
      }
    },
    close: async () => {
      closing = true
      stopSweep()
      // A database that is away must not keep the process from ending.
      const late = new Promise((resolve) => setTimeout(resolve, settleMs).unref())
      await Promise.race([Promise.all([...open.all()].map((room) => pulse.settled(room))), late])
      for (const seat of seats()) close(seat, closeCodes.restart, 'restart')
      await Promise.all([...open.all()].map((room) => growth.last(room)))
      await checkpoints.close()
    },
  }
}

const settleMs = 8000

/// Asked again when a hold was let go meanwhile: what was read may be of before it.
async function mustStill(room: Room, still: () => Promise<boolean>): Promise<void> {
  let released: number
  do {
    released = room.released
    if (!(await still())) throw new NoLonger('the text may not be changed')
  } while (room.released !== released)
}

/// What waited while the room was held is taken only from those who may still write.
async function letGo(
  room: Room,
  ask: (seats: Seat[], hold: boolean) => Promise<void>,
  wake: (room: Room) => void,
): Promise<void> {
  const seats = new Set([...room.seats, ...room.waiting])
  const asked = ask([...seats], true)
  const jobs = room.jobs.splice(0)
  room.held--
  room.released++
  await asked
  for (const job of jobs) {
    const may = job.still ? await job.still().catch(() => false) : true
    if (may) room.jobs.push(job)
    else job.failed(new NoLonger('the text was frozen meanwhile'))
  }
  wake(room)
}
