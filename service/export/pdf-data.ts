// A paper as the PDF template reads it: signs the typefaces lack written by number, long words in cells given places to
// break, notes told apart where they are called first, and references only to what is there.
import { plainOf, plainRuns } from './column-widths.ts'
import type { Block, Chapter, Paper, Run } from './paper.ts'
import { paperAuthor, paperName, paperWords } from './paper-words.ts'

export type PdfData = { [key: string]: unknown }

/// Asset hash → the name the template finds the image by; an image not in it is shown as missing.
export type Pictures = ReadonlyMap<string, string>

export type Signs = (sign: number) => boolean

export function pdfData(paper: Paper, pictures: Pictures, has: Signs): PdfData {
  let replaced = false
  const shown = (text: string): string => {
    if (plain.test(text)) return text
    return Array.from(text.replaceAll('\t', ' '), (sign) => {
      const code = sign.codePointAt(0)!
      if (has(code) || unseen.test(sign)) return sign
      replaced = true
      return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    }).join('')
  }
  const words = paperWords(paper.lang)
  const writer: Writer = { shown, pictures, anchors: anchorsIn(paper), missing: words.missing }
  const parts = paper.parts.map((part) => ({
    title: shown(part.title),
    chapters: part.chapters.map((chapter) => chapterData(chapter, writer)),
  }))
  const chapters = paper.parts.reduce((sum, part) => sum + part.chapters.length, 0)
  const [first] = paper.colophon.hashes
  const facts = (list: Paper['facts']) =>
    list.map(({ name, value }) => ({ name: shown(name), value: shown(value) }))
  return {
    lang: paper.lang,
    title: shown(paper.title),
    subtitle: shown(paper.subtitle),
    status: shown(paper.status),
    name: shown(paperName(paper)),
    author: paperAuthor,
    mark: shown(`${paper.subtitle} · ${paper.status}`),
    draft: paper.draft,
    sum: first ? `SHA-256 ${first.value.slice(0, 16)} …` : '',
    day: paper.on.split('-').map(Number),
    facts: facts(paper.facts),
    words,
    contents: chapters > 1,
    depth: paper.parts.length > 1 ? 3 : 2,
    parts,
    colophon: {
      title: shown(paper.colophon.title),
      lines: [...paper.colophon.lines.map(shown), ...(replaced ? [words.missingSigns] : [])],
      hashes: facts(paper.colophon.hashes),
    },
  }
}

/// What every face has: no need to look.
const plain = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\n–—‘’“”…•]*$/
/// Signs that are not drawn: joiners, variation selectors, soft hyphens, direction marks.
const unseen = /^[\n\p{Default_Ignorable_Code_Point}]$/u

type Writer = {
  shown(text: string): string
  pictures: Pictures
  anchors: ReadonlySet<string>
  missing: string
  /// Inside a cell, where a long word would stand out over its neighbour.
  narrow?: boolean
}

function chapterData(chapter: Chapter, writer: Writer) {
  const called = new Set<number>()
  const runs = (list: readonly Run[], at: Writer): PdfData[] =>
    list.flatMap((run): PdfData[] => {
      if (run.is === 'text') {
        const text = at.shown(run.text)
        return [{ ...run, text: at.narrow ? breakable(text) : text }]
      }
      if (run.is === 'ref') {
        return [{ is: 'ref', text: at.shown(run.text), to: at.anchors.has(run.to) ? run.to : '' }]
      }
      if (run.is !== 'note') return [{ is: 'unknown' }]
      const label = `${chapter.anchor}-note-${run.at}`
      const first = !called.has(run.at)
      called.add(run.at)
      const note = first ? runs(chapter.notes[run.at] ?? [], { ...at, narrow: false }) : []
      return [{ is: 'note', label, first, runs: note }]
    })
  const blocks = (list: readonly Block[], at: Writer): PdfData[] =>
    list.map((block): PdfData => {
      switch (block.is) {
        case 'heading':
        case 'text':
          return { ...block, runs: runs(block.runs, at) }
        case 'list': {
          const items = block.items.map((item) => ({
            runs: runs(item.runs, at),
            under: blocks(item.under, at),
          }))
          return { ...block, items }
        }
        case 'quote':
        case 'callout':
          return { ...block, blocks: blocks(block.blocks, at) }
        case 'table': {
          const cell = { ...at, narrow: true }
          const caption = runs(block.caption, at)
          // A short row stays on one page; one that may fill a page must not.
          const rows = block.rows.map((row) => ({
            whole: row.every((one) => plainOf(one).length < 700),
            cells: row.map((one) => blocks(one, cell)),
          }))
          return { ...block, caption, rows }
        }
        case 'image': {
          const caption = runs(block.caption, at)
          // A figure must say what it is, also when nobody has described the picture: then its caption does.
          const told = block.alt || plainRuns(block.caption).trim() || at.missing
          return {
            ...block,
            alt: at.shown(caption.length > 0 ? told : block.alt),
            caption,
            file: at.pictures.get(block.asset) ?? '',
            tall: block.height > block.width * 1.25,
            missing: block.alt ? `${at.missing}: ${at.shown(block.alt)}` : at.missing,
          }
        }
        default:
          return { ...block }
      }
    })
  return {
    anchor: chapter.anchor,
    number: chapter.number,
    title: writer.shown(chapter.title),
    lang: chapter.lang,
    blocks: blocks(chapter.blocks, writer),
  }
}

const breakable = (text: string): string =>
  text.replaceAll(/\S{28,}/g, (word) =>
    word.replaceAll(/(.{8})(?=.{4})/gu, (part) =>
      /[\u00ad\u200b]/.test(word) ? part : `${part}\u200b`,
    ),
  )

/// Every place a reference can lead to.
export function anchorsIn(paper: Paper): Set<string> {
  const anchors = new Set<string>()
  for (const { chapters } of paper.parts) {
    for (const { anchor, blocks } of chapters) {
      anchors.add(anchor)
      for (const block of blocks) {
        if (block.is === 'heading' && block.anchor) anchors.add(block.anchor)
      }
    }
  }
  return anchors
}
