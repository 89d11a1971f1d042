// Registering an act: a form made from the event's declaration, checked by the same rules as the act itself. Refused, it
// comes back whole with every reason; carried out, it leads to the case with what was done.
import { randomUUID } from 'node:crypto'
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { act, available, explain, type Command, type No, type Outcome } from '../../act.ts'
import type { Finding, ProcessKind } from '../../../workflows/act.ts'
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { eventLabel } from '../../../workflows/words.ts'
import { first, typedFrom, type FieldError, type Typed } from '../../desk/read-form.ts'
import type { Env, House } from '../../house.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { sayRefusal } from '../../problem.ts'
import { Refused, refusalOf } from '../../refusal.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { deskCrumb } from './open-desk.ts'
import { boxes } from './record-boxes.ts'
import { choicesOf } from './record-choices.ts'
import { defaultsOf } from './record-defaults.ts'
import type { FormState } from './record-fields.ts'
import { commandOf, openForm, type Form, type Shown } from './record-form.ts'
import { actedOnOf, cleaned, overridesOf, readRecord, withRow } from './record-read.ts'
import { overrideBoxes, side, summary } from './record-side.ts'
import { consequenceOf, leadOf } from './record-words.ts'

export const recordRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/registrer/:type', (c) => show(c, 'participation'))
    .post('/kommune/:number{[0-9]{4}}/registrer/:type', (c) => post(c, 'participation'))
    .get('/felles/registrer/:type', (c) => show(c, 'strategy'))
    .post('/felles/registrer/:type', (c) => post(c, 'strategy'))

async function show(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const form = await openForm(c, kind)
  if (form instanceof Response) return form
  const { desk } = form.opened
  const query = new URL(c.req.url).searchParams
  const typed = defaultsOf(form.spec, desk, form.track, form.editions, query)
  const { findings } = await check(c, form, typed)
  return page(c, form, { typed, errors: [], findings })
}

async function post(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const form = await openForm(c, kind)
  if (form instanceof Response) return form
  const data = await c.req.formData().catch(() => {
    throw new Refused('not-json')
  })
  const typed = cleaned(typedFrom(data))
  const pick = first(typed, '_pick')
  if (pick && pick !== 'other') typed.meetingOn = [pick]
  const add = first(typed, '_add')
  if (add) return page(c, form, { ...(await check(c, form, withRow(typed, add))), errors: [] })
  const read = readRecord(form.spec, typed)
  const actedOn = actedOnOf(form, typed, read.input)
  if (first(typed, '_check') || read.errors.length || !actedOn.on) {
    const errors = actedOn.error ? [actedOn.error, ...read.errors] : read.errors
    const checked = await check(c, form, typed)
    const status = first(typed, '_check') ? 200 : 422
    return page(c, form, { typed, errors, findings: checked.findings, status })
  }
  const { desk, person } = form.opened
  const outcome = await attempt(c.var.house, {
    ...commandOf(form, desk),
    actedOn: actedOn.on,
    expectedSeq: Number(first(typed, '_seq')) || 0,
    overrides: overridesOf(typed),
    input: read.input,
    person,
    key: first(typed, '_key') || randomUUID(),
  })
  if (outcome.ok) return c.redirect(`${form.home}?done=${form.spec.type}`, 303)
  const fieldError = outcome.field && !outcome.findings.length ? [wrongField(outcome)] : []
  // A key that was used for another body, or on an older state, is of no use any more.
  const fresh = ['stale', 'key-reused'].includes(outcome.code)
  return page(c, form, {
    typed: fresh ? { ...typed, _key: [randomUUID()] } : typed,
    errors: fieldError,
    findings: outcome.findings,
    refused: outcome,
    status: statusFor(outcome.code),
  })
}

/// The act, with the machine's own troubles as a refusal: what was written must not be lost to a full disk.
async function attempt(house: House, command: Command): Promise<Outcome> {
  try {
    return await act(house, command)
  } catch (error) {
    const code = refusalOf(error)
    if (code !== 'disk-full' && code !== 'unavailable') throw error
    return { ok: false, code, findings: [] }
  }
}

function statusFor(code: No['code']): 409 | 422 | 503 | 507 {
  if (code === 'disk-full') return 507
  if (code === 'unavailable') return 503
  return code === 'stale' ? 409 : 422
}

/// What the rules say to the form as it stands; nothing while a field cannot be read.
async function check(
  c: Context<Env>,
  form: Form,
  typed: Typed,
): Promise<{ typed: Typed; findings: Finding[] }> {
  const read = readRecord(form.spec, typed)
  const { on } = actedOnOf(form, typed, read.input)
  if (!on) return { typed, findings: [] }
  const { desk, person } = form.opened
  const said = await explain(c.var.house, {
    ...commandOf(form, desk),
    actedOn: on,
    overrides: overridesOf(typed),
    input: read.input,
    person,
  })
  if (said.findings.length || said.ok) return { typed, findings: said.findings }
  // Something the act needs is not filled in yet: what the rules say without it.
  const now = await available(c.var.house, commandOf(form, desk).process, person)
  return { typed, findings: now.events.find(({ type }) => type === form.spec.type)?.findings ?? [] }
}

const wrongField = (outcome: No): FieldError => ({
  field: outcome.field!,
  words: {
    nb: sayRefusal(outcome.code, 'nb').detail,
    nn: sayRefusal(outcome.code, 'nn').detail,
    en: sayRefusal(outcome.code, 'en').detail,
  },
})

async function page(c: Context<Env>, form: Form, shown: Shown): Promise<Response> {
  const { opened, spec, track, kind, home } = form
  const { desk, t, lang, tasks } = opened
  const title = eventLabel(kind, spec.type, lang)
  const refused = shown.status !== undefined && shown.status !== 200
  const state: FormState = {
    spec,
    typed: shown.typed,
    errors: shown.errors,
    lang,
    choices: await choicesOf(c, form),
  }
  const consequence = consequenceOf(spec.type, lang)
  const cases = t('Kommunene', 'Kommunane', 'Municipalities')
  const where = track
    ? [
        { text: cases, href: '/kommune' },
        { text: track.name, href: home },
      ]
    : [{ text: t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work'), href: home }]
  const on = track
    ? t(`${track.name} kommune.`, `${track.name} kommune.`, `${track.name} municipality.`)
    : ''
  const button = confirmText(spec, title, lang)
  return layout(
    c,
    {
      title,
      current: track ? 'cases' : 'board',
      area: 'desk',
      tasks: tasks.length,
      refused,
      ...(shown.status ? { status: shown.status } : {}),
      crumbs: [deskCrumb(opened), ...where, { text: title }],
    },
    html`${pageTitle(title, { lead: `${on} ${consequence ?? leadOf(spec, lang)}` })}
      <form method="post" action="${home}/registrer/${spec.type}" data-check>
        <div class="split">
          <div class="stack">
            ${refused ? summary(form, shown, desk) : ''}
            <input
              type="hidden"
              name="_key"
              value="${first(shown.typed, '_key') || randomUUID()}"
            />
            <input type="hidden" name="_seq" value="${form.seq}" />
            ${boxes({ state, desk, track, editions: form.editions })}
            <div class="stack" data-check-more>${overrideBoxes(form, shown, desk)}</div>
            <div class="row">
              <button class="ds-button" name="_send" value="yes">
                ${icon(spec.type.startsWith('freeze') ? 'PadlockLocked' : spec.type === 'record-decision' ? 'Gavel' : 'Checkmark')}${button}
              </button>
              <button
                class="ds-button"
                data-variant="secondary"
                name="_check"
                value="yes"
                formnovalidate
              >
                ${t('Sjekk', 'Sjekk', 'Check')}
              </button>
              <a class="ds-button" data-variant="tertiary" href="${home}"
                >${t('Avbryt', 'Avbryt', 'Cancel')}</a
              >
            </div>
          </div>
          <div class="stack" data-check-result>${side(form, shown, desk)}</div>
        </div>
      </form>`,
  )
}

function confirmText(spec: EventSpec, title: string, lang: Lang): string {
  const t = words(lang)
  if (spec.type === 'record-decision')
    return t('Registrer vedtaket', 'Registrer vedtaket', 'Record the decision')
  return title
}
