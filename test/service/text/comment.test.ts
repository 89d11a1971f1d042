// Comments over both databases: who sees which circle, who may say something, and what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sectionsOf } from '../../../db/strategy.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { createStrategy } from '../../../service/strategy/create.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

type Told = {
  id: string
  circle: string
  resolved: boolean
  comments: { name: string; text: string }[]
}

for (const dialect of dialects) {
  describe(`comments on ${dialect.name}`, () => {
    let t: TestHouse
    let path: string
    let ingrid: TestPerson
    let anne: TestPerson
    let olav: TestPerson

    beforeEach(async () => {
      t = await testHouse(dialect)
      await ensureRegion(t.house.store)
      ingrid = await t.signIn('Ingrid', [{ role: 'planner', municipality: '3440' }])
      anne = await t.signIn('Anne', [{ role: 'chief-executive', municipality: '3440' }])
      olav = await t.signIn('Olav', [{ role: 'planner', municipality: '3435' }])
      const title = { nb: 'Kapittel', nn: 'Kapittel' }
      const strategy = await createStrategy(t.house, {
        region: 1,
        slug: 'felles',
        title,
        period: { from: 2028, to: 2031 },
        by: ingrid.id,
        sections: [{ code: 'F5', title, zone: 'joint', language: 'nb' }],
      })
      const [section] = await sectionsOf(t.house.store.db, 1, strategy)
      path = `/api/sections/${section!.id}/comments`
    })
    afterEach(() => t.close())

    const said = (circle: string, text = 'Se her') => ({
      lang: 'nb',
      block: 'p1',
      quote: 'ord',
      from: { item: { client: 1, clock: 2 }, assoc: 0 },
      to: { item: { client: 1, clock: 5 }, assoc: -1 },
      circle,
      text,
    })
    const told = async (who: TestPerson) => (await (await t.get(path, who)).json()) as Told[]
    const texts = async (who: TestPerson) =>
      (await told(who)).map(({ comments }) => comments[0]!.text)

    test('are seen by their circle and by nobody else', async () => {
      for (const circle of ['me', 'municipality', 'twelve']) {
        expect((await t.post(path, said(circle, circle), ingrid)).status).toBe(200)
      }
      expect((await texts(ingrid)).sort()).toEqual(['me', 'municipality', 'twelve'])
      expect((await texts(anne)).sort()).toEqual(['municipality', 'twelve'])
      expect(await texts(olav)).toEqual(['twelve'])
    })

    test('are answered and resolved by those who see them; to others they are not there', async () => {
      await t.post(path, said('municipality'), ingrid)
      const [{ id }] = (await told(ingrid)) as [Told]
      expect((await t.post(`${path}/${id}`, { text: 'Enig' }, olav)).status).toBe(404)
      expect((await t.post(`${path}/${id}`, { text: 'Enig' }, anne)).status).toBe(200)
      expect((await t.post(`${path}/${id}`, { resolved: true }, anne)).status).toBe(200)
      const [thread] = await told(ingrid)
      expect(thread).toMatchObject({
        resolved: true,
        comments: [
          { name: 'Ingrid', text: 'Se her' },
          { name: 'Anne', text: 'Enig' },
        ],
      })
    })

    test('are refused without the right, without words, in a wrong shape and from elsewhere', async () => {
      const mayor = await t.signIn('Ordfører', [{ role: 'mayor', municipality: '3440' }])
      expect((await t.post(path, said('twelve'), mayor)).status).toBe(403)
      expect((await t.post(path, said('twelve'))).status).toBe(401)
      expect((await t.post(path, said('everybody'), ingrid)).status).toBe(400)
      expect((await t.post(path, said('twelve', '  '), ingrid)).status).toBe(400)
      expect((await t.post(path, said('twelve', 'x'.repeat(4001)), ingrid)).status).toBe(400)
      expect((await t.post(path, { ...said('twelve'), from: 'x' }, ingrid)).status).toBe(400)
      expect((await t.post(path, { ...said('twelve'), extra: 1 }, ingrid)).status).toBe(400)
      const foreign = { origin: 'https://evil.example' }
      expect((await t.post(path, said('twelve'), ingrid, foreign)).status).toBe(403)
      expect(await texts(ingrid)).toEqual([])
    })
  })
}
