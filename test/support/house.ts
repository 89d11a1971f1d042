// A whole service in memory, for tests that speak HTTP: `const t = await testHouse(dialect)`, then `t.signIn(…)` and
// `t.get('/api/…', person)`. The clock is still until it is moved; the database is a real one of either kind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { insertPerson } from '../../db/people.ts'
import { insertRole } from '../../db/role.ts'
import { createApp } from '../../service/app.ts'
import { movableClock } from '../../service/clock.ts'
import type { Env, House } from '../../service/house.ts'
import { startSession } from '../../service/sign-in/session.ts'
import { newId } from '../../service/sign-in/token.ts'
import { composeHouse } from '../../service/start/compose.ts'
import type { Role } from '../../workflows/act.ts'
import type { TestDialect } from './dialects.ts'

export type TestPerson = { id: string; name: string; cookie: string; session: string }
export type GivenRole = { role: Role; municipality?: string; substituteFor?: string; from?: string }

export type TestHouse = {
  house: House
  app: Hono<Env>
  clock: ReturnType<typeof movableClock>
  /// Makes a person with these roles in region 1 and signs them in.
  signIn(name: string, roles?: GivenRole[]): Promise<TestPerson>
  get(path: string, who?: TestPerson, headers?: Record<string, string>): Promise<Response>
  /// Sends JSON, with a fresh idempotency key unless one is given.
  post(
    path: string,
    body: unknown,
    who?: TestPerson,
    headers?: Record<string, string>,
  ): Promise<Response>
  /// Sends a form the way a browser does.
  form(
    path: string,
    fields: Record<string, string | string[]>,
    who?: TestPerson,
    headers?: Record<string, string>,
  ): Promise<Response>
  close(): Promise<void>
}

export const testOrigin = 'http://localhost:3000'

export async function testHouse(
  dialect: TestDialect,
  options: { today?: string; demo?: boolean } = {},
): Promise<TestHouse> {
  const store = await dialect.open()
  const dataDir = mkdtempSync(join(tmpdir(), 'planvev-'))
  const clock = movableClock(options.today ?? '2028-02-14')
  const { house } = composeHouse({
    store,
    clock,
    dataDir,
    demo: options.demo ?? false,
    origins: [testOrigin],
  })
  const app = createApp(house)

  const ask = async (path: string, init: RequestInit, who?: TestPerson): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (who) headers.set('cookie', who.cookie)
    return app.request(`${testOrigin}${path}`, { ...init, headers })
  }

  return {
    house,
    app,
    clock,
    async signIn(name, roles = []) {
      const id = newId()
      const created_at = clock.instant()
      await insertPerson(store.db, { id, name, email: null, created_at })
      for (const given of roles) {
        await insertRole(store.db, {
          region: 1,
          id: newId(),
          person: id,
          role: given.role,
          municipality: given.municipality ?? null,
          substitute_for: given.substituteFor ?? null,
          from_on: given.from ?? '2027-01-01',
          to_on: null,
          given_by: null,
          created_at,
          ended_at: null,
        })
      }
      const { token, hash } = await startSession(house, id)
      return { id, name, cookie: `sid=${token}`, session: hash }
    },
    get: (path, who, headers = {}) => ask(path, { headers }, who),
    post: (path, body, who, headers = {}) =>
      ask(
        path,
        {
          method: 'POST',
          body: JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            'idempotency-key': newId(),
            ...headers,
          },
        },
        who,
      ),
    form: (path, fields, who, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) {
        for (const one of [value].flat()) body.append(name, one)
      }
      return ask(path, { method: 'POST', body, headers: { origin: testOrigin, ...headers } }, who)
    },
    async close() {
      await house.rooms.close()
      await house.press.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
