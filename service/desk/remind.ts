// A reminder from the coordinator: a notice to those the procedure waits for in one municipality, at most one a day for
// the same act. It leaves through the outbox like every other notice.
import { putOutbox } from '../../db/outbox.ts'
import type { NoticePayload } from '../effects.ts'
import type { House } from '../house.ts'
import type { Awaited } from './awaited.ts'
import type { Desk, Track } from './desk.ts'

export async function remind(
  house: House,
  desk: Desk,
  track: Track,
  awaited: Awaited,
  by: string,
): Promise<void> {
  const payload: NoticePayload = {
    about: 'reminder',
    to: awaited.roles.map((role) => ({ role, municipality: track.number })),
    values: { awaited: awaited.type },
    strategy: desk.strategy.id,
    municipality: track.number,
    by,
    at: house.clock.instant(),
  }
  const at = Temporal.Instant.fromEpochMilliseconds(house.clock.now()).toString({
    smallestUnit: 'millisecond',
  })
  await house.store.db.transaction().execute((trx) =>
    putOutbox(trx, [
      {
        region: desk.region,
        id: `reminder/${track.process}/${awaited.type}/${desk.today}`,
        process: track.process,
        seq: track.stored.seq,
        kind: 'notice',
        payload: JSON.stringify(payload),
        next_at: at,
        created_at: at,
      },
    ]),
  )
  house.changed({ region: desk.region, strategy: desk.strategy.id })
}
