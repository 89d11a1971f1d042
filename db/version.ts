// Frozen versions as rows: bytes once stored are never written again. Working copies and proposed decisions beside them.
import type { Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import { changeBy } from './statement.ts'
import type { VersionTables } from './tables/version.ts'

export type VersionRow = Selectable<VersionTables['version']>
export type NewVersion = Omit<VersionRow, 'head'> & { head?: number | null }
export type Scope = 'section' | 'joint' | 'own' | 'edition'

/// Everything about a version but its bytes.
export type VersionHead = Omit<VersionRow, 'bytes'>

const head = [
  'region',
  'hash',
  'strategy',
  'scope',
  'zone',
  'section',
  'name',
  'round',
  'frozen_on',
  'recorded_at',
  'process',
  'seq',
  'made_by',
  'head',
] as const

export const insertVersions = async (
  trx: Trx,
  rows: NewVersion[],
  parts: VersionTables['version_part'][],
): Promise<void> => {
  for (const row of rows) await putVersion(trx, { ...row, head: row.head ?? null })
  for (const part of parts) await putPart(trx, part)
}

const putVersion = changeBy((db, row: VersionRow) =>
  db
    .insertInto('version')
    .values({
      region: row.region,
      hash: row.hash,
      strategy: row.strategy,
      scope: row.scope,
      zone: row.zone,
      section: row.section,
      name: row.name,
      round: row.round,
      frozen_on: row.frozen_on,
      recorded_at: row.recorded_at,
      process: row.process,
      seq: row.seq,
      made_by: row.made_by,
      head: row.head,
      bytes: row.bytes,
    })
    .onConflict((on) => on.doNothing()),
)

const putPart = changeBy((db, part: VersionTables['version_part']) =>
  db
    .insertInto('version_part')
    .values({
      region: part.region,
      whole: part.whole,
      position: part.position,
      part: part.part,
    })
    .onConflict((on) => on.doNothing()),
)

/// Versions of a strategy without their bytes, in the order they were frozen.
export const versionHeads = (
  db: Db,
  region: number,
  strategy: string,
  where: { scope?: Scope; zone?: string } = {},
): Promise<VersionHead[]> => {
  let query = db
    .selectFrom('version')
    .select(head)
    .where('region', '=', region)
    .where('strategy', '=', strategy)
  if (where.scope) query = query.where('scope', '=', where.scope)
  if (where.zone) query = query.where('zone', '=', where.zone)
  return query
    .orderBy('recorded_at')
    .orderBy('frozen_on')
    .orderBy('seq')
    .orderBy('zone')
    .orderBy('section')
    .execute()
}

export const versionRow = (
  db: Db,
  region: number,
  strategy: string,
  hash: string,
): Promise<VersionRow | undefined> =>
  db
    .selectFrom('version')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('hash', '=', hash)
    .orderBy('recorded_at')
    .limit(1)
    .executeTakeFirst()

export const partsOf = async (db: Db, region: number, whole: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('version_part')
    .select('part')
    .where('region', '=', region)
    .where('whole', '=', whole)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.part)
}

export const makePublic = async (
  trx: Trx,
  rows: VersionTables['version_public'][],
): Promise<void> => {
  if (rows.length === 0) return
  await trx
    .insertInto('version_public')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute()
}

/// Takes back what a municipality had made public by mistake. Nothing of the versions themselves is lost.
export const makePrivate = async (
  trx: Trx,
  { region, strategy, municipality }: Omit<VersionTables['version_public'], 'hash' | 'public_on'>,
  hashes: readonly string[],
): Promise<void> => {
  if (hashes.length === 0) return
  await trx
    .deleteFrom('version_public')
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('municipality', '=', municipality)
    .where('hash', 'in', [...hashes])
    .execute()
}

/// Which hashes of a strategy are public, by which municipality, since when.
export const publicVersions = (
  db: Db,
  region: number,
  strategy: string,
): Promise<VersionTables['version_public'][]> =>
  db
    .selectFrom('version_public')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('public_on')
    .orderBy('municipality')
    .execute()

export type ProposedDecisionRow = VersionTables['proposed_decision']

export const proposedDecisionRow = (
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
): Promise<ProposedDecisionRow | undefined> =>
  db
    .selectFrom('proposed_decision')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('municipality', '=', municipality)
    .executeTakeFirst()

/// Writes when the row is still at `expected` (0: not there yet). False when somebody came first.
export async function saveProposedDecision(
  trx: Trx,
  row: ProposedDecisionRow,
  expected: number,
): Promise<boolean> {
  if (expected === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('proposed_decision')
      .values(row)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    return Number(numInsertedOrUpdatedRows) === 1
  }
  const { numUpdatedRows } = await trx
    .updateTable('proposed_decision')
    .set(row)
    .where('region', '=', row.region)
    .where('strategy', '=', row.strategy)
    .where('municipality', '=', row.municipality)
    .where('seq', '=', expected)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export type AdoptedDraftRow = VersionTables['adopted_draft']

export const adoptedDrafts = (
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
): Promise<AdoptedDraftRow[]> =>
  db
    .selectFrom('adopted_draft')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .where('municipality', '=', municipality)
    .orderBy('zone')
    .orderBy('code')
    .execute()

/// As with a proposed decision: `expected` 0 means there is no copy yet.
export async function saveAdoptedDraft(
  trx: Trx,
  row: AdoptedDraftRow,
  expected: number,
): Promise<boolean> {
  if (expected === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('adopted_draft')
      .values(row)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    return Number(numInsertedOrUpdatedRows) === 1
  }
  const { numUpdatedRows } = await trx
    .updateTable('adopted_draft')
    .set(row)
    .where('region', '=', row.region)
    .where('strategy', '=', row.strategy)
    .where('municipality', '=', row.municipality)
    .where('zone', '=', row.zone)
    .where('code', '=', row.code)
    .where('seq', '=', expected)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export const dropAdoptedDraft = async (
  trx: Trx,
  row: Pick<AdoptedDraftRow, 'region' | 'strategy' | 'municipality'>,
): Promise<void> => {
  await trx
    .deleteFrom('adopted_draft')
    .where('region', '=', row.region)
    .where('strategy', '=', row.strategy)
    .where('municipality', '=', row.municipality)
    .execute()
}
