// Working in what a council changed. The frozen text stays as it is: the planner edits a copy of its sections, joint and
// own, kept beside it until it is sealed as the municipality's adopted edition with sums of its own. The chief executive
// then confirms that edition through the door. Live texts are not touched, so nobody else's words move.
import { Doc } from 'yjs'
import { processOf, storedOf } from '../../db/process.ts'
import { processId } from '../../db/strategy.ts'
import {
  adoptedDrafts,
  insertVersions,
  saveAdoptedDraft,
  versionRow,
  type NewVersion,
} from '../../db/version.ts'
import type { Db, Trx } from '../../db/database.ts'
import { readSection, type SectionJson } from '../../editor/shared/read.ts'
import { schema } from '../../editor/shared/schema.ts'
import { replaceText } from '../../editor/shared/write.ts'
import {
  notWorkedIn,
  standingDecision,
  type CouncilDecision,
} from '../../workflows/participation-context.ts'
import { holds } from '../../workflows/rights.ts'
import type { Reference } from '../text/references.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { canonicalJson, type Canonical } from './canonical.ts'
import { adoptedName } from './edition.ts'
import {
  openEdition,
  openPart,
  openSection,
  sealEdition,
  sealPart,
  sealSection,
  type Sealed,
} from './manifest.ts'

export type AdoptedSection = {
  zone: string
  code: string
  title: { nb: string; nn: string }
  /// Hash of the frozen section it is a copy of.
  base: string
  text: SectionJson
  amended: boolean
  /// What its cross-references were called when it was frozen.
  references: Reference[]
  /// Sequence of the copy, 0 while nobody has touched it.
  seq: number
}

export type AdoptedCopy = {
  /// The edition the council had before it.
  base: string
  sections: AdoptedSection[]
}

export type AdoptedOf = { region: number; strategy: string; municipality: string }

/// The copy to work in, or undefined when no decision with changes waits for it.
export async function adoptedCopy(db: Db | Trx, of: AdoptedOf): Promise<AdoptedCopy | undefined> {
  const base = await waitingEdition(db, of)
  if (!base) return undefined
  const edition = await mustOpen(db, of, base)
  const { joint, own } = openEdition(edition)
  const drafts = await adoptedDrafts(db, of.region, of.strategy, of.municipality)
  const sections: AdoptedSection[] = []
  for (const [zone, part] of [
    ['joint', joint],
    [of.municipality, own],
  ] as const) {
    for (const { sha256 } of openPart(await mustOpen(db, of, part)).sections) {
      const frozen = openSection(await mustOpen(db, of, sha256))
      const draft = drafts.find((one) => one.zone === zone && one.code === frozen.code)
      const valid = draft?.base === sha256
      const kept: SectionJson = { nb: frozen.nb, nn: frozen.nn }
      const text = valid ? (JSON.parse(draft.content) as SectionJson) : kept
      sections.push({
        zone,
        code: frozen.code,
        title: frozen.title,
        base: sha256,
        text,
        amended: valid && !same(text, kept),
        references: frozen.references ?? [],
        seq: draft?.seq ?? 0,
      })
    }
  }
  return { base, sections }
}

/// Writes one section of the copy. Throws `forbidden`, `not-in-this-state` when no changed decision waits, `not-found` for
/// a section that is not in it, `input-invalid` for a text the schema does not know, `conflict` when somebody came first.
export async function saveAdoptedSection(
  house: House,
  of: AdoptedOf,
  change: { zone: string; code: string; text: SectionJson; expected: number },
  person: SignedIn,
): Promise<AdoptedSection> {
  mayWorkIn(of, person)
  const text = normalised(change.text)
  const section = await house.store.db.transaction().execute(async (trx) => {
    const copy = await adoptedCopy(trx, of)
    if (!copy) throw new Refused('not-in-this-state')
    const known = copy.sections.find((s) => s.zone === change.zone && s.code === change.code)
    if (!known) throw new Refused('not-found')
    const saved = await saveAdoptedDraft(
      trx,
      {
        ...of,
        base: known.base,
        code: known.code,
        zone: known.zone,
        content: JSON.stringify(text),
        seq: change.expected + 1,
        updated_by: person.id,
        updated_at: house.clock.instant(),
      },
      change.expected,
    )
    if (!saved) throw new Refused('conflict')
    return { ...known, text, seq: change.expected + 1 }
  })
  house.changed(of)
  return section
}

/// Seals the copy as an edition of its own and answers its hash, for the chief executive to confirm. Sealing the same
/// text twice answers the same hash.
export async function makeAdoptedEdition(
  house: House,
  of: AdoptedOf,
  person: SignedIn,
): Promise<string> {
  mayWorkIn(of, person)
  const hash = await house.store.db.transaction().execute(async (trx) => {
    const copy = await adoptedCopy(trx, of)
    const row = await processOf(trx, of.region, processId(of.strategy, of.municipality))
    if (!copy || !row) throw new Refused('not-in-this-state')
    const base = openEdition(await mustOpen(trx, of, copy.base))
    const common = {
      region: of.region,
      strategy: of.strategy,
      zone: of.municipality,
      name: adoptedName,
      round: storedOf(row).context.round as number,
      frozen_on: house.clock.today(),
      recorded_at: house.clock.instant(),
      process: row.id,
      seq: row.seq,
      made_by: person.id,
    }
    const rows: NewVersion[] = []
    const parts: { region: number; whole: string; position: number; part: string }[] = []
    const keep = (
      scope: 'section' | 'joint' | 'own' | 'edition',
      sealed: Sealed,
      of_: string[],
    ) => {
      rows.push({
        ...common,
        scope,
        section: null,
        head: null,
        hash: sealed.hash,
        bytes: sealed.bytes,
      })
      of_.forEach((part, position) =>
        parts.push({ region: of.region, whole: sealed.hash, position, part }),
      )
      return sealed.hash
    }
    const part = async (zone: string, hash_: string): Promise<string> => {
      const mine = copy.sections.filter((section) => section.zone === zone)
      if (!mine.some((section) => section.amended)) return hash_
      const manifest = openPart(await mustOpen(trx, of, hash_))
      const sections = mine.map(({ code, title, text, amended, references, base: was }) => {
        const head = { code, zone, title_nb: title.nb, title_nn: title.nn }
        return {
          code,
          title,
          sha256: amended ? keep('section', sealSection(head, text, references), []) : was,
        }
      })
      const { format: _, ...rest } = manifest
      const sealed = sealPart({ ...rest, sections })
      return keep(
        zone === 'joint' ? 'joint' : 'own',
        sealed,
        sections.map((one) => one.sha256),
      )
    }
    const joint = await part('joint', base.joint)
    const own = await part(of.municipality, base.own)
    const { format: _, ...rest } = base
    const sealed = sealEdition({ ...rest, joint, own })
    if (await versionRow(trx, of.region, of.strategy, sealed.hash)) return sealed.hash
    keep('edition', sealed, [joint, own])
    await insertVersions(trx, rows, parts)
    return sealed.hash
  })
  house.changed(of)
  return hash
}

/// The edition of the latest decision whose changes are not worked in.
async function waitingEdition(db: Db | Trx, of: AdoptedOf): Promise<string | undefined> {
  const row = await processOf(db, of.region, processId(of.strategy, of.municipality))
  if (!row) throw new Refused('not-found')
  const decisions = storedOf(row).context.decisions as CouncilDecision[] | undefined
  const standing = standingDecision({ decisions: decisions ?? [] })
  return standing && notWorkedIn(standing) ? (standing.edition ?? undefined) : undefined
}

async function mustOpen(db: Db | Trx, of: AdoptedOf, hash: string): Promise<Buffer> {
  const row = await versionRow(db, of.region, of.strategy, hash)
  if (!row) throw new Refused('not-found')
  return row.bytes
}

function mayWorkIn(of: AdoptedOf, person: SignedIn): void {
  const held = person.roles.filter((role) => role.region === of.region)
  if (!holds(held, ['planner', 'chief-executive'], of.municipality)) throw new Refused('forbidden')
}

/// The text as the log itself would give it back: what the schema does not know is refused, defaults are left out.
function normalised(text: SectionJson): SectionJson {
  const doc = new Doc()
  for (const lang of ['nb', 'nn'] as const) {
    try {
      schema.nodeFromJSON(text[lang]).check()
      replaceText(doc, lang, text[lang])
    } catch {
      throw new Refused('input-invalid', { field: lang })
    }
  }
  return readSection(doc)
}

const same = (a: SectionJson, b: SectionJson): boolean =>
  canonicalJson(a as Canonical) === canonicalJson(b as Canonical)
