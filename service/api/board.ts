// The board's rows: where each municipality stands, what is near and what is wrong, from one reading of the strategy.
import type { Db } from '../../db/database.ts'
import { storedOf } from '../../db/process.ts'
import { processId } from '../../db/strategy.ts'
import { deadlinesOf, marginOf } from '../../workflows/deadlines.ts'
import { flagsOf } from '../../workflows/flags.ts'
import type { HeldRole } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { flagLabel, stateLabel } from '../../workflows/words.ts'
import { seenFlags } from '../desk/seen-flags.ts'
import { participationFacts, type Surroundings } from '../facts.ts'

/// `roles` are the asker's in the region: none for the public.
export async function boardRows(
  db: Db,
  around: Surroundings,
  lang: Lang,
  roles: readonly HeldRole[],
) {
  const rows = []
  for (const [i, { number, name }] of around.municipalities.entries()) {
    const stored = storedOf(around.rows.get(processId(around.strategy.id, number))!)
    const { facts } = await participationFacts(db, around, number)
    const view = around.participants[i]!
    const flags = seenFlags(flagsOf(stored, facts, around.today), roles, number)
    const margin = marginOf(stored, facts, around.today)
    rows.push({
      number,
      name,
      state: stored.state,
      stateLabel: stateLabel('participation', stored.state, lang),
      seq: stored.seq,
      round: view.round,
      flags,
      flagLabels: flags.map((flag) => flagLabel(flag, lang)),
      deadlines: deadlinesOf(stored, facts, around.today),
      daysLeft: margin.days,
      publishedOn: view.publishedOn,
      deadlineOn: view.deadlineOn,
      adoption: view.adoption,
      submissions: facts.submissions,
    })
  }
  return rows
}
