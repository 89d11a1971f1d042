// What a council decided about one edition, as a paper says it: nothing when the edition was never before it.
import type { SourceDecision } from '../../export/source.ts'
import type { PublicStrategy } from '../public/view.ts'

export function decidedAbout(
  s: PublicStrategy,
  municipality: string,
  edition: string,
): SourceDecision | undefined {
  const decision = s.municipalities.find(({ number }) => number === municipality)?.decision
  if (!decision) return undefined
  const { put, adopted, on, outcome, caseNumber, votes, workedIn, changes, points } = decision
  if (put !== edition && adopted !== edition) return undefined
  return {
    on,
    outcome,
    workedIn,
    ...(caseNumber ? { caseNumber } : {}),
    ...(votes ? { votes } : {}),
    ...(adopted && adopted !== edition ? { adopted } : {}),
    // Once they are worked in, the text itself says them.
    changes: workedIn ? [] : changes,
    points: points.map(({ text }) => text),
  }
}
