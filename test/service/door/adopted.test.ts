import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PmJson } from '../../../editor/shared/schema.ts'
import {
  adoptedCopy,
  makeAdoptedEdition,
  saveAdoptedSection,
} from '../../../service/version/adopted.ts'
import { openEdition, openPart } from '../../../service/version/manifest.ts'
import { sectionsOfVersion, versionByHash, versionsOf } from '../../../service/version/read.ts'
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
} from './play.ts'

const doc = (text: string): PmJson => ({
  type: 'doc',
  content: [{ type: 'block', attrs: { id: 'a' }, content: [{ type: 'text', text }] }],
})

for (const dialect of dialects) {
  describe(`working in a council’s changes on ${dialect.name}`, () => {
    let p: Play
    let put: string
    const of = () => ({ region: 1, strategy: p.strategy, municipality: oyer })
    beforeEach(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
      await toConsultation(p, oyer)
      await toConsultation(p, vaga)
      const editions = await versionsOf(p.house.store.db, 1, p.strategy, {
        visible: 'all',
        scope: 'edition',
        zone: oyer,
      })
      put = editions.at(-1)!.hash
      p.day('2028-06-22')
      const decided = done(
        await p.in(oyer, 'record-decision', '2028-06-22', {
          outcome: 'changed',
          edition: put,
          votes: { for: 20, against: 3 },
          changes: [
            { zone: 'joint', kind: 'editorial', section: 'F2', text: 'presisere rapporteringen' },
            { zone: 'own', kind: 'material', section: 'K1', text: 'ta med seterbruk' },
          ],
        }),
      )
      expect(decided.state).toBe('K101')
    })
    afterEach(() => p.close())

    const open = async (hash: string) =>
      openEdition((await versionByHash(p.house.store.db, 1, p.strategy, hash))!.bytes)
    const planner = () => p.who('planner', oyer).signedIn

    test('the copy begins as what the council had before it, and belongs to that municipality alone', async () => {
      const copy = await adoptedCopy(p.house.store.db, of())
      expect(copy?.base).toBe(put)
      expect(copy?.sections.map((s) => [s.zone, s.code, s.amended])).toEqual([
        ['joint', 'F1', false],
        ['joint', 'F2', false],
        [oyer, 'K1', false],
      ])
      expect(await adoptedCopy(p.house.store.db, { ...of(), municipality: vaga })).toBeUndefined()
      const change = { zone: oyer, code: 'K1', text: { nb: doc('x'), nn: doc('x') }, expected: 0 }
      await expect(
        saveAdoptedSection(p.house, of(), change, p.who('planner', vaga).signedIn),
      ).rejects.toMatchObject({ code: 'forbidden' })
    })

    test('amended sections get sums of their own; the rest keeps the sums everybody has', async () => {
      await saveAdoptedSection(
        p.house,
        of(),
        {
          zone: 'joint',
          code: 'F2',
          text: { nb: doc('Vi rapporterer hvert år'), nn: doc('Vi rapporterer kvart år') },
          expected: 0,
        },
        planner(),
      )
      await saveAdoptedSection(
        p.house,
        of(),
        {
          zone: oyer,
          code: 'K1',
          text: { nb: doc('Med seterbruk'), nn: doc('Med seterbruk') },
          expected: 0,
        },
        planner(),
      )
      const hash = await makeAdoptedEdition(p.house, of(), planner())
      expect(await makeAdoptedEdition(p.house, of(), planner())).toBe(hash)
      const [before, after] = [await open(put), await open(hash)]
      expect(after.joint).not.toBe(before.joint)
      expect(after.own).not.toBe(before.own)
      expect(after.decision).toEqual(before.decision)
      const parts = async (part: string) =>
        openPart((await versionByHash(p.house.store.db, 1, p.strategy, part))!.bytes).sections
      const [f1, f2] = await parts(before.joint)
      const [g1, g2] = await parts(after.joint)
      expect(g1).toEqual(f1)
      expect(g2?.sha256).not.toBe(f2?.sha256)
      const texts = await sectionsOfVersion(p.house.store.db, 1, p.strategy, hash)
      expect(JSON.stringify(texts)).toContain('Vi rapporterer hvert år')

      const refusedOther = refused(
        await p.in(
          oyer,
          'confirm-adopted-text',
          '2028-06-22',
          { edition: hash },
          { role: 'planner' },
        ),
      )
      expect(refusedOther.code).toBe('forbidden')
      done(await p.in(oyer, 'confirm-adopted-text', '2028-06-22', { edition: hash }))
      const shown = await versionByHash(p.house.store.db, 1, p.strategy, hash)
      expect(shown?.publicOn).toBe('2028-06-22')
      expect(await adoptedCopy(p.house.store.db, of())).toBeUndefined()
    })

    test('the joint text everybody shares is not moved by one council’s words', async () => {
      const change = {
        zone: 'joint',
        code: 'F2',
        text: { nb: doc('Bare her'), nn: doc('Berre her') },
        expected: 0,
      }
      await saveAdoptedSection(p.house, of(), change, planner())
      await makeAdoptedEdition(p.house, of(), planner())
      const joint = await versionsOf(p.house.store.db, 1, p.strategy, {
        visible: 'all',
        scope: 'joint',
        zone: 'joint',
      })
      expect(joint).toHaveLength(1)
      await expect(saveAdoptedSection(p.house, of(), change, planner())).rejects.toMatchObject({
        code: 'conflict',
      })
    })

    test('a text the schema does not know is refused, and nothing is kept of it', async () => {
      const strange = { type: 'doc', content: [{ type: 'script', content: [] }] } as PmJson
      await expect(
        saveAdoptedSection(
          p.house,
          of(),
          { zone: oyer, code: 'K1', text: { nb: strange, nn: doc('') }, expected: 0 },
          planner(),
        ),
      ).rejects.toMatchObject({ code: 'input-invalid' })
      const copy = await adoptedCopy(p.house.store.db, of())
      expect(copy?.sections.every((section) => !section.amended && section.seq === 0)).toBe(true)
    })
  })
}
