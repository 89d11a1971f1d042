// The start of every page of one suggestion on a copy: it is there for this person, with the text it is about.
import type { Context } from 'hono'
import { personById } from '../../../db/people.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { amendmentAccess, type AmendmentAccess } from '../../suggestion/amendment.ts'
import { openTextBy, type OneText } from '../text/open-text.ts'

export type OneAmendment = OneText & {
  copy: AmendmentAccess
  /// Whose it is: the municipality's name, or the person's.
  whose: string
  /// Who began it.
  writer: string
}

/// Not there and not yours to see are the same answer.
export async function openAmendment(c: Context<Env>): Promise<OneAmendment | Response> {
  const { person, house } = c.var
  const id = c.req.param('id') ?? ''
  const copy = person && (await amendmentAccess(house, person, id))
  if (person && !copy) throw new Refused('not-found')
  const text = await openTextBy(c, copy?.amendment.section ?? '')
  if (text instanceof Response) return text
  if (!copy) throw new Refused('not-found')
  const { amendment } = copy
  const writer = (await personById(house.store.db, amendment.person))?.name ?? ''
  const municipality = amendment.behalf_of && text.municipalities.get(amendment.behalf_of)?.name
  return { ...text, copy, writer, whose: municipality || writer }
}
