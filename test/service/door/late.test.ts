import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { journalRows } from '../../../db/journal.ts'
import { processOf, storedOf } from '../../../db/process.ts'
import { act, type Outcome } from '../../../service/act.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import { fireDue } from '../../../service/timers.ts'
import { dialects } from '../../support/dialects.ts'
import { done, oyer, play, toConsultation, toConsultationDraft, type Play } from './play.ts'

const meeting = '2028-06-22'

for (const dialect of dialects) {
  describe(`facts that catch up on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      p.day('2028-05-09')
      await fireDue(p.house)
    })
    afterEach(() => p.close())

    const decide = (more = {}): Promise<Outcome> =>
      p.in(
        oyer,
        'record-decision',
        meeting,
        { outcome: 'unchanged', caseNumber: '61/28', votes: 'unanimous' },
        more,
      )
    const stored = async () =>
      storedOf((await processOf(p.house.store.db, 1, `${p.strategy}:${oyer}`))!)

    test('a decision recorded three weeks late, from five steps earlier, stands with its flags and its skipped steps', async () => {
      p.day('2028-07-13')
      const answer = done(await decide({ late: true }))
      expect(answer.state).toBe('K100')
      expect(answer.flags).toContain('steg_ikke_registrert')
      expect(answer.flags).not.toContain('brudd_30_dager')
      const { context } = await stored()
      expect(context.skipped).toEqual(
        expect.arrayContaining(['start-treating', 'submit-for-recommendation']),
      )
      const last = (await journalRows(p.house.store.db, 1, `${p.strategy}:${oyer}`)).at(-1)
      expect(last).toMatchObject({ acted_on: meeting, today: '2028-07-13' })
    })

    test('the same acts played live and filled in afterwards end in the same state and flags', async () => {
      const live = await play(dialect)
      try {
        await toConsultationDraft(live)
        await toConsultation(live, oyer)
        live.day('2028-05-09')
        await fireDue(live.house)
        done(await live.in(oyer, 'start-treating', '2028-05-10'))
        done(await live.in(oyer, 'submit-for-recommendation', '2028-06-01', { reason: 'utkastet' }))
        const last = done(
          await live.in(oyer, 'record-decision', meeting, {
            outcome: 'unchanged',
            caseNumber: '61/28',
            votes: 'unanimous',
          }),
        )

        p.day('2028-07-13')
        done(await decide({ late: true }))
        done(await p.in(oyer, 'start-treating', '2028-05-10', {}, { late: true }))
        const filled = done(
          await p.in(
            oyer,
            'submit-for-recommendation',
            '2028-06-01',
            { reason: 'utkastet' },
            { late: true },
          ),
        )
        expect(filled.state).toBe(last.state)
        expect(filled.flags).toEqual(last.flags)
        expect((await verifyJournal(p.house.store)).faults).toEqual([])
        expect((await verifyJournal(live.house.store)).faults).toEqual([])
      } finally {
        await live.close()
      }
    })

    test('a corrected date is a new entry; the old one stays, and what follows from it is derived again', async () => {
      p.day('2028-07-13')
      done(await decide({ late: true }))
      const rows = await journalRows(p.house.store.db, 1, `${p.strategy}:${oyer}`)
      const entry = rows.findLast((row) => row.type === 'record-decision')!
      const answer = await act(p.house, {
        process: { strategy: p.strategy, kind: 'participation', municipality: oyer },
        type: 'correct',
        actedOn: '2028-07-13',
        input: { entry: entry.seq, field: 'actedOn', value: '2028-04-10', reason: 'feil dato' },
        person: p.who('council-secretary', oyer).signedIn,
        key: 'correct',
      })
      const after = done(answer)
      expect(after.state).toBe('K100')
      expect(after.flags).toContain('brudd_30_dager')
      const kept = await journalRows(p.house.store.db, 1, `${p.strategy}:${oyer}`)
      expect(kept.find((row) => row.seq === entry.seq)?.acted_on).toBe(meeting)
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })
  })
}
