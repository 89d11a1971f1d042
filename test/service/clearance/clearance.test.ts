// Klarering over both databases: bound to the text's own bytes, on a mandate, voided by exactly the edits that touch it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mandatesOf } from '../../../db/clearance.ts'
import { sectionsOf, type SectionRow } from '../../../db/strategy.ts'
import { describeApi } from '../../../service/api/openapi.ts'
import { readSection } from '../../../editor/shared/read.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'
import { clearanceSheet } from '../../../service/clearance/sheet.ts'
import { sayNotice } from '../../../service/say-notice.ts'
import { sealSection } from '../../../service/version/manifest.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'
import { givenStrategy } from '../../support/strategy.ts'
import { insertSection } from '../../../db/strategy.ts'

const oyer = '3440'
const vaga = '3435'

for (const dialect of dialects) {
  describe(`klarering on ${dialect.name}`, () => {
    let t: TestHouse
    let where: { region: number; strategy: string }
    let joint: SectionRow[]
    let mayor: TestPerson
    let ingrid: TestPerson
    let per: TestPerson
    let olav: TestPerson

    beforeEach(async () => {
      t = await testHouse(dialect)
      const given = await givenStrategy(t.house, { [oyer]: { state: 'K20' } }, 'F30')
      where = { region: 1, strategy: given.id }
      for (const code of ['F6', 'F7']) {
        await insertSection(t.house.store.db, {
          ...where,
          code,
          zone: 'joint',
          title_nb: `Kapittel ${code}`,
          title_nn: `Kapittel ${code}`,
          id: `section-joint-${code}`,
          language: 'nb',
          position: Number(code.slice(1)),
          lineage: `section-joint-${code}`,
          schema_version: 1,
          created_at: '2028-01-01T08:00:00.000Z',
        })
      }
      joint = await sectionsOf(t.house.store.db, 1, given.id, 'joint')
      mayor = await t.signIn('Tone', [{ role: 'mayor', municipality: oyer }])
      ingrid = await t.signIn('Ingrid', [{ role: 'planner', municipality: oyer }])
      per = await t.signIn('Per', [
        { role: 'planner', municipality: oyer, substituteFor: ingrid.id },
      ])
      olav = await t.signIn('Olav', [{ role: 'planner', municipality: vaga }])
      for (const { id } of joint) await write(id, 'a', 'Slik står det.')
    })
    afterEach(() => t.close())

    const write = (section: string, id: string, text: string) =>
      t.house.rooms.write(1, section, ingrid.id, (doc) => {
        for (const lang of ['nb', 'nn'] as const) writeBlocks(doc, lang, [{ id, text }])
      })
    const mandate = (until = '31.03.2028', to = ingrid.id, who = mayor) =>
      t.form(
        '/klarering/mandat',
        {
          municipality: oyer,
          givenBy: 'Formannskapet',
          givenTo: to,
          until,
          reference: 'sak 12/28',
        },
        who,
      )
    const page = async (who: TestPerson) => (await t.get('/klarering', who)).text()
    /// The boxes as the page offers them.
    const boxes = async (who: TestPerson) =>
      [...(await page(who)).matchAll(/name="chapter"\s+value="([^"]+)"/g)].map((one) => one[1]!)
    const clear = async (chapter: string[], who = ingrid, more: Record<string, string> = {}) =>
      t.form('/klarering', { municipality: oyer, chapter, which: 'chosen', ...more }, who)
    const standings = async (municipality = oyer) => {
      const sheet = await clearanceSheet(t.house, where)
      return sheet.chapters.map(({ section }) => sheet.cell(municipality, section.id).standing)
    }
    const rows = () => t.house.store.db.selectFrom('clearance').selectAll().execute()

    test('clears what was chosen in one action, bound to the bytes a freeze would store', async () => {
      expect((await mandate()).status).toBe(303)
      const offered = await boxes(ingrid)
      expect(offered).toHaveLength(3)
      expect((await clear(offered)).headers.get('location')).toContain('done=3')
      expect(await standings()).toEqual(['holds', 'holds', 'holds'])
      expect(await standings(vaga)).toEqual(['none', 'none', 'none'])
      const { doc } = await t.house.rooms.read(1, joint[0]!.id)
      const frozen = sealSection(joint[0]!, readSection(doc)).hash
      expect((await rows()).find((row) => row.section === joint[0]!.id)?.hash).toBe(frozen)
      expect(await page(ingrid)).toMatch(/Klarert for Øyer av Ingrid, 14\.\sfebruar 2028/)
      expect((await clear(offered)).headers.get('location')).toContain('done=0')
      expect(await rows()).toHaveLength(3)
    })

    test('an edit voids exactly the chapter it changed, and taking it back mends it', async () => {
      await mandate()
      await clear(await boxes(ingrid))
      const [, second] = joint
      const before = await t.house.rooms.read(1, second!.id)
      await write(second!.id, 'b', 'Og dette.')
      expect(await standings()).toEqual(['holds', 'changed', 'holds'])
      expect((await page(olav)).match(/>endret etter klarering</g)).toHaveLength(1)
      await t.house.rooms.write(1, second!.id, ingrid.id, (doc) => {
        for (const lang of ['nb', 'nn'] as const) doc.getXmlFragment(lang).delete(1, 1)
      })
      expect(readSection((await t.house.rooms.read(1, second!.id)).doc)).toEqual(
        readSection(before.doc),
      )
      expect(await standings()).toEqual(['holds', 'holds', 'holds'])
    })

    test('those whose clearance an edit voids are told once, when the text has come to rest', async () => {
      await mandate()
      await clear(await boxes(ingrid))
      await workOnce(t.house)
      await write(joint[1]!.id, 'b', 'Og dette.')
      const notices = () =>
        t.house.store.db
          .selectFrom('notice')
          .selectAll()
          .where('kind', '=', 'clearance-voided')
          .execute()
      await workOnce(t.house)
      expect(await notices()).toEqual([])
      t.house.clock.now = () => Temporal.Now.instant().epochMilliseconds + 120_000
      await workOnce(t.house)
      await workOnce(t.house)
      const told = await notices()
      expect(told.map((one) => one.person).sort()).toEqual([mayor.id, ingrid.id, per.id].sort())
      expect(told[0]!.link).toBe(`/klarering?kommune=${oyer}`)
      const said = sayNotice(told[0]!, 'nb').text
      expect(said).toContain('Øyer: Tekst som var klarert, er endret: «Kapittel F6»')
      expect(said).not.toContain('Kapittel F5')
      await write(joint[1]!.id, 'c', 'Og enda mer.')
      t.house.clock.now = () => Temporal.Now.instant().epochMilliseconds + 240_000
      await workOnce(t.house)
      expect(await notices()).toHaveLength(3)
    })

    test('an expired mandate refuses with a sentence, and a new one opens again', async () => {
      await mandate('01.03.2028')
      const offered = await boxes(ingrid)
      t.clock.moveTo('2028-03-01')
      expect((await clear(offered.slice(0, 1))).status).toBe(303)
      t.clock.moveTo('2028-03-02')
      const refused = await clear(offered)
      expect(refused.status).toBe(422)
      expect(await refused.text()).toMatch(/gjaldt til og med 1\.\smars 2028/)
      expect(await rows()).toHaveLength(1)
      expect(await boxes(ingrid)).toEqual([])
      await mandate('30.04.2028')
      expect((await clear(offered)).status).toBe(303)
      expect(await standings()).toEqual(['holds', 'holds', 'holds'])
    })

    test('a substitute acts for the one who has the mandate, and is shown as such', async () => {
      await mandate()
      expect((await clear((await boxes(per)).slice(0, 1), per)).status).toBe(303)
      expect((await rows())[0]).toMatchObject({ person: per.id, substitute_for: ingrid.id })
      for (const path of ['/klarering', `/tekst/${joint[0]!.id}`]) {
        expect(await (await t.get(path, ingrid)).text()).toContain(
          'Klarert for Øyer av Per, stedfortreder for Ingrid',
        )
      }
    })

    test('nobody clears without a mandate, on another’s, for another municipality, or what they did not see', async () => {
      const seen = async () =>
        (await clearanceSheet(t.house, where)).chapters.map(
          ({ section, hash }) => `${section.id}:${hash}`,
        )
      const none = await clear(await seen())
      expect(none.status).toBe(422)
      expect(await none.text()).toContain('har ikke gitt noen mandat')
      await mandate()
      expect((await clear(await seen(), mayor)).status).toBe(422)
      expect((await clear(await seen(), olav)).status).toBe(403)
      expect((await clear([])).status).toBe(422)
      expect((await clear([`nothing:${'0'.repeat(64)}`])).status).toBe(404)
      expect((await clear(['x'])).status).toBe(400)
      const stale = await seen()
      await write(joint[2]!.id, 'b', 'Nytt.')
      const moved = await clear(stale)
      expect(moved.status).toBe(422)
      expect(await moved.text()).toContain('Teksten ble endret etter at du åpnet siden')
      expect(await rows()).toEqual([])
      const observer = await t.signIn('Nysgjerrig', [{ role: 'observer', municipality: oyer }])
      expect((await t.get('/klarering', observer)).status).toBe(403)
    })

    test('a mandate is given by those who may, to those who may, for days to come', async () => {
      expect((await mandate('31.03.2028', ingrid.id, ingrid)).status).toBe(403)
      for (const [until, to] of [
        ['13.02.2028', ingrid.id],
        ['31.02.2028', ingrid.id],
        ['31.03.2028', olav.id],
        ['31.03.2028', per.id],
      ] as const) {
        const refused = await mandate(until, to)
        expect(refused.status).toBe(422)
        expect(await refused.text()).toContain('value="Formannskapet"')
      }
      await mandate('31.03.2028')
      await mandate('30.06.2028', mayor.id)
      const held = await t.house.store.db.selectFrom('clearance_mandate').selectAll().execute()
      expect(held.map((row) => [row.number, row.given_to])).toEqual([
        [1, ingrid.id],
        [2, mayor.id],
      ])
      expect(await page(ingrid)).toContain('Tone har mandatet til å klarere for Øyer')
      const both = await Promise.all([mandate('30.06.2028'), mandate('31.07.2028')])
      for (const { status } of both) expect([303, 409]).toContain(status)
      expect(both.some(({ status }) => status === 303)).toBe(true)
    })

    test('what is word for word as last frozen is cleared in one press', async () => {
      await mandate()
      const { doc } = await t.house.rooms.read(1, joint[1]!.id)
      const { bytes, hash } = sealSection(joint[1]!, readSection(doc))
      await t.house.store.db
        .insertInto('version')
        .values({
          ...where,
          hash,
          scope: 'section',
          zone: 'joint',
          section: joint[1]!.id,
          name: 'consultation-draft',
          round: 2,
          frozen_on: '2028-02-01',
          recorded_at: '2028-02-01T08:00:00.000Z',
          process: where.strategy,
          seq: 2,
          made_by: mayor.id,
          bytes,
        })
        .execute()
      const shown = await page(ingrid)
      const unchanged = [...shown.matchAll(/name="unchanged"\s+value="([^"]+)"/g)].map((m) => m[1]!)
      expect(unchanged).toEqual([`${joint[1]!.id}:${hash}`])
      expect(
        (await clear([], ingrid, { which: 'unchanged', unchanged: unchanged[0]! })).status,
      ).toBe(303)
      expect(await standings()).toEqual(['none', 'holds', 'none'])
      const rest = await page(ingrid)
      expect(rest).toContain('Klarer alle to som står igjen')
      const all = [...rest.matchAll(/name="all"\s+value="([^"]+)"/g)].map((m) => m[1]!)
      const answer = await t.form('/klarering', { municipality: oyer, all, which: 'all' }, ingrid)
      expect(answer.headers.get('location')).toContain('done=2')
      expect(await standings()).toEqual(['holds', 'holds', 'holds'])
    })

    test('a mandate taken back ends at once, says why, and leaves what was cleared standing', async () => {
      await mandate()
      const [first, ...rest] = await boxes(ingrid)
      await clear([first!])
      const back = (reason: string, who: TestPerson) =>
        t.form('/klarering/mandat/tilbake', { municipality: oyer, reason }, who)
      expect((await back('Ny runde.', ingrid)).status).toBe(403)
      const empty = await back('', mayor)
      expect(empty.status).toBe(422)
      expect(await empty.text()).toContain('href="#felt-reason"')
      expect((await back('Ny runde.', mayor)).headers.get('location')).toContain('done=tilbake')
      expect((await back('Ny runde.', mayor)).status).toBe(404)
      expect(await standings()).toEqual(['holds', 'none', 'none'])
      expect((await clear(rest)).status).toBe(422)
      const shown = await page(ingrid)
      expect(shown).toMatch(
        /Mandatet til Ingrid ble trukket tilbake 14\.\sfebruar 2028 av Tone: Ny runde\./,
      )
      await mandate()
      expect((await clear(rest)).status).toBe(303)
      expect(await standings()).toEqual(['holds', 'holds', 'holds'])
      const ever = await mandatesOf(t.house.store.db, 1, where.strategy, oyer)
      expect(ever.map(({ number, withdrawn }) => [number, withdrawn?.reason])).toEqual([
        [1, 'Ny runde.'],
        [2, undefined],
      ])
    })

    test('what waits to be cleared is a task of the one who has the mandate, and of a substitute', async () => {
      const tasks = async (who: TestPerson) => (await t.get('/oppgaver', who)).text()
      expect(await tasks(ingrid)).not.toContain('klarer tre')
      await mandate('30.06.2028')
      expect(await tasks(ingrid)).toContain('Les og klarer tre kapitler for Øyer')
      expect(await tasks(per)).toContain('Les og klarer tre kapitler for Øyer')
      for (const other of [mayor, olav]) expect(await tasks(other)).not.toContain('klarer tre')
      for (const section of joint) {
        const { doc } = await t.house.rooms.read(1, section.id)
        const { bytes, hash } = sealSection(section, readSection(doc))
        await t.house.store.db
          .insertInto('version')
          .values({
            ...where,
            hash,
            scope: 'section',
            zone: 'joint',
            section: section.id,
            name: 'consultation-draft',
            round: 2,
            frozen_on: '2028-02-01',
            recorded_at: '2028-02-01T08:00:00.000Z',
            process: where.strategy,
            seq: 2,
            made_by: mayor.id,
            bytes,
          })
          .execute()
      }
      expect(await tasks(ingrid)).toContain('Klarer tre uendrede kapitler for Øyer')
      await clear(await boxes(ingrid))
      expect(await tasks(ingrid)).not.toContain('uendrede kapitler')
    })

    test('the journal of a municipality takes its mandates and clearances along, to read and as JSON', async () => {
      await mandate()
      await clear(await boxes(ingrid))
      await write(joint[1]!.id, 'b', 'Og dette.')
      const secretary = await t.signIn('Siri', [{ role: 'council-secretary', municipality: oyer }])
      const read = await (await t.get(`/kommune/${oyer}/journal`, secretary)).text()
      expect(read).toMatch(
        /Ingrid fikk mandat til å klarere av Formannskapet, til og med 31\.\smars 2028/,
      )
      expect(read).toContain('klarert av Ingrid. Teksten er endret siden.')
      const taken = (await (await t.get(`/kommune/${oyer}/journal.json`, secretary)).json()) as {
        mandates: { givenTo: string }[]
        clearances: { holds: boolean; hash: string }[]
      }
      expect(taken.mandates).toMatchObject([{ givenTo: 'Ingrid', givenBy: 'Formannskapet' }])
      expect(taken.clearances.map(({ holds }) => holds).sort()).toEqual([false, true, true])
    })

    test('the same over HTTP: seen, cleared by what was seen, refused by name', async () => {
      const base = `/api/strategies/${where.strategy}`
      const own = `${base}/municipalities/${oyer}`
      const given = { givenBy: 'Formannskapet', givenTo: ingrid.id, until: '2028-03-31' }
      expect((await t.post(`${own}/mandates`, given, ingrid)).status).toBe(403)
      expect(
        (await t.post(`${own}/mandates`, { ...given, until: '2028-02-31' }, mayor)).status,
      ).toBe(400)
      const seen = (await (await t.get(`${base}/clearances`, ingrid)).json()) as {
        section: string
        hash: string
        municipalities: { number: string; standing: string }[]
      }[]
      const sections = seen.map(({ section, hash }) => ({ section, hash }))
      const none = await t.post(`${own}/clearances`, { sections }, ingrid)
      expect([none.status, await none.json()]).toMatchObject([422, { code: 'no-mandate' }])
      expect((await t.post(`${own}/mandates`, given, mayor)).status).toBe(201)
      const moved = [{ ...sections[0]!, hash: '0'.repeat(64) }]
      expect((await t.post(`${own}/clearances`, { sections: moved }, ingrid)).status).toBe(409)
      expect((await t.post(`${own}/clearances`, { sections, all: true }, ingrid)).status).toBe(400)
      expect((await t.post(`${own}/clearances`, { sections }, olav)).status).toBe(403)
      expect(await (await t.post(`${own}/clearances`, { sections }, ingrid)).json()).toEqual({
        cleared: 3,
      })
      expect(await standings()).toEqual(['holds', 'holds', 'holds'])
      expect((await t.post(`${own}/mandates/withdraw`, { reason: 'Ferdig' }, mayor)).status).toBe(
        200,
      )
      const mandates = (await (await t.get(`${own}/mandates`, ingrid)).json()) as unknown[]
      expect(mandates).toMatchObject([
        { number: 1, inForce: false, withdrawn: { reason: 'Ferdig' } },
      ])
      expect((await t.get(`${base}/clearances`)).status).toBe(401)
      const paths = (describeApi() as { paths: object }).paths
      for (const path of ['{id}/clearances', '{number}/clearances', '{number}/mandates'])
        expect(Object.keys(paths).some((one) => one.endsWith(path))).toBe(true)
    })

    test('rows are only added', async () => {
      await mandate()
      await clear(await boxes(ingrid))
      const { db } = t.house.store
      await expect(db.updateTable('clearance').set({ hash: 'x' }).execute()).rejects.toThrow(
        /append-only/,
      )
      await expect(db.deleteFrom('clearance_mandate').execute()).rejects.toThrow(/append-only/)
    })

    test('the page says the same in nynorsk and English', async () => {
      await mandate()
      await clear((await boxes(ingrid)).slice(0, 1))
      expect(await (await t.get('/klarering?lang=nn', ingrid)).text()).toContain('Ikkje klarert')
      expect(await (await t.get('/klarering?lang=en', ingrid)).text()).toContain(
        'Cleared for Øyer by Ingrid',
      )
    })
  })
}
