// An open text says, when its page is left, that it was read this far: what changes after that is news to this reader.
import type { Context } from 'hono'
import { noteReading } from '../../../db/reading.ts'
import { headOf } from '../../../db/text-log.ts'
import type { Env } from '../../house.ts'
import { iso } from '../../sign-in/session.ts'
import { openText } from './open-text.ts'

export async function noteRead(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const { house, person, section } = text
  const { db } = house.store
  const { region, id, lineage } = section
  const seq = await headOf(db, { region, section: id, lineage })
  const at = iso(house.clock.now())
  await noteReading(db, { region, person: person.id, section: id, lineage, seq, at })
  return c.body(null, 204)
}
