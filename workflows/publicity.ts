// Which publication counts for the thirty days (C9): the first one since which nothing was changed materially. A
// better copy or the same text announced twice does not begin the count again; a material change does.
import type { Day } from './act.ts'
import { daysBetween } from './calendar.ts'
import type { FrozenJoint } from './facts.ts'
import {
  standingDecision,
  standingPublications,
  type Change,
  type ParticipationContext,
  type Publication,
} from './participation-context.ts'

export type Counting = {
  /// The publication that counts, null when none does.
  publication: Publication | null
  /// Date of the latest material change, when that is why none counts.
  changedOn: Day | null
  /// Nothing was ever recorded as public (by that day).
  unknown: boolean
}

type Proposal = Pick<ParticipationContext, 'publications' | 'changes'>

/// The publication that counts for a decision on `by` about the joint version `joint` (null: the newest by then).
export function countingPublication(
  { publications, changes }: Proposal,
  versions: readonly FrozenJoint[],
  by: Day,
  joint: string | null = null,
): Counting {
  const known = publications.filter(
    (p) => p.on <= by && (p.brokenOffOn === undefined || p.brokenOffOn > by),
  )
  if (known.length === 0) return { publication: null, changedOn: null, unknown: true }
  const material = changes.filter((c) => c.kind === 'material' && c.on <= by).map((c) => c.on)
  const until = lastIndex(versions, joint, by)
  let changedOn: Day | null = null
  for (const publication of known.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq,
  )) {
    const own = material.filter((on) => on > publication.on)
    const shared = materialBetween(versions, publication.joint, until)
    const latest = [...own, ...shared].sort().at(-1)
    if (latest === undefined) return { publication, changedOn: null, unknown: false }
    changedOn = latest
  }
  return { publication: null, changedOn, unknown: false }
}

/// The joint versions that touch a municipality: none once it has left, whose own text and thirty days run on (C27).
export const versionsFor = (
  state: string,
  versions: readonly FrozenJoint[],
): readonly FrozenJoint[] => (state === 'K900' || state === 'K910' ? [] : versions)

/// Changes since the first publication that nobody has classified; they block the agenda.
export const unclassified = ({ publications, changes }: Proposal): Change[] => {
  const first = standingPublications({ publications })
    .map((p) => p.on)
    .sort()[0]
  const before = (c: Change) => (c.at === 'record-first-treatment' ? c.on <= first! : c.on < first!)
  return first === undefined ? [] : changes.filter((c) => c.kind === null && !before(c))
}

/// Days the adopted proposal had been public when the standing decision was made: null when nothing is known or
/// nothing stands, 0 when it was changed materially and not made public again.
export function publicDays(
  context: Pick<ParticipationContext, 'publications' | 'changes' | 'decisions'>,
  versions: readonly FrozenJoint[],
): number | null {
  const decision = standingDecision(context)
  if (!decision) return null
  // What the others changed after a municipality left is no change to its own text.
  const { publication, unknown } = countingPublication(
    context,
    decision.alone ? [] : versions,
    decision.on,
    decision.joint,
  )
  if (unknown) return null
  return publication ? daysBetween(publication.on, decision.on) : 0
}

function lastIndex(versions: readonly FrozenJoint[], joint: string | null, by: Day): number {
  const named = joint === null ? -1 : versions.findLastIndex((v) => v.hash === joint)
  return named >= 0 ? named : versions.findLastIndex((v) => v.on <= by)
}

function materialBetween(
  versions: readonly FrozenJoint[],
  from: string | null,
  until: number,
): Day[] {
  // The same text frozen again is no change: the latest version of it counts.
  const at = from === null ? -1 : versions.findLastIndex((v) => v.hash === from)
  if (at < 0) return []
  return versions
    .slice(at + 1, until + 1)
    .filter((v, i) => v.since === 'material' && v.hash !== versions[at + i]?.hash)
    .map((v) => v.on)
}
