// What a decision is told comes from what is really there: translations, comments that must be settled, who was asked.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { XmlElement } from 'yjs'
import { insertThread } from '../../../db/comment.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'
import type { Outcome } from '../../../service/act.ts'
import { dialects } from '../../support/dialects.ts'
import { done, oyer, play, refused, three, toConsultationDraft, vaga, type Play } from './play.ts'

for (const dialect of dialects)
  describe(`facts of a decision on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
    })
    afterEach(() => p.close())

    const found = (outcome: Outcome, rule: string) =>
      outcome.findings.find((finding) => finding.rule === rule)
    const sections = (zone: string) => sectionsOf(p.house.store.db, 1, p.strategy, zone)
    const toReview = async () => {
      for (const number of three) {
        done(await p.joint('invite', '2027-11-01', { municipality: number }))
        done(await p.in(number, 'join', '2027-11-03', { body: 'formannskap' }))
      }
      done(await p.joint('start-knowledge-base', '2027-11-08'))
      done(await p.joint('start-drafting', '2027-12-13'))
      done(await p.joint('start-review', '2028-03-01'))
    }
    /// Says that the section's first paragraph in one language was checked against these words in the other.
    const checked = (id: string, lang: 'nb' | 'nn', words: string) =>
      p.house.rooms.write(1, id, 'x', (doc) => {
        const block = doc.getXmlFragment(lang).get(0) as XmlElement
        block.setAttribute('source', words)
      })

    test('[G4] comments on the joint text that must be settled are counted while they are open', async () => {
      await toReview()
      done(await p.joint('return-to-drafting', '2028-03-02', { reason: 'mer' }))
      const [section] = await sections('joint')
      const thread = {
        region: 1,
        section: section!.id,
        lang: 'nb',
        block: 'a',
        quote: 'x',
        anchor_from: '',
        anchor_to: '',
        municipality: null,
        person: p.who('coordinator').id,
        created_at: '2028-03-02T08:00:00.000Z',
        must: 1,
        moved_at: null,
        moved_by: null,
        quote_before: null,
      }
      await p.house.store.db.transaction().execute(async (trx) => {
        for (const [id, circle, settled] of [
          ['open', 'all', null],
          ['settled', 'all', '2028-03-02T09:00:00.000Z'],
          ['mine', 'me', null],
        ] as const)
          await insertThread(trx, {
            ...thread,
            id,
            circle,
            resolved_at: settled,
            resolved_by: settled && thread.person,
          })
      })
      const review = done(await p.joint('start-review', '2028-03-03'))
      expect(found(review, 'G4')).toMatchObject({ level: 'S', values: { count: 1 } })
    })

    test('[G5] a joint translation checked against older words stops the freeze until it is checked again', async () => {
      await toReview()
      const [section] = await sections('joint')
      await checked(section!.id, 'nn', 'Det som sto før.')
      const no = refused(await p.joint('freeze-consultation-draft', '2028-03-13'))
      expect(found(no, 'G5')).toMatchObject({
        overridableBy: 'steering-leader',
        values: { missing: 0, machine: 0, outdated: 1 },
      })
      await checked(section!.id, 'nn', 'Hva vi vil sammen')
      done(await p.joint('freeze-consultation-draft', '2028-03-13'))
    })

    test('[G23] a paragraph without a counterpart is told and stops nothing; a chapter without one stops', async () => {
      await toReview()
      const [first, second] = await sections('joint')
      await p.house.rooms.write(1, first!.id, 'x', (doc) => {
        writeBlocks(doc, 'nb', [{ id: 'only-nb', text: 'Bare her.' }])
      })
      await p.house.rooms.write(1, second!.id, 'x', (doc) => {
        const { length } = doc.getXmlFragment('nn')
        doc.getXmlFragment('nn').delete(0, length)
      })
      const no = refused(await p.joint('freeze-consultation-draft', '2028-03-13'))
      expect(found(no, 'G5')).toMatchObject({ values: { missing: 1 } })
      expect(found(no, 'G23')).toMatchObject({ level: 'S', values: { count: 1 } })
    })

    test('[P3] how far the own part was when it was frozen goes with it to first treatment', async () => {
      await toConsultationDraft(p)
      const [section] = await sections(vaga)
      await checked(section!.id, 'nn', 'Det som sto før.')
      done(
        await p.in(vaga, 'choose-master-plan', '2028-03-20', { societal: 'full', landUse: 'full' }),
      )
      done(await p.in(vaga, 'freeze-own-part', '2028-03-20'))
      const no = refused(await p.in(vaga, 'submit-for-first-treatment', '2028-03-21'))
      expect(found(no, 'P3')).toMatchObject({
        overridableBy: 'chief-executive',
        values: { outdated: 1 },
      })
      await checked(section!.id, 'nn', `Særtrekk i ${vaga}`)
      done(await p.in(vaga, 'freeze-own-part', '2028-03-22'))
      done(await p.in(vaga, 'submit-for-first-treatment', '2028-03-22'))
    })

    test('[P12] whoever was asked at the start or in the planning forum need not be asked again', async () => {
      await toConsultationDraft(p)
      const ask = { consultees: ['required'], occasion: 'planning-forum' }
      done(await p.in(oyer, 'record-asking', '2028-02-01', ask, { late: true }))
      done(
        await p.in(oyer, 'record-publication', '2028-03-27', {
          publishedOn: '2028-03-27',
          deadlineOn: '2028-05-08',
        }),
      )
      p.day('2028-05-20')
      done(await p.in(oyer, 'record-recommendation', '2028-05-20', { body: 'formannskap' }))
      const asked = await p.in(oyer, 'schedule-council', '2028-05-21', { meetingOn: '2028-06-15' })
      expect(found(asked, 'P12')).toBeUndefined()
      done(
        await p.in(
          vaga,
          'record-publication',
          '2028-03-27',
          {
            publishedOn: '2028-03-27',
            deadlineOn: '2028-05-08',
            consultees: ['Lom kommune'],
          },
          { late: true },
        ),
      )
      done(await p.in(vaga, 'record-recommendation', '2028-05-21', { body: 'formannskap' }))
      const not = await p.in(vaga, 'schedule-council', '2028-05-21', { meetingOn: '2028-06-15' })
      expect(found(not, 'P12')).toMatchObject({ level: 'B' })
    })
  })
