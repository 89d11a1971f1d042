// Strategies, their thirteen processes' addresses, and their sections, as rows.
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import { rowBy, rowsBy } from './statement.ts'
import type { ProcessTables } from './tables/process.ts'
import type { RegionTables } from './tables/region.ts'
import type { TextTables } from './tables/text.ts'

export type StrategyRow = Selectable<ProcessTables['strategy']>
export type MunicipalityRow = Selectable<RegionTables['municipality']>
export type SectionRow = Selectable<TextTables['section']>

/// A process is named after its strategy: the joint one bears its id, a municipality's adds the number.
export const processId = (strategy: string, municipality?: string | null): string =>
  municipality ? `${strategy}:${municipality}` : strategy

/// The region and id behind either name of a strategy: its id or its slug. The only look-up without a region. A strategy keeps
/// its names for good, so one that was found once is not looked up again.
export const findStrategy = async (
  db: Db,
  name: string,
): Promise<{ region: number; id: string } | undefined> => {
  const { adapter } = db.getExecutor()
  const known = found.get(adapter) ?? new Map<string, { region: number; id: string }>()
  found.set(adapter, known)
  const before = known.get(name)
  if (before) return { ...before }
  const row = await inDirectory(db, { name })
  if (!row) return undefined
  const one = { region: row.region, id: row.strategy }
  if (known.size >= 10_000) known.clear()
  // Inside a transaction the row may still be taken back.
  if (!db.isTransaction) known.set(name, one)
  return one
}

const found = new WeakMap<object, Map<string, { region: number; id: string }>>()

const inDirectory = rowBy((db, of: { name: string }) =>
  db
    .selectFrom('strategy_directory')
    .select(['region', 'strategy'])
    .where((or) => or.or([or('strategy', '=', of.name), or('slug', '=', of.name)])),
)

export const strategyDirectory = (db: Db): Promise<{ region: number; strategy: string }[]> =>
  db.selectFrom('strategy_directory').select(['region', 'strategy']).orderBy('slug').execute()

export const strategyOf = (db: Db, region: number, id: string): Promise<StrategyRow | undefined> =>
  db
    .selectFrom('strategy')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()

/// Every strategy of a region, the newest period first.
export const strategiesIn = (db: Db, region: number): Promise<StrategyRow[]> =>
  db
    .selectFrom('strategy')
    .selectAll()
    .where('region', '=', region)
    .orderBy('period_from', 'desc')
    .orderBy('created_at', 'desc')
    .execute()

/// Municipalities of the region in the region file's order.
export const municipalitiesOf = (db: Db, region: number): Promise<MunicipalityRow[]> =>
  db
    .selectFrom('municipality')
    .selectAll()
    .where('region', '=', region)
    .orderBy('position')
    .execute()

/// Sections in the order of the document: the joint ones first, then each municipality's.
export const sectionsOf = (
  db: Db,
  region: number,
  strategy: string,
  zone?: string,
): Promise<SectionRow[]> =>
  zone === undefined
    ? allSections(db, { region, strategy })
    : sectionsIn(db, { region, strategy, zone })

const allSections = rowsBy((db, of: { region: number; strategy: string }) =>
  db
    .selectFrom('section')
    .selectAll()
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .orderBy('position')
    .orderBy('code'),
)

const sectionsIn = rowsBy((db, of: { region: number; strategy: string; zone: string }) =>
  db
    .selectFrom('section')
    .selectAll()
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where('zone', '=', of.zone)
    .orderBy('position')
    .orderBy('code'),
)

/// The newest sequence of each section's log, 0 where nothing is written. Compared with the heads a freeze was built at.
export const headsOf = async (
  db: Db,
  region: number,
  sections: { id: string }[],
): Promise<Map<string, number>> => {
  const heads = new Map(sections.map(({ id }) => [id, 0]))
  if (sections.length === 0) return heads
  const rows = await headOfEach(db)
    .where('section.region', '=', region)
    .where(
      'section.id',
      'in',
      sections.map(({ id }) => id),
    )
    .execute()
  for (const { id, head } of rows) heads.set(id, Number(head ?? 0))
  return heads
}

/// The same for every section of a zone.
export const headsIn = async (
  db: Db,
  region: number,
  strategy: string,
  zone: string,
): Promise<Map<string, number>> => {
  const rows = await zoneHeads(db, { region, strategy, zone })
  return new Map(rows.map(({ id, head }) => [id, Number(head ?? 0)]))
}

const zoneHeads = rowsBy((db, of: { region: number; strategy: string; zone: string }) =>
  headOfEach(db)
    .where('section.region', '=', of.region)
    .where('section.strategy', '=', of.strategy)
    .where('section.zone', '=', of.zone),
)

/// One step down the index a section, however long its log is.
const headOfEach = (db: Db) =>
  db.selectFrom('section').select((e) => [
    'section.id',
    e
      .selectFrom('text_update')
      .select((log) => log.fn.max('text_update.seq').as('seq'))
      .whereRef('text_update.region', '=', 'section.region')
      .whereRef('text_update.section', '=', 'section.id')
      .whereRef('text_update.lineage', '=', 'section.lineage')
      .as('head'),
  ])

export const insertStrategy = async (
  db: Db,
  row: Insertable<ProcessTables['strategy']>,
): Promise<void> => {
  await db.insertInto('strategy').values(row).execute()
  await db
    .insertInto('strategy_directory')
    .values({ slug: row.slug, region: row.region, strategy: row.id })
    .execute()
}

export const insertSection = async (
  db: Db,
  row: Insertable<TextTables['section']>,
): Promise<void> => {
  await db.insertInto('section').values(row).execute()
}

/// The fields of a zone's plan needs in their order, as stored JSON.
export const planNeedFields = async (
  db: Db,
  region: number,
  strategy: string,
  zone: string,
): Promise<string[]> => (await planNeeds(db, { region, strategy, zone })).map((row) => row.fields)

const planNeeds = rowsBy((db, of: { region: number; strategy: string; zone: string }) =>
  db
    .selectFrom('plan_need')
    .select('fields')
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where('zone', '=', of.zone)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id'),
)
