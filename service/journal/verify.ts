// Is everything as it was written? Walks every chain, compares every word with its salted hash, and folds each journal into
// the state that is stored beside it. Run at start and from the host's command line; it changes nothing.
import type { Db } from '../../db/database.ts'
import { detailRows, journalRows, type JournalRow } from '../../db/journal.ts'
import type { Store } from '../../db/open.ts'
import { allProcesses, storedOf, type ProcessRow } from '../../db/process.ts'
import type { ProcessKind } from '../../workflows/act.ts'
import { fold } from '../../workflows/decide.ts'
import { canonicalJson, type Canonical } from '../version/canonical.ts'
import { detailHash, entryHash, genesisHash } from './chain.ts'
import { entryOf } from './record.ts'

/// What was found wrong, and at which entry first.
export type Fault = {
  region: number
  process: string
  seq: number
  what: 'gap' | 'chain' | 'entry' | 'words' | 'head' | 'state'
}

export type Verified = { processes: number; entries: number; erased: number; faults: Fault[] }

/// Checks every process of every region.
export async function verifyJournal(store: Store): Promise<Verified> {
  const verified: Verified = { processes: 0, entries: 0, erased: 0, faults: [] }
  for (const row of await allProcesses(store.db)) {
    verified.processes++
    await verifyProcess(store.db, row, verified)
  }
  return verified
}

async function verifyProcess(db: Db, row: ProcessRow, verified: Verified): Promise<void> {
  const entries = await journalRows(db, row.region, row.id)
  const found = (seq: number, what: Fault['what']): void => {
    verified.faults.push({ region: row.region, process: row.id, seq, what })
  }
  let prev = genesisHash(row.region, row.id)
  let seq = 0
  for (const entry of entries) {
    verified.entries++
    if (entry.seq !== ++seq) return found(seq, 'gap')
    if (entry.prev_hash !== prev) return found(seq, 'chain')
    if (entryHash(entry) !== entry.hash) return found(seq, 'entry')
    prev = entry.hash
  }
  const wrongWords = await wordsThatDiffer(db, row, entries, verified)
  if (wrongWords !== undefined) found(wrongWords, 'words')
  if (row.seq !== seq || row.head_hash !== prev) return found(row.seq, 'head')
  if (!sameState(row, entries)) found(row.seq, 'state')
}

/// The first entry whose words are not those it was sealed with; words that are gone are erased, not wrong.
async function wordsThatDiffer(
  db: Db,
  row: ProcessRow,
  entries: JournalRow[],
  verified: Verified,
): Promise<number | undefined> {
  const sealed = new Map(
    entries.map((entry) => [entry.seq, JSON.parse(entry.details) as Record<string, string>]),
  )
  let kept = 0
  for (const { seq, field, salt, value } of await detailRows(db, row.region, row.id)) {
    if (sealed.get(seq)?.[field] !== detailHash(field, salt, value)) return seq
    kept++
  }
  const all = [...sealed.values()].reduce((sum, one) => sum + Object.keys(one).length, 0)
  verified.erased += all - kept
  return undefined
}

function sameState(row: ProcessRow, entries: JournalRow[]): boolean {
  try {
    const folded = fold(row.kind as ProcessKind, entries.map(entryOf))
    const stored = storedOf(row)
    return (
      folded.state === stored.state &&
      canonicalJson(folded.context as Canonical) === canonicalJson(stored.context as Canonical)
    )
  } catch {
    return false
  }
}
