// What a chapter holds beside its prose, on the chapter's own page: planning needs changed row by row, and the choice for
// the master plan. Without script each address is a page; the editor fetches them into place.
import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import { processOf } from '../../../db/process.ts'
import { processId } from '../../../db/strategy.ts'
import { act, available } from '../../act.ts'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import { heldIn } from '../../plan-need/in-text.ts'
import {
  addPlanNeed,
  changePlanNeed,
  listAccess,
  planNeedsOf,
  removePlanNeed,
} from '../../plan-need/plan-needs.ts'
import { readFields } from '../../plan-need/read-fields.ts'
import { sayRefusal } from '../../problem.ts'
import { Refused } from '../../refusal.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { choiceInText, type Choice, type ChoiceNow } from '../plan-needs/choice-in-text.ts'
import { needsInText, type OpenRow } from '../plan-needs/in-text.ts'
import type { NeedsAround } from '../plan-needs/opened.ts'
import { postedRow, typedRow } from '../plan-needs/row-form.ts'
import { openText, titleOf, type OneText } from './open-text.ts'

export const heldHereRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/tekst/:id/planbehov', (c) => withHeld(c, 'plan-needs', needsPage))
    .post('/tekst/:id/planbehov/:need', (c) => withHeld(c, 'plan-needs', saveRow))
    .post('/tekst/:id/planbehov/:need/fjern', (c) => withHeld(c, 'plan-needs', removeRow))
    .get('/tekst/:id/kommuneplanvalg', (c) => withHeld(c, 'master-plan', choicePage))
    .post('/tekst/:id/kommuneplanvalg', (c) => withHeld(c, 'master-plan', choose))

/// What stands under the paper of this chapter; nothing for prose alone.
export async function heldHere(text: OneText): Promise<Html | ''> {
  const what = heldIn(text.section)
  if (what === 'plan-needs') return drawNeeds(text, undefined)
  return what === 'master-plan' ? choiceInText(...(await choiceOf(text))) : ''
}

async function withHeld(
  c: Context<Env>,
  wanted: ReturnType<typeof heldIn>,
  then: (text: OneText) => Promise<Response>,
): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  if (heldIn(text.section) !== wanted) throw new Refused('not-found')
  return then(text)
}

async function aroundOf({ house, strategy, states, ...text }: OneText): Promise<NeedsAround> {
  const { lang, t, roles, municipalities } = text
  const of = { region: strategy.region, strategy: strategy.id }
  return {
    t,
    lang,
    of,
    all: await planNeedsOf(house.store.db, of),
    desk: {
      strategy: { from: strategy.period_from, to: strategy.period_to },
      tracks: [...municipalities.values()],
    },
    access: (zone) => listAccess(zone, roles, states),
  }
}

const needsAt = ({ section }: OneText): string => `/tekst/${section.id}/planbehov`

async function drawNeeds(text: OneText, open: OpenRow | undefined): Promise<Html> {
  return needsInText(await aroundOf(text), text.section.zone, needsAt(text), open)
}

async function needsPage(text: OneText): Promise<Response> {
  const asked = text.c.req.query('rad')
  if (asked === undefined) return onPage(text, await drawNeeds(text, undefined))
  const around = await aroundOf(text)
  const { zone } = text.section
  if (!around.access(zone).rows.may) throw new Refused('forbidden')
  const need = around.all.find((one) => one.id === asked && one.zone === zone)
  const open: OpenRow | undefined =
    asked === 'ny' || need
      ? { ...(need && { need }), typed: typedRow(need?.fields), errors: [] }
      : undefined
  return onPage(text, needsInText(around, zone, needsAt(text), open))
}

async function saveRow(text: OneText): Promise<Response> {
  const { c, house, person, section } = text
  const around = await aroundOf(text)
  const id = c.req.param('need')
  const need = around.all.find((one) => one.id === id && one.zone === section.zone)
  if (!need && id !== 'ny') throw new Refused('not-found')
  const form = await c.req.formData()
  const typed = postedRow(form, need && typedRow(need.fields))
  const track = around.desk.tracks.find(({ number }) => number === section.zone)
  const read = readFields(typed, {
    both: section.zone === 'joint',
    language: track?.language === 'nn' ? 'nn' : 'nb',
    municipalities: around.desk.tracks.map(({ number }) => number),
  })
  const again = (more: Pick<OpenRow, 'errors' | 'conflict'>, status: 409 | 422) =>
    onPage(
      text,
      needsInText(around, section.zone, needsAt(text), { ...(need && { need }), typed, ...more }),
      status,
    )
  if (!read.ok) return again({ errors: read.errors }, 422)
  if (!need) await addPlanNeed(house, person, around.of, section.zone, read.fields)
  else {
    const first = await isFirst(() =>
      changePlanNeed(house, person, around.of, need.id, Number(form.get('seq')) || 0, read.fields),
    )
    if (!first) return again({ errors: [], conflict: true }, 409)
  }
  return c.redirect(needsAt(text), 303)
}

async function removeRow(text: OneText): Promise<Response> {
  const { c, house, person, section } = text
  const around = await aroundOf(text)
  const id = c.req.param('need')
  const need = around.all.find((one) => one.id === id && one.zone === section.zone)
  if (!need) throw new Refused('not-found')
  const form = await c.req.formData()
  const first = await isFirst(() =>
    removePlanNeed(house, person, around.of, need.id, Number(form.get('seq')) || 0),
  )
  if (first) return c.redirect(needsAt(text), 303)
  const typed = postedRow(form, typedRow(need.fields))
  const open: OpenRow = { need, typed, errors: [], conflict: true }
  return onPage(text, needsInText(around, section.zone, needsAt(text), open), 409)
}

/// False when somebody else was first; any other refusal is thrown on.
async function isFirst(change: () => Promise<void>): Promise<boolean> {
  try {
    await change()
    return true
  } catch (error) {
    if (error instanceof Refused && error.code === 'conflict') return false
    throw error
  }
}

const caseOf = ({ strategy, section }: OneText) => ({
  strategy: strategy.id,
  kind: 'participation' as const,
  municipality: section.zone,
})

async function choiceOf(
  text: OneText,
  more: Partial<ChoiceNow> = {},
): Promise<Parameters<typeof choiceInText>> {
  const { house, strategy, section, person } = text
  const id = processId(strategy.id, section.zone)
  const row = await processOf(house.store.db, strategy.region, id)
  const context = JSON.parse(row?.context ?? '{}') as { masterPlan?: Choice | null }
  const choice = context.masterPlan ?? null
  const said = await available(house, caseOf(text), person)
  const event = said.events.find(({ type }) => type === 'choose-master-plan')
  const now: ChoiceNow = {
    choice,
    typed: choice,
    findings: event?.allowed ? [] : (event?.findings ?? []),
    mine: event !== undefined && text.roles.some((held) => held.municipality === section.zone),
    allowed: event?.allowed ?? false,
    seq: row?.seq ?? 0,
    key: randomUUID(),
    caseHref: `/kommune/${section.zone}/registrer/choose-master-plan`,
    ...more,
  }
  return [await aroundOf(text), `/tekst/${section.id}/kommuneplanvalg`, now]
}

async function choicePage(text: OneText): Promise<Response> {
  return onPage(text, choiceInText(...(await choiceOf(text))))
}

async function choose(text: OneText): Promise<Response> {
  const { c, house, person, section, lang } = text
  const form = await readForm(c)
  const typed = { societal: form.text('societal'), landUse: form.text('landUse') }
  const outcome = await act(house, {
    process: caseOf(text),
    type: 'choose-master-plan',
    actedOn: house.clock.today(),
    behalfOf: section.zone,
    expectedSeq: Number(form.text('seq')) || 0,
    input: typed,
    person,
    key: form.text('key') || randomUUID(),
  })
  if (outcome.ok) return c.redirect(`/tekst/${section.id}/kommuneplanvalg`, 303)
  const { detail } = sayRefusal(outcome.code, lang)
  const shown = await choiceOf(text, { typed, findings: outcome.findings, refused: detail })
  return onPage(text, choiceInText(...shown), outcome.code === 'stale' ? 409 : 422)
}

/// The same as a page of its own, for those without script.
function onPage(text: OneText, held: Html, status?: 409 | 422): Promise<Response> {
  const { c, section, lang, t } = text
  const title = titleOf(section, lang)
  return layout(
    c,
    {
      title,
      current: 'texts',
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: title, href: `/tekst/${section.id}` },
      ],
      ...(status === undefined ? {} : { status, refused: true }),
    },
    html`<div class="reading stack">${held}</div>`,
  )
}
