// Judging one act on one way: every finding at once, who may override which, and whether it may be taken.
import type { Act, Finding, HeldRole, Role } from './act.ts'
import type { EventSpec } from './event-spec.ts'
import type { Step, Way } from './define-process.ts'
import type { ParticipationFacts } from './facts.ts'
import type { Context, Face } from './process.ts'
import { holds } from './rights.ts'

/// The one who answers for an act and may override its B findings (C3).
export const answersFor = (face: Pick<Face, 'kind'>, type: string): Role =>
  face.kind === 'strategy' ? 'steering-leader' : agenda.has(type) ? 'mayor' : 'chief-executive'

const agenda = new Set(['schedule-council', 'move-meeting', 'take-off-agenda', 'resume'])

export type Asked = Pick<Act, 'today' | 'overrides' | 'roles'>

/// All findings of a way, H before B before S. B on a fact marks instead of stopping, unless it still protects today.
export function findingsOf(
  face: Face,
  spec: EventSpec,
  way: Way,
  at: { state: string; context: Context },
  step: Step,
  today: string,
  acting: boolean,
): Finding[] {
  const plan = spec.kind === 'P'
  const facts = face.facts(step)
  const findings: Finding[] = []
  for (const id of way.rules) {
    const rule = face.rules.get(id)
    if (!rule) throw new Error(`no rule ${id}`)
    const found = rule.check({
      context: at.context,
      step,
      facts,
      state: at.state,
      way,
      today,
      plan,
      acting,
    })
    if (!found) continue
    const level = rule.level === 'H' && rule.softForFacts && !plan ? 'S' : rule.level
    const stops = level === 'B' && (plan || (rule.holdsToday === true && step.on >= today))
    findings.push({
      rule: id,
      level,
      values: found.values ?? {},
      ...(found.way ? { way: found.way } : {}),
      ...(found.field ? { field: found.field } : {}),
      ...(stops ? { overridableBy: answersFor(face, spec.type) } : {}),
      ...(level === 'B' && !stops ? { happened: true as const } : {}),
    })
  }
  return findings.sort((a, b) => order[a.level] - order[b.level])
}

const order = { H: 0, B: 1, S: 2 }

/// Does this finding stop the act (before any override)?
export const stops = (f: Finding): boolean =>
  f.level === 'H' || (f.level === 'B' && f.overridableBy !== undefined && !f.overridden)

/// Marks the overridden findings; `notYours` names the first one that somebody else answers for, `unproved` the first one
/// entered for another without the field that says who, or what shows it.
export function withOverrides(
  face: Face,
  findings: Finding[],
  asked: Asked,
  step: Step,
): Overridden {
  const overridden: string[] = []
  let notYours: Finding | undefined
  let unproved: Overridden['unproved']
  const seen = findings.map((f) => {
    if (f.overridableBy === undefined || !asked.overrides.includes(f.rule)) return f
    if (!mayOverride(face, asked.roles, f.overridableBy, step)) {
      notYours ??= f
      return f
    }
    if (!answers(face, asked.roles, f.overridableBy, step)) {
      const field = ['decidedBy', 'evidence'].find((name) => step.input[name] === undefined)
      if (field) unproved ??= { finding: f, field }
    }
    overridden.push(f.rule)
    return { ...f, overridden: true }
  })
  return {
    findings: seen,
    overridden,
    ...(notYours ? { notYours } : {}),
    ...(unproved ? { unproved } : {}),
  }
}

export type Overridden = {
  findings: Finding[]
  overridden: string[]
  notYours?: Finding
  unproved?: { finding: Finding; field: string }
}

/// Who may register an event on the way taken.
export const mayTake = (
  face: Face,
  spec: EventSpec,
  way: Way | undefined,
  roles: readonly HeldRole[],
  facts: Step['facts'],
  behalfOf?: string,
): boolean => holds(roles, way?.roles ?? spec.actors, face.municipality(facts) ?? behalfOf)

/// Why not here, and from where.
export function elsewhere(face: Face, type: string, state: string): Finding {
  const states = openStates(face, type)
  return {
    rule: 'A2',
    level: 'H',
    values: { state },
    ...(states === '' ? {} : { way: { states } }),
  }
}

const known = new Map<string, string>()

function openStates(face: Face, type: string): string {
  const key = `${face.kind} ${type}`
  const before = known.get(key)
  if (before !== undefined) return before
  const states = Object.entries(face.process.definition.states)
    .filter(([, events]) => events[type]?.some((w) => ordinary.has(w.kind)))
    .map(([s]) => s)
    .join(',')
  known.set(key, states)
  return states
}

const ordinary = new Set(['main', 'back', 'stay'])

/// Is it this person's own override, not one entered for another?
const answers = (face: Face, roles: readonly HeldRole[], who: Role, step: Step): boolean =>
  holds(roles, [who], face.municipality(step.facts))

function mayOverride(face: Face, roles: readonly HeldRole[], who: Role, step: Step): boolean {
  if (answers(face, roles, who, step)) return true
  if (face.kind === 'strategy') return false
  const municipality = face.municipality(step.facts)
  const { settings } = face.facts(step) as ParticipationFacts
  return (
    settings.registrarEntersOverride &&
    holds(roles, ['council-secretary', 'coordinator'], municipality)
  )
}
