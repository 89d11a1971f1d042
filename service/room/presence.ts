// Who is in the text and where their cursor stands. A socket speaks for one client id; name, colour and the clock others
// see are the server's: a stock client's first state has clock 0, which no other client takes, and one who comes back has
// the clock they left at. The stock client sends back what it hears of others: that is passed over, never relayed.
import { colourOf } from '../../editor/shared/wire.ts'
import { uints } from './frame.ts'
import type { Room } from './room.ts'
import { Malformed, skip, uint } from './cursor.ts'
import type { Seat } from './seat.ts'

/// Bytes of one state, and states in one frame.
export const maxPresenceBytes = 4096
const maxEntries = 1000

export type Heard = 'nothing' | 'own' | 'large'

/// Keeps the newest state of the seat's own client id. Throws `Malformed`.
export function hearPresence(seat: Seat, entries: Uint8Array): Heard {
  const cursor = { bytes: entries, pos: 0 }
  const count = uint(cursor)
  if (count > maxEntries) return 'large'
  let heard: Heard = 'nothing'
  for (let i = 0; i < count; i++) {
    const client = uint(cursor)
    const clock = uint(cursor)
    const length = uint(cursor)
    const raw = entries.subarray(skip(cursor, length), cursor.pos)
    const mine = seat.presence ? seat.presence.client === client : mayBind(seat, client, raw)
    if (!mine) continue
    if (length > maxPresenceBytes) return 'large'
    if (!seat.presence) bind(seat, client, clock, raw)
    else if (clock >= seat.presence.clock) Object.assign(seat.presence, { clock, raw })
    else continue
    heard = 'own'
  }
  if (cursor.pos !== entries.length) throw new Malformed('bytes after the end')
  return heard
}

/// An id that is another's, or spoken for by another's open socket, cannot be taken.
function mayBind(seat: Seat, client: number, raw: Uint8Array): boolean {
  if (isNull(raw)) return false
  const owner = seat.room.owners.get(client)
  if (owner !== undefined && owner !== seat.who.person.id) return false
  const other = seat.room.present.get(client)
  return !other || other.who.person.id === seat.who.person.id
}

function bind(seat: Seat, client: number, clock: number, raw: Uint8Array): void {
  const { room, who } = seat
  const before = room.present.get(client)
  if (before) before.presence = undefined
  room.present.set(client, seat)
  seat.presence = { client, clock, raw, entry: undefined, here: true }
  if (who.mayWrite && !room.owners.has(client)) {
    room.owners.set(client, who.person.id)
    room.claims.push({ client, person: who.person.id })
  }
}

/// Makes the entry others are sent. Throws `Malformed` when the state is no JSON object.
export function refreshEntry(seat: Seat): Uint8Array | undefined {
  const { presence, who } = seat
  if (!presence) return undefined
  presence.here = !isNull(presence.raw)
  const state = presence.here ? parse(presence.raw) : null
  const user = { id: who.person.id, name: who.person.name, color: colourOf(who.person.colour) }
  const entry = encodeEntry(presence.client, tick(seat.room), state && { ...state, user })
  presence.entry = entry.bytes
  // What was heard is a view of a whole network read; this one is not.
  presence.raw = entry.bytes.subarray(entry.stateAt)
  return entry.bytes
}

/// Frees the client id of a socket that left, and tells the others.
export function leave(seat: Seat): void {
  const { room, presence } = seat
  room.stirred.delete(seat)
  if (!presence || room.present.get(presence.client) !== seat) return
  room.present.delete(presence.client)
  if (presence.entry && presence.here) room.gone.add(presence.client)
}

/// What changed since the last time, as awareness updates.
export type News = {
  all: Uint8Array
  /// The same without what a seat said itself: a client takes a newer clock for its own state. Undefined when that is all.
  without(seat: Seat): Uint8Array | undefined
}

/// Undefined when nothing changed. A seat whose state is broken is given to `broken` and left out.
export function presenceNews(room: Room, broken: (seat: Seat) => void): News | undefined {
  if (room.stirred.size === 0 && room.gone.size === 0) return undefined
  const entries: Uint8Array[] = []
  const places = new Map<Seat, number>()
  for (const client of room.gone) {
    if (!room.present.has(client)) entries.push(encodeEntry(client, tick(room), null).bytes)
  }
  room.gone.clear()
  const stirred = [...room.stirred]
  room.stirred.clear()
  for (const seat of stirred) {
    try {
      const entry = refreshEntry(seat)
      if (entry) places.set(seat, entries.push(entry) - 1)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      broken(seat)
    }
  }
  if (entries.length === 0) return undefined
  const all = listOf(entries)
  return {
    all,
    without: (seat) => {
      const own = places.get(seat)
      if (own === undefined) return all
      if (entries.length === 1) return undefined
      // Cut out of the whole: many may speak in one beat.
      let from = uints(entries.length).length
      for (let i = 0; i < own; i++) from += entries[i]!.length
      const head = uints(entries.length - 1)
      const before = all.subarray(uints(entries.length).length, from)
      return Buffer.concat([head, before, all.subarray(from + entries[own]!.length)])
    },
  }
}

/// Everyone else who is here, for a newcomer; undefined when nobody is.
export function everyone(newcomer: Seat): Uint8Array | undefined {
  const entries: Uint8Array[] = []
  for (const seat of newcomer.room.present.values()) {
    if (seat !== newcomer && seat.presence?.entry && seat.presence.here) {
      entries.push(seat.presence.entry)
    }
  }
  return entries.length > 0 ? listOf(entries) : undefined
}

/// A clock above every one shown before, also by a server before this one.
const tick = (room: Room): number => (room.shownAt = Math.max(room.shownAt + 1, Date.now()))

const isNull = (raw: Uint8Array): boolean => raw.length === 4 && raw[0] === 0x6e

function parse(raw: Uint8Array): object {
  try {
    const state: unknown = JSON.parse(Buffer.from(raw).toString())
    if (typeof state === 'object' && state !== null && !Array.isArray(state)) return state
  } catch {
    // Falls through to the one refusal.
  }
  throw new Malformed('presence is no object')
}

/// In memory of its own: an entry lives long, and would keep a whole slab of Buffer's pool.
function encodeEntry(
  client: number,
  clock: number,
  state: object | null,
): { bytes: Uint8Array; stateAt: number } {
  let json: Buffer
  try {
    json = Buffer.from(JSON.stringify(state))
  } catch {
    throw new Malformed('presence is too deep')
  }
  const head = uints(client, clock, json.length)
  const bytes = new Uint8Array(head.length + json.length)
  bytes.set(head)
  bytes.set(json, head.length)
  return { bytes, stateAt: head.length }
}

const listOf = (entries: Uint8Array[]): Uint8Array =>
  Buffer.concat([uints(entries.length), ...entries])
