// What a version's bytes are, as pure builders. A section's bytes hold its text; a part's bytes list the hashes of its
// sections with its plan rows; an edition's bytes pair two parts with the proposed decision. Everything is RFC 8785.
import { notesOf } from '../../editor/shared/notes.ts'
import type { SectionJson } from '../../editor/shared/read.ts'
import type { PmJson } from '../../editor/shared/schema.ts'
import { targetsIn, type Reference } from '../text/references.ts'
import { canonicalBytes, sha256, type Canonical } from './canonical.ts'

export type FrozenSection = {
  format: 'planvev-section/1'
  code: string
  zone: string
  title: { nb: string; nn: string }
  nb: SectionJson['nb']
  nn: SectionJson['nn']
  /// What its cross-references were called when it was frozen, by target. One that led nowhere then is not here.
  references?: Reference[]
  /// The ids of its footnotes in the order of their numbers.
  notes?: { nb: string[]; nn: string[] }
  /// The hashes of its pictures, each once, in their order of letters.
  images?: string[]
}

export type PartManifest = {
  format: 'planvev-part/1'
  zone: string
  sections: { code: string; title: { nb: string; nn: string }; sha256: string }[]
  /// Planning needs in their order, each row's fields.
  planNeeds: Canonical[]
  /// The municipality's choice for its master plan; left out of the joint part and until it is made.
  masterPlan?: Canonical
}

export type EditionManifest = {
  format: 'planvev-edition/1'
  municipality: string
  joint: string
  own: string
  decision: ProposedDecision
}

/// The operative points a council is asked to adopt, in order: the joint ones first.
export type ProposedDecision = { points: DecisionPoint[]; masterPlan?: Canonical }

export type DecisionPoint = { scope: 'joint' | 'local'; nb: string; nn: string }

/// Bytes with their SHA-256 in hex, which is the version's name.
export type Sealed = { bytes: Buffer; hash: string }

export const sealSection = (
  section: { code: string; zone: string; title_nb: string; title_nn: string },
  text: SectionJson,
  references: readonly Reference[] = [],
): Sealed =>
  seal({
    format: 'planvev-section/1',
    code: section.code,
    zone: section.zone,
    title: { nb: section.title_nb, nn: section.title_nn },
    nb: text.nb,
    nn: text.nn,
    ...resolved(text, references),
  } satisfies FrozenSection)

/// What is computed from a text when it is read, as it was at this moment. Members are left out where there is nothing.
function resolved(
  { nb, nn }: SectionJson,
  known: readonly Reference[],
): Pick<FrozenSection, 'references' | 'notes' | 'images'> {
  const wanted = new Set(targetsIn(nb, nn))
  const references = known
    .filter(({ to }) => wanted.has(to))
    .toSorted((a, b) => (a.to < b.to ? -1 : 1))
  const notes = { nb: [...notesOf(nb).numbers.keys()], nn: [...notesOf(nn).numbers.keys()] }
  const images = [...new Set([...imagesIn(nb), ...imagesIn(nn)])].sort()
  return {
    ...(references.length ? { references } : {}),
    ...(notes.nb.length + notes.nn.length ? { notes } : {}),
    ...(images.length ? { images } : {}),
  }
}

const imagesIn = (json: PmJson): string[] =>
  (json.content ?? []).flatMap(({ type, attrs }) =>
    type === 'image' && attrs?.asset ? [String(attrs.asset)] : [],
  )

export const sealPart = (part: Omit<PartManifest, 'format'>): Sealed =>
  seal({ format: 'planvev-part/1', ...part } satisfies PartManifest)

export const sealEdition = (edition: Omit<EditionManifest, 'format'>): Sealed =>
  seal({ format: 'planvev-edition/1', ...edition } satisfies EditionManifest)

export const openSection = (bytes: Uint8Array): FrozenSection =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as FrozenSection

export const openPart = (bytes: Uint8Array): PartManifest =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as PartManifest

export const openEdition = (bytes: Uint8Array): EditionManifest =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as EditionManifest

function seal(value: Canonical): Sealed {
  const bytes = canonicalBytes(value)
  return { bytes, hash: sha256(bytes) }
}
