// For those who watch the process: is it alive, and is it ready for people.
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Env, House } from '../house.ts'

export const healthRoutes = (house: House) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const writes = await Promise.race([writable(house), soon()]).catch(() => false)
      const disk = house.space?.().is ?? 'ample'
      const ready = writes && disk !== 'short'
      return c.json({ status: ready ? 'ready' : 'not-ready', disk }, ready ? 200 : 503)
    })

/// A write transaction can be opened: the queue moves and the database is there.
async function writable({ store }: House): Promise<boolean> {
  await store.db.connection().execute(async (db) => {
    await sql.raw(store.dialect === 'sqlite' ? 'begin immediate' : 'begin').execute(db)
    await sql.raw('rollback').execute(db)
  })
  return true
}

const soon = (): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), 1000).unref())
