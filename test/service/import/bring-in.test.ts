// From the file to the text: looked at, said yes to, written once, by somebody who may, or not at all.
import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { endRole, rolesInForce } from '../../../db/role.ts'
import { editsOf } from '../../../db/text-log.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'
import { wordImport } from '../../../db/word-import.ts'
import { takeImport } from '../../../service/import/take.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { sectionAccess } from '../../../service/text/section-access.ts'
import { readText } from '../../../service/text/read-text.ts'
import { freshStrategy } from '../../../workflows/strategy-context.ts'
import { dialects, type TestDialect } from '../../support/dialects.ts'
import { testHouse, testOrigin, type TestHouse, type TestPerson } from '../../support/house.ts'
import { picture } from '../../support/picture.ts'
import { givenStrategy } from '../../support/strategy.ts'
import { drawing, imageRel, norwegianStyles, para, run, wordFile } from '../../support/word-file.ts'

// Processes and workers are started in here, beside whatever else a machine does.
vi.setConfig({ testTimeout: 90_000 })

async function cast(dialect: TestDialect) {
  const t = await testHouse(dialect)
  const given = await givenStrategy(t.house, { '3440': { state: 'K20' } }, 'F30')
  const kari = await t.signIn('Kari Bakken', [{ role: 'coordinator' }])
  const per = await t.signIn('Per Plan', [{ role: 'planner', municipality: '3440' }])
  const siri = await t.signIn('Siri', [{ role: 'council-secretary', municipality: '3440' }])
  return { t, given, kari, per, siri, page: `/tekst/${given.joint.section}/hent-inn` }
}

async function send(t: TestHouse, who: TestPerson, page: string, bytes: Buffer, name = 'a.docx') {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  const whole = new Response(form)
  return t.app.request(`${testOrigin}${page}`, {
    method: 'POST',
    body: await whole.arrayBuffer(),
    headers: {
      origin: testOrigin,
      cookie: who.cookie,
      'content-type': whole.headers.get('content-type')!,
    },
  })
}

const chapter = async () =>
  wordFile({
    styles: norwegianStyles,
    rels: imageRel('p1', 'media/a.png'),
    media: { 'a.png': await picture('png') },
    footnotes: `<w:footnote w:id="1"><w:p>${run('Kilde: SSB')}</w:p></w:footnote>`,
    body: [
      para('Mål', 'Overskrift1'),
      para(`${run('Bo og virke')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
      para(drawing('p1')),
      para('Figur 1', 'Bildetekst'),
      para('Tiltak', 'Overskrift1'),
      para('Del', 'Overskrift2'),
      para('Slutt'),
    ].join(''),
  })

const lines = (doc: PmJson): string[] =>
  (doc.content ?? []).map((node) => {
    if (node.type === 'image') return `bilde: ${node.attrs?.alt ?? '-'}`
    const { kind = '', level = '' } = node.attrs ?? {}
    return `${kind}${level}: ${(node.content ?? []).map((one) => one.text ?? `[${one.type}]`).join('')}`
  })

const pictureField = (html: string): string => /name="alt-(\w+)"/.exec(html)![1]!

for (const dialect of dialects) {
  describe(`bringing in on ${dialect.name}`, () => {
    test('what was looked at is written once, last in the text and before its notes, and the original is kept', async () => {
      const { t, given, kari, siri, page } = await cast(dialect)
      const { house } = t
      await house.rooms.write(1, given.joint.section, kari.id, (doc) =>
        writeBlocks(doc, 'nb', [
          { id: 'old', text: 'Sto her før.' },
          { id: 'oldnote', kind: 'note', text: 'Gammel note' },
        ]),
      )
      const bytes = await chapter()
      const sent = await send(t, kari, page, bytes, 'Kapittel 5.docx')
      expect(sent.status).toBe(303)
      const where = sent.headers.get('location')!
      const preview = await (await t.get(where, kari)).text()
      expect(preview).toContain('3 overskrifter, 1 bilde, 1 fotnote')
      expect(lines((await readText(house, 1, given.joint.section)).nb)).toHaveLength(2)

      const image = pictureField(preview)
      const choice = { maal: 'nb', som: 'append', [`alt-${image}`]: 'Kart' }
      const [one, two] = await Promise.all([
        t.form(where, choice, kari),
        t.form(where, choice, kari),
      ])
      // Pressed twice: the other is told that it is there already, or that it is done.
      expect([one.status, two.status]).toContain(303)
      for (const { status } of [one, two]) expect([303, 409]).toContain(status)
      expect(lines((await readText(house, 1, given.joint.section)).nb)).toEqual([
        ': Sto her før.',
        'heading: Mål',
        ': Bo og virke[note_ref]',
        'bilde: Kart',
        'caption: Figur 1',
        'heading: Tiltak',
        'heading2: Del',
        ': Slutt',
        'note: Gammel note',
        'note: Kilde: SSB',
      ])
      const again = await t.form(where, choice, kari)
      expect(again.status).toBe(409)
      expect(await again.text()).toContain('allerede hentet inn')

      const edits = await editsOf(
        house.store.db,
        { region: 1, section: given.joint.section, lineage: given.joint.section },
        0,
      )
      expect(edits).toHaveLength(2)
      const original = await t.get(`${where}/original`, siri)
      const back = Buffer.from(await original.arrayBuffer())
      expect(createHash('sha256').update(back).digest('hex')).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      )
      expect(original.headers.get('content-disposition')).toContain('Kapittel%205.docx')
      expect(await (await t.get(page, kari)).text()).toContain('Kapittel 5.docx')
      await t.close()
    })

    test('headings of the first level become chapters of their own for the coordinator, each with its notes', async () => {
      const { t, given, kari, page } = await cast(dialect)
      const where = (await send(t, kari, page, await chapter())).headers.get('location')!
      const preview = await (await t.get(where, kari)).text()
      expect(preview).toContain('I 2 nye kapitler')
      const long = { [`alt-${pictureField(preview)}`]: 'a'.repeat(10_000) }
      expect((await t.form(where, { maal: 'nn', som: 'chapters', ...long }, kari)).status).toBe(303)
      const made = (await sectionsOf(t.house.store.db, 1, given.id)).filter(
        ({ code }) => code === 'F6' || code === 'F7',
      )
      expect(made.map(({ code, title_nb, zone }) => [code, title_nb, zone])).toEqual([
        ['F6', 'Mål', 'joint'],
        ['F7', 'Tiltak', 'joint'],
      ])
      const texts = await Promise.all(made.map(({ id }) => readText(t.house, 1, id)))
      expect(texts.map(({ nn }) => lines(nn))).toEqual([
        [
          ': Bo og virke[note_ref]',
          `bilde: ${'a'.repeat(1000)}`,
          'caption: Figur 1',
          'note: Kilde: SSB',
        ],
        ['heading: Del', ': Slutt'],
      ])
      await t.close()
    })

    test('a document nobody said yes to is forgotten after a week', async () => {
      const { t, kari, page } = await cast(dialect)
      const where = (await send(t, kari, page, await chapter())).headers.get('location')!
      t.clock.moveTo('2028-02-21')
      await send(t, kari, page, await chapter())
      expect((await t.get(where, kari)).status).toBe(200)
      t.clock.moveTo('2028-02-22')
      await send(t, kari, page, await chapter())
      expect((await t.get(where, kari)).status).toBe(404)
      await t.close()
    })

    test('only who may write brings in, and nobody sees another’s document before it is taken', async () => {
      const { t, given, kari, per, siri, page } = await cast(dialect)
      expect((await send(t, siri, page, await chapter())).status).toBe(403)
      const where = (await send(t, kari, page, await chapter())).headers.get('location')!
      expect((await t.get(where, per)).status).toBe(404)
      expect((await t.get(`${where}/original`, per)).status).toBe(404)
      expect((await t.form(where, { maal: 'nb', som: 'append' }, per)).status).toBe(404)
      const own = `/tekst/${given.own.section}/hent-inn`
      expect((await send(t, kari, own, await chapter())).status).toBe(403)
      await t.close()
    })
  })
}

describe('bringing in when things change meanwhile', () => {
  test('a file that cannot be read is refused on the page with its reason, and nothing is kept', async () => {
    const { t, kari, page } = await cast(dialects[0]!)
    const refused = await send(t, kari, page, Buffer.from('%PDF-1.7'), 'strategi.docx')
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Filen er en PDF, uansett hva den heter.')
    expect(html).toContain('<title>Feil: ')
    const rows = await t.house.store.db.selectFrom('word_import').select('id').execute()
    expect(rows).toEqual([])
    await t.close()
  })

  test('when the role is lost between looking and saying yes, nothing is written and it is told', async () => {
    const { t, given, per, page } = await cast(dialects[0]!)
    const where = (await send(t, per, page, await chapter())).headers.get('location')!
    const { db } = t.house.store
    const [role] = await rolesInForce(db, per.id, t.clock.today())
    await endRole(db, 1, role!.id, '2028-02-13', t.clock.instant())
    const answer = await t.form(where, { maal: 'nb', som: 'append' }, per)
    expect([403, 404]).toContain(answer.status)
    expect(lines((await readText(t.house, 1, given.joint.section)).nb)).toEqual([])
    await t.close()
  })

  test('when the text is frozen between looking and saying yes, nothing is written and it is told', async () => {
    const { t, given, kari, page } = await cast(dialects[0]!)
    const where = (await send(t, kari, page, await chapter())).headers.get('location')!
    const { db } = t.house.store
    const by = (await personOfSession(t.house, kari.cookie.slice(4)))!
    const access = (await sectionAccess(t.house, by, given.joint.section))!
    const row = (await wordImport(db, 1, given.joint.section, where.split('/').at(-1)!))!
    await db
      .updateTable('process')
      .set({ state: 'F50', context: JSON.stringify({ ...freshStrategy, phase: 'F50' }) })
      .where('kind', '=', 'strategy')
      .execute()
    const answer = await t.form(where, { maal: 'nb', som: 'append' }, kari)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Ingenting ble hentet inn')
    // Whoever was let in a moment before the freeze is asked again.
    const choice = { as: 'append' as const, lang: 'nb' as const, pictures: new Map() }
    await expect(takeImport(t.house, by, access, row, choice)).rejects.toThrow('not-in-this-state')
    expect(lines((await readText(t.house, 1, given.joint.section)).nb)).toEqual([])
    await t.close()
  })
})
