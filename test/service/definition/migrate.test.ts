import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { processOf } from '../../../db/process.ts'
import { armedTimers } from '../../../db/timer.ts'
import {
  applyMigration,
  previewMigration,
  versionsApart,
} from '../../../service/definition/migrate.ts'
import { refuseUnknownVersions } from '../../../service/definition/refuse-unknown.ts'
import { journalOf } from '../../../service/journal/read.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import { canonicalJson, sha256, type Canonical } from '../../../service/version/canonical.ts'
import {
  currentDefinition,
  registry,
  type Migration,
  type Registry,
} from '../../../workflows/definitions.ts'
import { participationDefinition } from '../../../workflows/participation.ts'
import { sayFinding } from '../../../workflows/words.ts'
import { dialects } from '../../support/dialects.ts'
import {
  done,
  oyer,
  play,
  refused,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Play,
} from '../door/play.ts'

/// A made-up version 2: a consultation lasts a week longer, and one's own part is written while one joins.
const toTwo: Migration = {
  kind: 'participation',
  from: 1,
  to: 2,
  mapState: (state) => (state === 'K20' ? 'K10' : state),
  mapContext: (context, state) =>
    state === 'K50' ? { ...context, deadlineOn: '2028-05-15' } : context,
}
const two = { definition: { ...participationDefinition, version: 2 }, hash: 'two' }
const withTwo: Registry = {
  definitions: [...registry.definitions, two],
  migrations: [toTwo],
}
const when = { today: '2028-04-03', recordedAt: '2028-04-03T07:00:00.000Z' }

test('every definition has the hash it is registered under', () => {
  expect(registry.definitions.length).toBeGreaterThan(1)
  for (const { definition, hash } of registry.definitions) {
    // Another hash means another definition: give it a new version and a migration once processes run on this one.
    expect(sha256(canonicalJson(definition as unknown as Canonical))).toBe(hash)
  }
  expect(currentDefinition('participation', withTwo)).toBe(two)
})

for (const dialect of dialects) {
  describe(`a new version of the procedure on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
    })
    afterEach(() => p.close())

    const of = (number: string) => `${p.strategy}:${number}`
    const row = (number: string) => processOf(p.house.store.db, 1, of(number))

    test('is listed process by process, with changed states, flags and dates, changing nothing', async () => {
      const { db } = p.house.store
      const before = await db.selectFrom('process').selectAll().orderBy('id').execute()
      const moved = await previewMigration(db, when, withTwo)
      expect(moved.map(({ process }) => process).sort()).toHaveLength(3)
      expect(moved.find(({ process }) => process === of(vaga))).toMatchObject({
        from: 1,
        to: 2,
        state: { before: 'K20', after: 'K10' },
      })
      const laidOut = moved.find(({ process }) => process === of(oyer))!
      expect(laidOut.state).toEqual({ before: 'K50', after: 'K50' })
      expect(laidOut.dates.before).toContain('deadline-passed 2028-05-09')
      expect(laidOut.dates.after).toContain('deadline-passed 2028-05-16')
      expect(await db.selectFrom('process').selectAll().orderBy('id').execute()).toEqual(before)
    })

    test('moves every process with one entry each, which folding passes and later acts build on', async () => {
      const { db } = p.house.store
      const seq = (await row(vaga))!.seq
      expect(await applyMigration(db, when, withTwo)).toHaveLength(3)
      expect(await row(vaga)).toMatchObject({ machine_version: 2, state: 'K10', seq: seq + 1 })
      const journal = await journalOf(db, 1, of(vaga), 'participation')
      expect(journal.at(-1)).toMatchObject({
        type: 'definition-migrated',
        by: 'system',
        input: { from: 1, to: 2, definition: 'two', state: 'K10' },
        from: 'K20',
        to: 'K10',
      })
      expect((await armedTimers(db, 1, of(oyer))).map((one) => one.acted_on)).toEqual([
        '2028-05-16',
      ])
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
      expect(await applyMigration(db, when, withTwo)).toEqual([])

      expect(done(await p.in(vaga, 'start-own-part', '2028-04-04')).state).toBe('K20')
      expect(await row(vaga)).toMatchObject({ machine_version: 2, seq: seq + 2 })
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('an entry from before it is corrected where the new definition reads all of it alike', async () => {
      const alike: Registry = {
        ...withTwo,
        migrations: [{ ...toTwo, mapState: (s) => s, mapContext: (c) => c }],
      }
      await applyMigration(p.house.store.db, when, alike)
      const change = { entry: 1, field: 'actedOn', value: '2027-11-02', reason: 'feil dato' }
      done(await p.in(oyer, 'correct', '2028-04-04', change, { role: 'council-secretary' }))
      const stored = JSON.parse((await row(oyer))!.context) as { joinedOn: string }
      expect(stored.joinedOn).toBe('2027-11-02')
      expect((await row(oyer))!.state).toBe('K50')
      const extended = { deadlineOn: '2028-06-01', reason: 'mer tid' }
      done(await p.in(oyer, 'extend-deadline', '2028-04-05', extended))
      expect((await row(oyer))!.machine_version).toBe(2)
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('[A7] an entry the new definition reads otherwise is refused by name, with what to do instead', async () => {
      await applyMigration(p.house.store.db, when, withTwo)
      const change = { entry: 1, field: 'actedOn', value: '2027-11-02', reason: 'feil dato' }
      const no = refused(
        await p.in(oyer, 'correct', '2028-04-04', change, { role: 'council-secretary' }),
      )
      expect(no.findings).toMatchObject([{ rule: 'A7', level: 'H' }])
      expect(sayFinding(no.findings[0]!, 'nb').way).toContain('som en ny linje med riktig dato')
      expect((await verifyJournal(p.house.store)).faults).toEqual([])
    })

    test('moves all or none: a state the new version lacks stops it', async () => {
      const { db } = p.house.store
      const wrong: Registry = {
        ...withTwo,
        migrations: [{ ...toTwo, mapState: (s) => (s === 'K50' ? 'K51' : s) }],
      }
      await expect(applyMigration(db, when, wrong)).rejects.toThrow('there is no state K51')
      expect((await row(vaga))!.machine_version).toBe(1)
    })

    test('is asked for at start, and a version nobody knows keeps the service down', async () => {
      const { store } = p.house
      await refuseUnknownVersions(store)
      await expect(refuseUnknownVersions(store, withTwo)).rejects.toThrow(
        'migrate-definitions --dry-run',
      )
      await applyMigration(store.db, when, withTwo)
      await refuseUnknownVersions(store, withTwo)
      await expect(refuseUnknownVersions(store)).rejects.toThrow(
        'does not know version 2 of the procedure, which 3 of the stored processes follow',
      )
      expect((await versionsApart(store.db)).stranded).toHaveLength(3)
    })
  })
}
