// The words of a paragraph with what is set on them, and the pictures that stood among them, in order.
import { safeHref } from '../../editor/shared/link.ts'
import { markOrder, type PmJson, type PmMark } from '../../editor/shared/schema.ts'
import type { createCounter } from './left.ts'
import type { Picture, Word } from './word-tree.ts'

/// Words, or a picture that stands between them.
export type Piece = { words: PmJson[] } | { picture: Picture }

export type Reader = {
  counter: ReturnType<typeof createCounter>
  /// The id of the note a reference means, or undefined when the document has none of that name.
  note(reference: { noteType: string; noteId: string }): string | undefined
}

const longest = 50_000

export function piecesOf(children: readonly Word[], reader: Reader): Piece[] {
  const pieces: Piece[] = []
  let words: PmJson[] = []
  let signs = 0
  const close = () => {
    const tidy = trimmed(words)
    if (tidy.length > 0) pieces.push({ words: tidy })
    words = []
  }
  const say = (text: string, marks: PmMark[]) => {
    const cleaned = plainSigns(text)
    if (cleaned === '') return
    const room = longest - signs
    if (room <= 0) return reader.counter.add('block-cut', undefined, signs++ === longest ? 1 : 0)
    const kept = cleaned.slice(0, room)
    signs += kept.length
    const last = words.at(-1)
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) {
      words[words.length - 1] = { ...last, text: `${last.text}${kept}` }
    } else words.push({ type: 'text', text: kept, ...(marks.length ? { marks } : {}) })
  }
  const visit = (one: Word, marks: PmMark[]): void => {
    if (one.type === 'text') say(one.value, marks)
    else if (one.type === 'tab') say(' ', marks)
    else if (one.type === 'break') {
      if (one.breakType === 'line') say('\n', marks)
    } else if (one.type === 'checkbox') say(one.checked ? '☒ ' : '☐ ', marks)
    else if (one.type === 'run') {
      const held = runMarks(one, marks, reader)
      for (const child of one.children) visit(child, held)
    } else if (one.type === 'hyperlink') {
      const held = linkMarks(one.href, one.anchor, marks, reader)
      for (const child of one.children) visit(child, held)
    } else if (one.type === 'noteReference') {
      const note = reader.note(one)
      if (note) words.push({ type: 'note_ref', attrs: { note } })
    } else if (one.type === 'image') {
      close()
      pieces.push({ picture: one })
    } else if (one.type === 'commentReference') reader.counter.add('comment')
    else if ('children' in one) for (const child of one.children) visit(child, marks)
  }
  for (const child of children) visit(child, [])
  close()
  return pieces
}

function runMarks(run: Extract<Word, { type: 'run' }>, marks: PmMark[], reader: Reader): PmMark[] {
  const add: string[] = []
  if (run.isBold) add.push('bold')
  if (run.isItalic) add.push('italic')
  if (run.verticalAlignment === 'superscript' && !refersOnly(run)) add.push('sup')
  if (run.verticalAlignment === 'subscript') add.push('sub')
  const linked = marks.some(({ type }) => type === 'link') || run.children[0]?.type === 'hyperlink'
  if (run.isUnderline && !linked) reader.counter.add('underline')
  if (run.isStrikethrough) reader.counter.add('struck', textIn(run.children))
  return ordered([...marks, ...add.map((type) => ({ type }))])
}

/// Word lifts the number of a note; the reference itself is all that is meant.
const refersOnly = (run: Extract<Word, { type: 'run' }>): boolean =>
  run.children.some((child) => child.type === 'noteReference')

function linkMarks(
  href: string | undefined,
  anchor: string | undefined,
  marks: PmMark[],
  reader: Reader,
): PmMark[] {
  if (href === undefined) {
    if (anchor !== undefined && !anchor.startsWith('_Toc')) reader.counter.add('inner-link')
    return marks
  }
  // A place on our own pages makes no sense in a document from elsewhere.
  const safe = /^[/#]/.test(href) ? undefined : safeHref(href)
  if (!safe) {
    reader.counter.add('unsafe-link')
    return marks
  }
  return ordered([
    ...marks.filter(({ type }) => type !== 'link'),
    { type: 'link', attrs: { href: safe } },
  ])
}

const ordered = (marks: PmMark[]): PmMark[] =>
  markOrder.flatMap((type) => {
    const one = marks.find((mark) => mark.type === type)
    return one && !(type === 'sup' && marks.some((mark) => mark.type === 'sub')) ? [one] : []
  })

/// Without spaces at the paragraph's ends; nothing when nothing else is there.
function trimmed(words: PmJson[]): PmJson[] {
  const out = [...words]
  while (out[0]?.type === 'text') {
    const text = (out[0].text ?? '').trimStart()
    if (text !== '') {
      out[0] = { ...out[0], text }
      break
    }
    out.shift()
  }
  for (let last = out.at(-1); last?.type === 'text'; last = out.at(-1)) {
    const text = (last.text ?? '').trimEnd()
    if (text !== '') {
      out[out.length - 1] = { ...last, text }
      break
    }
    out.pop()
  }
  return out
}

export const textIn = (children: readonly Word[]): string =>
  children
    .map((one) => (one.type === 'text' ? one.value : 'children' in one ? textIn(one.children) : ''))
    .join('')

/// Without control characters, signs that turn the reading direction, and half letters.
export const plainSigns = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replaceAll(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]|(?!\n)\p{Cc}/gu, '')
