// Judges an update before anything of it is applied: whose client ids it speaks for, whether all it points at is
// known, how far it moves a clock, how deep it nests. What passes leaves nothing pending in the document.
import { findIndexSS, getState, type Doc } from 'yjs'
import { nesting } from './nesting.ts'
import { Malformed, TooLarge } from './cursor.ts'
import { at, eachDelete, scanUpdate, stride, type Scan } from './scan.ts'

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
  try {
    const scan = scanUpdate(update, { structs: maxStructs, structBytes: limits.updateBytes })
    return weigh(doc, scan, update, (client) => {
      const owner = owners.get(client)
      return owner === undefined ? 'nobody' : owner === person ? 'mine' : 'another'
    })
  } catch (error) {
    if (error instanceof Malformed) return refuse('malformed')
    if (error instanceof TooLarge) return refuse('large')
    throw error
  }
}

type Owned = (client: number) => 'mine' | 'another' | 'nobody'

function weigh(doc: Doc, scan: Scan, update: Uint8Array, owned: Owned): Verdict {
  const { store } = doc
  const claims: number[] = []
  const ends = new Map<number, number>()
  let fresh = 0
  let later = false
  for (const { client, clock, end } of scan.runs) {
    if (ends.has(client)) return refuse('malformed')
    const state = getState(store, client)
    ends.set(client, Math.max(end, state))
    if (end <= state) continue
    const whose = owned(client)
    if (whose === 'another') return refuse('forged')
    if (end - state > maxClockAdvance) return refuse('ahead')
    if (whose === 'nobody' && claims.push(client) > maxNewClients) return refuse('large')
    if (clock > state) later = true
    fresh++
  }
  const known = (client: number): number => ends.get(client) ?? getState(store, client)
  for (let from = 0; from < scan.structs.length; from += stride) {
    for (let what = at.origin; what <= at.parent; what += 2) {
      const client = scan.structs[from + what]!
      if (client < 0 || scan.structs[from + what + 1]! < known(client)) continue
      if (owned(client) === 'another') return refuse('ahead')
      later = true
    }
  }
  const deletes = freshDeletes(doc, update, scan.deletesAt, known, owned)
  if (typeof deletes !== 'number') return deletes
  if (later) return { take: 'later' }
  if (fresh === 0 && deletes === 0) return { take: 'known' }
  if (scan.types > 0 || fresh > 1) {
    const depth = nesting(doc, scan, maxDepth)
    if (depth === 'circular') return refuse('malformed')
    if (depth > maxDepth) return refuse('deep')
  }
  return { take: 'new', claims, grows: fresh > 0 }
}

const refuse = (why: Refused): Verdict => ({ take: 'refuse', why })

/// How many ranges delete something still standing, or why that is not for now.
function freshDeletes(
  doc: Doc,
  update: Uint8Array,
  deletesAt: number,
  known: (client: number) => number,
  owned: Owned,
): number | Verdict {
  const deleters = new Set<number>()
  let fresh = 0
  let reach = 0
  let no: Refused | 'later' | undefined
  eachDelete(update, deletesAt, (client, clock, length, first) => {
    if (first) {
      reach = known(client)
      if (deleters.has(client)) no = 'malformed'
      if (reach > 0) deleters.add(client)
    }
    const end = clock + length
    if (end > reach) no ??= owned(client) === 'another' ? 'ahead' : 'later'
    else if (!deleted(doc, client, clock, end) && ++fresh > maxFreshDeletes) no ??= 'large'
    return no === undefined
  })
  if (no === undefined) return fresh
  return no === 'later' ? { take: 'later' } : refuse(no)
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
