// Asks again what each open socket may do. While the question is open nothing is taken from it, so no edit slips in
// after a right was lost; whoever lost one is closed, whoever gained one is told.
import { encodeStateVector } from 'yjs'
import { closeCodes } from '../../editor/shared/wire.ts'
import { storedVector } from './build.ts'
import { askFrame, welcomeFrame } from './frame.ts'
import type { Admission, Admit } from './rooms.ts'
import type { Room } from './room.ts'
import type { Seat } from './seat.ts'

export type RecheckParts = {
  admit: Admit
  close(seat: Seat, code: number, why: string): void
  wake(room: Room): void
}

const atOnce = 16

/// `hold`: take nothing from these seats until answered. The answer of one session for one text serves all its seats.
export async function recheck(seats: Seat[], hold: boolean, parts: RecheckParts): Promise<void> {
  const groups = new Map<string, Seat[]>()
  for (const seat of seats) {
    if (hold) seat.blocked++
    const name = `${seat.token ?? ''} ${seat.room.key.section}`
    const group = groups.get(name)
    if (group) group.push(seat)
    else groups.set(name, [seat])
  }
  const queue = [...groups.values()]
  const next = async (): Promise<void> => {
    for (let group = queue.pop(); group; group = queue.pop()) {
      const [first] = group
      const answer = await ask(first!, parts.admit)
      for (const seat of group) {
        if (hold) seat.blocked--
        apply(seat, answer, parts)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, next))
}

const ask = async (seat: Seat, admit: Admit): Promise<Admission | undefined> => {
  try {
    return await admit(seat.token, seat.room.key.section)
  } catch {
    return undefined
  }
}

function apply(seat: Seat, answer: Admission | undefined, parts: RecheckParts): void {
  const { room, who } = seat
  if (!answer) parts.close(seat, closeCodes.tryAgain, 'not answered')
  else if (!answer.ok) parts.close(seat, answer.close, 'right')
  else if (answer.person.id !== who.person.id) parts.close(seat, closeCodes.session, 'session')
  else if (who.mayWrite && !answer.mayWrite) {
    if (answer.why === 'frozen') parts.close(seat, closeCodes.frozen, 'frozen')
    else parts.close(seat, closeCodes.right, 'right')
  } else {
    const renamed =
      answer.person.name !== who.person.name || answer.person.colour !== who.person.colour
    seat.who = answer
    if (renamed) room.stirred.add(seat)
    if (!who.mayWrite && answer.mayWrite) promote(seat)
  }
  if (room.waiting.has(seat) || room.stirred.has(seat)) parts.wake(room)
}

/// A reader may write from now on: says so, and asks for what it has that the server lacks.
function promote(seat: Seat): void {
  const { room } = seat
  if (seat.wantsAck) {
    seat.wire.write(welcomeFrame(room.shown, room.schema, true, room.head))
  }
  if (!seat.synced || room.text.kind === 'lost') return
  const vector =
    room.text.kind === 'live'
      ? encodeStateVector(room.text.live.doc)
      : storedVector(room.text.stored)
  seat.asked = true
  seat.wire.write(askFrame(vector))
}
