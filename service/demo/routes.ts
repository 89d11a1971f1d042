// What only a demo answers: who there is, sign-in with one click, and the day that can be moved. Elsewhere: 404.
import { Hono } from 'hono'
import { onlyKeys, readJsonObject, textOf } from '../guard/body.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { endSession, giveCookie, startSession } from '../sign-in/session.ts'
import { demoList } from './list.ts'
import { moveClock } from './move-clock.ts'

export const demoRoutes = (house: House) =>
  new Hono<Env>()
    .use('/api/demo/*', async (_c, next) => {
      if (!house.demo) throw new Refused('not-found')
      await next()
    })
    .get('/api/demo/people', async (c) => c.json(await demoList(house)))
    .post('/api/demo/sign-in', rateLimited({ times: 600, minutes: 1 }), async (c) => {
      const body = await readJsonObject(c)
      onlyKeys(body, ['person'])
      const wanted = textOf(body, 'person')
      const person = (await demoList(house)).find((p) => p.id === wanted)
      if (!person) throw new Refused('not-found')
      if (c.var.person) await endSession(house, c.var.person.sessionHash, 'signed in as another')
      const { token } = await startSession(house, person.id)
      giveCookie(c, token)
      return c.json(person)
    })
    .get('/api/demo/clock', (c) => c.json({ today: house.clock.today() }))
    .post('/api/demo/clock', async (c) => {
      if (!c.var.person) throw new Refused('signed-out')
      if (!c.var.person.roles.some((held) => held.role === 'coordinator')) {
        throw new Refused('forbidden')
      }
      const body = await readJsonObject(c)
      onlyKeys(body, ['today'])
      await moveClock(house, dayOf(textOf(body, 'today')))
      return c.json({ today: house.clock.today() })
    })

/// A plain date that exists, as the demo's clock reads it. The demo's years are 2027 to 2032.
export function dayOf(text: string): string {
  if (!/^20(2[7-9]|3[0-2])-\d\d-\d\d$/.test(text))
    throw new Refused('no-such-date', { field: 'today' })
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    throw new Refused('no-such-date', { field: 'today' })
  }
}
