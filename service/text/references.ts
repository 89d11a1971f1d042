// What cross-references point at: chapters, headings and plans by their names of today. Asked where a text is read, and
// once more when it is frozen, so that a version says for ever what it said then.
import type { Db } from '../../db/database.ts'
import { planNeedRows } from '../../db/plan-need.ts'
import { sectionsOf, type SectionRow } from '../../db/strategy.ts'
import type { PmJson } from '../../editor/shared/schema.ts'
import type { Labels } from '../../editor/shared/html-inline.ts'
import { inlineText } from '../../editor/shared/html.ts'
import type { SectionJson } from '../../editor/shared/read.ts'
import type { PlanNeedFields } from '../plan-need/fields.ts'

/// A target with its names. `zone`, `code` and `block` say where it stands, as pages address it.
export type Reference = {
  to: string
  nb: string
  nn: string
  zone: string
  /// The chapter it is or stands in; none for a plan.
  code?: string
  block?: string
}

export type Around = {
  db: Db
  region: number
  strategy: string
  /// A section's text; asked only for headings that somebody refers to.
  textOf(section: SectionRow): Promise<SectionJson>
}

/// Every target some text refers to, once each.
export function targetsIn(...texts: PmJson[]): string[] {
  const found = new Set<string>()
  const visit = (node: PmJson): void => {
    if (node.type === 'xref' && node.attrs?.to) found.add(String(node.attrs.to))
    node.content?.forEach(visit)
  }
  texts.forEach(visit)
  return [...found].sort()
}

/// The targets that exist, in the order asked for. What is gone is not in the answer.
export async function resolve(around: Around, tos: readonly string[]): Promise<Reference[]> {
  if (tos.length === 0) return []
  const { db, region, strategy } = around
  const sections = new Map((await sectionsOf(db, region, strategy)).map((row) => [row.id, row]))
  const plans = tos.some((to) => to.startsWith('plan:'))
    ? new Map((await planNeedRows(db, { region, strategy })).map((row) => [row.id, row]))
    : new Map()
  const texts = new Map<string, Promise<SectionJson>>()
  const found: Reference[] = []
  for (const to of tos) {
    const [kind, rest = ''] = split(to, ':')
    if (kind === 'plan') {
      const row = plans.get(rest)
      if (!row) continue
      const { name } = JSON.parse(row.fields) as PlanNeedFields
      found.push({ to, zone: row.zone, ...named(name.nb, name.nn) })
      continue
    }
    const [id, block] = kind === 'heading' ? split(rest, '/') : [rest]
    const section = sections.get(id)
    if (!section || (kind !== 'section' && kind !== 'heading')) continue
    const { zone, code } = section
    if (kind === 'section') {
      found.push({ to, zone, code, ...named(section.title_nb, section.title_nn) })
      continue
    }
    if (!block) continue
    if (!texts.has(id)) texts.set(id, around.textOf(section))
    const text = await texts.get(id)!
    const [nb, nn] = [headingsOf(text.nb).get(block), headingsOf(text.nn).get(block)]
    if (nb || nn) found.push({ to, zone, code, block, ...named(nb, nn) })
  }
  return found
}

/// Names for writing a text out. `hrefOf` says where the reader of this page finds a target, if anywhere.
export function labelsOf(
  found: readonly Reference[],
  lang: 'nb' | 'nn',
  hrefOf: (reference: Reference) => string | undefined,
): Labels {
  const known = new Map(found.map((one) => [one.to, one]))
  return (to) => {
    const one = known.get(to)
    return one && { text: one[lang], href: hrefOf(one) }
  }
}

/// The headings of a text by their ids, those with words.
export function headingsOf(json: PmJson): Map<string, string> {
  const found = new Map<string, string>()
  for (const node of json.content ?? []) {
    if (node.type !== 'block' || node.attrs?.kind !== 'heading' || !node.attrs.id) continue
    const text = inlineText(node).trim()
    if (text) found.set(String(node.attrs.id), text)
  }
  return found
}

const named = (nb = '', nn = ''): { nb: string; nn: string } => ({ nb: nb || nn, nn: nn || nb })

function split(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
