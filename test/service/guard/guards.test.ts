import { describe, expect, test } from 'vitest'
import { foreign } from '../../../service/guard/origin.ts'
import { parseStrictly } from '../../../service/guard/body.ts'
import { fromHeader } from '../../../service/guard/language.ts'
import { blockOf, limiter } from '../../../service/guard/rate.ts'
import { firstLink } from '../../../service/sign-in/links.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, testOrigin } from '../../support/house.ts'

describe('a request’s origin', () => {
  const origins = ['http://localhost:3000', 'http://[::1]:3000']

  test('our own host and origin, or no origin at all, are let through', () => {
    expect(foreign({ host: 'localhost:3000', origin: origins[0] }, origins)).toBeUndefined()
    expect(foreign({ host: 'LOCALHOST:3000' }, origins)).toBeUndefined()
    expect(foreign({ host: '[::1]:3000', origin: origins[1] }, origins)).toBeUndefined()
    expect(foreign({ host: 'localhost:3000', site: 'same-origin' }, origins)).toBeUndefined()
  })

  test('every other one is foreign', () => {
    for (const host of [
      undefined,
      '',
      'evil.example',
      'localhost',
      'localhost:3001',
      'localhost:3000.evil.example',
    ]) {
      expect(foreign({ host }, origins), String(host)).toBe('unknown-host')
    }
    for (const origin of [
      'null',
      '',
      'http://localhost:3001',
      'https://localhost:3000',
      'http://localhost:3000.evil.example',
    ]) {
      expect(foreign({ host: 'localhost:3000', origin }, origins), origin).toBe('foreign-origin')
    }
    for (const site of ['cross-site', 'same-site']) {
      expect(foreign({ host: 'localhost:3000', site }, origins)).toBe('foreign-origin')
    }
  })
})

describe('strict JSON', () => {
  const code = (text: string): string => {
    try {
      parseStrictly(text)
      return 'taken'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  test('takes what JSON.parse takes otherwise', () => {
    const value = { a: [{ a: 1, b: '"}{:' }, { a: 2 }], b: { a: null, 'c:"': true } }
    expect(parseStrictly(JSON.stringify(value))).toEqual(value)
  })

  test('refuses a key twice, a key of the prototype, and what is too deep, at any depth and however written', () => {
    for (const bad of [
      '{"a":1,"a":2}',
      '{"x":{"a":1,"b":{},"a":2}}',
      '{"a":1,"\\u0061":2}',
      '{"__proto__":{"admin":true}}',
      '[{"constructor":1}]',
      '{"x":{"prototype" : 1}}',
      '{"\\u005f_proto__":1}',
      '{a:1}',
      '',
      `${'['.repeat(50)}${']'.repeat(50)}`,
    ]) {
      expect(code(bad), bad).toBe('not-json')
    }
  })
})

describe('how often', () => {
  test('an attempt over the limit waits until the oldest is past', () => {
    const bucket = limiter({ times: 2, minutes: 1 })
    expect(bucket.take('a', 0)).toBe(0)
    expect(bucket.take('a', 10_000)).toBe(0)
    expect(bucket.take('a', 20_000)).toBe(40)
    expect(bucket.take('b', 20_000)).toBe(0)
    expect(bucket.take('a', 60_001)).toBe(0)
  })

  test('an address stands for its /64, and one in the other’s clothes is itself', () => {
    expect(blockOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
    expect(blockOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(blockOf('2001:0db8:0001:0002::1')).toBe('2001:db8:1:2::/64')
    expect(blockOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(blockOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(blockOf('no address')).toBe('unknown')
  })
})

test('the language is the first of ours the header wants', () => {
  expect(fromHeader('nn-NO,nb;q=0.8,en;q=0.5')).toBe('nn')
  expect(fromHeader('de, en;q=0.8, nn;q=0.9')).toBe('nn')
  expect(fromHeader('no')).toBe('nb')
  expect(fromHeader('en-GB')).toBe('en')
  expect(fromHeader('*')).toBe('nb')
  expect(fromHeader('en;q=0, nb')).toBe('nb')
})

for (const dialect of dialects) {
  describe(`guards on ${dialect.name}`, () => {
    test('a foreign origin is refused on forms and on the API, and nothing has happened', async () => {
      const t = await testHouse(dialect, { demo: true })
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      const origin = 'https://evil.example'
      expect((await t.form('/logg-ut', {}, kari, { origin })).status).toBe(403)
      expect((await t.form('/logg-ut', {}, kari, { origin: 'null' })).status).toBe(403)
      const api = await t.post('/api/demo/clock', { today: '2028-03-01' }, kari, { origin })
      expect(api.status).toBe(403)
      expect(api.headers.get('content-type')).toContain('application/problem+json')
      expect(((await api.json()) as { code: string }).code).toBe('foreign-origin')
      const site = { 'sec-fetch-site': 'cross-site' }
      expect((await t.post('/api/demo/clock', { today: '2028-03-01' }, kari, site)).status).toBe(
        403,
      )
      expect((await t.get('/konto', kari)).status).toBe(200)
      expect(t.clock.today()).toBe('2028-02-14')
      await t.close()
    })

    test('a foreign host is answered nothing, but those who watch the process are', async () => {
      const t = await testHouse(dialect)
      const host = { host: 'evil.example' }
      expect((await t.get('/logg-inn', undefined, host)).status).toBeGreaterThanOrEqual(400)
      expect((await t.get('/healthz', undefined, host)).status).toBe(200)
      expect((await t.get('/readyz', undefined, host)).status).toBe(200)
      await t.close()
    })

    test('behind https the cookie is bound to the host, and browsers are told to stay on https', async () => {
      const t = await testHouse(dialect)
      const token = await firstLink(t.house)
      const origin = 'https://planvev.example.no'
      t.house.origins.splice(0, Infinity, origin)
      const answer = await t.app.request(`${origin}/start`, {
        method: 'POST',
        body: new URLSearchParams({ code: token, name: 'Kari' }),
        headers: { origin, host: 'planvev.example.no' },
      })
      const cookie = answer.headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000')
      const account = await t.app.request(`${origin}/konto`, {
        headers: { host: 'planvev.example.no', cookie: cookie.split(';')[0]! },
      })
      expect(account.status).toBe(200)
      const bare = await t.app.request(`${origin}/konto`, {
        headers: { host: 'planvev.example.no', cookie: cookie.split(';')[0]!.slice(7) },
      })
      expect(bare.status).toBe(303)
      await t.close()
    })

    test('every answer carries the policy, also those that refuse', async () => {
      const t = await testHouse(dialect)
      for (const path of ['/logg-inn', '/finnes-ikke', '/api/finnes-ikke', '/healthz']) {
        const { headers } = await t.get(path)
        const policy = headers.get('content-security-policy') ?? ''
        expect(policy, path).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
        expect(policy, path).toContain("require-trusted-types-for 'script'")
        expect(policy, path).not.toMatch(/unsafe|\*/)
        expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      }
      await t.close()
    })

    test('a body over the limit is refused, whatever length it claims', async () => {
      const t = await testHouse(dialect, { demo: true })
      const large = `{"person":"${'x'.repeat(1_100_000)}"}`
      const headers = { 'content-type': 'application/json' }
      const said = await t.app.request(`${testOrigin}/api/demo/sign-in`, {
        method: 'POST',
        body: large,
        headers: { ...headers, 'content-length': String(large.length) },
      })
      expect(said.status).toBe(413)
      const chunked = await t.app.request(`${testOrigin}/api/demo/sign-in`, {
        method: 'POST',
        body: new Blob([large]).stream(),
        headers,
        duplex: 'half',
      } as RequestInit)
      expect(chunked.status).toBe(413)
      await t.close()
    })

    test('an unknown field, another type and a wrong shape are 400 or 415, never 500', async () => {
      const t = await testHouse(dialect, { demo: true })
      const raw = async (body: string, type = 'application/json') =>
        (
          await t.app.request(`${testOrigin}/api/demo/sign-in`, {
            method: 'POST',
            body,
            headers: { 'content-type': type },
          })
        ).status
      expect(await raw('{"person":"x","more":1}')).toBe(400)
      expect(await raw('{"person":{"$ne":null}}')).toBe(400)
      expect(await raw('{"person":"a","person":"b"}')).toBe(400)
      expect(await raw('{"__proto__":{}}')).toBe(400)
      expect(await raw('[]')).toBe(400)
      expect(await raw('null')).toBe(400)
      expect(await raw('{')).toBe(400)
      expect(await raw('')).toBe(400)
      expect(await raw('person=x', 'text/plain')).toBe(415)
      expect(await raw('{"person":"nobody"}')).toBe(404)
      await t.close()
    })

    test('too many attempts to sign in are told to wait', async () => {
      const t = await testHouse(dialect)
      const code = 'x'.repeat(43)
      const statuses: number[] = []
      let last: Response | undefined
      for (let i = 0; i < 25; i++) {
        last = await t.form('/inn', { code })
        statuses.push(last.status)
      }
      expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 422))
      expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429))
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
      await t.close()
    })

    test('an error of ours says nothing of itself to anybody', async () => {
      const t = await testHouse(dialect)
      t.app.get('/api/broken', () => {
        throw new Error('secret: select * from person')
      })
      t.app.get('/broken', () => {
        throw new TypeError('secret: select * from person')
      })
      t.app.get('/api/full', () => {
        throw Object.assign(new Error('secret'), { code: 'SQLITE_FULL' })
      })
      for (const path of ['/api/broken', '/broken']) {
        const answer = await t.get(path)
        expect(answer.status, path).toBe(500)
        expect(await answer.text(), path).not.toMatch(/secret|select|at .*\.ts/)
      }
      const full = await t.get('/api/full')
      expect(full.status).toBe(507)
      expect(((await full.json()) as { code: string }).code).toBe('disk-full')
      await t.close()
    })

    test('a database that is gone is said as such, on the API and on a bare page', async () => {
      const t = await testHouse(dialect)
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      expect((await t.get('/readyz')).status).toBe(200)
      await t.house.store.close()
      expect((await t.get('/readyz')).status).toBe(503)
      expect((await t.get('/healthz')).status).toBe(200)
      const api = await t.get('/api/strategies', kari)
      expect(api.status).toBe(503)
      expect(((await api.json()) as { code: string }).code).toBe('unavailable')
      const page = await t.get('/oppgaver', kari)
      expect(page.status).toBe(503)
      expect(await page.text()).toContain('Planvev er nede et øyeblikk')
      await t.close().catch(() => {})
    })

    test('a page that is not there is told in the reader’s language', async () => {
      const t = await testHouse(dialect)
      const title = async (language: string, query = '') => {
        const page = await t.get(`/finnes-ikke${query}`, undefined, { 'accept-language': language })
        return /<h1[^>]*>\s*([^<]*?)\s*</.exec(await page.text())?.[1]
      }
      expect(await title('nb')).toBe('Siden finnes ikke')
      expect(await title('nn')).toBe('Sida finst ikkje')
      expect(await title('en')).toBe('Siden finnes ikke')
      expect(await title('nb', '?lang=en')).toBe('There is no such page')
      const api = await t.get('/api/finnes-ikke', undefined, { 'accept-language': 'en' })
      expect(((await api.json()) as { title: string }).title).toBe('Not found')
      await t.close()
    })
  })
}
