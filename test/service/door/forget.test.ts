// How long a key is good for.
import { afterEach, describe, expect, test } from 'vitest'
import { forgetAnswers, rememberedDays } from '../../../service/forget.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import { done, oyer, play, type Play } from './play.ts'

for (const dialect of dialects) {
  describe(`answers that are remembered, on ${dialect.name}`, () => {
    let p: Play
    afterEach(() => p.close())

    const kept = async (): Promise<string[]> => {
      const rows = await p.house.store.db.selectFrom('idempotency').select('key').execute()
      return rows.map((row) => row.key).sort()
    }
    const after = (days: number): string =>
      Temporal.PlainDate.from('2027-11-01').add({ days }).toString()

    test('a key answers the same for a month, and is forgotten then; the journal and the system’s own keys stay', async () => {
      p = await play(dialect)
      done(await p.joint('invite', '2027-11-01', { municipality: oyer }, { key: 'invite' }))
      const input = { body: 'formannskap' }
      done(await p.in(oyer, 'join', '2027-11-01', input, { key: 'join' }))
      await p.house.store.db
        .insertInto('idempotency')
        .values({
          region: 1,
          process: p.strategy,
          person: 'system',
          key: 'timer/deadline-passed/1',
          request_hash: '',
          answer: '{}',
          created_at: '2027-11-01T09:00:00.000Z',
        })
        .execute()
      p.day(after(rememberedDays))
      expect(await forgetAnswers(p.house)).toBe(0)
      const again = await p.in(oyer, 'join', '2027-11-01', input, { key: 'join', late: true })
      expect(again).toMatchObject({ ok: true, replayed: true })

      p.day(after(rememberedDays + 1))
      done(await p.joint('start-knowledge-base', after(rememberedDays + 1), {}, { key: 'now' }))
      await workOnce(p.house)
      expect(await kept()).toEqual(['now', 'timer/deadline-passed/1'])
      // The same key is a new command now, and the rules speak.
      const late = await p.in(oyer, 'join', '2027-11-01', input, { key: 'join', late: true })
      expect(late).not.toMatchObject({ replayed: true })
      const { rows } = await entries()
      expect(rows).toBeGreaterThanOrEqual(3)
      expect(await forgetAnswers(p.house)).toBe(0)
    })

    const entries = async () => ({
      rows: (await p.house.store.db.selectFrom('journal').select('seq').execute()).length,
    })
  })
}
