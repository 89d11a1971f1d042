// The flags beside the state, derived from what was recorded, what surrounds it and today; never stored, so that a
// corrected date takes its flag with it. `overstyrt_<rule>` alone says what once happened, and stays.
import type { Day, Stored } from './act.ts'
import { daysBetween, reachableMeetings, yearLimit } from './calendar.ts'
import type { ParticipationFacts } from './facts.ts'
import { classAgainstFinal } from './joint-state.ts'
import {
  fulfilling,
  notWorkedIn,
  standingDecision,
  termBegins,
  type CouncilDecision,
  type ParticipationContext,
} from './participation-context.ts'
import { countingPublication, publicDays, versionsFor } from './publicity.ts'
import { flagWords } from './state-words.ts'

type Surroundings = Pick<ParticipationFacts, 'settings' | 'joint' | 'language' | 'meetings'>

/// Ids in the order they are shown: danger, warning, neutral, overrides.
export function flagsOf(stored: Stored, facts: Surroundings, today: Day): string[] {
  if (stored.kind === 'strategy')
    return overrides(stored.context as unknown as ParticipationContext)
  const context = stored.context as unknown as ParticipationContext
  const standing = standingDecision(context)
  const set = new Set<string>([
    ...clock(stored, context, facts, today),
    ...decisionFlags(context, standing, facts),
    ...caseFlags(stored, context, standing, facts),
  ])
  return [...Object.keys(flagWords).filter((flag) => set.has(flag)), ...overrides(context)]
}

/// Joint flags: `kommune_foran` beside the derived state.
export const jointFlags = (ahead: number): string[] => (ahead > 0 ? ['kommune_foran'] : [])

function* clock(
  stored: Stored,
  context: ParticipationContext,
  { settings, meetings, joint }: Surroundings,
  today: Day,
): Iterable<string> {
  const limit = yearLimit(settings.constitutedOn, settings.electionYear)
  const inTerm = termBegins(settings)
  const first = fulfilling(context, inTerm)
  if (limit.estimated) yield 'konstituering_anslatt'
  if (standingDecision(context) && !first) yield 'vedtatt_for_konstituering'
  if (first) {
    if (first.on > limit.on) yield 'frist_overskredet'
    return
  }
  if (stored.state === 'K140') return
  if (today > limit.on) yield 'frist_overskredet'
  else {
    const counting = countingPublication(
      context,
      versionsFor(stored.state, joint.versions),
      today,
    ).publication
    const left = reachableMeetings(meetings, {
      publishedOn: counting?.on ?? null,
      today,
      limit: limit.on,
    })
    const few = meetings.length > 0 && left.length <= 2
    if (daysBetween(today, limit.on) <= 90 || few) yield 'frist_naer'
  }
}

function* decisionFlags(
  context: ParticipationContext,
  standing: CouncilDecision | undefined,
  { joint }: Surroundings,
): Iterable<string> {
  if (!standing) {
    const annulled = context.decisions.some((d) => d.annulledOn !== null)
    if (annulled || context.annulledUnseenOn !== null) yield 'vedtak_opphevet'
    return
  }
  const days = publicDays(context, joint.versions)
  if (days === null) yield 'kunngjoring_ukjent'
  else if (days < 30) yield 'brudd_30_dager'
  if (!standing.masterPlan) yield 'mangler_kommuneplanvalg'
  if (standing.alone) {
    yield 'eget_vedtak'
    return
  }
  if (standing.class === null) yield 'ikke_klassifisert'
  if (notWorkedIn(standing)) yield 'ikke_innarbeidet'
  const is = classAgainstFinal({ adoption: standing }, joint.versions)
  if (is === 'deviation' || is === 'deviation-point') yield 'avvik_fellesdel'
  if (is === 'editorial') yield 'redaksjonelt_avvik'
}

function* caseFlags(
  stored: Stored,
  context: ParticipationContext,
  standing: CouncilDecision | undefined,
  { settings, joint, language }: Surroundings,
): Iterable<string> {
  const { state } = stored
  const decided = standing !== undefined && adopted.has(state)
  if (context.review !== null) yield 'lovlighetskontroll'
  if (context.skipped.length > 0) yield 'steg_ikke_registrert'
  if (standing && !decided && state !== 'K910' && state !== 'K900') yield 'tidligere_vedtak_gjelder'
  if (context.agenda !== null && context.agenda.movedFrom !== null) yield 'moete_flyttet'
  if (context.round > 1 && context.round !== joint.round) yield 'egen_horingsrunde'
  if (settings.combinedProgramme) {
    yield 'kombinert_planprogram'
    if (standing && context.programme === null) yield 'planprogram_ikke_fastsatt'
  }
  if (!decided && state !== 'K00' && language.missing + language.machine + language.outdated > 0)
    yield 'sprakversjon_mangler'
}

const adopted = new Set(['K100', 'K101', 'K110', 'K120', 'K130', 'K140'])

const overrides = ({ overridden }: Pick<ParticipationContext, 'overridden'>): string[] =>
  [...new Set(overridden.map(({ rule }) => `overstyrt_${rule}`))].sort()
