// Every word of a text as plain paragraphs, both languages one after the other. Reads only.
import type { Doc } from 'yjs'
import { blocksOf } from '../shared/html.ts'
import { readMarkedSection } from '../shared/read.ts'

export function allWords(doc: Doc): string[] {
  const { nb, nn } = readMarkedSection(doc)
  return [...blocksOf(nb), ...blocksOf(nn)].map(({ text }) => text).filter((text) => text.trim())
}
