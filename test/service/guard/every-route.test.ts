// Every route there is, asked with what nobody should send: it may say no in many ways, but never that it broke.
import { expect, test } from 'vitest'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { setUpStrategy } from '../../../service/region/setup.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, testOrigin, type TestHouse, type TestPerson } from '../../support/house.ts'

const long = process.env.LONG === '1'

const junk = long
  ? ['x', '0', '9999', '%00', '%E0%A4%A', '..%2f..%2fetc', '__proto__', 'æøå', 'a'.repeat(300)]
  : ['%00', '__proto__']

const bodies: [type: string, body: string][] = [
  ['application/json', '{}'],
  ['application/json', '{"type":"invite","actedOn":"2028-02-31","municipality":{"a":1}}'],
  ['application/json', '{"type":"xstate.init","actedOn":"2028-02-14","__proto__":1}'],
  ['application/json', '{"type":["join"],"actedOn":99999999999999999999,"expectedSeq":-1}'],
  [
    'application/json',
    '{"type":"join","actedOn":"2028-02-14","overrides":{"T2":{}},"body":"\\u0000"}',
  ],
  ['application/json', '[1,2,3]'],
  ['application/json', '{"a":'],
  ['application/x-www-form-urlencoded', ''],
  [
    'application/x-www-form-urlencoded',
    'name=%00&type=join&_type=join&seq=x&key=&number=-1&points=%5B',
  ],
  [
    'application/x-www-form-urlencoded',
    'a=%E0%A4%A&type[]=1&changes.999999.text=x&days=2028-99-99',
  ],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n'],
  ['text/plain', 'words'],
]

/// Addresses of a route: its parameters filled with junk, and with what there really is.
function addressesOf(path: string, real: Record<string, string>): string[] {
  const names = [...path.matchAll(/:(\w+)(?:\{[^}]*\})?\??/g)]
  if (names.length === 0) return path.includes('*') ? [] : [path]
  const fill = (value: (name: string) => string) =>
    path.replaceAll(/\/:(\w+)(?:\{[^}]*\})?\??/g, (_, name: string) => `/${value(name)}`)
  return [...junk.map((one) => fill(() => one)), fill((name) => real[name] ?? 'x')]
}

async function ask(
  t: TestHouse,
  who: TestPerson | undefined,
  method: string,
  path: string,
  [type, body]: [string, string] = ['', ''],
): Promise<string | undefined> {
  const answer = await t.app.request(`${testOrigin}${path}`, {
    method,
    ...(method !== 'GET' && { body }),
    headers: {
      origin: testOrigin,
      ...(type && { 'content-type': type, 'idempotency-key': 'k' }),
      ...(who && { cookie: who.cookie }),
    },
  })
  await answer.body?.cancel()
  return answer.status === 500 ? `${method} ${path} ${type} ${body}` : undefined
}

for (const dialect of long ? dialects : dialects.slice(0, 1)) {
  test(`${dialect.name}: no route breaks on junk, signed in or not`, async () => {
    const t = await testHouse(dialect, { demo: true })
    await ensureRegion(t.house.store)
    const kari = await t.signIn('Kari', [
      { role: 'coordinator' },
      { role: 'planner', municipality: '3440' },
    ])
    const by = await personOfSession(t.house, kari.cookie.slice(4))
    const title = { nb: 'Felles', nn: 'Felles' }
    const wish = { region: 1, title, period: { from: 2028, to: 2031 }, text: 'region' as const }
    const slug = await setUpStrategy(t.house, { ...wish, municipalities: ['3440', '3435'] }, by!)
    const { id } = await t.house.store.db
      .selectFrom('strategy')
      .select('id')
      .executeTakeFirstOrThrow()
    const section = await t.house.store.db
      .selectFrom('section')
      .select('id')
      .executeTakeFirstOrThrow()
    const real = { id, slug, number: '3440', section: section.id, hash: 'f'.repeat(64) }

    const broken: string[] = []
    let asked = 0
    const routes = new Set(
      t.app.routes.filter((r) => r.method !== 'ALL').map((r) => `${r.method} ${r.path}`),
    )
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ')
      // Signing out would end the asking; moving the clock or the demo's person changes who asks.
      if (/logg-ut|avslutt|sign-in|logg-inn|oppsett$/.test(path) && method === 'POST') continue
      for (const address of addressesOf(path, real)) {
        for (const who of [undefined, kari]) {
          for (const body of method === 'GET' ? [undefined] : bodies) {
            const found = await ask(t, who, method, address, body)
            if (found) broken.push(found)
            asked++
          }
        }
      }
    }
    expect(routes.size).toBeGreaterThan(60)
    expect(asked).toBeGreaterThan(1000)
    expect(broken.slice(0, 40)).toEqual([])
    await t.close()
  }, 600_000)
}
