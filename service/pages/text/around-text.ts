// What stands around a text and changes while it is open: the contents, their order, and who works on what. Small forms,
// and the parts of the page again for the editor's script.
import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import { claimSection, releaseSection } from '../../text/claims.ts'
import { moveSection } from '../../text/move-section.ts'
import { claimBox, claimsToday } from './claim-box.ts'
import { contents } from './contents.ts'
import { openText } from './open-text.ts'

export const aroundTextRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/tekst/:id/rundt', around)
    .post('/tekst/:id/flytt', move)
    .post('/tekst/:id/arbeider', claim)
    .post('/tekst/:id/arbeider/slipp', release)

/// The parts of the page that carry `data-fresh`, and nothing else.
async function around(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const claims = await claimsToday(text)
  const maal = c.req.query('maal')
  const suffix = maal === 'nb' || maal === 'nn' || maal === 'begge' ? `?maal=${maal}` : ''
  return c.html(
    html`<!doctype html>
      <title>Planvev</title>
      ${contents(text, suffix, claims)}${claimBox(text, claims.get(text.section.id) ?? [])}`,
  )
}

async function move(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const form = await readForm(c)
  const before = form.text('for')
  await moveSection(text.house, text.person, text.access, before === 'sist' ? undefined : before)
  const from = form.text('fra')
  const known = text.sections.some(({ id }) => id === from)
  return c.redirect(known ? `/tekst/${from}` : '/tekst?done=flyttet', 303)
}

async function claim(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const form = await readForm(c)
  const [days, note] = [Number(form.text('days')), form.text('note')]
  await claimSection(text.house, text.person, text.access, { days, note })
  return c.redirect(`/tekst/${text.section.id}`, 303)
}

async function release(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const form = await readForm(c)
  await releaseSection(text.house, text.person, text.access, form.text('person'))
  return c.redirect(`/tekst/${text.section.id}`, 303)
}
