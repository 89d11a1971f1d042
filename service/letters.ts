// Notices for the people an act concerns, in the app always and by e-mail when a mail server is set. A letter says what
// happened and where to look, with one link; it is written when it leaves, in the reader's language.
import { createTransport } from 'nodemailer'
import { personById } from '../db/people.ts'
import {
  holdersOf,
  markNotice,
  noticeOf,
  putNotices,
  putOutbox,
  type OutboxRow,
} from '../db/outbox.ts'
import { municipalitiesOf } from '../db/strategy.ts'
import { sendDigest } from './digest.ts'
import type { NoticePayload } from './effects.ts'
import type { House } from './house.ts'
import { langOf, letterText } from './letter-text.ts'
import { realInstant, type Carriers } from './outbox.ts'
import { mailInvitation } from './people/mail-invitation.ts'
import type { NoticeContent } from './say-notice.ts'

/// Sends one letter. Throws when the mail server does not take it.
export type Mailer = (letter: {
  id: string
  to: string
  subject: string
  text: string
}) => Promise<void>

/// A mailer from the environment; undefined without `SMTP_URL`: the letters are then read in the app.
export function mailerOf(env: { SMTP_URL?: string; MAIL_FROM?: string }): Mailer | undefined {
  if (!env.SMTP_URL) return undefined
  const transport = createTransport(env.SMTP_URL)
  const from = env.MAIL_FROM || 'planvev@localhost'
  const host = from.replace(/^.*@/, '').replace(/[^\w.-].*$/, '') || 'localhost'
  return async ({ id, to, subject, text }) => {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      // The same letter sent twice bears the same name, so that mail programs show it once.
      messageId: `<${Buffer.from(id).toString('base64url')}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}

/// What carries notices and letters out of the outbox.
export const letterCarriers = (house: House, mailer: Mailer | undefined): Carriers => ({
  notice: (row) => spread(house, row, mailer !== undefined),
  ...(mailer
    ? {
        letter: (row: OutboxRow) => send(house, row, mailer),
        digest: (row: OutboxRow) => sendDigest(house, row, mailer),
        invitation: (row: OutboxRow) => mailInvitation(house, row, mailer),
      }
    : {}),
})

/// One notice for each person concerned, but the one who acted; with a mail server, a letter for each who has an address
/// and wants it at once. The others' are gathered in the morning.
async function spread(house: House, row: OutboxRow, withMail: boolean): Promise<void> {
  const payload = JSON.parse(row.payload) as NoticePayload
  const { db } = house.store
  await db.transaction().execute(async (trx) => {
    const today = house.clock.today()
    const people = new Map<string, boolean>()
    for (const { role, municipality, every } of payload.to) {
      const held = await holdersOf(trx, row.region, today, role, every ? undefined : municipality)
      for (const { id, email, notices } of held) {
        if (id !== payload.by) people.set(id, email !== null && notices !== 'daily')
      }
    }
    for (const id of payload.people ?? []) {
      const named = id === payload.by ? undefined : await personById(trx, id)
      if (named) people.set(id, named.email !== null && named.notices !== 'daily')
    }
    const names = await municipalitiesOf(trx, row.region)
    const content: NoticeContent = {
      about: payload.about,
      values: payload.values,
      strategy: payload.strategy,
      municipality: payload.municipality,
      municipalityName: names.find((m) => m.number === payload.municipality)?.name ?? null,
    }
    await putNotices(
      trx,
      [...people.keys()].map((person) => ({
        region: row.region,
        id: `${row.id}/${person}`,
        person,
        process: row.process,
        kind: payload.about,
        content: JSON.stringify(content),
        link:
          payload.link ?? (payload.municipality ? `/kommune/${payload.municipality}` : '/tavle'),
        created_at: payload.at,
        read_at: null,
        mailed_at: null,
      })),
    )
    if (!withMail) return
    const at = realInstant(house)
    await putOutbox(
      trx,
      [...people]
        .filter(([, atOnce]) => atOnce)
        .map(([person]) => ({
          region: row.region,
          id: `letter/${row.id}/${person}`,
          process: row.process,
          seq: row.seq,
          kind: 'letter',
          payload: JSON.stringify({ notice: `${row.id}/${person}` }),
          next_at: at,
          created_at: at,
        })),
    )
  })
  house.changed({ region: row.region, strategy: payload.strategy })
}

async function send(house: House, row: OutboxRow, mailer: Mailer): Promise<void> {
  const { db } = house.store
  const { notice: id } = JSON.parse(row.payload) as { notice: string }
  const notice = await noticeOf(db, row.region, id)
  if (!notice || notice.mailed_at) return
  const person = await personById(db, notice.person)
  if (!person?.email) return
  const { subject, text } = await letterText(house, notice, langOf(person.language))
  await mailer({ id: row.id, to: person.email, subject, text })
  await markNotice(db, row.region, id, { mailed_at: realInstant(house) })
}
