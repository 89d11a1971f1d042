// A process as data (names only) and the XState machine compiled from it. XState stays behind this file: no `after`,
// no `invoke`, no `spawn`, no parallel states, no history, a static context. Timers and effects are rows elsewhere.
import { assign, createMachine, initialTransition, transition } from 'xstate'
import type { Day, Json, ProcessKind, Role } from './act.ts'

/// One act as machines see it: no person and no clock, only what was done, when, and what had been looked up.
export type Step = {
  type: string
  input: { [key: string]: Json }
  /// Effective date of the act.
  on: Day
  seq: number
  overrides: string[]
  facts: { [key: string]: Json }
  /// True while earlier acts are played again in order of date.
  replay: boolean
}

/// `main` a step on, `back` a return, `stay` no move, `catch-up` a fact from an earlier state, `fill` a passed step
/// filled in, `replay` a plan kept when acts are put in order, `system` by the system alone.
export type WayKind = 'main' | 'back' | 'stay' | 'catch-up' | 'fill' | 'replay' | 'system'

export type Way = {
  kind: WayKind
  /// Where it leads; without one the state stays.
  to?: string
  /// Named condition that must hold for this way to be the one taken.
  when?: { name: string; is?: string }
  /// Named changes to the context, in order.
  do: readonly string[]
  /// Named guards: the numbered rules checked before the way is taken.
  rules: readonly string[]
  /// Narrows the event's actors.
  roles?: readonly Role[]
  /// Event types passed over.
  skips?: readonly string[]
}

export type Definition = {
  kind: ProcessKind
  version: number
  initial: string
  /// States that may be left by nothing.
  finals: readonly string[]
  states: { readonly [state: string]: { readonly [event: string]: readonly Way[] } }
}

export type Condition<C> = (context: C, step: Step, is: string | undefined) => boolean
export type Change<C> = (context: C, step: Step, state: string) => Partial<C>

export type Names<C> = {
  fresh: C
  when: { [name: string]: Condition<C> }
  do: { [name: string]: Change<C> }
}

export type Process<C> = {
  definition: Definition
  fresh: C
  /// The way that would be taken, by XState's own choice.
  wayOf(state: string, context: C, step: Step): Way | undefined
  /// State and context after the step, through XState; undefined when no way is open.
  next(state: string, context: C, step: Step): { state: string; context: C } | undefined
  /// The same without XState, for folding long journals; a test holds the two together.
  quick(state: string, context: C, step: Step): { state: string; context: C; way: Way } | undefined
  /// Does the condition of a way hold?
  holds(way: Way, context: C, step: Step): boolean
}

/// Compiles a definition. A name nobody defined, a target that is no state, a dead end: refused at once, by name.
export function defineProcess<C extends object>(
  definition: Definition,
  names: Names<C>,
): Process<C> {
  refuseUnknown(definition, names)
  const machine = compile(definition, names)
  const [start] = initialTransition(machine)
  const at = (value: string, context: C) =>
    machine.resolveState({ ...start, value, context } as unknown as Parameters<
      typeof machine.resolveState
    >[0])
  const holds = (way: Way, context: C, step: Step) =>
    !way.when || names.when[way.when.name]!(context, step, way.when.is)
  return {
    definition,
    fresh: names.fresh,
    holds,
    wayOf(state, context, step) {
      const [taken] = machine.getTransitionData(at(state, context), { type: step.type, step }) ?? []
      return (taken?.meta as { way: Way } | undefined)?.way
    },
    next(state, context, step) {
      const from = at(state, context)
      const [after, effects] = transition(machine, from, { type: step.type, step })
      if (after === from || effects.length > 0) return undefined
      return { state: String(after.value), context: after.context as C }
    },
    quick(state, context, step) {
      const way = definition.states[state]?.[step.type]?.find((w) => holds(w, context, step))
      if (!way) return undefined
      let after = context
      for (const name of way.do) after = { ...after, ...names.do[name]!(after, step, state) }
      return { state: way.to ?? state, context: after, way }
    },
  }
}

type MachineEvent = { type: string; step: Step }

function compile<C extends object>(definition: Definition, names: Names<C>) {
  const states = Object.fromEntries(
    Object.entries(definition.states).map(([state, events]) => [
      state,
      {
        on: Object.fromEntries(
          Object.entries(events).map(([event, ways]) => [
            event,
            ways.map((way) => ({
              ...(way.to === undefined ? {} : { target: way.to }),
              ...(way.when ? { guard: { type: way.when.name, params: { is: way.when.is } } } : {}),
              actions: way.do.map((type) => ({ type, params: { state } })),
              meta: { way },
            })),
          ]),
        ),
      },
    ]),
  )
  return createMachine(
    {
      id: `${definition.kind}-${definition.version}`,
      initial: definition.initial,
      context: names.fresh,
      states,
    } as Parameters<typeof createMachine>[0],
    {
      guards: mapped(
        names.when,
        (check) =>
          ({ context, event }: { context: C; event: MachineEvent }, params: { is?: string }) =>
            check(context, event.step, params.is),
      ),
      actions: mapped(names.do, (change) =>
        assign(
          ({ context, event }: { context: C; event: MachineEvent }, params: { state: string }) =>
            change(context, event.step, params.state),
        ),
      ),
    } as unknown as Parameters<typeof createMachine>[1],
  )
}

const mapped = <A, B>(of: { [name: string]: A }, by: (a: A) => B): { [name: string]: B } =>
  Object.fromEntries(Object.entries(of).map(([name, a]) => [name, by(a)]))

function refuseUnknown<C>(definition: Definition, names: Names<C>): void {
  const known = definition.states
  if (!known[definition.initial]) throw new Error(`no initial state ${definition.initial}`)
  for (const [state, events] of Object.entries(known))
    for (const [event, ways] of Object.entries(events)) {
      if (event.startsWith('xstate.')) throw new Error(`${state}: ${event} is not ours to name`)
      for (const way of ways) {
        const where = `${state} ${event}`
        if (way.to !== undefined && !known[way.to]) throw new Error(`${where}: no state ${way.to}`)
        if (way.when && !names.when[way.when.name])
          throw new Error(`${where}: unknown guard ${way.when.name}`)
        if (way.do.length === 0) throw new Error(`${where}: does nothing`)
        for (const name of way.do)
          if (!names.do[name]) throw new Error(`${where}: unknown change ${name}`)
      }
    }
}
