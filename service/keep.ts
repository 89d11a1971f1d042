// Writing down what was decided: journal, state, versions and editions, effects, timers and the answer. All of it, in the
// transaction the decision was taken in.
import type { Trx } from '../db/database.ts'
import { rememberAnswer } from '../db/journal.ts'
import { saveProcess, storedOf, type ProcessRow } from '../db/process.ts'
import { processId } from '../db/strategy.ts'
import { reconcileTimers } from '../db/timer.ts'
import type { Decision, Stored } from '../workflows/act.ts'
import { flagsOf } from '../workflows/flags.ts'
import { deriveJoint, milestonesOf, viewOf } from '../workflows/joint-state.ts'
import { desiredTimers } from '../workflows/timers.ts'
import { requestHash, type Command, type Done } from './command.ts'
import { carryEffects } from './effects.ts'
import { masterPlanOf, type Surroundings } from './facts.ts'
import type { House } from './house.ts'
import { recordAct } from './journal/record.ts'
import { standingText } from './near.ts'
import type { Ready } from './prepare.ts'
import { Refused } from './refusal.ts'
import { keepEdition, keepEditionOf } from './version/edition.ts'
import { versionNameOf, type Frozen } from './version/freeze.ts'

/// What an act leaves to be done after the commit: timers that are due already, acts that follow from it, an entry for a
/// joint state that has moved.
export type Owes = { timers: boolean; acts: boolean; joint: boolean }

export const nothing: Owes = { timers: false, acts: false, joint: false }

/// Writes a decision down and answers it. Throws `stale` when somebody else came first.
export async function keep(
  house: House,
  trx: Trx,
  row: ProcessRow,
  command: Command,
  ready: Ready,
  decision: Extract<Decision, { ok: true }>,
  frozen: Frozen | undefined,
): Promise<{ outcome: Done; owes: Owes }> {
  const seq = row.seq + 1
  const used = new Set(decision.overridden)
  const words = Object.fromEntries(
    Object.entries(ready.words).filter(
      ([path]) => !path.startsWith('override.') || used.has(path.slice('override.'.length)),
    ),
  )
  const entry = await recordAct(trx, { row, act: ready.act, decision, words, key: command.key })
  const next: Stored = { ...ready.stored, state: decision.state, context: decision.context, seq }
  const standing = standingText(next)
  const saved = await saveProcess(trx, row, {
    state: decision.state,
    context: JSON.stringify(decision.context),
    head_hash: entry.hash,
    updated_at: ready.act.recordedAt,
    machine_version: row.machine_version,
    standing,
  })
  if (!saved) throw new Refused('stale')
  const { near, gathered, around } = ready.seen
  const stamp = {
    recordedAt: ready.act.recordedAt,
    frozenOn: ready.act.today,
    process: row.id,
    seq,
    madeBy: ready.act.by,
  }
  if (frozen) {
    await frozen.write(trx, {
      ...stamp,
      name: versionNameOf(command.type, command.input),
      round: roundOf(next),
    })
    if (around) {
      await keepEditions(trx, around, frozen.part.hash, stamp.recordedAt, stamp.madeBy)
    }
  }
  if (gathered?.edition) {
    await keepEdition(trx, gathered.edition, {
      region: row.region,
      strategy: row.strategy,
      zone: row.municipality!,
      name: 'edition',
      round: roundOf(next),
      recorded_at: stamp.recordedAt,
      process: row.id,
      seq,
      made_by: stamp.madeBy,
    })
  }
  const changed = { before: ready.stored, next, refolded: decision.refolded }
  const acts = await carryEffects(house, trx, row, seq, ready.act, changed, decision.effects)
  const wishes = desiredTimers(next)
  await reconcileTimers(trx, row.region, row.id, seq, wishes)
  const done: Done = {
    ok: true,
    seq,
    state: around ? jointStateAfter(around, next) : decision.state,
    flags: gathered ? flagsOf(next, gathered.facts, ready.act.today) : [],
    findings: decision.findings,
  }
  await rememberAnswer(trx, {
    region: row.region,
    process: row.id,
    person: ready.act.by,
    key: command.key,
    request_hash: requestHash(command),
    answer: JSON.stringify(done),
    created_at: ready.act.recordedAt,
  })
  const now = house.clock.instant()
  const timers = wishes.some((wish) => wish.dueAt <= now)
  const joint = !near || row.standing !== standing || near.jointState !== near.jointRecorded
  return { outcome: done, owes: { timers, acts, joint } }
}

/// A new joint version makes a new edition for every municipality whose own part is frozen.
async function keepEditions(
  trx: Trx,
  around: Surroundings,
  joint: string,
  recordedAt: string,
  madeBy: string,
): Promise<void> {
  const { region, strategy, today } = around
  for (const { number } of around.municipalities) {
    const row = around.rows.get(processId(strategy.id, number))!
    const stored = storedOf(row)
    await keepEditionOf(
      trx,
      {
        region,
        strategy: strategy.id,
        municipality: number,
        today,
        joint,
        masterPlan: masterPlanOf(stored),
      },
      { process: row.id, seq: row.seq, round: roundOf(stored), recordedAt, madeBy },
    )
  }
}

const roundOf = (stored: Stored): number =>
  stored.kind === 'strategy' ? milestonesOf(stored).round : viewOf(stored, '', '').round

const jointStateAfter = (around: Surroundings, joint: Stored): string =>
  deriveJoint(milestonesOf(joint), around.participants).state
