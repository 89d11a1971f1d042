// Which texts are open in this process. A text is read once however many come at the same time, and put away when
// nobody has had it open for a minute, or sooner when memory is short.
import { ownersOf, textOf } from '../../db/text-log.ts'
import type { Db } from '../../db/database.ts'
import { shownLineage } from '../../db/lineage.ts'
import { schemaVersion } from '../../editor/shared/wire.ts'
import { above, type Limits } from './limits.ts'
import { loadText } from './load.ts'
import type { Count } from './metrics.ts'
import { fill, newRoom, weightOf, type Room } from './room.ts'

export type OpenRooms = {
  /// The open text, read from disk if need be. Undefined when there is no such section. Throws `NoRoom` when memory
  /// is short.
  open(region: number, section: string): Promise<Room | undefined>
  /// Reads a lost text again; `then` runs when it is there.
  reread(room: Room, then: () => void): void
  all(): Iterable<Room>
  /// Puts away what nobody uses; `keep` says which must stay.
  putAway(now: number, keep: (room: Room) => boolean): Room[]
}

/// The texts that are open take all the memory there is for them.
export class NoRoom extends Error {}

const idleMs = 60_000

export function createOpenRooms(parts: {
  db: Db
  limits: Limits
  now(): number
  count: Count
}): OpenRooms {
  const rooms = new Map<string, Room>()
  const opening = new Map<string, Promise<Room | undefined>>()

  const unused = (): Room[] =>
    [...rooms.values()]
      .filter((room) => room.seats.size === 0 && !isBusy(room))
      .sort((a, b) => a.usedAt - b.usedAt)
  const weight = (): number => {
    let sum = 0
    for (const room of rooms.values()) sum += weightOf(room)
    return sum
  }
  const makeRoom = (): void => {
    const { memoryBytes } = parts.limits
    if (memoryBytes === 0) return
    let total = weight()
    for (const room of unused()) {
      if (!above(total, memoryBytes)) return
      total -= weightOf(room)
      forget(room)
    }
    if (!above(total, memoryBytes)) return
    parts.count('refused-memory')
    throw new NoRoom('too many texts are open')
  }
  const forget = (room: Room): void => {
    rooms.delete(nameOf(room.key.region, room.key.section))
    parts.count('put-away')
  }
  const read = async (region: number, section: string): Promise<Room | undefined> => {
    const row = await textOf(parts.db, region, section)
    if (!row) return undefined
    const key = { region, section, lineage: row.lineage }
    const shown = await shownLineage(parts.db, row.lineage)
    const owners = await ownersOf(parts.db, region, section)
    const stored = await loadText(parts.db, key)
    makeRoom()
    const room = newRoom(
      { key, schema: Math.max(row.schema_version, schemaVersion), shown, owners },
      stored,
      parts.now(),
    )
    rooms.set(nameOf(region, section), room)
    parts.count('opened')
    return room
  }
  return {
    open: (region, section) => {
      const name = nameOf(region, section)
      const room = rooms.get(name)
      if (room) {
        room.usedAt = parts.now()
        return Promise.resolve(room)
      }
      const running = opening.get(name) ?? read(region, section).finally(() => opening.delete(name))
      opening.set(name, running)
      return running
    },
    reread: (room, then) => {
      if (room.busy.reading) return
      room.busy.reading = true
      const { region, section } = room.key
      Promise.all([loadText(parts.db, room.key), ownersOf(parts.db, region, section)])
        .then(([stored, owners]) => {
          // Ids claimed meanwhile and not on disk yet stay whose they are.
          for (const { client, person } of room.claims) owners.set(client, person)
          room.owners = owners
          fill(room, stored)
          parts.count('reread')
        })
        .catch((error: unknown) => {
          console.error(`room: ${section} cannot be read again`, error)
          parts.count('unreadable')
        })
        .finally(() => {
          room.busy.reading = false
          // A database that is away is asked again in a second.
          if (room.text.kind === 'lost') setTimeout(then, 1000).unref()
          else then()
        })
    },
    all: () => rooms.values(),
    putAway: (now, keep) => {
      const away = unused().filter((room) => now - room.usedAt > idleMs && !keep(room))
      for (const room of away) forget(room)
      return away
    },
  }
}

/// True while something still has to happen in the room, with nobody in it.
const isBusy = (room: Room): boolean =>
  room.held > 0 ||
  room.busy.reading ||
  room.busy.checkpoint ||
  room.waiting.size > 0 ||
  room.jobs.length > 0 ||
  room.settling.length > 0 ||
  room.claims.length > 0

const nameOf = (region: number, section: string): string => `${region}/${section}`
