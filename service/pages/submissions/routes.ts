// The planner's pages for submissions: the list, one point with its answer, the overview to lay beside the case, and
// letters that came on paper. Every view is an address; every act is a form.
import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { sayRefusal, statusOf } from '../../problem.ts'
import { answerPoint, findPoint, hideSubmission } from '../../submission/answer.ts'
import { isAnswered } from '../../submission/list.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import type { Html } from '../dates.ts'
import { chosen, filterFrom, linesOf, queryOf, type Filter, type Line } from './filter.ts'
import { letterPage, receiveLetter } from './letter-page.ts'
import { openSubmissions, paragraphNumbers, type OpenedSubmissions } from './opened.ts'
import { overviewPage } from './overview-page.ts'
import { pane, type PaneState } from './pane.ts'
import { figures, filterForm, perPage, table } from './table.ts'

export const submissionPageRoutes = () =>
  new Hono<Env>()
    .get('/innspill', (c) => withOpened(c, (opened) => listPage(c, opened)))
    .get('/innspill/merknadsoversikt', (c) => withOpened(c, (opened) => overviewPage(c, opened)))
    .get('/innspill/nytt-brev', (c) => withOpened(c, (opened) => letterPage(c, opened)))
    .post('/innspill/nytt-brev', (c) => withOpened(c, (opened) => receiveLetter(c, opened)))
    .get('/innspill/:label{\\d+(-\\d+)?}', (c) => withOpened(c, (opened) => pointPage(c, opened)))
    .post('/innspill/:label{\\d+-\\d+}', (c) => withOpened(c, (opened) => saveAnswer(c, opened)))
    .post('/innspill/:label{\\d+-\\d+}/tillegg', (c) =>
      withOpened(c, (opened) => saveAddition(c, opened)),
    )
    .post('/innspill/:label{\\d+-\\d+}/skjul', (c) => withOpened(c, (opened) => hide(c, opened)))

async function withOpened(
  c: Context<Env>,
  then: (opened: OpenedSubmissions) => Promise<Response>,
): Promise<Response> {
  const opened = await openSubmissions(c)
  return opened instanceof Response ? opened : then(opened)
}

async function listPage(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const filter = filterFrom(new URL(c.req.url).searchParams, opened.home)
  const lines = linesOf(opened.all, filter.municipality)
  const shown = chosen(lines, filter)
  const numbers = await paragraphNumbers(c, opened, pageOf(shown, filter))
  return frame(
    c,
    opened,
    filter,
    html`${figures(opened, lines, filter)} ${filterForm(opened, filter)}
    ${table(opened, shown, filter, numbers)}`,
  )
}

const pageOf = (lines: Line[], { page }: Filter): Line[] =>
  lines.slice((page - 1) * perPage, page * perPage)

async function pointPage(
  c: Context<Env>,
  opened: OpenedSubmissions,
  more: Partial<PaneState> & { status?: 403 | 409 | 422 } = {},
): Promise<Response> {
  const filter = filterFrom(new URL(c.req.url).searchParams, opened.home)
  const lines = linesOf(opened.all, filter.municipality)
  const shown = chosen(lines, filter)
  const line = lineOf(c, opened)
  const at = shown.findIndex(({ point }) => point.label === line.point.label)
  const page = at < 0 ? filter.page : Math.floor(at / perPage) + 1
  const here = { ...filter, page }
  const numbers = await paragraphNumbers(c, opened, [line, ...pageOf(shown, here)])
  const { status, ...state } = more
  const body = await pane(c, opened, {
    filter,
    line,
    previous: at > 0 ? shown[at - 1] : undefined,
    next: at < 0 ? shown[0] : shown[at + 1],
    numbers,
    ...state,
  })
  return frame(
    c,
    opened,
    filter,
    html`<div class="split" data-pane>
      <div class="list-beside stack">
        ${figures(opened, lines, filter)} ${filterForm(opened, filter)}
        ${table(opened, shown, here, numbers, line.point.label)}
      </div>
      <div class="stack">
        <a class="ds-link only-narrow" href="/innspill${queryOf(filter, opened.home)}"
          >${icon('ArrowLeft')} ${opened.t('Til lista', 'Til lista', 'To the list')}</a
        >
        ${body}
      </div>
    </div>`,
    { point: line.point.label, ...(status === undefined ? {} : { status }) },
  )
}

function frame(
  c: Context<Env>,
  opened: OpenedSubmissions,
  filter: Filter,
  body: Html,
  more: { point?: string; status?: 403 | 409 | 422 } = {},
): Promise<Response> {
  const { t, tasks } = opened
  const name = t('Innspill', 'Innspel', 'Submissions')
  const done = c.req.query('done')
  const overview = filter.municipality || opened.home || ''
  return layout(
    c,
    {
      title: more.point === undefined ? name : `${t('Punkt', 'Punkt', 'Point')} ${more.point}`,
      current: 'submissions',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        ...(more.point === undefined
          ? [{ text: name }]
          : [
              { text: name, href: `/innspill${queryOf(filter, opened.home)}` },
              { text: more.point },
            ]),
      ],
      ...(more.status === undefined ? {} : { status: more.status, refused: true }),
    },
    html`<div class="stack">
      ${pageTitle(name, {
        actions: html`<a class="ds-button" data-variant="secondary" href="/innspill/nytt-brev"
            >${icon('Plus')}${t('Registrer brev', 'Registrer brev', 'Record a letter')}</a
          ><a
            class="ds-button"
            data-variant="secondary"
            href="/innspill/merknadsoversikt${overview ? `?kommune=${overview}` : ''}"
            >${icon('FileText')}${t('Merknadsoversikt', 'Merknadsoversikt', 'Overview of remarks')}</a
          >`,
      })}
      ${done === undefined || more.status !== undefined ? '' : doneAlert(done, opened)} ${body}
    </div>`,
  )
}

function doneAlert(done: string, { t }: OpenedSubmissions): Html {
  const [what, label = ''] = done.split('.')
  const point = /^\d+-\d+$/.test(label) ? ` ${label}` : ''
  const text = {
    answered: t(
      `Svaret på punkt${point} er lagret.`,
      `Svaret på punkt${point} er lagra.`,
      `The answer to point${point} is saved.`,
    ),
    all: t(
      `Svaret på punkt${point} er lagret. Det var det siste her.`,
      `Svaret på punkt${point} er lagra. Det var det siste her.`,
      `The answer to point${point} is saved. That was the last one here.`,
    ),
    addition: t('Tillegget er lagret.', 'Tillegget er lagra.', 'The addition is saved.'),
    hidden: t(
      'Uttalelsen er skjult for andre. Originalen er tatt vare på.',
      'Fråsegna er skjult for andre. Originalen er teken vare på.',
      'The submission is hidden from others. The original is kept.',
    ),
    shown: t(
      'Uttalelsen vises igjen.',
      'Fråsegna er synleg att.',
      'The submission is shown again.',
    ),
    letter: t('Brevet er registrert.', 'Brevet er registrert.', 'The letter is recorded.'),
  }[what ?? '']
  return text === undefined ? html`` : alert('success', text, { done: true })
}

/// The point in the address; `17` alone is the first point of submission 17.
function lineOf(c: Context<Env>, opened: OpenedSubmissions): Line {
  const [number, point = '1'] = (c.req.param('label') ?? '').split('-')
  const found = findPoint(opened.all, Number(number), Number(point))
  if (!found) throw new Refused('not-found')
  return found
}

async function saveAnswer(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const form = await c.req.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const line = lineOf(c, opened)
  const typed = { assessment: text('assessment'), outcome: text('outcome'), ledTo: text('ledTo') }
  const refused = await attempt(() =>
    answerPoint(c.var.house, opened.person, opened.of, {
      number: line.point.number,
      point: line.point.point,
      assessment: typed.assessment,
      outcome: typed.outcome,
      ledTo: typed.ledTo || undefined,
      expectedSeq: seqOf(text('seq')),
    }),
  )
  if (refused) {
    const again = await openSubmissions(c)
    if (again instanceof Response) return again
    return pointPage(c, again, {
      typed,
      ...(refused.code === 'conflict'
        ? { conflict: true, status: 409 }
        : { errors: [sayError(refused, opened)], status: 422 }),
    })
  }
  const filter = filterFrom(new URL(c.req.url).searchParams, opened.home)
  const query = queryOf(filter, opened.home)
  const mark = (what: string) => `${query ? `${query}&` : '?'}done=${what}.${line.point.label}`
  if (text('then') !== 'next') {
    return c.redirect(`/innspill/${line.point.label}${mark('answered')}`, 303)
  }
  const next = nextUnanswered(chosen(linesOf(opened.all, filter.municipality), filter), line)
  return c.redirect(
    next ? `/innspill/${next.point.label}${mark('answered')}` : `/innspill${mark('all')}`,
    303,
  )
}

/// The next one that waits, from this one on and then from the beginning.
function nextUnanswered(lines: Line[], from: Line): Line | undefined {
  const at = lines.findIndex(({ point }) => point.label === from.point.label)
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))].find(
    ({ point }) => !isAnswered(point),
  )
}

async function saveAddition(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const form = await c.req.formData()
  const line = lineOf(c, opened)
  if (opened.home === undefined) throw new Refused('forbidden')
  await answerPoint(c.var.house, opened.person, opened.of, {
    number: line.point.number,
    point: line.point.point,
    assessment: String(form.get('addition') ?? ''),
    outcome: '',
    expectedSeq: seqOf(String(form.get('seq') ?? '')),
    additionBy: opened.home,
  })
  return c.redirect(backTo(c, opened, line, 'addition'), 303)
}

async function hide(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const form = await c.req.formData()
  const line = lineOf(c, opened)
  const show = form.get('show') === 'yes'
  const reason = String(form.get('reason') ?? '')
  const refused = await attempt(() =>
    hideSubmission(
      c.var.house,
      opened.person,
      opened.of,
      line.submission.number,
      show ? undefined : reason,
    ),
  )
  if (refused) return pointPage(c, opened, { typedReason: reason, status: 422 })
  return c.redirect(backTo(c, opened, line, show ? 'shown' : 'hidden'), 303)
}

function backTo(c: Context<Env>, opened: OpenedSubmissions, line: Line, done: string): string {
  const query = queryOf(filterFrom(new URL(c.req.url).searchParams, opened.home), opened.home)
  return `/innspill/${line.point.label}${query ? `${query}&` : '?'}done=${done}`
}

/// The refusal a person can mend; every other is thrown on.
async function attempt(act: () => Promise<unknown>): Promise<Refused | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    const status = error instanceof Refused ? statusOf(error.code) : 500
    if (error instanceof Refused && [400, 409, 422].includes(status)) return error
    throw error
  }
}

function sayError(
  refused: Refused,
  { t, lang }: OpenedSubmissions,
): { field?: string; text: string } {
  const field = refused.field === undefined ? {} : { field: refused.field }
  if (refused.code === 'input-invalid' && refused.field === 'outcome') {
    return { ...field, text: t('Velg et utfall', 'Vel eit utfall', 'Choose an outcome') }
  }
  if (refused.code === 'input-invalid' && refused.field === 'assessment') {
    return {
      ...field,
      text: t(
        'Skriv hvorfor punktet ikke tas til følge fullt ut',
        'Skriv kvifor punktet ikkje blir teke til følgje fullt ut',
        'Write why the point is not fully accepted',
      ),
    }
  }
  return { ...field, text: sayRefusal(refused.code, lang).title }
}

const seqOf = (text: string): number => {
  const seq = Number(text)
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0
}
