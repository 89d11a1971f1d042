// What every act asks of the frozen versions and the proposed decision: narrow questions, each answered from an index
// however much has been frozen. The versions themselves are `version.ts`.
import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'
import { changeBy, rowBy, rowsBy } from './statement.ts'
import type { VersionTables } from './tables/version.ts'
import type { ProposedDecisionRow, VersionHead } from './version.ts'

/// A frozen part as the door needs it: which act froze it.
export type PartHead = Pick<VersionHead, 'hash' | 'process' | 'seq'>

/// The newest frozen versions of the joint part and of a municipality's own, leaving out those of one name.
export const newestParts = async (
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
  but: string,
): Promise<{ joint?: PartHead; own?: PartHead }> => {
  const rows = await parts(db, { region, strategy, municipality, but })
  const newest = (scope: string): PartHead | undefined =>
    rows
      .filter((row) => row.scope === scope)
      .reduce<PartHead | undefined>((a, b) => (a && a.seq > b.seq ? a : b), undefined)
  const joint = newest('joint')
  const own = newest('own')
  return { ...(joint ? { joint } : {}), ...(own ? { own } : {}) }
}

/// Has a section of the zone another head than it was frozen at, or come later?
export const hasMovedSince = async (
  db: Db,
  region: number,
  strategy: string,
  zone: string,
  { process, seq }: PartHead,
): Promise<boolean> =>
  (await movedSince(db, { region, strategy, zone, process, seq })) !== undefined

/// The day a municipality's edition was frozen; undefined when it is not stored.
export const editionFrozenOn = async (
  db: Db,
  region: number,
  strategy: string,
  municipality: string,
  hash: string,
): Promise<string | undefined> =>
  (await editionHead(db, { region, strategy, municipality, hash }))?.frozen_on

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

/// Makes an edition public with everything it consists of. What is so already keeps its day.
export const showPublic = async (
  trx: Trx,
  edition: Omit<VersionTables['version_public'], 'hash'> & { edition: string },
): Promise<void> => {
  await show(trx, edition)
}

type Of = { region: number; strategy: string }

const parts = rowsBy((db, of: Of & { municipality: string; but: string }) =>
  db
    .selectFrom('version')
    .select(['scope', 'hash', 'process', 'seq'])
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where((e) => e('zone', 'in', [e.val('joint'), e.val(of.municipality)]))
    .where('scope', 'in', ['joint', 'own'])
    .where('name', '<>', of.but),
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

const editionHead = rowBy((db, of: Of & { municipality: string; hash: string }) =>
  db
    .selectFrom('version')
    .select('frozen_on')
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where('scope', '=', 'edition')
    .where('zone', '=', of.municipality)
    .where('hash', '=', of.hash)
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

const show = changeBy(
  (db, of: Omit<VersionTables['version_public'], 'hash'> & { edition: string }) => {
    const said = [
      sql<string>`${of.strategy}`.as('strategy'),
      sql<string>`${of.municipality}`.as('municipality'),
      sql<string>`${of.public_on}`.as('public_on'),
    ] as const
    const its = db
      .selectFrom('version_part as a')
      .where('a.region', '=', of.region)
      .where('a.whole', '=', of.edition)
    return db
      .insertInto('version_public')
      .columns(['region', 'hash', 'strategy', 'municipality', 'public_on'])
      .expression(
        its
          .select(['a.region', 'a.whole as hash', ...said])
          .union(its.select(['a.region', 'a.part as hash', ...said]))
          .union(
            its
              .innerJoin('version_part as b', (join) =>
                join.onRef('b.region', '=', 'a.region').onRef('b.whole', '=', 'a.part'),
              )
              .select(['a.region', 'b.part as hash', ...said]),
          ),
      )
      .onConflict((on) => on.doNothing())
  },
)
