// Judges an update before anything of it is applied: whose client ids it speaks for, whether all it points at is
// known, how far it moves a clock, how deep it nests. What passes leaves nothing pending in the document.
import { findIndexSS, getState, type Doc } from 'yjs'
import { nesting } from './nesting.ts'
import { Malformed } from './cursor.ts'
import { scanUpdate, type Scan } from './scan.ts'

export type Verdict =
  /// Apply it; `claims` are client ids nobody had, which are now this person's.
  | { take: 'new'; claims: number[]; grows: boolean }
  /// Everything in it is there already.
  | { take: 'known' }
  /// It builds on edits of the same person that have not come yet.
  | { take: 'later' }
  | { take: 'refuse'; why: Refused }

export type Refused = 'malformed' | 'forged' | 'ahead' | 'deep' | 'large'

export type GateLimits = {
  /// Bytes of structs in one update; the delete set of a long text may be larger and is bounded by the frame.
  updateBytes: number
}

const maxStructs = 20_000
const maxFreshDeletes = 5_000
const maxClockAdvance = 1_000_000
const maxNewClients = 64
const maxDepth = 32

/// `owners` knows whose each client id is; ids only claimed in this tick must be in it too.
export function judge(
  doc: Doc,
  owners: Map<number, string>,
  person: string,
  update: Uint8Array,
  limits: GateLimits,
): Verdict {
  let scan: Scan
  try {
    scan = scanUpdate(update)
  } catch (error) {
    if (error instanceof Malformed) return refuse('malformed')
    throw error
  }
  if (scan.structs > maxStructs) return refuse('large')
  if (limits.updateBytes > 0 && scan.structBytes > limits.updateBytes) return refuse('large')
  const { store } = doc
  const mine = (client: number) => (owners.get(client) ?? person) === person
  const claims: number[] = []
  const ends = new Map<number, number>()
  let fresh = 0
  let later = false
  for (const { client, clock, end } of scan.runs) {
    if (ends.has(client)) return refuse('malformed')
    const state = getState(store, client)
    ends.set(client, Math.max(end, state))
    if (end <= state) continue
    if (!mine(client)) return refuse('forged')
    if (end - state > maxClockAdvance) return refuse('ahead')
    if (!owners.has(client) && claims.push(client) > maxNewClients) return refuse('large')
    if (clock > state) later = true
    fresh++
  }
  const reaches = (client: number, end: number): boolean =>
    end <= (ends.get(client) ?? getState(store, client))
  for (let i = 0; i < scan.refs.length; i += 2) {
    if (reaches(scan.refs[i]!, scan.refs[i + 1]! + 1)) continue
    if (!mine(scan.refs[i]!)) return refuse('ahead')
    later = true
  }
  const deletes = freshDeletes(doc, scan.deletes, reaches)
  if (deletes.ahead.some((client) => !mine(client))) return refuse('ahead')
  if (deletes.fresh > maxFreshDeletes) return refuse('large')
  if (later || deletes.ahead.length > 0) return { take: 'later' }
  if (fresh === 0 && deletes.fresh === 0) return { take: 'known' }
  if (scan.types > 0 || fresh > 1) {
    const depth = nesting(doc, update)
    if (depth === 'circular') return refuse('malformed')
    if (depth > maxDepth) return refuse('deep')
  }
  return { take: 'new', claims, grows: fresh > 0 }
}

const refuse = (why: Refused): Verdict => ({ take: 'refuse', why })

/// Ranges that delete something still standing, and clients whose range ends beyond what is known.
function freshDeletes(
  doc: Doc,
  deletes: number[],
  reaches: (client: number, end: number) => boolean,
): { fresh: number; ahead: number[] } {
  let fresh = 0
  const ahead: number[] = []
  for (let i = 0; i < deletes.length; i += 3) {
    const client = deletes[i]!
    const clock = deletes[i + 1]!
    const end = clock + deletes[i + 2]!
    if (!reaches(client, end)) ahead.push(client)
    else if (!deleted(doc, client, clock, end)) fresh++
    if (fresh > maxFreshDeletes || ahead.length > maxFreshDeletes) break
  }
  return { fresh, ahead }
}

function deleted(doc: Doc, client: number, clock: number, end: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || end > getState(doc.store, client)) return false
  for (let i = findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i]!
    if (struct.id.clock >= end) return true
    if (!struct.deleted) return false
  }
  return true
}
