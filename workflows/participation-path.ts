// The path of a municipality's case and how ways are laid on it: a plan goes step by step, a fact from every earlier state,
// and a step that was passed over can be filled in (C1). Which ways there are stands in `participation.ts`.
import type { Way } from './define-process.ts'

/// The main path up to the council, in order. Ids are names, not numbers.
export const path = ['K00', 'K10', 'K20', 'K30', 'K40', 'K50', 'K60', 'K70', 'K80', 'K90'] as const
export const adoptedStates = ['K100', 'K101', 'K110', 'K120', 'K130'] as const
export const cameBackStates = ['K102', 'K103', 'K104'] as const
export const outsideStates = ['K900', 'K910'] as const

/// The act that enters a step and is missed when the step is passed over. K30, K60 and K90 are told by what follows.
export const enters: { [state: string]: string } = {
  K10: 'join',
  K20: 'start-own-part',
  K40: 'record-first-treatment',
  K50: 'record-publication',
  K70: 'start-treating',
  K80: 'submit-for-recommendation',
}

const at = (state: string): number => path.indexOf(state as (typeof path)[number])

export const before = (state: string) => path.slice(0, at(state))
export const after = (state: string) => path.slice(at(state) + 1)

/// The steps missed between two states, by the acts that would have entered them; to the council when `to` is beyond it.
export const skipped = (from: string, to: string): string[] =>
  path.slice(at(from) + 1, at(to) < 0 ? path.length : at(to)).flatMap((s) => enters[s] ?? [])

/// The same with the step into `last` itself, where the case must have been.
export const through = (from: string, last: string): string[] =>
  skipped(from, path[at(last) + 1] ?? 'the council')

type Draft = Partial<Omit<Way, 'do'>> & { do?: string[] }

/// An empty process to lay ways on. Ways from a state are checked in the order they were laid.
export function layingWays() {
  const states: { [state: string]: { [event: string]: Way[] } } = Object.fromEntries(
    [...path, ...adoptedStates, ...cameBackStates, 'K140', ...outsideStates].map((s) => [s, {}]),
  )

  function way(from: readonly string[], event: string, draft: Draft): void {
    for (const state of from) {
      const { do: changes = [], ...rest } = draft
      const skips = rest.skips ?? []
      const made: Way = {
        kind: rest.to === undefined ? 'stay' : 'main',
        rules: [],
        ...rest,
        do: ['noted', ...skips.map((s) => `passed:${s}`), ...changes],
      }
      ;(states[state]![event] ??= []).push(made)
    }
  }

  /// A fact from every earlier state: the steps passed over are listed.
  function catchUp(from: readonly string[], event: string, draft: Draft & { to: string }): void {
    for (const state of from)
      way([state], event, { ...draft, kind: 'catch-up', skips: skipped(state, draft.to) })
  }

  /// A plan on the main path: step by step when new; from wherever it stands when acts are put in order of date; and
  /// filled in afterwards, also from `beyond` the council, where it had been passed over.
  function step(
    event: string,
    from: string,
    to: string,
    draft: Draft,
    beyond: readonly string[] = [...adoptedStates, ...cameBackStates],
  ): void {
    way([from], event, { ...draft, to })
    const when = { name: 'replayed' }
    for (const state of before(to).filter((s) => s !== from))
      way([state], event, {
        kind: 'replay',
        to,
        when,
        skips: skipped(state, to),
        do: draft.do ?? [],
      })
    way([to, ...after(to), ...beyond], event, { kind: 'fill', when: { name: 'passedOver' } })
  }

  /// A fact that leads back from a state of the path (a committee, the agenda), recorded before it was known that the
  /// case had come so far. While a consultation is open it moves nothing: its deadline is a promise.
  function cameFrom(event: string, from: string, draft: Draft & { to: string }): void {
    for (const state of before(from)) {
      const open = state === 'K50' ? { when: { name: 'deadlineOver' } } : {}
      way([state], event, { ...draft, ...open, kind: 'catch-up', skips: through(state, draft.to) })
    }
    const { to: _, ...stay } = draft
    way(['K50'], event, stay)
  }

  /// A decision annulled: the one that stands, or one that nobody had recorded (C1, C6).
  function annuls(event: string, draft: Draft & { do: string[] }): void {
    const unseen = {
      ...draft,
      do: draft.do.map((name) => (name === 'annulled' ? 'annulledUnseen' : name)),
      rules: [...(draft.rules ?? []), 'V20'],
      kind: 'catch-up' as const,
    }
    const stands = { name: draft.when ? 'annulledStands' : 'stands' }
    way(adoptedStates, event, { ...draft, kind: 'back', to: 'K80' })
    way(['K80', 'K90', ...cameBackStates, ...outsideStates], event, { ...draft, when: stands })
    for (const state of [...path, ...cameBackStates])
      way([state], event, {
        ...unseen,
        to: 'K80',
        do: [...unseen.do, 'agendaCleared'],
        skips: [...(at(state) < 0 ? [] : skipped(state, 'K100')), 'record-decision'],
      })
    way(outsideStates, event, { ...unseen, skips: ['record-decision'] })
  }

  return { states, way, catchUp, step, cameFrom, annuls }
}
