// Only pictures of this region are taken along. A paper names files by their hash, and other files lie in the same place:
// evidence, above all. What is not kept as a picture here is shown as missing.
import { imageRows } from '../../db/image.ts'
import type { Db } from '../../db/database.ts'
import type { Block, Paper } from './paper.ts'
import { assetsIn } from './pictures.ts'

export async function withKnownPictures(db: Db, region: number, paper: Paper): Promise<Paper> {
  const asked = assetsIn(paper)
  if (asked.length === 0) return paper
  const known = new Set((await imageRows(db, region, asked)).map(({ sha256 }) => sha256))
  if (asked.every((hash) => known.has(hash))) return paper
  const keep = (blocks: Block[]): Block[] =>
    blocks.map((block) =>
      block.is === 'image' && !known.has(block.asset) ? { ...block, asset: '' } : block,
    )
  return {
    ...paper,
    parts: paper.parts.map((part) => ({
      ...part,
      chapters: part.chapters.map((chapter) => ({ ...chapter, blocks: keep(chapter.blocks) })),
    })),
  }
}
