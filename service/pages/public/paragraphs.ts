// A chapter as numbered paragraphs: the number in the margin leads to itself, and every paragraph can be commented on.
// The words come from the same function that renders every frozen text.
import { html, raw } from 'hono/html'
import { toHtml, type HtmlOptions } from '../../../editor/shared/html.ts'
import { imageHref } from '../../../editor/shared/image.ts'
import { inReadingOrder, isNote } from '../../../editor/shared/notes.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { answersHtml, type Answers } from './public-answers.ts'
import type { Chapter } from './published-text.ts'

type Block = Chapter['blocks'][number]

export type ParagraphOptions = {
  lang: Lang
  /// Address of the form for one paragraph; without it nothing can be commented on.
  say?: (ref: string) => string
  /// What is answered publicly, by block.
  answers?: Answers
}

export function chapterHtml(chapter: Chapter, zone: string, options: ParagraphOptions): Html {
  const { lang } = options
  const t = words(lang)
  const foreign = chapter.lang === lang ? '' : html` lang="${chapter.lang}"`
  const about = t('om hele kapittelet', 'om heile kapittelet', 'about the whole chapter')
  return html`<section
    class="chapter"
    id="${chapter.code}"
    aria-labelledby="${chapter.code}-tittel"
    ${foreign}
  >
    <div
      class="para"
      data-heading="2"
      data-ref="${zone}.${chapter.code}"
      data-label="${chapter.title}"
    >
      <h2 class="ds-heading" data-size="sm" id="${chapter.code}-tittel">
        ${chapter.no} ${chapter.title}
      </h2>
      ${sayLink(`${zone}.${chapter.code}`, `${about} ${chapter.title}`, options)}
    </div>
    ${groupsOf(chapter).map(
      (group) => html`${groupHtml(chapter, group, options)}${answersTo(group, options)}`,
    )}
    ${raw(toHtml({ type: 'doc', content: chapter.json.content?.filter(isNote) ?? [] }, asPiece(chapter, options)))}
  </section>`
}

type Group = { nodes: PmJson[]; blocks: Block[]; alone: boolean }

/// How a piece of a chapter is written out: notes are numbered through the whole of it.
const asPiece = ({ notes, labels }: Chapter, { lang }: ParagraphOptions): HtmlOptions => ({
  anchors: false,
  headingOffset: 2,
  notes,
  labels,
  wordsIn: lang,
  imageHref,
})

/// Neighbouring list items, quotes and call-outs stay together, and a caption with what it is under; every other block
/// stands alone. Notes come after all of them.
function groupsOf(chapter: Chapter): Group[] {
  const groups: Group[] = []
  let at = 0
  for (const node of inReadingOrder(chapter.json.content ?? [], chapter.notes)) {
    if (isNote(node)) break
    const size = countBlocks(node)
    const blocks = chapter.blocks.slice(at, at + size)
    at += size
    const first = blocks[0]
    const joins =
      node.type === 'block' &&
      first &&
      (first.list !== '' || first.kind === 'quote' || first.kind === 'callout')
    const last = groups.at(-1)
    const above = last?.nodes.at(-1)?.type
    if (first?.kind === 'caption' && (above === 'image' || above === 'table')) {
      last!.nodes.push(node)
      last!.blocks.push(...blocks)
      continue
    }
    if (joins && last && !last.alone) {
      last.nodes.push(node)
      last.blocks.push(...blocks)
    } else if (blocks.some((b) => b.text.trim() !== '') || standsAlone.has(node.type)) {
      groups.push({ nodes: [node], blocks, alone: !joins })
    }
  }
  return groups
}

const standsAlone = new Set(['rule', 'image', 'unknown'])

const countBlocks = (node: PmJson): number =>
  node.type === 'block'
    ? 1
    : (node.content ?? []).reduce((sum, child) => sum + countBlocks(child), 0)

function groupHtml(
  chapter: Chapter,
  { nodes, blocks, alone }: Group,
  options: ParagraphOptions,
): Html {
  const doc: PmJson = { type: 'doc', content: nodes }
  const first = blocks.find((b) => b.number > 0)
  if (nodes[0]?.type === 'rule') return html`<hr class="ds-divider" />`
  if (!alone) return listHtml(chapter, doc, blocks, options)
  const inner = raw(toHtml(doc, asPiece(chapter, options)))
  if (!first) {
    return html`<div class="para" data-group><div class="para-body">${inner}</div></div>`
  }
  if (first.kind === 'heading') {
    return html`<div
      class="para"
      id="${first.anchor}"
      data-heading="${first.level + 2}"
      data-ref="${first.ref}"
      data-label="${first.label}"
    >
      <div class="para-body">${inner}</div>
      ${sayLink(first.ref, first.label, options)}
    </div>`
  }
  return html`<div
    class="para"
    id="${first.anchor}"
    data-ref="${first.ref}"
    data-label="${first.label}"
  >
    ${numberLink(first)}
    <div class="para-body">${inner}</div>
    ${sayLink(first.ref, first.label, options)}
  </div>`
}

/// Under its paragraph; under the whole list where it is about one item.
const answersTo = ({ blocks }: Group, { answers, lang }: ParagraphOptions): (Html | '')[] =>
  blocks.map(({ id }) => answersHtml(answers, id, lang))

/// One frame for the whole list; every item has its own number, and the comment is about the item one chooses.
function listHtml(chapter: Chapter, doc: PmJson, blocks: Block[], options: ParagraphOptions): Html {
  let at = 0
  const inner = toHtml(doc, {
    ...asPiece(chapter, options),
    extras: () => {
      const block = blocks[at++]
      if (!block || block.number === 0) return undefined
      const link = sayLink(block.ref, block.label, options, true)
      return {
        start: `<span class="item" id="${block.anchor}" data-ref="${block.ref}" data-label="${block.label}">${String(numberLink(block))} `,
        end: `${String(link)}</span>`,
      }
    },
  })
  return html`<div class="para" data-group>
    <div class="para-body">${raw(inner)}</div>
  </div>`
}

const numberLink = (block: Block): Html =>
  html`<a class="para-no" href="#${block.anchor}">${block.label}</a>`

function sayLink(
  ref: string,
  about: string,
  { lang, say }: ParagraphOptions,
  short = false,
): Html | string {
  if (!say) return ''
  const t = words(lang)
  const text = t('Uttal deg', 'Uttal deg', 'Comment')
  const on = ref.split('.').length > 2 ? t('om punkt', 'om punkt', 'on point') : ''
  const hidden = html`<span class="ds-sr-only"> ${on} ${about}</span>`
  return short
    ? html`<a class="say say-short" href="${say(ref)}" lang="${lang}"
        >${icon('ChatAdd')}<span class="ds-sr-only">${text}</span>${hidden}</a
      >`
    : html`<a class="say" href="${say(ref)}" lang="${lang}">${icon('ChatAdd')}${text}${hidden}</a>`
}
