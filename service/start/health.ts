// For those who watch the process: is it alive, and is it ready for people.
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Env, House } from '../house.ts'

export const healthRoutes = (house: House) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await sql`select 1`.execute(house.store.db)
        return c.json({ status: 'ready' })
      } catch {
        return c.json({ status: 'not-ready' }, 503)
      }
    })
