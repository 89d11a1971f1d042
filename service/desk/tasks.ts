// My tasks: what the procedure waits for of one person, hat by hat, with the date it turns on and one link. Derived at
// every reading from the cases as they stand; nothing is stored and nothing can be forgotten in a list.
import type { Day, HeldRole, Role } from '../../workflows/act.ts'
import { daysBetween } from '../pages/dates.ts'
import { holds } from '../../workflows/rights.ts'
import { awaitedJointly, awaitedOf } from './awaited.ts'
import { hasAdopted, isOutside, type Desk, type Track } from './desk.ts'

/// `act` registers an event; the others lead to where the work is done.
export type TaskKind =
  | 'act'
  | 'write-joint'
  | 'write-own'
  | 'answer'
  | 'answer-joint'
  | 'work-in'
  | 'year'
  | 'dead-letters'
  | 'clear'
  | 'amendments'
  | 'help'

export type Task = {
  /// Stable within a reading; part of ids.
  key: string
  kind: TaskKind
  /// The event of an `act`.
  type?: string
  /// The municipality it is done for; none is the joint work.
  track?: Track
  on?: Day
  /// How many (submissions, letters, municipalities).
  count?: number
  names?: string[]
  /// Of chapters to clear: word for word as they were last frozen.
  unchanged?: boolean
  href: string
}

/// Joint chapters a person's mandate lets them clear and that are not; `unchanged` are as they were last frozen.
export type ToClear = { municipality: string; unchanged: number; rest: number; until: Day }

export type TaskGroups = { urgent: Task[]; soon: Task[]; later: Task[] }

/// All tasks of the holder of these roles, soonest first.
export function tasksOf(
  desk: Desk,
  roles: readonly HeldRole[],
  more: { deadLetters: number; toClear?: ToClear[]; amendments?: number },
): Task[] {
  const tasks: Task[] = []
  if (more.amendments) {
    tasks.push({
      key: 'amendments',
      kind: 'amendments',
      count: more.amendments,
      href: '/endringsforslag?vis=venter',
    })
  }
  for (const track of desk.tracks) {
    const mine = roles.filter((held) => held.municipality === track.number).map((held) => held.role)
    if (mine.length) tasks.push(...tasksIn(desk, track, mine))
  }
  for (const { municipality, unchanged, rest, until } of more.toClear ?? []) {
    const track = desk.tracks.find(({ number }) => number === municipality)
    if (!track || unchanged + rest === 0) continue
    tasks.push({
      key: `${municipality}-clear`,
      kind: 'clear',
      track,
      on: until,
      count: unchanged > 0 ? unchanged : rest,
      unchanged: unchanged > 0,
      href: `/klarering?kommune=${municipality}`,
    })
  }
  if (holds(roles, ['coordinator', 'steering-leader'])) {
    const coordinates = holds(roles, ['coordinator'])
    tasks.push(...jointTasks(desk, coordinates, more))
  }
  if (holds(roles, ['coordinator', 'planner'])) tasks.push(...writing(desk))
  return tasks.sort(bySoonest)
}

/// Overdue or within three days, within two weeks, and the rest.
export function grouped(tasks: Task[], today: Day): TaskGroups {
  const groups: TaskGroups = { urgent: [], soon: [], later: [] }
  for (const task of tasks) {
    const left = task.on === undefined ? undefined : daysBetween(today, task.on)
    if (left !== undefined && left <= 3) groups.urgent.push(task)
    else if (left === undefined ? isNow(task) : left <= 14) groups.soon.push(task)
    else groups.later.push(task)
  }
  return groups
}

function tasksIn(desk: Desk, track: Track, mine: Role[]): Task[] {
  const tasks: Task[] = []
  const home = `/kommune/${track.number}`
  for (const { type, roles, on } of awaitedOf(track)) {
    if (!roles.some((role) => mine.includes(role))) continue
    tasks.push({
      key: `${track.number}-${type}`,
      kind: 'act',
      type,
      track,
      ...(on ? { on } : {}),
      href: `${home}/registrer/${type}`,
    })
  }
  if (mine.includes('planner')) {
    const { unanswered } = track.submissions
    if (unanswered > 0) {
      tasks.push({
        key: `${track.number}-answer`,
        kind: 'answer',
        track,
        count: unanswered,
        href: '/innspill',
      })
    }
    if (track.stored.state === 'K20') {
      tasks.push({ key: `${track.number}-write`, kind: 'write-own', track, href: '/tekst' })
    }
    if (track.flags.includes('ikke_innarbeidet')) {
      tasks.push({
        key: `${track.number}-work-in`,
        kind: 'work-in',
        track,
        href: `${home}/vedtatt-tekst`,
      })
    }
  }
  const year = track.deadlines.find(({ rule }) => rule === 'one-year')
  const answersForIt = mine.includes('council-secretary') || mine.includes('chief-executive')
  if (year && answersForIt && !hasAdopted(track) && !isOutside(track)) {
    tasks.push({ key: `${track.number}-year`, kind: 'year', track, on: year.on, href: home })
  }
  return tasks
}

function jointTasks(desk: Desk, coordinates: boolean, more: { deadLetters: number }): Task[] {
  const tasks: Task[] = awaitedJointly(desk).map(({ type }) => ({
    key: `joint-${type}`,
    kind: 'act',
    type,
    href: `/felles/registrer/${type}`,
  }))
  if (!coordinates) return tasks
  const { unanswered } = desk.joint.submissions
  if (unanswered > 0) {
    tasks.push({ key: 'joint-answer', kind: 'answer-joint', count: unanswered, href: '/innspill' })
  }
  const help = desk.tracks.filter(
    (track) => !isOutside(track) && !hasAdopted(track) && (track.margin.days ?? 10) < 0,
  )
  if (help.length) {
    tasks.push({
      key: 'help',
      kind: 'help',
      count: help.length,
      names: help.map((track) => track.name),
      href: '/tavle?filter=hjelp',
    })
  }
  if (more.deadLetters > 0) {
    tasks.push({
      key: 'dead-letters',
      kind: 'dead-letters',
      count: more.deadLetters,
      href: '/utboks',
    })
  }
  return tasks
}

const writing = (desk: Desk): Task[] =>
  ['F30', 'F40', 'F95'].includes(desk.joint.state.state)
    ? [{ key: 'write-joint', kind: 'write-joint', href: '/tekst' }]
    : []

/// Without a date, an act that waits is for now; the rest is for when there is time.
const isNow = (task: Task): boolean => task.kind !== 'write-joint' && task.kind !== 'write-own'

function bySoonest(a: Task, b: Task): number {
  const day = (task: Task): string => task.on ?? (isNow(task) ? '' : '9999')
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0
}
