// The form for everybody as it is posted, without a browser, on both databases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oyer, play, toConsultation, toConsultationDraft, type Play } from '../door/play.ts'
import { dialects } from '../../support/dialects.ts'

const said = (text: string, more: Record<string, string> = {}) => ({
  'punkt-0': 'joint.F1.a',
  'standpunkt-0': 'support',
  'tekst-0': text,
  'ordlyd-0': '',
  steg: 'send',
  ...more,
})

for (const dialect of dialects) {
  describe(`the form for everybody (${dialect.name})`, () => {
    let p: Play
    const send = (fields: Record<string, string>) => p.form('/s/felles-2028/uttale', fields)
    const receiptOf = async (answer: Response): Promise<string> => {
      expect(answer.status).toBe(303)
      return (await p.get(answer.headers.get('location')!)).text()
    }
    beforeAll(async () => {
      p = await play(dialect)
      await toConsultationDraft(p)
    })
    afterAll(() => p.close())

    test('leads to the text’s own page while nothing is public', async () => {
      const answer = await p.get('/s/felles-2028/uttale')
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/s/felles-2028/tekst'])
      expect(await (await p.get('/s/felles-2028/tekst')).text()).toContain('Ikke offentlig ennå')
      expect((await send(said('for tidlig'))).status).toBe(422)
    })

    test('gives one number to one submission, however often the button is pressed', async () => {
      await toConsultation(p, oyer)
      const first = await send(said('Bra', { key: 'samme-knapp' }))
      const again = await send(said('Bra', { key: 'samme-knapp' }))
      expect(again.headers.get('location')).toBe(first.headers.get('location'))
      expect(await receiptOf(first)).toContain('Uttalelse nummer 1')
      expect(await receiptOf(await send(said('Bra')))).toContain('Uttalelse nummer 2')
    })

    test('takes those who have no remarks, and a place that does not exist as being about the whole', async () => {
      const none = said('', { 'standpunkt-0': 'none', 'punkt-0': '' })
      expect(await receiptOf(await send(none))).toContain('Ingen merknader')
      const lost = await receiptOf(await send(said('Hei', { 'punkt-0': '9999.X.<b>' })))
      expect(lost).toContain('Hele planstrategien')
      expect(lost).not.toContain('<b>')
    })

    test('writes out what was sent as words, never as markup', async () => {
      const evil = '<script>alert(1)</script>\n"><img src=x>'
      const page = await receiptOf(await send(said(evil, { name: evil })))
      expect(page).toContain('&lt;script&gt;alert(1)')
      expect(page).not.toContain('<img src=x')
      const kept = await (await send(said(evil, { steg: 'se' }))).text()
      expect(kept).not.toContain('<img src=x')
    })

    test('takes what comes after the deadline and says so', async () => {
      p.day('2028-05-20')
      const page = await receiptOf(await send(said('For sent', { til: oyer })))
      expect(page).toContain('Fristen var ute i Øyer')
    })

    test('answers junk with a page, not with a fault', async () => {
      for (const fields of [{}, { steg: 'hva' }, { 'tekst-0': 'x', til: 'abcd', steg: 'send' }]) {
        const answer = await send(fields as Record<string, string>)
        expect([200, 422]).toContain(answer.status)
      }
    })
  })
}
