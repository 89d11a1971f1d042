// What one municipality's process remembers: dates, outcomes and hashes, in plain JSON. No names and no free words:
// those lie beside the journal. Lists keep everything that was recorded; what counts today is derived.
import type { Day } from './act.ts'
import type { LanguageFact } from './facts.ts'

/// A change to the proposal after it was public (or at first treatment), by where and how weighty; `kind` null is
/// "not yet classified" (C9).
export type Change = {
  on: Day
  at: string
  zone: 'joint' | 'own' | 'decision'
  kind: 'editorial' | 'material' | null
}

export type Publication = {
  seq: number
  on: Day
  deadlineOn: Day | null
  sentOn: Day | null
  edition: string | null
  joint: string | null
  own: string | null
  round: number
  /// The consultation was broken off or the text withdrawn that day: it counts no longer (T20).
  brokenOffOn?: Day
}

export type DecisionChange = {
  zone: 'joint' | 'own' | 'decision'
  kind: 'editorial' | 'material' | null
  section: string | null
}

export type CouncilDecision = {
  seq: number
  on: Day
  outcome: 'unchanged' | 'changed' | 'sent-back' | 'postponed' | 'rejected'
  edition: string | null
  joint: string | null
  changes: DecisionChange[]
  /// True when the outcome is `changed` but nobody has listed the changes yet.
  unlisted: boolean
  class: 'identical' | 'editorial' | 'deviation' | 'deviation-point' | null
  masterPlan: boolean
  editorialPower: boolean
  confirmed: { edition: string; joint: string | null; on: Day } | null
  annulledOn: Day | null
  /// Recorded outside the joint work (K900, K910).
  alone: boolean
}

export type ParticipationContext = {
  round: number
  latestOn: Day | null
  /// Event types of steps that were passed over and not yet filled in.
  skipped: string[]
  joinedOn: Day | null
  masterPlan: { societal: string; landUse: string; on: Day } | null
  /// `language` as it was when frozen, where something was lacking.
  own: { hash: string; on: Day; language?: LanguageFact } | null
  changes: Change[]
  firstTreatments: { seq: number; on: Day; body: string; outcome: string }[]
  publications: Publication[]
  deadlineOn: Day | null
  /// Deadlines that were replaced: promises made, kept.
  earlierDeadlines: Day[]
  asked: string[]
  recommendations: { seq: number; on: Day; body: string }[]
  agenda: {
    meetingOn: Day
    edition: string | null
    joint: string | null
    movedFrom: Day | null
  } | null
  nextMeetingOn: Day | null
  decisions: CouncilDecision[]
  announcedOn: Day | null
  adjustedOn: Day[]
  programme: { on: Day; body: string } | null
  review: { on: Day; by: string } | null
  withdrawal: { on: Day; from: string; until: Day } | null
  /// A decision that nobody had recorded was annulled that day (C1).
  annulledUnseenOn: Day | null
  replacedOn: Day | null
  overridden: { rule: string; seq: number }[]
}

/// A municipality that was invited and has done nothing yet.
export const freshParticipation: ParticipationContext = {
  round: 1,
  latestOn: null,
  skipped: [],
  joinedOn: null,
  masterPlan: null,
  own: null,
  changes: [],
  firstTreatments: [],
  publications: [],
  deadlineOn: null,
  earlierDeadlines: [],
  asked: [],
  recommendations: [],
  agenda: null,
  nextMeetingOn: null,
  decisions: [],
  announcedOn: null,
  adjustedOn: [],
  programme: null,
  review: null,
  withdrawal: null,
  annulledUnseenOn: null,
  replacedOn: null,
  overridden: [],
}

/// The publications that still stand: not those of a consultation that was broken off.
export const standingPublications = (
  context: Pick<ParticipationContext, 'publications'>,
): Publication[] => context.publications.filter((p) => p.brokenOffOn === undefined)

/// The latest valid decision that adopted: the one that stands, also while the case is treated again (C6, C14).
export const standingDecision = (
  context: Pick<ParticipationContext, 'decisions'>,
): CouncilDecision | undefined => adoptions(context).at(-1)

/// From when on a decision is the new council's: its constitution, or while that is unknown September of the election year.
export const termBegins = (settings: { constitutedOn: Day | null; electionYear: number }): Day =>
  settings.constitutedOn ?? `${settings.electionYear}-09-01`

/// The first valid adoption after the council was constituted: it stops the one-year clock (C13, C14).
export const fulfilling = (
  context: Pick<ParticipationContext, 'decisions'>,
  constitutedOn: Day,
): CouncilDecision | undefined => adoptions(context).find((d) => d.on >= constitutedOn)

/// Adopted in words: changes that nobody has worked into a confirmed text (C10).
export const notWorkedIn = (decision: CouncilDecision): boolean =>
  decision.outcome === 'changed' && decision.confirmed === null

const adoptions = (context: Pick<ParticipationContext, 'decisions'>): CouncilDecision[] =>
  context.decisions.filter(
    (d) => (d.outcome === 'unchanged' || d.outcome === 'changed') && d.annulledOn === null,
  )
