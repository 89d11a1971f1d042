// What the procedure waits for now, of whom, in each process: the next act on the ordinary way. Other acts stay open
// on the case page; these are the ones that become tasks and the board's "next step".
import type { Day, Role } from '../../workflows/act.ts'
import { specOf } from '../../workflows/events.ts'
import { councilDay } from './board-view.ts'
import type { Desk, Track } from './desk.ts'

export type Awaited = {
  type: string
  roles: readonly Role[]
  /// When it is due or happens, where known.
  on?: Day
}

/// Of one municipality, most pressing first.
export function awaitedOf(track: Track): Awaited[] {
  const { state } = track.stored
  const since = sinceEntering(track)
  const council = councilDay(track)
  const consultation = dayOf(track, 'consultation')
  const want = (type: string, on?: Day): Awaited => ({
    type,
    roles: registrars(type, track),
    ...(on ? { on } : {}),
  })
  switch (state) {
    case 'K00':
      return [want('join')]
    case 'K10':
      return [want('start-own-part')]
    case 'K20':
      return [
        ...(did(track, 'choose-master-plan') ? [] : [want('choose-master-plan')]),
        since.has('freeze-own-part') ? want('submit-for-first-treatment') : want('freeze-own-part'),
      ]
    case 'K30':
      return [want('record-first-treatment', plannedTreatment(track))]
    case 'K40':
      return [want('record-publication')]
    case 'K60':
      return [want('start-treating', consultation)]
    case 'K70':
      return [want('submit-for-recommendation')]
    case 'K80':
      return [
        ...(since.has('record-recommendation')
          ? []
          : [want('record-recommendation', nextMeeting(track, 'formannskap'))]),
        want('schedule-council'),
      ]
    case 'K90':
      return [want('record-decision', council)]
    case 'K100':
    case 'K101':
      return [
        ...(track.flags.includes('ikke_klassifisert') ? [want('classify-decision')] : []),
        ...(track.flags.includes('ikke_innarbeidet') ? [want('confirm-adopted-text')] : []),
        ...programme(track, want),
        want('record-announcement'),
      ]
    case 'K103':
      return [want('schedule-council', council)]
    case 'K102':
    case 'K104':
      return [want('resume')]
    default:
      return programme(track, want)
  }
}

/// Of the coordinator and the steering group.
export function awaitedJointly({ joint }: Desk): Awaited[] {
  const next: Record<string, string> = {
    F10: 'start-knowledge-base',
    F20: 'start-drafting',
    F30: 'start-review',
    F40: 'freeze-consultation-draft',
    F70: 'freeze-final-proposal',
    F95: 'close-harmonisation',
    F100: 'publish-compiled-edition',
    F101: 'publish-compiled-edition',
    F102: 'publish-compiled-edition',
  }
  const type = next[joint.state.state]
  const deviating = joint.state.state === 'F90' && joint.state.deviating.length > 0
  return [...(type ? [type] : []), ...(deviating ? ['open-harmonisation'] : [])].map((each) => ({
    type: each,
    roles: specOf('strategy', each)?.actors ?? [],
  }))
}

/// Types of the acts since the present state was entered.
export function sinceEntering({ acts, stored }: Pick<Track, 'acts' | 'stored'>): Set<string> {
  const types = new Set<string>()
  for (const act of [...acts].reverse()) {
    types.add(act.type)
    if (act.from !== act.to && act.to === stored.state) break
  }
  return types
}

const did = (track: Track, type: string): boolean => track.acts.some((act) => act.type === type)

/// Whose task it is: the first of those who may register it and whom the municipality has.
function registrars(type: string, track: Track): readonly Role[] {
  const actors = specOf('participation', type)?.actors ?? []
  const held = actors.find((role) => track.holders.some((holder) => holder.role === role))
  return held ? [held] : actors.slice(0, 1)
}

const programme = (track: Track, want: (type: string) => Awaited): Awaited[] =>
  track.flags.includes('planprogram_ikke_fastsatt') ? [want('fix-planning-programme')] : []

const dayOf = (track: Track, rule: string): Day | undefined =>
  track.deadlines.find((deadline) => deadline.rule === rule)?.on

/// The meeting the case was sent to, or the body's next in the calendar.
export function plannedTreatment(track: Track): Day | undefined {
  const sent = [...track.acts].reverse().find((act) => act.type === 'submit-for-first-treatment')
  const day = sent?.input.meetingOn
  if (typeof day === 'string') return day
  return nextMeeting(track, track.facts.settings.firstTreatmentBody ?? '')
}

const nextMeeting = (track: Track, body: string): Day | undefined =>
  track.meetings.find((meeting) => meeting.body === body)?.on
