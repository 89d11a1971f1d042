import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../../db/open.ts'
import { eraseWords } from '../../../service/journal/erase.ts'
import { journalOf } from '../../../service/journal/read.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import { dialects } from '../../support/dialects.ts'
import { done, oyer, play, toConsultation, toConsultationDraft, vaga, type Play } from './play.ts'

/// Takes the lock off the journal, as someone with the database's own tools would.
async function unlock(store: Store): Promise<void> {
  if (store.dialect === 'postgres') {
    await sql`alter table journal disable trigger user`.execute(store.db)
  } else {
    await sql`drop trigger journal_no_update`.execute(store.db)
    await sql`drop trigger journal_no_delete`.execute(store.db)
  }
}

for (const dialect of dialects) {
  describe(`the journal on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      done(
        await p.in(oyer, 'extend-deadline', '2028-04-20', {
          deadlineOn: '2028-05-19',
          reason: 'Kari Nordmann ba om mer tid',
        }),
      )
    })
    afterEach(() => p.close())

    const process = () => `${p.strategy}:${oyer}`

    test('every chain holds, and folding every journal gives exactly what is stored', async () => {
      const { faults, processes, entries } = await verifyJournal(p.house.store)
      expect(faults).toEqual([])
      expect(processes).toBe(4)
      expect(entries).toBeGreaterThan(18)
    })

    test('any change of an entry is found, at that entry', async () => {
      const { db } = p.house.store
      await unlock(p.house.store)
      const columns = [
        'type',
        'acted_on',
        'actor',
        'input',
        'facts',
        'findings',
        'to_state',
      ] as const
      let tried = 0
      for (const column of columns) {
        const before = await db
          .selectFrom('journal')
          .select(column)
          .where('process', '=', process())
          .where('seq', '=', 3)
          .executeTakeFirstOrThrow()
        const set = (value: string) =>
          db
            .updateTable('journal')
            .set({ [column]: value })
            .where('process', '=', process())
            .where('seq', '=', 3)
            .execute()
        await set(`${before[column]} `)
        expect((await verifyJournal(p.house.store)).faults).toEqual([
          { region: 1, process: process(), seq: 3, what: 'entry' },
        ])
        await set(before[column])
        tried++
      }
      expect(tried).toBe(columns.length)
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('a removed entry, a cut end and a changed state are found', async () => {
      const { db } = p.house.store
      await unlock(p.house.store)
      await db.updateTable('process').set({ state: 'K90' }).where('id', '=', process()).execute()
      expect((await verifyJournal(p.house.store)).faults).toMatchObject([{ what: 'state' }])
      const last = (await journalOf(db, 1, process(), 'participation')).at(-1)!
      await db
        .deleteFrom('journal')
        .where('process', '=', process())
        .where('seq', '=', last.seq)
        .execute()
      expect((await verifyJournal(p.house.store)).faults).toMatchObject([
        { what: 'words' },
        { what: 'head' },
      ])
      await db.deleteFrom('journal').where('process', '=', process()).where('seq', '=', 2).execute()
      expect((await verifyJournal(p.house.store)).faults).toMatchObject([{ what: 'gap', seq: 2 }])
    })

    test('free words lie beside the chain: erased they are gone, and everything still verifies', async () => {
      const { db } = p.house.store
      const read = async () =>
        (await journalOf(db, 1, process(), 'participation')).find(
          (entry) => entry.type === 'extend-deadline',
        )!
      const entry = await read()
      expect(entry.input.reason).toBe('Kari Nordmann ba om mer tid')
      const chain = await db.selectFrom('journal').selectAll().execute()
      expect(JSON.stringify(chain)).not.toContain('Kari')

      const where = {
        region: 1,
        strategy: p.strategy,
        municipality: oyer,
        seq: entry.seq,
        field: 'reason',
        reason: 'Kari har bedt om det',
      }
      const planner = p.who('planner', oyer).signedIn
      await expect(eraseWords(p.house, where, planner)).rejects.toMatchObject({ code: 'forbidden' })
      const archivist = p.who('archivist', oyer).signedIn
      await expect(eraseWords(p.house, { ...where, reason: ' ' }, archivist)).rejects.toMatchObject(
        { code: 'input-invalid', field: 'reason' },
      )
      const before = await journalOf(db, 1, process(), 'participation')
      await eraseWords(p.house, where, archivist)
      const after = await journalOf(db, 1, process(), 'participation')
      expect(after).toHaveLength(before.length + 1)
      expect(after.at(-1)).toMatchObject({
        type: 'words-erased',
        by: archivist.id,
        role: 'archivist',
        behalfOf: oyer,
        input: { entry: entry.seq, field: 'reason', reason: 'Kari har bedt om det' },
        from: 'K50',
        to: 'K50',
      })
      expect(await read()).toMatchObject({ input: { reason: null }, erased: ['reason'] })
      expect(await verifyJournal(p.house.store)).toMatchObject({ faults: [], erased: 1 })
      await expect(eraseWords(p.house, where, archivist)).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    test('the archivist erases words on a page, with a reason; nobody else sees it, and the chain holds', async () => {
      const path = `/kommune/${oyer}/journal/slett`
      const archivist = p.who('archivist', oyer)
      const entries = await journalOf(p.house.store.db, 1, process(), 'participation')
      const { seq } = entries.find(({ type }) => type === 'extend-deadline')!
      const page = async () => (await p.get(path, archivist)).text()
      expect(await page()).toContain('Kari Nordmann ba om mer tid')
      for (const other of [p.who('planner', oyer), p.who('archivist', vaga), p.who('coordinator')])
        expect((await p.get(path, other)).status).toBe(403)
      const field = `reason-${seq}-reason`
      const send = (reason: string, who = archivist) =>
        p.form(path, { seq: String(seq), field: 'reason', [field]: reason }, who)
      const empty = await send('')
      expect(empty.status).toBe(422)
      const asked = await empty.text()
      expect(asked).toContain(`href="#felt-${field}"`)
      expect(asked).toContain(`id="felt-${field}"`)
      expect((await send('Kari har bedt om det', p.who('planner', oyer))).status).toBe(403)
      expect((await send('Kari har bedt om det')).status).toBe(303)
      expect(await page()).not.toContain('Kari Nordmann')
      expect(await page()).toContain('Kari har bedt om det')
      expect((await send('Kari har bedt om det')).status).toBe(404)
      expect(await verifyJournal(p.house.store)).toMatchObject({ faults: [], erased: 1 })
      const journal = await (await p.get(`/kommune/${oyer}/journal`, archivist)).text()
      expect(journal).toContain(path)
      expect(journal).not.toContain('Kari Nordmann')
    })

    test('words are erased on the host too, also of the joint work, and later acts build on it', async () => {
      const { db } = p.house.store
      const joint = await journalOf(db, 1, p.strategy, 'strategy')
      const { seq } = joint.find((entry) => entry.type === 'record-steering-decision')!
      const where = { region: 1, strategy: p.strategy, seq, field: 'reference', reason: 'pålagt' }
      await eraseWords(p.house, where, { host: 'root' })
      expect((await journalOf(db, 1, p.strategy, 'strategy')).at(-1)).toMatchObject({
        type: 'words-erased',
        by: 'system',
        input: { entry: seq, field: 'reference', reason: 'pålagt', by: 'root' },
      })
      expect(await verifyJournal(p.house.store)).toMatchObject({ faults: [], erased: 1 })
      const about = { about: 'x', reference: 'sak 5' }
      done(await p.joint('record-steering-decision', '2028-04-21', about))
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('a correction’s new words are as erasable as the old', async () => {
      const { db } = p.house.store
      const all = await journalOf(db, 1, process(), 'participation')
      const wrong = all.find((entry) => entry.type === 'extend-deadline')!
      done(
        await p.in(oyer, 'correct', '2028-04-20', {
          entry: wrong.seq,
          field: 'reason',
          value: 'Ola Nordmann ba om det',
          reason: 'feil navn',
        }),
      )
      const last = (await journalOf(db, 1, process(), 'participation')).at(-1)!
      expect(last.input).toMatchObject({ field: 'reason', value: 'Ola Nordmann ba om det' })
      expect(JSON.stringify(await db.selectFrom('journal').selectAll().execute())).not.toContain(
        'Ola',
      )
      await eraseWords(
        p.house,
        {
          region: 1,
          strategy: p.strategy,
          municipality: oyer,
          seq: last.seq,
          field: 'value',
          reason: 'feil person',
        },
        p.who('archivist', oyer).signedIn,
      )
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('words put in the place of others are found', async () => {
      await p.house.store.db
        .updateTable('journal_detail')
        .set({ value: 'noe annet' })
        .where('process', '=', process())
        .where('field', '=', 'reason')
        .execute()
      expect((await verifyJournal(p.house.store)).faults).toMatchObject([{ what: 'words' }])
    })

    test('an entry names who acted, in which role and for whom', async () => {
      const [first] = await journalOf(p.house.store.db, 1, process(), 'participation')
      expect(first).toMatchObject({
        seq: 1,
        type: 'join',
        byName: `council-secretary ${oyer}`,
        role: 'council-secretary',
        behalfOf: oyer,
        from: 'K00',
        to: 'K10',
      })
    })
  })
}
