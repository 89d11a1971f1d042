// The start of every page of the desk: somebody is signed in, and the strategy that concerns them is read.
import type { Context } from 'hono'
import { deadLetters } from '../../../db/desk.ts'
import { toClear } from '../../clearance/to-clear.ts'
import { loadDesk } from '../../desk/load.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import { tasksOf, type Task } from '../../desk/tasks.ts'
import type { Env, SignedIn } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { amendmentsToAnswer } from '../../suggestion/waiting.ts'
import type { HeldRole } from '../../../workflows/act.ts'
import { may } from '../../../workflows/rights.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { words, type Say } from '../words.ts'
import { chosenStrategy } from './strategies.ts'

export type Opened = {
  c: Context<Env>
  desk: Desk
  person: SignedIn
  /// The person's roles in this strategy's region.
  roles: HeldRole[]
  tasks: Task[]
  lang: Lang
  t: Say
}

/// A page asked for by somebody who is not signed in leads to the sign-in page and back. A form does not: it is refused.
export async function openDesk(c: Context<Env>): Promise<Opened | Response> {
  const person = c.var.person
  const lang = c.var.lang
  if (!person) {
    if (c.req.method !== 'GET') throw new Refused('signed-out')
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(`/logg-inn?til=${encodeURIComponent(pathname + search)}`, 303)
  }
  const house = c.var.house
  const strategy = await chosenStrategy(c, person)
  const desk = strategy && (await loadDesk(house, person, strategy, lang))
  // Nothing is set up yet, or nothing concerns them: the way on is the set-up for whoever may, else one's own account.
  if (!desk && c.req.method === 'GET') {
    const mayBegin = may(person.roles, 'set-up-strategy')
    return c.redirect(mayBegin ? '/oppsett' : '/konto?done=venter', 303)
  }
  if (!desk) throw new Refused('not-found')
  const roles = person.roles
    .filter((role) => role.region === desk.region)
    .map(({ region: _, ...role }) => role)
  const dead = may(roles, 'see-dead-letters')
    ? (await deadLetters(house.store.db, desk.region)).length
    : 0
  const where = { region: desk.region, strategy: desk.strategy.id }
  const tasks = tasksOf(desk, roles, {
    deadLetters: dead,
    toClear: await toClear(house, desk, person),
    amendments: await amendmentsToAnswer(house, person, where),
  })
  return { c, desk, person, roles, tasks, lang, t: words(lang) }
}

/// The track of a municipality's number; not found is not found, whatever the reason.
export function trackOf(desk: Desk, number: string): Track {
  const track = desk.tracks.find((each) => each.number === number)
  if (!track) throw new Refused('not-found')
  return track
}

/// The strategy's name over every page of the desk.
export const deskCrumb = ({ desk }: Pick<Opened, 'desk'>) => ({
  text: `${desk.strategy.title}`,
  href: `/s/${desk.strategy.slug}`,
})
