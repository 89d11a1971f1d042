// Takes what was heard into the live document, one transaction a socket, and says what must be on disk before
// anyone may see it. Nothing here is shown to anyone; `publish` does that after the commit.
import { applyUpdate, encodeStateAsUpdate, type Doc } from 'yjs'
import { closeCodes } from '../../editor/shared/wire.ts'
import { claim, emptyBatch, takeClaims, type Batch } from './batch.ts'
import { judge, type Refused } from './gate.ts'
import { above, type Limits } from './limits.ts'
import { takeJob } from './job.ts'
import type { Live, Room } from './room.ts'
import type { Seat } from './seat.ts'

const maxParked = 256
const maxParkedBytes = 256 * 1024

export function take(room: Room, live: Live, limits: Limits, now: number): Batch {
  const batch = emptyBatch(room)
  const at = new Date(now).toISOString()
  takeClaims(batch)
  const row = (bytes: Uint8Array, person: string, session: string): void => {
    const seq = room.head + batch.rows.length + 1
    batch.rows.push({ ...room.key, seq, person, session, at, bytes })
  }
  for (const job of room.jobs.splice(0)) {
    if (batch.poisoned) room.jobs.push(job)
    else takeJob(batch, live, job, row)
  }
  for (const seat of room.waiting) {
    if (batch.poisoned) break
    if (seat.blocked > 0) continue
    room.waiting.delete(seat)
    takeSeat(batch, live, seat, limits, now)
    for (const bytes of live.emitted.splice(0)) {
      batch.speakers.add(seat)
      row(bytes, seat.who.person.id, seat.who.session)
    }
  }
  return batch
}

function takeSeat(batch: Batch, live: Live, seat: Seat, limits: Limits, now: number): void {
  const { doc } = live
  const heard = seat.inbox
  seat.inbox = []
  seat.inboxBytes = 0
  if (seat.full) {
    seat.full = false
    if (seat.resumeAt === 0) seat.wire.resume()
  }
  const refuse = (code: number, why: string): void => {
    batch.refused.push({ seat, code, why })
  }
  let refused = false
  const hear = (update: Uint8Array, last: boolean): boolean => {
    const step = weigh(batch, doc, seat, update, limits)
    if (step === 'later' && !last && park(batch, seat, update, now)) return true
    if (step === 'taken') return true
    if (step === 'later') refuse(closeCodes.malformed, 'pending')
    else refuse(step.code, step.why)
    refused = true
    return false
  }
  try {
    doc.transact(() => {
      for (const { update, answer } of heard) {
        seat.taken++
        if (!hear(update, answer)) return
        if (!answer) continue
        seat.asked = false
        for (const parked of seat.parked.splice(0)) if (!hear(parked, true)) return
      }
    }, seat)
  } catch {
    if (!refused) refuse(closeCodes.malformed, 'threw')
    batch.poisoned = true
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    if (!refused) refuse(closeCodes.malformed, 'pending')
    batch.poisoned = true
  }
  if (batch.poisoned) live.emitted.length = 0
}

/// Judges one update and applies what is new.
function weigh(
  batch: Batch,
  doc: Doc,
  seat: Seat,
  update: Uint8Array,
  limits: Limits,
): 'taken' | 'later' | { code: number; why: string } {
  const { room, who } = seat
  const verdict = judge(doc, room.owners, who.person.id, update, limits)
  if (verdict.take === 'refuse') return { code: codeOf[verdict.why], why: verdict.why }
  if (verdict.take === 'known') return 'taken'
  if (!who.mayWrite) {
    return who.why === 'frozen'
      ? { code: closeCodes.frozen, why: 'frozen' }
      : { code: closeCodes.right, why: 'reader' }
  }
  if (verdict.take === 'later') return 'later'
  if (verdict.grows && above(room.bytes + update.length, limits.textBytes)) {
    room.bytes = encodeStateAsUpdate(doc).length
    if (above(room.bytes + update.length, limits.textBytes)) {
      return { code: closeCodes.tooLarge, why: 'text' }
    }
  }
  for (const client of verdict.claims) {
    room.owners.set(client, who.person.id)
    claim(batch, client, who.person.id)
  }
  applyUpdate(doc, update, seat)
  room.bytes += update.length
  return 'taken'
}

const codeOf = {
  malformed: closeCodes.malformed,
  forged: closeCodes.malformed,
  ahead: closeCodes.malformed,
  deep: closeCodes.malformed,
  large: closeCodes.tooLarge,
} satisfies Record<Refused, number>

/// The stock client may send what it writes before it has been asked for what it wrote offline. Such an edit waits
/// for the answer to the question (asked again if need be); after the answer nothing may be missing any more.
function park(batch: Batch, seat: Seat, update: Uint8Array, now: number): boolean {
  const bytes = seat.parked.reduce((sum, parked) => sum + parked.length, update.length)
  if (seat.parked.length >= maxParked || bytes > maxParkedBytes) return false
  if (seat.parked.length === 0) seat.parkedAt = now
  seat.parked.push(Uint8Array.from(update))
  batch.parked.add(seat)
  return true
}
