// What somebody who means harm would try on pages and API: reading what is not public, passing off words as the
// document's, acting with a hat of another town, and bytes and numbers that only one of the databases minds.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertVersions } from '../../../db/version.ts'
import { writeDurably } from '../../../service/evidence/store.ts'
import { sealSection } from '../../../service/version/manifest.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'
import { givenStrategy, type GivenStrategy } from '../../support/strategy.ts'

const lom = '3434'
const oyer = '3440'

for (const dialect of dialects) {
  describe(dialect.name, () => {
    let t: TestHouse
    let strategy: GivenStrategy
    let planner: TestPerson

    beforeEach(async () => {
      t = await testHouse(dialect)
      strategy = await givenStrategy(t.house)
      planner = await t.signIn('Pia', [{ role: 'planner', municipality: oyer }])
    })
    afterEach(() => t.close())

    test('a page shows a version that is not public to nobody whom the API refuses it', async () => {
      const hash = await notPublic(t, strategy)
      const page = `/s/${strategy.slug}/v/${hash}`
      const bytes = `/api/strategies/${strategy.id}/versions/${hash}`
      const people: [string, TestPerson | undefined, number][] = [
        ['nobody', undefined, 404],
        ['observer', await t.signIn('Ola', [{ role: 'observer' }]), 404],
        ['leader', await t.signIn('Liv', [{ role: 'steering-leader' }]), 404],
        ['planner', planner, 200],
      ]
      for (const [name, who, status] of people) {
        expect([name, (await t.get(bytes, who)).status]).toEqual([name, status])
        expect([name, (await t.get(page, who)).status]).toEqual([name, status])
      }
    })

    test('a quote is the document’s own words, or there is none', async () => {
      const { section, version } = strategy.joint
      const quote = 'Rådmannen lover 40 nye hyttefelt, ring 12345678'
      const points = [
        { section, quote, text: 'Uten versjon.' },
        { section, version, quote, text: 'Uten avsnitt.' },
        { quote, text: 'Uten kapittel.' },
        { section, version, anchor: 'f5b1', quote, text: 'Med avsnitt.' },
      ]
      const sent = await t.post(`/api/strategies/${strategy.id}/submissions`, { points })
      expect(sent.status).toBe(201)
      const page = await (await t.get(`/s/${strategy.slug}/uttalelser`)).text()
      expect(page).not.toContain('hyttefelt')
      const kept = await t.house.store.db
        .selectFrom('submission_point')
        .select('quote')
        .orderBy('point')
        .execute()
      expect(kept.map((row) => row.quote)).toEqual([null, null, null, 'Vi velger sammen.'])
    })

    test('that a rule was overridden is for the municipality and the leaders of the joint work', async () => {
      const { db } = t.house.store
      const row = await db
        .selectFrom('process')
        .select(['id', 'context'])
        .where('municipality', '=', oyer)
        .executeTakeFirstOrThrow()
      const context = {
        ...(JSON.parse(row.context) as object),
        overridden: [{ rule: 'T2', seq: 1 }],
      }
      await db
        .updateTable('process')
        .set({ context: JSON.stringify(context) })
        .where('id', '=', row.id)
        .execute()
      const people: [string, TestPerson | undefined, boolean][] = [
        ['nobody', undefined, false],
        ['neighbour', await t.signIn('Nils', [{ role: 'planner', municipality: lom }]), false],
        ['observer', await t.signIn('Ola', [{ role: 'observer' }]), false],
        ['own', planner, true],
        ['coordinator', await t.signIn('Kari', [{ role: 'coordinator' }]), true],
      ]
      const api = `/api/strategies/${strategy.id}`
      for (const [name, who, sees] of people) {
        for (const path of [
          api,
          `${api}/board`,
          '/tavle',
          '/kommune',
          `/s/${strategy.slug}/kommune/${oyer}`,
        ]) {
          const answer = await t.get(path, who)
          const said = answer.status === 200 ? await answer.text() : ''
          const told = /overstyrt_T2|overstyr|overridden/i.test(said)
          if (!sees) expect([name, path, told]).toEqual([name, path, false])
          else if (path !== `/s/${strategy.slug}/kommune/${oyer}`) {
            expect([name, path, told]).toEqual([name, path, true])
          }
        }
      }
    })

    test('a stand-in is named by the one stood in for, in the town where the role is held', async () => {
      const mona = await t.signIn('Mona', [
        { role: 'mayor', municipality: lom },
        { role: 'planner', municipality: oyer },
      ])
      const kim = await t.signIn('Kim', [
        { role: 'mayor', municipality: lom },
        { role: 'chief-executive', municipality: oyer },
      ])
      const friend = await t.signIn('Finn')
      const standIn = (who: TestPerson, place: string) =>
        t.form(
          '/folk/gi',
          { place, person: friend.id, role: 'mayor', substituteFor: who.id, from: '', to: '' },
          who,
        )
      expect((await standIn(mona, oyer)).status).toBe(403)
      expect((await standIn(mona, lom)).status).toBe(303)
      // Kim gives roles in Øyer as its chief executive, but is not its mayor.
      expect((await standIn(kim, oyer)).status).toBe(422)
    })

    test('a file that could not be kept leaves nothing on the disk', async () => {
      const bytes = new TextEncoder().encode('%PDF-1.7 protokoll')
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const folder = join(t.house.dataDir, 'files', sha256.slice(0, 2))
      mkdirSync(join(folder, sha256), { recursive: true })
      await expect(writeDurably(t.house.dataDir, sha256, bytes)).rejects.toThrow('EISDIR')
      expect(readdirSync(folder)).toEqual([sha256])
    })

    test('signing in leads to no other site', async () => {
      const leadsTo = async (path: string): Promise<string | undefined> =>
        /data-to="([^"]*)"/.exec(await (await t.get(path)).text())?.[1]
      const home = await leadsTo('/logg-inn')
      expect(home).toMatch(/^\/\w+$/)
      for (const path of [
        '//evil.example',
        '/.//evil.example',
        '/a/..//evil.example',
        '/\\\\evil.example',
      ]) {
        const to = await leadsTo(`/logg-inn?til=${encodeURIComponent(path)}`)
        expect([path, to]).toEqual([path, home])
        const back = await t.form('/pa-vegne-av', { municipality: oyer, back: path }, planner)
        expect([path, back.headers.get('location')]).toEqual([
          path,
          expect.stringMatching(/^\/\w+$/),
        ])
      }
    })

    test('nothing one can send holds everybody else up', async () => {
      const chief = await t.signIn('Siv', [{ role: 'chief-executive', municipality: oyer }])
      const brackets = '['.repeat(500_000)
      const address = `a@${'.'.repeat(19_000)} x`
      const began = performance.now()
      const nested = await t.app.request(
        `http://localhost:3000/api/strategies/${strategy.id}/submissions`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `${brackets}${brackets.replaceAll('[', ']')}`,
        },
      )
      const invited = await t.form(
        '/folk/inviter',
        { place: oyer, name: 'Ola', role: 'planner', email: address },
        chief,
      )
      expect([nested.status, invited.status]).toEqual([400, 422])
      // Half a second for the brackets and two for the address, where nothing cuts them short.
      expect(performance.now() - began).toBeLessThan(1500)
    })

    test('a number or a byte the database cannot hold is the sender’s fault, not ours', async () => {
      const section = `/api/sections/${strategy.joint.section}/comments`
      const comment = {
        lang: 'nb',
        block: 'f5\u0000b1',
        quote: 'Vi \u0000velger',
        from: { tname: 'nb' },
        to: { tname: 'nb' },
        circle: 'twelve',
        text: 'Hva menes?',
      }
      const said = await t.post(section, comment, planner)
      expect(said.status).toBe(200)
      expect(await said.json()).toMatchObject([{ block: 'f5b1', quote: 'Vi velger' }])

      const events = `/api/strategies/${strategy.id}/municipalities/${oyer}/events`
      const entry = 99_999_999_999
      const correct = { type: 'correct', actedOn: '2028-02-14', entry, field: 'on', reason: 'x' }
      const answers = [
        await t.post(events, { ...correct, value: 'y' }, planner),
        await t.post(`${events}/explain`, { ...correct, value: 'y' }, planner),
        await t.post('/api/sign-in', { response: { id: 'a\u0000b', response: {} } }),
        await t.app.request(
          `http://localhost:3000/api/strategies/${strategy.id}/proposed-decision/${oyer}`,
          {
            method: 'PUT',
            headers: { 'content-type': 'application/json', cookie: planner.cookie },
            body: JSON.stringify({ points: [{ nb: 'a', nn: 'a' }], expectedSeq: 9e15 }),
          },
        ),
      ]
      // Explaining answers a wrong entry as it does a right one: with what speaks against it.
      expect(answers.map((answer) => answer.status)).toEqual([
        expect.toSatisfy(refused),
        expect.toSatisfy((status: number) => status === 200 || refused(status)),
        expect.toSatisfy(refused),
        expect.toSatisfy(refused),
      ])
    })
  })
}

const refused = (status: number): boolean => status >= 400 && status < 500

/// A frozen text nobody has made public yet.
async function notPublic(t: TestHouse, { of, joint }: GivenStrategy): Promise<string> {
  const doc = {
    type: 'doc',
    content: [{ type: 'block', attrs: { id: 'x' }, content: [{ type: 'text', text: 'Utkast' }] }],
  }
  const title = { title_nb: 'Utkast', title_nn: 'Utkast' }
  const { bytes, hash } = sealSection({ code: 'F5', zone: 'joint', ...title }, { nb: doc, nn: doc })
  await t.house.store.db.transaction().execute((trx) =>
    insertVersions(
      trx,
      [
        {
          region: of.region,
          hash,
          strategy: of.strategy,
          scope: 'section',
          zone: 'joint',
          section: joint.section,
          name: 'final-proposal',
          round: 1,
          frozen_on: '2028-02-10',
          recorded_at: '2028-02-10T08:00:00.000Z',
          process: of.strategy,
          seq: 2,
          made_by: 'somebody',
          bytes,
        },
      ],
      [],
    ),
  )
  return hash
}
