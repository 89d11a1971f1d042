// Pictures of a section that say nothing to those who do not see them: neither described nor knowingly called decoration.
import { imageAttrs, type PmJson } from '../../editor/shared/schema.ts'
import type { SectionJson } from '../../editor/shared/read.ts'

/// How many places of both languages hold one.
export const undescribed = ({ nb, nn }: SectionJson): number => inText(nb) + inText(nn)

function inText(node: PmJson): number {
  if (node.type === 'image') {
    const { alt, decorative } = imageAttrs(node.attrs ?? {})
    return decorative || alt.trim() !== '' ? 0 : 1
  }
  return (node.content ?? []).reduce((sum, child) => sum + inText(child), 0)
}
