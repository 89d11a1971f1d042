// Rows of planning needs: whose they are, when they are open, and two who change the same one.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planNeedFields } from '../../../db/strategy.ts'
import type { PlanNeedFields } from '../../../service/plan-need/fields.ts'
import {
  addPlanNeed,
  changePlanNeed,
  changePlanStatus,
  layInPlanNeeds,
  planNeedsOf,
  removePlanNeed,
} from '../../../service/plan-need/plan-needs.ts'
import type { SignedIn } from '../../../service/house.ts'
import { oyer as oyerPart } from '../../../service/region/content/municipal/oyer.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type GivenRole, type TestHouse } from '../../support/house.ts'
import { givenStrategy, type GivenStrategy } from '../../support/strategy.ts'

const [fields] = oyerPart.needs as [PlanNeedFields]

for (const dialect of dialects) {
  describe(dialect.name, () => {
    let t: TestHouse
    let s: GivenStrategy
    let oyer: SignedIn
    let vaga: SignedIn
    let coordinator: SignedIn
    const person = async (name: string, ...roles: GivenRole[]): Promise<SignedIn> => {
      const { cookie } = await t.signIn(name, roles)
      return (await personOfSession(t.house, cookie.slice('sid='.length)))!
    }
    const list = (zone: string) => planNeedsOf(t.house.store.db, s.of, zone)

    beforeEach(async () => {
      t = await testHouse(dialect)
      s = await givenStrategy(
        t.house,
        {
          '3440': { state: 'K20' },
          '3435': { state: 'K40' },
          '3434': { state: 'K120' },
        },
        'F30',
      )
      oyer = await person('Ingrid', { role: 'planner', municipality: '3440' })
      vaga = await person('Olav', { role: 'planner', municipality: '3435' })
      coordinator = await person('Mari', { role: 'coordinator' })
    })
    afterEach(() => t.close())

    test('a planner adds, changes and takes out rows of the own list while the text is open', async () => {
      const made = await addPlanNeed(t.house, oyer, s.of, '3440', fields)
      await changePlanNeed(t.house, oyer, s.of, made.id, 1, { ...fields, priority: 3 })
      expect(await list('3440')).toMatchObject([{ seq: 2, fields: { priority: 3 } }])
      await removePlanNeed(t.house, oyer, s.of, made.id, 2)
      expect(await list('3440')).toEqual([])
      expect(await planNeedFields(t.house.store.db, 1, s.id, '3440')).toEqual([])
    })

    test('nobody else’s list can be changed, and a frozen one not even one’s own', async () => {
      await expect(addPlanNeed(t.house, vaga, s.of, '3440', fields)).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(addPlanNeed(t.house, coordinator, s.of, '3440', fields)).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(addPlanNeed(t.house, vaga, s.of, '3435', fields)).rejects.toMatchObject({
        code: 'not-in-this-state',
      })
      await expect(addPlanNeed(t.house, oyer, s.of, '9999', fields)).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    test('the joint list belongs to coordinator and planners', async () => {
      const secretary = await person('S', { role: 'council-secretary', municipality: '3440' })
      await addPlanNeed(t.house, vaga, s.of, 'joint', fields)
      await addPlanNeed(t.house, coordinator, s.of, 'joint', fields)
      await expect(addPlanNeed(t.house, secretary, s.of, 'joint', fields)).rejects.toMatchObject({
        code: 'forbidden',
      })
      expect((await list('joint')).map(({ position }) => position)).toEqual([1, 2])
    })

    test('two who change the same row: the second is told what stands', async () => {
      const made = await addPlanNeed(t.house, oyer, s.of, '3440', fields)
      const results = await Promise.allSettled(
        ([1, 2] as const).map((priority) =>
          changePlanNeed(t.house, oyer, s.of, made.id, 1, { ...fields, priority }),
        ),
      )
      const refused = results.filter((one) => one.status === 'rejected')
      expect(refused).toHaveLength(1)
      expect(refused[0]?.reason).toMatchObject({ code: 'conflict', seq: 2 })
    })

    test('29: a plan nobody is responsible for stands as without an owner', async () => {
      await addPlanNeed(t.house, oyer, s.of, '3440', fields)
      const ingrid = await t.signIn('Ida', [{ role: 'planner', municipality: '3440' }])
      const page = async () => (await t.get('/planbehov', ingrid)).text()
      expect(await page()).not.toContain('Uten eier')
      await addPlanNeed(t.house, oyer, s.of, '3440', {
        ...fields,
        name: { nb: 'Vannplan', nn: 'Vassplan' },
        responsible: { nb: '', nn: '' },
      })
      expect((await page()).match(/Uten eier/g)).toHaveLength(1)
    })

    test('after adoption only the status of a plan is kept up to date', async () => {
      await t.house.store.db.transaction().execute((trx) =>
        layInPlanNeeds(trx, s.of, '3434', oyerPart.needs, {
          person: 'x',
          at: '2028-01-01T00:00:00Z',
        }),
      )
      const lom = await person('Kari', { role: 'planner', municipality: '3434' })
      const [row] = await list('3434')
      await expect(
        changePlanNeed(t.house, lom, s.of, row!.id, 1, { ...fields, priority: 3 }),
      ).rejects.toMatchObject({ code: 'not-in-this-state' })
      await changePlanStatus(t.house, lom, s.of, row!.id, 1, 'consultation')
      expect((await list('3434'))[0]?.fields).toEqual({ ...fields, status: 'consultation' })
      await expect(
        changePlanStatus(t.house, oyer, s.of, row!.id, 2, 'adopted'),
      ).rejects.toMatchObject({ code: 'forbidden' })
    })

    test('rows are laid in once, in order, and stand in a version as they are stored', async () => {
      const lay = () =>
        t.house.store.db.transaction().execute((trx) =>
          layInPlanNeeds(trx, s.of, '3440', oyerPart.needs, {
            person: 'x',
            at: '2028-01-01T00:00:00Z',
          }),
        )
      await lay()
      await lay()
      expect((await list('3440')).map((row) => row.fields)).toEqual(oyerPart.needs)
      const stored = await planNeedFields(t.house.store.db, 1, s.id, '3440')
      expect(stored.map((one) => JSON.parse(one))).toEqual(oyerPart.needs)
    })
  })
}
