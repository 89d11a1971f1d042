// What the forms beside a point do: answer it, add to a joint answer, hide the submission. Refused, the same page comes
// back with everything kept.
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import { sayRefusal, statusOf } from '../../problem.ts'
import { Refused } from '../../refusal.ts'
import { answerPoint, hideSubmission } from '../../submission/answer.ts'
import { isAnswered } from '../../submission/list.ts'
import { chosen, filterFrom, linesOf, queryOf, type Line } from './filter.ts'
import { lineOf, pointPage } from './list-page.ts'
import { openSubmissions, type OpenedSubmissions } from './opened.ts'

export async function saveAnswer(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
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
  if (text('go') !== 'next') {
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

export async function saveAddition(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  const form = await c.req.formData()
  const line = lineOf(c, opened)
  if (opened.home === undefined) throw new Refused('forbidden')
  const { home } = opened
  const addition = String(form.get('addition') ?? '')
  const refused = await attempt(() =>
    answerPoint(c.var.house, opened.person, opened.of, {
      number: line.point.number,
      point: line.point.point,
      assessment: addition,
      outcome: '',
      expectedSeq: seqOf(String(form.get('seq') ?? '')),
      additionBy: home,
    }),
  )
  if (refused) {
    const again = await openSubmissions(c)
    if (again instanceof Response) return again
    const text =
      refused.code === 'conflict'
        ? opened.t(
            'Noen andre skrev et tillegg i mellomtiden. Lagrer du nå, gjelder ditt.',
            'Nokon andre skreiv eit tillegg i mellomtida. Lagrar du no, gjeld ditt.',
            'Somebody else wrote an addition in the meantime. If you save now, yours stands.',
          )
        : sayRefusal(refused.code, opened.lang).title
    return pointPage(c, again, {
      typedAddition: { text: addition, error: text },
      status: refused.code === 'conflict' ? 409 : 422,
    })
  }
  return c.redirect(backTo(c, opened, line, 'addition'), 303)
}

export async function hide(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
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
