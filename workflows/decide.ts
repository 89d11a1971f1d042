// The one pure step: stored state and an act, answered with a new state and what follows, or with every reason why
// not. Nothing here reads a clock or the world: what is needed lies in the act and its facts.
import type {
  Act,
  Decision,
  Entry,
  Finding,
  ProcessKind,
  RefusalCode,
  Role,
  Stored,
} from './act.ts'
import { introduced, rolesThen } from './corrected.ts'
import type { Step, Way } from './define-process.ts'
import { isDay, specOf, validateInput, type EventSpec } from './events.ts'
import {
  acts,
  beforeMigration,
  begin,
  corrected,
  correctedEntry,
  fold,
  foldUntil,
  readsTheSame,
  sinceMigration,
} from './fold.ts'
import { elsewhere, findingsOf, mayTake, stops, withOverrides } from './judge.ts'
import { holds } from './rights.ts'
import { noticesOf } from './notices.ts'
import { dateOf, faces, followUp, latestOn, stepOf, type Context, type Face } from './process.ts'

export { begin, fold }
export { available, type Available } from './available.ts'

/// True when the act must be put in its place among earlier ones (a correction, or a fact dated before the latest
/// act): the door then loads the journal and passes it as `history`.
export function needsHistory(
  stored: Stored,
  act: Pick<Act, 'type' | 'actedOn' | 'input'>,
): boolean {
  if (act.type === 'correct') return true
  if (!faces[stored.kind].byDate || specOf(stored.kind, act.type)?.kind === 'P') return false
  const latest = latestOn(stored)
  return latest !== null && dateOf(act) < latest
}

export type Explanation = {
  allowed: boolean
  from: string
  to?: string
  refusal?: RefusalCode
  findings: Finding[]
  field?: string
}

/// What `decide` would answer, with every finding at once, changing nothing.
export function explain(stored: Stored, act: Act, history?: readonly Entry[]): Explanation {
  const verdict = decide(stored, act, history)
  return verdict.ok
    ? { allowed: true, from: verdict.from, to: verdict.state, findings: verdict.findings }
    : {
        allowed: false,
        from: stored.state,
        refusal: verdict.refusal,
        findings: verdict.findings,
        ...(verdict.field === undefined ? {} : { field: verdict.field }),
      }
}

/// Decides one act. `input` has its free words replaced by `true` (`withoutWords`); `overrides` are rule ids whose
/// reasons the door has; `history` is the whole journal, in order, where `needsHistory` said so.
export function decide(stored: Stored, act: Act, history?: readonly Entry[]): Decision {
  const face = faces[stored.kind]
  const spec = declared(stored.kind, act)
  if ('refusal' in spec) return spec
  const fault = validateInput(spec, withWords(spec, act.input))
  if (fault) return refused('input-invalid', [], fault.field)
  const future = [act.actedOn, dateOf(act)].find((d) => d > act.today)
  if (future !== undefined) {
    const field = future === act.actedOn ? 'actedOn' : 'publishedOn'
    const ahead: Finding = {
      rule: 'A1',
      level: 'H',
      values: { on: future, today: act.today },
      field,
    }
    return refused('findings-refuse', [ahead, ...alsoFound(face, spec, stored, act)], field)
  }
  if (act.type === 'correct') return correct(face, stored, act, history ?? [])
  const late = history !== undefined && needsHistory(stored, act)
  const on = late || !isPlan(spec) ? dateOf(act) : laterOf(dateOf(act), latestOn(stored))
  const at = late ? foldUntil(stored.kind, history, on) : stored
  const step = stepOf(act, on, stored.seq + 1, false)
  const state = face.seen(at.state, at.context, act.facts)
  const verdict = judge(face, spec, { state, context: at.context }, step, act)
  if (!verdict.ok) return verdict
  const { findings, overridden } = verdict
  const done = { ...step, overrides: overridden }
  const entry: Entry = { ...act, seq: stored.seq + 1, overrides: overridden }
  const next = late
    ? fold(stored.kind, [...history, entry])
    : taken(face, { state, context: at.context }, done, stored)
  if (!next) return refused('not-in-this-state', [elsewhere(face, act.type, state)])
  return {
    ok: true,
    from: face.seen(stored.state, stored.context, act.facts),
    state: next.state,
    context: next.context,
    findings,
    overridden,
    effects: noticesOf(stored, next, act),
    refolded: late,
  }
}

type No = Extract<Decision, { ok: false }>

const refused = (refusal: RefusalCode, findings: Finding[], field?: string): No => ({
  ok: false,
  refusal,
  findings,
  ...(field === undefined ? {} : { field }),
})

const isPlan = (spec: EventSpec): boolean => spec.kind === 'P'

const laterOf = (a: string, b: string | null): string => (b !== null && b > a ? b : a)

/// The event's declaration for the channel it came by.
function declared(kind: ProcessKind, act: Act): EventSpec | No {
  if (act.type.startsWith('xstate.')) return refused('event-internal', [])
  const spec = specOf(kind, act.type)
  if (!spec) return refused('event-unknown', [])
  if (spec.kind === 'S' && act.channel !== 'system') return refused('event-internal', [])
  if (spec.kind !== 'S' && act.channel === 'system') return refused('forbidden', [])
  return spec
}

/// A stripped input as it was, as far as its shape goes: `true` stands for words that were given.
function withWords(spec: Pick<EventSpec, 'fields'>, input: Act['input']): Act['input'] {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const field = spec.fields.find((f) => f.name === name)
      if (field?.free && value === true) return [name, '…']
      if (field?.items && Array.isArray(value))
        return [
          name,
          value.map((row) =>
            typeof row === 'object' && row !== null && !Array.isArray(row)
              ? withWords({ fields: field.items! }, row)
              : row,
          ),
        ]
      return [name, value]
    }),
  )
}

/// What speaks against an act beside its date, so that everything is told at once.
function alsoFound(face: Face, spec: EventSpec, stored: Stored, act: Act): Finding[] {
  if (act.type === 'correct') return []
  const step = stepOf(act, dateOf(act), stored.seq + 1, false)
  const state = face.seen(stored.state, stored.context, act.facts)
  return judge(face, spec, { state, context: stored.context }, step, act).findings
}

type Verdict = { ok: true; way: Way; findings: Finding[]; overridden: string[] } | No

/// The way XState would take, its roles, its findings and their overrides.
function judge(
  face: Face,
  spec: EventSpec,
  at: { state: string; context: Context },
  step: Step,
  act: Act,
): Verdict {
  const way = face.process.wayOf(at.state, at.context, step)
  const person = act.channel === 'person'
  if (person && !mayTake(face, spec, way, act.roles, act.facts, act.behalfOf))
    return refused('forbidden', [notYours(way?.roles ?? spec.actors)])
  if (!way) return refused('not-in-this-state', [elsewhere(face, act.type, at.state)])
  const found = findingsOf(face, spec, way, at, step, act.today, true)
  const { findings, overridden, notYours: other, unproved } = withOverrides(face, found, act, step)
  if (other)
    return refused('override-not-yours', [
      ...findings,
      { rule: 'A5', level: 'H', values: { rule: other.rule, roles: other.overridableBy! } },
    ])
  if (unproved) {
    const { finding, field } = unproved
    const values = { rule: finding.rule, roles: finding.overridableBy! }
    const said: Finding = { rule: 'A6', level: 'H', values, way: {}, field }
    return refused('findings-refuse', [...findings, said], field)
  }
  const stopping = findings.filter(stops)
  if (stopping.length > 0) return refused('findings-refuse', findings, stopping[0]!.field)
  return { ok: true, way, findings, overridden }
}

/// State after the way was taken, with what the system does in the same act.
function taken(
  face: Face,
  at: { state: string; context: Context },
  step: Step,
  stored: Stored,
): { state: string; context: Context } | undefined {
  const next = face.process.next(at.state, at.context, step)
  if (!next) return undefined
  const also = followUp(next.state)
  const after = also
    ? (face.process.next(next.state, next.context, { ...step, type: also, overrides: [] }) ?? next)
    : next
  const context = { ...after.context, latestOn: laterOf(step.on, latestOn(stored)) }
  return { state: face.seen(after.state, context, step.facts), context }
}

const notYours = (roles: readonly string[]): Finding => ({
  rule: 'A3',
  level: 'H',
  values: { roles: roles.join(',') },
})

const answersForRecords: readonly Role[] = ['council-secretary', 'chief-executive']

/// A correction: the entry as it should have been, checked as if new, and everything played again.
function correct(face: Face, stored: Stored, act: Act, history: readonly Entry[]): Decision {
  const entry = Number(act.input.entry)
  const wrong = refused('findings-refuse', [
    { rule: 'A4', level: 'H', values: { entry }, field: 'entry' },
  ])
  const old = beforeMigration(history, entry)
  const seen = old ? acts(history) : history
  const target = corrected(sinceMigration(stored.kind, seen).rest).find((e) => e.seq === entry)
  const spec = target && specOf(stored.kind, target.type)
  if (!target || !spec || target.type === 'correct') return wrong
  // What the system did is not people's to correct, but a strategy replaced by mistake can be given back.
  if (spec.kind === 'S' && !(target.type === 'replaced' && act.input.field === 'void')) return wrong
  if (old && !readsTheSame(stored, history))
    return refused('findings-refuse', [
      { rule: 'A7', level: 'H', values: { entry }, way: {}, field: 'entry' },
    ])
  const mayHave = (entry: Entry): No | undefined => {
    if (spec.kind === 'S')
      return holds(act.roles, answersForRecords, face.municipality(act.facts))
        ? undefined
        : refused('forbidden', [notYours(answersForRecords)])
    const way = rolesThen(face, spec, seen, entry)
    if (mayTake(face, spec, way, act.roles, act.facts, act.behalfOf)) return undefined
    return refused('forbidden', [notYours(way?.roles ?? spec.actors)])
  }
  const field = String(act.input.field)
  const value = act.input.value ?? null
  const not = mayHave(target)
  if (not) return not
  if (field === 'void') {
    if (value !== true) return wrong
  } else {
    const changed = correctedEntry(target, field, value, act.facts)
    if (!changed) return wrong
    const fault = validateInput(spec, withWords(spec, changed.input))
    if (fault || !isDay(changed.actedOn)) return { ...wrong, field: 'value' }
    if (dateOf(changed) > act.today || changed.actedOn > act.today)
      return refused('findings-refuse', [
        {
          rule: 'A1',
          level: 'H',
          values: { on: dateOf(changed), today: act.today },
          field: 'value',
        },
      ])
    const notSo = mayHave(changed)
    if (notSo) return notSo
    const found = introduced(face, spec, seen, { was: target, is: changed }, act.today)
    if (found.length > 0) return refused('findings-refuse', found, 'value')
  }
  const next = fold(stored.kind, [...history, { ...act, seq: stored.seq + 1, overrides: [] }])
  return {
    ok: true,
    from: face.seen(stored.state, stored.context, act.facts),
    state: next.state,
    context: next.context,
    findings: [],
    overridden: [],
    effects: noticesOf(stored, next, act),
    refolded: true,
  }
}
