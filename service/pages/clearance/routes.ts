// Klarering: which municipality stands by the wording of which chapter. A municipality clears in one action what it has
// read; the page works as a plain form.
import { Hono, type Context } from 'hono'
import {
  clearChapters,
  type ClearancePlace,
  type ClearNo,
  type Seen,
} from '../../clearance/clear.ts'
import { giveMandate, takeMandateBack, type MandateField } from '../../clearance/mandate.ts'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { parseDay } from '../dates.ts'
import { openDesk, trackOf, type Opened } from '../desk/open-desk.ts'
import { clearancePage } from './page.ts'

/// What a refused form gives back to the page, with everything that was typed.
export type ClearanceState = {
  why?: ClearNo
  chosen?: string[]
  /// A mandate taken back without saying why.
  withdrawal?: { typed: string }
  mandate?: { wrong: MandateField[]; typed: { [field in MandateField]: string } }
}

export const clearanceRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/klarering', async (c) => {
      const opened = await openDesk(c)
      return opened instanceof Response ? opened : clearancePage(opened, c.req.query('kommune'), {})
    })
    .post('/klarering', clear)
    .post('/klarering/mandat', mandate)
    .post('/klarering/mandat/tilbake', takeBack)

async function clear(c: Context<Env>): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const form = await readForm(c)
  const place = placeOf(opened, form.text('municipality'))
  const which = form.text('which')
  const many = which === 'unchanged' || which === 'all'
  const seen = form.all(many ? which : 'chapter').map(seenIn)
  const answer = await clearChapters(c.var.house, place, seen, opened.person)
  if (!answer.ok) {
    const chosen = form.all('chapter').map((one) => seenIn(one).section)
    return clearancePage(opened, place.municipality, { why: answer.why, chosen })
  }
  return c.redirect(`/klarering?kommune=${place.municipality}&done=${answer.cleared}`, 303)
}

async function mandate(c: Context<Env>): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const form = await readForm(c)
  const place = placeOf(opened, form.text('municipality'))
  const typed = {
    givenBy: form.text('givenBy'),
    givenTo: form.text('givenTo'),
    until: form.text('until'),
    reference: form.text('reference'),
  }
  const given = { ...typed, until: parseDay(typed.until) }
  const wrong = await giveMandate(c.var.house, place, given, opened.person)
  if (wrong.length > 0) {
    return clearancePage(opened, place.municipality, { mandate: { wrong, typed } })
  }
  return c.redirect(`/klarering?kommune=${place.municipality}&done=mandat`, 303)
}

async function takeBack(c: Context<Env>): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const form = await readForm(c)
  const place = placeOf(opened, form.text('municipality'))
  const reason = form.text('reason')
  if (reason === '' || [...reason].length > 200) {
    return clearancePage(opened, place.municipality, { withdrawal: { typed: reason } })
  }
  await takeMandateBack(c.var.house, place, reason, opened.person)
  return c.redirect(`/klarering?kommune=${place.municipality}&done=tilbake`, 303)
}

function placeOf({ desk }: Opened, municipality: string): ClearancePlace {
  const { number } = trackOf(desk, municipality)
  return { region: desk.region, strategy: desk.strategy.id, municipality: number }
}

/// `<section>:<hash>`, as the page wrote it.
function seenIn(value: string): Seen {
  const found = /^(.+):([0-9a-f]{64})$/.exec(value)
  if (!found) throw new Refused('input-invalid', { field: 'chapter' })
  return { section: found[1]!, hash: found[2]! }
}
