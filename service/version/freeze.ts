// Freezing one zone: intake held, bytes built from the log, the act taken with the heads checked, intake released. What
// is stored is never computed again. This module knows bytes and rows; whether it may happen the act decides.
import type { Trx } from '../../db/database.ts'
import { headsIn, planNeedFields, sectionsOf, type SectionRow } from '../../db/strategy.ts'
import { insertVersions, type NewVersion } from '../../db/version.ts'
import { readSection, type SectionJson } from '../../editor/shared/read.ts'
import type { Json } from '../../workflows/act.ts'
import type { LanguageFact, SuggestedIn } from '../../workflows/facts.ts'
import type { House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { readText } from '../text/read-text.ts'
import { resolve, targetsIn } from '../text/references.ts'
import type { Canonical } from './canonical.ts'
import { addLanguage, languageIn, wholeLanguage } from './language.ts'
import { undescribed } from './undescribed.ts'
import { suggestionsIn } from './suggestions.ts'
import { sealPart, sealSection, type Sealed } from './manifest.ts'

/// One zone's text, taken from the log while nobody can write to it.
export type Draft = {
  region: number
  strategy: string
  zone: string
  sections: { row: SectionRow; text: SectionJson; sealed: Sealed }[]
  heads: Map<string, number>
  openSuggestions: number
  suggestedIn: SuggestedIn[]
  undescribedIn: SuggestedIn[]
  language: LanguageFact
}

/// What an act needs to freeze: the hash its facts name, and the rows to write once it is decided.
export type Frozen = { part: Sealed; write(trx: Trx, stamp: Stamp): Promise<void> }

/// What every row of a freeze bears.
export type Stamp = {
  name: string
  round: number
  frozenOn: string
  recordedAt: string
  process: string
  seq: number
  madeBy: string
}

/// Does this act freeze a text? Closing harmonisation does only when it makes a new version.
export const freezes = (type: string, input: { [key: string]: Json }): boolean =>
  type in versionNames && (type !== 'close-harmonisation' || input.by === 'new-version')

/// The name a version is stored under: the one given with the act, or a word that is said in the reader's language.
export const versionNameOf = (type: string, input: { [key: string]: Json }): string =>
  typeof input.name === 'string' ? input.name : (versionNames[type] ?? type)

const versionNames: Record<string, string> = {
  'freeze-consultation-draft': 'consultation-draft',
  'freeze-final-proposal': 'final-proposal',
  'close-harmonisation': 'harmonised',
  'freeze-own-part': 'own-part',
}

/// What a freeze would find in the zone's text now, without holding anything. The hash is a placeholder.
export async function previewDraft(
  house: House,
  region: number,
  strategy: string,
  zone: string,
): Promise<{
  frozen: { hash: string; on: string } | null
  openSuggestions: number
  suggestedIn: SuggestedIn[]
  undescribedIn: SuggestedIn[]
  language: LanguageFact
}> {
  const rows = await sectionsOf(house.store.db, region, strategy, zone)
  const suggestedIn: SuggestedIn[] = []
  const undescribedIn: SuggestedIn[] = []
  let language = wholeLanguage
  for (const row of rows) {
    const { doc } = await house.rooms.read(region, row.id)
    suggestedIn.push(...placesOf(row, suggestionsIn(doc)))
    const text = readSection(doc)
    undescribedIn.push(...placesOf(row, undescribed(text)))
    language = addLanguage(language, languageIn(doc, mustHave(row), row.language))
  }
  const frozen = rows.length > 0 ? { hash: '0'.repeat(64), on: house.clock.today() } : null
  return { frozen, openSuggestions: countOf(suggestedIn), suggestedIn, undescribedIn, language }
}

/// The languages a section must have words in.
const mustHave = ({ zone, language }: SectionRow): string => (zone === 'joint' ? 'both' : language)

/// Holds the zone's sections, reads them, and calls `take` while no update can come in. Intake opens again whatever happens.
export async function withDraft<T>(
  house: House,
  region: number,
  strategy: string,
  zone: string,
  take: (draft: Draft) => Promise<T>,
): Promise<T> {
  const rows = await sectionsOf(house.store.db, region, strategy, zone)
  const hold = await house.rooms.hold(
    region,
    rows.map((row) => row.id),
  )
  try {
    const suggestedIn: SuggestedIn[] = []
    const undescribedIn: SuggestedIn[] = []
    let language = wholeLanguage
    const texts = rows.map((row) => {
      const doc = hold.docs.get(row.id)
      if (!doc) throw new Refused('text-moved')
      const text = readSection(doc)
      suggestedIn.push(...placesOf(row, suggestionsIn(doc)))
      undescribedIn.push(...placesOf(row, undescribed(text)))
      language = addLanguage(language, languageIn(doc, mustHave(row), row.language))
      return { row, text }
    })
    const references = await resolve(
      {
        db: house.store.db,
        region,
        strategy,
        textOf: (row) =>
          Promise.resolve(
            texts.find((one) => one.row.id === row.id)?.text ?? readText(house, region, row.id),
          ),
      },
      targetsIn(...texts.flatMap(({ text }) => [text.nb, text.nn])),
    )
    const sections = texts.map(({ row, text }) => ({
      row,
      text,
      sealed: sealSection(row, text, references),
    }))
    return await take({
      region,
      strategy,
      zone,
      sections,
      heads: hold.heads,
      openSuggestions: countOf(suggestedIn),
      suggestedIn,
      undescribedIn,
      language,
    })
  } finally {
    hold.release()
  }
}

/// Inside the act's transaction: the part's manifest over the draft's sections and the zone's plan rows. Throws
/// `text-moved` when the log has grown since the draft was read.
export async function freezeDraft(
  trx: Trx,
  draft: Draft,
  masterPlan: Canonical | undefined,
): Promise<Frozen> {
  const heads = await headsIn(trx, draft.region, draft.strategy, draft.zone)
  for (const { row } of draft.sections) {
    if (heads.get(row.id) !== (draft.heads.get(row.id) ?? 0)) throw new Refused('text-moved')
  }
  const part = sealPart({
    zone: draft.zone,
    sections: draft.sections.map(({ row, sealed }) => ({
      code: row.code,
      title: { nb: row.title_nb, nn: row.title_nn },
      sha256: sealed.hash,
    })),
    planNeeds: await planNeedsOf(trx, draft),
    ...(masterPlan === undefined || draft.zone === 'joint' ? {} : { masterPlan }),
  })
  return { part, write: (writer, stamp) => writeFrozen(writer, draft, part, stamp) }
}

function placesOf(row: SectionRow, count: number): SuggestedIn[] {
  const { title_nb: titleNb, title_nn: titleNn } = row
  return count > 0 ? [{ titleNb: titleNb || titleNn, titleNn: titleNn || titleNb, count }] : []
}

const countOf = (list: SuggestedIn[]): number => list.reduce((sum, { count }) => sum + count, 0)

async function writeFrozen(trx: Trx, draft: Draft, part: Sealed, stamp: Stamp): Promise<void> {
  const common = {
    region: draft.region,
    strategy: draft.strategy,
    zone: draft.zone,
    name: stamp.name,
    round: stamp.round,
    frozen_on: stamp.frozenOn,
    recorded_at: stamp.recordedAt,
    process: stamp.process,
    seq: stamp.seq,
    made_by: stamp.madeBy,
  }
  const rows: NewVersion[] = draft.sections.map(({ row, sealed }) => ({
    ...common,
    scope: 'section',
    section: row.id,
    head: draft.heads.get(row.id) ?? 0,
    hash: sealed.hash,
    bytes: sealed.bytes,
  }))
  rows.push({
    ...common,
    scope: draft.zone === 'joint' ? 'joint' : 'own',
    section: null,
    head: null,
    hash: part.hash,
    bytes: part.bytes,
  })
  await insertVersions(
    trx,
    rows,
    draft.sections.map(({ sealed }, position) => ({
      region: draft.region,
      whole: part.hash,
      position,
      part: sealed.hash,
    })),
  )
}

const planNeedsOf = async (trx: Trx, draft: Draft): Promise<Canonical[]> => {
  const fields = await planNeedFields(trx, draft.region, draft.strategy, draft.zone)
  return fields.map((one) => JSON.parse(one) as Canonical)
}
