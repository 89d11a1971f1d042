// An entry that is no act of the procedure: a definition replaced, words erased. It stands in the chain like any other,
// with what folding needs, and the row moves on with it.
import type { Trx } from '../../db/database.ts'
import { saveProcess, storedOf, type ProcessRow } from '../../db/process.ts'
import type { Act, Stored } from '../../workflows/act.ts'
import { factsToJson } from '../../workflows/facts.ts'
import { participationFacts, strategyFacts, surroundingsOf } from '../facts.ts'
import { standingText } from '../near.ts'
import { Refused } from '../refusal.ts'
import { recordAct } from './record.ts'

export type Appended = Pick<Act, 'type' | 'input' | 'by' | 'roles' | 'today' | 'recordedAt'> & {
  /// Free words by path; they go beside the chain.
  words: { [path: string]: string }
  key: string
  /// The process as it is afterwards. The joint state is what follows from the municipalities.
  next: Pick<Stored, 'version' | 'state' | 'context'>
}

/// Appends it. Throws `stale` when somebody else wrote meanwhile.
export async function appendEntry(trx: Trx, row: ProcessRow, made: Appended): Promise<void> {
  const { words, key, next, ...said } = made
  const around = await surroundingsOf(trx, row.region, row.strategy, made.today)
  if (!around) throw new Refused('not-found')
  const facts = row.municipality
    ? (await participationFacts(trx, around, row.municipality)).facts
    : strategyFacts(around)
  const entry = await recordAct(trx, {
    row: { ...row, machine_version: next.version },
    act: {
      ...said,
      ...(row.municipality ? { behalfOf: row.municipality } : {}),
      actedOn: made.today,
      overrides: [],
      facts: factsToJson(facts),
      channel: 'system',
    },
    decision: {
      ok: true,
      from: row.state,
      ...next,
      findings: [],
      overridden: [],
      effects: [],
      refolded: false,
    },
    words,
    key,
  })
  const saved = await saveProcess(trx, row, {
    state: next.state,
    context: JSON.stringify(next.context),
    head_hash: entry.hash,
    updated_at: made.recordedAt,
    machine_version: next.version,
    standing: standingText({ ...storedOf(row), ...next }),
  })
  if (!saved) throw new Refused('stale')
}
