// The two processes behind one face, so that deciding, explaining and folding are written once.
import type { Act, Day, Entry, Json, ProcessKind, Stored } from './act.ts'
import type { Process, Step, Way } from './define-process.ts'
import { deriveJoint, milestones } from './joint-state.ts'
import { participation } from './participation.ts'
import { factsOf } from './participation-changes.ts'
import { municipalRules, strategyRules } from './rules.ts'
import type { Rule } from './rule.ts'
import { freshStrategy, type StrategyContext } from './strategy-context.ts'
import { strategy, strategyFactsOf } from './strategy.ts'

export type Context = { [key: string]: Json }

export type Face = {
  kind: ProcessKind
  process: Process<Context>
  rules: ReadonlyMap<string, Rule<Context, unknown>>
  facts(step: Pick<Step, 'facts'>): unknown
  /// The state people see: for the joint process what follows from milestones and municipalities.
  seen(state: string, context: Context, facts: Step['facts']): string
  /// Facts of the municipality's own are put in order of date; joint acts stand in the order they were registered.
  byDate: boolean
  /// The municipality a process belongs to, where the facts say so.
  municipality(facts: Step['facts']): string | undefined
}

export const faces: Record<ProcessKind, Face> = {
  participation: {
    kind: 'participation',
    process: participation as unknown as Process<Context>,
    rules: municipalRules as unknown as Face['rules'],
    facts: factsOf,
    seen: (state) => state,
    byDate: true,
    municipality: (facts) => {
      const { number } = factsOf({ facts }).settings
      return number === '0000' ? undefined : number
    },
  },
  strategy: {
    kind: 'strategy',
    process: strategy as unknown as Process<Context>,
    rules: strategyRules as unknown as Face['rules'],
    facts: strategyFactsOf,
    seen: (_, context, facts) =>
      deriveJoint(
        milestones(context as unknown as StrategyContext),
        strategyFactsOf({ facts }).participants,
      ).state,
    byDate: false,
    municipality: () => undefined,
  },
}

/// The date an act takes its place by: the day of publication for a publication, else the day of the act.
export const dateOf = ({ type, input, actedOn }: Pick<Entry, 'type' | 'input' | 'actedOn'>): Day =>
  type === 'record-publication' && typeof input.publishedOn === 'string'
    ? input.publishedOn
    : actedOn

export const stepOf = (act: Omit<Entry, 'seq'>, on: Day, seq: number, replay: boolean): Step => ({
  type: act.type,
  input: act.input,
  on,
  seq,
  overrides: act.overrides,
  facts: act.facts,
  replay,
})

export const latestOn = (stored: Pick<Stored, 'context'>): Day | null =>
  (stored.context.latestOn as Day | null | undefined) ?? null

/// What the system does in the same act: announced becomes current (C6: K110 → K120 in the same act).
export const followUp = (state: string): string | undefined =>
  state === 'K110' ? 'become-current' : undefined

/// A way's own change played on a state, with what follows in the same act. Without XState, for folding.
export function play(
  face: Face,
  from: { state: string; context: Context },
  step: Step,
): { state: string; context: Context; way: Way } | undefined {
  const state = face.seen(from.state, from.context, step.facts)
  const done = face.process.quick(state, from.context, step)
  if (!done) return undefined
  const next = followUp(done.state)
  const then = next
    ? face.process.quick(done.state, done.context, { ...step, type: next, overrides: [] })
    : undefined
  return { ...done, ...(then ? { state: then.state, context: then.context } : {}) }
}

export { freshStrategy, type Act }
