// Sets a strategy up: its row and address, the joint process and one for each municipality, and its first sections. Only
// rows begin here; whatever happens to a process afterwards comes through the door.
import type { Trx } from '../../db/database.ts'
import { insertProcess } from '../../db/process.ts'
import {
  findStrategy,
  insertSection,
  insertStrategy,
  municipalitiesOf,
  processId,
  strategyOf,
} from '../../db/strategy.ts'
import { writeBlocks, type BlockToWrite } from '../../editor/shared/write.ts'
import { schemaVersion } from '../../editor/shared/wire.ts'
import type { ProcessKind } from '../../workflows/act.ts'
import { begin } from '../../workflows/decide.ts'
import type { StrategySettings } from '../facts.ts'
import type { House } from '../house.ts'
import { genesisHash } from '../journal/chain.ts'
import { standingText } from '../near.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'

export type NewSection = {
  /// Given only where making it twice must make it once.
  id?: string
  code: string
  title: { nb: string; nn: string }
  /// `joint`, or a municipality's number.
  zone: string
  language: string
  blocks?: Partial<Record<'nb' | 'nn', BlockToWrite[]>>
}

export type NewStrategy = {
  region: number
  /// Given only where it must be known beforehand; otherwise made here.
  id?: string
  slug: string
  title: { nb: string; nn: string }
  period: { from: number; to: number }
  sections: NewSection[]
  /// Numbers of those who may take part; all of the region's when left out.
  municipalities?: string[]
  settings?: StrategySettings
  /// Id of the person who sets it up: the first words are theirs.
  by: string
}

/// Creates it and answers its id. Throws `conflict` when the slug is taken, `input-invalid` for a slug or period that is
/// none, a zone that is no municipality, or a strategy to
/// replace that is not there.
export async function createStrategy(house: House, given: NewStrategy): Promise<string> {
  const { db } = house.store
  const id = given.id ?? newId()
  if (!/^[a-z0-9](-?[a-z0-9]){1,62}$/.test(given.slug)) {
    throw new Refused('input-invalid', { field: 'slug' })
  }
  if (!(given.period.from <= given.period.to)) {
    throw new Refused('input-invalid', { field: 'period' })
  }
  if ((await findStrategy(db, given.slug)) ?? (await findStrategy(db, id))) {
    throw new Refused('conflict', { field: 'slug' })
  }
  const { replaces } = given.settings ?? {}
  if (replaces !== undefined && !(await strategyOf(db, given.region, replaces))) {
    throw new Refused('input-invalid', { field: 'replaces' })
  }
  const rows = given.sections.map((section, position) =>
    sectionRow(house, given, id, section, position),
  )
  await db.transaction().execute(async (trx) => {
    const known = (await municipalitiesOf(trx, given.region)).map((m) => m.number)
    const numbers = given.municipalities ?? known
    for (const zone of [...numbers, ...given.sections.map((section) => section.zone)]) {
      if (zone !== 'joint' && !known.includes(zone)) {
        throw new Refused('input-invalid', { field: 'zone' })
      }
    }
    await insertStrategy(trx, {
      region: given.region,
      id,
      slug: given.slug,
      title_nb: given.title.nb,
      title_nn: given.title.nn,
      period_from: given.period.from,
      period_to: given.period.to,
      settings: JSON.stringify(given.settings ?? {}),
      created_at: house.clock.instant(),
    })
    await beginProcess(house, trx, given.region, id, 'strategy')
    for (const number of numbers) {
      await beginProcess(house, trx, given.region, id, 'participation', number)
    }
    for (const row of rows) await insertSection(trx, row)
  })
  for (const [i, { blocks }] of given.sections.entries()) {
    if (!blocks) continue
    await house.rooms.write(given.region, rows[i]!.id, given.by, (doc) => {
      for (const lang of ['nb', 'nn'] as const) {
        if (blocks[lang]) writeBlocks(doc, lang, blocks[lang])
      }
    })
  }
  house.changed({ region: given.region, strategy: id })
  return id
}

/// A section's row as it begins: an empty text of a lineage of its own.
export const sectionRow = (
  house: House,
  where: { region: number },
  strategy: string,
  section: Omit<NewSection, 'blocks'>,
  position: number,
) => ({
  region: where.region,
  id: section.id ?? newId(),
  strategy,
  code: section.code,
  zone: section.zone,
  title_nb: section.title.nb,
  title_nn: section.title.nn,
  language: section.language,
  position,
  lineage: newId(),
  schema_version: schemaVersion,
  created_at: house.clock.instant(),
})

async function beginProcess(
  house: House,
  trx: Trx,
  region: number,
  strategy: string,
  kind: ProcessKind,
  municipality?: string,
): Promise<void> {
  const fresh = begin(kind)
  const id = processId(strategy, municipality)
  await insertProcess(trx, {
    region,
    id,
    strategy,
    kind,
    municipality: municipality ?? null,
    machine_version: fresh.version,
    state: fresh.state,
    context: JSON.stringify(fresh.context),
    seq: fresh.seq,
    head_hash: genesisHash(region, id),
    updated_at: house.clock.instant(),
    standing: standingText(fresh),
  })
}
