// What a decision looks up beside its own process: calendars and how much of what came in has been answered.
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { rowBy, rowsBy } from './statement.ts'

/// Council meetings of the region from a day on, by municipality, in order.
export async function councilMeetings(
  db: Db,
  region: number,
  from: string,
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('meeting')
    .select(['municipality', 'meeting_on'])
    .where('region', '=', region)
    .where('body', '=', 'kommunestyre')
    .where('cancelled_at', 'is', null)
    .where('meeting_on', '>=', from)
    .orderBy('meeting_on')
    .execute()
  const days = new Map<string, string[]>()
  for (const { municipality, meeting_on } of rows) {
    days.set(municipality, [...(days.get(municipality) ?? []), meeting_on])
  }
  return days
}

/// One council's meetings from a day on, in order.
export const meetingsFrom = async (
  db: Db,
  region: number,
  municipality: string,
  from: string,
): Promise<string[]> =>
  (await ownMeetings(db, { region, municipality, from })).map((row) => row.meeting_on)

export type SubmissionCount = { total: number; unanswered: number }

/// Submissions by the municipality they were sent to. One is unanswered while a point of it that concerns the
/// municipality has no outcome; an answer to a joint point counts for all it was sent to.
export async function submissionCounts(
  db: Db,
  region: number,
  strategy: string,
): Promise<Map<string, SubmissionCount>> {
  const sent = await db
    .selectFrom('submission_to')
    .select(['municipality', 'number'])
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .execute()
  if (sent.length === 0) return new Map()
  const open = new Map<number, Set<string>>()
  for (const { number, zone } of await openPoints(db, region, strategy)) {
    open.set(number, (open.get(number) ?? new Set()).add(zone))
  }
  const counts = new Map<string, SubmissionCount>()
  for (const { municipality, number } of sent) {
    const count = counts.get(municipality) ?? { total: 0, unanswered: 0 }
    const zones = open.get(number)
    count.total++
    if (zones?.has('joint') || zones?.has(municipality)) count.unanswered++
    counts.set(municipality, count)
  }
  return counts
}

/// The same for one municipality.
export async function submissionCount(
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
): Promise<SubmissionCount> {
  const row = await ownCount(db, { region, strategy, municipality })
  return { total: row?.total ?? 0, unanswered: row?.unanswered ?? 0 }
}

const ownMeetings = rowsBy((db, of: { region: number; municipality: string; from: string }) =>
  db
    .selectFrom('meeting')
    .select('meeting_on')
    .where('region', '=', of.region)
    .where('municipality', '=', of.municipality)
    .where('body', '=', 'kommunestyre')
    .where('meeting_on', '>=', of.from)
    .where('cancelled_at', 'is', null)
    .orderBy('meeting_on'),
)

const ownCount = rowBy((db, of: { region: number; strategy: string; municipality: string }) =>
  db
    .selectFrom('submission_to as t')
    .select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn
        .count<number>(
          e
            .case()
            .when(
              e.exists(
                openPoint(db)
                  .where(
                    sql<boolean>`(p.region, p.strategy, p.number) = (t.region, t.strategy, t.number)`,
                  )
                  .where(({ or, eb }) =>
                    or([eb('p.zone', '=', 'joint'), eb('p.zone', '=', of.municipality)]),
                  ),
              ),
            )
            .then(sql<number>`1`)
            .end(),
        )
        .as('unanswered'),
    ])
    .where('t.region', '=', of.region)
    .where('t.strategy', '=', of.strategy)
    .where('t.municipality', '=', of.municipality),
)

/// Points without an outcome.
const openPoints = (db: Db, region: number, strategy: string) =>
  openPoint(db)
    .where('p.region', '=', region)
    .where('p.strategy', '=', strategy)
    .distinct()
    .execute()

const openPoint = (db: Db) =>
  db
    .selectFrom('submission_point as p')
    .select(['p.number', 'p.zone'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answer as a')
            .select('a.number')
            .whereRef('a.region', '=', 'p.region')
            .whereRef('a.strategy', '=', 'p.strategy')
            .whereRef('a.number', '=', 'p.number')
            .whereRef('a.point', '=', 'p.point')
            .where('a.outcome', '<>', ''),
        ),
      ),
    )
