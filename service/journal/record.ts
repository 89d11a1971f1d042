// Writing one act into the journal: the row that the chain covers, and the words beside it that may be erased.
import { appendJournal, type JournalRow } from '../../db/journal.ts'
import type { Trx } from '../../db/database.ts'
import type { ProcessRow } from '../../db/process.ts'
import type { Act, Decision, Entry, HeldRole, Json } from '../../workflows/act.ts'
import { sha256 } from '../version/canonical.ts'
import { saltDetail, sealEntry } from './chain.ts'

export type Recorded = {
  row: ProcessRow
  act: Act
  decision: Extract<Decision, { ok: true }>
  /// Free texts by path, `reason` or `changes.0.text`, and `override.<rule>` for why a rule was overridden.
  words: { [path: string]: string }
  key: string
}

/// Appends the entry that follows `row.seq` and answers it, sealed.
export async function recordAct(trx: Trx, recorded: Recorded): Promise<JournalRow> {
  const { row, act, decision, words, key } = recorded
  const seq = row.seq + 1
  const salted = Object.entries(words).map(([field, value]) => saltDetail(field, value))
  const entry = sealEntry({
    region: row.region,
    process: row.id,
    seq,
    type: act.type,
    acted_on: act.actedOn,
    today: act.today,
    recorded_at: act.recordedAt,
    actor: act.by,
    roles: JSON.stringify(act.roles.map(plainRole)),
    behalf_of: act.behalfOf ?? null,
    input: JSON.stringify(act.input),
    facts: JSON.stringify(act.facts),
    findings: JSON.stringify(decision.findings),
    overrides: JSON.stringify(decision.overridden),
    details: JSON.stringify(Object.fromEntries(salted.map((one) => [one.field, one.hash]))),
    from_state: row.state,
    to_state: decision.state,
    machine_version: row.machine_version,
    // A person's key may say anything, and the chain can never be erased: only its hash goes in.
    command_key: act.channel === 'system' ? key : sha256(key),
    prev_hash: row.head_hash,
  })
  await appendJournal(
    trx,
    entry,
    salted.map(({ field, salt, value }) => ({
      region: row.region,
      process: row.id,
      seq,
      field,
      salt,
      value,
    })),
  )
  return entry
}

/// An entry as the fold reads it.
export const entryOf = (row: JournalRow): Entry => ({
  seq: row.seq,
  type: row.type,
  input: JSON.parse(row.input) as { [key: string]: Json },
  actedOn: row.acted_on,
  overrides: JSON.parse(row.overrides) as string[],
  facts: JSON.parse(row.facts) as { [key: string]: Json },
})

const plainRole = ({ role, municipality, substituteFor }: HeldRole): HeldRole => ({
  role,
  ...(municipality ? { municipality } : {}),
  ...(substituteFor ? { substituteFor } : {}),
})
