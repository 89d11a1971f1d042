// The pages of planning needs: who starts what when across the region, one list at a time, a row changed where it
// stands or with all its fields, and the same as a file.
import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { inLang, type PlanNeedFields, type PlanStatus, statuses } from '../../plan-need/fields.ts'
import {
  readFields,
  sayRowError,
  type RowErrors,
  type TypedRow,
} from '../../plan-need/read-fields.ts'
import {
  addPlanNeed,
  changePlanNeed,
  changePlanStatus,
  removePlanNeed,
  type PlanNeed,
} from '../../plan-need/plan-needs.ts'
import type { Html } from '../dates.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { errorSummary } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { asFile } from './as-file.ts'
import { choiceLine } from './choice-line.ts'
import { listTable, newRowLink } from './list-table.ts'
import { listAddress, listAsked, openNeeds, zoneName, type OpenedNeeds } from './opened.ts'
import { portfolioSection } from './portfolio-table.ts'
import { postedRow, rowFields, typedRow } from './row-form.ts'

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

function overview(
  c: Context<Env>,
  opened: OpenedNeeds,
  more: { status?: 409 | 422; alert?: Html } = {},
): Promise<Response> {
  const { t, desk, tasks } = opened
  const zone = listAsked(opened, c.req.query('liste'))
  const access = opened.access(zone)
  const { from, to } = desk.strategy
  const title = t('Planbehov i regionen', 'Planbehov i regionen', 'Planning needs in the region')
  return layout(
    c,
    {
      title,
      current: 'plan-needs',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [deskCrumb(opened), { text: t('Planbehov', 'Planbehov', 'Planning needs') }],
      ...(more.status === undefined ? {} : { status: more.status, refused: true }),
    },
    html`<div class="stack-8">
      ${pageTitle(title, {
        actions: html`<a class="ds-button" data-variant="tertiary" href="/planbehov.csv"
          >${icon('Download')}${t('Regneark (CSV)', 'Rekneark (CSV)', 'Spreadsheet (CSV)')}</a
        >`,
      })}
      ${more.alert ?? doneAlert(c.req.query('done'), opened)} ${portfolioSection(opened)}
      <section class="stack" aria-labelledby="liste-tittel" id="liste">
        <div class="row-between">
          <h2 class="ds-heading" data-size="xs" id="liste-tittel">
            ${zoneName(opened, zone)}: ${t('planbehov', 'planbehov', 'planning needs')}
            ${from}–${to}
          </h2>
          ${access.rows.may ? newRowLink(opened, zone) : ''}
        </div>
        ${listChooser(opened, zone)} ${choiceLine(opened, zone)}
        ${access.rows.may ? '' : html`<p class="quiet">${whyNot(opened, zone)}</p>`}
        ${listTable(opened, zone, c.req.query('rad'))}
      </section>
    </div>`,
  )
}

function listChooser(opened: OpenedNeeds, zone: string): Html {
  const { t, desk } = opened
  return html`<form class="filters" method="get" action="/planbehov">
    <label class="ds-label" for="liste-valg"
      >${t('Vis lista for', 'Vis lista for', 'Show the list of')}</label
    >
    <select class="ds-input" data-width="auto" id="liste-valg" name="liste">
      <option value="felles" ${zone === 'joint' ? html` selected` : ''}>
        ${t('Felles', 'Felles', 'Joint')}
      </option>
      ${desk.tracks.map(
        (track) =>
          html`<option value="${track.number}" ${track.number === zone ? html` selected` : ''}>
            ${track.name}
          </option>`,
      )}
    </select>
    <button class="ds-button" data-variant="secondary" type="submit">
      ${t('Vis', 'Vis', 'Show')}
    </button>
  </form>`
}

/// Why the rows cannot be changed now, in a sentence.
function whyNot(opened: OpenedNeeds, zone: string): string {
  const { t } = opened
  const { rows } = opened.access(zone)
  const name = zoneName(opened, zone)
  if (rows.may) return ''
  if (rows.why === 'no-role' || rows.why === 'not-yours') {
    return zone === 'joint'
      ? t(
          'Koordinatoren og planleggerne endrer lista.',
          'Koordinatoren og planleggjarane endrar lista.',
          'The coordinator and the planners change the list.',
        )
      : t(
          `Planleggerne i ${name} endrer lista.`,
          `Planleggjarane i ${name} endrar lista.`,
          `The planners of ${name} change the list.`,
        )
  }
  return {
    frozen: t(
      'Lista er låst sammen med teksten. Den kan endres igjen når teksten åpnes.',
      'Lista er låst saman med teksten. Ho kan endrast att når teksten blir opna.',
      'The list is frozen with the text. It can be changed when the text opens again.',
    ),
    'not-begun': t(
      'Lista åpnes når arbeidet med teksten begynner.',
      'Lista blir opna når arbeidet med teksten byrjar.',
      'The list opens when work on the text begins.',
    ),
    ended: t(
      'Planstrategien er vedtatt. Nå kan bare status for hver plan endres.',
      'Planstrategien er vedteken. No kan berre status for kvar plan endrast.',
      'The strategy is adopted. Only the status of each plan can be changed now.',
    ),
  }[rows.why]
}

function doneAlert(done: string | undefined, { t }: OpenedNeeds): Html {
  const text = {
    added: t('Raden er lagt til.', 'Rada er lagd til.', 'The row is added.'),
    changed: t('Raden er lagret.', 'Rada er lagra.', 'The row is saved.'),
    removed: t(
      'Raden er tatt ut av lista.',
      'Rada er teken ut av lista.',
      'The row is taken out of the list.',
    ),
  }[done ?? '']
  return text === undefined ? html`` : alert('success', text, { done: true })
}

const conflictAlert = ({ t }: OpenedNeeds): Html =>
  alert(
    'danger',
    t(
      'Det som er lagret, står i lista. Åpne raden på nytt og legg inn endringen din der.',
      'Det som er lagra, står i lista. Opne rada på nytt og legg inn endringa di der.',
      'What is stored stands in the list. Open the row again and make your change there.',
    ),
    {
      heading: t(
        'Noen andre endret raden i mellomtiden',
        'Nokon andre endra rada i mellomtida',
        'Somebody else changed the row in the meantime',
      ),
      done: true,
    },
  )

function needOf(c: Context<Env>, opened: OpenedNeeds): PlanNeed {
  const need = opened.all.find((one) => one.id === c.req.param('id'))
  if (!need) throw new Refused('not-found')
  return need
}

function newPage(
  c: Context<Env>,
  opened: OpenedNeeds,
  typed: TypedRow = typedRow(undefined),
  errors: RowErrors = [],
): Promise<Response> {
  const zone = listAsked(opened, c.req.query('liste'))
  if (!opened.access(zone).rows.may) throw new Refused('forbidden')
  const { t } = opened
  return formPage(c, opened, {
    title: `${zoneName(opened, zone)}: ${t('ny rad', 'ny rad', 'new row')}`,
    action: `/planbehov/ny?liste=${zone === 'joint' ? 'felles' : zone}`,
    zone,
    typed,
    errors,
  })
}

function rowPage(
  c: Context<Env>,
  opened: OpenedNeeds,
  need: PlanNeed,
  typed: TypedRow = typedRow(need.fields),
  errors: RowErrors = [],
  conflict = false,
): Promise<Response> {
  const { t, lang } = opened
  const may = opened.access(need.zone).rows.may
  return formPage(c, opened, {
    title: inLang(need.fields.name, lang),
    action: `/planbehov/${need.id}`,
    zone: need.zone,
    typed,
    errors,
    conflict,
    seq: need.seq,
    locked: !may,
    after: may
      ? html`<details class="ds-details">
          <summary>${t('Ta ut raden', 'Ta ut rada', 'Take out the row')}</summary>
          <form method="post" action="/planbehov/${need.id}/fjern" class="stack">
            <input type="hidden" name="seq" value="${need.seq}" />
            <p>
              ${t(
                'Raden blir borte fra lista. Den står fortsatt i versjoner som alt er låst.',
                'Rada blir borte frå lista. Ho står framleis i versjonar som alt er låste.',
                'The row leaves the list. It stays in versions already frozen.',
              )}
            </p>
            <button class="ds-button" data-variant="secondary" data-color="danger" type="submit">
              ${t('Ta ut raden', 'Ta ut rada', 'Take out the row')}
            </button>
          </form>
        </details>`
      : html``,
  })
}

type FormPage = {
  title: string
  action: string
  zone: string
  typed: TypedRow
  errors: RowErrors
  seq?: number
  conflict?: boolean
  locked?: boolean
  after?: Html
}

function formPage(c: Context<Env>, opened: OpenedNeeds, page: FormPage): Promise<Response> {
  const { t, lang, tasks } = opened
  const status = page.conflict ? 409 : page.errors.length > 0 ? 422 : undefined
  return layout(
    c,
    {
      title: page.title,
      current: 'plan-needs',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        { text: t('Planbehov', 'Planbehov', 'Planning needs'), href: listAddress(page.zone) },
        { text: page.title },
      ],
      ...(status === undefined ? {} : { status, refused: true }),
    },
    html`<div class="stack reading">
      ${pageTitle(page.title)} ${page.conflict ? conflictKept(opened) : ''}
      ${errorSummary(
        page.errors.map(({ field, key }) => ({ field, text: sayRowError(key, lang) })),
        lang,
        t('Rett opp før du lagrer', 'Rett opp før du lagrar', 'Correct before you save'),
      )}
      ${page.locked ? html`<p class="quiet">${whyNot(opened, page.zone)}</p>` : ''}
      <form class="fields" method="post" action="${page.action}">
        ${page.seq === undefined ? '' : html`<input type="hidden" name="seq" value="${page.seq}" />`}
        <fieldset class="ds-fieldset fields" ${page.locked ? html` disabled` : ''}>
          <legend class="ds-sr-only">${page.title}</legend>
          ${rowFields(opened, page.zone, page.typed, page.errors)}
        </fieldset>
        <div class="row">
          ${
            page.locked
              ? ''
              : html`<button class="ds-button" type="submit">
                  ${t('Lagre raden', 'Lagre rada', 'Save the row')}
                </button>`
          }
          <a class="ds-button" data-variant="secondary" href="${listAddress(page.zone)}"
            >${page.locked ? t('Tilbake', 'Tilbake', 'Back') : t('Avbryt', 'Avbryt', 'Cancel')}</a
          >
        </div>
      </form>
      ${page.after ?? ''}
    </div>`,
  )
}

const conflictKept = ({ t }: OpenedNeeds): Html =>
  alert(
    'danger',
    t(
      'Det du skrev, står fortsatt i feltene. Lagrer du nå, gjelder ditt.',
      'Det du skreiv, står framleis i felta. Lagrar du no, gjeld ditt.',
      'What you wrote is still in the fields. If you save now, yours stands.',
    ),
    {
      heading: t(
        'Noen andre endret raden i mellomtiden',
        'Nokon andre endra rada i mellomtida',
        'Somebody else changed the row in the meantime',
      ),
      done: true,
    },
  )

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
