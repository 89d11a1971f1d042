import { describe, expect, test } from 'vitest'
import { rolesInForce } from '../../../db/role.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { dialects, type TestDialect } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

type Cast = { t: TestHouse; kari: TestPerson; harald: TestPerson; ingrid: TestPerson }

/// A coordinator, and Øyer's chief executive and planner.
async function cast(dialect: TestDialect): Promise<Cast> {
  const t = await testHouse(dialect)
  await ensureRegion(t.house.store)
  return {
    t,
    kari: await t.signIn('Kari Bakken', [{ role: 'coordinator' }]),
    harald: await t.signIn('Harald', [{ role: 'chief-executive', municipality: '3440' }]),
    ingrid: await t.signIn('Ingrid', [{ role: 'planner', municipality: '3440' }]),
  }
}

const rolesOf = async ({ house }: TestHouse, person: TestPerson): Promise<string[]> =>
  (await rolesInForce(house.store.db, person.id, house.clock.today())).map(
    (row) => `${row.role} ${row.municipality ?? 'joint'}`,
  )

async function codeIn(answer: Response): Promise<string> {
  const code = /\/invitasjon#([\w-]{43})/.exec(await answer.text())?.[1]
  if (code === undefined) throw new Error('no invitation on the page')
  return code
}

const sid = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

for (const dialect of dialects) {
  describe(`roles on ${dialect.name}`, () => {
    test('an invitation gives one role once, to whoever brings its link', async () => {
      const { t, kari } = await cast(dialect)
      const invited = { name: 'Olav', email: '', role: 'planner', place: '3435' }
      const code = await codeIn(await t.form('/folk/inviter', invited, kari))
      expect(await (await t.form('/invitasjon', { code })).text()).toContain('Vågå')
      const answer = await t.form('/invitasjon/ja', { code, name: 'Olav Sørgard' })
      expect(answer.status).toBe(303)
      const olav = await personOfSession(t.house, sid(answer).slice(4))
      expect(olav?.roles).toEqual([{ region: 1, role: 'planner', municipality: '3435' }])
      expect((await t.form('/invitasjon/ja', { code, name: 'Olav igjen' })).status).toBe(422)
      await t.close()
    })

    test('who is signed in keeps being the same person and gets the role besides', async () => {
      const { t, kari, ingrid } = await cast(dialect)
      const invited = { name: 'Ingrid', email: '', role: 'archivist', place: '3440' }
      const code = await codeIn(await t.form('/folk/inviter', invited, kari))
      await t.form('/invitasjon/ja', { code }, ingrid)
      expect((await rolesOf(t, ingrid)).sort()).toEqual(['archivist 3440', 'planner 3440'])
      await t.close()
    })

    test('a withdrawn invitation, and one whose inviter has left, give nothing', async () => {
      const { t, kari, harald } = await cast(dialect)
      const invited = { name: 'Olav', email: '', role: 'planner', place: '3440' }
      const withdrawn = await codeIn(await t.form('/folk/inviter', invited, kari))
      const { id } = await t.house.store.db
        .selectFrom('invitation')
        .select('id')
        .executeTakeFirstOrThrow()
      await t.form('/folk/trekk-tilbake', { id, place: '3440' }, kari)
      expect((await t.form('/invitasjon', { code: withdrawn })).status).toBe(422)

      const orphan = await codeIn(await t.form('/folk/inviter', invited, harald))
      const role = await t.house.store.db
        .selectFrom('role_held')
        .select('id')
        .where('person', '=', harald.id)
        .executeTakeFirstOrThrow()
      await t.form('/folk/avslutt', { id: role.id, place: '3440' }, kari)
      expect((await t.form('/invitasjon', { code: orphan })).status).toBe(422)
      await t.close()
    })

    test('an invitation is dead after seven days, and its link is stored nowhere', async () => {
      const { t, kari } = await cast(dialect)
      const invited = { name: 'Olav', email: '', role: 'planner', place: '3440' }
      const code = await codeIn(await t.form('/folk/inviter', invited, kari))
      const rows = await t.house.store.db.selectFrom('invitation').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(code)
      const later = t.house.clock.now() + 7 * 24 * 3_600_000 + 1
      t.house.clock = { ...t.house.clock, now: () => later }
      expect((await t.form('/invitasjon', { code })).status).toBe(422)
      await t.close()
    })

    test('a chief executive gives roles at home and nowhere else, a planner none', async () => {
      const { t, harald, ingrid } = await cast(dialect)
      const invited = { name: 'Olav', email: '', role: 'planner' }
      expect((await t.form('/folk/inviter', { ...invited, place: '3440' }, harald)).status).toBe(
        200,
      )
      expect((await t.form('/folk/inviter', { ...invited, place: '3435' }, harald)).status).toBe(
        403,
      )
      const lead = { name: 'Olav', email: '', role: 'coordinator', place: '' }
      expect((await t.form('/folk/inviter', lead, harald)).status).toBe(403)
      expect((await t.form('/folk/inviter', { ...invited, place: '3440' }, ingrid)).status).toBe(
        403,
      )
      expect((await t.get('/folk', ingrid)).status).toBe(403)
      expect((await t.get('/folk')).status).toBe(303)
      await t.close()
    })

    test('a municipal role needs a municipality and a joint role has none', async () => {
      const { t, kari } = await cast(dialect)
      const wrong = { name: 'Olav', email: '' }
      const first = await t.form('/folk/inviter', { ...wrong, role: 'planner', place: '' }, kari)
      const second = await t.form(
        '/folk/inviter',
        { ...wrong, role: 'observer', place: '3440' },
        kari,
      )
      const third = await t.form('/folk/inviter', { ...wrong, role: 'king', place: '' }, kari)
      expect([first.status, second.status, third.status]).toEqual([422, 422, 422])
      await t.close()
    })

    test('a role that is ended is out of force at once, and the last coordinator stays', async () => {
      const { t, kari, ingrid } = await cast(dialect)
      const idOf = async (person: TestPerson) =>
        (
          await t.house.store.db
            .selectFrom('role_held')
            .select('id')
            .where('person', '=', person.id)
            .executeTakeFirstOrThrow()
        ).id
      await t.form('/folk/avslutt', { id: await idOf(ingrid), place: '3440' }, kari)
      expect(await rolesOf(t, ingrid)).toEqual([])
      expect(
        (await t.form('/folk/avslutt', { id: await idOf(kari), place: '' }, kari)).status,
      ).toBe(409)
      expect(await rolesOf(t, kari)).toEqual(['coordinator joint'])
      await t.close()
    })

    test('22: a role counts from its first day to its last, both included', async () => {
      const { t, kari, ingrid } = await cast(dialect)
      const given = {
        person: ingrid.id,
        role: 'archivist',
        place: '3440',
        from: '01.03.2028',
        to: '31.03.2028',
      }
      expect((await t.form('/folk/gi', given, kari)).status).toBe(303)
      const on = async (day: string) => {
        t.clock.moveTo(day)
        return (await rolesOf(t, ingrid)).includes('archivist 3440')
      }
      expect(await on('2028-02-29')).toBe(false)
      expect(await on('2028-03-01')).toBe(true)
      expect(await on('2028-03-31')).toBe(true)
      expect(await on('2028-04-01')).toBe(false)
      await t.close()
    })

    test('a mayor names a substitute for the own office only', async () => {
      const { t, ingrid } = await cast(dialect)
      const tone = await t.signIn('Tone', [{ role: 'mayor', municipality: '3440' }])
      const deputy = { person: ingrid.id, role: 'mayor', place: '3440', substituteFor: tone.id }
      expect((await t.form('/folk/gi', deputy, tone)).status).toBe(303)
      const who = await personOfSession(t.house, ingrid.cookie.slice(4))
      expect(who?.roles).toContainEqual({
        region: 1,
        role: 'mayor',
        municipality: '3440',
        substituteFor: tone.id,
      })
      const outright = { person: ingrid.id, role: 'mayor', place: '3440', substituteFor: '' }
      expect((await t.form('/folk/gi', outright, tone)).status).toBe(403)
      const other = { ...deputy, role: 'chief-executive' }
      expect((await t.form('/folk/gi', other, tone)).status).toBe(403)
      const elsewhere = { ...deputy, place: '3435' }
      expect((await t.form('/folk/gi', elsewhere, tone)).status).toBe(403)
      await t.close()
    })

    test('nobody gives themselves a role, by the form or by their own invitation, and is told who can', async () => {
      const { t, kari, harald, ingrid } = await cast(dialect)
      for (const [who, role, place] of [
        [kari, 'council-secretary', '3440'],
        [kari, 'steering-leader', ''],
        [harald, 'mayor', '3440'],
      ] as const) {
        const given = { person: who.id, role, place, substituteFor: '' }
        const refused = await t.form('/folk/gi', given, who)
        expect(refused.status).toBe(422)
        const page = await refused.text()
        expect(page).toContain('Ingen gir seg selv en rolle. Be en annen som kan gi rollen')
        const field = /href="#(felt-gi-[\w-]+)"/.exec(page)?.[1]
        expect(page).toContain(`id="${field}"`)
      }
      const invited = { name: 'Kari', email: '', role: 'council-secretary', place: '3440' }
      const code = await codeIn(await t.form('/folk/inviter', invited, kari))
      expect(await (await t.form('/invitasjon', { code }, kari)).text()).toContain(
        'Ingen gir seg selv en rolle',
      )
      expect((await t.form('/invitasjon/ja', { code }, kari)).status).toBe(403)
      expect(await rolesOf(t, kari)).toEqual(['coordinator joint'])
      expect((await t.form('/invitasjon/ja', { code }, ingrid)).status).toBe(303)
      expect(await rolesOf(t, ingrid)).toContain('council-secretary 3440')
      expect(await (await t.get('/folk?kommune=3440', kari)).text()).toContain(
        'gitt av Kari Bakken',
      )
      await t.close()
    })

    test('signing somebody out everywhere ends every session of theirs', async () => {
      const { t, kari, ingrid } = await cast(dialect)
      expect((await t.get('/konto', ingrid)).status).toBe(200)
      await t.form('/folk/logg-ut', { person: ingrid.id, place: '3440' }, kari)
      expect((await t.get('/konto', ingrid)).status).toBe(303)
      expect((await t.get('/konto', kari)).status).toBe(200)
      await t.close()
    })

    test('a name is text, whatever is written in it', async () => {
      const { t, kari } = await cast(dialect)
      const name = '<script>alert(1)</script>'
      const invited = { name, email: '', role: 'planner', place: '3440' }
      const page = await (await t.form('/folk/inviter', invited, kari)).text()
      expect(page).toContain('&lt;script&gt;alert(1)')
      expect(page).not.toContain(name)
      await t.close()
    })
  })
}
