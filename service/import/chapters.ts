// A document cut into chapters at its headings of the first level, each with the notes it refers to.
import type { PmJson } from '../../editor/shared/schema.ts'
import type { Prepared } from './prepare.ts'

export type Chapter = { title: string; content: PmJson[]; notes: PmJson[] }

export const mostChapters = 30

/// What stands before the first heading becomes a chapter under the document's own title, or `otherwise`.
export function chaptersOf({ title, content, notes }: Prepared, otherwise: string): Chapter[] {
  const chapters: { title: string; content: PmJson[] }[] = []
  for (const node of content) {
    if (isTop(node)) chapters.push({ title: plain(node).slice(0, 200) || otherwise, content: [] })
    else {
      if (chapters.length === 0) chapters.push({ title: title || otherwise, content: [] })
      chapters.at(-1)!.content.push(raised(node))
    }
  }
  return chapters.map((chapter) => {
    const called = new Set<string>()
    for (const node of chapter.content) collectNotes(node, called)
    return { ...chapter, notes: notes.filter((note) => called.has(String(note.attrs?.id))) }
  })
}

export const topHeadings = ({ content }: Prepared): number => content.filter(isTop).length

const isTop = (node: PmJson): boolean =>
  node.attrs?.kind === 'heading' && (node.attrs.level ?? 1) === 1

/// One level up: what was the first level is the chapter's own title now.
const raised = (node: PmJson): PmJson =>
  node.attrs?.kind === 'heading'
    ? { ...node, attrs: { ...node.attrs, level: Math.max(1, Number(node.attrs.level ?? 1) - 1) } }
    : node

function collectNotes(node: PmJson, into: Set<string>): void {
  if (node.type === 'note_ref') into.add(String(node.attrs?.note))
  for (const child of node.content ?? []) collectNotes(child, into)
}

const plain = (node: PmJson): string =>
  (node.content ?? [])
    .map((one) => one.text ?? '')
    .join('')
    .replaceAll('\n', ' ')
    .trim()
