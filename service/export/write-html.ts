// A paper as one HTML file that needs nothing else: its style and pictures inside it, no script, nothing fetched. Made to
// be read, by eye or by screen reader, and to be kept.
import { escapeHtml } from '../../editor/shared/html.ts'
import { htmlStyle } from './html-style.ts'
import type { Block, Chapter, Paper, Run } from './paper.ts'
import { paperName, paperWords } from './paper-words.ts'
import { anchorsIn } from './pdf-data.ts'
import type { Picture } from './pictures.ts'

export function writeHtml(paper: Paper, pictures: ReadonlyMap<string, Picture>): Buffer {
  const writer: Writer = {
    pictures,
    words: paperWords(paper.lang),
    anchors: anchorsIn(paper),
    chapter: undefined,
    numbers: new Map(),
    notes: [],
    counted: { figure: 0, table: 0 },
  }
  const { title, subtitle, status, lang, facts, colophon } = paper
  const several = paper.parts.length > 1
  const text = paper.parts
    .map((part) => {
      const chapters = part.chapters.map((chapter) =>
        chapterHtml(chapter, part.title, several, part.chapters.length === 1, writer),
      )
      const heading = several ? `<h2>${escapeHtml(part.title)}</h2>` : ''
      return `<section lang="${part.lang}">${heading}${chapters.join('')}</section>`
    })
    .join('')
  const body = [
    `<header><p class="law">${escapeHtml(writer.words.law)}</p><h1>${escapeHtml(title)}</h1>`,
    `<p class="subtitle">${escapeHtml(subtitle)}</p><p class="status">${escapeHtml(status)}</p>`,
    `<dl>${facts.map((fact) => `<div><dt>${escapeHtml(fact.name)}</dt><dd>${escapeHtml(fact.value)}</dd></div>`).join('')}</dl></header>`,
    contents(paper, writer),
    `<main>${text}${notesHtml(writer)}</main>`,
    `<footer><h2>${escapeHtml(colophon.title)}</h2>`,
    ...colophon.lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    colophon.hashes.length
      ? `<dl>${colophon.hashes.map((sum) => `<div><dt>${escapeHtml(sum.name)}</dt><dd><code>${escapeHtml(sum.value)}</code></dd></div>`).join('')}</dl>`
      : '',
    '</footer>',
  ].join('\n')
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Kept beside the file wherever it goes: it runs nothing and asks nobody.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<meta name="description" content="${escapeHtml(status)}">`,
    `<meta name="dcterms.date" content="${paper.on}">`,
    `<title>${escapeHtml(paperName(paper))}</title>`,
    `<style>${htmlStyle}</style>`,
  ].join('\n')
  return Buffer.from(
    `<!doctype html>\n<html lang="${lang}">\n<head>\n${head}\n</head>\n<body${paper.draft ? ' class="draft"' : ''}>\n${body}\n</body>\n</html>\n`,
  )
}

type Writer = {
  pictures: ReadonlyMap<string, Picture>
  words: ReturnType<typeof paperWords>
  anchors: ReadonlySet<string>
  chapter: Chapter | undefined
  /// A chapter's note → its number in the document.
  numbers: Map<string, number>
  notes: { number: number; html: string; lang: string }[]
  counted: { figure: number; table: number }
}

function contents({ parts }: Paper, { words }: Writer): string {
  const all = parts.flatMap(({ chapters }) => chapters)
  if (all.length < 2) return ''
  const entry = (chapter: Chapter) =>
    `<li lang="${chapter.lang}"><a href="#${chapter.anchor}">${escapeHtml(titled(chapter))}</a></li>`
  const list =
    parts.length === 1
      ? all.map(entry).join('')
      : parts
          .map((part) =>
            part.chapters.length === 1 && part.chapters[0]!.title === part.title
              ? entry(part.chapters[0]!)
              : `<li lang="${part.lang}">${escapeHtml(part.title)}<ol>${part.chapters.map(entry).join('')}</ol></li>`,
          )
          .join('')
  return `<nav aria-labelledby="innhold"><h2 id="innhold">${escapeHtml(words.contents)}</h2><ol>${list}</ol></nav>`
}

const titled = ({ number, title }: Chapter): string => (number ? `${number} ${title}` : title)

function chapterHtml(
  chapter: Chapter,
  part: string,
  several: boolean,
  only: boolean,
  writer: Writer,
): string {
  writer.chapter = chapter
  const same = several && only && chapter.title === part
  const level = several ? 3 : 2
  const heading = same ? '' : `<h${level}>${escapeHtml(titled(chapter))}</h${level}>`
  const text = blocks(chapter.blocks, writer, same ? level - 1 : level)
  return `<article id="${chapter.anchor}" lang="${chapter.lang}">${heading}${text}</article>`
}

function blocks(list: readonly Block[], writer: Writer, above: number): string {
  return list.map((block) => blockHtml(block, writer, above)).join('\n')
}

function blockHtml(block: Block, writer: Writer, above: number): string {
  switch (block.is) {
    case 'heading': {
      if (above === 0) return `<p><strong>${inlines(block.runs, writer)}</strong></p>`
      const tag = `h${Math.min(6, block.level + above)}`
      return `<${tag}${idOf(block.anchor)}>${inlines(block.runs, writer)}</${tag}>`
    }
    case 'text':
      return `<p>${inlines(block.runs, writer)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map(
        (item) => `<li>${inlines(item.runs, writer)}${blocks(item.under, writer, above)}</li>`,
      )
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case 'quote':
      return `<blockquote>${blocks(block.blocks, writer, above)}</blockquote>`
    case 'callout':
      return `<div class="callout">${blocks(block.blocks, writer, above)}</div>`
    case 'table':
      return tableHtml(block, writer)
    case 'image':
      return imageHtml(block, writer)
    case 'rule':
      return '<hr>'
    default:
      return `<p class="unknown">${escapeHtml(writer.words.unknown)}</p>`
  }
}

const idOf = (anchor: string): string => (anchor ? ` id="${anchor}"` : '')

function tableHtml(block: Extract<Block, { is: 'table' }>, writer: Writer): string {
  const { words, counted } = writer
  const name = block.caption.length ? `${words.table} ${++counted.table}` : words.table
  const row = (cells: Block[][], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${cellHtml(cell, writer)}</${tag}>`).join('')}</tr>`
  const caption = block.caption.length
    ? `<caption>${escapeHtml(name)}: ${inlines(block.caption, writer)}</caption>`
    : ''
  const [first, ...rest] = block.rows
  const body = block.head ? rest : block.rows
  const head = block.head && first ? `<thead>${row(first, 'th')}</thead>` : ''
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(name)}"><table>${caption}${head}<tbody>${body.map((cells) => row(cells, 'td')).join('\n')}</tbody></table></div>`
}

const cellHtml = (cell: Block[], writer: Writer): string => {
  const [only] = cell
  return cell.length === 1 && only!.is === 'text'
    ? inlines(only!.runs, writer)
    : blocks(cell, writer, 0)
}

function imageHtml(block: Extract<Block, { is: 'image' }>, writer: Writer): string {
  const { words, counted } = writer
  const picture = writer.pictures.get(block.asset)
  const shown = picture
    ? `<img src="data:image/${picture.type === 'jpg' ? 'jpeg' : picture.type};base64,${picture.bytes.toString('base64')}" alt="${escapeHtml(block.alt)}" width="${picture.width}" height="${picture.height}">`
    : `<p class="unknown">${escapeHtml(block.alt ? `${words.missing}: ${block.alt}` : words.missing)}</p>`
  if (block.caption.length === 0) return `<figure>${shown}</figure>`
  const name = `${words.figure} ${++counted.figure}`
  return `<figure>${shown}<figcaption>${escapeHtml(name)}: ${inlines(block.caption, writer)}</figcaption></figure>`
}

function inlines(list: readonly Run[], writer: Writer): string {
  return list
    .map((run) => {
      if (run.is === 'note') return noteHtml(run.at, writer)
      if (run.is === 'unknown')
        return `<span class="unknown">${escapeHtml(writer.words.unknown)}</span>`
      const text = escapeHtml(run.text).replaceAll('\n', '<br>')
      if (run.is === 'ref') {
        return writer.anchors.has(run.to) ? `<a href="#${run.to}">${text}</a>` : text
      }
      let html = text
      if (run.sub) html = `<sub>${html}</sub>`
      if (run.sup) html = `<sup>${html}</sup>`
      if (run.italic) html = `<em>${html}</em>`
      if (run.bold) html = `<strong>${html}</strong>`
      if (run.suggested) html = run.suggested === 'in' ? `<ins>${html}</ins>` : `<del>${html}</del>`
      if (run.href) html = `<a href="${escapeHtml(run.href)}" rel="noreferrer">${html}</a>`
      return html
    })
    .join('')
}

function noteHtml(at: number, writer: Writer): string {
  const { chapter, numbers, notes, words } = writer
  const key = `${chapter?.anchor} ${at}`
  const known = numbers.get(key)
  const number = known ?? numbers.size + 1
  if (known === undefined) {
    numbers.set(key, number)
    const html = inlines(chapter?.notes[at] ?? [], writer)
    notes.push({ number, html, lang: chapter?.lang ?? 'nb' })
  }
  const id = known === undefined ? ` id="kall-${number}"` : ''
  const name = `${words.note} ${number}`
  return `<sup><a${id} href="#note-${number}" role="doc-noteref" aria-label="${escapeHtml(name)}">${number}</a></sup>`
}

const notesHtml = ({ notes, words }: Writer): string =>
  notes.length === 0
    ? ''
    : `<section class="notes" role="doc-endnotes" aria-labelledby="fotnoter"><h2 id="fotnoter">${escapeHtml(words.notes)}</h2><ol>${notes
        .map(
          ({ number, html, lang }) =>
            `<li id="note-${number}" lang="${lang}">${html} <a href="#kall-${number}" role="doc-backlink" aria-label="${escapeHtml(`${words.back} ${number}`)}">↩</a></li>`,
        )
        .join('\n')}</ol></section>`
