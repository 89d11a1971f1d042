// Comments over both databases: who sees which circle, who may say something, and what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openMustsIn } from '../../../db/comment.ts'
import { noticesOf } from '../../../db/outbox.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import { letterCarriers } from '../../../service/letters.ts'
import { deliver } from '../../../service/outbox.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { sayNotice } from '../../../service/say-notice.ts'
import { createStrategy } from '../../../service/strategy/create.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

type Told = {
  id: string
  circle: string
  resolved: boolean
  must: boolean
  mine: boolean
  quote: string
  moved?: { by: string; quote: string }
  comments: {
    number: number
    name: string
    text: string
    mentions: { name: string }[]
    edited: boolean
    withdrawn: boolean
  }[]
}

for (const dialect of dialects) {
  describe(`comments on ${dialect.name}`, () => {
    let t: TestHouse
    let path: string
    let strategy: string
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
      strategy = await createStrategy(t.house, {
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

    test('mention those who see the thread, who are told once, with a link and without the words', async () => {
      const mention = (circle: string, ...people: TestPerson[]) => ({
        ...said(circle, 'Hva mener dere?'),
        mentions: people.map(({ id }) => id),
      })
      expect((await t.post(path, mention('municipality', olav), ingrid)).status).toBe(400)
      expect((await t.post(path, mention('me', ingrid), ingrid)).status).toBe(400)
      expect(await told(ingrid)).toEqual([])
      await t.post(path, mention('municipality', anne), ingrid)
      const [{ id, comments }] = (await told(anne)) as [Told]
      expect(comments[0]!.mentions).toEqual([{ id: anne.id, name: 'Anne' }])
      await t.post(`${path}/${id}/1`, { text: 'Hva mener du?', mentions: [anne.id] }, ingrid)
      await t.post(`${path}/${id}`, { text: 'Ja.' }, anne)
      await deliver(t.house, letterCarriers(t.house, undefined))
      const notices = async (who: TestPerson) =>
        (await noticesOf(t.house.store.db, who.id)).map(
          (row) => `${sayNotice(row, 'nb').text} ${row.link}`,
        )
      const link = `${path.replace('/api/sections', '/tekst').replace('/comments', '')}?kommentar=${id}`
      expect(await notices(anne)).toEqual([
        `Ingrid nevnte deg i en kommentar til «Kapittel». ${link}`,
      ])
      expect(await notices(ingrid)).toEqual([
        `Anne svarte i en kommentar du er med i, til «Kapittel». ${link}`,
      ])
      expect(await notices(olav)).toEqual([])
    })

    test('offer for mention those who see the circle, and nobody else', async () => {
      await t.signIn('Innbygger')
      const offered = async (circle: string) =>
        ((await (await t.get(`${path}/people?circle=${circle}`, ingrid)).json()) as TestPerson[])
          .map(({ name }) => name)
          .sort()
      expect(await offered('twelve')).toEqual(['Anne', 'Olav'])
      expect(await offered('municipality')).toEqual(['Anne'])
      expect(await offered('me')).toEqual([])
      expect((await t.get(`${path}/people?circle=alle`, ingrid)).status).toBe(400)
    })

    test('are said anew and taken back by the one who said them, and by nobody else', async () => {
      await t.post(path, said('twelve', 'Skrivefeil her'), ingrid)
      const [{ id }] = (await told(ingrid)) as [Told]
      await t.post(`${path}/${id}`, { text: 'Hvor?' }, olav)
      expect((await t.post(`${path}/${id}/1`, { text: 'Annet' }, olav)).status).toBe(403)
      expect((await t.post(`${path}/${id}/9`, { text: 'Annet' }, olav)).status).toBe(404)
      expect((await t.post(`${path}/${id}/1`, { text: 'Skrivefeil' }, ingrid)).status).toBe(200)
      expect((await t.post(`${path}/${id}/2`, { withdrawn: true }, olav)).status).toBe(200)
      expect((await t.post(`${path}/${id}/2`, { text: 'Likevel' }, olav)).status).toBe(403)
      const [{ comments }] = (await told(anne)) as [Told]
      expect(comments.map(({ text, edited, withdrawn }) => [text, edited, withdrawn])).toEqual([
        ['Skrivefeil', true, false],
        ['', false, true],
      ])
    })

    test('are fastened to other words when theirs are gone, and say where they stood', async () => {
      await t.post(path, said('twelve'), ingrid)
      const [{ id }] = (await told(ingrid)) as [Told]
      const { circle: _, text: __, ...place } = { ...said('twelve'), quote: 'andre ord' }
      expect((await t.post(`${path}/${id}`, { place }, olav)).status).toBe(200)
      expect((await t.post(`${path}/${id}`, { place: 'her' }, olav)).status).toBe(400)
      const [thread] = await told(ingrid)
      expect(thread).toMatchObject({ quote: 'andre ord', moved: { by: 'Olav', quote: 'ord' } })
    })

    test('that must be settled are counted until they are; one’s own notes never', async () => {
      const musts = () => openMustsIn(t.house.store.db, 1, strategy, 'joint')
      await t.post(path, { ...said('twelve'), must: true }, ingrid)
      await t.post(path, { ...said('me'), must: true }, ingrid)
      await t.post(path, said('twelve', 'Ikke viktig'), ingrid)
      expect(await musts()).toBe(1)
      const { id } = (await told(ingrid)).find(({ must }) => must)!
      await t.post(`${path}/${id}`, { must: false }, olav)
      expect(await musts()).toBe(0)
      await t.post(`${path}/${id}`, { must: true }, olav)
      expect(await musts()).toBe(1)
      await t.post(`${path}/${id}`, { resolved: true }, olav)
      expect(await musts()).toBe(0)
    })

    test('two at the same moment both stand', async () => {
      await t.post(path, said('twelve'), ingrid)
      const [{ id }] = (await told(ingrid)) as [Told]
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          t.post(`${path}/${id}`, { text: `Svar ${n}` }, n % 2 ? anne : olav),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
      const [{ comments }] = (await told(ingrid)) as [Told]
      expect(comments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    })

    test('said publicly are for those who answer for the text', async () => {
      expect((await t.post(path, said('public', 'Svar til alle'), anne)).status).toBe(403)
      expect((await t.post(path, said('public', 'Svar til alle'), ingrid)).status).toBe(200)
      const [{ id }] = (await told(anne)) as [Told]
      expect((await t.post(`${path}/${id}`, { text: 'Og mer' }, anne)).status).toBe(403)
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
