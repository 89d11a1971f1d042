// What the door must look up, inside its transaction, before it asks for a decision. It lies in the journal beside
// the act, so that the fold needs nothing else. Everything is optional in the sense that an unknown is `null` or an
// empty list: an unknown never refuses a fact, it is said.
import type { Day, Json } from './act.ts'

/// What a region or a municipality has set for itself.
export type MunicipalSettings = {
  number: string
  name: string
  /// Date of the council's constituting meeting in this term; null when not yet known.
  constitutedOn: Day | null
  /// Year of the election that begins the term: 2027. The estimate is 31 October of it.
  electionYear: number
  /// Body that gives the first treatment (`formannskap`, `kommunestyre`, `planutvalg` …), null when not configured.
  firstTreatmentBody: string | null
  /// Laid out by delegation, without political first treatment.
  delegated: boolean
  combinedProgramme: boolean
  /// Days before the meeting that papers are due, per body; `kommunestyre` for the council.
  paperDays: { [body: string]: number }
  councilMembers: number | null
  /// Ids or names of those who must be asked (state, region, each neighbour), as listed for the municipality.
  mustAsk: string[]
  /// The secretary or coordinator may enter an override on behalf of the one who decided (C3).
  registrarEntersOverride: boolean
  /// Days of notice before a withdrawal is final; 0 when the participation decision says nothing.
  noticeDays: number
}

/// A version frozen for good, named by its hash.
export type FrozenJoint = {
  hash: string
  on: Day
  /// What was changed since the version before it in the list; null for the first.
  since: 'editorial' | 'material' | null
}

/// An edition: a joint version, an own version and the proposed decision. `id` is what events name.
export type EditionFact = {
  id: string
  joint: string | null
  own: string | null
  on: Day
}

/// A section with open suggestions (or pictures without a description), and how many.
export type SuggestedIn = { titleNb: string; titleNn: string; count: number }

/// Paragraphs that lack a language, are mere copies to be translated, are outdated; and those without a counterpart.
export type LanguageFact = {
  missing: number
  machine: number
  outdated: number
  unpaired?: number
}

export type ParticipationFacts = {
  settings: MunicipalSettings
  joint: {
    /// Derived joint state, `F60`.
    state: string
    /// The latest milestone set: F10 F20 F30 F40 F50 F80.
    phase: string
    round: number
    /// Every frozen joint version in order (consultation drafts and final proposals).
    versions: FrozenJoint[]
    /// Hash of the final version now in force, null before F80.
    final: string | null
  }
  /// Language of this municipality's document: blocks that lack it, are machine drafts or out of date, joint and own.
  language: LanguageFact
  /// Open suggestions in the own part (they refuse a freeze), and the sections they stand in.
  openSuggestions: number
  suggestedIn?: SuggestedIn[]
  /// Sections with pictures nobody has described or called decoration, and how many.
  undescribedIn?: SuggestedIn[]
  /// The own part was written in after it was last frozen.
  ownChanged: boolean
  /// Set by the freezing service for `freeze-own-part` and `freeze-consultation-draft`/`freeze-final-proposal`.
  frozen: { hash: string; on: Day } | null
  /// The edition that would be made public or put to the council now, null when joint or own part is not frozen.
  edition: EditionFact | null
  /// The edition named in the input, where it exists and is frozen; null when unknown or not named.
  named: EditionFact | null
  /// Does the proposed decision have operative points, and the master-plan choice among them?
  /// `changed`: its points are not those that were public, or last classified (C9).
  proposed: { points: number; changed?: true }
  submissions: { total: number; unanswered: number }
  /// The council's meetings known in its calendar, today and later.
  meetings: Day[]
}

/// One participant as the joint process sees it; made by `viewOf` in `joint-state.ts`.
export type ParticipantView = {
  municipality: string
  name: string
  state: string
  round: number
  /// The latest valid decision that adopted, if any.
  adoption: {
    on: Day
    joint: string | null
    class: 'identical' | 'editorial' | 'deviation' | 'deviation-point' | null
    /// Sections (titles or codes) where it deviates.
    sections: string[]
  } | null
  publishedOn: Day | null
  deadlineOn: Day | null
  everJoined: boolean
  withdrawnOn: Day | null
}

export type StrategyFacts = {
  /// Every invited municipality in the region's order, whatever its state.
  participants: ParticipantView[]
  language: LanguageFact
  openSuggestions: number
  suggestedIn?: SuggestedIn[]
  /// Sections with pictures nobody has described or called decoration, and how many.
  undescribedIn?: SuggestedIn[]
  /// Unresolved comments marked "must" in the common part.
  openMusts: number
  knowledgeBase: { attached: boolean; overviewsMissing: string[] }
  consultees: number
  frozen: { hash: string; on: Day } | null
  /// True when the term the strategy is for has ended.
  termEnded: boolean
}

/// A participation's facts before anything is known: for tests and as a base to spread over.
export const bareParticipationFacts = (
  number: string,
  name: string,
  electionYear: number,
): ParticipationFacts => ({
  settings: {
    number,
    name,
    constitutedOn: null,
    electionYear,
    firstTreatmentBody: null,
    delegated: false,
    combinedProgramme: false,
    paperDays: {},
    councilMembers: null,
    mustAsk: [],
    registrarEntersOverride: false,
    noticeDays: 0,
  },
  joint: { state: 'F10', phase: 'F10', round: 1, versions: [], final: null },
  language: { missing: 0, machine: 0, outdated: 0 },
  openSuggestions: 0,
  ownChanged: false,
  frozen: null,
  edition: null,
  named: null,
  proposed: { points: 0 },
  submissions: { total: 0, unanswered: 0 },
  meetings: [],
})

export const bareStrategyFacts: StrategyFacts = {
  participants: [],
  language: { missing: 0, machine: 0, outdated: 0 },
  openSuggestions: 0,
  openMusts: 0,
  knowledgeBase: { attached: false, overviewsMissing: [] },
  consultees: 0,
  frozen: null,
  termEnded: false,
}

/// Facts as the journal's JSON.
export const factsToJson = (facts: ParticipationFacts | StrategyFacts): { [key: string]: Json } =>
  facts as { [key: string]: Json }
