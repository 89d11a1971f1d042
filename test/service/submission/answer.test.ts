// Answers: one for all it concerns, by those who may, loud when two write at once, and hiding without losing.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answersGiven } from '../../../db/submission.ts'
import { submissionCounts } from '../../../db/surroundings.ts'
import {
  answerPoint,
  hideSubmission,
  type AnswerInput,
} from '../../../service/submission/answer.ts'
import { isAnswered, submissionsOf } from '../../../service/submission/list.ts'
import { publicSubmissions } from '../../../service/submission/public-reads.ts'
import { receiveSubmission } from '../../../service/submission/receive.ts'
import type { SignedIn } from '../../../service/house.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type GivenRole, type TestHouse } from '../../support/house.ts'
import { givenStrategy, type GivenStrategy } from '../../support/strategy.ts'

for (const dialect of dialects) {
  describe(dialect.name, () => {
    let t: TestHouse
    let s: GivenStrategy
    let oyer: SignedIn
    let vaga: SignedIn
    let coordinator: SignedIn
    let secretary: SignedIn

    const person = async (name: string, ...roles: GivenRole[]): Promise<SignedIn> => {
      const { cookie } = await t.signIn(name, roles)
      return (await personOfSession(t.house, cookie.slice('sid='.length)))!
    }
    const answer = (who: SignedIn, more: Partial<AnswerInput> = {}) =>
      answerPoint(t.house, who, s.of, {
        number: 1,
        point: 1,
        assessment: 'Vi er enige.',
        outcome: 'accepted',
        expectedSeq: 0,
        ...more,
      })
    const counts = async (municipality: string) =>
      (await submissionCounts(t.house.store.db, 1, s.id)).get(municipality)
    const answered = async () =>
      (await submissionsOf(t.house.store.db, s.of)).flatMap((one) => one.points.filter(isAnswered))
        .length

    beforeEach(async () => {
      t = await testHouse(dialect, { today: '2028-06-06' })
      s = await givenStrategy(t.house, { '3440': { state: 'K70', deadlineOn: '2028-05-26' } })
      oyer = await person('Ingrid', { role: 'planner', municipality: '3440' })
      vaga = await person('Olav', { role: 'planner', municipality: '3435' })
      coordinator = await person('Mari', { role: 'coordinator' })
      secretary = await person('Sekretær', { role: 'council-secretary', municipality: '3440' })
      await receiveSubmission(t.house, s.slug, {
        to: ['3440', '3435'],
        senderKind: 'organisation',
        name: 'Hytteeierlaget',
        language: 'nb',
        points: [
          { section: s.joint.section, stance: 'support', text: 'Om fellesdelen.' },
          { section: s.own.section, stance: 'against', text: 'Om Øyer.' },
        ],
      })
    })
    afterEach(() => t.close())

    test('17: an answer to the joint text is written once and counts for all it was sent to', async () => {
      expect(await counts('3435')).toEqual({ total: 1, unanswered: 1 })
      await answer(vaga)
      expect(await counts('3435')).toEqual({ total: 1, unanswered: 0 })
      expect(await counts('3440')).toEqual({ total: 1, unanswered: 1 })
      const [one] = await publicSubmissions(t.house.store.db, 1, s.id, { municipality: '3440' })
      expect(one?.points[0]?.answer).toMatchObject({ by: 'joint', outcome: 'accepted' })
    })

    test('a point on a municipality’s own part is answered by its planners alone', async () => {
      for (const other of [vaga, coordinator, secretary]) {
        await expect(answer(other, { point: 2 })).rejects.toMatchObject({ code: 'forbidden' })
      }
      await answer(oyer, { point: 2, outcome: 'rejected' })
      expect(await answered()).toBe(1)
    })

    test('a secretary and a stranger answer nothing on the joint text', async () => {
      const stranger = await person('Ingen')
      for (const other of [secretary, stranger]) {
        await expect(answer(other)).rejects.toMatchObject({ code: 'forbidden' })
      }
      await answer(coordinator)
    })

    test('two who answer at once: the second is told, and nothing is overwritten', async () => {
      const results = await Promise.allSettled([
        answer(oyer, { assessment: 'Fra Øyer.' }),
        answer(vaga, { assessment: 'Frå Vågå.' }),
      ])
      const refused = results.filter((one) => one.status === 'rejected')
      expect(refused).toHaveLength(1)
      expect(refused[0]?.reason).toMatchObject({ code: 'conflict', seq: 1 })
      expect(await answersGiven(t.house.store.db, s.of, 1, 1)).toHaveLength(1)
    })

    test('a changed answer keeps the one before it', async () => {
      await answer(oyer)
      await answer(vaga, { expectedSeq: 1, outcome: 'partly', assessment: 'Delvis, likevel.' })
      const given = await answersGiven(t.house.store.db, s.of, 1, 1)
      expect(given.map(({ outcome }) => outcome)).toEqual(['accepted', 'partly'])
      const [one] = await submissionsOf(t.house.store.db, s.of)
      expect(one?.points[0]?.answer).toMatchObject({ outcome: 'partly', seq: 2 })
    })

    test('what was answered once can never be changed or deleted in the database', async () => {
      await answer(oyer)
      const { db } = t.house.store
      await expect(
        db.updateTable('answer_given').set({ outcome: 'noted' }).execute(),
      ).rejects.toThrow()
      await expect(db.deleteFrom('answer_given').execute()).rejects.toThrow()
    })

    test('a municipality adds to the joint answer without changing it', async () => {
      await answer(coordinator)
      await answer(oyer, { additionBy: '3440', assessment: 'I Øyer alt i 2028.', outcome: '' })
      await expect(
        answer(vaga, { additionBy: '3440', assessment: 'Nei.', outcome: '' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
      const [one] = await submissionsOf(t.house.store.db, s.of)
      expect(one?.points[0]?.answer?.outcome).toBe('accepted')
      expect(one?.points[0]?.additions.map(({ by }) => by)).toEqual(['3440'])
    })

    test.each<[string, Partial<AnswerInput>, { code: string; field?: string }]>([
      [
        'an outcome that is none',
        { outcome: 'maybe' },
        { code: 'input-invalid', field: 'outcome' },
      ],
      [
        'no reason for a no',
        { outcome: 'rejected', assessment: ' ' },
        { code: 'input-invalid', field: 'assessment' },
      ],
      ['a personal number', { assessment: '01010750160' }, { code: 'personal-number' }],
      [
        'a change in a section that is not there',
        { ledTo: 'x' },
        { code: 'input-invalid', field: 'ledTo' },
      ],
      ['a point that is not there', { point: 9 }, { code: 'not-found' }],
    ])('is refused for %s', async (_what, input, expected) => {
      await expect(answer(oyer, input)).rejects.toMatchObject(expected)
      expect(await answered()).toBe(0)
    })

    test('16: hidden with a reason the words leave every public read, and come back as they were', async () => {
      const { db } = t.house.store
      await expect(hideSubmission(t.house, oyer, s.of, 1, ' ')).rejects.toMatchObject({
        code: 'input-invalid',
        field: 'reason',
      })
      await expect(hideSubmission(t.house, secretary, s.of, 1, 'x')).rejects.toMatchObject({
        code: 'forbidden',
      })
      await hideSubmission(t.house, oyer, s.of, 1, 'Opplysninger om andre.')
      const [hidden] = await publicSubmissions(db, 1, s.id)
      expect(hidden).toMatchObject({ number: 1, name: '', points: [] })
      expect(hidden?.hidden).toEqual({ reason: 'Opplysninger om andre.' })
      const [kept] = await submissionsOf(db, s.of)
      expect(kept?.points[0]?.text).toBe('Om fellesdelen.')
      await hideSubmission(t.house, oyer, s.of, 1, undefined)
      expect((await publicSubmissions(db, 1, s.id))[0]?.name).toBe('Hytteeierlaget')
    })
  })
}
