// The board's eight columns: one cell a step with its date, from the journal. The same columns serve the joint row,
// with the joint steps in them.
import type { Day, Json, ProcessKind } from '../../workflows/act.ts'

/// A journal line with what a cell may need of its input.
export type CellAct = {
  type: string
  actedOn: Day
  input: { [key: string]: Json }
  from?: string
  to?: string
}

/// `lock` marks a step where a text was frozen.
export type Cell = { at: 'done' | 'now' | 'planned' | 'unknown'; on?: Day; lock?: true }

/// Dates ahead, where known.
export type PlannedDays = {
  firstTreatment?: Day
  recommendation?: Day
  council?: Day
  announcement?: Day
}

export const stepCount = 8

/// The column a state belongs to.
const columnOf = new Map<string, number>(
  Object.entries({
    0: 'K00 K10 F10',
    1: 'K20 F20 F30 F40',
    2: 'K30 F50',
    3: 'K40 K50 F60',
    4: 'K60 K70 F70',
    5: 'K80 F80',
    6: 'K90 K100 K101 K102 K103 K104 F90 F95 F100 F101 F102',
    7: 'K110 K120 K130 K140 F110 F120',
  }).flatMap(([column, states]) =>
    states.split(' ').map((state): [string, number] => [state, Number(column)]),
  ),
)

const adoption = new Set(['unchanged', 'changed'])

/// What fills each column, for a municipality: the last such act counts.
const filledBy: ((act: CellAct) => Day | undefined)[] = [
  (act) => (act.type === 'join' ? act.actedOn : undefined),
  (act) => (act.type === 'freeze-own-part' ? act.actedOn : undefined),
  (act) =>
    act.type === 'record-first-treatment' &&
    ['laid-out', 'delegated'].includes(String(act.input.outcome))
      ? act.actedOn
      : undefined,
  (act) => (act.type === 'record-publication' ? dayIn(act, 'publishedOn') : undefined),
  (act) => (act.type === 'submit-for-recommendation' ? act.actedOn : undefined),
  (act) => (act.type === 'record-recommendation' ? act.actedOn : undefined),
  (act) =>
    act.type === 'record-decision' && adoption.has(String(act.input.outcome))
      ? act.actedOn
      : undefined,
  (act) => (act.type === 'record-announcement' ? act.actedOn : undefined),
]

/// The same for the joint work.
const filledByJoint: ((act: CellAct) => Day | undefined)[] = [
  (act) => (act.type === 'start-knowledge-base' ? act.actedOn : undefined),
  (act) => (act.type === 'start-review' ? act.actedOn : undefined),
  (act) => (act.type === 'freeze-consultation-draft' ? act.actedOn : undefined),
  () => undefined,
  () => undefined,
  (act) => (act.type === 'freeze-final-proposal' ? act.actedOn : undefined),
  () => undefined,
  (act) => (act.type === 'publish-compiled-edition' ? act.actedOn : undefined),
]

const locked: Record<ProcessKind, number[]> = { participation: [1], strategy: [2, 5] }

/// Eight cells. A step before the present one is done, with its date where it was registered; a step after it is
/// planned or unknown, whatever an earlier round left there.
export function eightSteps(
  kind: ProcessKind,
  state: string,
  acts: CellAct[],
  planned: PlannedDays = {},
  joint: { consultationOn?: Day | undefined; closedOn?: Day | undefined } = {},
): Cell[] {
  const now = columnOf.get(state) ?? -1
  const plannedDay = [
    undefined,
    undefined,
    planned.firstTreatment,
    undefined,
    undefined,
    planned.recommendation,
    planned.council,
    planned.announcement,
  ]
  return (kind === 'participation' ? filledBy : filledByJoint).map((fill, column) => {
    const on =
      kind === 'strategy' && column === 3
        ? joint.consultationOn
        : kind === 'strategy' && column === 4
          ? joint.closedOn
          : acts.reduce<Day | undefined>((last, act) => fill(act) ?? last, undefined)
    const lock = locked[kind].includes(column) && on ? { lock: true as const } : {}
    if (column < now) return on ? { at: 'done', on, ...lock } : { at: 'unknown' }
    const ahead = plannedDay[column]
    if (column === now) {
      const here = isAdopted(state) || column < 5 ? on : lastSince(state, acts, fill)
      const day = isAdopted(state) || column < 5 ? (here ?? ahead) : (ahead ?? here)
      return { at: 'now', ...(day ? { on: day } : {}) }
    }
    return ahead ? { at: 'planned', on: ahead } : { at: 'unknown' }
  })
}

/// Only what happened since the present state was entered: an earlier round's date would mislead.
function lastSince(
  state: string,
  acts: CellAct[],
  fill: (act: CellAct) => Day | undefined,
): Day | undefined {
  const entered = acts.findLastIndex(({ from, to }) => from !== to && to === state)
  return acts
    .slice(entered + 1)
    .reduce<Day | undefined>((last, act) => fill(act) ?? last, undefined)
}

const isAdopted = (state: string): boolean =>
  ['K100', 'K101', 'K110', 'K120', 'K130'].includes(state)

function dayIn(act: CellAct, field: string): Day {
  const day = act.input[field]
  return typeof day === 'string' ? day : act.actedOn
}
