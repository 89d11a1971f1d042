import { describe, expect, test } from 'vitest'
import { demoId, demoPeople, makeDemoPeople } from '../../../service/demo/people.ts'
import { setUpDemo } from '../../../service/demo/setting-up.ts'
import { municipalitiesOf } from '../../../db/region.ts'
import { settingOf } from '../../../db/setting.ts'
import { calendarOf } from '../../../service/region/calendar.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { municipalSettings } from '../../../service/region/municipality-settings.ts'
import { regionFile } from '../../../service/region/region-file.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse } from '../../support/house.ts'

type Listed = { id: string; name: string; roles: { role: string; municipality?: string }[] }

describe('the demo’s people', () => {
  test('hold every municipal role in each of the twelve, and every joint role', () => {
    const held = demoPeople().flatMap((person) => person.roles)
    const has = (role: string, municipality?: string) =>
      held.some((r) => r.role === role && r.municipality === municipality)
    for (const { number, name } of regionFile.municipalities) {
      for (const role of [
        'planner',
        'mayor',
        'chief-executive',
        'council-secretary',
        'archivist',
      ]) {
        expect(has(role, number), `${role} in ${name}`).toBe(true)
      }
    }
    for (const role of ['coordinator', 'steering-leader', 'observer'])
      expect(has(role), role).toBe(true)
  })

  test('are each somebody, and one plans for both Lom and Skjåk', () => {
    const people = demoPeople()
    expect(new Set(people.map((p) => demoId(p.name))).size).toBe(people.length)
    const both = people.filter((p) =>
      ['3434', '3433'].every((n) =>
        p.roles.some((r) => r.role === 'planner' && r.municipality === n),
      ),
    )
    expect(both.map((p) => p.name)).toEqual(['Rakel Marstein'])
  })
})

describe('the region', () => {
  test('every border among the twelve is known from both sides', async () => {
    const t = await testHouse(dialects[0]!)
    await ensureRegion(t.house.store)
    const rows = (await municipalitiesOf(t.house.store.db, 1)).map(municipalSettings)
    expect(rows.map((m) => m.name)).toEqual(regionFile.municipalities.map((m) => m.name))
    let pairs = 0
    for (const one of rows) {
      for (const other of rows) {
        if (!one.mustAsk.includes(`${other.name} kommune`)) continue
        expect(other.mustAsk, `${other.name} asks ${one.name}`).toContain(`${one.name} kommune`)
        pairs++
      }
      expect(one.mustAsk).toContain('Statsforvalteren i Innlandet')
      expect(one.mustAsk).toContain('Innlandet fylkeskommune')
    }
    expect(pairs).toBe(40)
    expect(rows.find((m) => m.name === 'Gausdal')?.mustAsk).toContain('Øystre Slidre kommune')
    await t.close()
  })
})

for (const dialect of dialects) {
  describe(`demo on ${dialect.name}`, () => {
    test('nothing of it answers when the service is not a demo', async () => {
      const t = await testHouse(dialect)
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      const answers = [
        await t.get('/api/demo/people'),
        await t.post('/api/demo/sign-in', { person: kari.id }),
        await t.get('/api/demo/clock', kari),
        await t.post('/api/demo/clock', { today: '2029-01-01' }, kari),
        await t.form('/logg-inn/demo', { person: kari.id }),
        await t.get('/demo', kari),
        await t.form('/demo', { today: '2029-01-01' }, kari),
      ]
      expect(answers.map((a) => a.status)).toEqual(answers.map(() => 404))
      expect(await (await t.get('/logg-inn')).text()).not.toContain('Demo')
      await t.close()
    })

    test('one click signs in as anybody of the list, with the municipality as hat', async () => {
      const t = await testHouse(dialect, { demo: true })
      await ensureRegion(t.house.store)
      await makeDemoPeople(t.house)
      const list = (await (await t.get('/api/demo/people')).json()) as Listed[]
      expect(list.length).toBeGreaterThan(60)
      expect(list[0]).toEqual({
        id: demoId('Kari Bakken'),
        name: 'Kari Bakken',
        roles: [{ role: 'coordinator' }],
      })
      const ingrid = list.find((p) => p.name === 'Ingrid Moen')!
      const answer = await t.post('/api/demo/sign-in', { person: ingrid.id })
      expect(answer.status).toBe(200)
      const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
      expect(answer.headers.get('set-cookie')).toContain('HttpOnly')
      const account = await t.get('/konto', { ...ingrid, cookie, session: '' })
      expect(await account.text()).toContain('planlegger, Øyer')
      await t.close()
    })

    test('only a coordinator moves the day, only forward, only to a day there is', async () => {
      const t = await testHouse(dialect, { demo: true })
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      const ingrid = await t.signIn('Ingrid', [{ role: 'planner', municipality: '3440' }])
      const move = async (today: unknown, who?: typeof kari) =>
        (await t.post('/api/demo/clock', { today }, who)).status
      expect(await move('2028-03-01')).toBe(401)
      expect(await move('2028-03-01', ingrid)).toBe(403)
      expect(await move('2028-02-30', kari)).toBe(400)
      expect(await move('yesterday', kari)).toBe(400)
      expect(await move(20280301, kari)).toBe(400)
      expect(await move('2028-02-13', kari)).toBe(409)
      expect(t.clock.today()).toBe('2028-02-14')
      expect(await move('2028-03-01', kari)).toBe(200)
      expect(await (await t.get('/api/demo/clock')).json()).toEqual({ today: '2028-03-01' })
      expect(t.house.clock.instant()).toBe('2028-03-01T08:00:00.000Z')
      expect(await settingOf(t.house.store.db, 'demo-today')).toBe('2028-03-01')
      expect((await t.form('/demo', { today: '08.03.2028' }, kari)).status).toBe(303)
      expect((await t.form('/demo', { days: '7' }, kari)).status).toBe(303)
      expect(t.clock.today()).toBe('2028-03-15')
      expect((await t.form('/demo', { today: '32.13.2028' }, kari)).status).toBe(422)
      await t.close()
    })

    test('its municipalities have clocks, bodies and calendars', async () => {
      const t = await testHouse(dialect, { demo: true, today: '2027-10-01' })
      await ensureRegion(t.house.store)
      await setUpDemo(t.house)
      for (const row of await municipalitiesOf(t.house.store.db, 1)) {
        const settings = municipalSettings(row)
        expect(settings.constitutedOn, row.name).toMatch(/^2027-10-\d\d$/)
        const meetings = await calendarOf(t.house, 1, row.number)
        const council = meetings.filter((m) => m.body === 'kommunestyre')
        expect(council.some((m) => m.on >= '2028-09-01' && m.on <= '2028-10-31')).toBe(true)
      }
      await t.close()
    })

    test('settings and meeting plans change on their pages, by those who may', async () => {
      const t = await testHouse(dialect)
      await ensureRegion(t.house.store)
      const bente = await t.signIn('Bente', [{ role: 'council-secretary', municipality: '3440' }])
      const ingrid = await t.signIn('Ingrid', [{ role: 'planner', municipality: '3440' }])
      const days = { body: 'kommunestyre', days: '21.9.28\n2028-10-19\n21.09.2028' }
      expect((await t.form('/kommune/3440/moter', days, bente)).status).toBe(303)
      expect((await t.form('/kommune/3440/moter', days, ingrid)).status).toBe(403)
      expect((await t.form('/kommune/3435/moter', days, bente)).status).toBe(403)
      const wrong = { ...days, days: '31.2.2028' }
      expect((await t.form('/kommune/3440/moter', wrong, bente)).status).toBe(422)
      const meetings = await calendarOf(t.house, 1, '3440')
      expect(meetings.map((m) => m.on)).toEqual(['2028-09-21', '2028-10-19'])
      await t.form('/kommune/3440/moter/avlys', { id: meetings[0]!.id }, bente)
      expect((await calendarOf(t.house, 1, '3440')).map((m) => m.on)).toEqual(['2028-10-19'])

      const fields = {
        constitutedOn: '14.10.2027',
        electionYear: '2027',
        firstTreatmentBody: 'planutvalg',
        councilMembers: '23',
        noticeDays: '0',
        'paperDays-kommunestyre': '10',
        neighbours: 'Lillehammer\nRingsaker\n\nRingsaker',
        authorities: 'Innlandet fylkeskommune',
        customary: '',
        language: 'nn',
        languageDecision: 'nynorsk',
      }
      expect((await t.form('/kommune/3440/oppsett', fields, ingrid)).status).toBe(403)
      const bad = { ...fields, councilMembers: 'many' }
      expect((await t.form('/kommune/3440/oppsett', bad, bente)).status).toBe(422)
      expect((await t.form('/kommune/3440/oppsett', fields, bente)).status).toBe(303)
      const row = (await municipalitiesOf(t.house.store.db, 1)).find((m) => m.number === '3440')!
      expect(row.language).toBe('nn')
      expect(JSON.parse(row.settings)).toMatchObject({ languageDecision: 'nynorsk' })
      expect(municipalSettings(row)).toMatchObject({
        constitutedOn: '2027-10-14',
        firstTreatmentBody: 'planutvalg',
        councilMembers: 23,
        paperDays: { kommunestyre: 10 },
        mustAsk: ['Innlandet fylkeskommune', 'Lillehammer kommune', 'Ringsaker kommune'],
      })
      await t.close()
    })
  })
}
