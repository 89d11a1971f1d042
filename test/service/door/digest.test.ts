// Letters by choice over both databases: at once, or gathered once a day at seven, never lost and never twice.
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailerOf } from '../../../service/letters.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import { mailServer, readable } from '../../support/mail-server.ts'
import { done, oyer, play, type Actor, type Play } from './play.ts'

for (const dialect of dialects) {
  describe(`a gathered letter on ${dialect.name}`, () => {
    let p: Play
    let planner: Actor
    const post = mailServer()
    let mailer: ReturnType<typeof mailerOf>
    beforeEach(async () => {
      await new Promise<void>((resolve) => void post.server.listen(0, '127.0.0.1', resolve))
      const { port } = post.server.address() as AddressInfo
      mailer = mailerOf({
        SMTP_URL: `smtp://127.0.0.1:${port}/?ignoreTLS=true`,
        MAIL_FROM: 'planvev@example.no',
      })
      post.letters.length = 0
      post.away = false
      p = await play(dialect)
      planner = p.who('planner', oyer)
      await p.house.store.db
        .updateTable('person')
        .set({ email: 'planlegger@example.no', language: 'nb' })
        .where('id', '=', planner.id)
        .execute()
      await choose('daily')
      done(await p.in(oyer, 'join', '2027-11-01', { body: 'formannskap' }))
    })
    afterEach(async () => {
      await p.close()
      await new Promise((resolve) => post.server.close(resolve))
    })

    const choose = async (notices: string) => {
      const answer = await p.form(
        '/konto',
        { name: 'Ingrid', language: 'nb', scheme: 'auto', notices },
        planner,
      )
      expect(answer.status).toBe(303)
    }
    const work = async (times = 2) => {
      for (let i = 0; i < times; i++) await workOnce(p.house, mailer)
    }
    const clockAt = (instant: string) => {
      p.clock.instant = () => instant
    }
    const unmailed = () =>
      p.house.store.db
        .selectFrom('notice')
        .select('id')
        .where('person', '=', planner.id)
        .where('mailed_at', 'is', null)
        .execute()

    test('waits for seven in the morning in Oslo, and says everything in one letter with one link', async () => {
      await p.form('/tavle/paaminning', { kommune: oyer }, p.who('coordinator'))
      await work()
      expect(post.letters).toEqual([])
      expect((await unmailed()).length).toBeGreaterThan(1)
      p.clock.moveTo('2027-11-02')
      clockAt('2027-11-02T05:59:59.999Z')
      await work()
      expect(post.letters).toEqual([])
      clockAt('2027-11-02T06:00:00.000Z')
      await work()
      expect(post.letters).toHaveLength(1)
      const [letter] = post.letters
      expect(letter).toContain('To: planlegger@example.no')
      const said = readable(letter!)
      expect(said.match(/^– Øyer: /gm)!.length).toBeGreaterThan(2)
      expect(said).toContain('Koordinatoren minner om')
      expect(said).toMatch(/Dette ventes av deg:\n– Øyer: .+ \((frist .+|uten frist)\)/)
      expect(said.match(/https?:\S+/g)).toEqual(['http://localhost:3000/oppgaver'])
      expect(await unmailed()).toEqual([])
      await work()
      p.clock.moveTo('2027-11-03')
      clockAt('2027-11-03T08:00:00.000Z')
      await work()
      expect(post.letters).toHaveLength(1)
    })

    test('is tried again when the mail server is away, under the same name, and is sent once', async () => {
      await work()
      p.clock.moveTo('2027-11-02')
      post.away = true
      await work()
      expect(post.letters).toEqual([])
      post.away = false
      await p.house.store.db
        .updateTable('outbox')
        .set({ next_at: '2000-01-01T00:00:00.000Z' })
        .where('done_at', 'is', null)
        .execute()
      await work()
      expect(post.letters).toHaveLength(1)
      const [, name = ''] = /^Message-ID:\s*<([^@]+)@/m.exec(post.letters[0]!) ?? []
      expect(Buffer.from(name, 'base64url').toString()).toBe(`digest/${planner.id}/2027-11-02`)
    })

    test('leaves out what has been read in the app, and is not sent when nothing is left', async () => {
      await work()
      await p.form('/varsler/lest', {}, planner)
      p.clock.moveTo('2027-11-02')
      await work()
      expect(post.letters).toEqual([])
    })

    test('a change of mind loses nothing: what was put off comes in the morning, the next at once', async () => {
      await work()
      await choose('at-once')
      await p.form('/tavle/paaminning', { kommune: oyer }, p.who('coordinator'))
      await work()
      expect(post.letters).toHaveLength(1)
      expect(readable(post.letters[0]!)).toContain('Koordinatoren minner om')
      p.clock.moveTo('2027-11-02')
      await work()
      expect(post.letters).toHaveLength(2)
      expect(readable(post.letters[1]!)).not.toContain('Koordinatoren minner om')
      expect(await unmailed()).toEqual([])
    })

    test('the account page shows the choice, and refuses none it does not know', async () => {
      const shown = async () =>
        /value="(at-once|daily)"\s+checked/.exec(await (await p.get('/konto', planner)).text())?.[1]
      expect(await shown()).toBe('daily')
      await choose('weekly')
      expect(await shown()).toBe('daily')
      await choose('at-once')
      expect(await shown()).toBe('at-once')
    })
  })
}
