// Suggestions on copies of texts, over both databases: who may begin, read, write, send and answer one, what of it reaches
// the text and under whose name, what others' writing does to it, and that it is kept.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import { Doc, XmlElement, XmlText } from 'yjs'
import { insertMandate } from '../../../db/clearance.ts'
import { noticesOf } from '../../../db/outbox.ts'
import { sectionsOf, type SectionRow } from '../../../db/strategy.ts'
import { toPlainText } from '../../../editor/shared/plain.ts'
import { begin, piecesOf } from '../../../editor/shared/suggestions.ts'
import { replaceText } from '../../../editor/shared/write.ts'
import { act } from '../../../service/act.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import type { TextRooms } from '../../../service/room/create-rooms.ts'
import { authorsBetween } from '../../../service/room/past.ts'
import { limitsFrom } from '../../../service/room/limits.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { newId } from '../../../service/sign-in/token.ts'
import { listen } from '../../../service/start/listen.ts'
import { createStrategy } from '../../../service/strategy/create.ts'
import { readText } from '../../../service/text/read-text.ts'
import { admitTo } from '../../../service/text/admit.ts'
import { workOnce } from '../../../service/work.ts'
import type { Role } from '../../../workflows/act.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, testOrigin, type TestHouse, type TestPerson } from '../../support/house.ts'

const blocks = [
  { id: 'p1', text: 'Rådet gir råd til kommunene.' },
  { id: 'p2', text: 'Kommunene oppnevner to medlemmer hver.' },
]
const blockJson = ({ id, text }: { id: string; text: string }) => ({
  type: 'block',
  attrs: { id },
  content: [{ type: 'text', text }],
})
const oyer = '3440'
const vaga = '3435'

for (const dialect of dialects) {
  describe(`a suggestion on a copy, on ${dialect.name}`, () => {
    let t: TestHouse
    let strategy: string
    let joint: SectionRow
    let own: SectionRow
    let coordinator: TestPerson
    let ingrid: TestPerson
    let olav: TestPerson
    let mayor: TestPerson
    let chief: TestPerson

    beforeAll(async () => {
      t = await testHouse(dialect)
      await ensureRegion(t.house.store)
      coordinator = await t.signIn('Kari', [{ role: 'coordinator' }])
      ingrid = await t.signIn('Ingrid', [{ role: 'planner', municipality: oyer }])
      olav = await t.signIn('Olav', [{ role: 'planner', municipality: vaga }])
      mayor = await t.signIn('Marit', [{ role: 'mayor', municipality: vaga }])
      chief = await t.signIn('Knut', [{ role: 'chief-executive', municipality: vaga }])
      const title = { nb: 'Felles valg', nn: 'Felles val' }
      strategy = await createStrategy(t.house, {
        region: 1,
        slug: 'felles',
        title,
        period: { from: 2028, to: 2031 },
        municipalities: [oyer, vaga],
        by: coordinator.id,
        sections: [
          { code: 'F5', title, zone: 'joint', language: 'nb', blocks: { nb: blocks } },
          { code: 'K1', title, zone: oyer, language: 'nb', blocks: { nb: blocks } },
        ],
      })
      const sections = await sectionsOf(t.house.store.db, 1, strategy)
      joint = sections.find(({ zone }) => zone === 'joint')!
      own = sections.find(({ zone }) => zone === oyer)!
      await does('start-knowledge-base')
      await does('start-drafting')
    })
    afterAll(() => t.close())
    beforeEach(async () => {
      for (const { id } of [joint, own]) {
        await t.house.rooms.write(1, id, coordinator.id, (doc) => {
          replaceText(doc, 'nb', { type: 'doc', content: [] })
          replaceText(doc, 'nb', { type: 'doc', content: blocks.map(blockJson) })
        })
      }
    })

    const does = async (type: string): Promise<void> => {
      const answer = await act(t.house, {
        process: { strategy, kind: 'strategy' },
        type,
        actedOn: t.clock.today(),
        overrides: {},
        input: {},
        person: (await personOfSession(t.house, coordinator.cookie.slice(4)))!,
        key: newId(),
      })
      expect(answer.ok).toBe(true)
    }
    /// Begins one and answers its id.
    const begun = async (who: TestPerson, section = joint, behalfOf = ''): Promise<string> => {
      const answer = await t.form(`/tekst/${section.id}/forslag`, { behalfOf }, who)
      expect(answer.status).toBe(303)
      return /endringsforslag\/(\w+)\/skriv/.exec(answer.headers.get('location')!)![1]!
    }
    /// Writes in a text as somebody's own editor would.
    const writes = (text: string, who: TestPerson, change: (doc: Doc) => void): Promise<number> =>
      t.house.rooms.write(1, text, who.id, change)
    /// Suggests "gode " before "råd" in the first paragraph, and that " hver" goes from the second.
    const suggests = (copy: string, who: TestPerson): Promise<number> =>
      writes(copy, who, (doc) => {
        begin(doc, `${copy}-1`, '2028-02-14T09:00:00.000Z')
        begin(doc, `${copy}-2`, '2028-02-14T09:00:00.000Z')
        words(doc, 'p1').insert(10, 'gode ', { insertion: { id: `${copy}-1` } })
        words(doc, 'p2').format(32, 5, { deletion: { id: `${copy}-2` } })
      })
    const words = (doc: Doc, id: string): XmlText =>
      doc
        .getXmlFragment('nb')
        .toArray()
        .find(
          (one): one is XmlElement => one instanceof XmlElement && one.getAttribute('id') === id,
        )!
        .get(0) as XmlText
    const sends = (id: string, who: TestPerson, more: Record<string, string> = {}) =>
      t.form(`/endringsforslag/${id}/send`, { title: 'Gode råd', ...more }, who)
    const answers = (id: string, who: TestPerson, fields: Record<string, string | string[]>) =>
      t.form(`/endringsforslag/${id}/svar`, fields, who)
    const plain = async (section = joint) =>
      toPlainText((await readText(t.house, 1, section.id)).nb)
    const row = (id: string) =>
      t.house.store.db
        .selectFrom('amendment')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    const page = async (path: string, who: TestPerson) => {
      const answer = await t.get(path, who)
      return { status: answer.status, html: await answer.text() }
    }

    const table: [Role, string | undefined, boolean][] = [
      ['coordinator', undefined, true],
      ['planner', vaga, true],
      ['chief-executive', vaga, true],
      ['council-secretary', vaga, true],
      ['mayor', vaga, true],
      ['archivist', vaga, false],
      ['observer', vaga, false],
      ['steering-leader', undefined, false],
    ]
    test('is begun by those who read the text as it is written and answer for something in it', async () => {
      for (const [role, municipality, may] of table) {
        const who = await t.signIn(role, [{ role, ...(municipality ? { municipality } : {}) }])
        const { status } = await t.form(`/tekst/${joint.id}/forslag`, {}, who)
        expect(status === 303, `${role}: ${status}`).toBe(may)
      }
      expect((await t.form(`/tekst/${joint.id}/forslag`, {})).status).toBe(401)
    })

    test('leaves the text as it is until somebody takes it in', async () => {
      const id = await begun(mayor)
      await suggests(id, mayor)
      expect((await sends(id, mayor)).status).toBe(303)
      expect(await plain()).toBe(
        'Rådet gir råd til kommunene.\nKommunene oppnevner to medlemmer hver.',
      )
      expect((await page('/oppgaver', ingrid)).html).toMatch(/Svar på (et|\d+) endringsforslag/)
      expect((await page('/oppgaver', mayor)).html).not.toContain('endringsforslag')
      const shown = await page(`/endringsforslag/${id}`, ingrid)
      expect(shown.html).toContain('Legg til «gode»')
      expect(shown.html).toContain('Fjern «hver»')
    })

    test('taken in whole is in the text as its writer’s words, and the log knows who took it in', async () => {
      const id = await begun(mayor)
      await suggests(id, mayor)
      await sends(id, mayor)
      const { head } = await t.house.rooms.read(1, joint.id)
      const taken = [`${id}-1`, `${id}-2`]
      expect((await answers(id, ingrid, { taken })).status).toBe(303)
      expect(await plain()).toBe(
        'Rådet gir gode råd til kommunene.\nKommunene oppnevner to medlemmer.',
      )
      const { doc, head: after } = await t.house.rooms.read(1, joint.id)
      expect(piecesOf(doc.getXmlFragment('nb'))).toEqual([])
      const key = { region: 1, section: joint.id, lineage: joint.lineage }
      const blocks = await authorsBetween(t.house.store.db, key, 'nb', head, after)
      const pieces = blocks.flatMap((block) => block.pieces).filter(({ is }) => is !== 'same')
      expect(pieces).toEqual([
        { is: 'added', text: 'gode ', by: mayor.id },
        { is: 'removed', text: ' hver', by: ingrid.id },
      ])
      expect(await row(id)).toMatchObject({ state: 'accepted', settled_by: ingrid.id })
    })

    test('taken in in part keeps the part, leaves the rest, and must say why', async () => {
      const id = await begun(mayor)
      await suggests(id, mayor)
      await sends(id, mayor)
      const mute = await answers(id, ingrid, { taken: [`${id}-1`] })
      expect(mute.status).toBe(422)
      expect(await mute.text()).toContain('Skriv hvorfor noe ikke tas inn.')
      await answers(id, ingrid, { taken: [`${id}-1`], answer: 'Hver må stå.' })
      expect(await plain()).toBe(
        'Rådet gir gode råd til kommunene.\nKommunene oppnevner to medlemmer hver.',
      )
      const { doc } = await t.house.rooms.read(1, joint.id)
      expect(piecesOf(doc.getXmlFragment('nb'))).toEqual([])
      const kept = await page(`/endringsforslag/${id}`, mayor)
      expect(kept.html).toContain('Delvis tatt inn')
      expect(kept.html).toContain('Hver må stå.')
      expect(JSON.parse((await row(id)).record)).toMatchObject([
        { added: 'gode ', taken: true },
        { removed: ' hver', taken: false },
      ])
    })

    test('turned down changes nothing, and whoever made it is told', async () => {
      const id = await begun(mayor)
      await suggests(id, mayor)
      await sends(id, mayor)
      await answers(id, ingrid, { none: 'yes', taken: [`${id}-1`], answer: 'Ikke nå.' })
      expect(await plain()).toContain('Rådet gir råd til')
      expect((await row(id)).state).toBe('rejected')
      await workOnce(t.house)
      const notices = await noticesOf(t.house.store.db, mayor.id)
      expect(notices.find(({ link }) => link === `/endringsforslag/${id}`)).toMatchObject({
        kind: 'amendment-answered',
      })
      const told = await page('/varsler', mayor)
      expect(told.html).toContain('Forslaget «Gode råd» til «Felles valg» er ikke tatt inn.')
      const sent = await noticesOf(t.house.store.db, coordinator.id)
      expect(sent.map(({ kind }) => kind)).toContain('amendment-sent')
      const others = await noticesOf(t.house.store.db, ingrid.id)
      expect(others.filter(({ kind }) => kind.startsWith('amendment'))).toEqual([])
    })

    test('meets what others wrote in the text meanwhile, letter by letter', async () => {
      const id = await begun(mayor)
      await suggests(id, mayor)
      await writes(joint.id, ingrid, (doc) => {
        words(doc, 'p1').insert(0, 'Det nye ')
        words(doc, 'p2').delete(0, 38)
        words(doc, 'p2').insert(0, 'Alle er med.')
      })
      const draft = await page(`/endringsforslag/${id}`, mayor)
      expect(draft.html).toContain('Teksten er endret siden forslaget ble begynt')
      expect(draft.html).toContain('Én endring falt bort')
      await t.form(`/endringsforslag/${id}/hent`, {}, mayor)
      const copy = await t.house.rooms.read(1, id)
      expect(copy.doc.getXmlFragment('nb').toString()).toContain('Det nye ')
      expect(await page(`/endringsforslag/${id}`, mayor)).toMatchObject({
        html: expect.not.stringContaining('Teksten er endret siden') as string,
      })
      await sends(id, mayor)
      await writes(joint.id, olav, (doc) => words(doc, 'p1').insert(8, 'felles '))
      await answers(id, olav, { taken: [`${id}-1`] })
      expect(await plain()).toBe('Det nye felles Rådet gir gode råd til kommunene.\nAlle er med.')
      expect((await row(id)).state).toBe('accepted')
    })

    test('is for those who made it and those who write the text; to others it is not there', async () => {
      const id = await begun(chief, own)
      await suggests(id, chief)
      for (const [who, status] of [
        [chief, 200],
        [ingrid, 200],
        [mayor, 404],
        [olav, 404],
        [coordinator, 404],
      ] as const) {
        expect((await t.get(`/endringsforslag/${id}`, who)).status, who.name).toBe(status)
        const room = await admitTo(t.house)(who.cookie.slice(4), id)
        expect(room.ok, who.name).toBe(status === 200)
        if (!room.ok) expect(room.close).toBe(4403)
        expect((await t.get(`/api/sections/${id}/hands`, who)).status).toBe(status)
      }
      expect(await admitTo(t.house)(undefined, id)).toEqual({ ok: false, close: 4401 })
      const nobody = await t.signIn('Ingen', [])
      expect(await admitTo(t.house)(nobody.cookie.slice(4), id)).toMatchObject({ ok: false })
    })

    test('is written only by those who made it, until it is sent', async () => {
      const id = await begun(mayor)
      const may = async (who: TestPerson) => {
        const room = await admitTo(t.house)(who.cookie.slice(4), id)
        return room.ok && (room.mayWrite || room.why)
      }
      expect(await may(mayor)).toBe(true)
      expect(await may(ingrid)).toBe('right')
      await suggests(id, mayor)
      await sends(id, mayor)
      expect(await may(mayor)).toBe('frozen')
      expect((await t.get(`/endringsforslag/${id}/skriv`, mayor)).status).toBe(303)
      expect((await sends(id, mayor)).status).toBe(403)
    })

    test('is answered by those who may write the text now, once, and not by those it belongs to', async () => {
      const id = await begun(ingrid, joint, oyer)
      await suggests(id, ingrid)
      const boss = await t.signIn('Anne', [{ role: 'chief-executive', municipality: oyer }])
      expect((await sends(id, boss)).status).toBe(303)
      expect((await answers(id, ingrid, { taken: [`${id}-1`, `${id}-2`] })).status).toBe(403)
      expect((await answers(id, mayor, { taken: [] })).status).toBe(404)
      const both = await Promise.all([
        answers(id, olav, { taken: [`${id}-1`, `${id}-2`] }),
        answers(id, coordinator, { taken: [], answer: 'Nei.' }),
      ])
      expect(both.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
      const { state } = await row(id)
      expect(await plain()).toContain(state === 'accepted' ? 'gir gode råd' : 'gir råd')
    })

    test('for a municipality is sent by its chief executive, or on a mandate, and bears its name', async () => {
      const id = await begun(olav, joint, vaga)
      await suggests(id, olav)
      expect((await sends(id, olav)).status).toBe(403)
      expect((await t.form(`/tekst/${joint.id}/forslag`, { behalfOf: oyer }, olav)).status).toBe(
        403,
      )
      expect((await t.form(`/tekst/${own.id}/forslag`, { behalfOf: vaga }, olav)).status).toBe(403)
      await t.house.store.db.transaction().execute((trx) =>
        insertMandate(trx, {
          region: 1,
          strategy,
          municipality: vaga,
          id: newId(),
          number: 1,
          given_by: 'Formannskapet',
          given_to: olav.id,
          until_on: '2028-12-31',
          reference: '',
          recorded_by: chief.id,
          recorded_on: '2028-02-14',
          recorded_at: t.clock.instant(),
        }),
      )
      expect((await sends(id, olav, { reference: 'Formannskapet 12/28' })).status).toBe(303)
      const overview = await page('/endringsforslag?vis=kommuner', coordinator)
      expect(overview.html).toContain('Gode råd')
      expect(overview.html).toContain('Vågå')
      expect(overview.html).toContain('Venter på svar')
      await answers(id, coordinator, { none: 'yes', answer: 'Rådet er rådgivende.' })
      const after = await page('/endringsforslag?vis=kommuner', coordinator)
      expect(after.html).toContain('Ikke tatt inn')
      expect(after.html).toContain('Rådet er rådgivende.')
      await workOnce(t.house)
      for (const who of [olav, chief]) {
        expect((await noticesOf(t.house.store.db, who.id)).map(({ kind }) => kind)).toContain(
          'amendment-answered',
        )
      }
    })

    test('cannot be sent empty, without saying what it is about, or with changes nobody marked', async () => {
      const id = await begun(mayor)
      const empty = await sends(id, mayor)
      expect(empty.status).toBe(422)
      expect(await empty.text()).toContain('Ingenting er foreslått')
      await suggests(id, mayor)
      expect((await sends(id, mayor, { title: '' })).status).toBe(422)
      await writes(id, mayor, (doc) => words(doc, 'p2').delete(0, 10))
      const unmarked = await sends(id, mayor)
      expect(unmarked.status).toBe(422)
      expect(await unmarked.text()).toContain('ikke er merket som forslag')
      expect((await row(id)).state).toBe('draft')
    })

    test('touches nobody’s open suggestion in the text, and cannot pass for one of theirs', async () => {
      await writes(joint.id, ingrid, (doc) => {
        begin(doc, 'ing', '2028-02-14T08:00:00.000Z')
        words(doc, 'p1').insert(0, 'Nå: ', { insertion: { id: 'ing' } })
      })
      const id = await begun(mayor)
      await suggests(id, mayor)
      await writes(id, mayor, (doc) =>
        words(doc, 'p2').insert(0, 'Falsk ', { insertion: { id: 'ing' } }),
      )
      expect(await (await sends(id, mayor)).text()).toContain('ikke er merket som forslag')
      const other = await begun(mayor)
      await suggests(other, mayor)
      await sends(other, mayor)
      await answers(other, olav, { taken: [`${other}-1`, `${other}-2`] })
      const { doc } = await t.house.rooms.read(1, joint.id)
      expect(piecesOf(doc.getXmlFragment('nb')).map((p) => [p.id, p.text])).toEqual([
        ['ing', 'Nå: '],
      ])
    })

    test('is withdrawn by whoever made it and kept as withdrawn', async () => {
      const id = await begun(mayor)
      expect((await t.form(`/endringsforslag/${id}/trekk`, {}, ingrid)).status).toBe(403)
      expect((await t.form(`/endringsforslag/${id}/trekk`, {}, mayor)).status).toBe(303)
      expect((await row(id)).state).toBe('withdrawn')
      expect((await page('/endringsforslag', mayor)).html).toContain('Trukket tilbake')
    })

    test('answered when the process ended in the middle is taken in afterwards', async () => {
      const id = await begun(mayor)
      await suggests(id, mayor)
      await sends(id, mayor)
      const { write } = t.house.rooms
      t.house.rooms.write = () => Promise.reject(new Error('killed'))
      await answers(id, ingrid, { taken: [`${id}-1`, `${id}-2`] })
      t.house.rooms.write = write
      expect(await plain()).toContain('gir råd')
      await workOnce(t.house)
      expect(await plain()).toContain('gir gode råd')
    })

    test('open suggestions in the text are told with who began them, by the log', async () => {
      await writes(joint.id, ingrid, (doc) => {
        begin(doc, 'ing', '2028-02-14T08:00:00.000Z')
        words(doc, 'p1').insert(0, 'Nå: ', { insertion: { id: 'ing' } })
      })
      // Olav puts words under Ingrid's name for it.
      await writes(joint.id, olav, (doc) => {
        begin(doc, 'ing', '2028-02-14T09:00:00.000Z')
        words(doc, 'p2').insert(0, 'Falsk ', { insertion: { id: 'ing' } })
      })
      const told = await (await t.get(`/api/sections/${joint.id}/suggestions`, ingrid)).json()
      expect(told).toMatchObject([
        {
          id: 'ing',
          by: { name: 'Ingrid' },
          alsoBy: [{ name: 'Olav' }],
          pieces: [{ text: 'Nå: ' }, { text: 'Falsk ' }],
        },
      ])
    })

    test('the text reads, counts and compares without what is only suggested', async () => {
      const before = await plain()
      await writes(joint.id, ingrid, (doc) => {
        words(doc, 'p1').insert(0, 'Nå: ', { insertion: { id: 'a' } })
        words(doc, 'p1').format(4, 5, { deletion: { id: 'b' } })
        const second = doc.getXmlFragment('nb').get(1) as XmlElement
        second.setAttribute('suggestion_split', 'c')
      })
      expect(await plain()).toBe(before.replace('\n', ''))
      const shown = await page(`/tekst/${joint.id}`, ingrid)
      expect(shown.html).toMatch(/<ins[^>]*>Nå: <\/ins>/)
    })

    test('a freeze with open suggestions is refused by name, with where they stand and the way there', async () => {
      await writes(joint.id, ingrid, (doc) => {
        words(doc, 'p1').insert(0, 'Nå: ', { insertion: { id: 'a' } })
        words(doc, 'p1').format(10, 3, { deletion: { id: 'b' } })
      })
      await does('start-review')
      const answer = await t.post(
        `/api/strategies/${strategy}/events`,
        { type: 'freeze-consultation-draft', actedOn: t.clock.today() },
        coordinator,
      )
      expect(answer.status).toBe(422)
      const { findings } = (await answer.json()) as {
        findings: { rule: string; level: string; text: string }[]
      }
      const found = findings.find(({ rule }) => rule === 'G6')
      expect(found).toMatchObject({ level: 'H' })
      expect(found?.text).toBe(
        '2\u00a0forslag i fellesdelen er verken godtatt eller avvist: «Felles valg» (2).',
      )
      const list = await page('/endringsforslag', coordinator)
      expect(list.html).toContain(`/tekst/${joint.id}#forslag`)
      const form = await page('/felles/registrer/freeze-consultation-draft', coordinator)
      expect(form.status).toBe(200)
    })

    test('its room takes nobody’s client id but one’s own, and nothing of the text’s', async () => {
      const id = await begun(mayor)
      const server = await listen(
        t.app,
        t.house,
        { rooms: t.house.rooms as TextRooms, limits: limitsFrom({}) },
        { port: 0, host: '127.0.0.1' },
      )
      const url = `ws://127.0.0.1:${server.port}/collab`
      t.house.origins.push(testOrigin)
      const join = (who: TestPerson, doc: Doc) => {
        class Signed extends WebSocket {
          constructor(address: string | URL) {
            super(address, { headers: { cookie: who.cookie, host: 'localhost:3000' } })
          }
        }
        return new WebsocketProvider(url, id, doc, {
          WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
          disableBc: true,
        })
      }
      const doc = new Doc()
      const provider = join(mayor, doc)
      await new Promise<void>((done) => provider.on('sync', (on) => on && done()))
      const [theirs] = [...doc.store.clients.keys()]
      const mine = doc.clientID
      const closed = new Promise<number>((done) => provider.on('closed', ({ code }) => done(code)))
      doc.clientID = theirs!
      words(doc, 'p1').insert(0, 'Forfalsket')
      expect(await closed).toBe(4400)
      doc.clientID = mine
      provider.destroy()
      provider.awareness.destroy()
      await server.close(0)
    })
  })
}
