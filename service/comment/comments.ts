// Comments on a section: who sees which circle, who may say something, and where a thread is fastened. The text itself
// is never touched, so those without the right to write can comment, also on a frozen text.
import {
  addComment,
  changeComment,
  changeThread,
  commentsIn,
  insertThread,
  mentionsIn,
  threadById,
  threadsOf,
  type CommentSaid,
  type ThreadRow,
} from '../../db/comment.ts'
import { namesOf } from '../../db/people.ts'
import { municipalitiesOf } from '../../db/strategy.ts'
import type { Trx } from '../../db/database.ts'
import { may } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import type { SectionAccess } from '../text/section-access.ts'
import { mayAnswerPublicly, seesThread, type Circle } from './circles.ts'
import { seersOf, type Seer } from './seers.ts'
import { tellOfComment } from './tell.ts'

export type Thread = {
  id: string
  lang: string
  block: string
  quote: string
  from: string
  to: string
  circle: Circle
  /// Name of the municipality the thread is for, or that answers publicly; '' for the joint work.
  municipality: string
  resolved: boolean
  /// To be settled before the text moves on.
  must: boolean
  /// Set where somebody fastened it anew: by whom, and to what words it was fastened before.
  moved?: { by: string; quote: string }
  /// True when the reader began it, has answered in it, or is mentioned in it.
  mine: boolean
  comments: SaidComment[]
}

export type SaidComment = {
  number: number
  name: string
  colour: number
  at: string
  text: string
  /// Those in the text who were picked from the list.
  mentions: { id: string; name: string }[]
  edited: boolean
  withdrawn: boolean
  mine: boolean
}

/// Where a thread is fastened: two places tied to letters, the block around them and the words between.
export type Anchor = { lang: 'nb' | 'nn'; block: string; quote: string; from: string; to: string }

export type NewThread = Anchor & { circle: Circle; must: boolean } & Words

/// What is said, and the ids of those mentioned in it.
export type Words = { text: string; mentions: readonly string[] }

const mostThreads = 2000

export async function threadsFor(
  house: House,
  person: SignedIn,
  { section, roles }: SectionAccess,
): Promise<Thread[]> {
  const { db } = house.store
  const { region } = section
  const rows = (await threadsOf(db, region, section.id)).filter((row) =>
    seesThread(row, person.id, roles),
  )
  const ids = rows.map((row) => row.id)
  const said = groupedBy(await commentsIn(db, region, ids))
  const mentions = groupedBy(await mentionsIn(db, region, ids))
  const movers = await namesOf(
    db,
    rows.flatMap((row) => row.moved_by ?? []),
  )
  const places = new Map((await municipalitiesOf(db, region)).map((m) => [m.number, m.name]))
  return rows.map((row) => {
    const own = said.get(row.id) ?? []
    const named = mentions.get(row.id) ?? []
    return {
      id: row.id,
      lang: row.lang,
      block: row.block,
      quote: row.quote,
      from: row.anchor_from,
      to: row.anchor_to,
      circle: row.circle as Circle,
      municipality: places.get(row.municipality ?? '') ?? '',
      resolved: row.resolved_at !== null,
      must: row.must === 1,
      ...(row.moved_by === null
        ? {}
        : { moved: { by: movers.get(row.moved_by) ?? '', quote: row.quote_before ?? '' } }),
      mine: [...own, ...named].some((one) => one.person === person.id),
      comments: own.map((one) => sayComment(one, named, person.id)),
    }
  })
}

const sayComment = (
  one: CommentSaid,
  named: readonly { number: number; person: string; name: string | null }[],
  reader: string,
): SaidComment => ({
  number: one.number,
  name: one.name ?? '',
  colour: one.colour ?? 0,
  at: one.at,
  text: one.body,
  mentions: named.flatMap(({ number, person, name }) =>
    number === one.number && name ? { id: person, name } : [],
  ),
  edited: one.edited_at !== null,
  withdrawn: one.withdrawn_at !== null,
  mine: one.person === reader,
})

function groupedBy<T extends { thread: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.thread, [...(groups.get(row.thread) ?? []), row])
  return groups
}

/// Begins a thread. Throws `forbidden` without the right to comment (or to answer publicly), `too-many` when the section
/// is full.
export async function beginThread(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  given: NewThread,
): Promise<string> {
  const { section } = access
  mayComment(access, given.circle)
  const municipality = municipalityOf(person, access)
  if (given.circle === 'municipality' && !municipality) throw new Refused('forbidden')
  if ((await threadsOf(house.store.db, section.region, section.id)).length >= mostThreads) {
    throw new Refused('too-many')
  }
  const { lang, block, quote, circle } = given
  const thread = {
    region: section.region,
    id: newId(),
    section: section.id,
    lang,
    block,
    quote,
    anchor_from: given.from,
    anchor_to: given.to,
    circle,
    municipality,
    person: person.id,
    created_at: house.clock.instant(),
    must: given.must && circle !== 'me' ? 1 : 0,
  }
  await say(house, person, access, thread, given, (trx) => insertThread(trx, thread))
  return thread.id
}

export async function answerThread(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  id: string,
  words: Words,
): Promise<void> {
  await say(house, person, access, await seen(house, person, access, id), words)
}

/// Who can be mentioned: in a thread there is, or in one about to begin in this circle.
export async function mentionable(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  where: string | { circle: Circle },
): Promise<Seer[]> {
  const thread =
    typeof where === 'string'
      ? await seen(house, person, access, where)
      : { ...where, person: person.id, municipality: municipalityOf(person, access) }
  const seers = await seersOf(house, access, thread)
  return seers.filter(({ id }) => id !== person.id)
}

const municipalityOf = (person: SignedIn, { roles }: SectionAccess): string | null =>
  person.behalfOf ?? roles.find((role) => role.municipality)?.municipality ?? null

type SaidIn = Pick<ThreadRow, 'region' | 'id' | 'circle' | 'municipality' | 'person' | 'section'>

/// Adds what is said and, in the same transaction, the notices of those it concerns.
async function say(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  thread: SaidIn,
  { text, mentions }: Words,
  before?: (trx: Trx) => Promise<void>,
): Promise<void> {
  const seers = await seersOf(house, access, thread)
  const mentioned = mentionedAmong(mentions, seers)
  const behalf = person.behalfOf ?? null
  await house.store.db.transaction().execute(async (trx) => {
    await before?.(trx)
    const { region, id } = thread
    const row = { region, thread: id, person: person.id, behalf_of: behalf, body: text }
    const number = await addComment(trx, { ...row, at: house.clock.instant() }, mentioned)
    const told = { person, section: access.section, thread, number, mentioned }
    await tellOfComment(house, trx, { ...told, fresh: true })
  })
  house.changed({ region: thread.region, strategy: access.section.strategy })
}

/// Says one's own comment anew, or takes it back.
export async function changeOwnComment(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  id: string,
  number: number,
  change: Words | 'withdraw',
): Promise<void> {
  const thread = await seen(house, person, access, id)
  const rows = await commentsIn(house.store.db, thread.region, [thread.id])
  const own = rows.find((one) => one.number === number)
  if (!own) throw new Refused('not-found')
  if (own.person !== person.id || own.withdrawn_at !== null) throw new Refused('forbidden')
  const at = house.clock.instant()
  const seers = change === 'withdraw' ? [] : await seersOf(house, access, thread)
  const mentioned = change === 'withdraw' ? [] : mentionedAmong(change.mentions, seers)
  const key = { region: thread.region, thread: thread.id, number }
  await house.store.db.transaction().execute(async (trx) => {
    const set =
      change === 'withdraw'
        ? { body: '' as const, withdrawn_at: at }
        : { body: change.text, edited_at: at }
    await changeComment(trx, key, set, mentioned)
    const told = { person, section: access.section, thread, number, mentioned }
    await tellOfComment(house, trx, { ...told, fresh: false })
  })
}

/// Settles a thread or opens it again, says that it must be settled, or fastens it to other words. It is never deleted.
export async function changeThreadOf(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  id: string,
  change: { resolved: boolean } | { must: boolean } | { place: Anchor },
): Promise<void> {
  const thread = await seen(house, person, access, id)
  const at = house.clock.instant()
  await changeThread(
    house.store.db,
    thread.region,
    thread.id,
    columnsOf(thread, person, at, change),
  )
  house.changed({ region: thread.region, strategy: access.section.strategy })
}

function columnsOf(
  thread: ThreadRow,
  person: SignedIn,
  at: string,
  change: Parameters<typeof changeThreadOf>[4],
): Parameters<typeof changeThread>[3] {
  if ('resolved' in change) {
    const { resolved } = change
    return { resolved_at: resolved ? at : null, resolved_by: resolved ? person.id : null }
  }
  if ('must' in change) return { must: change.must && thread.circle !== 'me' ? 1 : 0 }
  const { lang, block, quote, from, to } = change.place
  return {
    lang,
    block,
    quote,
    anchor_from: from,
    anchor_to: to,
    moved_at: at,
    moved_by: person.id,
    quote_before: thread.quote_before ?? thread.quote,
  }
}

/// The thread for somebody who sees it and may say something in it.
async function seen(
  house: House,
  person: SignedIn,
  access: SectionAccess,
  id: string,
): Promise<ThreadRow> {
  const { section, roles } = access
  mayComment(access)
  const thread = await threadById(house.store.db, section.region, section.id, id)
  if (!thread || !seesThread(thread, person.id, roles)) throw new Refused('not-found')
  mayComment(access, thread.circle as Circle)
  return thread
}

function mayComment({ roles, section }: SectionAccess, circle?: Circle): void {
  if (!may(roles, 'comment')) throw new Refused('forbidden')
  if (circle === 'public' && !mayAnswerPublicly(roles, section.zone)) throw new Refused('forbidden')
}

/// Only those who see the thread can be mentioned in it: a notice must not tell of what its reader may not see.
function mentionedAmong(asked: readonly string[], seers: readonly { id: string }[]): string[] {
  const may = new Set(seers.map(({ id }) => id))
  const stranger = asked.find((id) => !may.has(id))
  if (stranger !== undefined) throw new Refused('input-invalid', { field: 'mentions' })
  return [...new Set(asked)]
}
