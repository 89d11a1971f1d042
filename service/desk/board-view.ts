// The coordinator's board as data: which rows in which order, three answers in ten seconds, and the filters. Pure; the
// page only draws it.
import type { Day } from '../../workflows/act.ts'
import { flagColour } from '../../workflows/words.ts'
import { hasAdopted, isOutside, type Desk, type Track } from './desk.ts'
import { eightSteps, type Cell } from './eight-steps.ts'

export type Order = 'south' | 'urgent'

export type BoardAsk = {
  order: Order
  /// `hjelp`, `vedtatt`, `flagg`, or a sub-region's name.
  filters: string[]
  /// Number of the opened row.
  open?: string | undefined
}

export type BoardRow = { track: Track; cells: Cell[]; needsHelp: boolean; open: boolean }

export type Coming = {
  on: Day
  number: string
  name: string
  what: 'council' | 'consultation' | 'papers' | 'one-year'
}

export type BoardView = {
  rows: BoardRow[]
  /// Every participating track in order of urgency, for phones and for the card of those who need help.
  urgent: BoardRow[]
  jointCells: Cell[]
  /// The twelve-part bar, south to north.
  bar: ('adopted' | 'council' | 'stuck' | 'before')[]
  needHelp: Track[]
  /// Dates ahead, soonest first.
  coming: Coming[]
  filters: { key: string; count: number; on: boolean }[]
}

const council = new Set(['K80', 'K90'])
const stuck = new Set(['K102', 'K103', 'K104'])

export function boardView(desk: Desk, ask: BoardAsk): BoardView {
  const all = desk.tracks.map((track) => rowOf(track, ask.open === track.number))
  const urgent = [...all].sort((a, b) => urgency(a.track) - urgency(b.track))
  const shown = all.filter(({ track, needsHelp }) => passes(track, needsHelp, ask.filters))
  const rows = ask.order === 'urgent' ? urgent.filter((row) => shown.includes(row)) : shown
  return {
    rows,
    urgent: urgent.filter((row) => shown.includes(row)),
    jointCells: eightSteps(
      'strategy',
      desk.joint.state.state,
      desk.joint.acts,
      {},
      jointDays(desk),
    ),
    bar: desk.tracks.filter((track) => !isOutside(track)).map(partOf),
    needHelp: urgent.filter((row) => row.needsHelp).map((row) => row.track),
    coming: comingDays(desk),
    filters: filtersOf(all, ask.filters),
  }
}

/// Short of time, against a rule, or stuck where a council has said no: those the coordinator should ring first.
export function needsHelp(track: Track): boolean {
  if (isOutside(track)) return false
  if (track.flags.some((flag) => flagColour(flag) === 'danger')) return true
  if (hasAdopted(track)) return false
  return (track.margin.days ?? Number.POSITIVE_INFINITY) < 10 || track.stored.state === 'K104'
}

/// What comes up among the twelve from today on.
export function comingDays(desk: Desk): Coming[] {
  const days: Coming[] = []
  for (const track of desk.tracks) {
    if (isOutside(track)) continue
    for (const { rule, on } of track.deadlines) {
      if (on < desk.today) continue
      if (rule === 'council' || rule === 'consultation' || rule === 'papers') {
        days.push({ on, number: track.number, name: track.name, what: rule })
      }
    }
  }
  return days.length ? days.sort(bySoonest) : yearLimits(desk).sort(bySoonest)
}

/// The one-year limits of those who have not adopted: what to look at when no date is set yet.
const yearLimits = ({ tracks, today }: Desk): Coming[] =>
  tracks
    .filter((track) => !isOutside(track) && !hasAdopted(track))
    .flatMap(({ number, name, deadlines }) =>
      deadlines
        .filter(({ rule, on }) => rule === 'one-year' && on >= today)
        .map(({ on }): Coming => ({ on, number, name, what: 'one-year' })),
    )

const bySoonest = (a: Coming, b: Coming): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/// The planned council meeting of a track, if the case is on an agenda.
export const councilDay = (track: Track): Day | undefined =>
  track.deadlines.find(({ rule }) => rule === 'council')?.on

function rowOf(track: Track, open: boolean): BoardRow {
  const planned = councilDay(track)
  return {
    track,
    cells: eightSteps(
      'participation',
      track.stored.state,
      track.acts,
      planned ? { council: planned } : {},
    ),
    needsHelp: needsHelp(track),
    open,
  }
}

/// Days to spare; those with none known after those who are short, the adopted after them, those outside last.
function urgency(track: Track): number {
  if (isOutside(track)) return 100_000
  if (hasAdopted(track)) return 50_000
  return track.margin.days ?? 10_000
}

function partOf(track: Track): BoardView['bar'][number] {
  if (hasAdopted(track)) return 'adopted'
  if (council.has(track.stored.state)) return 'council'
  return stuck.has(track.stored.state) ? 'stuck' : 'before'
}

const statusFilters = ['hjelp', 'vedtatt', 'flagg']

function passes(track: Track, help: boolean, filters: string[]): boolean {
  const regions = filters.filter((key) => !statusFilters.includes(key))
  if (regions.length && !regions.includes(track.subRegion)) return false
  return filters
    .filter((key) => statusFilters.includes(key))
    .every((key) =>
      key === 'hjelp' ? help : key === 'vedtatt' ? hasAdopted(track) : track.flags.length > 0,
    )
}

function filtersOf(rows: BoardRow[], chosen: string[]): BoardView['filters'] {
  const regions = [...new Set(rows.map(({ track }) => track.subRegion))]
  return [...statusFilters, ...regions].map((key) => ({
    key,
    count: rows.filter(({ track, needsHelp: help }) => passes(track, help, [key])).length,
    on: chosen.includes(key),
  }))
}

/// First publication among the twelve, and the day the joint work came to treat the submissions.
function jointDays({ tracks, joint }: Desk): { consultationOn?: Day; closedOn?: Day } {
  const published = tracks.flatMap((track) =>
    track.acts
      .filter((act) => act.type === 'record-publication')
      .map((act) =>
        typeof act.input.publishedOn === 'string' ? act.input.publishedOn : act.actedOn,
      ),
  )
  const first = published.sort()[0]
  const closed = joint.acts.findLast(({ to }) => to === 'F70')?.actedOn
  return { ...(first ? { consultationOn: first } : {}), ...(closed ? { closedOn: closed } : {}) }
}
