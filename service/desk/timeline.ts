// The timeline as data: one lane for the joint text and one a municipality, with periods, points, the 30 days and the
// one-year limit. Pure; the page draws it.
import type { Day } from '../../workflows/act.ts'
import { councilDay } from './board-view.ts'
import { isOutside, type Desk, type DeskAct, type Track } from './desk.ts'

/// `after` is work on what came in, after a consultation.
export type Bar = {
  from: Day
  to: Day
  kind: 'work' | 'open' | 'council'
  going?: true
  after?: true
}
export type Point = { on: Day; kind: 'held' | 'planned' | 'adopted' | 'broken' | 'off' | 'joint' }
export type Bracket = { from: Day; to: Day; broken: boolean }

export type Lane = {
  name: string
  number?: string
  bars: Bar[]
  points: Point[]
  brackets: Bracket[]
  limit?: Day
}

/// What lies ahead, for the table under the drawing.
export type Ahead = {
  on: Day
  name: string
  number: string
  what: 'council' | 'consultation' | 'papers' | 'one-year'
  /// Days to spare of a planned meeting.
  margin?: number
  /// Which clock the margin is measured by.
  clock?: string
}

export type Zoom = 'uke' | 'maaned' | 'aar' | 'alt'

export type Timeline = { lanes: Lane[]; from: Day; to: Day; ahead: Ahead[] }

export function timeline(desk: Desk, zoom: Zoom): Timeline {
  const lanes = [jointLane(desk), ...desk.tracks.map((track) => laneOf(track, desk.today))]
  const { from, to } = rangeOf(lanes, desk, zoom)
  return { lanes, from, to, ahead: aheadOf(desk) }
}

/// Where a day lies between two, in per cent; outside values are outside 0–100.
export const percent = (day: Day, from: Day, to: Day): number =>
  (days(from, day) / Math.max(1, days(from, to))) * 100

function laneOf(track: Track, today: Day): Lane {
  const { acts, stored } = track
  const bars: Bar[] = []
  const points: Point[] = []
  const brackets: Bracket[] = []
  let since = firstDay(acts, 'join') ?? firstDay(acts, 'start-own-part')
  let late: { after?: true } = {}
  const meeting = councilDay(track)
  for (const act of acts) {
    if (act.type === 'record-first-treatment' || act.type === 'record-recommendation') {
      points.push({ on: act.actedOn, kind: 'held' })
    }
    if (act.type === 'record-decision') {
      const adopted = act.input.outcome === 'unchanged' || act.input.outcome === 'changed'
      points.push({ on: act.actedOn, kind: adopted ? 'adopted' : 'off' })
    }
    if (act.type === 'record-publication') {
      const on = dayIn(act, 'publishedOn') ?? act.actedOn
      const deadline = dayIn(act, 'deadlineOn')
      if (since && since < on) bars.push({ from: since, to: on, kind: 'work', ...late })
      const end = deadline ? lastDeadline(acts, act, deadline) : undefined
      if (end) bars.push({ from: on, to: end, kind: 'open' })
      const lawful = after(on, 30)
      brackets.push({ from: on, to: lawful, broken: meeting !== undefined && meeting < lawful })
      since = end ?? on
      late = { after: true }
    }
  }
  if (
    since &&
    ['K10', 'K20', 'K30', 'K40', 'K60', 'K70', 'K80'].includes(stored.state) &&
    since < today
  ) {
    bars.push({ from: since, to: today, kind: 'work', going: true, ...late })
  } else {
    const last = points.at(-1)
    if (since && last && since < last.on)
      bars.push({ from: since, to: last.on, kind: 'work', ...late })
  }
  const limit = track.deadlines.find(({ rule }) => rule === 'one-year')?.on
  if (meeting && meeting >= today) {
    const breaks = (track.margin.days ?? 0) < 0
    points.push({ on: meeting, kind: breaks ? 'broken' : 'planned' })
  }
  return {
    name: track.name,
    number: track.number,
    bars,
    points,
    brackets,
    ...(limit && !isOutside(track) ? { limit } : {}),
  }
}

function jointLane({ joint, tracks, today, lang }: Desk): Lane {
  const { acts } = joint
  const name = { nb: 'Fellesdelen', nn: 'Fellesdelen', en: 'Joint part' }[lang]
  const begun = firstDay(acts, 'start-knowledge-base') ?? firstDay(acts, 'start-drafting')
  const draft = lastDay(acts, 'freeze-consultation-draft')
  const final = lastDay(acts, 'freeze-final-proposal')
  const bars: Bar[] = []
  const points: Point[] = []
  if (begun) {
    const to = draft ?? today
    if (begun < to)
      bars.push({ from: begun, to, kind: 'work', ...(draft ? {} : { going: true as const }) })
  }
  const published = tracks.flatMap((track) =>
    track.acts
      .filter(({ type }) => type === 'record-publication')
      .map((act) => dayIn(act, 'publishedOn') ?? act.actedOn),
  )
  const open = published.sort()[0]
  if (open) {
    const to = final ?? today
    if (open < to)
      bars.push({ from: open, to, kind: 'open', ...(final ? {} : { going: true as const }) })
  }
  if (draft) points.push({ on: draft, kind: 'joint' })
  if (final) {
    points.push({ on: final, kind: 'joint' })
    const ended = lastDay(acts, 'publish-compiled-edition') ?? today
    if (final < ended) {
      const going = lastDay(acts, 'publish-compiled-edition') ? {} : { going: true as const }
      bars.push({ from: final, to: ended, kind: 'council', ...going })
    }
  }
  return { name, bars, points, brackets: [] }
}

function aheadOf(desk: Desk): Ahead[] {
  const wanted = ['council', 'consultation', 'papers', 'one-year']
  const list = desk.tracks
    .filter((track) => !isOutside(track))
    .flatMap((track) =>
      track.deadlines
        .filter(({ rule, on }) => wanted.includes(rule) && on >= desk.today)
        .filter(({ rule }) => rule !== 'one-year' || track.margin.adopted === null)
        .map(({ rule, on }): Ahead => ({
          on,
          name: track.name,
          number: track.number,
          what: rule as Ahead['what'],
          ...(rule === 'council' && track.margin.days !== null
            ? { margin: track.margin.days }
            : {}),
        })),
    )
  return list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function rangeOf(lanes: Lane[], { today, strategy }: Desk, zoom: Zoom): { from: Day; to: Day } {
  const day = Temporal.PlainDate.from(today)
  const iso = (date: Temporal.PlainDate): Day => date.toString()
  if (zoom === 'uke')
    return { from: iso(day.subtract({ weeks: 3 })), to: iso(day.add({ weeks: 5 })) }
  if (zoom === 'maaned')
    return { from: iso(day.subtract({ months: 2 })), to: iso(day.add({ months: 3 })) }
  if (zoom === 'aar') {
    return { from: `${day.year}-01-01`, to: `${day.year}-12-31` }
  }
  const known = lanes.flatMap((lane) => [
    ...lane.bars.flatMap(({ from, to }) => [from, to]),
    ...lane.points.map(({ on }) => on),
    ...(lane.limit ? [lane.limit] : []),
  ])
  const sorted = [today, ...known].sort()
  const first = Temporal.PlainDate.from(sorted[0] ?? `${strategy.from}-01-01`)
  const last = Temporal.PlainDate.from(sorted.at(-1)!)
  return { from: iso(first.with({ day: 1 })), to: iso(last.add({ months: 1 }).with({ day: 1 })) }
}

/// The first days of the months (or weeks) between, for the grid.
export function gridOf(from: Day, to: Day, zoom: Zoom): Day[] {
  const end = Temporal.PlainDate.from(to)
  const marks: Day[] = []
  let at = Temporal.PlainDate.from(from)
  at = zoom === 'uke' ? at.subtract({ days: at.dayOfWeek - 1 }) : at.with({ day: 1 })
  while (Temporal.PlainDate.compare(at, end) < 0) {
    if (at.toString() >= from) marks.push(at.toString())
    at = zoom === 'uke' ? at.add({ weeks: 1 }) : at.add({ months: 1 })
  }
  return marks
}

/// The deadline as it stands after every extension of the same consultation.
function lastDeadline(acts: DeskAct[], publication: DeskAct, deadline: Day): Day {
  let end = deadline
  for (const act of acts) {
    if (act.seq <= publication.seq) continue
    if (act.type === 'record-publication') break
    if (act.type === 'extend-deadline' || act.type === 'reopen-consultation') {
      end = dayIn(act, 'deadlineOn') ?? end
    }
    if (act.type === 'close-consultation' || act.type === 'break-off-consultation')
      end = act.actedOn
  }
  return end
}

const dayIn = (act: DeskAct, field: string): Day | undefined => {
  const value = act.input[field]
  return typeof value === 'string' ? value : undefined
}

const firstDay = (acts: DeskAct[], type: string): Day | undefined =>
  acts.find((act) => act.type === type)?.actedOn

const lastDay = (acts: DeskAct[], type: string): Day | undefined =>
  acts.findLast((act) => act.type === type)?.actedOn

const after = (day: Day, count: number): Day =>
  Temporal.PlainDate.from(day).add({ days: count }).toString()

const days = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
