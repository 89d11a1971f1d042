// Reading frozen versions: which there are, their stored bytes, whose they are to see, and what people call them.
import type { Db } from '../../db/database.ts'
import {
  partsOf,
  publicVersions,
  versionHeads,
  versionRow,
  type Scope,
  type VersionHead,
} from '../../db/version.ts'
import type { Day } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { sayDay } from '../../workflows/words.ts'
import { openPart, openSection, type FrozenSection } from './manifest.ts'

/// One frozen version, as lists show it. `zone` is `joint` or a municipality's number.
export type VersionInfo = {
  hash: string
  scope: Scope
  zone: string
  section: string | null
  name: string
  round: number
  frozenOn: Day
  recordedAt: string
  process: string
  seq: number
  /// Since when everybody may read it; null while it is for those who work on it.
  publicOn: Day | null
  /// The person whose act froze it.
  madeBy: string
}

/// Versions of a strategy in the order they were frozen. With `visible: 'public'` only what is public.
export async function versionsOf(
  db: Db,
  region: number,
  strategy: string,
  options: { visible: 'all' | 'public'; scope?: Scope; zone?: string } = { visible: 'all' },
): Promise<VersionInfo[]> {
  const { scope, zone } = options
  const heads = await versionHeads(db, region, strategy, {
    ...(scope ? { scope } : {}),
    ...(zone ? { zone } : {}),
  })
  const since = await publicDays(db, region, strategy)
  return heads
    .map((head) => infoOf(head, since.get(head.hash) ?? null))
    .filter((info) => options.visible === 'all' || info.publicOn !== null)
}

/// A version with its stored bytes, or undefined when nothing of this strategy bears the hash.
export async function versionByHash(
  db: Db,
  region: number,
  strategy: string,
  hash: string,
): Promise<(VersionInfo & { bytes: Buffer; parts: string[] }) | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
  const row = await versionRow(db, region, strategy, hash)
  if (!row) return undefined
  const { bytes, ...head } = row
  const since = await publicDays(db, region, strategy)
  return {
    ...infoOf(head, since.get(hash) ?? null),
    bytes,
    parts: await partsOf(db, region, hash),
  }
}

export const isPublic = async (
  db: Db,
  region: number,
  strategy: string,
  hash: string,
): Promise<boolean> => (await publicDays(db, region, strategy)).has(hash)

/// The texts of a joint or own version in order, from their stored bytes.
export async function sectionsOfVersion(
  db: Db,
  region: number,
  strategy: string,
  hash: string,
): Promise<(FrozenSection & { hash: string })[]> {
  const row = await versionRow(db, region, strategy, hash)
  if (!row) return []
  if (row.scope === 'section') return [{ ...openSection(row.bytes), hash }]
  if (row.scope === 'edition') {
    const parts = await partsOf(db, region, hash)
    const found = await Promise.all(parts.map((p) => sectionsOfVersion(db, region, strategy, p)))
    return found.flat()
  }
  const sections: (FrozenSection & { hash: string })[] = []
  for (const part of openPart(row.bytes).sections) {
    const section = await versionRow(db, region, strategy, part.sha256)
    if (section) sections.push({ ...openSection(section.bytes), hash: part.sha256 })
  }
  return sections
}

/// «Høringsutkast»: the name given when it was frozen, or what its kind is called.
export const versionName = (name: string, lang: Lang): string => names[name]?.[lang] ?? name

/// «Høringsutkast, runde 2, låst 8. mai 2028»: what people choose by, never a hash.
export function versionLabel(
  version: Pick<VersionInfo, 'name' | 'round' | 'frozenOn'>,
  lang: Lang,
): string {
  const word = { nb: 'runde', nn: 'runde', en: 'round' }[lang]
  const round = version.round > 1 ? `, ${word} ${version.round}` : ''
  const frozen = { nb: 'låst', nn: 'låst', en: 'frozen' }[lang]
  return `${versionName(version.name, lang)}${round}, ${frozen} ${sayDay(version.frozenOn, lang)}`
}

const names: Record<string, Record<Lang, string>> = {
  'consultation-draft': {
    nb: 'Høringsutkast',
    nn: 'Høyringsutkast',
    en: 'Consultation draft',
  },
  'final-proposal': { nb: 'Endelig forslag', nn: 'Endeleg framlegg', en: 'Final proposal' },
  harmonised: {
    nb: 'Endelig forslag etter harmonisering',
    nn: 'Endeleg framlegg etter harmonisering',
    en: 'Final proposal after harmonisation',
  },
  'own-part': {
    nb: 'Kommunens egen del',
    nn: 'Kommunens eigen del',
    en: 'The municipality’s own part',
  },
  edition: {
    nb: 'Utgave til behandling',
    nn: 'Utgåve til handsaming',
    en: 'Edition for treatment',
  },
  'adopted-text': {
    nb: 'Vedtatt tekst med endringene innarbeidet',
    nn: 'Vedteken tekst med endringane innarbeidde',
    en: 'Adopted text with its changes worked in',
  },
}

async function publicDays(db: Db, region: number, strategy: string): Promise<Map<string, Day>> {
  const days = new Map<string, Day>()
  for (const row of await publicVersions(db, region, strategy)) {
    const known = days.get(row.hash)
    if (!known || row.public_on < known) days.set(row.hash, row.public_on)
  }
  return days
}

const infoOf = (head: VersionHead, publicOn: Day | null): VersionInfo => ({
  hash: head.hash,
  scope: head.scope as Scope,
  zone: head.zone,
  section: head.section,
  name: head.name,
  round: head.round,
  frozenOn: head.frozen_on,
  recordedAt: head.recorded_at,
  process: head.process,
  seq: head.seq,
  publicOn,
  madeBy: head.made_by,
})
