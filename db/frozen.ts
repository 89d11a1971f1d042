// What every act asks of the frozen versions and the proposed decision: narrow questions, each answered from an index
// however much has been frozen. The versions themselves are `version.ts`.
import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'
import { changeBy, rowBy, rowsBy } from './statement.ts'
import type { VersionTables } from './tables/version.ts'
import type { ProposedDecisionRow, VersionHead } from './version.ts'

/// A frozen part as the door needs it: which act froze it.
export type PartHead = Pick<VersionHead, 'hash' | 'process' | 'seq'>

/// The newest frozen version of the joint part (`joint`) or of a municipality's own, leaving out those of one name.
export const newestPartHead = (
  db: Db,
  region: number,
  strategy: string,
  zone: string,
  but: string,
): Promise<PartHead | undefined> =>
  newest(db, { region, strategy, zone, scope: zone === 'joint' ? 'joint' : 'own', but })

/// Has a section of the zone another head than it was frozen at, or come later?
export const hasMovedSince = async (
  db: Db,
  region: number,
  strategy: string,
  zone: string,
  { process, seq }: PartHead,
): Promise<boolean> =>
  (await movedSince(db, { region, strategy, zone, process, seq })) !== undefined

/// The day a version was frozen; undefined when it is not stored.
export const frozenOn = async (
  db: Db,
  region: number,
  strategy: string,
  hash: string,
): Promise<string | undefined> => (await frozen(db, { region, strategy, hash }))?.frozen_on

/// The proposed decision's rows for one council: the joint one and its own, where they are written.
export const proposedRows = (
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
): Promise<Pick<ProposedDecisionRow, 'municipality' | 'points'>[]> =>
  proposed(db, { region, strategy, municipality })

/// Hashes of everything an edition consists of: its parts and their sections. Not its own.
export const wholeOf = async (db: Db, region: number, edition: string): Promise<string[]> =>
  (await whole(db, { region, edition })).map((row) => row.part)

/// Makes versions public. What is so already keeps its day.
export const showPublic = async (
  trx: Trx,
  rows: VersionTables['version_public'][],
): Promise<void> => {
  for (const row of rows) await show(trx, row)
}

type Of = { region: number; strategy: string }

const newest = rowBy((db, of: Of & { zone: string; scope: string; but: string }) =>
  db
    .selectFrom('version')
    .select(['hash', 'process', 'seq'])
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where('scope', '=', of.scope)
    .where('zone', '=', of.zone)
    .where('name', '<>', of.but)
    .orderBy('seq', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(1),
)

const movedSince = rowBy((db, of: Of & { zone: string; process: string; seq: number }) =>
  db
    .selectFrom('section as s')
    .select('s.id')
    .where('s.region', '=', of.region)
    .where('s.strategy', '=', of.strategy)
    .where('s.zone', '=', of.zone)
    .where((e) =>
      e(
        e.fn.coalesce(
          e
            .selectFrom('text_update as t')
            .select((log) => log.fn.max('t.seq').as('seq'))
            .whereRef('t.region', '=', 's.region')
            .whereRef('t.section', '=', 's.id')
            .whereRef('t.lineage', '=', 's.lineage'),
          sql.lit(0),
        ),
        'is distinct from',
        e
          .selectFrom('version as v')
          .select('v.head')
          .whereRef('v.region', '=', 's.region')
          .where('v.process', '=', of.process)
          .where('v.seq', '=', of.seq)
          .where('v.scope', '=', 'section')
          .whereRef('v.section', '=', 's.id'),
      ),
    )
    .limit(1),
)

const frozen = rowBy((db, of: Of & { hash: string }) =>
  db
    .selectFrom('version')
    .select('frozen_on')
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where('hash', '=', of.hash)
    .orderBy('recorded_at')
    .limit(1),
)

const proposed = rowsBy((db, of: Of & { municipality: string }) =>
  db
    .selectFrom('proposed_decision')
    .select(['municipality', 'points'])
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where((or) =>
      or.or([or('municipality', '=', 'joint'), or('municipality', '=', of.municipality)]),
    ),
)

const whole = rowsBy((db, of: { region: number; edition: string }) =>
  db
    .selectFrom('version_part')
    .select('part')
    .where('region', '=', of.region)
    .where('whole', '=', of.edition)
    .union(
      db
        .selectFrom('version_part as a')
        .innerJoin('version_part as b', (join) =>
          join.onRef('b.region', '=', 'a.region').onRef('b.whole', '=', 'a.part'),
        )
        .select('b.part')
        .where('a.region', '=', of.region)
        .where('a.whole', '=', of.edition),
    ),
)

const show = changeBy((db, row: VersionTables['version_public']) =>
  db
    .insertInto('version_public')
    .values({
      region: row.region,
      hash: row.hash,
      strategy: row.strategy,
      municipality: row.municipality,
      public_on: row.public_on,
    })
    .onConflict((on) => on.doNothing()),
)
