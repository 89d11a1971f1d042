// Suggestions on copies of texts: begun, written, sent, answered, and the overview of them all.
import { Hono, type Context } from 'hono'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import {
  beginAmendment,
  renewAmendment,
  sendAmendment,
  withdrawAmendment,
} from '../../suggestion/amendment.ts'
import { answerAmendment } from '../../suggestion/answer.ts'
import { openText } from '../text/open-text.ts'
import { amendmentPage } from './amendment-page.ts'
import { amendmentsPage } from './list-page.ts'
import { openAmendment } from './open-amendment.ts'
import { amendmentState, writeAmendmentPage } from './write-page.ts'

export const amendmentRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/tekst/:id/forslag', begin)
    .get('/endringsforslag', amendmentsPage)
    .get('/endringsforslag/:id', async (c) => {
      const one = await openAmendment(c)
      return one instanceof Response ? one : amendmentPage(one)
    })
    .get('/endringsforslag/:id/skriv', writeAmendmentPage)
    .get('/endringsforslag/:id/tilstand', amendmentState)
    .post('/endringsforslag/:id/hent', renew)
    .post('/endringsforslag/:id/send', send)
    .post('/endringsforslag/:id/trekk', withdraw)
    .post('/endringsforslag/:id/svar', answer)

async function begin(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const form = await readForm(c)
  const behalfOf = form.text('behalfOf') || undefined
  const id = await beginAmendment(text.house, text.person, text.access, behalfOf)
  return c.redirect(`/endringsforslag/${id}/skriv`, 303)
}

async function renew(c: Context<Env>): Promise<Response> {
  const one = await openAmendment(c)
  if (one instanceof Response) return one
  await renewAmendment(one.house, one.copy)
  return c.redirect(`/endringsforslag/${one.copy.amendment.id}?done=hentet`, 303)
}

async function send(c: Context<Env>): Promise<Response> {
  const one = await openAmendment(c)
  if (one instanceof Response) return one
  const form = await readForm(c)
  const typed = {
    title: form.text('title'),
    reason: form.text('reason'),
    reference: form.text('reference'),
  }
  const why = await sendAmendment(one.house, one.person, one.copy, typed)
  if (why) return amendmentPage(one, { why, typed: { ...typed, answer: '' } })
  return c.redirect(`/endringsforslag/${one.copy.amendment.id}?done=sendt`, 303)
}

async function withdraw(c: Context<Env>): Promise<Response> {
  const one = await openAmendment(c)
  if (one instanceof Response) return one
  await withdrawAmendment(one.house, one.copy)
  return c.redirect(`/endringsforslag/${one.copy.amendment.id}?done=trukket`, 303)
}

async function answer(c: Context<Env>): Promise<Response> {
  const one = await openAmendment(c)
  if (one instanceof Response) return one
  const form = await readForm(c)
  const said = form.text('answer')
  const taken = form.text('none') === 'yes' ? [] : form.all('taken')
  const why = await answerAmendment(one.house, one.person, one.copy, { taken, answer: said })
  if (why) {
    return amendmentPage(one, {
      why: 'no-answer',
      typed: { title: '', reason: '', reference: '', answer: said },
    })
  }
  return c.redirect(`/endringsforslag/${one.copy.amendment.id}?done=besvart`, 303)
}
