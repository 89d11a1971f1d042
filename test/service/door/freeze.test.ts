import { createHash } from 'node:crypto'
import { XmlElement, XmlText } from 'yjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { journalRows } from '../../../db/journal.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { replaceText, writeBlocks } from '../../../editor/shared/write.ts'
import { resolve } from '../../../service/text/references.ts'
import { currentEdition } from '../../../service/version/edition.ts'
import { freezeDraft, withDraft } from '../../../service/version/freeze.ts'
import { openEdition, openPart, openSection } from '../../../service/version/manifest.ts'
import { saveProposedPoints } from '../../../service/version/proposal.ts'
import {
  isPublic,
  sectionsOfVersion,
  versionByHash,
  versionLabel,
  versionsOf,
} from '../../../service/version/read.ts'
import { dialects } from '../../support/dialects.ts'
import {
  done,
  lesja,
  oyer,
  play,
  refused,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Play,
} from './play.ts'

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

for (const dialect of dialects) {
  describe(`freezing on ${dialect.name}`, () => {
    let p: Play
    beforeEach(async () => {
      p = await play(dialect)
    })
    afterEach(() => p.close())

    const versions = (scope: 'section' | 'joint' | 'own' | 'edition', zone?: string) =>
      versionsOf(p.house.store.db, 1, p.strategy, {
        visible: 'all',
        scope,
        ...(zone ? { zone } : {}),
      })
    const bytesOf = async (hash: string) =>
      (await versionByHash(p.house.store.db, 1, p.strategy, hash))!.bytes

    test('a frozen part is a manifest of its sections, each stored under the sum of its own bytes', async () => {
      await toConsultationDraft(p)
      const [joint, ...others] = await versions('joint')
      expect(others).toEqual([])
      expect(sum(await bytesOf(joint!.hash))).toBe(joint!.hash)
      const part = openPart(await bytesOf(joint!.hash))
      expect(part.sections.map((section) => section.code)).toEqual(['F1', 'F2'])
      for (const { sha256, code } of part.sections) {
        const bytes = await bytesOf(sha256)
        expect(sum(bytes)).toBe(sha256)
        expect(openSection(bytes).code).toBe(code)
      }
      const [first] = await sectionsOfVersion(p.house.store.db, 1, p.strategy, joint!.hash)
      expect(first?.nb).toEqual({
        type: 'doc',
        content: [
          {
            type: 'block',
            attrs: { id: 'a' },
            content: [{ type: 'text', text: 'Hva vi vil sammen' }],
          },
        ],
      })
      expect(versionLabel(joint!, 'nb')).toBe('Høringsutkast, låst 13.\u00a0mars 2028')
    })

    test('what was written before the freeze is in it, what is written after is not, and the bytes never change', async () => {
      await toConsultationDraft(p)
      const [joint] = await versions('joint')
      const before = await bytesOf(joint!.hash)
      const [section] = await sectionsOf(p.house.store.db, 1, p.strategy, 'joint')
      await p.house.rooms.write(1, section!.id, 'x', (doc) =>
        writeBlocks(doc, 'nb', [{ text: 'Skrevet etterpå' }]),
      )
      expect(before.toString()).not.toContain('Skrevet')
      expect((await bytesOf(joint!.hash)).equals(before)).toBe(true)
      const { doc } = await p.house.rooms.read(1, section!.id)
      expect(doc.getXmlFragment('nb').length).toBe(2)
    })

    test('what is computed when a text is read is stored as it was: names of references, order of notes, pictures', async () => {
      await toConsultationDraft(p)
      done(
        await p.in(oyer, 'choose-master-plan', '2028-03-20', { societal: 'full', landUse: 'full' }),
      )
      const { db } = p.house.store
      const [joint] = await sectionsOf(db, 1, p.strategy, 'joint')
      const [own] = await sectionsOf(db, 1, p.strategy, oyer)
      const text = (words: string): PmJson => ({ type: 'text', text: words })
      const to = (target: string): PmJson => ({ type: 'xref', attrs: { to: target, was: 'før' } })
      const call = (note: string): PmJson => ({ type: 'note_ref', attrs: { note } })
      const content: PmJson[] = [
        { type: 'block', attrs: { kind: 'heading', id: 'h' }, content: [text('Bosetting')] },
        {
          type: 'block',
          attrs: { id: 'a' },
          content: [
            text('Se '),
            to(`section:${joint!.id}`),
            call('n2'),
            to(`heading:${own!.id}/h`),
            to('plan:borte'),
            call('n1'),
          ],
        },
        { type: 'image', attrs: { asset: 'ab'.repeat(32), alt: 'Kart' } },
        { type: 'block', attrs: { kind: 'note', id: 'n1' }, content: [text('Den andre.')] },
        { type: 'block', attrs: { kind: 'note', id: 'n2' }, content: [text('Den første.')] },
      ]
      await p.house.rooms.write(1, own!.id, 'x', (doc) =>
        replaceText(doc, 'nb', { type: 'doc', content }),
      )
      done(await p.in(oyer, 'freeze-own-part', '2028-03-20'))
      const [part] = await versions('own', oyer)
      const { sections } = openPart(await bytesOf(part!.hash))
      const bytes = await bytesOf(sections[0]!.sha256)
      expect(openSection(bytes)).toMatchObject({
        nb: { type: 'doc', content },
        references: [
          { to: `heading:${own!.id}/h`, nb: 'Bosetting', nn: 'Bosetting', block: 'h' },
          { to: `section:${joint!.id}`, nb: joint!.title_nb, zone: 'joint', code: joint!.code },
        ],
        notes: { nb: ['n2', 'n1'], nn: [] },
        images: ['ab'.repeat(32)],
      })
      await db.updateTable('section').set({ title_nb: 'Nytt navn' }).execute()
      expect((await bytesOf(sections[0]!.sha256)).equals(bytes)).toBe(true)
      const around = { db, region: 1, strategy: p.strategy, textOf: () => Promise.reject() }
      const [now] = await resolve(around, [`section:${joint!.id}`])
      expect(now?.nb).toBe('Nytt navn')
    })

    test('words that come while it freezes are whole in it or wholly after it', async () => {
      await toConsultationDraft(p)
      const [section] = await sectionsOf(p.house.store.db, 1, p.strategy, oyer)
      const write = (n: number) =>
        p.house.rooms.write(1, section!.id, 'x', (doc) =>
          writeBlocks(doc, 'nb', [{ id: `w${n}`, text: `ord ${n}` }]),
        )
      done(
        await p.in(oyer, 'choose-master-plan', '2028-03-20', { societal: 'full', landUse: 'full' }),
      )
      const writes = Array.from({ length: 20 }, (_, n) => write(n))
      const [frozen] = await Promise.all([p.in(oyer, 'freeze-own-part', '2028-03-20'), ...writes])
      done(frozen)
      const [own] = await versions('own', oyer)
      const [text] = await sectionsOfVersion(p.house.store.db, 1, p.strategy, own!.hash)
      const { head } = await p.house.store.db
        .selectFrom('version')
        .select('head')
        .where('hash', '=', text!.hash)
        .executeTakeFirstOrThrow()
      // One block was there before; every later edit is one block and one step of the log.
      expect(text?.nb.content).toHaveLength(head!)
      const { head: now } = await p.house.rooms.read(1, section!.id)
      expect(now).toBe(21)
    })

    test('open suggestions refuse the freeze by name', async () => {
      await toConsultationDraft(p)
      done(
        await p.in(oyer, 'choose-master-plan', '2028-03-20', { societal: 'full', landUse: 'full' }),
      )
      const [section] = await sectionsOf(p.house.store.db, 1, p.strategy, oyer)
      await p.house.rooms.write(1, section!.id, 'x', (doc) => {
        const block = new XmlElement('block')
        const text = new XmlText()
        text.applyDelta([{ insert: 'kanskje', attributes: { insertion: { by: 'x' } } }])
        block.insert(0, [text])
        doc.getXmlFragment('nb').push([block])
      })
      const no = refused(await p.in(oyer, 'freeze-own-part', '2028-03-20'))
      expect(no.code).toBe('findings-refuse')
      expect(no.findings.some((f) => f.level === 'H')).toBe(true)
      expect(await versions('own', oyer)).toEqual([])
    })

    test('a log that has grown since the text was read stops the freeze', async () => {
      const moved = withDraft(p.house, 1, p.strategy, oyer, async (draft) => {
        const { row } = draft.sections[0]!
        const grown = new Map(draft.heads).set(row.id, (draft.heads.get(row.id) ?? 0) - 1)
        return p.house.store.db
          .transaction()
          .execute((trx) => freezeDraft(trx, { ...draft, heads: grown }, undefined))
      })
      await expect(moved).rejects.toMatchObject({ code: 'text-moved' })
      // The intake is open again.
      await p.house.rooms.write(
        1,
        (await sectionsOf(p.house.store.db, 1, p.strategy, oyer))[0]!.id,
        'x',
        (doc) => writeBlocks(doc, 'nb', [{ text: 'igjen' }]),
      )
    })

    test('a freeze that is refused stores nothing and lets people go on writing', async () => {
      const no = refused(await p.joint('freeze-consultation-draft', '2027-11-01'))
      expect(no.code).toBe('not-in-this-state')
      expect(await versions('joint')).toEqual([])
      const [section] = await sectionsOf(p.house.store.db, 1, p.strategy, 'joint')
      const hold = await p.house.rooms.hold(1, [section!.id])
      hold.release()
    })

    test('the same key freezes once', async () => {
      await toConsultationDraft(p)
      done(
        await p.in(oyer, 'choose-master-plan', '2028-03-20', { societal: 'full', landUse: 'full' }),
      )
      const answers = await Promise.all([
        p.in(oyer, 'freeze-own-part', '2028-03-20', {}, { key: 'freeze' }),
        p.in(oyer, 'freeze-own-part', '2028-03-20', {}, { key: 'freeze' }),
      ])
      expect(answers.map((a) => done(a).seq)).toEqual(
        [answers[0], answers[0]].map((a) => done(a!).seq),
      )
      expect(await versions('own', oyer)).toHaveLength(1)
    })

    test('two who freeze the same part at once: one after the other, and neither hangs', async () => {
      await toConsultationDraft(p)
      done(
        await p.in(oyer, 'choose-master-plan', '2028-03-20', { societal: 'full', landUse: 'full' }),
      )
      const answers = await Promise.all([
        p.in(oyer, 'freeze-own-part', '2028-03-20', {}, { expectedSeq: 3 }),
        p.in(
          oyer,
          'freeze-own-part',
          '2028-03-20',
          {},
          { expectedSeq: 3, role: 'chief-executive' },
        ),
      ])
      expect(answers.map((a) => (a.ok ? 'done' : a.code)).toSorted()).toEqual(['done', 'stale'])
    })

    test('each municipality freezes its own: a comma in one changes nobody else’s sum', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      const [before] = await versions('own', oyer)
      const [section] = await sectionsOf(p.house.store.db, 1, p.strategy, vaga)
      await p.house.rooms.write(1, section!.id, 'x', (doc) =>
        writeBlocks(doc, 'nn', [{ text: 'Eit komma, til' }]),
      )
      await toConsultation(p, vaga)
      expect((await versions('own', oyer)).map((one) => one.hash)).toEqual([before!.hash])
      expect(await versions('own', vaga)).toHaveLength(1)
    })

    test('an edition pairs the joint part, the own part and the proposed decision', async () => {
      await toConsultationDraft(p)
      const planner = p.who('planner', oyer).signedIn
      const where = { region: 1, strategy: p.strategy }
      const points = [{ nb: 'Fellesdelen vedtas.', nn: 'Fellesdelen blir vedteken.' }]
      await saveProposedPoints(
        p.house,
        { ...where, zone: 'joint' },
        points,
        0,
        p.who('coordinator').signedIn,
      )
      const own = [{ nb: 'Samfunnsdelen revideres.', nn: '' }]
      await saveProposedPoints(p.house, { ...where, zone: oyer }, own, 0, planner)
      await toConsultation(p, oyer)
      const editions = await versions('edition', oyer)
      const edition = openEdition(await bytesOf(editions.at(-1)!.hash))
      expect(edition.joint).toBe((await versions('joint'))[0]!.hash)
      expect(edition.own).toBe((await versions('own', oyer))[0]!.hash)
      expect(edition.decision).toEqual({
        points: [
          { scope: 'joint', ...points[0] },
          { scope: 'local', ...own[0] },
        ],
        masterPlan: { societal: 'full', landUse: 'unchanged' },
      })
      expect(
        await currentEdition(p.house.store.db, {
          ...where,
          municipality: lesja,
          today: '2028-04-01',
        }),
      ).toBeNull()
    })

    test('[P14] a proposed decision changed after it was public must be classified before the agenda', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      p.day('2028-05-09')
      done(await p.in(oyer, 'start-treating', '2028-05-09'))
      done(await p.in(oyer, 'submit-for-recommendation', '2028-05-10', { reason: 'utkastet' }))
      const planner = p.who('planner', oyer).signedIn
      const where = { region: 1, strategy: p.strategy, zone: oyer }
      await saveProposedPoints(p.house, where, [{ nb: 'Nytt punkt', nn: '' }], 0, planner)
      const schedule = () =>
        p.in(oyer, 'schedule-council', '2028-05-12', { meetingOn: '2028-06-22' })
      const blocks = refused(await schedule()).findings.filter((f) => f.level === 'B')
      expect(blocks).toMatchObject([{ rule: 'P14', values: { count: 1 } }])
      done(await p.in(oyer, 'classify-changes', '2028-05-12', { kind: 'editorial' }))
      done(await schedule())
    })

    test('two who edit the proposed decision at once do not write over each other', async () => {
      const where = { region: 1, strategy: p.strategy, zone: oyer }
      const planner = p.who('planner', oyer).signedIn
      const both = await Promise.allSettled([
        saveProposedPoints(p.house, where, [{ nb: 'a', nn: '' }], 0, planner),
        saveProposedPoints(p.house, where, [{ nb: 'b', nn: '' }], 0, planner),
      ])
      expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
        code: 'conflict',
      })
    })

    test('a publication struck as a mistake takes the texts back, a corrected day moves them', async () => {
      await toConsultationDraft(p)
      await toConsultation(p, vaga)
      await toConsultation(p, oyer, '2028-04-03')
      const entryOf = async (number: string) =>
        (await journalRows(p.house.store.db, 1, `${p.strategy}:${number}`)).findLast(
          (row) => row.type === 'record-publication',
        )!.seq
      const correct = async (number: string, input: { field: string; value: string | boolean }) =>
        done(
          await p.in(number, 'correct', '2028-05-05', {
            entry: await entryOf(number),
            reason: 'feil',
            ...input,
          }),
        )
      const shown = async (scope: 'own' | 'edition', zone: string) =>
        (await versions(scope, zone)).map((one) => one.publicOn)
      expect(await shown('own', oyer)).toEqual(['2028-04-10'])

      await correct(oyer, { field: 'publishedOn', value: '2028-04-12' })
      expect(await shown('own', oyer)).toEqual(['2028-04-12'])
      expect(await shown('edition', oyer)).toEqual(['2028-04-12'])

      await correct(oyer, { field: 'void', value: true })
      expect(await shown('own', oyer)).toEqual([null])
      expect(await shown('edition', oyer)).toEqual([null])
      // The joint part is public all the same: another municipality published it.
      expect((await versions('joint'))[0]?.publicOn).toBe('2028-03-27')
    })

    test('nothing is public before its publication, and then the edition with all it consists of', async () => {
      await toConsultationDraft(p)
      const [joint] = await versions('joint')
      expect(await isPublic(p.house.store.db, 1, p.strategy, joint!.hash)).toBe(false)
      await toConsultation(p, oyer)
      await toConsultation(p, vaga, '2028-05-01')
      const shown = await versionsOf(p.house.store.db, 1, p.strategy, { visible: 'public' })
      expect(shown.map((one) => one.scope)).toContain('edition')
      expect(await isPublic(p.house.store.db, 1, p.strategy, joint!.hash)).toBe(true)
      const [own] = await versions('own', oyer)
      expect(own?.publicOn).toBe('2028-03-27')
      expect((await versions('joint'))[0]?.publicOn).toBe('2028-03-27')
      const sections = await versions('section', lesja)
      expect(sections.every((one) => one.publicOn === null)).toBe(true)
    })
  })
}
