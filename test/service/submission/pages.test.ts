// The pages of submissions and planning needs through the whole app: forms that post, what is kept when refused, and
// words from outside that stay words.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiveSubmission } from '../../../service/submission/receive.ts'
import { submissionsOf } from '../../../service/submission/list.ts'
import { layInPlanNeeds, planNeedsOf } from '../../../service/plan-need/plan-needs.ts'
import { municipalParts } from '../../../service/region/content/content.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'
import { givenStrategy, type GivenStrategy } from '../../support/strategy.ts'

const hostile = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}'

for (const dialect of dialects) {
  describe(dialect.name, () => {
    let t: TestHouse
    let s: GivenStrategy
    let oyer: TestPerson
    let vaga: TestPerson
    const text = async (path: string, who?: TestPerson) => (await t.get(path, who)).text()

    beforeEach(async () => {
      t = await testHouse(dialect, { today: '2028-06-06' })
      s = await givenStrategy(
        t.house,
        {
          '3440': { state: 'K70', deadlineOn: '2028-05-26' },
          '3435': { state: 'K70', deadlineOn: '2028-05-26' },
        },
        'F30',
      )
      oyer = await t.signIn('Ingrid Moen', [{ role: 'planner', municipality: '3440' }])
      vaga = await t.signIn('Olav Sørgard', [{ role: 'planner', municipality: '3435' }])
      await receiveSubmission(t.house, s.slug, {
        to: ['3440', '3435'],
        senderKind: 'part-time-resident',
        name: `Hytteeierlaget ${hostile}`,
        contact: 'styret@kvamsfjellet.no',
        language: 'nb',
        points: [
          {
            section: s.joint.section,
            version: s.joint.version,
            anchor: 'f5b2',
            stance: 'support-with-change',
            text: `Rådet bør også høres om buss. ${hostile}`,
            wording: hostile,
          },
          { section: s.own.section, stance: 'against', text: 'Nei til mer i Hafjell.' },
        ],
      })
      await t.house.store.db.transaction().execute(async (trx) => {
        for (const part of municipalParts) {
          await layInPlanNeeds(trx, s.of, part.number, part.needs, {
            person: 'x',
            at: '2028-01-01T00:00:00Z',
          })
        }
      })
    })
    afterEach(() => t.close())

    test('nobody who is not signed in sees a submission’s page, and an observer does not either', async () => {
      expect((await t.get('/innspill')).status).toBe(303)
      expect((await t.form('/innspill/1-1', { seq: '0' })).status).toBe(401)
      const observer = await t.signIn('O', [{ role: 'observer' }])
      expect((await t.get('/innspill', observer)).status).toBe(403)
    })

    test('the list shows what concerns the reader’s own municipality, late, with its place', async () => {
      const page = await text('/innspill', oyer)
      expect(page).toContain('1-1')
      expect(page).toContain('1-2')
      expect(page).toContain('avsnitt 2')
      expect(page).toContain('11\u00a0dager for sent')
      const other = await text('/innspill', vaga)
      expect(other).toContain('1-1')
      expect(other).not.toContain('1-2')
      expect(await text('/innspill?kommune=alle', vaga)).toContain('1-2')
    })

    test('words from outside stay words on every page', async () => {
      for (const path of [
        '/innspill',
        '/innspill/1-1',
        '/innspill/merknadsoversikt',
        '/innspill/1',
      ]) {
        const page = await text(path, oyer)
        expect(page, path).toContain('&lt;script&gt;')
        expect(page, path).not.toContain('<script>alert')
        expect(page, path).not.toContain('<img src=x')
      }
    })

    test('contact is shown to planners it was sent to, and to nobody on the overview', async () => {
      expect(await text('/innspill/1-1', oyer)).toContain('styret@kvamsfjellet.no')
      expect(await text('/innspill/merknadsoversikt', oyer)).not.toContain('styret@')
      const coordinator = await t.signIn('Mari', [{ role: 'coordinator' }])
      expect(await text('/innspill/1-1', coordinator)).not.toContain('styret@')
    })

    test('an answer is saved and leads to the next point that waits', async () => {
      const answer = await t.form(
        '/innspill/1-1',
        {
          seq: '0',
          outcome: 'accepted',
          assessment: 'Vi er enige.',
          ledTo: s.joint.section,
          go: 'next',
        },
        oyer,
      )
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe('/innspill/1-2?done=answered.1-1')
      expect(await text('/innspill/1-1', vaga)).toContain('Vi er enige.')
      expect(await text('/innspill/merknadsoversikt?kommune=3435', vaga)).toContain('Vi er enige.')
    })

    test('somebody else was first: 409, their answer beside one’s own words, and saving again wins', async () => {
      await t.form(
        '/innspill/1-1',
        { seq: '0', outcome: 'accepted', assessment: 'Fra Øyer.' },
        oyer,
      )
      const late = await t.form(
        '/innspill/1-1',
        { seq: '0', outcome: 'partly', assessment: 'Frå Vågå.' },
        vaga,
      )
      expect(late.status).toBe(409)
      const page = await late.text()
      expect(page).toContain('«Fra Øyer.»')
      expect(page).toContain('Frå Vågå.')
      expect(page).toContain('name="seq" value="1"')
      await t.form('/innspill/1-1', { seq: '1', outcome: 'partly', assessment: 'Frå Vågå.' }, vaga)
      const [one] = await submissionsOf(t.house.store.db, s.of)
      expect(one?.points[0]?.answer).toMatchObject({ outcome: 'partly', seq: 2 })
    })

    test('an addition to a joint answer is one municipality’s own, and a second writer is told', async () => {
      await t.form('/innspill/1-1', { seq: '0', outcome: 'accepted', assessment: 'Felles.' }, oyer)
      const add = (addition: string) =>
        t.form('/innspill/1-1/tillegg', { seq: '0', addition }, oyer)
      expect((await add('I Øyer alt i 2028.')).status).toBe(303)
      expect(await text('/innspill/merknadsoversikt?kommune=3440', oyer)).toContain(
        'I Øyer alt i 2028.',
      )
      expect(await text('/innspill/merknadsoversikt?kommune=3435', oyer)).not.toContain(
        'I Øyer alt',
      )
      const second = await add('Noe annet.')
      expect(second.status).toBe(409)
      expect(await second.text()).toContain('Noe annet.')
    })

    test('hiding needs a reason, and shows it', async () => {
      expect((await t.form('/innspill/1-1/skjul', { reason: '' }, oyer)).status).toBe(422)
      expect((await t.form('/innspill/1-1/skjul', { reason: 'Om naboen.' }, oyer)).status).toBe(303)
      expect(await text('/innspill/1-1', oyer)).toContain('Om naboen.')
      expect(await text('/innspill?status=hidden', oyer)).toContain('1-1')
    })

    test('a no without a reason comes back with everything kept', async () => {
      const refused = await t.form(
        '/innspill/1-2',
        { seq: '0', outcome: 'rejected', assessment: '' },
        oyer,
      )
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(page).toContain('Feil:')
      expect(page).toContain('Skriv hvorfor punktet ikke tas til følge fullt ut')
      expect(page).toMatch(/value="rejected"\s+data-key="3"\s+checked/)
    })

    test('a planner of another municipality reads the answer form of nobody else’s own part', async () => {
      const page = await text('/innspill/1-2?kommune=alle', vaga)
      expect(page).toContain('Planleggerne i Øyer svarer')
      expect(page).not.toContain('data-answer-form')
      expect((await t.form('/innspill/1-2', { seq: '0', outcome: 'accepted' }, vaga)).status).toBe(
        403,
      )
    })

    test('a letter on paper gets a number, its own day, and once only', async () => {
      const letter = {
        name: 'Anna Bakken',
        senderKind: 'landowner',
        receivedOn: '24.5.2028',
        to: ['3440'],
        text: 'Om beite.',
        key: 'letter-key-1',
      }
      const done = await t.form('/innspill/nytt-brev', letter, oyer)
      expect(done.headers.get('location')).toContain('/innspill/2-1')
      await t.form('/innspill/nytt-brev', letter, oyer)
      const all = await submissionsOf(t.house.store.db, s.of)
      expect(all).toHaveLength(2)
      expect(all[1]).toMatchObject({ receivedOn: '2028-05-24', late: [], channel: 'letter' })
      const future = await t.form(
        '/innspill/nytt-brev',
        { ...letter, receivedOn: '7.6.2028', key: 'b' },
        oyer,
      )
      expect(future.status).toBe(422)
      expect(await future.text()).toContain('Om beite.')
    })

    test('the portfolio says what the twelve are about to do at once', async () => {
      const page = await text('/planbehov', oyer)
      expect(page).toContain('Sju kommuner vil starte ny arealdel våren 2029')
      expect(page).toContain('ØYE RIN NOF SEL VÅG SKJ DOV')
      expect(page).toContain('Øyer: planbehov')
    })

    test('a row is changed where it stands, and a second change of the same is refused with 409', async () => {
      const [row] = await planNeedsOf(t.house.store.db, s.of, '3440')
      expect(await text(`/planbehov?rad=${row!.id}`, oyer)).toContain('Du endrer denne raden')
      const change = {
        seq: '1',
        need: 'full',
        priority: '3',
        start: '2029-2',
        done: '2030-1',
        status: 'postponed',
      }
      const path = `/planbehov/${row!.id}/rad`
      expect((await t.form(path, change, oyer)).status).toBe(303)
      const [after] = await planNeedsOf(t.house.store.db, s.of, '3440')
      expect(after?.fields).toEqual({
        ...row!.fields,
        need: 'full',
        priority: 3,
        start: '2029-2',
        done: '2030-1',
        status: 'postponed',
      })
      const again = await t.form(path, { ...change, priority: '1' }, oyer)
      expect(again.status).toBe(409)
      expect(await again.text()).toContain('Noen andre endret raden i mellomtiden')
      expect((await t.form(path, { ...change, seq: '2' }, vaga)).status).toBe(403)
    })

    test('a new row with something wrong comes back whole', async () => {
      const refused = await t.form(
        '/planbehov/ny?liste=3440',
        {
          'name-nb': hostile,
          type: 'thematic',
          need: 'new',
          priority: '2',
          status: 'not-started',
          resource: 'own',
          start: '2030-2',
          done: '2029-1',
        },
        oyer,
      )
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(page).toContain('&lt;script&gt;')
      expect(page).not.toContain('<script>alert')
      expect(page).toContain('Slutten kan ikke være før begynnelsen')
    })

    test('the file for a spreadsheet holds every row and no formula', async () => {
      const answer = await t.get('/planbehov.csv', oyer)
      expect(answer.headers.get('content-type')).toContain('text/csv')
      const rows = (await answer.text()).trim().split('\r\n')
      expect(rows).toHaveLength(1 + municipalParts.flatMap((part) => part.needs).length)
      for (const row of rows.slice(1)) expect(row).not.toMatch(/(^|;)"[=+@-]/)
    })

    test('everybody reads submissions with answers, hidden ones without their words, nothing about contact', async () => {
      await t.form(
        '/innspill/1-1',
        { seq: '0', outcome: 'accepted', assessment: 'Vi er enige.' },
        oyer,
      )
      const path = `/s/${s.slug}/uttalelser`
      const page = await text(path)
      expect(page).toContain('Vi er enige.')
      expect(page).toContain('&lt;script&gt;')
      expect(page).not.toContain('<script>alert')
      expect(page).not.toMatch(/styret@kvamsfjellet|Ingrid Moen/)
      expect(await text(`${path}?kommune=3434`)).toContain('Ingen uttalelser her')
      await t.form('/innspill/1-1/skjul', { reason: 'Om naboen.' }, oyer)
      const hidden = await text(path)
      expect(hidden).toContain('Om naboen.')
      expect(hidden).not.toMatch(/Hytteeierlaget|Nei til mer i Hafjell/)
    })

    test('the pages speak nynorsk when asked', async () => {
      expect(await text('/innspill?lang=nn', oyer)).toContain('Fråsegner')
      expect(await text('/planbehov?lang=nn', oyer)).toContain('Kven startar kva, når?')
    })
  })
}
