// What a suggestion on a copy would change in the text as it is now: the copy's own edits laid over it, letter by letter, in
// the way Yjs brings two together. Read from the logs; nothing is written.
import {
  applyUpdate,
  Doc,
  encodeStateAsUpdate,
  mergeUpdates,
  XmlElement,
  XmlText,
  type XmlFragment,
} from 'yjs'
import type { AmendmentRow } from '../../db/amendment.ts'
import { authoredEditsOf, editsOf, headOf, ownersOf } from '../../db/text-log.ts'
import { sectionIn } from '../../db/section.ts'
import { blockDefaults } from '../../editor/shared/schema.ts'
import {
  idsOf,
  paragraphsOf,
  piecesOf,
  settle,
  type Paragraph,
  type Piece,
} from '../../editor/shared/suggestions.ts'
import type { House } from '../house.ts'

/// One change that can be taken in or left: everything that bears one id, in one language.
export type Change = { id: string; lang: 'nb' | 'nn'; pieces: Piece[] }

export type Changes = {
  changes: Change[]
  paragraphs: { lang: 'nb' | 'nn'; paragraph: Paragraph }[]
  /// How many changes stand in words that are gone from the text.
  gone: number
  /// True when the copy differs from the text in what nobody marked as suggested; no editor of ours does that.
  unmarked: boolean
  /// How far the text's log has moved since the copy was last brought up to date.
  behind: boolean
}

export const langs = ['nb', 'nn'] as const

export async function readChanges(house: House, amendment: AmendmentRow): Promise<Changes> {
  const { region, section } = amendment
  const copy = (await house.rooms.read(region, amendment.id)).doc
  const base = await house.rooms.read(region, section)
  const own = await ownIds(house, amendment, copy)
  const unmarked = langs.some((lang) => own.before[lang] !== without(copy, lang, own.ids))
  for (const { bytes } of await ownEdits(house, amendment)) applyUpdate(base.doc, bytes)
  const changes = langs.flatMap((lang) => changesIn(base.doc.getXmlFragment(lang), lang, own.ids))
  const paragraphs = langs.flatMap((lang) =>
    paragraphsOf(base.doc.getXmlFragment(lang), (id) => own.ids.has(id)).map((paragraph) => ({
      lang,
      paragraph,
    })),
  )
  const answer = {
    changes,
    paragraphs,
    unmarked,
    gone: own.ids.size - new Set(changes.map(({ id }) => id)).size,
    behind: base.head > amendment.base_head,
  }
  copy.destroy()
  base.doc.destroy()
  return answer
}

/// The edits made in the copy, each person's runs as one update, in order.
export async function ownEdits(
  house: House,
  amendment: AmendmentRow,
): Promise<{ person: string; bytes: Uint8Array }[]> {
  const key = keyOf(amendment)
  const { db } = house.store
  const runs: { person: string; parts: Uint8Array[] }[] = []
  for (const { person, bytes } of await authoredEditsOf(db, key, await headOf(db, key))) {
    if (person === '') continue
    const last = runs.at(-1)
    if (last?.person === person) last.parts.push(bytes)
    else runs.push({ person, parts: [bytes] })
  }
  return runs.map(({ person, parts }) => ({ person, bytes: mergeUpdates(parts) }))
}

/// Ids of what is suggested in the copy itself, and how the text read where it was copied from.
async function ownIds(
  house: House,
  amendment: AmendmentRow,
  copy: Doc,
): Promise<{ ids: Set<string>; before: Record<'nb' | 'nn', string> }> {
  const { db } = house.store
  const row = await sectionIn(db, [amendment.region], amendment.section)
  if (!row) throw new Error('a suggestion without its text')
  const owners = await ownersOf(db, amendment.region, amendment.id)
  const base = new Doc()
  const edits = await editsOf(
    db,
    { region: row.region, section: row.id, lineage: row.lineage },
    0,
    amendment.base_head,
  )
  base.transact(() => {
    for (const { bytes } of edits) applyUpdate(base, bytes)
  })
  const known = new Set(langs.flatMap((lang) => idsOf(piecesOf(base.getXmlFragment(lang)))))
  const ids = new Set(
    langs.flatMap((lang) =>
      piecesOf(copy.getXmlFragment(lang))
        .filter(({ id, hand }) => !known.has(id) && owners.get(hand) !== '')
        .map(({ id }) => id),
    ),
  )
  const before = {
    nb: printOf(base.getXmlFragment('nb')),
    nn: printOf(base.getXmlFragment('nn')),
  }
  base.destroy()
  return { ids, before }
}

/// How the copy reads with its own suggestions turned down.
function without(copy: Doc, lang: 'nb' | 'nn', ids: ReadonlySet<string>): string {
  const scratch = new Doc()
  applyUpdate(scratch, encodeStateAsUpdate(copy))
  const at = scratch.getXmlFragment(lang)
  settle(at, ({ id }) => (ids.has(id) ? 'reject' : undefined))
  const print = printOf(at)
  scratch.destroy()
  return print
}

function changesIn(fragment: XmlFragment, lang: 'nb' | 'nn', ids: ReadonlySet<string>): Change[] {
  const changes = new Map<string, Change>()
  for (const piece of piecesOf(fragment)) {
    if (!ids.has(piece.id)) continue
    const change = changes.get(piece.id) ?? { id: piece.id, lang, pieces: [] }
    changes.set(piece.id, change)
    change.pieces.push(piece)
  }
  return [...changes.values()]
}

const keyOf = ({ region, id, lineage }: AmendmentRow) => ({ region, section: id, lineage })

/// What a text says, as one string: its words with their marks and its blocks' attributes, whatever way the document is
/// cut. Ids and empty blocks are left out: an editor adds them without being asked.
function printOf(fragment: XmlFragment): string {
  const node = (type: unknown): unknown => {
    if (!(type instanceof XmlElement)) return null
    const attrs = Object.entries(type.getAttributes() as Record<string, unknown>)
      .filter(([key, value]) => key !== 'id' && value !== '' && defaults[key] !== value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const parts: { insert: unknown; attributes?: object }[] = []
    for (const child of type.toArray()) {
      if (!(child instanceof XmlText)) {
        parts.push({ insert: node(child) })
        continue
      }
      for (const { insert, attributes } of child.toDelta() as typeof parts) {
        const last = parts.at(-1)
        const marks = JSON.stringify(Object.entries(attributes ?? {}).sort())
        if (
          typeof insert === 'string' &&
          typeof last?.insert === 'string' &&
          JSON.stringify(last.attributes) === marks
        ) {
          last.insert += insert
        } else parts.push({ insert, attributes: JSON.parse(marks) as object })
      }
    }
    return parts.length === 0 && type.nodeName === 'block' ? null : [type.nodeName, attrs, parts]
  }
  return JSON.stringify(
    fragment
      .toArray()
      .map(node)
      .filter((one) => one !== null),
  )
}

const defaults: Record<string, unknown> = blockDefaults
