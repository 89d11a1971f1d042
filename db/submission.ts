// Submissions, their points and the answers, as rows. What may be shown to whom is decided above this.
import type { Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { SubmissionTables } from './tables/submission.ts'

export type SubmissionRow = Selectable<SubmissionTables['submission']>
export type PointRow = Selectable<SubmissionTables['submission_point']>
export type AnswerRow = Selectable<SubmissionTables['answer']>

type Of = { region: number; strategy: string }

/// The next number of the strategy, from 1 without gaps. Two at once wait for each other.
export async function nextNumber(trx: Trx, { region, strategy }: Of): Promise<number> {
  const row = await trx
    .insertInto('submission_number')
    .values({ region, strategy, last: 1 })
    .onConflict((on) =>
      on
        .columns(['region', 'strategy'])
        .doUpdateSet((e) => ({ last: e('submission_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export async function insertSubmission(
  trx: Trx,
  row: SubmissionRow,
  to: string[],
  points: PointRow[],
): Promise<void> {
  const { region, strategy, number } = row
  await trx.insertInto('submission').values(row).execute()
  await trx
    .insertInto('submission_to')
    .values(
      to.map((municipality) => ({ region, strategy, number, municipality, journal_ref: null })),
    )
    .execute()
  await trx.insertInto('submission_point').values(points).execute()
}

export const submissionByKey = (
  db: Db,
  { region, strategy }: Of,
  keyHash: string,
): Promise<SubmissionRow | undefined> =>
  db
    .selectFrom('submission')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()

export const submissionByReceiptHash = (
  db: Db,
  { region, strategy }: Of,
  hash: string,
): Promise<SubmissionRow | undefined> =>
  db
    .selectFrom('submission')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('receipt_hash', '=', hash)
    .executeTakeFirst()

/// Everything received, oldest first.
export const submissionRows = (db: Db, { region, strategy }: Of): Promise<SubmissionRow[]> =>
  db
    .selectFrom('submission')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('number')
    .execute()

export const recipientRows = (db: Db, { region, strategy }: Of) =>
  db
    .selectFrom('submission_to')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('number')
    .orderBy('municipality')
    .execute()

export const pointRows = (db: Db, { region, strategy }: Of): Promise<PointRow[]> =>
  db
    .selectFrom('submission_point')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('number')
    .orderBy('point')
    .execute()

export const answerRows = (db: Db, { region, strategy }: Of): Promise<AnswerRow[]> =>
  db
    .selectFrom('answer')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .execute()

/// Writes an answer when the one standing is still at `expected` (0: none yet), and keeps it among those given. False
/// when somebody came first.
export async function saveAnswerRow(trx: Trx, row: AnswerRow, expected: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows, numUpdatedRows } =
    expected === 0
      ? await trx
          .insertInto('answer')
          .values(row)
          .onConflict((on) => on.doNothing())
          .executeTakeFirst()
          .then((done) => ({ ...done, numUpdatedRows: 0n }))
      : await trx
          .updateTable('answer')
          .set(row)
          .where('region', '=', row.region)
          .where('strategy', '=', row.strategy)
          .where('number', '=', row.number)
          .where('point', '=', row.point)
          .where('municipality', '=', row.municipality)
          .where('seq', '=', expected)
          .executeTakeFirst()
          .then((done) => ({ ...done, numInsertedOrUpdatedRows: 0n }))
  if (Number(numInsertedOrUpdatedRows ?? 0) + Number(numUpdatedRows) !== 1) return false
  await trx.insertInto('answer_given').values(row).execute()
  return true
}

export const answersGiven = (
  db: Db,
  { region, strategy }: Of,
  number: number,
  point: number,
): Promise<AnswerRow[]> =>
  db
    .selectFrom('answer_given')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('number', '=', number)
    .where('point', '=', point)
    .orderBy('updated_at')
    .orderBy('seq')
    .execute()

/// Hides a submission from the public, or shows it again with nulls. The words stay as they came.
export const setHidden = (
  db: Db,
  { region, strategy }: Of,
  number: number,
  hidden: Pick<SubmissionRow, 'hidden_reason' | 'hidden_by' | 'hidden_at'>,
) =>
  db
    .updateTable('submission')
    .set(hidden)
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('number', '=', number)
    .execute()
