// The named conditions that choose between a municipality's ways: what the act says, and what has happened before it.
import type { Names } from './define-process.ts'
import { standingDecision, type ParticipationContext } from './participation-context.ts'

export const participationConditions: Names<ParticipationContext>['when'] = {
  outcome: (_, s, value) => s.input.outcome === value,
  to: (_, s, value) => s.input.to === value,
  replayed: (_, s) => s.replay,
  passedOver: ({ skipped: missing }, s) => s.replay || missing.includes(s.type),
  deadlineOver: ({ deadlineOn }, s) => deadlineOn !== null && s.on > deadlineOn,
  noticeOver: ({ withdrawal }, s) => withdrawal !== null && s.on > withdrawal.until,
  former: ({ withdrawal }, _, value) => withdrawal?.from === value,
  stands: (context) => standingDecision(context) !== undefined,
  annulledStands: (context, s) =>
    s.input.outcome === 'annulled' && standingDecision(context) !== undefined,
  fromCommittee: (_, s) => !advisory(s.input.body),
  fromCommitteeAfterDeadline: ({ deadlineOn }, s) =>
    !advisory(s.input.body) && deadlineOn !== null && s.on > deadlineOn,
  /// A first treatment after the proposal was already public or decided on is a new round, unless it was missing.
  laidOutAgain: ({ publications, decisions, skipped: missing }, s) =>
    (s.input.outcome === 'laid-out' || s.input.outcome === 'delegated') &&
    (decisions.length > 0
      ? s.on > decisions.at(-1)!.on
      : !missing.includes(s.type) && publications.some((p) => p.on < s.on)),
  /// A publication with a deadline after the consultation was closed opens a new one, unless it was missing.
  consultsAgain: ({ decisions, skipped: missing }, s) =>
    s.input.deadlineOn !== undefined &&
    (decisions.length > 0 ? s.on > decisions.at(-1)!.on : !missing.includes(s.type)),
}

/// Advisory councils (ungdomsråd, eldreråd …): a statement of theirs moves nothing.
const advisory = (body: unknown) => /r[aå]d(et)?( |$)/.test(String(body).toLowerCase())
