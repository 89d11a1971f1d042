import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailerOf } from '../../../service/letters.ts'
import { sayNotice } from '../../../service/say-notice.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import { mailServer, readable } from '../../support/mail-server.ts'
import { done, oyer, play, type Play } from './play.ts'

for (const dialect of dialects) {
  describe(`letters on ${dialect.name}`, () => {
    let p: Play
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
      const address = async (role: Parameters<Play['who']>[0], email: string, language: string) =>
        p.house.store.db
          .updateTable('person')
          .set({ email, language })
          .where('id', '=', p.who(role, role === 'coordinator' ? undefined : oyer).id)
          .execute()
      await address('planner', 'planlegger@example.no', 'nn')
      await address('coordinator', 'koordinator@example.no', 'nb')
      done(await p.in(oyer, 'join', '2027-11-01', { body: 'formannskap' }))
    })
    afterEach(async () => {
      await p.close()
      await new Promise((resolve) => post.server.close(resolve))
    })

    const notices = () => p.house.store.db.selectFrom('notice').selectAll().execute()

    test('each who is concerned gets one letter, in their language, with one link', async () => {
      await workOnce(p.house, mailer)
      await workOnce(p.house, mailer)
      expect(post.letters).toHaveLength(2)
      const letter = post.letters.find((one) => one.includes('To: planlegger@example.no'))!
      expect(letter).toContain('From: planvev@example.no')
      expect(letter).toContain(`http://localhost:3000/kommune/${oyer}`)
      expect(letter.match(/https?:/g)).toHaveLength(1)
      expect(readable(letter)).toMatch(
        /Dette er venta av deg:\n– Øyer: .+ \((frist .+|utan frist)\)/,
      )
      expect((await notices()).filter((one) => one.mailed_at !== null)).toHaveLength(2)
      const [notice] = await notices()
      expect(sayNotice(notice!, 'nn').subject).toMatch(/^Øyer: /)
      expect(sayNotice(notice!, 'nb').subject).not.toContain('join')
    })

    test('without a mail server the same can be read in the app, and no letter waits', async () => {
      await workOnce(p.house)
      expect(await notices()).toHaveLength(2)
      const waiting = await p.house.store.db
        .selectFrom('outbox')
        .select('kind')
        .where('done_at', 'is', null)
        .execute()
      expect(waiting).toEqual([])
    })

    test('a server that says later gets it later, once', async () => {
      post.away = true
      await workOnce(p.house, mailer)
      expect(post.letters).toEqual([])
      post.away = false
      await p.house.store.db
        .updateTable('outbox')
        .set({ next_at: '2000-01-01T00:00:00.000Z' })
        .where('done_at', 'is', null)
        .execute()
      await workOnce(p.house, mailer)
      expect(post.letters).toHaveLength(2)
    })

    test('the one who acted is not told of their own act', async () => {
      await workOnce(p.house)
      const people = (await notices()).map((one) => one.person)
      expect(people).not.toContain(p.who('council-secretary', oyer).id)
    })
  })
}
