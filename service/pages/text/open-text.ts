// The start of every page about texts: somebody is signed in and may see work that is not public, and the document's
// parts with who may write each are read.
import type { Context } from 'hono'
import {
  municipalitiesOf,
  sectionsOf,
  strategyOf,
  type MunicipalityRow,
  type SectionRow,
  type StrategyRow,
} from '../../../db/strategy.ts'
import type { HeldRole } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { may } from '../../../workflows/rights.ts'
import type { Env, House, SignedIn } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { rolesIn, sectionAccess, type SectionAccess } from '../../text/section-access.ts'
import { zoneStates, type ZoneStates } from '../../text/zone-states.ts'
import { chosenStrategy } from '../desk/strategies.ts'
import { words, type Say } from '../words.ts'

export type Texts = {
  c: Context<Env>
  house: House
  person: SignedIn
  roles: HeldRole[]
  lang: Lang
  t: Say
  strategy: StrategyRow
  sections: SectionRow[]
  municipalities: Map<string, MunicipalityRow>
  states: ZoneStates
}

export type OneText = Texts & { access: SectionAccess; section: SectionRow }

/// The texts of the strategy the desk is about. Leads somebody who is not signed in to the sign-in page and back.
export async function openTexts(c: Context<Env>): Promise<Texts | Response> {
  const person = c.var.person
  if (!person) return signIn(c)
  const strategy = await chosenStrategy(c, person)
  if (!strategy) throw new Refused('not-found')
  return textsOf(c, person, strategy)
}

/// One section with the document around it; not there and not yours to see are the same answer.
export const openText = (c: Context<Env>): Promise<OneText | Response> =>
  openTextBy(c, c.req.param('id') ?? '')

/// The same for a section named otherwise than in the address.
export async function openTextBy(c: Context<Env>, id: string): Promise<OneText | Response> {
  const person = c.var.person
  if (!person) return signIn(c)
  const { house } = c.var
  const access = await sectionAccess(house, person, id)
  if (!access) throw new Refused('not-found')
  const { section } = access
  const strategy = await strategyOf(house.store.db, section.region, section.strategy)
  if (!strategy) throw new Refused('not-found')
  return { ...(await textsOf(c, person, strategy)), access, section }
}

/// A section's title in the page's language; its own when it has only one.
export const titleOf = (section: SectionRow, lang: Lang): string =>
  (lang === 'nn' ? section.title_nn : section.title_nb) || section.title_nb || section.title_nn

async function textsOf(c: Context<Env>, person: SignedIn, strategy: StrategyRow): Promise<Texts> {
  const { house, lang } = c.var
  const { db } = house.store
  const { region, id } = strategy
  const roles = rolesIn(person, region)
  if (!may(roles, 'see-unpublished-text')) throw new Refused('not-found')
  const states = await zoneStates(db, region, id)
  if (!states) throw new Refused('not-found')
  const municipalities = await municipalitiesOf(db, region)
  return {
    c,
    house,
    person,
    roles,
    lang,
    t: words(lang),
    strategy,
    sections: await sectionsOf(db, region, id),
    municipalities: new Map(municipalities.map((row) => [row.number, row])),
    states,
  }
}

function signIn(c: Context<Env>): Response {
  if (c.req.method !== 'GET') throw new Refused('signed-out')
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/logg-inn?til=${encodeURIComponent(pathname + search)}`, 303)
}
