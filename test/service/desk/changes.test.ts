import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realClock } from '../../../service/clock.ts'
import { changesRoutes } from '../../../service/desk/changes-routes.ts'
import { createChanges } from '../../../service/desk/changes.ts'
import type { Env, House, SignedIn } from '../../../service/house.ts'
import { openStore } from '../../../db/open.ts'

describe('the hub of changes', () => {
  it('wakes those who listen to that strategy, and everyone in the region for a wider change', () => {
    const hub = createChanges()
    const heard: string[] = []
    hub.listen(1, 'a', () => heard.push('a'))
    hub.listen(1, 'b', () => heard.push('b'))
    hub.listen(2, 'a', () => heard.push('other region'))
    hub.wake({ region: 1, strategy: 'a' })
    hub.wake({ region: 1 })
    expect(heard).toEqual(['a', 'a', 'b'])
  })

  it('forgets a listener that has left', () => {
    const hub = createChanges()
    const leave = hub.listen(1, 'a', () => expect.unreachable())
    leave()
    hub.wake({ region: 1 })
    expect(hub.count()).toBe(0)
  })
})

describe('the stream of changes', () => {
  let house: House
  let person: SignedIn | undefined

  beforeEach(async () => {
    const store = await openStore({ memory: true })
    await store.db
      .insertInto('strategy')
      .values({
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
      .execute()
    house = {
      store,
      clock: realClock,
      rooms: undefined as never,
      dataDir: '',
      demo: false,
      origins: [],
      changed: () => {},
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
  })

  it('is for those signed in with a role in the region', async () => {
    person!.roles = []
    expect((await app().request('/api/strategies/s1/changes')).status).toBe(404)
    person = undefined
    expect((await app().request('/api/strategies/s1/changes')).status).toBe(401)
  })
})
