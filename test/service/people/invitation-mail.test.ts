// Invitations by e-mail: over the real protocol, with a link of their own that lies nowhere.
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rolesInForce } from '../../../db/role.ts'
import { mailerOf } from '../../../service/letters.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { workOnce } from '../../../service/work.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'
import { mailServer, readable } from '../../support/mail-server.ts'

for (const dialect of dialects)
  describe(`an invitation by e-mail on ${dialect.name}`, () => {
    const post = mailServer()
    let t: TestHouse
    let kari: TestPerson
    let mailer: ReturnType<typeof mailerOf>
    beforeEach(async () => {
      await new Promise<void>((resolve) => void post.server.listen(0, '127.0.0.1', resolve))
      const { port } = post.server.address() as AddressInfo
      mailer = mailerOf({ SMTP_URL: `smtp://127.0.0.1:${port}/?ignoreTLS=true` })
      post.letters.length = 0
      post.away = false
      t = await testHouse(dialect)
      await ensureRegion(t.house.store)
      kari = await t.signIn('Kari Bakken', [{ role: 'coordinator' }])
      t.house.mails = true
    })
    afterEach(async () => {
      await t.close()
      await new Promise((resolve) => post.server.close(resolve))
    })

    const invite = async (email: string) =>
      (
        await t.form('/folk/inviter', { name: 'Olav', email, role: 'planner', place: '3435' }, kari)
      ).text()
    const outbox = () => t.house.store.db.selectFrom('outbox').selectAll().execute()
    const linkIn = (letter: string) => /\/invitasjon#([\w-]{43})/.exec(readable(letter))![1]!

    test('is sent once with a link that works once, beside the one that can be copied', async () => {
      const page = await invite('olav@example.no')
      expect(page).toContain('olav@example.no')
      const copied = /\/invitasjon#([\w-]{43})/.exec(page)![1]!
      await workOnce(t.house, mailer)
      await workOnce(t.house, mailer)
      expect(post.letters).toHaveLength(1)
      const said = readable(post.letters[0]!)
      expect(post.letters[0]).toContain('To: olav@example.no')
      expect(said).toContain('Rolle: planlegger, Vågå.')
      const mailed = linkIn(post.letters[0]!)
      expect(mailed).not.toBe(copied)
      const stored = JSON.stringify([
        await outbox(),
        await t.house.store.db.selectFrom('invitation').selectAll().execute(),
        await t.house.store.db.selectFrom('invitation_link').selectAll().execute(),
      ])
      for (const code of [mailed, copied]) expect(stored).not.toContain(code)
      const olav = await t.signIn('Olav', [])
      expect((await t.form('/invitasjon/ja', { code: mailed }, olav)).status).toBe(303)
      const held = await rolesInForce(t.house.store.db, olav.id, t.house.clock.today())
      expect(held.map(({ role, municipality }) => [role, municipality])).toEqual([
        ['planner', '3435'],
      ])
      for (const code of [mailed, copied])
        expect((await t.form('/invitasjon/ja', { code }, olav)).status).toBe(422)
    })

    test('waits while the mail server is away, and both links of two tries lead to one invitation', async () => {
      post.away = true
      await invite('olav@example.no')
      await workOnce(t.house, mailer)
      expect(post.letters).toEqual([])
      post.away = false
      t.house.clock.now = () => Temporal.Now.instant().epochMilliseconds + 60_000
      await workOnce(t.house, mailer)
      expect(post.letters).toHaveLength(1)
      await t.house.store.db
        .updateTable('outbox')
        .set({ done_at: null, next_at: '2000-01-01T00:00:00.000Z' })
        .execute()
      await workOnce(t.house, mailer)
      const [first, second] = post.letters.map(linkIn)
      expect(first).not.toBe(second)
      expect((await t.form('/invitasjon', { code: first! })).status).toBe(200)
      expect((await t.form('/invitasjon/ja', { code: second!, name: 'Olav' })).status).toBe(303)
      expect((await t.form('/invitasjon/ja', { code: first!, name: 'Olav' })).status).toBe(422)
    })

    test('is not sent without a mail server, without an address, or once it is withdrawn', async () => {
      await invite('')
      t.house.mails = false
      expect(await invite('olav@example.no')).not.toContain('blir sendt')
      expect(await outbox()).toEqual([])
      t.house.mails = true
      await invite('olav@example.no')
      await t.house.store.db
        .updateTable('invitation')
        .set({ revoked_at: t.house.clock.instant() })
        .execute()
      await workOnce(t.house, mailer)
      expect(post.letters).toEqual([])
      expect((await outbox()).every(({ done_at }) => done_at !== null)).toBe(true)
    })
  })
