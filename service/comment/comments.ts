// Comments on a section: who sees which circle, who may say something, and where a thread is fastened. The text itself
// is never touched, so those without the right to write can comment, also on a frozen text.
import {
  addComment,
  commentsIn,
  insertThread,
  setResolved,
  threadById,
  threadsOf,
  type ThreadRow,
} from '../../db/comment.ts'
import type { HeldRole } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import type { SectionAccess } from '../text/section-access.ts'

/// Only me, my municipality, or everybody who works on the strategy.
export const circles = ['me', 'municipality', 'twelve'] as const
export type Circle = (typeof circles)[number]

export type Thread = {
  id: string
  lang: string
  block: string
  quote: string
  from: string
  to: string
  circle: Circle
  resolved: boolean
  comments: { number: number; name: string; colour: number; at: string; text: string }[]
}

export type NewThread = {
  lang: 'nb' | 'nn'
  block: string
  quote: string
  from: string
  to: string
  circle: Circle
  text: string
}

const mostThreads = 2000

/// May this person see the thread? One's own always; a municipality's by its people.
export function seesThread(
  thread: Pick<ThreadRow, 'circle' | 'municipality' | 'person'>,
  person: string,
  roles: readonly HeldRole[],
): boolean {
  if (thread.person === person || thread.circle === 'twelve') return true
  return (
    thread.circle === 'municipality' &&
    thread.municipality !== null &&
    roles.some((role) => role.municipality === thread.municipality)
  )
}

export async function threadsFor(
  house: House,
  person: SignedIn,
  { section, roles }: SectionAccess,
): Promise<Thread[]> {
  const { db } = house.store
  const rows = (await threadsOf(db, section.region, section.id)).filter((row) =>
    seesThread(row, person.id, roles),
  )
  const said = await commentsIn(
    db,
    section.region,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    lang: row.lang,
    block: row.block,
    quote: row.quote,
    from: row.anchor_from,
    to: row.anchor_to,
    circle: row.circle as Circle,
    resolved: row.resolved_at !== null,
    comments: said
      .filter((one) => one.thread === row.id)
      .map((one) => ({
        number: one.number,
        name: one.name ?? '',
        colour: one.colour ?? 0,
        at: one.at,
        text: one.body,
      })),
  }))
}

/// Begins a thread. Throws `forbidden` without the right to comment, `too-many` when the section is full.
export async function beginThread(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  given: NewThread,
): Promise<string> {
  const { section, roles } = access
  mayComment(roles)
  const municipality = person.behalfOf ?? roles.find((role) => role.municipality)?.municipality
  if (given.circle === 'municipality' && !municipality) throw new Refused('forbidden')
  if ((await threadsOf(house.store.db, section.region, section.id)).length >= mostThreads) {
    throw new Refused('too-many')
  }
  const id = newId()
  const at = house.clock.instant()
  await house.store.db.transaction().execute(async (trx) => {
    await insertThread(trx, {
      region: section.region,
      id,
      section: section.id,
      lang: given.lang,
      block: given.block,
      quote: given.quote,
      anchor_from: given.from,
      anchor_to: given.to,
      circle: given.circle,
      municipality: municipality ?? null,
      person: person.id,
      created_at: at,
      resolved_at: null,
      resolved_by: null,
    })
    await addComment(trx, commentOf(section.region, id, person, given.text, at))
  })
  return id
}

export async function answerThread(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  id: string,
  text: string,
): Promise<void> {
  const thread = await seen(house, person, access, id)
  const row = commentOf(thread.region, thread.id, person, text, house.clock.instant())
  await house.store.db.transaction().execute((trx) => addComment(trx, row))
}

/// Marks a thread as settled, or opens it again. It is never deleted.
export async function resolveThread(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  id: string,
  resolved: boolean,
): Promise<void> {
  const thread = await seen(house, person, access, id)
  const by = resolved ? { at: house.clock.instant(), by: person.id } : undefined
  await setResolved(house.store.db, thread.region, thread.id, by)
}

async function seen(
  house: House,
  person: SignedIn,
  { section, roles }: SectionAccess,
  id: string,
): Promise<ThreadRow> {
  mayComment(roles)
  const thread = await threadById(house.store.db, section.region, section.id, id)
  if (!thread || !seesThread(thread, person.id, roles)) throw new Refused('not-found')
  return thread
}

function mayComment(roles: readonly HeldRole[]): void {
  if (!may(roles, 'comment')) throw new Refused('forbidden')
}

const commentOf = (region: number, thread: string, person: SignedIn, body: string, at: string) => ({
  region,
  thread,
  person: person.id,
  behalf_of: person.behalfOf ?? null,
  body,
  at,
})
