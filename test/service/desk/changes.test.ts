import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realClock } from '../../../service/clock.ts'
import { changesRoutes } from '../../../service/desk/changes-routes.ts'
import type { Changed, Env, House, SignedIn } from '../../../service/house.ts'
import { openStore } from '../../../db/open.ts'
import { insertStrategy } from '../../../db/strategy.ts'

describe('the stream of changes', () => {
  let house: House
  let person: SignedIn | undefined
  const listeners = new Set<(what: Changed) => void>()

  beforeEach(async () => {
    const store = await openStore({ memory: true })
    await insertStrategy(store.db, {
      region: 1,
      id: 's1',
      slug: 's',
      title_nb: 'S',
      title_nn: 'S',
      period_from: 2028,
      period_to: 2031,
      settings: '{}',
      created_at: '2027-11-01T08:00:00Z',
    })
    house = {
      store,
      clock: realClock,
      rooms: undefined as never,
      press: undefined as never,
      dataDir: '',
      demo: false,
      mails: false,
      origins: [],
      changed: (what) => listeners.forEach((hear) => hear(what)),
      onChanged: (hear) => {
        listeners.add(hear)
        return () => listeners.delete(hear)
      },
    }
    person = {
      id: 'p',
      name: 'P',
      language: 'nb',
      colour: 0,
      roles: [{ region: 1, role: 'observer' }],
      sessionHash: '',
    }
  })
  afterEach(() => house.store.close())

  const app = () =>
    new Hono<Env>()
      .use(async (c, next) => {
        c.set('person', person)
        await next()
      })
      .route('/', changesRoutes(house))

  it('says "changed" when somebody has acted, and is silent about what', async () => {
    const answer = await app().request('/api/strategies/s1/changes')
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const reader = answer.body!.getReader()
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await read()).toContain('event: ready')
    house.changed({ region: 1, strategy: 's1' })
    expect(await read()).toBe('event: changed\ndata: \n\n')
    await reader.cancel()
    await expect.poll(() => listeners.size).toBe(0)
  })

  it('is silent about other strategies', async () => {
    const answer = await app().request('/api/strategies/s1/changes')
    const reader = answer.body!.getReader()
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    await read()
    house.changed({ region: 1, strategy: 's2' })
    house.changed({ region: 2 })
    house.changed({ region: 1 })
    expect(await read()).toContain('changed')
    const more = await Promise.race([read(), new Promise((done) => setTimeout(done, 400, 'none'))])
    expect(more).toBe('none')
    await reader.cancel()
  })

  it('is for those signed in with a role in the region', async () => {
    person!.roles = []
    expect((await app().request('/api/strategies/s1/changes')).status).toBe(404)
    person = undefined
    expect((await app().request('/api/strategies/s1/changes')).status).toBe(401)
  })
})
