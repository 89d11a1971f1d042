// The proposed decision: operative points recommended jointly, and each municipality's own. Kept as rows with a sequence,
// so that two who edit at once do not write over each other. Publishing freezes it inside an edition.
import type { Db, Trx } from '../../db/database.ts'
import { proposedRows } from '../../db/frozen.ts'
import { proposedDecisionRow, saveProposedDecision } from '../../db/version.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import type { DecisionPoint, ProposedDecision } from './manifest.ts'

/// Where the joint points lie beside the municipalities' own.
const jointly = 'joint'

export type PointWords = { nb: string; nn: string }

export type ProposedPoints = { points: PointWords[]; seq: number; updatedAt: string | null }

/// The points of one zone, `joint` or a municipality's number. `seq` 0 when nothing is written yet.
export async function proposedPoints(
  db: Db,
  region: number,
  strategy: string,
  zone: string,
): Promise<ProposedPoints> {
  const row = await proposedDecisionRow(db, region, strategy, zone)
  return row
    ? { points: JSON.parse(row.points) as PointWords[], seq: row.seq, updatedAt: row.updated_at }
    : { points: [], seq: 0, updatedAt: null }
}

/// The whole proposal put to one council: the joint points, then the local ones.
export async function proposedDecision(
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
): Promise<ProposedDecision> {
  const rows = await proposedRows(db, region, strategy, municipality)
  const as = (scope: DecisionPoint['scope'], zone: string): DecisionPoint[] => {
    const row = rows.find((one) => one.municipality === zone)
    const points = row ? (JSON.parse(row.points) as PointWords[]) : []
    return points.map(({ nb, nn }) => ({ scope, nb, nn }))
  }
  return { points: [...as(jointly, jointly), ...as('local', municipality)] }
}

/// Writes one zone's points. Throws `conflict` when `expected` is no longer the stored sequence, `input-invalid` when a
/// point has no words. Who may is the caller's question.
export async function saveProposedPoints(
  house: House,
  where: { region: number; strategy: string; zone: string },
  points: PointWords[],
  expected: number,
  person: SignedIn,
): Promise<ProposedPoints> {
  for (const [i, point] of points.entries()) {
    if (!point.nb.trim() && !point.nn.trim()) {
      throw new Refused('input-invalid', { field: `points.${i}` })
    }
  }
  const updatedAt = house.clock.instant()
  const saved = await house.store.db.transaction().execute((trx) =>
    saveProposedDecision(
      trx,
      {
        region: where.region,
        strategy: where.strategy,
        municipality: where.zone,
        seq: expected + 1,
        points: JSON.stringify(points.map(({ nb, nn }) => ({ nb, nn }))),
        updated_by: person.id,
        updated_at: updatedAt,
      },
      expected,
    ),
  )
  if (!saved) throw new Refused('conflict')
  house.changed({ region: where.region, strategy: where.strategy })
  return { points, seq: expected + 1, updatedAt }
}
