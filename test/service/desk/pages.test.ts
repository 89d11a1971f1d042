import { eventsOf } from '../../../workflows/events.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putOutbox } from '../../../db/outbox.ts'
import { loadStrategy } from '../../../service/desk/load.ts'
import { boardView } from '../../../service/desk/board-view.ts'
import { tasksOf } from '../../../service/desk/tasks.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import {
  done,
  lesja,
  oyer,
  play,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Actor,
  type Play,
} from '../door/play.ts'

for (const dialect of dialects) {
  describe(`the desk on ${dialect.name}`, { timeout: 60_000 }, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
    })
    afterEach(() => p.close())

    const page = async (path: string, who: Actor, status = 200): Promise<string> => {
      const answer = await p.get(path, who, { 'accept-language': 'nb' })
      expect(answer.status, path).toBe(status)
      return answer.text()
    }
    const post = (path: string, fields: Record<string, string | string[]>, who: Actor) =>
      p.form(path, { _key: crypto.randomUUID(), ...fields }, who)
    const seqOf = async (number: string): Promise<string> => {
      const desk = await loadStrategy(p.house, 1, p.strategy, 'nb')
      return String(desk!.tracks.find((track) => track.number === number)!.stored.seq)
    }
    const tasks = async (who: Actor): Promise<string[]> => {
      const desk = await loadStrategy(p.house, 1, p.strategy, 'nb')
      return tasksOf(desk!, who.signedIn.roles, { deadLetters: 0 }).map((task) => task.key)
    }

    test('a task is asked of the one whose role and municipality it is', async () => {
      await toConsultationDraft(p)
      expect(await tasks(p.who('planner', oyer))).toContain(`${oyer}-choose-master-plan`)
      expect(await tasks(p.who('planner', oyer))).not.toContain(`${vaga}-choose-master-plan`)
      expect(await tasks(p.who('council-secretary', oyer))).toEqual([`${oyer}-year`])
      expect(await tasks(p.who('coordinator'))).toEqual([])
      await toConsultation(p, oyer)
      expect(await tasks(p.who('planner', oyer))).not.toContain(`${oyer}-choose-master-plan`)
    })

    test('two hats are two lists in one', async () => {
      await toConsultationDraft(p)
      const desk = await loadStrategy(p.house, 1, p.strategy, 'nn')
      const keys = tasksOf(
        desk!,
        [
          { role: 'planner', municipality: oyer },
          { role: 'planner', municipality: vaga },
        ],
        { deadLetters: 0 },
      ).map((task) => task.key)
      expect(keys).toEqual(
        expect.arrayContaining([`${oyer}-choose-master-plan`, `${vaga}-choose-master-plan`]),
      )
    })

    test('the board follows the acts: adopted, deviating, needing help', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      await toConsultation(p, vaga)
      p.day('2028-11-20')
      done(
        await p.in(vaga, 'record-decision', '2028-09-28', {
          outcome: 'changed',
          changes: [{ zone: 'joint', kind: 'material', section: 'F2', text: 'Et nytt råd' }],
        }),
      )
      done(await p.in(oyer, 'record-decision', '2028-09-07', { outcome: 'unchanged' }))
      const desk = await loadStrategy(p.house, 1, p.strategy, 'nb')
      const view = boardView(desk!, { order: 'south', filters: [] })
      expect(view.bar).toEqual(['adopted', 'adopted', 'before'])
      expect(view.needHelp.map((track) => track.name)).toContain('Lesja')
      expect(desk!.joint.state).toMatchObject({ adopted: 2, participants: 3 })
      const html = await page('/tavle', p.who('coordinator'))
      expect(html).toContain('2 av 3 deltakere har vedtatt')
      expect(html).toContain('Vågå avviker i kapittel 2, F2 joint')
      expect(textOf(html).replaceAll('F2 joint', '')).not.toMatch(/\b[FK]\d{2,3}\b/)
    })

    test('filters and order are addresses', async () => {
      await toConsultationDraft(p)
      const html = await page('/tavle?filter=vedtatt&orden=haster', p.who('coordinator'))
      expect(html).toContain('Ingen kommuner passer')
      const desk = await loadStrategy(p.house, 1, p.strategy, 'nb')
      const nord = boardView(desk!, { order: 'south', filters: ['Nord-Gudbrandsdal'] })
      expect(nord.rows.map((row) => row.track.name)).toEqual(['Vågå', 'Lesja'])
    })

    test('a blocked act keeps its place and shows every reason', async () => {
      await toConsultationDraft(p)
      const html = await page(`/kommune/${oyer}`, p.who('planner', oyer))
      const act = html.slice(html.indexOf('id="gjer-submit-for-first-treatment"'))
      const item = textOf(act.slice(0, act.indexOf('id="gjer-', 10)))
      expect(item).toContain('Send til førstegangsbehandling')
      expect(item).toContain('Kommunedelen er ikke låst')
      expect(item).toContain('Det er ikke valgt hva som skal skje med kommuneplanen')
    })

    test('a form that is refused comes back whole, and goes through when it is put right', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      const secretary = p.who('council-secretary', oyer)
      const path = `/kommune/${oyer}/registrer/record-decision`
      const fields = {
        _seq: await seqOf(oyer),
        actedOn: '21.9.2031',
        caseNumber: 'KS 47/28',
        outcome: 'changed',
        'votes.for': '11',
        'votes.against': '4',
        'changes.0.text': 'Nytt råd innen 2030',
        'changes.0.zone': 'joint',
      }
      const refused = await post(path, fields, secretary)
      expect(refused.status).toBe(422)
      const html = await refused.text()
      expect(html).toContain('<title>Feil:')
      for (const kept of ['KS 47/28', 'Nytt råd innen 2030', '21.9.2031']) {
        expect(html).toContain(kept)
      }
      expect(html).toMatch(/value="changed"[^>]*checked/)
      p.day('2028-10-02')
      await workOnce(p.house)
      const again = { ...fields, actedOn: '21.9.28', _seq: await seqOf(oyer) }
      const stored = await post(path, again, secretary)
      expect(stored.status).toBe(303)
      expect(stored.headers.get('location')).toBe(`/kommune/${oyer}?done=record-decision`)
      const read = textOf(await page(`/kommune/${oyer}/journal`, secretary))
      expect(read).toContain('Kommunestyret vedtok strategien med endringer (sak KS 47/28).')
      expect(read).toContain('Nytt råd innen 2030')
      expect(read).toContain('registrert 2. okt.')
    })

    test('every line of what must be put right names its field and leads to it, in every form', async () => {
      await toConsultationDraft(p)
      const people = [
        ...(['planner', 'council-secretary', 'chief-executive', 'mayor'] as const).map(
          (role) => [p.who(role, oyer), `/kommune/${oyer}`, role, 'participation'] as const,
        ),
        [p.who('coordinator'), '/felles', 'coordinator', 'strategy'] as const,
      ]
      let lines = 0
      for (const [who, home, role, kind] of people)
        for (const spec of eventsOf(kind)) {
          if (spec.kind === 'S' || !spec.actors.includes(role)) continue
          if (!spec.fields.some(({ required }) => required)) continue
          const refused = await post(
            `${home}/registrer/${spec.type}`,
            { _seq: '0', actedOn: '31.02.2028', 'changes.0.text': 'Nytt' },
            who,
          )
          const html = await refused.text()
          const summary = /<ul class="ds-list">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
          for (const [, target, said] of summary.matchAll(/href="#([^"]+)"[^>]*>([^<]+)</g)) {
            lines++
            expect(html, `${spec.type} ${target}`).toContain(`id="${target}"`)
            if (said!.includes('Dette må fylles ut.'))
              expect(said, spec.type).toMatch(/^\S.+: Dette må fylles ut\.$/)
          }
        }
      expect(lines).toBeGreaterThan(30)
      const secretary = p.who('council-secretary', oyer)
      const decision = await post(
        `/kommune/${oyer}/registrer/record-decision`,
        { _seq: '0', actedOn: '14.2.28' },
        secretary,
      )
      expect(await decision.text()).toContain('Utfall: Dette må fylles ut.')
    })

    test('a form on what somebody else has changed is told so and keeps every word', async () => {
      await toConsultationDraft(p)
      const seq = await seqOf(oyer)
      done(
        await p.in(oyer, 'choose-master-plan', '2028-03-14', { societal: 'full', landUse: 'full' }),
      )
      const answer = await post(
        `/kommune/${oyer}/registrer/choose-master-plan`,
        { _seq: seq, societal: 'partly', landUse: 'unchanged', reason: 'Min grunn' },
        p.who('planner', oyer),
      )
      expect(answer.status).toBe(409)
      const html = await answer.text()
      expect(html).toContain('Noen andre var raskere')
      expect(html).toContain('Min grunn')
    })

    test('checking a form stores nothing', async () => {
      await toConsultationDraft(p)
      const seq = await seqOf(oyer)
      const answer = await post(
        `/kommune/${oyer}/registrer/choose-master-plan`,
        { _seq: seq, societal: 'partly', landUse: 'unchanged', _check: 'yes' },
        p.who('planner', oyer),
      )
      expect(answer.status).toBe(200)
      expect(await seqOf(oyer)).toBe(seq)
    })

    test('[T2] too early a meeting is refused to the secretary and overridden by the mayor alone', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer, '2028-05-01')
      for (const [type, on] of [
        ['close-consultation', '2028-05-20'],
        ['start-treating', '2028-05-20'],
        ['submit-for-recommendation', '2028-05-22'],
      ] as const) {
        p.day(on)
        const overrides = await overridesFor(p, oyer, type)
        const input = type === 'start-treating' ? {} : { reason: 'Vi rekker det' }
        done(await p.in(oyer, type, on, input, { overrides, role: 'chief-executive' }))
      }
      const path = `/kommune/${oyer}/registrer/schedule-council`
      const fields = { _seq: await seqOf(oyer), _pick: 'other', meetingOn: '1.6.2028' }
      const secretary = await post(path, fields, p.who('council-secretary', oyer))
      expect(secretary.status).toBe(422)
      const refused = textOf(await secretary.text())
      expect(refused).toContain('ordfører mayor 3440')
      expect(refused).not.toContain('Hvorfor gjøres det likevel?')
      const mayor = await post(path, fields, p.who('mayor', oyer))
      const html = await mayor.text()
      const rules = [...html.matchAll(/name="_override\.([A-Z0-9]+)"/g)].map((match) => match[1]!)
      expect(rules).toContain('T2')
      const reasons = Object.fromEntries(
        rules.map((rule) => [`_override.${rule}`, 'Kommunestyret møtes ikke igjen før ferien']),
      )
      const through = await post(path, { ...fields, ...reasons }, p.who('mayor', oyer))
      expect(through.status, textOf(await through.text())).toBe(303)
      const journal = textOf(await page(`/kommune/${oyer}/journal`, p.who('mayor', oyer)))
      expect(journal).toContain('Kommunestyret møtes ikke igjen før ferien')
    })

    test('another municipality’s form and journal stay shut, and so does the outbox', async () => {
      await toConsultationDraft(p)
      const stranger = p.who('council-secretary', vaga)
      await page(`/kommune/${oyer}/registrer/record-decision`, stranger, 403)
      await page(`/kommune/${oyer}/journal`, stranger, 403)
      await page(`/kommune/${oyer}`, stranger, 403)
      await page('/utboks', stranger, 403)
      await page('/kommune/9999', stranger, 404)
      await page(`/kommune/${vaga}/registrer/deadline-passed`, stranger, 404)
      const away = await p.get('/tavle')
      expect(away.headers.get('location')).toBe('/logg-inn?til=%2Ftavle')
    })

    test('the journal goes along as JSON, chain and words', async () => {
      await toConsultationDraft(p)
      const answer = await p.get(`/kommune/${lesja}/journal.json`, p.who('archivist', lesja))
      const journal = (await answer.json()) as { entries: { prevHash: string; hash: string }[] }
      expect(journal.entries.length).toBeGreaterThan(1)
      for (const [i, entry] of journal.entries.entries()) {
        if (i > 0) expect(entry.prevHash).toBe(journal.entries[i - 1]!.hash)
      }
    })

    test('notices are read one at a time or all at once, and only one’s own', async () => {
      await toConsultationDraft(p)
      await workOnce(p.house)
      const planner = p.who('planner', oyer)
      const unread = async (who: Actor): Promise<number> =>
        (await page('/varsler', who)).split('Ulest:').length - 1
      const before = await unread(planner)
      const others = await unread(p.who('planner', vaga))
      expect(before).toBeGreaterThan(0)
      await post('/varsler/lest', {}, planner)
      expect(await unread(planner)).toBe(0)
      expect(await unread(p.who('planner', vaga))).toBe(others)
    })

    test('a letter given up is shown to the coordinator and sent again', async () => {
      await toConsultationDraft(p)
      const at = '2028-03-13T08:00:00.000Z'
      await p.house.store.db.transaction().execute((trx) =>
        putOutbox(trx, [
          {
            region: 1,
            id: 'lost',
            process: p.strategy,
            seq: 1,
            kind: 'letter',
            payload: '{}',
            next_at: at,
            created_at: at,
          },
        ]),
      )
      await p.house.store.db
        .updateTable('outbox')
        .set({ dead_at: at, attempts: 8, last_error: 'ECONNREFUSED' })
        .where('id', '=', 'lost')
        .execute()
      expect(textOf(await page('/oppgaver', p.who('coordinator')))).toContain(
        '1 brev kom ikke fram',
      )
      expect(await page('/utboks', p.who('coordinator'))).toContain('ECONNREFUSED')
      expect((await post('/utboks/send', { id: 'lost' }, p.who('coordinator'))).status).toBe(303)
      expect(textOf(await page('/utboks', p.who('coordinator')))).toContain('Alt er kommet fram')
    })

    test('what a council changed in words is worked in by the planner and confirmed by the chief executive', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      p.day('2028-09-10')
      await workOnce(p.house)
      const desk = await loadStrategy(p.house, 1, p.strategy, 'nb')
      const edition = desk!.tracks.find((track) => track.number === oyer)!.facts.edition!.id
      done(
        await p.in(oyer, 'record-decision', '2028-09-07', {
          outcome: 'changed',
          edition,
          changes: [{ zone: 'own', kind: 'material', text: 'Særtrekk presiseres' }],
        }),
      )
      const planner = p.who('planner', oyer)
      const home = `/kommune/${oyer}/vedtatt-tekst`
      expect(await tasks(planner)).toContain(`${oyer}-work-in`)
      expect(textOf(await page(home, planner))).toContain('Særtrekk presiseres')
      const section = `${oyer}.K1`
      const saved = await post(
        home,
        { section, _seq: '0', 'nb.0': 'Særtrekk i Øyer, presisert', 'nn.0': 'Særtrekk i Øyer' },
        planner,
      )
      expect(saved.headers.get('location')).toBe(`${home}?done=saved`)
      const sealed = await post(`${home}/ferdig`, {}, planner)
      expect(sealed.headers.get('location')).toBe(`${home}?done=sealed`)
      const chief = p.who('chief-executive', oyer)
      const form = await page(`/kommune/${oyer}/registrer/confirm-adopted-text`, chief)
      const hash = /value="([0-9a-f]{64})"[^>]*selected/.exec(form)?.[1]
      expect(hash).toBeDefined()
      expect(hash).not.toBe(edition)
      const confirmed = await post(
        `/kommune/${oyer}/registrer/confirm-adopted-text`,
        { _seq: await seqOf(oyer), actedOn: '10.9.2028', edition: hash! },
        chief,
      )
      expect(confirmed.status).toBe(303)
      expect(await tasks(planner)).not.toContain(`${oyer}-work-in`)
      expect(textOf(await page(home, planner))).toContain('Ingenting venter på å bli arbeidet inn')
    })

    test('the proposed decision is written locally, and two at once do not overwrite', async () => {
      await toConsultationDraft(p)
      const path = `/kommune/${oyer}/forslag`
      const planner = p.who('planner', oyer)
      const first = await post(path, { _seq: '0', 'points.0.nb': 'Øyer slutter seg til.' }, planner)
      expect(first.status).toBe(303)
      const second = await post(path, { _seq: '0', 'points.0.nb': 'Noe annet.' }, planner)
      expect(second.status).toBe(409)
      const html = textOf(await second.text())
      expect(html).toContain('Øyer slutter seg til.')
      expect(html).toContain('Noe annet.')
      expect(
        (await post(path, { _seq: '1', 'points.0.nb': 'x' }, p.who('planner', vaga))).status,
      ).toBe(403)
    })
  })
}

/// What a reader sees, with spaces as one.
const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/[\s ]+/g, ' ')

/// A reason for every block that stands in the way of an act.
async function overridesFor(
  p: Play,
  number: string,
  type: string,
): Promise<Record<string, string>> {
  const { available } = await import('../../../service/act.ts')
  const { events } = await available(
    p.house,
    { strategy: p.strategy, kind: 'participation', municipality: number },
    p.who('chief-executive', number).signedIn,
  )
  const findings = events.find((event) => event.type === type)?.findings ?? []
  return Object.fromEntries(
    findings.filter(({ level }) => level === 'B').map(({ rule }) => [rule, 'Det går likevel']),
  )
}
