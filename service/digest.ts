// One letter a day for those who chose it: at seven in the morning, Oslo, everything they have neither read nor been sent.
// The row is named after person and day, so that it is put in the outbox once, whoever looks and however often.
import { personById } from '../db/people.ts'
import {
  awaitingDigest,
  markNotice,
  noticesBetween,
  putOutbox,
  type OutboxRow,
} from '../db/outbox.ts'
import { digestText, langOf } from './letter-text.ts'
import type { Mailer } from './letters.ts'
import type { House } from './house.ts'
import { realInstant } from './outbox.ts'

/// Payload of an outbox row of kind `digest`: whose, and the notices made from `since` until before `until`.
type DigestPayload = { person: string; since: string; until: string }

/// How far back a morning looks: what lay through an outage is still told.
const daysBack = 14

/// Puts this morning's letters in the outbox once seven is past. What already has a letter of its own is not gathered.
export async function queueDigests(house: House): Promise<void> {
  const today = Temporal.PlainDate.from(house.clock.today())
  const until = sevenOn(today)
  if (house.clock.instant() < until) return
  const since = sevenOn(today.subtract({ days: daysBack }))
  const waiting = await awaitingDigest(house.store.db, since, until)
  if (waiting.length === 0) return
  const at = realInstant(house)
  await house.store.db.transaction().execute((trx) =>
    putOutbox(
      trx,
      waiting.map(({ region, person }) => ({
        region,
        id: `digest/${person}/${today.toString()}`,
        process: '',
        seq: 0,
        kind: 'digest',
        payload: JSON.stringify({ person, since, until } satisfies DigestPayload),
        next_at: at,
        created_at: at,
      })),
    ),
  )
}

/// Sends one morning's letter. What has been read or sent since is left out; with nothing left, nothing is sent.
export async function sendDigest(house: House, row: OutboxRow, mailer: Mailer): Promise<void> {
  const { db } = house.store
  const { person: id, since, until } = JSON.parse(row.payload) as DigestPayload
  const person = await personById(db, id)
  if (!person?.email) return
  const notices = await noticesBetween(db, row.region, id, since, until)
  if (notices.length === 0) return
  const { subject, text } = await digestText(
    house,
    row.region,
    id,
    notices,
    langOf(person.language),
  )
  await mailer({ id: row.id, to: person.email, subject, text })
  const at = realInstant(house)
  for (const notice of notices) await markNotice(db, row.region, notice.id, { mailed_at: at })
}

const sevenOn = (day: Temporal.PlainDate): string =>
  day
    .toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '07:00' })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
