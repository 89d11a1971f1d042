// Receiving: numbers without gaps, late by each municipality's own deadline, once for each key, and nothing secret out.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SubmissionInput } from '../../../service/submission/input.ts'
import { submissionsOf } from '../../../service/submission/list.ts'
import { publicSubmissions, submissionByReceipt } from '../../../service/submission/public-reads.ts'
import { dayInOslo, receiveSubmission } from '../../../service/submission/receive.ts'
import type { House } from '../../../service/house.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { givenStrategy, type GivenStrategy } from '../../support/strategy.ts'

/// The house with its clock standing on an instant, not only on a day.
const at = (house: House, instant: string): House => ({
  ...house,
  clock: { ...house.clock, instant: () => instant, today: () => dayInOslo(instant) },
})

const said = (more: Partial<SubmissionInput> = {}): SubmissionInput => ({
  senderKind: 'resident',
  language: 'nb',
  points: [{ stance: 'remark', text: 'Bra.' }],
  ...more,
})

for (const dialect of dialects) {
  describe(dialect.name, () => {
    let t: TestHouse
    let s: GivenStrategy
    const receive = (more: Partial<SubmissionInput> = {}, house = t.house, key?: string) =>
      receiveSubmission(house, s.slug, said(more), key === undefined ? {} : { key })

    beforeEach(async () => {
      t = await testHouse(dialect, { today: '2028-05-08' })
      s = await givenStrategy(t.house, {
        '3440': { state: 'K50', deadlineOn: '2028-05-26' },
        '3431': { state: 'K50', deadlineOn: '2028-06-09' },
        '3435': { state: 'K20' },
        '3434': { state: 'K110' },
        '3433': { state: 'K900' },
      })
    })
    afterEach(() => t.close())

    test('numbers are consecutive, also when many send at once', async () => {
      const numbers = await Promise.all(Array.from({ length: 12 }, () => receive()))
      expect(numbers.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 12 }, (_, n) => n + 1),
      )
    })

    test('15: a submission is late for one municipality and in time for another', async () => {
      const last = at(t.house, '2028-05-26T21:59:59Z')
      const first = at(t.house, '2028-05-26T22:00:00Z')
      const to = ['3440', '3431']
      expect((await receive({ to }, last)).late).toEqual([])
      expect((await receive({ to }, first)).late).toEqual(['3440'])
      const [, late] = await submissionsOf(t.house.store.db, s.of)
      expect([late?.receivedOn, late?.late]).toEqual(['2028-05-27', ['3440']])
    })

    test('in winter the day ends an hour later by the clock of the world', () => {
      expect(dayInOslo('2028-02-14T22:59:59Z')).toBe('2028-02-14')
      expect(dayInOslo('2028-02-14T23:00:00Z')).toBe('2028-02-15')
    })

    test('sent to all it reaches those who have not decided, also one not yet in consultation', async () => {
      const { to } = await receive({ to: 'all' })
      expect(to).toContain('3435')
      expect(to).not.toContain('3434')
      expect(to).not.toContain('3433')
      expect(to).toHaveLength(10)
    })

    test.each([['3435'], ['3434'], ['3433']])(
      'is refused when %s alone is asked and is not open for it',
      async (municipality) => {
        await expect(receive({ to: [municipality] })).rejects.toMatchObject({
          code: 'not-in-this-state',
          field: 'to',
        })
      },
    )

    test('a point on a municipality’s own part goes to it without being told', async () => {
      const { number, to } = await receive({
        points: [{ section: s.own.section, stance: 'against', text: 'Nei.' }],
      })
      expect(to).toEqual(['3440'])
      const one = (await submissionsOf(t.house.store.db, s.of)).find((x) => x.number === number)
      expect(one?.points[0]?.zone).toBe('3440')
    })

    test('the quote is what stood in the version that was read', async () => {
      await receive({
        points: [
          {
            section: s.joint.section,
            version: s.joint.version,
            anchor: 'f5b2',
            quote: 'noe ganske annet',
            stance: 'support',
            text: 'Bra.',
          },
        ],
      })
      const [one] = await submissionsOf(t.house.store.db, s.of)
      expect(one?.points[0]?.quote).toBe('Kommunene etablerer et felles råd for deltidsinnbyggere.')
    })

    test.each([
      ['section', { section: 'no-such' }],
      ['anchor', { anchor: 'f5b99' }],
      ['version', { version: 'a'.repeat(64) }],
    ])('an unknown %s is refused with the field', async (field, wrong) => {
      const { section, version } = s.joint
      const point = { section, version, anchor: 'f5b1', stance: 'support' as const, text: 'a' }
      await expect(receive({ points: [{ ...point, ...wrong }] })).rejects.toMatchObject({
        code: 'input-invalid',
        field: `points.0.${field}`,
      })
      expect(await submissionsOf(t.house.store.db, s.of)).toEqual([])
    })

    test('a version that is not public is as unknown as one that does not exist', async () => {
      await t.house.store.db.deleteFrom('version_public').execute()
      const { section, version } = s.joint
      await expect(
        receive({ points: [{ section, version, stance: 'support', text: 'a' }] }),
      ).rejects.toMatchObject({ code: 'input-invalid' })
    })

    test('the same key answers with the same number and receipt, and holds one submission', async () => {
      const first = await receive({}, t.house, 'key-one-of-mine')
      const again = await receive({}, t.house, 'key-one-of-mine')
      expect([again.number, again.receipt]).toEqual([first.number, first.receipt])
      expect(await submissionsOf(t.house.store.db, s.of)).toHaveLength(1)
      const row = await t.house.store.db.selectFrom('submission').selectAll().executeTakeFirst()
      expect(JSON.stringify(row)).not.toContain(first.receipt)
    })

    test('the same key twice at once holds one submission', async () => {
      const all = await Promise.all([1, 2, 3].map(() => receive({}, t.house, 'key-at-once')))
      expect(new Set(all.map(({ receipt }) => receipt)).size).toBe(1)
      expect(await submissionsOf(t.house.store.db, s.of)).toHaveLength(1)
    })

    test('the same key with other words is refused', async () => {
      await receive({}, t.house, 'key-one-of-mine')
      await expect(
        receive({ points: [{ stance: 'remark', text: 'Noe annet.' }] }, t.house, 'key-one-of-mine'),
      ).rejects.toMatchObject({ code: 'key-reused' })
    })

    test('no public read holds the sender’s contact, and the receipt opens only one’s own', async () => {
      const mine = await receive({ name: 'Kari', contact: 'kari@example.org' })
      await receive({ contact: '99 88 77 66' })
      const { db } = t.house.store
      const open = await publicSubmissions(db, 1, s.id)
      expect(open).toHaveLength(2)
      const own = await submissionByReceipt(db, s.slug, mine.receipt)
      expect(own?.number).toBe(mine.number)
      for (const read of [open, own]) {
        expect(JSON.stringify(read)).not.toMatch(/kari@example|99 88|contact|receipt/)
      }
      expect(await submissionByReceipt(db, s.slug, 'x'.repeat(43))).toBeUndefined()
      expect(await submissionByReceipt(db, s.slug, "' or 1=1")).toBeUndefined()
    })

    test('the address takes one without sign-in and says what is wrong with another', async () => {
      const path = `/api/strategies/${s.id}/submissions`
      const good = await t.post(path, { text: '<script>alert(1)</script>', to: ['3440'] })
      expect(good.status).toBe(201)
      expect(await good.json()).toMatchObject({
        number: 1,
        receipt: expect.stringMatching(/^.{43}$/),
      })
      const bad = await t.post(path, { text: '01010750160' }, undefined, {
        'accept-language': 'nn',
      })
      expect(bad.status).toBe(422)
      expect(bad.headers.get('content-type')).toContain('problem+json')
      expect(await bad.json()).toMatchObject({ code: 'personal-number', field: 'text' })
      expect((await t.post(path, { text: 'a', to: ['3434'] })).status).toBe(409)
      expect((await t.post('/api/strategies/no-such/submissions', { text: 'a' })).status).toBe(404)
      expect((await t.post(path, { nothing: 1 })).status).toBe(400)
    })

    test('the address takes only so many from one sender', async () => {
      const path = `/api/strategies/${s.id}/submissions`
      const statuses: number[] = []
      for (let n = 0; n < 32; n++) statuses.push((await t.post(path, { text: `${n}` })).status)
      expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 201))
      expect(statuses.at(-1)).toBe(429)
    })
  })
}
