// Registering an act: a form made from the event's declaration, checked by the same rules as the act itself. Refused, it
// comes back whole with every reason; carried out, it leads to the case with what was done.
import { randomUUID } from 'node:crypto'
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { act, available, explain, type No } from '../../act.ts'
import type { Finding, ProcessKind, Role } from '../../../workflows/act.ts'
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { eventsOf, specOf } from '../../../workflows/events.ts'
import {
  choiceLabel,
  eventDone,
  eventLabel,
  roleLabel,
  sayFinding,
} from '../../../workflows/words.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import { editionChoices, type EditionChoice } from '../../desk/editions.ts'
import { journalView } from '../../desk/journal-view.ts'
import {
  first,
  readForm,
  rowsOf,
  typedFrom,
  type FieldError,
  type Typed,
} from '../../desk/read-form.ts'
import { cleanText } from '../../guard/body.ts'
import type { Env } from '../../house.ts'
import { sayRefusal, statusOf } from '../../problem.ts'
import { Refused } from '../../refusal.ts'
import { dateText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { errorSummary, textArea } from '../parts/fields.ts'
import { findings as findingList } from '../parts/findings.ts'
import { icon } from '../parts/icon.ts'
import { listed, words } from '../words.ts'
import { rolesHere, whoMay } from './act-list.ts'
import { deskCrumb, openDesk, trackOf, type Opened } from './open-desk.ts'
import { asksForDay, boxes } from './record-boxes.ts'
import { storedConsultees } from './consultees.ts'
import { defaultsOf } from './record-defaults.ts'
import type { FormState } from './record-fields.ts'
import { consequenceOf, leadOf } from './record-words.ts'

export const recordRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/registrer/:type', (c) => show(c, 'participation'))
    .post('/kommune/:number{[0-9]{4}}/registrer/:type', (c) => post(c, 'participation'))
    .get('/felles/registrer/:type', (c) => show(c, 'strategy'))
    .post('/felles/registrer/:type', (c) => post(c, 'strategy'))

type Form = {
  opened: Opened
  kind: ProcessKind
  track?: Track
  spec: EventSpec
  /// The case's own page.
  home: string
  seq: number
  roles: Role[]
  editions: EditionChoice[]
}

type Shown = {
  typed: Typed
  errors: FieldError[]
  findings: Finding[]
  /// Refused when it was sent, with the code and what others did meanwhile.
  refused?: No
  status?: 200 | 409 | 422
}

async function open(c: Context<Env>, kind: ProcessKind): Promise<Form | Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, roles } = opened
  const number = c.req.param('number')
  const track = kind === 'participation' ? trackOf(desk, number ?? '') : undefined
  const spec = specOf(kind, c.req.param('type') ?? '')
  if (!spec || spec.kind === 'S') throw new Refused('not-found')
  const here = rolesHere(roles, track?.number)
  if (!spec.actors.some((role) => here.includes(role)) && !answersFor(here)) {
    throw new Refused('forbidden')
  }
  return {
    opened,
    kind,
    ...(track ? { track } : {}),
    spec,
    home: track ? `/kommune/${track.number}` : '/felles',
    seq: track ? track.stored.seq : desk.joint.stored.seq,
    roles: here,
    editions: track ? await editionChoices(c.var.house, desk, track) : [],
  }
}

/// Those who may override have the form too, also for acts that are registered by others.
const answersFor = (roles: Role[]): boolean =>
  roles.some((role) => ['mayor', 'chief-executive', 'steering-leader'].includes(role))

async function show(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const form = await open(c, kind)
  if (form instanceof Response) return form
  const { desk } = form.opened
  const query = new URL(c.req.url).searchParams
  const typed = defaultsOf(form.spec, desk, form.track, form.editions, query)
  const { findings } = await check(c, form, typed)
  return page(c, form, { typed, errors: [], findings })
}

async function post(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const form = await open(c, kind)
  if (form instanceof Response) return form
  const data = await c.req.formData().catch(() => {
    throw new Refused('not-json')
  })
  const typed = cleaned(typedFrom(data))
  const pick = first(typed, '_pick')
  if (pick && pick !== 'other') typed.meetingOn = [pick]
  const add = first(typed, '_add')
  if (add) return page(c, form, { ...(await check(c, form, withRow(typed, add))), errors: [] })
  const read = readForm(form.spec, typed)
  const actedOn = actedOnOf(form, typed, read.input)
  if (first(typed, '_check') || read.errors.length || !actedOn.on) {
    const errors = actedOn.error ? [actedOn.error, ...read.errors] : read.errors
    const checked = await check(c, form, typed)
    const status = first(typed, '_check') ? 200 : 422
    return page(c, form, { typed, errors, findings: checked.findings, status })
  }
  const { desk, person } = form.opened
  const outcome = await act(c.var.house, {
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
  const stale = outcome.code === 'stale'
  return page(c, form, {
    typed: stale ? { ...typed, _key: [randomUUID()] } : typed,
    errors: fieldError,
    findings: outcome.findings,
    refused: outcome,
    status: stale ? 409 : 422,
  })
}

/// What the rules say to the form as it stands; nothing while a field cannot be read.
async function check(
  c: Context<Env>,
  form: Form,
  typed: Typed,
): Promise<{ typed: Typed; findings: Finding[] }> {
  const read = readForm(form.spec, typed)
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

const commandOf = (form: Form, desk: Desk) => ({
  process: {
    strategy: desk.strategy.id,
    kind: form.kind,
    ...(form.track ? { municipality: form.track.number } : {}),
  },
  type: form.spec.type,
  ...(form.track ? { behalfOf: form.track.number } : {}),
})

function actedOnOf(
  form: Form,
  typed: Typed,
  input: Record<string, unknown>,
): { on?: string; error?: FieldError } {
  const { today } = form.opened.desk
  if (form.spec.type === 'record-publication') {
    return { on: typeof input.publishedOn === 'string' ? input.publishedOn : today }
  }
  if (!asksForDay(form)) return { on: today }
  const asked = readForm(dayOnly, { actedOn: typed.actedOn ?? [] })
  const on = asked.input.actedOn
  if (typeof on === 'string') return { on }
  return { error: asked.errors[0]! }
}

const dayOnly: EventSpec = {
  type: '',
  kind: 'F',
  actors: [],
  fields: [{ name: 'actedOn', type: 'date', required: true }],
}

/// Reasons written beside the findings they override; empty ones are not sent.
function overridesOf(typed: Typed): Record<string, string> {
  const overrides: Record<string, string> = {}
  for (const name of Object.keys(typed)) {
    if (!name.startsWith('_override.')) continue
    const reason = first(typed, name)
    if (reason) overrides[name.slice('_override.'.length)] = reason
  }
  return overrides
}

const cleaned = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, values]) => [
      name,
      values.map((value) => value.split('\n').map(cleanText).join('\n')),
    ]),
  )

/// One more empty row in a list.
const withRow = (typed: Typed, list: string): Typed => ({
  ...typed,
  [`${list}.${Math.max(rowsOf(typed, list), 1)}.text`]: [''],
})

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
  const refused = shown.status === 422 || shown.status === 409
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
            ${overrideBoxes(form, shown, desk)}
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

function confirmText(spec: EventSpec, title: string, lang: Desk['lang']): string {
  const t = words(lang)
  if (spec.type === 'record-decision')
    return t('Registrer vedtaket', 'Registrer vedtaket', 'Record the decision')
  return title
}

/// The findings at the side, counted first.
function side(form: Form, shown: Shown, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const { findings } = shown
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level && !finding.overridden).length
  const happened = form.spec.kind === 'F'
  const tags: [number, string, string, string][] = [
    [count('H'), 'danger', t('må rettes', 'må rettast', 'to correct'), 'XMarkOctagon'],
    [
      count('B'),
      'warning',
      happened
        ? t('blir merket', 'blir merkt', 'will be marked')
        : t('hindrer', 'hindrar', 'blocking'),
      happened ? 'ExclamationmarkTriangle' : 'PadlockLocked',
    ],
    [count('S'), 'neutral', t('bør sjekkes', 'bør sjekkast', 'to check'), 'InformationSquare'],
  ]
  return html`<h2 class="ds-heading" data-size="sm">
      ${t('Planvev fant dette', 'Planvev fann dette', 'Planvev found this')}
    </h2>
    ${
      findings.length
        ? html`<div class="chips">
              ${tags
                .filter(([number]) => number > 0)
                .map(
                  ([number, colour, text]) =>
                    html`<span class="ds-tag" data-color="${colour}" data-variant="outline"
                      >${number} ${text}</span
                    >`,
                )}
            </div>
            ${findingList(findings, lang, { planned: !happened })}`
        : html`<p class="quiet">
            ${t(
              'Ingenting å bemerke til det som er fylt ut.',
              'Ingenting å merke til det som er fylt ut.',
              'Nothing to remark on what is filled in.',
            )}
          </p>`
    }`
}

/// A reason for each block that the person may override; for the others, who may.
function overrideBoxes(form: Form, shown: Shown, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const blocks = shown.findings.filter(
    (finding) => finding.level === 'B' && finding.overridableBy !== undefined,
  )
  if (blocks.length === 0 || form.spec.kind === 'F') return html``
  return html`${blocks.map((finding) => {
    const role = finding.overridableBy!
    const said = sayFinding(finding, lang)
    const enters = form.track?.facts.settings.registrarEntersOverride ?? false
    if (!form.roles.includes(role) && !enters) {
      const who = whoMay(role, form.track?.holders ?? desk.joint.holders, desk)
      return html`<p class="quiet">
        ${t(
          `«${said.text}» kan bare overstyres av ${who}.`,
          `«${said.text}» kan berre overstyrast av ${who}.`,
          `“${said.text}” can only be overridden by ${who}.`,
        )}
      </p>`
    }
    return html`<fieldset class="box">
      <legend>
        ${t(
          `Overstyr med begrunnelse (${roleLabel(role, lang)})`,
          `Overstyr med grunngjeving (${roleLabel(role, lang)})`,
          `Override with a reason (${roleLabel(role, lang)})`,
        )}
      </legend>
      <p>${said.text}</p>
      ${textArea({
        name: `_override.${finding.rule}`,
        label: t(
          'Hvorfor gjøres det likevel?',
          'Kvifor blir det gjort likevel?',
          'Why is it done all the same?',
        ),
        description: t(
          'Overstyringen og grunnen blir stående i journalen for alltid. La feltet stå tomt hvis regelen skal gjelde.',
          'Overstyringa og grunnen blir ståande i journalen for alltid. Lat feltet stå tomt om regelen skal gjelde.',
          'The override and its reason stay in the journal for ever. Leave it empty if the rule is to hold.',
        ),
        value: first(shown.typed, `_override.${finding.rule}`),
        optional: true,
        rows: 3,
        lang,
      })}
    </fieldset>`
  })}`
}

/// Why it was not stored, first on the page: fields to correct, then what the rules refuse.
function summary(form: Form, shown: Shown, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const code = shown.refused?.code
  const stops = shown.findings.filter(
    (finding) =>
      !finding.overridden &&
      (finding.level === 'H' || (finding.level === 'B' && form.spec.kind !== 'F')),
  )
  const errors = [
    ...shown.errors.map((error) => ({ field: error.field, text: error.words[lang] })),
    ...stops.map((finding) => ({
      ...(finding.field ? { field: finding.field } : {}),
      text: sayFinding(finding, lang).text,
    })),
  ]
  if (code === 'stale') {
    const since = (shown.refused?.changed ?? []).map(
      (each) => `${eventDone(form.kind, each.type, lang)} (${dateText(each.actedOn, lang)})`,
    )
    return alert(
      'warning',
      html`${t(
        'Saken ble endret mens du skrev',
        'Saka vart endra medan du skreiv',
        'The case changed while you wrote',
      )}${since.length ? `: ${listed(since, lang)}` : ''}.
      ${t(
        'Alt du har skrevet, står her. Se over og send på nytt hvis det fortsatt er riktig.',
        'Alt du har skrive, står her. Sjå over og send på nytt om det framleis er rett.',
        'All you wrote stands here. Look it over and send again if it still holds.',
      )}`,
      {
        heading: t(
          'Noen andre var raskere',
          'Nokon andre var raskare',
          'Somebody else was quicker',
        ),
        done: true,
      },
    )
  }
  const heading = t(
    'Dette er ikke registrert ennå. Alt du har skrevet, står her fortsatt.',
    'Dette er ikkje registrert enno. Alt du har skrive, står her framleis.',
    'This is not recorded yet. All you have written still stands here.',
  )
  if (errors.length === 0) {
    const said = code ? sayRefusal(code, lang) : { title: heading, detail: '' }
    errors.push({ text: `${said.title}. ${said.detail}` })
  }
  return errorSummary(errors, lang, heading)
}

async function choicesOf(c: Context<Env>, form: Form): Promise<FormState['choices']> {
  const { opened, track, spec } = form
  const { desk, lang, t } = opened
  const wantsNames = spec.fields.some(({ name }) => name === 'consultees' || name === 'sentTo')
  const bodies = [
    'formannskap',
    'planutvalg',
    'kommuneplanutvalg',
    'kommunestyre',
    'ungdomsrad',
    'eldrerad',
    'funksjonsrad',
  ]
  const lines =
    spec.type === 'correct'
      ? (await journalView(c.var.house, desk, form.kind, track?.process ?? desk.joint.process, 60))
          .lines
      : []
  const invited = new Set(
    desk.tracks.filter(({ stored }) => stored.seq > 0).map(({ number }) => number),
  )
  return {
    editions: form.editions
      .filter((choice) => spec.type !== 'confirm-adopted-text' || choice.adopted)
      .map(({ hash, label }) => ({ value: hash, text: label })),
    municipalities: desk.tracks
      .filter(({ number }) => spec.type !== 'invite' || !invited.has(number))
      .map(({ number, name }) => ({ value: number, text: name })),
    bodies: bodies.map((value) => ({ value, text: choiceLabel('body', value, lang) })),
    about: eventsOf('strategy')
      .filter(({ kind, type }) => kind === 'P' && type !== 'invite')
      .map(({ type }) => ({ value: type, text: eventLabel('strategy', type, lang) })),
    chapters: desk.chapters.map(({ code, title }, i) => ({
      value: code,
      text: `${t('Kapittel', 'Kapittel', 'Chapter')} ${i + 1}, ${title}`,
    })),
    people:
      wantsNames && track
        ? spec.type === 'record-announcement'
          ? [
              {
                heading: t('Sendt til', 'Sendt til', 'Sent to'),
                names: ['Statsforvalteren i Innlandet', 'Innlandet fylkeskommune'],
              },
            ]
          : await storedConsultees(c.var.house, desk.region, track.number, lang)
        : [],
    entries: lines.map((line) => ({
      value: String(line.seq),
      text: `${dateText(line.actedOn, lang, 'short-year')}: ${line.sentence}`,
    })),
  }
}
