// From a socket that has just been upgraded to a seat in a text: nothing is read from it before it is admitted, and
// every no is a close code the stock client understands.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeCodes, queryNames } from '../../editor/shared/wire.ts'
import { welcomeFrame } from './frame.ts'
import { above, type Limits } from './limits.ts'
import type { Count } from './metrics.ts'
import { NoRoom, type OpenRooms } from './open-rooms.ts'
import type { Room } from './room.ts'
import type { Admission, Admit } from './rooms.ts'
import { newSeat, type Seat } from './seat.ts'
import { wireOf, type Wire } from './wire.ts'

export type Arrival = {
  ws: WebSocket
  /// The TCP socket the upgrade came on; without it frames go through `ws`.
  socket: Duplex | undefined
  token: string | undefined
  section: string
  query: URLSearchParams
}

export type WelcomeParts = {
  admit: Admit
  open: OpenRooms
  limits: Limits
  now(): number
  count: Count
  closing(): boolean
  heard(seat: Seat, data: Buffer): void
  left(seat: Seat): void
  /// Open sockets of each person, over all texts.
  people: Map<string, number>
}

type No = { code: number; why: string }

const admissionMs = 10_000

/// Resolves when the socket has a seat or has been closed.
export async function welcome(arrival: Arrival, parts: WelcomeParts): Promise<Seat | undefined> {
  const { ws } = arrival
  const wire = wireOf(ws, arrival.socket)
  wire.pause()
  ws.on('error', ignore)
  const late = setTimeout(() => wire.close(closeCodes.tryAgain, 'late'), admissionMs)
  const seat = await seatFor(arrival, wire, parts).catch((error: unknown): No => {
    if (!(error instanceof NoRoom)) console.error(`room: admission failed: ${String(error)}`)
    return { code: closeCodes.tryAgain, why: error instanceof NoRoom ? 'memory' : 'admission' }
  })
  clearTimeout(late)
  if ('code' in seat) {
    parts.count(`closed-${seat.code}`)
    wire.close(seat.code, seat.why)
    return undefined
  }
  if (!wire.open) return undefined
  sit(seat, ws, parts)
  wire.resume()
  return seat
}

async function seatFor(arrival: Arrival, wire: Wire, parts: WelcomeParts): Promise<Seat | No> {
  const { token, section, query } = arrival
  const who = await parts.admit(token, section)
  if (!who.ok) return { code: who.close, why: reasons[who.close] }
  const room = await parts.open.open(who.region, who.section)
  if (!room) return { code: closeCodes.noSuchText, why: 'no such text' }
  const no = unfit(room, query) ?? crowded(room, who.person.id, parts)
  if (no) return no
  if (parts.closing()) return { code: closeCodes.restart, why: 'restart' }
  const wantsAck = query.get(queryNames.ack) === '1'
  return newSeat({ wire, room, token, wantsAck, who }, parts.now())
}

const reasons = {
  4401: 'session',
  4403: 'right',
  4404: 'no such text',
} satisfies Record<Extract<Admission, { ok: false }>['close'], string>

/// The close that follows says all there is to say.
const ignore = (): void => {}

/// Another lineage would be merged twice; an older editor would delete what it does not know.
function unfit(room: Room, query: URLSearchParams): No | undefined {
  const lineage = query.get(queryNames.lineage)
  const schema = query.get(queryNames.schema)
  if (lineage !== null && lineage !== room.shown) {
    return { code: closeCodes.lineage, why: 'lineage' }
  }
  if (schema !== null && !(Number(schema) >= room.schema)) {
    return { code: closeCodes.lineage, why: 'schema' }
  }
  return undefined
}

function crowded(room: Room, person: string, { limits, people }: WelcomeParts): No | undefined {
  if (above((people.get(person) ?? 0) + 1, limits.socketsPerPerson)) {
    return { code: closeCodes.tryAgain, why: 'sockets of this person' }
  }
  if (above(room.seats.size + 1, limits.socketsPerText)) {
    return { code: closeCodes.tryAgain, why: 'sockets in this text' }
  }
  return undefined
}

function sit(seat: Seat, ws: WebSocket, parts: WelcomeParts): void {
  const { room, who, wire } = seat
  const { id } = who.person
  room.seats.add(seat)
  parts.people.set(id, (parts.people.get(id) ?? 0) + 1)
  parts.count('seated')
  ws.on('message', (data: Buffer, binary: boolean) => {
    if (binary) parts.heard(seat, data)
    else wire.close(closeCodes.malformed, 'text')
  })
  ws.on('pong', () => {
    seat.silent = 0
  })
  ws.on('close', () => {
    const left = (parts.people.get(id) ?? 1) - 1
    if (left > 0) parts.people.set(id, left)
    else parts.people.delete(id)
    room.usedAt = parts.now()
    parts.left(seat)
  })
  if (seat.wantsAck) {
    wire.write(welcomeFrame(room.shown, room.schema, who.mayWrite, room.head))
  }
}
