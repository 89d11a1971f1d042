// The text people are asked about: the newest public joint version, and a municipality's newest public own part, as
// chapters with numbered paragraphs. A paragraph has one address on the page, in a submission and in its answer.
import type { Db } from '../../../db/database.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import { versionRow } from '../../../db/version.ts'
import { blocksOf, type BlockFacts } from '../../../editor/shared/html.ts'
import type { Labels } from '../../../editor/shared/html-inline.ts'
import { notesOf, type Notes } from '../../../editor/shared/notes.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import type { PlanNeedFields } from '../../plan-need/fields.ts'
import { labelsOf, type Reference } from '../../text/references.ts'
import { openPart } from '../../version/manifest.ts'
import { sectionsOfVersion, type VersionInfo } from '../../version/read.ts'
import type { PublicStrategy } from './view.ts'

export type TextLang = 'nb' | 'nn'

export type Chapter = {
  /// Its place in the part, from 1.
  no: number
  code: string
  /// The section's id, by which a submission names it.
  section: string
  title: string
  /// Language the words are in: not always the one asked for.
  lang: TextLang
  json: PmJson
  /// What its cross-references were called when it was frozen, and where they lead.
  labels: Labels
  notes: Notes
  /// Every block in reading order; `ref` names it in addresses.
  blocks: (BlockFacts & { ref: string; label: string })[]
}

export type PublishedPart = {
  zone: string
  version: VersionInfo
  chapters: Chapter[]
  planNeeds: PlanNeedFields[]
}

/// The newest public version of a part: `joint`, or a municipality's number.
export const publicPart = (s: PublicStrategy, zone: string): VersionInfo | undefined =>
  s.versions.findLast(
    (v) =>
      v.zone === zone &&
      v.scope === (zone === 'joint' ? 'joint' : 'own') &&
      v.name !== 'adopted-text',
  )

/// Undefined until the part is public.
export async function publishedPart(
  db: Db,
  s: PublicStrategy,
  zone: string,
  lang: TextLang,
): Promise<PublishedPart | undefined> {
  const version = publicPart(s, zone)
  if (!version) return undefined
  const row = await versionRow(db, s.region, s.id, version.hash)
  if (!row) return undefined
  const ids = new Map((await sectionsOf(db, s.region, s.id, zone)).map((r) => [r.code, r.id]))
  const frozen = await sectionsOfVersion(db, s.region, s.id, version.hash)
  const chapters = frozen.map((section, i): Chapter => {
    const use = wordsIn(section[lang]) ? lang : wordsIn(section[other(lang)]) ? other(lang) : lang
    const json = section[use]
    const labels = labelsOf(section.references ?? [], use, (one) => hrefIn(s, zone, one))
    return {
      no: i + 1,
      code: section.code,
      section: ids.get(section.code) ?? '',
      title: section.title[use] || section.title[other(use)],
      lang: use,
      json,
      labels,
      notes: notesOf(json, `${section.code}-`),
      blocks: blocksOf(json, `${section.code}-`, labels).map((block) => ({
        ...block,
        ref: `${zone}.${section.code}.${block.anchor.slice(section.code.length + 1)}`,
        label: block.number ? `${i + 1}-${block.number}` : '',
      })),
    }
  })
  return { zone, version, chapters, planNeeds: frozenPlanNeeds(row.bytes) }
}

/// A chapter or a heading of the text people are asked about; plans have no place of their own there.
function hrefIn(s: PublicStrategy, zone: string, one: Reference): string | undefined {
  if (one.code === undefined) return undefined
  const at = `#${one.code}${one.block ? `-${one.block}` : ''}`
  if (one.zone === zone) return at
  return `/s/${s.slug}/tekst${one.zone === 'joint' ? '' : `?kommune=${one.zone}`}${at}`
}

/// The plan rows inside a frozen part. They were checked when they were written, and the bytes never change.
export const frozenPlanNeeds = (part: Buffer): PlanNeedFields[] =>
  openPart(part).planNeeds as unknown as PlanNeedFields[]

/// What an address like `joint.F5.f5b3` means: a paragraph, a whole chapter (`joint.F5`), or nothing that is public.
export type Place = {
  ref: string
  zone: string
  chapter: Chapter
  version: string
  anchor?: string
  /// `5-8`, or the chapter's title.
  label: string
  quote?: string
}

export async function placeOf(
  db: Db,
  s: PublicStrategy,
  ref: string,
  lang: TextLang,
): Promise<Place | undefined> {
  const [zone = '', code = '', anchor] = ref.split('.')
  if (zone !== 'joint' && !/^\d{4}$/.test(zone)) return undefined
  const part = await publishedPart(db, s, zone, lang)
  const chapter = part?.chapters.find((c) => c.code === code)
  if (!part || !chapter) return undefined
  const base = { ref, zone, chapter, version: part.version.hash }
  if (anchor === undefined) return { ...base, label: `${chapter.no} ${chapter.title}` }
  const block = chapter.blocks.find((b) => b.ref === ref)
  if (!block) return undefined
  return { ...base, anchor, label: block.label, quote: block.text }
}

const other = (lang: TextLang): TextLang => (lang === 'nb' ? 'nn' : 'nb')

const wordsIn = (json: PmJson): boolean => blocksOf(json).some((block) => block.number > 0)
