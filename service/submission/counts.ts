// How much has come in and how much of it is answered, for facts, board and tasks.
import type { Db, Trx } from '../../db/database.ts'
import { concerns, isAnswered, submissionsOf } from './list.ts'

export type SubmissionCounts = {
  submissions: number
  /// Points that concern the municipality: on its own part, and on the joint text in letters sent to it.
  total: number
  answered: number
}

/// Counts for one municipality, or for the joint text with `joint`.
export async function submissionCounts(
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
): Promise<SubmissionCounts> {
  const all = await submissionsOf(db, { region, strategy })
  const points = all.flatMap((submission) =>
    submission.points.filter((point) =>
      municipality === 'joint' ? point.zone === 'joint' : concerns(submission, point, municipality),
    ),
  )
  return {
    submissions: new Set(points.map((point) => point.number)).size,
    total: points.length,
    answered: points.filter(isAnswered).length,
  }
}
