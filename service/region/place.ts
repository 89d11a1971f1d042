// The municipality a page is about, for somebody who belongs to the work; and whether they may change it here.
import type { Context } from 'hono'
import { municipalityByNumber, type MunicipalityRow } from '../../db/region.ts'
import { may, type Action } from '../../workflows/rights.ts'
import type { Env } from '../house.ts'
import { Refused } from '../refusal.ts'

export type PlaceAsked = {
  region: number
  number: string
  name: string
  mayChange: boolean
  row: MunicipalityRow
}

/// Reads `:number` from the address. Whoever may see the municipality's case may look; `change` is what changing takes.
export async function placeOf(c: Context<Env>, change: Action): Promise<PlaceAsked> {
  const { person, house } = c.var
  if (!person) throw new Refused('signed-out')
  const number = c.req.param('number') ?? ''
  for (const region of new Set(person.roles.map((r) => r.region))) {
    const row = await municipalityByNumber(house.store.db, region, number)
    if (!row) continue
    const roles = person.roles.filter((r) => r.region === region)
    const scope = { municipality: number }
    if (!may(roles, 'see-case', scope)) throw new Refused('forbidden')
    return { region, number, name: row.name, mayChange: may(roles, change, scope), row }
  }
  throw new Refused('not-found')
}
