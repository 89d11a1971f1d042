// Timers fire exactly once and in order, also after days of standstill and with two workers: the claim, the act and what
// follows from it are one transaction. No memory of them is kept outside the table.
import { putOutbox } from '../db/outbox.ts'
import { nextDue, settleTimer, type TimerRow } from '../db/timer.ts'
import { processOf } from '../db/process.ts'
import type { No } from './command.ts'
import type { NoticePayload } from './effects.ts'
import { followJoint } from './follow-joint.ts'
import type { House } from './house.ts'
import type { Owes } from './keep.ts'
import { realInstant } from './outbox.ts'
import { refusalOf } from './refusal.ts'
import { rowOf } from './prepare.ts'
import { stepIn } from './step.ts'

/// Fires every timer due at the clock's instant, in due order, and answers how many fired here. What an act arms and is
/// due already fires too. The demo's clock waits for this before it answers.
export async function fireDue(house: House): Promise<number> {
  let fired = 0
  for (;;) {
    const timer = await nextDue(house.store.db, house.clock.instant())
    if (!timer) return fired
    if (await fireOne(house, timer)) fired++
  }
}

async function fireOne(house: House, timer: TimerRow): Promise<boolean> {
  const known = await processOf(house.store.db, timer.region, timer.process)
  if (!known) return retire(house, timer, 'not-found')
  const where = {
    region: timer.region,
    strategy: known.strategy,
    ...(known.municipality ? { municipality: known.municipality } : {}),
  }
  let owes: Owes | undefined
  try {
    owes = await house.store.db.transaction().execute(async (trx) => {
      // The process first, then its timer: the order every act takes them in.
      const row = await rowOf(house.store, trx, where)
      if (!(await settleTimer(trx, timer, 'fired'))) return undefined
      const { outcome: answer, owes: left } = await stepIn(house, trx, row, {
        process: {
          strategy: known.strategy,
          kind: known.municipality ? 'participation' : 'strategy',
          ...(known.municipality ? { municipality: known.municipality } : {}),
        },
        type: timer.type,
        actedOn: timer.acted_on,
        input: {},
        person: 'system',
        key: `timer/${timer.name}/${timer.armed_seq}`,
      })
      if (!answer.ok) throw new TimerRefused(answer)
      return left
    })
  } catch (error) {
    if (error instanceof TimerRefused) return retire(house, timer, JSON.stringify(error.no))
    if (refusalOf(error) === 'internal') {
      console.error(JSON.stringify({ at: 'timer', process: timer.process, name: timer.name }))
      return retire(house, timer, 'internal')
    }
    throw error
  }
  if (!owes) return false
  house.changed(where)
  if (owes.joint) await followJoint(house, where.region, where.strategy)
  return true
}

class TimerRefused extends Error {
  readonly no: No
  constructor(no: No) {
    super(no.code)
    this.no = no
  }
}

/// A timer whose act was refused is kept with the reasons, told to the coordinator, and never tried again by itself.
async function retire(house: House, timer: TimerRow, reasons: string): Promise<false> {
  await house.store.db.transaction().execute(async (trx) => {
    if (!(await settleTimer(trx, timer, 'refused', reasons))) return
    const known = await processOf(trx, timer.region, timer.process)
    const at = realInstant(house)
    const payload: NoticePayload = {
      about: 'timer-refused',
      to: [{ role: 'coordinator' }],
      values: { timer: timer.name, due: timer.acted_on },
      strategy: known?.strategy ?? timer.process,
      municipality: known?.municipality ?? null,
      by: 'system',
      at: house.clock.instant(),
    }
    await putOutbox(trx, [
      {
        region: timer.region,
        id: `${timer.process}/timer/${timer.name}/${timer.armed_seq}`,
        process: timer.process,
        seq: timer.armed_seq,
        kind: 'notice',
        payload: JSON.stringify(payload),
        next_at: at,
        created_at: at,
      },
    ])
  })
  return false
}
