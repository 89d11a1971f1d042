// The dates of law for one municipality, and how much room is left before the first of them.
import type { Day, Stored } from './act.ts'
import {
  addDays,
  daysBetween,
  firstMeeting,
  lastPublication,
  later,
  latestMeeting,
  papersDue,
  sixWeeksFrom,
  yearLimit,
} from './calendar.ts'
import type { ParticipationFacts } from './facts.ts'
import {
  fulfilling,
  standingPublications,
  termBegins,
  type ParticipationContext,
} from './participation-context.ts'
import { countingPublication, versionsFor } from './publicity.ts'

/// `rule`: `one-year` (`safeOn` none), `thirty-days` (first lawful meeting, `safeOn` a day later), `consultation`,
/// `programme` (first lawful end of a consultation with a planning programme), `council` (the meeting planned), `papers`,
/// `latest-meeting` (last in the calendar inside the year), `last-publication` (for the meeting planned, or else the
/// latest one; `safeOn` a day earlier).
export type Deadline = { rule: string; on: Day; safeOn?: Day; estimated?: true }

type Surroundings = Pick<ParticipationFacts, 'settings' | 'joint' | 'meetings'>

export function deadlinesOf(stored: Stored, facts: Surroundings, today: Day): Deadline[] {
  if (stored.kind !== 'participation') return []
  const context = stored.context as unknown as ParticipationContext
  const { settings } = facts
  const limit = yearLimit(settings.constitutedOn, settings.electionYear)
  const found: Deadline[] = [
    { rule: 'one-year', on: limit.on, ...(limit.estimated ? { estimated: true as const } : {}) },
  ]
  if (isOver(stored, context, settings)) return found
  const shown = countingPublication(
    context,
    versionsFor(stored.state, facts.joint.versions),
    later(today, meetingOf(context) ?? today),
  )
  const last = standingPublications(context).at(-1)
  if (context.deadlineOn !== null && stored.state === 'K50')
    found.push({ rule: 'consultation', on: context.deadlineOn })
  if (settings.combinedProgramme && last && stored.state === 'K50')
    found.push({ rule: 'programme', on: sixWeeksFrom(last.on, last.sentOn) })
  if (shown.publication) {
    const first = firstMeeting(shown.publication.on)
    found.push({ rule: 'thirty-days', on: first.lawful, safeOn: first.safe })
  }
  const meetingOn = meetingOf(context)
  if (meetingOn !== null) {
    found.push({ rule: 'council', on: meetingOn })
    const paper = settings.paperDays.kommunestyre
    if (paper !== undefined) found.push({ rule: 'papers', on: papersDue(meetingOn, paper) })
  }
  const latest = latestMeeting(facts.meetings, limit.on, today)
  if (latest !== null) found.push({ rule: 'latest-meeting', on: latest })
  if (!shown.publication) {
    const publish = lastPublication(meetingOn ?? latest ?? limit.on)
    found.push({ rule: 'last-publication', on: publish.lawful, safeOn: publish.safe })
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/// Smallest room in days, negative when past, null when nothing can be said yet. `rule` and `values` make its sentence:
/// `one-year` {meetingOn, limit} · `thirty-days` {publishedOn, meetingOn, days} · `papers` {due} · `not-set` {limit} ·
/// `adopted` {on, limit}.
export type Margin = {
  days: number | null
  rule: 'one-year' | 'thirty-days' | 'papers' | 'not-set' | 'adopted'
  values: { [name: string]: string | number }
  adopted: 'in-time' | 'late' | null
  estimated: boolean
}

export function marginOf(stored: Stored, facts: Surroundings, today: Day): Margin {
  const context = stored.context as unknown as ParticipationContext
  const { settings } = facts
  const limit = yearLimit(settings.constitutedOn, settings.electionYear)
  const first = fulfilling(context, termBegins(settings))
  const base = { estimated: limit.estimated, adopted: null }
  if (first)
    return {
      ...base,
      days: daysBetween(first.on, limit.on),
      rule: 'adopted',
      values: { on: first.on, limit: limit.on },
      adopted: first.on > limit.on ? 'late' : 'in-time',
    }
  const meetingOn = meetingOf(context)
  if (meetingOn === null) {
    const over = today > limit.on
    return {
      ...base,
      days: over ? daysBetween(today, limit.on) : null,
      rule: over ? 'one-year' : 'not-set',
      values: { limit: limit.on },
    }
  }
  const rooms: Margin[] = [
    {
      ...base,
      days: daysBetween(meetingOn, limit.on),
      rule: 'one-year',
      values: { meetingOn, limit: limit.on },
    },
  ]
  const shown = countingPublication(
    context,
    versionsFor(stored.state, facts.joint.versions),
    meetingOn,
  ).publication
  if (shown) {
    const have = daysBetween(shown.on, meetingOn)
    rooms.push({
      ...base,
      days: have - 30,
      rule: 'thirty-days',
      values: { publishedOn: shown.on, meetingOn, days: have },
    })
  }
  const paper = settings.paperDays.kommunestyre
  const due = paper === undefined ? null : papersDue(meetingOn, paper)
  // Once the case is on an agenda its papers are the secretariat's; a day that has passed says nothing about the law.
  if (due !== null && context.agenda === null && due >= today) {
    rooms.push({
      ...base,
      days: daysBetween(today, due),
      rule: 'papers',
      values: { due, meetingOn },
    })
  }
  return rooms.reduce((least, room) => (room.days! < least.days! ? room : least))
}

/// First lawful and safe end of a consultation that begins on this day, with or without a planning programme.
export const suggestedDeadline = (publishedOn: Day, combined: boolean): Day =>
  addDays(publishedOn, combined ? 42 : 36)

const meetingOf = (context: ParticipationContext): Day | null =>
  context.agenda?.meetingOn ?? context.nextMeetingOn

const isOver = (
  stored: Stored,
  context: ParticipationContext,
  settings: ParticipationFacts['settings'],
): boolean =>
  stored.state === 'K140' ||
  (fulfilling(context, termBegins(settings)) !== undefined && context.agenda === null)
