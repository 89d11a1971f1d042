// The shapes a decision speaks in: what is stored, what is asked, what is answered. Data only, so that the
// journal can hold all of it and folding the journal needs nothing else.

/// `strategy` is the joint process, `participation` one municipality's own.
export type ProcessKind = 'strategy' | 'participation'

export type Role =
  | 'coordinator'
  | 'steering-leader'
  | 'planner'
  | 'mayor'
  | 'chief-executive'
  | 'council-secretary'
  | 'archivist'
  | 'observer'

/// A role in force on the day asked about. Joint roles have no municipality. A substitute holds the role of the
/// person named in `substituteFor`.
export type HeldRole = { role: Role; municipality?: string; substituteFor?: string }

/// ISO plain date in Europe/Oslo, `2028-02-14`.
export type Day = string

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/// A process as it lies in its row. `context` is plain JSON without free text and without names.
export type Stored = {
  kind: ProcessKind
  version: number
  state: string
  context: { [key: string]: Json }
  seq: number
}

/// One act as the decision sees it. A free text is `true` where it was given (its words stand beside the journal,
/// erasable); everything a guard reads is here.
export type Act = {
  type: string
  input: { [key: string]: Json }
  by: string
  roles: HeldRole[]
  behalfOf?: string
  /// Date of the act itself; not after `today` for a fact.
  actedOn: Day
  today: Day
  /// Instant of registration, ISO 8601 UTC.
  recordedAt: string
  /// Ids of rules overridden; the reasons are free text beside the journal.
  overrides: string[]
  /// What the door looked up inside the transaction (see `facts.ts`).
  facts: { [key: string]: Json }
  /// `person` over HTTP or a form; `system` from a timer or another process of ours.
  channel: 'person' | 'system'
}

/// H refuses; B blocks what is still to happen, unless overridden by the one who answers for the act; S warns.
export type Level = 'H' | 'B' | 'S'

/// A recorded act as the journal keeps it, as much as folding needs: `overrides` are those that really were used,
/// `facts` what the door had looked up when it was decided.
export type Entry = {
  seq: number
  type: string
  input: { [key: string]: Json }
  actedOn: Day
  overrides: string[]
  facts: { [key: string]: Json }
}

/// Who asks what they could do: roles in force today and on whose behalf.
export type Asker = { roles: HeldRole[]; behalfOf?: string }

/// One finding with the values it compared. Words come from `words.ts`; `way` says the nearest way out.
export type Finding = {
  rule: string
  level: Level
  values: { [name: string]: string | number }
  /// Set when the way out can be said; values for its sentence.
  way?: { [name: string]: string | number }
  /// Who may override, for B on something still to happen.
  overridableBy?: Role
  overridden?: boolean
  /// B on something that has happened: it does not stop the act, it marks it.
  happened?: true
  /// The input field whose value would cure it, if any.
  field?: string
}

/// Work to be done after the commit, as data. Becomes an outbox row in the same transaction.
export type Effect =
  | {
      kind: 'notice'
      /// The event's type, or a flag's id where the notice is about that.
      about: string
      to: Audience[]
      values: { [name: string]: string | number }
    }
  | { kind: 'make-public'; edition: string; on: Day; municipality: string }

/// Whom a notice concerns: holders of a role in one municipality, of a joint role, or in every participant.
export type Audience = { role: Role; municipality?: string; every?: true }

/// A timer the state wants: derived from state, never collected. `dueAt` is an instant (00:00 Oslo of the day after
/// an inclusive deadline).
export type TimerWish = { name: string; type: string; dueAt: string; actedOn: Day }

export type RefusalCode =
  | 'event-unknown'
  | 'event-internal'
  | 'not-in-this-state'
  | 'forbidden'
  | 'input-invalid'
  | 'findings-refuse'
  | 'override-not-yours'
  | 'override-without-reason'

export type Decision =
  | {
      ok: true
      from: string
      state: string
      context: { [key: string]: Json }
      findings: Finding[]
      overridden: string[]
      effects: Effect[]
      /// True when the act was put in its place among earlier ones by its date, and the rest was played again.
      refolded: boolean
    }
  | { ok: false; refusal: RefusalCode; findings: Finding[]; field?: string }
