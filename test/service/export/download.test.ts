// Files over HTTP: who may have which, under what name, and that a frozen one is the same each time.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { versionsOf } from '../../../service/version/read.ts'
import { dialects } from '../../support/dialects.ts'
import {
  done,
  lesja,
  oyer,
  play,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Play,
} from '../door/play.ts'

for (const dialect of dialects) {
  describe(`files of texts on ${dialect.name}`, () => {
    let p: Play
    let joint: string
    let edition: string
    const page = '/s/felles-2028'
    beforeAll(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
      await toConsultation(p, oyer, '2028-03-20')
      // Frozen, and nobody's to read but those who work on it.
      done(
        await p.in(vaga, 'choose-master-plan', p.house.clock.today(), {
          societal: 'full',
          landUse: 'unchanged',
        }),
      )
      done(await p.in(vaga, 'freeze-own-part', p.house.clock.today()))
      const all = await versionsOf(p.house.store.db, 1, p.strategy, { visible: 'all' })
      joint = all.findLast(({ scope }) => scope === 'joint')!.hash
      edition = all.findLast(({ scope, zone }) => scope === 'edition' && zone === oyer)!.hash
    }, 120_000)
    afterAll(() => p.close())

    const bytes = async (path: string, who?: Parameters<Play['get']>[1]): Promise<Buffer> => {
      let answer = await p.get(path, who)
      while (answer.status === 303 || answer.status === 202) {
        answer = await p.get(path, who)
      }
      expect(answer.status, path).toBe(200)
      return Buffer.from(await answer.arrayBuffer())
    }

    test(
      'everybody gets a public version as all three, the same bytes each time',
      { timeout: 60_000 },
      async () => {
        for (const [end, starts] of [
          ['pdf', '%PDF-1.7'],
          ['docx', 'PK'],
          ['html', '<!doctype html>'],
        ] as const) {
          const file = await bytes(`${page}/v/${edition}.${end}?maal=nb`)
          expect(file.subarray(0, starts.length).toString()).toBe(starts)
          const again = await bytes(
            `/api/strategies/${p.strategy}/versions/${edition}.${end}?language=nb`,
          )
          expect(again.equals(file)).toBe(true)
        }
        const html = (await bytes(`${page}/v/${joint}.html`)).toString()
        expect(html).toContain(joint)
        expect(html).not.toMatch(/<script|https?:\/\/localhost/)
      },
    )

    test('a file names itself, and is not sent twice to one who has it', async () => {
      await bytes(`${page}/v/${edition}.html?maal=nn`)
      const answer = await p.get(`${page}/v/${edition}.html?maal=nn`)
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[a-z0-9-]+-oyer-kommune-2028-\d\d-\d\d-nn\.html"$/,
      )
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      const etag = answer.headers.get('etag')!
      const same = await p.get(`${page}/v/${edition}.html?maal=nn`, undefined, {
        'if-none-match': etag,
      })
      expect(same.status).toBe(304)
    })

    test('what is not public is not there for others, and what is no file is not either', async () => {
      const hidden = (await versionsOf(p.house.store.db, 1, p.strategy, { visible: 'all' })).find(
        ({ publicOn, scope }) => publicOn === null && scope === 'own',
      )!
      const planner = p.who('planner', vaga)
      expect((await bytes(`${page}/v/${hidden.hash}.html`, planner)).toString()).toContain(
        hidden.hash,
      )
      for (const name of [
        `${hidden.hash}.html`,
        `${hidden.hash}.pdf`,
        `${'0'.repeat(64)}.pdf`,
        `${joint}.exe`,
        `${joint.slice(0, 8)}.pdf`,
      ]) {
        expect((await p.get(`${page}/v/${name}`)).status, name).toBe(404)
        expect((await p.get(`/api/strategies/${p.strategy}/versions/${name}`)).status, name).toBe(
          404,
        )
      }
    })

    test(
      'everything public comes as one, with the sum of each part',
      { timeout: 30_000 },
      async () => {
        const html = (await bytes(`${page}/v/samlet.html?maal=nb`)).toString()
        expect(html).toContain('Samlet utgave')
        expect(html).toContain(joint)
      },
    )

    test(
      'a draft is for those who write, says that it is one, and bears no sum',
      { timeout: 30_000 },
      async () => {
        const [section] = await p.house.store.db
          .selectFrom('section')
          .selectAll()
          .where('zone', '=', lesja)
          .execute()
        const path = `/tekst/${section!.id}/last-ned`
        expect((await p.get(`${path}?format=html`)).status).toBe(303)
        expect((await p.get(path, p.who('planner', lesja))).status).toBe(200)
        for (const what of ['kapittel', 'del', `utgave-${lesja}`, 'alt']) {
          const html = (
            await bytes(`${path}?hva=${what}&maal=begge&format=html`, p.who('planner', lesja))
          ).toString()
          expect(html, what).toContain('Utkast per')
          expect(html, what).not.toContain('<code>')
          if (what === 'alt') expect(html).toContain('Fellesdelen')
        }
      },
    )

    test('a file that is waited for is only for the one who asked', async () => {
      const answer = await p.get('/nedlasting/0123456789abcdef0123456789abcdef')
      expect(answer.status).toBe(404)
    })

    test('the sum on the last page is that of the stored bytes', async () => {
      const stored = await p.get(`/api/strategies/${p.strategy}/versions/${edition}`)
      const sum = createHash('sha256')
        .update(Buffer.from(await stored.arrayBuffer()))
        .digest('hex')
      expect((await bytes(`${page}/v/${edition}.html`)).toString()).toContain(`<code>${sum}</code>`)
    })
  })
}
