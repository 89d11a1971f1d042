// Klarering over HTTP, by the same functions as the page: how the joint chapters stand, clearing them on behalf of a
// municipality, and the mandate it is done on.
import { Hono, type Context } from 'hono'
import { lastMandate, mandatesOf } from '../../db/clearance.ts'
import { municipalitiesOf } from '../../db/strategy.ts'
import type { Json } from '../../workflows/act.ts'
import { isDay } from '../../workflows/events.ts'
import { clearChapters, type ClearancePlace, type ClearNo, type Seen } from '../clearance/clear.ts'
import { giveMandate, takeMandateBack } from '../clearance/mandate.ts'
import { clearanceSheet } from '../clearance/sheet.ts'
import { onlyKeys, readJsonObject, textOf, type JsonObject } from '../guard/body.ts'
import type { Env, House } from '../house.ts'
import { Refused, type Refusal } from '../refusal.ts'
import { mustBeAble, personAsked, strategyAsked } from './asked.ts'

export const clearanceApi = (house: House) => {
  const own = '/api/strategies/:id/municipalities/:number'
  return new Hono<Env>()
    .get('/api/strategies/:id/clearances', (c) => readSheet(c, house))
    .post(`${own}/clearances`, (c) => clear(c, house))
    .get(`${own}/mandates`, (c) => readMandates(c, house))
    .post(`${own}/mandates`, (c) => give(c, house))
    .post(`${own}/mandates/withdraw`, async (c) => {
      const place = await placeAsked(c, house)
      const person = personAsked(c)
      const body = await readJsonObject(c)
      onlyKeys(body, ['reason'])
      await takeMandateBack(house, place, textOf(body, 'reason'), person)
      return c.json({ withdrawn: true })
    })
}

/// Every joint chapter with its hash now, and how each municipality stands to it.
async function readSheet(c: Context<Env>, house: House): Promise<Response> {
  const found = await strategyAsked(c, house)
  mustBeAble(c, found.region, 'see-journal')
  const where = { region: found.region, strategy: found.id }
  const sheet = await clearanceSheet(house, where)
  const all = await municipalitiesOf(house.store.db, found.region)
  return c.json(
    sheet.chapters.map(({ section, hash, unchanged }) => ({
      section: section.id,
      code: section.code,
      title: c.var.lang === 'nn' ? section.title_nn : section.title_nb,
      hash,
      unchanged,
      municipalities: all.map(({ number, name }) => {
        const cell = sheet.cell(number, section.id)
        if (cell.standing === 'none') return { number, name, standing: cell.standing }
        const { person, substitute_for, cleared_on } = cell.clearance
        return {
          number,
          name,
          standing: cell.standing,
          by: person,
          ...(substitute_for ? { substituteFor: substitute_for } : {}),
          on: cleared_on,
        }
      }),
    })),
  )
}

async function clear(c: Context<Env>, house: House): Promise<Response> {
  const place = await placeAsked(c, house)
  const person = personAsked(c)
  const body = await readJsonObject(c)
  onlyKeys(body, ['sections'])
  const answer = await clearChapters(house, place, seenIn(body.sections), person)
  if (!answer.ok) throw new Refused(codes[answer.why], { field: 'sections' })
  return c.json({ cleared: answer.cleared })
}

async function readMandates(c: Context<Env>, house: House): Promise<Response> {
  const place = await placeAsked(c, house)
  const { region, strategy, municipality } = place
  mustBeAble(c, region, 'see-journal', municipality)
  const { db } = house.store
  const last = await lastMandate(db, region, strategy, municipality)
  const today = house.clock.today()
  return c.json(
    (await mandatesOf(db, region, strategy, municipality)).map((mandate) => ({
      number: mandate.number,
      givenBy: mandate.given_by,
      givenTo: mandate.given_to,
      until: mandate.until_on,
      reference: mandate.reference,
      recordedOn: mandate.recorded_on,
      withdrawn: mandate.withdrawn,
      inForce: mandate.id === last?.id && mandate.until_on >= today,
    })),
  )
}

async function give(c: Context<Env>, house: House): Promise<Response> {
  const place = await placeAsked(c, house)
  const person = personAsked(c)
  const body = await readJsonObject(c)
  onlyKeys(body, ['givenBy', 'givenTo', 'until', 'reference'])
  const until = textOf(body, 'until')
  if (!isDay(until)) throw new Refused('no-such-date', { field: 'until' })
  const [wrong] = await giveMandate(
    house,
    place,
    {
      givenBy: textOf(body, 'givenBy'),
      givenTo: textOf(body, 'givenTo'),
      until,
      reference: body.reference === undefined ? '' : textOf(body, 'reference'),
    },
    person,
  )
  if (wrong) throw new Refused('input-invalid', { field: wrong })
  return c.json({ given: true }, 201)
}

async function placeAsked(c: Context<Env>, house: House): Promise<ClearancePlace> {
  const found = await strategyAsked(c, house)
  const municipality = c.req.param('number') ?? ''
  const known = await municipalitiesOf(house.store.db, found.region)
  if (!known.some(({ number }) => number === municipality)) throw new Refused('not-found')
  return { region: found.region, strategy: found.id, municipality }
}

const codes: Record<ClearNo, Refusal> = {
  'no-mandate': 'no-mandate',
  'mandate-ended': 'no-mandate',
  'not-yours': 'forbidden',
  outside: 'not-in-this-state',
  nothing: 'input-invalid',
  moved: 'conflict',
}

/// The chapters as they were seen: each with the hash it had.
function seenIn(value: Json | undefined): Seen[] {
  if (!Array.isArray(value)) throw new Refused('input-invalid', { field: 'sections' })
  return value.map((row, at) => {
    const one = (
      typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {}
    ) as JsonObject
    onlyKeys(one, ['section', 'hash'])
    if (typeof one.section !== 'string' || !/^[0-9a-f]{64}$/.test(String(one.hash))) {
      throw new Refused('input-invalid', { field: `sections.${at}` })
    }
    return { section: one.section, hash: String(one.hash) }
  })
}
