// What a person could do in a process now: every event their roles may register, also those that are blocked, each
// with all its reasons. No input yet, so what input can cure is left out.
import type { Asker, Day, Finding, Role, Stored } from './act.ts'
import type { Way, WayKind } from './define-process.ts'
import { eventsOf, type EventSpec } from './events.ts'
import type { ParticipationFacts, StrategyFacts } from './facts.ts'
import { factsToJson } from './facts.ts'
import { elsewhere, findingsOf, stops } from './judge.ts'
import { faces, stepOf, type Face } from './process.ts'
import { holds } from './rights.ts'

export type Available = {
  type: string
  spec: EventSpec
  /// Where it leads; null when that depends on the input.
  to: string | null
  /// Is there a way from here at all? False only says "not now".
  here: boolean
  /// What kind of way: `main` `back` `stay` are what can be done now; `catch-up` and `fill` record what was passed over
  /// or came from elsewhere; null when there is none.
  way: WayKind | null
  /// No finding that input cannot cure.
  allowed: boolean
  findings: Finding[]
}

export function available(
  stored: Stored,
  asker: Asker,
  facts: ParticipationFacts | StrategyFacts,
  today: Day,
): Available[] {
  const face = faces[stored.kind]
  const json = factsToJson(facts)
  const state = face.seen(stored.state, stored.context, json)
  const municipality = face.municipality(json) ?? asker.behalfOf
  return eventsOf(stored.kind)
    .filter((spec) => spec.kind !== 'S' && holds(asker.roles, spec.actors, municipality))
    .map((spec) => {
      const step = stepOf(
        { type: spec.type, input: {}, actedOn: today, overrides: [], facts: json },
        today,
        stored.seq + 1,
        false,
      )
      if (spec.type === 'correct')
        return {
          type: spec.type,
          spec,
          to: state,
          here: stored.seq > 0,
          way: 'stay',
          allowed: stored.seq > 0,
          findings: [],
        }
      const open = (face.process.definition.states[state]?.[spec.type] ?? []).filter(
        (way) => dependsOnInput(way) || face.process.holds(way, stored.context, step),
      )
      const mine = open.filter((way) => holds(asker.roles, way.roles ?? spec.actors, municipality))
      if (mine.length === 0)
        return { ...nowhere(spec, state, face), ...(open.length > 0 ? rolesOf(open, spec) : {}) }
      const at = { state, context: stored.context }
      const found = mine.map((way) => ({
        way,
        findings: findingsOf(face, spec, way, at, step, today, false).filter(
          (f) => f.field === undefined,
        ),
      }))
      // Where the input chooses the way, one that is open is enough.
      const { way, findings } = found.find((one) => !one.findings.some(stops)) ?? found[0]!
      const targets = new Set(mine.map((way) => way.to ?? state))
      return {
        type: spec.type,
        spec,
        to: targets.size === 1 ? [...targets][0]! : null,
        here: true,
        way: way.kind,
        allowed: !findings.some(stops),
        findings,
      }
    })
}

/// Conditions on what will be filled in; all others are about the state and hold or not already.
const onInput = new Set([
  'outcome',
  'to',
  'by',
  'fromCommittee',
  'fromCommitteeAfterDeadline',
  'annulledStands',
  'laidOutAgain',
  'consultsAgain',
])

const dependsOnInput = (way: Way): boolean => way.when !== undefined && onInput.has(way.when.name)

const nowhere = (spec: EventSpec, state: string, face: Face): Available => ({
  type: spec.type,
  spec,
  to: null,
  here: false,
  way: null,
  allowed: false,
  findings: [elsewhere(face, spec.type, state)],
})

const rolesOf = (ways: readonly Way[], spec: EventSpec): Pick<Available, 'here' | 'findings'> => {
  const roles = new Set<Role>(ways.flatMap((way) => [...(way.roles ?? spec.actors)]))
  return {
    here: true,
    findings: [{ rule: 'A3', level: 'H', values: { roles: [...roles].join(',') } }],
  }
}
