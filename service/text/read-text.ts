// A section's text as it is now, from the log and never from a live document.
import { readSection, type SectionJson } from '../../editor/shared/read.ts'
import type { House } from '../house.ts'

/// Both languages and the sequence they were read at.
export async function readText(
  house: House,
  region: number,
  section: string,
): Promise<SectionJson & { head: number }> {
  const { doc, head } = await house.rooms.read(region, section)
  try {
    return { ...readSection(doc), head }
  } finally {
    doc.destroy()
  }
}
