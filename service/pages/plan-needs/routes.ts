// The pages of planning needs: who starts what when across the region, one list at a time, a row changed where it
// stands or with all its fields, and the same as a file.
import { Hono, type Context } from 'hono'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { statuses, type PlanNeedFields, type PlanStatus } from '../../plan-need/fields.ts'
import { readFields, type TypedRow } from '../../plan-need/read-fields.ts'
import {
  addPlanNeed,
  changePlanNeed,
  changePlanStatus,
  removePlanNeed,
  type PlanNeed,
} from '../../plan-need/plan-needs.ts'
import { asFile } from './as-file.ts'
import { listAddress, listAsked, openNeeds, type OpenedNeeds } from './opened.ts'
import { conflictAlert, overview } from './overview.ts'
import { postedRow, typedRow } from './row-form.ts'
import { newPage, rowPage } from './row-page.ts'

export const planNeedPageRoutes = () =>
  new Hono<Env>()
    .get('/planbehov', (c) => withOpened(c, (opened) => overview(c, opened)))
    .get('/planbehov.csv', (c) => withOpened(c, (opened) => Promise.resolve(asFile(c, opened))))
    .get('/planbehov/ny', (c) => withOpened(c, (opened) => newPage(c, opened)))
    .post('/planbehov/ny', (c) => withOpened(c, (opened) => add(c, opened)))
    .get('/planbehov/:id', (c) => withOpened(c, (opened) => rowPage(c, opened, needOf(c, opened))))
    .post('/planbehov/:id', (c) => withOpened(c, (opened) => change(c, opened)))
    .post('/planbehov/:id/rad', (c) => withOpened(c, (opened) => changeShort(c, opened)))
    .post('/planbehov/:id/fjern', (c) => withOpened(c, (opened) => remove(c, opened)))

async function withOpened(
  c: Context<Env>,
  then: (opened: OpenedNeeds) => Promise<Response>,
): Promise<Response> {
  const opened = await openNeeds(c)
  return opened instanceof Response ? opened : then(opened)
}

function needOf(c: Context<Env>, opened: OpenedNeeds): PlanNeed {
  const need = opened.all.find((one) => one.id === c.req.param('id'))
  if (!need) throw new Refused('not-found')
  return need
}

function parse(opened: OpenedNeeds, zone: string, typed: TypedRow): ReturnType<typeof readFields> {
  const track = opened.desk.tracks.find((one) => one.number === zone)
  return readFields(typed, {
    both: zone === 'joint',
    language: track?.language === 'nn' ? 'nn' : 'nb',
    municipalities: opened.desk.tracks.map((one) => one.number),
  })
}

async function add(c: Context<Env>, opened: OpenedNeeds): Promise<Response> {
  const zone = listAsked(opened, c.req.query('liste'))
  const typed = postedRow(await c.req.formData())
  const read = parse(opened, zone, typed)
  if (!read.ok) return newPage(c, opened, typed, read.errors)
  const made = await addPlanNeed(c.var.house, opened.person, opened.of, zone, read.fields)
  return c.redirect(`${listAddress(zone)}&done=added#rad-${made.id}`, 303)
}

async function change(c: Context<Env>, opened: OpenedNeeds): Promise<Response> {
  const need = needOf(c, opened)
  const form = await c.req.formData()
  const typed = postedRow(form, typedRow(need.fields))
  const read = parse(opened, need.zone, typed)
  if (!read.ok) return rowPage(c, opened, need, typed, read.errors)
  const { house } = c.var
  const conflict = await conflictIn(() =>
    changePlanNeed(house, opened.person, opened.of, need.id, seqOf(form), read.fields),
  )
  if (conflict) return rowPage(c, opened, need, typed, [], true)
  return c.redirect(`${listAddress(need.zone)}&done=changed#rad-${need.id}`, 303)
}

/// The row changed where it stands in the list: some fields, or after adoption its status alone.
async function changeShort(c: Context<Env>, opened: OpenedNeeds): Promise<Response> {
  const need = needOf(c, opened)
  const form = await c.req.formData()
  const seq = seqOf(form)
  const { house } = c.var
  const read = parse(opened, need.zone, postedRow(form, typedRow(need.fields), false))
  if (!read.ok) {
    const typed = postedRow(form, typedRow(need.fields), false)
    return rowPage(c, opened, need, typed, read.errors)
  }
  const conflict = await conflictIn(() =>
    opened.access(need.zone).rows.may
      ? changePlanNeed(house, opened.person, opened.of, need.id, seq, read.fields)
      : changePlanStatus(house, opened.person, opened.of, need.id, seq, statusIn(read.fields)),
  )
  if (conflict) {
    return overview(c, opened, { status: 409, alert: conflictAlert(opened) })
  }
  return c.redirect(`${listAddress(need.zone)}&done=changed#rad-${need.id}`, 303)
}

async function remove(c: Context<Env>, opened: OpenedNeeds): Promise<Response> {
  const need = needOf(c, opened)
  const seq = seqOf(await c.req.formData())
  const conflict = await conflictIn(() =>
    removePlanNeed(c.var.house, opened.person, opened.of, need.id, seq),
  )
  if (conflict) return overview(c, opened, { status: 409, alert: conflictAlert(opened) })
  return c.redirect(`${listAddress(need.zone)}&done=removed`, 303)
}

/// True when somebody else was first; any other refusal is thrown on.
async function conflictIn(act: () => Promise<void>): Promise<boolean> {
  try {
    await act()
    return false
  } catch (error) {
    if (error instanceof Refused && error.code === 'conflict') return true
    throw error
  }
}

const statusIn = ({ status }: PlanNeedFields): PlanStatus =>
  Object.hasOwn(statuses, status) ? status : 'not-started'

function seqOf(form: FormData): number {
  const seq = Number(form.get('seq'))
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0
}
