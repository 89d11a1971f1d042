// Words are found in all the texts of the strategy, in both written languages, over both databases; by those who may read
// them and nobody else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sectionsOf } from '../../../db/strategy.ts'
import { replaceText } from '../../../editor/shared/write.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { createStrategy } from '../../../service/strategy/create.ts'
import { fold, placesOf } from '../../../service/text/fold.ts'
import { searchTexts, wordsOf } from '../../../service/text/search.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

test('letters are folded and stay where they stand', () => {
  expect(fold('RÅDET på Ås').text).toBe('rådet på ås')
  const folded = fold('İdé, Crème brûlée og 𝕏-akse; façade')
  expect(folded.text).toContain('creme brulee')
  const original = 'İdé, Crème brûlée og 𝕏-akse; façade'
  const [place] = placesOf(folded, 'facade')
  expect(original.slice(...place!)).toBe('façade')
  expect(wordsOf('«felles råd» Råd råd  "x y" ')).toEqual(['felles råd', 'råd', 'x y'])
})

for (const dialect of dialects) {
  describe(`search on ${dialect.name}`, () => {
    let t: TestHouse
    let planner: TestPerson
    let strategy: string

    beforeEach(async () => {
      t = await testHouse(dialect)
      await ensureRegion(t.house.store)
      const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
      planner = await t.signIn('Ingrid', [{ role: 'planner', municipality: '3440' }])
      strategy = await createStrategy(t.house, {
        region: 1,
        slug: 'felles',
        title: { nb: 'Felles', nn: 'Felles' },
        period: { from: 2028, to: 2031 },
        municipalities: ['3440', '3435'],
        by: kari.id,
        sections: [
          {
            code: 'F5',
            title: { nb: 'Strategiske valg', nn: 'Strategiske val' },
            zone: 'joint',
            language: 'nb',
            blocks: {
              nb: [
                { id: 'p1', text: 'Rådet gir råd.' },
                { id: 'p2', text: 'Kommunene høres om <b>vann</b> & avløp.' },
              ],
              nn: [{ id: 'p1', text: 'Rådet gjev råd.' }],
            },
          },
          {
            code: 'K1',
            title: { nb: 'Øyer', nn: 'Øyer' },
            zone: '3440',
            language: 'nb',
            blocks: { nb: [{ id: 'o1', text: 'Øyer vil ha et råd for vann.' }] },
          },
        ],
      })
    })
    afterEach(() => t.close())

    const hits = async (question: string) => {
      const sections = await sectionsOf(t.house.store.db, 1, strategy)
      const found = await searchTexts(t.house, sections, question, { langs: ['nb', 'nn'], most: 9 })
      return found.flatMap(({ section, hits }) =>
        hits.map(({ anchor, text, marks }) => [
          section.code,
          anchor,
          marks.map(([from, to]) => text.slice(from, to)),
        ]),
      )
    }

    test('every chapter and both languages are looked in, and all the words must be in one paragraph', async () => {
      expect(await hits('RÅD')).toEqual([
        ['F5', 'p1', ['Råd', 'råd']],
        ['F5', 'nn-p1', ['Råd', 'råd']],
        ['K1', 'o1', ['råd']],
      ])
      expect(await hits('vann råd')).toEqual([['K1', 'o1', ['råd', 'vann']]])
      expect(await hits('rad')).toEqual([])
    })

    test('what is written is found at once, and what is gone is not', async () => {
      expect(await hits('bygdebok')).toEqual([])
      const [joint] = await sectionsOf(t.house.store.db, 1, strategy, 'joint')
      const text = {
        type: 'doc',
        content: [
          { type: 'block', attrs: { id: 'ny' }, content: [{ type: 'text', text: 'En bygdebok.' }] },
        ],
      }
      await t.house.rooms.write(1, joint!.id, planner.id, (doc) => replaceText(doc, 'nb', text))
      expect(await hits('bygdebok')).toEqual([['F5', 'ny', ['bygdebok']]])
      expect(await hits('avløp')).toEqual([])
    })

    test('the page marks the hits and leads to their places; others get none of it', async () => {
      const page = await (
        await t.get('/tekst/sok?q=vann', planner, { 'accept-language': 'nb' })
      ).text()
      expect(page).toContain('2 avsnitt i 2 kapitler')
      expect(page).toContain('om &lt;b&gt;<mark>vann</mark>&lt;/b&gt; &amp; avløp')
      expect(page).toMatch(/href="\/tekst\/\w+\?maal=nb&amp;finn=vann#p2"/)
      const none = await (
        await t.get('/tekst/sok?q=finnes+aldri', planner, { 'accept-language': 'nn' })
      ).text()
      expect(none).toContain('Ingen treff på «finnes aldri»')
      const observer = await t.signIn('Ola', [{ role: 'observer' }])
      expect((await t.get('/tekst/sok?q=vann', observer)).status).toBe(404)
      expect((await t.get('/tekst/sok?q=vann')).status).toBe(303)
    })
  })
}
