// What a correction would have met had it been said right at once: who may register it so, and what speaks against it
// that did not speak against the entry as it stands. Without this a guard could be passed by erring and correcting.
import type { Day, Entry, Finding } from './act.ts'
import type { EventSpec } from './event-spec.ts'
import { corrected, fold, foldUntil } from './fold.ts'
import { findingsOf, stops } from './judge.ts'
import { dateOf, latestOn, stepOf, type Face } from './process.ts'

/// Roles that may register an entry where it stands in its journal; undefined when nothing leads on from there.
export const rolesThen = (face: Face, spec: EventSpec, history: readonly Entry[], entry: Entry) =>
  placeOf(face, spec, history, entry).way

/// Findings that would have stopped the entry as it is to be, and did not stop it as it was. Nobody overrides them here:
/// the act that the rule is about can be done, and overridden, by its own name. A plan whose day has passed protects
/// nothing any more.
export function introduced(
  face: Face,
  spec: EventSpec,
  history: readonly Entry[],
  { was, is }: { was: Entry; is: Entry },
  today: Day,
): Finding[] {
  const { meetingOn } = is.input
  if (spec.kind === 'P' && typeof meetingOn === 'string' && meetingOn < today) return []
  const before = new Set(stopping(face, spec, history, was, today).map(named))
  return stopping(face, spec, history, is, today)
    .filter((finding) => !before.has(named(finding)))
    .map(({ overridableBy: _, ...finding }) => finding)
}

const named = ({ rule, values }: Finding): string => JSON.stringify([rule, values])

function stopping(
  face: Face,
  spec: EventSpec,
  history: readonly Entry[],
  entry: Entry,
  today: Day,
): Finding[] {
  const { way, at, step } = placeOf(face, spec, history, entry)
  return way ? findingsOf(face, spec, way, at, step, today, true).filter(stops) : []
}

function placeOf(face: Face, spec: EventSpec, history: readonly Entry[], entry: Entry) {
  const earlier = corrected(history).filter(({ seq }) => seq < entry.seq)
  const then = fold(face.kind, earlier)
  const latest = latestOn(then)
  const own = dateOf(entry)
  const plan = spec.kind === 'P'
  const late = face.byDate && !plan && latest !== null && own < latest
  const on = plan && latest !== null && latest > own ? latest : own
  const { state, context } = late ? foldUntil(face.kind, earlier, on) : then
  const step = stepOf(entry, on, entry.seq, false)
  const at = { state: face.seen(state, context, entry.facts), context }
  return { at, step, way: face.process.wayOf(at.state, at.context, step) }
}
