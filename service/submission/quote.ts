// The words of a paragraph as they stood in the version the sender read.
import type { Db } from '../../db/database.ts'
import type { SectionRow } from '../../db/strategy.ts'
import { blocksOf } from '../../editor/shared/html.ts'
import { isPublic, sectionsOfVersion } from '../version/read.ts'

/// Undefined when no public version of the section bears the hash, null when it has no such paragraph, '' when no
/// paragraph was asked for. A paragraph is named by its block's id or by the anchor it has on the page.
export async function quoteOf(
  db: Db,
  of: { region: number; strategy: string },
  section: SectionRow,
  version: string,
  anchor: string | undefined,
): Promise<string | null | undefined> {
  if (!(await isPublic(db, of.region, of.strategy, version))) return undefined
  const texts = await sectionsOfVersion(db, of.region, of.strategy, version)
  const text = texts.find((one) => one.code === section.code && one.zone === section.zone)
  if (!text) return undefined
  if (anchor === undefined) return ''
  for (const language of [text.nb, text.nn]) {
    const block = blocksOf(language).find((one) => one.id === anchor || one.anchor === anchor)
    if (block) return block.text
  }
  return null
}
