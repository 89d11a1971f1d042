// What everybody may read of submissions and answers, and what the sender may with the receipt. Contact data and the
// names of those who answered never leave here; hidden words do not either.
import type { Db } from '../../db/database.ts'
import { findStrategy } from '../../db/strategy.ts'
import { submissionByReceiptHash } from '../../db/submission.ts'
import { hashOf, isToken } from '../sign-in/token.ts'
import { submissionsOf, type Answer, type Point, type Submission } from './list.ts'

export type PublicAnswer = Pick<Answer, 'by' | 'assessment' | 'outcome' | 'ledTo' | 'answeredOn'>

export type PublicPoint = Omit<Point, 'answer' | 'additions'> & {
  answer: PublicAnswer | undefined
  additions: PublicAnswer[]
}

export type PublicSubmission = Omit<Submission, 'contact' | 'hidden' | 'points' | 'channel'> & {
  /// Set when its words are withheld: then name and points are empty.
  hidden: { reason: string } | undefined
  points: PublicPoint[]
}

/// What `publicSubmissions` can be narrowed by.
export type PublicFilter = { municipality?: string; section?: string; anchor?: string }

/// Submissions with answers as they are shown to everybody, newest first.
export async function publicSubmissions(
  db: Db,
  region: number,
  strategy: string,
  filter: PublicFilter = {},
): Promise<PublicSubmission[]> {
  const all = await submissionsOf(db, { region, strategy })
  return all
    .filter((one) => filter.municipality === undefined || one.to.includes(filter.municipality))
    .map(withoutSecrets)
    .filter(
      (one) =>
        (filter.section === undefined && filter.anchor === undefined) ||
        one.points.some(
          (point) =>
            (filter.section === undefined || point.section?.id === filter.section) &&
            (filter.anchor === undefined || point.anchor === filter.anchor),
        ),
    )
    .reverse()
}

/// The sender's own submission with its answers, also while it is hidden from others. Undefined for a receipt that
/// opens nothing.
export async function submissionByReceipt(
  db: Db,
  strategyName: string,
  receipt: string,
): Promise<PublicSubmission | undefined> {
  if (!isToken(receipt)) return undefined
  const found = await findStrategy(db, strategyName)
  if (!found) return undefined
  const of = { region: found.region, strategy: found.id }
  const row = await submissionByReceiptHash(db, of, hashOf(receipt))
  if (!row) return undefined
  const own = (await submissionsOf(db, of)).find((one) => one.number === row.number)
  if (!own) return undefined
  const shown = withoutSecrets({ ...own, hidden: undefined })
  return { ...shown, hidden: own.hidden && { reason: own.hidden.reason } }
}

function withoutSecrets(submission: Submission): PublicSubmission {
  const { contact: _, channel: __, hidden, points, ...open } = submission
  return {
    ...open,
    name: hidden ? '' : open.name,
    hidden: hidden && { reason: hidden.reason },
    points: hidden ? [] : points.map(publicPoint),
  }
}

const publicPoint = (point: Point): PublicPoint => ({
  ...point,
  answer: point.answer && publicAnswer(point.answer),
  additions: point.additions.map(publicAnswer),
})

const publicAnswer = ({ by, assessment, outcome, ledTo, answeredOn }: Answer): PublicAnswer => ({
  by,
  assessment,
  outcome,
  ledTo,
  answeredOn,
})
