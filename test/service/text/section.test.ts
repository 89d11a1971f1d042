// Who may read and write a section, and which moments of it can be read again, over both databases: the same answer for
// the page, the open editor and the socket.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs'
import { sectionsOf, type SectionRow } from '../../../db/strategy.ts'
import { appendText } from '../../../db/text-log.ts'
import { toPlainText } from '../../../editor/shared/plain.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'
import { act } from '../../../service/act.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { newId } from '../../../service/sign-in/token.ts'
import { createStrategy } from '../../../service/strategy/create.ts'
import { admitTo } from '../../../service/text/admit.ts'
import { momentsOf, textAt } from '../../../service/text/section-versions.ts'
import type { Json } from '../../../workflows/act.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

const oyer = '3440'
const vaga = '3435'

for (const dialect of dialects) {
  describe(`a section on ${dialect.name}`, () => {
    let t: TestHouse
    let strategy: string
    let joint: SectionRow
    let own: SectionRow
    let coordinator: TestPerson
    let secretary: TestPerson
    let planner: TestPerson
    let neighbour: TestPerson

    beforeEach(async () => {
      t = await testHouse(dialect)
      await ensureRegion(t.house.store)
      coordinator = await t.signIn('Kari', [{ role: 'coordinator' }])
      secretary = await t.signIn('Siri', [{ role: 'council-secretary', municipality: oyer }])
      planner = await t.signIn('Ingrid', [{ role: 'planner', municipality: oyer }])
      neighbour = await t.signIn('Olav', [{ role: 'planner', municipality: vaga }])
      const title = { nb: 'Kapittel', nn: 'Kapittel' }
      strategy = await createStrategy(t.house, {
        region: 1,
        slug: 'felles',
        title,
        period: { from: 2028, to: 2031 },
        municipalities: [oyer, vaga],
        by: coordinator.id,
        sections: [
          { code: 'F5', title, zone: 'joint', language: 'nb' },
          { code: 'K1', title, zone: oyer, language: 'nb' },
        ],
      })
      const sections = await sectionsOf(t.house.store.db, 1, strategy)
      joint = sections.find(({ zone }) => zone === 'joint')!
      own = sections.find(({ zone }) => zone === oyer)!
    })
    afterEach(() => t.close())

    const does = async (
      by: TestPerson,
      type: string,
      input: { [key: string]: Json } = {},
      municipality?: string,
    ) => {
      const person = (await personOfSession(t.house, by.cookie.slice(4)))!
      const answer = await act(t.house, {
        process: municipality
          ? { strategy, kind: 'participation', municipality }
          : { strategy, kind: 'strategy' },
        type,
        actedOn: t.clock.today(),
        ...(municipality ? { behalfOf: municipality } : {}),
        input,
        person,
        key: newId(),
      })
      expect(answer, type).toMatchObject({ ok: true })
    }
    const admitted = async (who: TestPerson | undefined, section: string) =>
      admitTo(t.house)(who?.cookie.slice(4), section)
    const stateFor = async (who: TestPerson, section: string) =>
      (await (await t.get(`/tekst/${section}/tilstand`, who)).json()) as {
        mayWrite: boolean
        reasons: string[]
      }

    test('is written by its own from the day drafting begins, and read by the neighbours', async () => {
      for (const number of [oyer, vaga]) await does(coordinator, 'invite', { municipality: number })
      expect(await admitted(planner, joint.id)).toMatchObject({ mayWrite: false, why: 'right' })
      expect((await stateFor(planner, joint.id)).reasons[0]).toContain('ikke åpnet ennå')
      await does(coordinator, 'start-knowledge-base')
      await does(coordinator, 'start-drafting')
      await does(secretary, 'join', {}, oyer)
      await does(planner, 'start-own-part', {}, oyer)
      expect(await admitted(planner, joint.id)).toMatchObject({ ok: true, mayWrite: true })
      expect(await admitted(neighbour, joint.id)).toMatchObject({ ok: true, mayWrite: true })
      expect(await admitted(planner, own.id)).toMatchObject({ ok: true, mayWrite: true })
      expect(await admitted(neighbour, own.id)).toMatchObject({ mayWrite: false, why: 'right' })
      expect(await stateFor(neighbour, own.id)).toMatchObject({ mayWrite: false })
      expect(await admitted(secretary, joint.id)).toMatchObject({ mayWrite: false, why: 'right' })
    })

    test('is not there for those who may not see what is unpublished', async () => {
      const observer = await t.signIn('Nysgjerrig', [{ role: 'observer', municipality: oyer }])
      const nobody = await t.signIn('Ingen')
      expect(await admitted(undefined, joint.id)).toEqual({ ok: false, close: 4401 })
      expect(await admitted(planner, 'no-such-section')).toEqual({ ok: false, close: 4404 })
      expect(await admitted(observer, joint.id)).toEqual({ ok: false, close: 4403 })
      expect(await admitted(nobody, joint.id)).toMatchObject({ ok: false })
      for (const path of ['', '/tilstand', '/versjoner']) {
        expect((await t.get(`/tekst/${joint.id}${path}`, observer)).status).toBe(404)
        expect((await t.get(`/tekst/${joint.id}x${path}`, planner)).status).toBe(404)
      }
      const away = await t.get(`/tekst/${joint.id}`)
      expect(away.status).toBe(303)
      expect(away.headers.get('location')).toContain('/logg-inn?til=%2Ftekst%2F')
    })

    test('can be read as it stood at the end of each day of writing', async () => {
      const doc = new Doc()
      const rows = ['2028-02-10', '2028-02-10', '2028-02-11', '2028-02-14'].map((day, i) => {
        const before = encodeStateVector(doc)
        writeBlocks(doc, 'nb', [{ id: `p${i}`, text: `avsnitt ${i}` }])
        return {
          region: 1,
          section: own.id,
          lineage: own.lineage,
          seq: i + 1,
          person: planner.id,
          session: 's',
          at: `${day}T1${i}:00:00.000Z`,
          bytes: encodeStateAsUpdate(doc, before),
        }
      })
      await appendText(t.house.store, rows)
      const moments = await momentsOf(t.house, own)
      expect(moments.map(({ is, on }) => [is, on.slice(0, 10)])).toEqual([
        ['now', '2028-02-14'],
        ['day', '2028-02-11'],
        ['day', '2028-02-10'],
      ])
      const words = await Promise.all(
        moments.map(async (moment) => toPlainText((await textAt(t.house, own, moment)).nb)),
      )
      expect(words).toEqual([
        'avsnitt 0\navsnitt 1\navsnitt 2\navsnitt 3',
        'avsnitt 0\navsnitt 1\navsnitt 2',
        'avsnitt 0\navsnitt 1',
      ])
      const page = await t.get(`/tekst/${own.id}/versjoner?fra=d2`, planner)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('2 endringer')
    })

    test('is marked as changed for each reader from where they left it, by others’ words only', async () => {
      const doc = new Doc()
      let seq = 0
      const writes = async (person: TestPerson, words: string) => {
        const before = encodeStateVector(doc)
        writeBlocks(doc, 'nb', [{ id: `p${++seq}`, text: words }])
        const bytes = encodeStateAsUpdate(doc, before)
        const at = `2028-02-14T10:00:0${seq}.000Z`
        const { lineage, id } = joint
        await appendText(t.house.store, [
          { region: 1, section: id, lineage, seq, person: person.id, session: 's', at, bytes },
        ])
      }
      const marked = async (who: TestPerson) =>
        (await (await t.get('/tekst', who)).text()).includes(
          `/tekst/${joint.id}/versjoner?fra=sist`,
        )
      const leaves = async (who: TestPerson) =>
        expect((await t.form(`/tekst/${joint.id}/lest`, {}, who)).status).toBe(204)
      await writes(planner, 'Først.')
      expect(await marked(neighbour)).toBe(false)
      await leaves(neighbour)
      await leaves(planner)
      await writes(planner, 'Siden.')
      expect([await marked(neighbour), await marked(planner)]).toEqual([true, false])
      const page = await (await t.get(`/tekst/${joint.id}/versjoner?fra=sist`, neighbour)).text()
      expect(page).toContain('Da du sist leste')
      expect(page).toContain('1 endring')
      expect(page).toMatch(/<ins[^]*?Siden\./)
      await leaves(neighbour)
      expect(await marked(neighbour)).toBe(false)
      const nobody = await t.signIn('Ingen')
      expect((await t.form(`/tekst/${joint.id}/lest`, {}, nobody)).status).toBe(404)
    })

    test('compared between two days tells whose each added and removed run is', async () => {
      const doc = new Doc()
      let seq = 0
      const edits = async (person: TestPerson, day: string, change: () => void) => {
        const before = encodeStateVector(doc)
        doc.clientID = person === planner ? 11 : person === neighbour ? 12 : 13
        doc.transact(change)
        const bytes = encodeStateAsUpdate(doc, before)
        const { lineage, id } = joint
        const at = `${day}T10:00:00.000Z`
        await appendText(t.house.store, [
          {
            region: 1,
            section: id,
            lineage,
            seq: ++seq,
            person: person.id,
            session: 's',
            at,
            bytes,
          },
        ])
      }
      const letters = (block: number) => {
        const element = doc.getXmlFragment('nb').get(block)
        const words = element instanceof XmlElement ? element.get(0) : undefined
        if (!(words instanceof XmlText)) throw new Error('no text')
        return words
      }
      await edits(coordinator, '2028-02-10', () =>
        writeBlocks(doc, 'nb', [
          { id: 'a', text: 'Rådet kan gi gode råd.' },
          { id: 'b', text: 'Dette går ut.' },
        ]),
      )
      await edits(planner, '2028-02-11', () => letters(0).delete(6, 4))
      await edits(neighbour, '2028-02-11', () => letters(0).delete(9, 5))
      await edits(planner, '2028-02-11', () => letters(0).insert(9, 'raske '))
      await edits(neighbour, '2028-02-11', () => doc.getXmlFragment('nb').delete(1, 1))
      const page = await (
        await t.get(`/tekst/${joint.id}/versjoner?fra=d1&vis=tekst`, coordinator)
      ).text()
      const plain = page.replaceAll(/<(?!\/?(ins|del)\b)[^>]*>/g, '').replaceAll(/\s+/g, ' ')
      expect(plain).toMatch(/<del ?>fjernet av Ingrid: kan <\/del ?>/)
      expect(plain).toMatch(/<del ?>fjernet av Olav: gode? ?<\/del ?>/)
      expect(plain).toMatch(/<ins ?>lagt til av Ingrid: raske? ?<\/ins ?>/)
      expect(plain).toMatch(/av Ingrid og Olav/)
      expect(plain).toMatch(/<del ?>fjernet av Olav: Dette går ut\.<\/del ?>/)
      // Backwards the same people made the difference, and nobody is said to have done the opposite.
      const back = await (
        await t.get(`/tekst/${joint.id}/versjoner?fra=na&til=d1&vis=tekst`, planner)
      ).text()
      expect(back.replaceAll(/\s+/g, ' ')).toMatch(/endret senere av Ingrid og Olav/)
      expect(back).not.toMatch(/(lagt til|fjernet) av/)
    })

    test('is brought back to an earlier day by those who may write it, and by nobody else', async () => {
      const first = new Doc()
      writeBlocks(first, 'nb', [{ id: 'a', text: 'Slik var det.' }])
      const before = encodeStateVector(first)
      const early = encodeStateAsUpdate(first)
      writeBlocks(first, 'nb', [{ id: 'b', text: 'Slik ble det.' }])
      const row = {
        region: 1,
        section: joint.id,
        lineage: joint.lineage,
        person: planner.id,
        session: 's',
      }
      await appendText(t.house.store, [
        { ...row, seq: 1, at: '2028-02-10T10:00:00.000Z', bytes: early },
        {
          ...row,
          seq: 2,
          at: '2028-02-11T10:00:00.000Z',
          bytes: encodeStateAsUpdate(first, before),
        },
      ])
      const fields = { moment: 'd1', maal: 'nb' }
      expect((await t.form(`/tekst/${joint.id}/versjoner`, fields, planner)).status).toBe(403)
      await does(coordinator, 'start-knowledge-base')
      await does(coordinator, 'start-drafting')
      const wrong = { moment: 'd9', maal: 'nb' }
      expect((await t.form(`/tekst/${joint.id}/versjoner`, wrong, planner)).status).toBe(404)
      expect((await t.form(`/tekst/${joint.id}/versjoner`, fields, planner)).status).toBe(303)
      const [now] = await momentsOf(t.house, joint)
      expect(toPlainText((await textAt(t.house, joint, now!)).nb)).toBe('Slik var det.')
    })
  })
}
