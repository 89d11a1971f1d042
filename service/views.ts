// The twelve as the joint process sees them. Every act asks for all of them and one has moved, so what was read out of a
// row is kept until the row has moved on.
import { storedOf, type ProcessRow } from '../db/process.ts'
import type { ParticipantView } from '../workflows/facts.ts'
import { viewOf } from '../workflows/joint-state.ts'

/// A municipality's part of the joint state. The chain's head names everything that ever happened to the process.
export function viewOfRow(row: ProcessRow, municipality: string, name = ''): ParticipantView {
  const process = `${row.region} ${row.id}`
  const mark = `${row.seq} ${row.head_hash} ${row.state}`
  const before = known.get(process)
  if (before?.mark === mark) return { ...before.view, name }
  const view = viewOf(storedOf(row), municipality, name)
  if (known.size >= atMost) known.clear()
  known.set(process, { mark, view })
  return view
}

const known = new Map<string, { mark: string; view: ParticipantView }>()
const atMost = 20_000
