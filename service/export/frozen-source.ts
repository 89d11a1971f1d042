// A frozen version as a source: everything from its stored bytes, with what its council decided beside it.
import { municipalitiesOf, strategyOf } from '../../db/strategy.ts'
import { partsOf, versionRow, type VersionRow } from '../../db/version.ts'
import type { Db } from '../../db/database.ts'
import { frozenPlanNeeds } from '../pages/public/published-text.ts'
import { openEdition, openPart, openSection } from '../version/manifest.ts'
import type { VersionInfo } from '../version/read.ts'
import type { Source, SourceDecision, SourceSection, SourceZone } from './source.ts'

type Of = { region: number; strategy: string }
type Version = Pick<VersionInfo, 'hash' | 'name' | 'round' | 'frozenOn' | 'publicOn'>

/// One version. Undefined when it, or a part of it, is not stored.
export async function frozenSource(
  db: Db,
  of: Of,
  version: Version,
  decision?: SourceDecision,
): Promise<Source | undefined> {
  const row = await versionRow(db, of.region, of.strategy, version.hash)
  const around = await aroundOf(db, of)
  if (!row || !around) return undefined
  const edition = row.scope === 'edition' ? openEdition(row.bytes) : undefined
  const parts = edition ? await partsOf(db, of.region, version.hash) : [version.hash]
  const zones =
    row.scope === 'section'
      ? [zoneOf(around, row.zone, [sectionOf(row, 1)])]
      : await zonesOf(db, of, around, parts)
  if (!zones) return undefined
  const { hash, name, round, frozenOn, publicOn } = version
  return {
    strategy: around.strategy,
    names: around.names,
    scope: row.scope === 'section' ? 'section' : edition ? 'edition' : 'part',
    zones,
    frozen: {
      hash,
      name,
      round,
      on: frozenOn,
      publicOn,
      parts: edition
        ? [
            { zone: 'joint', hash: edition.joint },
            { zone: edition.municipality, hash: edition.own },
          ]
        : [],
    },
    ...(edition ? { proposal: edition.decision.points } : {}),
    ...(decision ? { decision } : {}),
  }
}

/// Several parts in one paper, each with its own sum: the joint text and every own part that is there.
export async function compiledSource(
  db: Db,
  of: Of,
  versions: readonly (Version & { zone: string })[],
): Promise<Source | undefined> {
  const around = await aroundOf(db, of)
  const [newest] = versions.toSorted((a, b) => (a.frozenOn < b.frozenOn ? 1 : -1))
  if (!around || !newest) return undefined
  const hashes = versions.map(({ hash }) => hash)
  const zones = await zonesOf(db, of, around, hashes)
  if (!zones) return undefined
  return {
    strategy: around.strategy,
    names: around.names,
    scope: 'all',
    zones,
    frozen: {
      hash: '',
      name: 'compiled',
      round: 1,
      on: newest.frozenOn,
      publicOn: null,
      parts: versions.map(({ zone, hash }) => ({ zone, hash })),
    },
  }
}

type Around = {
  strategy: Source['strategy']
  names: Map<string, string>
  languages: Map<string, string>
}

async function aroundOf(db: Db, { region, strategy: id }: Of): Promise<Around | undefined> {
  const strategy = await strategyOf(db, region, id)
  if (!strategy) return undefined
  const municipalities = await municipalitiesOf(db, region)
  return {
    strategy: {
      title: { nb: strategy.title_nb, nn: strategy.title_nn },
      from: strategy.period_from,
      to: strategy.period_to,
    },
    names: new Map(municipalities.map(({ number, name }) => [number, name])),
    languages: new Map(municipalities.map(({ number, language }) => [number, language])),
  }
}

const zoneOf = (around: Around, zone: string, sections: SourceSection[]): SourceZone => ({
  zone,
  name: zone === 'joint' ? '' : (around.names.get(zone) ?? zone),
  language: zone !== 'joint' && around.languages.get(zone) === 'nn' ? 'nn' : 'nb',
  sections,
  planNeeds: [],
})

async function zonesOf(
  db: Db,
  of: Of,
  around: Around,
  parts: readonly string[],
): Promise<SourceZone[] | undefined> {
  const zones: SourceZone[] = []
  for (const hash of parts) {
    const part = await versionRow(db, of.region, of.strategy, hash)
    if (!part) return undefined
    const { zone, sections: list, masterPlan } = openPart(part.bytes)
    const sections: SourceSection[] = []
    for (const [i, { sha256 }] of list.entries()) {
      const section = await versionRow(db, of.region, of.strategy, sha256)
      if (!section) return undefined
      sections.push(sectionOf(section, i + 1))
    }
    zones.push({
      ...zoneOf(around, zone, sections),
      planNeeds: frozenPlanNeeds(part.bytes),
      ...(masterPlan ? { masterPlan: masterPlan as { societal: string; landUse: string } } : {}),
    })
  }
  return zones
}

function sectionOf(row: Pick<VersionRow, 'section' | 'bytes'>, number: number): SourceSection {
  const { code, title, nb, nn, references = [] } = openSection(row.bytes)
  return { code, id: row.section ?? '', number, title, text: { nb, nn }, references }
}
