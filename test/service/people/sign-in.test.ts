import { describe, expect, test } from 'vitest'
import { insertPerson } from '../../../db/people.ts'
import { movableClock } from '../../../service/clock.ts'
import { firstLink, personLink } from '../../../service/sign-in/links.ts'
import {
  endSession,
  idleMinutes,
  longestHours,
  personOfSession,
  startSession,
} from '../../../service/sign-in/session.ts'
import { newId } from '../../../service/sign-in/token.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

/// A clock whose real time can be moved too: sessions go by that one.
function withRealTime(t: TestHouse): { wait(minutes: number): void } {
  const still = movableClock(t.house.clock.today())
  let ms = Date.parse('2028-02-14T08:00:00Z')
  t.house.clock = { ...still, now: () => ms }
  return { wait: (minutes) => (ms += minutes * 60_000) }
}

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

for (const dialect of dialects) {
  describe(`sign-in on ${dialect.name}`, () => {
    test('a session ends after sixty idle minutes and after twelve hours at the latest', async () => {
      const t = await testHouse(dialect)
      const real = withRealTime(t)
      await insertPerson(t.house.store.db, { id: 'p', name: 'Kari', email: null, created_at: 'x' })
      const first = await startSession(t.house, 'p')
      real.wait(idleMinutes - 1)
      expect((await personOfSession(t.house, first.token))?.name).toBe('Kari')
      real.wait(idleMinutes + 1)
      expect(await personOfSession(t.house, first.token)).toBeUndefined()

      const second = await startSession(t.house, 'p')
      for (let waited = 0; waited < longestHours * 60 - 30; waited += 30) {
        real.wait(30)
        expect(await personOfSession(t.house, second.token)).toBeDefined()
      }
      real.wait(31)
      expect(await personOfSession(t.house, second.token)).toBeUndefined()
      await t.close()
    })

    test('the database holds no token, and an ended session opens nothing', async () => {
      const t = await testHouse(dialect)
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      const token = kari.cookie.slice('sid='.length)
      const rows = await t.house.store.db.selectFrom('session').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(token)
      expect((await t.get('/konto', kari)).status).toBe(200)
      await endSession(t.house, kari.session, 'test')
      const after = await t.get('/konto', kari)
      expect(after.status).toBe(303)
      expect(after.headers.get('location')).toBe('/logg-inn?til=%2Fkonto')
      await t.close()
    })

    test('the first link makes one coordinator, and only a post uses it up', async () => {
      const t = await testHouse(dialect)
      const token = await firstLink(t.house)
      expect((await t.get('/start')).status).toBe(200)
      const answer = await t.form('/start', { code: token, name: 'Kari Bakken' })
      expect(answer.status).toBe(303)
      const who = await personOfSession(t.house, cookieOf(answer).slice('sid='.length))
      expect(who?.roles).toEqual([{ region: 1, role: 'coordinator' }])
      const again = await t.form('/start', { code: token, name: 'En annen' })
      expect(again.status).toBe(422)
      expect(await t.house.store.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
      await t.close()
    })

    test('two who spend the same link at once become one', async () => {
      const t = await testHouse(dialect)
      const token = await firstLink(t.house)
      const answers = await Promise.all(
        ['A', 'B', 'C'].map((name) => t.form('/start', { code: token, name })),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([303, 422, 422])
      expect(await t.house.store.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
      await t.close()
    })

    test('a link from the host signs one in and ends every other session', async () => {
      const t = await testHouse(dialect)
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      const older = await personLink(t.house, kari.id)
      const token = await personLink(t.house, kari.id)
      expect((await t.form('/inn', { code: older })).status).toBe(422)
      expect((await t.form('/start', { code: token, name: 'x' })).status).toBe(422)
      const answer = await t.form('/inn', { code: token })
      expect(answer.status).toBe(303)
      expect((await t.get('/konto', kari)).status).toBe(303)
      const fresh = await t.get('/konto', { ...kari, cookie: cookieOf(answer) })
      expect(fresh.status).toBe(200)
      await t.close()
    })

    test('a link is worthless after fifteen minutes', async () => {
      const t = await testHouse(dialect)
      const real = withRealTime(t)
      const token = await firstLink(t.house)
      real.wait(16)
      expect((await t.form('/start', { code: token, name: 'Kari' })).status).toBe(422)
      await t.close()
    })

    test('signing out ends the session, clears the cookie and tells the browser to forget', async () => {
      const t = await testHouse(dialect)
      const kari = await t.signIn('Kari')
      const out = await t.form('/logg-ut', {}, kari)
      expect(out.headers.get('clear-site-data')).toContain('storage')
      expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
      expect((await t.get('/konto', kari)).status).toBe(303)
      await t.close()
    })

    test('one acts on behalf of an own municipality and of no other', async () => {
      const t = await testHouse(dialect)
      const rakel = await t.signIn('Rakel', [
        { role: 'planner', municipality: '3434' },
        { role: 'planner', municipality: '3433' },
      ])
      const token = rakel.cookie.slice('sid='.length)
      const hat = async () => (await personOfSession(t.house, token))?.behalfOf
      expect(await hat()).toBeDefined()
      await t.form('/pa-vegne-av', { municipality: '3433' }, rakel)
      expect(await hat()).toBe('3433')
      expect((await t.form('/pa-vegne-av', { municipality: '3440' }, rakel)).status).toBe(403)
      expect(await hat()).toBe('3433')
      await t.close()
    })

    test('after signing in one comes back to a page of ours and never to another site', async () => {
      const t = await testHouse(dialect, { demo: true })
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      const go = async (til: string) =>
        (await t.form('/logg-inn/demo', { person: kari.id, til })).headers.get('location')
      expect(await go('/tavle?vis=3432')).toBe('/tavle?vis=3432')
      for (const evil of [
        '//evil.example',
        '/\\evil.example',
        'https://evil.example',
        '/a b',
        '',
      ]) {
        expect(await go(evil), evil).toBe('/hjem')
      }
      await t.close()
    })
  })
}

test('an id is random', () => {
  expect(newId()).not.toBe(newId())
})
