// The path a process really walked, read from its journal: each state entered, second rounds drawn again, then the
// ordinary way that lies ahead.
import type { Day, ProcessKind } from '../../workflows/act.ts'

/// A line of the journal as the desk needs it. `from` and `to` are states; equal when the act moved nothing.
export type Walked = { type: string; actedOn: Day; from: string; to: string }

export type Step = {
  state: string
  /// The act's date for a state entered; the planned date for one ahead, where known.
  on?: Day
  /// 2 and up when the state is entered again.
  round: number
  at: 'done' | 'now' | 'ahead'
}

/// The ordinary way. Other states (sent back, withdrawn) stand on the path only when walked.
const ordinary: Record<ProcessKind, string[]> = {
  participation: ['K10', 'K20', 'K30', 'K50', 'K70', 'K80', 'K90', 'K100', 'K110'],
  strategy: ['F10', 'F20', 'F30', 'F40', 'F50', 'F60', 'F70', 'F80', 'F90', 'F100', 'F110'],
}

/// Where the ordinary way goes on from a state outside it.
const joins: Record<string, string> = {
  K00: 'K10',
  K40: 'K50',
  K60: 'K70',
  K101: 'K110',
  K102: 'K70',
  K103: 'K90',
  K104: 'K80',
  F95: 'F100',
  F101: 'F110',
  F102: 'F110',
}

/// States that end the way: nothing is drawn ahead of them.
const ends = new Set(['K110', 'K120', 'K130', 'K140', 'K900', 'K910', 'F110', 'F120', 'F900'])

/// States passed through without a circle of their own while others follow.
const passing = new Set(['K00', 'K40', 'K60'])

/// The steps of one process, oldest first. `planned` holds dates of states ahead.
export function pathOf(
  kind: ProcessKind,
  state: string,
  walked: Walked[],
  planned: Record<string, Day> = {},
): Step[] {
  const steps: Step[] = []
  const times = new Map<string, number>()
  for (const { from, to, actedOn } of walked) {
    if (from === to) continue
    const round = (times.get(to) ?? 0) + 1
    times.set(to, round)
    steps.push({ state: to, on: actedOn, round, at: 'done' })
  }
  if (steps.at(-1)?.state !== state) steps.push({ state, round: 1, at: 'done' })
  const now = steps.at(-1)!
  now.at = 'now'
  const drawn = steps.filter((step) => step === now || !passing.has(step.state))
  return [...drawn, ...ahead(kind, state, planned)]
}

function ahead(kind: ProcessKind, state: string, planned: Record<string, Day>): Step[] {
  if (ends.has(state)) return []
  const way = ordinary[kind]
  const next = joins[state] ? way.indexOf(joins[state]) : way.indexOf(state) + 1
  return way.slice(next).map((each) => {
    const on = planned[each]
    return { state: each, round: 1, at: 'ahead', ...(on ? { on } : {}) }
  })
}
