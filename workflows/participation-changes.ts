// What each act changes in one municipality's memory, by name. Pure: context and step in, the changed part out.
import type { Day, Json } from './act.ts'
import type { Change, Names, Step } from './define-process.ts'
import { bareParticipationFacts, type EditionFact, type ParticipationFacts } from './facts.ts'
import {
  freshParticipation,
  standingDecision,
  standingPublications,
  type Change as TextChange,
  type CouncilDecision,
  type DecisionChange,
  type ParticipationContext,
  type Publication,
} from './participation-context.ts'

type Do = Change<ParticipationContext>

const bare = bareParticipationFacts('0000', '', 2027)

/// The facts of a step, whole: what the door left out is unknown.
export const factsOf = (step: Pick<Step, 'facts'>): ParticipationFacts =>
  ({ ...bare, ...step.facts }) as ParticipationFacts

/// Every change by the name the definition uses.
export const participationChanges: Names<ParticipationContext>['do'] = {
  noted: ({ skipped, overridden }, step) => ({
    skipped: skipped.includes(step.type) ? skipped.filter((t) => t !== step.type) : skipped,
    overridden:
      step.overrides.length === 0
        ? overridden
        : [...overridden, ...step.overrides.map((rule) => ({ rule, seq: step.seq }))],
  }),
  joined: (_, { on }) => ({ joinedOn: on, withdrawal: null }),
  masterPlanChosen: (context, { input, on }) => ({
    masterPlan: { societal: String(input.societal), landUse: String(input.landUse), on },
    changes: masterPlanChange(context, input, on),
  }),
  ownFrozen: (context, step) => ownFrozen(context, step),
  changesClassified: ({ changes }, { input, on }) => ({
    changes: classified(changes, input, on),
  }),
  firstTreated: ({ firstTreatments, changes }, { input, on, seq }) => ({
    firstTreatments: sorted([
      ...firstTreatments,
      { seq, on, body: String(input.body), outcome: String(input.outcome) },
    ]),
    changes: [...changes, ...textChanges(input.changes, on, 'record-first-treatment')],
  }),
  published: (context, step) => published(context, step),
  deadlineSet: ({ deadlineOn, earlierDeadlines }, { input }) => ({
    deadlineOn: day(input.deadlineOn),
    earlierDeadlines: deadlineOn === null ? earlierDeadlines : [...earlierDeadlines, deadlineOn],
  }),
  roundBegun: ({ round, deadlineOn, earlierDeadlines }) => ({
    round: round + 1,
    deadlineOn: null,
    earlierDeadlines: deadlineOn === null ? earlierDeadlines : [...earlierDeadlines, deadlineOn],
    agenda: null,
    nextMeetingOn: null,
  }),
  /// What was public is withdrawn: the thirty days begin anew with the next publication (T20).
  brokenOff: ({ publications }, { on }) => ({
    publications: publications.map((p) =>
      p.on <= on && p.brokenOffOn === undefined ? { ...p, brokenOffOn: on } : p,
    ),
  }),
  askedNoted: ({ asked }, { input, facts }) => ({
    asked: askedWith(asked, input, factsOf({ facts }).settings.mustAsk),
  }),
  recommended: ({ recommendations, changes, skipped }, { input, on, seq }) => ({
    recommendations: sorted([...recommendations, { seq, on, body: String(input.body) }]),
    changes: [...changes, ...textChanges(input.changes, on, 'record-recommendation')],
    skipped: skipped.filter((t) => t !== 'submit-for-recommendation'),
  }),
  scheduled: (_, step) => ({ agenda: agendaOf(step, null), nextMeetingOn: null }),
  meetingMoved: ({ agenda }, step) => ({
    agenda: {
      meetingOn: String(step.input.meetingOn),
      edition: agenda?.edition ?? null,
      joint: agenda?.joint ?? null,
      movedFrom: agenda?.meetingOn ?? null,
    },
  }),
  agendaCleared: () => ({ agenda: null, nextMeetingOn: null }),
  decided: (context, step, state) => decided(context, step, state),
  textConfirmed: (context, { input, on, facts }) => ({
    decisions: onStanding(context, {
      confirmed: {
        edition: String(input.edition),
        joint: (facts.named as EditionFact | null | undefined)?.joint ?? null,
        on,
      },
    }),
  }),
  decisionClassified: (context, { input }) => ({
    decisions: onStanding(context, {
      class: input.class as CouncilDecision['class'],
      unlisted: false,
    }),
  }),
  annulled: (context, { on }) => ({
    decisions: onStanding(context, { annulledOn: on }),
    announcedOn: null,
    review: null,
  }),
  annulledUnseen: (_, { on }) => ({ annulledUnseenOn: on, announcedOn: null, review: null }),
  announced: (_, { on }) => ({ announcedOn: on }),
  adjusted: ({ adjustedOn }, { on }) => ({ adjustedOn: [...adjustedOn, on].sort() }),
  programmeFixed: (_, { input, on }) => ({ programme: { on, body: String(input.body) } }),
  reviewNoted: (_, { input, on }) => ({ review: { on, by: String(input.by) } }),
  reviewSettled: () => ({ review: null }),
  withdrew: (_, step, state) => ({
    withdrawal: { on: step.on, from: state, until: noticeEnd(step) },
  }),
  cameBack: () => ({ withdrawal: null }),
  replaced: (_, { on }) => ({ replacedOn: on }),
}

/// Adds the passed steps of a catch-up to those not yet filled in. Compiled in by name: `passed:<type>`.
export const passed =
  (type: string): Do =>
  ({ skipped }) => ({ skipped: skipped.includes(type) ? skipped : [...skipped, type] })

export { freshParticipation }

const day = (value: Json | undefined): Day | null => (typeof value === 'string' ? value : null)

const sorted = <T extends { on: Day; seq: number }>(rows: T[]): T[] =>
  rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq))

const rowsOf = (value: Json | undefined): { [key: string]: Json }[] =>
  Array.isArray(value)
    ? value.filter((r): r is { [key: string]: Json } => typeof r === 'object' && r !== null)
    : []

const kindOf = (row: { [key: string]: Json }): TextChange['kind'] =>
  row.kind === 'editorial' || row.kind === 'material' ? row.kind : null

const zoneOf = ({ zone }: { [key: string]: Json }): TextChange['zone'] => {
  if (zone === 'decision') return 'decision'
  return zone === 'own' || /^\d{4}$/.test(String(zone)) ? 'own' : 'joint'
}

const textChanges = (value: Json | undefined, on: Day, at: string): TextChange[] =>
  rowsOf(value).map((row) => ({ on, at, zone: zoneOf(row), kind: kindOf(row) }))

function masterPlanChange(
  { masterPlan, publications, changes }: ParticipationContext,
  input: Step['input'],
  on: Day,
): TextChange[] {
  const same = masterPlan?.societal === input.societal && masterPlan?.landUse === input.landUse
  if (same || standingPublications({ publications }).length === 0) return changes
  const kind = input.reason === undefined ? 'material' : 'editorial'
  return [...changes, { on, at: 'choose-master-plan', zone: 'decision', kind }]
}

function ownFrozen(context: ParticipationContext, step: Step): Partial<ParticipationContext> {
  const { frozen, language } = factsOf(step)
  const lacks = language.missing + language.machine + language.outdated > 0
  const own = frozen
    ? { hash: frozen.hash, on: step.on, ...(lacks ? { language } : {}) }
    : context.own
  const shown = standingPublications(context).at(-1)
  const told = textChanges(step.input.changes, step.on, 'freeze-own-part')
  const differs =
    shown !== undefined && own !== null && shown.own !== null && shown.own !== own.hash
  const untold: TextChange = { on: step.on, at: 'freeze-own-part', zone: 'own', kind: null }
  return {
    own,
    changes: [...context.changes, ...(told.length > 0 ? told : differs ? [untold] : [])],
  }
}

function classified(changes: TextChange[], input: Step['input'], on: Day): TextChange[] {
  const kind = input.kind as 'editorial' | 'material'
  const waiting = changes.some((c) => c.kind === null)
  return waiting
    ? changes.map((c) => (c.kind === null ? { ...c, kind } : c))
    : [...changes, { on, at: 'classify-changes', zone: 'joint', kind }]
}

function published(context: ParticipationContext, step: Step): Partial<ParticipationContext> {
  const { settings } = factsOf(step)
  const shown = shownThen(step)
  const deadlineOn = day(step.input.deadlineOn)
  const replacesDeadline = deadlineOn !== null && context.deadlineOn !== null
  return {
    publications: sorted([
      ...context.publications,
      {
        seq: step.seq,
        on: step.on,
        deadlineOn,
        sentOn: day(step.input.sentOn),
        ...shown,
        round: context.round,
      },
    ]),
    deadlineOn: deadlineOn ?? context.deadlineOn,
    earlierDeadlines: replacesDeadline
      ? [...context.earlierDeadlines, context.deadlineOn!]
      : context.earlierDeadlines,
    asked: askedWith(context.asked, step.input, settings.mustAsk),
  }
}

/// Those asked before and now; `required` stands for all who must be.
function askedWith(before: string[], input: Step['input'], must: string[]): string[] {
  const now = Array.isArray(input.consultees) ? input.consultees.map(String) : []
  return [...new Set([...before, ...now, ...(now.includes('required') ? must : [])])].sort()
}

/// What was made public that day. Recorded late, it was not the joint text frozen since but the one there was then.
function shownThen(step: Step): Pick<Publication, 'edition' | 'joint' | 'own'> {
  const { edition, joint } = factsOf(step)
  if (!edition) return { edition: null, joint: null, own: null }
  const { id, own } = edition
  const then = joint.versions.findLast((version) => version.on <= step.on)
  const since = joint.versions.findLast((version) => version.hash === edition.joint)
  return then && since && since.on > step.on
    ? { edition: null, joint: then.hash, own }
    : { edition: id, joint: edition.joint, own }
}

function agendaOf(step: Step, movedFrom: Day | null): ParticipationContext['agenda'] {
  const { named, edition } = factsOf(step)
  const shown = named ?? edition
  const meetingOn = day(step.input.meetingOn)
  return meetingOn === null
    ? null
    : { meetingOn, edition: shown?.id ?? null, joint: shown?.joint ?? null, movedFrom }
}

function decided(
  context: ParticipationContext,
  step: Step,
  state: string,
): Partial<ParticipationContext> {
  const { input, on, seq } = step
  const outcome = input.outcome as CouncilDecision['outcome']
  const text = textDecided(context, step)
  const changes: DecisionChange[] = rowsOf(input.changes).map((row) => ({
    zone: zoneOf(row),
    kind: kindOf(row),
    section: typeof row.section === 'string' ? row.section : null,
  }))
  const masterPlan =
    input.societal !== undefined && input.landUse !== undefined
      ? { societal: String(input.societal), landUse: String(input.landUse), on }
      : context.masterPlan
  const decision: CouncilDecision = {
    seq,
    on,
    outcome,
    ...text,
    changes,
    unlisted: outcome === 'changed' && changes.length === 0,
    class: classOf(outcome, changes, rowsOf(input.points)),
    masterPlan: masterPlan !== null,
    editorialPower: input.editorialPower !== undefined,
    confirmed: null,
    annulledOn: null,
    alone: state === 'K900' || state === 'K910',
  }
  return {
    decisions: sorted([...context.decisions, decision]),
    masterPlan,
    agenda: null,
    nextMeetingOn: outcome === 'postponed' ? day(input.nextMeetingOn) : null,
  }
}

function textDecided(
  { agenda, publications }: ParticipationContext,
  step: Step,
): { edition: string | null; joint: string | null } {
  const { named, edition } = factsOf(step)
  if (named) return { edition: named.id, joint: named.joint }
  if (agenda?.edition) return { edition: agenda.edition, joint: agenda.joint }
  if (edition && edition.on <= step.on) return { edition: edition.id, joint: edition.joint }
  const shown = publications.findLast((p) => p.edition !== null && p.on <= step.on)
  return { edition: shown?.edition ?? null, joint: shown?.joint ?? null }
}

/// Class of an adoption by its own changes; null until somebody has said where and how weighty they are.
function classOf(
  outcome: CouncilDecision['outcome'],
  changes: DecisionChange[],
  points: { [key: string]: Json }[],
): CouncilDecision['class'] {
  if (outcome !== 'unchanged' && outcome !== 'changed') return null
  const jointPoint = points.some(
    (p) => p.scope === 'joint' && (p.outcome === 'changed' || p.outcome === 'rejected'),
  )
  if (jointPoint) return 'deviation-point'
  if (outcome === 'unchanged') return 'identical'
  if (changes.length === 0 || changes.some((c) => c.kind === null)) return null
  const joint = changes.filter((c) => c.zone === 'joint')
  if (joint.some((c) => c.kind === 'material')) return 'deviation'
  return joint.length > 0 ? 'editorial' : 'identical'
}

function onStanding(
  context: ParticipationContext,
  change: Partial<CouncilDecision>,
): CouncilDecision[] {
  const standing = standingDecision(context)
  return context.decisions.map((d) => (d === standing ? { ...d, ...change } : d))
}

function noticeEnd(step: Step): Day {
  const until = day(step.input.noticeUntil)
  if (until !== null && until >= step.on) return until
  const days = factsOf(step).settings.noticeDays
  return Temporal.PlainDate.from(step.on).add({ days }).toString()
}
