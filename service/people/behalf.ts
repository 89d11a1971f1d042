// On whose behalf one acts: a person with roles in several municipalities chooses the hat, and every act names it.
import { Hono } from 'hono'
import { setBehalfOf } from '../../db/session.ts'
import { ownPath, readForm } from '../guard/form.ts'
import type { Env, House } from '../house.ts'
import { Refused } from '../refusal.ts'

export const behalfRoutes = (house: House) =>
  new Hono<Env>().post('/pa-vegne-av', async (c) => {
    const { person } = c.var
    if (!person) throw new Refused('signed-out')
    const form = await readForm(c)
    const municipality = form.text('municipality')
    const mine = municipality === '' || person.roles.some((r) => r.municipality === municipality)
    if (!mine) throw new Refused('forbidden')
    await setBehalfOf(house.store.db, person.sessionHash, municipality || null)
    return c.redirect(ownPath(form.text('back'), '/oppgaver'), 303)
  })
