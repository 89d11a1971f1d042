// A chapter as numbered paragraphs: the number in the margin leads to itself, and every paragraph can be commented on.
// The words come from the same function that renders every frozen text.
import { html, raw } from 'hono/html'
import { toHtml } from '../../../editor/shared/html.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import type { Chapter } from './published-text.ts'

type Block = Chapter['blocks'][number]

export type ParagraphOptions = {
  lang: Lang
  /// Address of the form for one paragraph; without it nothing can be commented on.
  say?: (ref: string) => string
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
    ${groupsOf(chapter).map((group) => groupHtml(group, options))}
  </section>`
}

type Group = { nodes: PmJson[]; blocks: Block[]; alone: boolean }

/// Neighbouring list items, quotes and call-outs stay together; every other block stands alone.
function groupsOf(chapter: Chapter): Group[] {
  const groups: Group[] = []
  let at = 0
  for (const node of chapter.json.content ?? []) {
    const size = countBlocks(node)
    const blocks = chapter.blocks.slice(at, at + size)
    at += size
    const first = blocks[0]
    const joins =
      node.type === 'block' &&
      first &&
      (first.list !== '' || first.kind === 'quote' || first.kind === 'callout')
    const last = groups.at(-1)
    if (joins && last && !last.alone) {
      last.nodes.push(node)
      last.blocks.push(...blocks)
    } else if (blocks.some((b) => b.number > 0) || node.type === 'rule') {
      groups.push({ nodes: [node], blocks, alone: !joins })
    }
  }
  return groups
}

const countBlocks = (node: PmJson): number =>
  node.type === 'block'
    ? 1
    : (node.content ?? []).reduce((sum, child) => sum + countBlocks(child), 0)

function groupHtml({ nodes, blocks, alone }: Group, options: ParagraphOptions): Html {
  const doc: PmJson = { type: 'doc', content: nodes }
  const first = blocks.find((b) => b.number > 0)
  if (!first) return html`<hr class="ds-divider" />`
  if (!alone) return listHtml(doc, blocks, options)
  const inner = raw(toHtml(doc, { anchors: false, headingOffset: 2 }))
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

/// One frame for the whole list; every item has its own number, and the comment is about the item one chooses.
function listHtml(doc: PmJson, blocks: Block[], options: ParagraphOptions): Html {
  let at = 0
  const inner = toHtml(doc, {
    anchors: false,
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
