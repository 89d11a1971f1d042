// Erasing somebody's words from the journal: the words and their salt go, the entry and its hash stay. Who erased, what
// and why is an entry of its own.
import { eraseDetail } from '../../db/journal.ts'
import { lockProcess, storedOf } from '../../db/process.ts'
import { processId } from '../../db/strategy.ts'
import { erasedType } from '../../workflows/definitions.ts'
import { may } from '../../workflows/rights.ts'
import { surroundingsOf } from '../facts.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { appendEntry } from './append.ts'

export type Erasing = {
  region: number
  strategy: string
  municipality?: string
  seq: number
  /// Path of the words: `reason`, `changes.0.text`, `override.<rule>`.
  field: string
  reason: string
}

/// The one at the host's keyboard, by the name the system knows them by.
export type HostUser = { host: string }

/// Erases the words of one field of one entry. Throws `forbidden`; `input-invalid` without a reason; `not-found` when there
/// are none or they are gone.
export async function eraseWords(
  house: Pick<House, 'store' | 'clock' | 'changed'>,
  where: Erasing,
  who: SignedIn | HostUser,
): Promise<void> {
  const { region, strategy, municipality, seq, field } = where
  const host = 'host' in who ? who.host : undefined
  const roles = 'host' in who ? [] : who.roles.filter((role) => role.region === region)
  if (host === undefined && !may(roles, 'erase-words', municipality ? { municipality } : {})) {
    throw new Refused('forbidden')
  }
  const reason = where.reason.trim()
  if (reason === '') throw new Refused('input-invalid', { field: 'reason' })
  const today = house.clock.today()
  // What is deleted is written over, in the file and in what waits to be put into it.
  house.store.sqlite?.pragma('secure_delete = ON')
  await house.store.db.transaction().execute(async (trx) => {
    const process = processId(strategy, municipality)
    const row = await lockProcess(trx, house.store.dialect, region, process)
    const around = row && (await surroundingsOf(trx, region, strategy, today))
    if (!row || !around) throw new Refused('not-found')
    if (!(await eraseDetail(trx, region, process, seq, field))) throw new Refused('not-found')
    const { version, state, context } = storedOf(row)
    await appendEntry(trx, row, {
      type: erasedType,
      input: { entry: seq, field, reason: true, ...(host === undefined ? {} : { by: true }) },
      by: 'host' in who ? 'system' : who.id,
      roles,
      today,
      recordedAt: house.clock.instant(),
      words: { reason, ...(host === undefined ? {} : { by: host }) },
      key: `erase/${row.seq + 1}`,
      next: { version, state: municipality ? state : around.jointState.state, context },
    })
  })
  house.store.sqlite?.pragma('wal_checkpoint(TRUNCATE)')
  house.changed({ region, strategy })
}
