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
  type NoticeRow,
  type OutboxRow,
} from '../db/outbox.ts'
import { municipalitiesOf } from '../db/strategy.ts'
import type { ProcessKind } from '../workflows/act.ts'
import type { Lang } from '../workflows/lang.ts'
import { eventDone, eventLabel, flagLabel, sayDay } from '../workflows/words.ts'
import { sayVoided } from './clearance/say-voided.ts'
import type { NoticePayload } from './effects.ts'
import type { House } from './house.ts'
import { realInstant, type Carriers } from './outbox.ts'

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
  ...(mailer ? { letter: (row: OutboxRow) => send(house, row, mailer) } : {}),
})

/// What a notice's `content` holds.
export type NoticeContent = Pick<
  NoticePayload,
  'about' | 'values' | 'strategy' | 'municipality'
> & {
  municipalityName: string | null
}

/// A notice in words: what happened, and in which municipality.
export function sayNotice(
  notice: Pick<NoticeRow, 'content'>,
  lang: Lang,
): { subject: string; text: string } {
  const content = JSON.parse(notice.content) as NoticeContent
  if (content.about === 'clearance-voided') {
    const { done, expected } = sayVoided(content.values, lang)
    const subject = `${content.municipalityName}: ${done}`
    return { subject, text: `${subject}. ${expected}` }
  }
  const kind: ProcessKind = content.municipality ? 'participation' : 'strategy'
  const done =
    content.about === 'timer-refused'
      ? timerRefused[lang]
      : content.about === 'reminder'
        ? reminder(kind, String(content.values.awaited), lang)
        : (withoutFallback(eventDone(kind, content.about, lang), content.about) ??
          withoutFallback(flagLabel(content.about, lang), content.about) ??
          somethingNew[lang])
  const subject = content.municipalityName ? `${content.municipalityName}: ${done}` : done
  const days = Object.values(content.values).filter(
    (value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  )
  const dates = [...new Set(days)].map((day) => sayDay(day, lang)).join(', ')
  return { subject, text: dates ? `${subject} (${dates}).` : `${subject}.` }
}

/// One notice for each person concerned, but the one who acted; with a mail server, a letter for each who has an address.
async function spread(house: House, row: OutboxRow, withMail: boolean): Promise<void> {
  const payload = JSON.parse(row.payload) as NoticePayload
  const { db } = house.store
  await db.transaction().execute(async (trx) => {
    const today = house.clock.today()
    const people = new Map<string, string | null>()
    for (const { role, municipality, every } of payload.to) {
      const held = await holdersOf(trx, row.region, today, role, every ? undefined : municipality)
      for (const { id, email } of held) if (id !== payload.by) people.set(id, email)
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
        .filter(([, email]) => email)
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
  const lang = langOf(person.language)
  const { subject, text } = sayNotice(notice, lang)
  const link = `${house.origins[0] ?? ''}${notice.link ?? '/varsler'}`
  await mailer({ id: row.id, to: person.email, subject, text: `${text}\n\n${link}\n` })
  await markNotice(db, row.region, id, { mailed_at: realInstant(house) })
}

const withoutFallback = (said: string, asked: string): string | undefined =>
  said === asked ? undefined : said

const langOf = (language: string): Lang =>
  language === 'nn' || language === 'en' ? language : 'nb'

const somethingNew: Record<Lang, string> = {
  nb: 'Noe nytt i planstrategien',
  nn: 'Noko nytt i planstrategien',
  en: 'Something new in the strategy',
}

/// What the coordinator reminds of, by the act's own name.
const reminder = (kind: ProcessKind, awaited: string, lang: Lang): string => {
  const act = eventLabel(kind, awaited, lang)
  const lowered = act.charAt(0).toLowerCase() + act.slice(1)
  return {
    nb: `Koordinatoren minner om: ${lowered}`,
    nn: `Koordinatoren minner om: ${lowered}`,
    en: `The coordinator reminds you: ${lowered}`,
  }[lang]
}

const timerRefused: Record<Lang, string> = {
  nb: 'En frist gikk ut, men steget kunne ikke tas av seg selv',
  nn: 'Ein frist gjekk ut, men steget kunne ikkje takast av seg sjølv',
  en: 'A deadline passed, but the step could not be taken by itself',
}
