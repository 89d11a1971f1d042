// Acts over HTTP: the journal, what may be done, what would happen, and doing it. The same door as the pages.
import { Hono, type Context } from 'hono'
import { processId } from '../../db/strategy.ts'
import { processOf } from '../../db/process.ts'
import { inputSchema } from '../../workflows/events.ts'
import { eventLabel } from '../../workflows/words.ts'
import { act, available, explain } from '../act.ts'
import { readJsonObject } from '../guard/body.ts'
import type { Env, House } from '../house.ts'
import { journalOf } from '../journal/read.ts'
import { problem, sayFindings } from '../problem.ts'
import { Refused } from '../refusal.ts'
import { keyAsked, mustBeAble, personAsked, processAsked, readAct, strategyAsked } from './asked.ts'

export const eventRoutes = (house: House) => {
  const routes = new Hono<Env>()
  for (const path of ['/api/strategies/:id', '/api/strategies/:id/municipalities/:number']) {
    routes
      .get(`${path}/events`, (c) => readJournal(c, house))
      .get(`${path}/events/available`, (c) => readAvailable(c, house))
      .post(`${path}/events/explain`, (c) => explainAct(c, house))
      .post(`${path}/events`, (c) => doAct(c, house))
  }
  return routes
}

async function readJournal(c: Context<Env>, house: House): Promise<Response> {
  const found = await strategyAsked(c, house)
  const process = processAsked(c, found)
  mustBeAble(c, found.region, 'see-journal', process.municipality)
  const id = processId(found.id, process.municipality)
  if (!(await processOf(house.store.db, found.region, id))) throw new Refused('not-found')
  const entries = await journalOf(house.store.db, found.region, id, process.kind)
  return c.json(
    entries.map((entry) => ({ ...entry, findings: sayFindings(entry.findings, c.var.lang) })),
  )
}

async function readAvailable(c: Context<Env>, house: House): Promise<Response> {
  const found = await strategyAsked(c, house)
  const process = processAsked(c, found)
  const now = await available(house, process, personAsked(c))
  const { lang } = c.var
  return c.json({
    seq: now.seq,
    today: now.today,
    events: now.events.map(({ type, spec, to, allowed, findings }) => ({
      type,
      label: eventLabel(process.kind, type, lang),
      to,
      input: inputSchema(spec),
      allowed,
      findings: sayFindings(findings, lang),
    })),
  })
}

async function explainAct(c: Context<Env>, house: House): Promise<Response> {
  const found = await strategyAsked(c, house)
  const person = personAsked(c)
  const { expectedSeq: _, ...asked } = readAct(await readJsonObject(c))
  const said = await explain(house, { process: processAsked(c, found), ...asked, person })
  if (!said.ok) return problem(c, said.code, said)
  return c.json({
    seq: said.seq,
    allowed: said.allowed,
    from: said.from,
    to: said.to ?? null,
    code: said.allowed ? null : (said.refusal ?? 'findings-refuse'),
    ...(said.field ? { field: said.field } : {}),
    findings: sayFindings(said.findings, c.var.lang),
  })
}

async function doAct(c: Context<Env>, house: House): Promise<Response> {
  const found = await strategyAsked(c, house)
  const person = personAsked(c)
  const key = keyAsked(c)
  const outcome = await act(house, {
    process: processAsked(c, found),
    ...readAct(await readJsonObject(c)),
    person,
    key,
    inFlight: 'refuse',
  })
  if (!outcome.ok) return problem(c, outcome.code, outcome)
  const { seq, state, flags, findings } = outcome
  return c.json({ seq, state, flags, findings: sayFindings(findings, c.var.lang) })
}
