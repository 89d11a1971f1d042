// Treating what came in: assessment and outcome to a point, and hiding what should not be public. A point on the joint
// text is answered once, for all it concerns; a point on a municipality's own text by that municipality.
import type { Db } from '../../db/database.ts'
import { sectionsOf } from '../../db/strategy.ts'
import { answersGiven, saveAnswerRow, setHidden } from '../../db/submission.ts'
import type { HeldRole } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import { cleanText } from '../guard/body.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { rolesIn } from '../text/section-access.ts'
import { submissionsOf, type Outcome, type Point, type Submission } from './list.ts'
import { holdsPersonalNumber } from './personal-number.ts'

export const outcomes: Outcome[] = ['accepted', 'partly', 'rejected', 'noted']

/// Longest assessment and reason, in characters.
export const longestAssessment = 10_000
const longestReason = 500

export type AnswerInput = {
  number: number
  point: number
  assessment: string
  outcome: string
  /// Section the answer changed.
  ledTo?: string | undefined
  /// Sequence of the answer that was on the screen, 0 when there was none.
  expectedSeq: number
  /// A municipality's own addition to a joint answer, instead of the joint answer itself.
  additionBy?: string | undefined
}

type Of = { region: number; strategy: string }

/// Stores an answer. Throws `not-found`, `forbidden`, `input-invalid` with the field, `personal-number`, or `conflict`
/// with the sequence that stands when somebody else has answered since.
export async function answerPoint(
  house: House,
  person: SignedIn,
  of: Of,
  input: AnswerInput,
): Promise<{ seq: number }> {
  const { db } = house.store
  const found = findPoint(await submissionsOf(db, of), input.number, input.point)
  if (!found) throw new Refused('not-found')
  const { submission, point } = found
  const by = answererOf(submission, point, input.additionBy)
  if (!mayAnswer(rolesIn(person, of.region), point, input.additionBy))
    throw new Refused('forbidden')

  const assessment = checkText(input.assessment, 'assessment', longestAssessment)
  const addition = input.additionBy !== undefined
  const outcome = addition ? '' : outcomes.find((one) => one === input.outcome)
  if (outcome === undefined) throw new Refused('input-invalid', { field: 'outcome' })
  if (assessment === '' && outcome !== 'accepted' && outcome !== 'noted') {
    throw new Refused('input-invalid', { field: 'assessment' })
  }
  if (input.ledTo !== undefined && !(await isSection(db, of, input.ledTo))) {
    throw new Refused('input-invalid', { field: 'ledTo' })
  }
  const saved = await house.store.db.transaction().execute((trx) =>
    saveAnswerRow(
      trx,
      {
        ...of,
        number: point.number,
        point: point.point,
        municipality: by,
        assessment,
        outcome,
        led_to: input.ledTo ?? null,
        seq: input.expectedSeq + 1,
        answered_by: person.id,
        answered_on: house.clock.today(),
        updated_at: house.clock.instant(),
      },
      input.expectedSeq,
    ),
  )
  if (!saved) {
    const standing = (await answersGiven(db, of, point.number, point.point)).findLast(
      (given) => given.municipality === by,
    )
    throw new Refused('conflict', { seq: standing?.seq ?? 0 })
  }
  house.changed({ region: of.region, strategy: of.strategy })
  return { seq: input.expectedSeq + 1 }
}

/// May they answer this point, or add to its joint answer for a municipality?
export const mayAnswer = (
  roles: readonly HeldRole[],
  point: Pick<Point, 'zone'>,
  additionBy?: string,
): boolean =>
  additionBy !== undefined
    ? may(roles, 'answer-submission', { municipality: additionBy })
    : point.zone === 'joint'
      ? may(roles, 'answer-joint-submission')
      : may(roles, 'answer-submission', { municipality: point.zone })

/// Hides a submission from the public with a reason that is shown, or shows it again (`reason` undefined). What was
/// sent stays as it came, for the archive and for the council.
export async function hideSubmission(
  house: House,
  person: SignedIn,
  of: Of,
  number: number,
  reason: string | undefined,
): Promise<void> {
  const submission = (await submissionsOf(house.store.db, of)).find((one) => one.number === number)
  if (!submission) throw new Refused('not-found')
  if (!mayHide(rolesIn(person, of.region), submission)) throw new Refused('forbidden')
  const words = reason === undefined ? undefined : checkText(reason, 'reason', longestReason)
  if (words === '') throw new Refused('input-invalid', { field: 'reason' })
  await setHidden(house.store.db, of, number, {
    hidden_reason: words ?? null,
    hidden_by: words === undefined ? null : person.id,
    hidden_at: words === undefined ? null : house.clock.instant(),
  })
  house.changed({ region: of.region, strategy: of.strategy })
}

export const mayHide = (roles: readonly HeldRole[], submission: Pick<Submission, 'to'>): boolean =>
  submission.to.some((municipality) => may(roles, 'hide-submission', { municipality }))

export function findPoint(
  all: Submission[],
  number: number,
  point: number,
): { submission: Submission; point: Point } | undefined {
  const submission = all.find((one) => one.number === number)
  const found = submission?.points.find((one) => one.point === point)
  return submission && found ? { submission, point: found } : undefined
}

const isSection = async (db: Db, of: Of, id: string): Promise<boolean> =>
  (await sectionsOf(db, of.region, of.strategy)).some((section) => section.id === id)

function answererOf(submission: Submission, point: Point, additionBy: string | undefined): string {
  if (additionBy === undefined) return point.zone
  if (point.zone !== 'joint' || !submission.to.includes(additionBy)) throw new Refused('not-found')
  return additionBy
}

function checkText(raw: string, field: string, longest: number): string {
  const text = cleanText(raw.toWellFormed().replace(/\r\n?/g, '\n'))
  if ([...text].length > longest) throw new Refused('input-invalid', { field })
  if (holdsPersonalNumber(text)) throw new Refused('personal-number', { field })
  return text
}
