// Our HTML beside what ProseMirror's own serializer makes of the same text, both brought to one flat form. What differs on
// purpose is undone here and nowhere else:
//
// - list items are grouped into nested lists, quotes and call-outs into one element: here each block says what is around it;
// - notes stand last, in the order of their numbers, as a list with ways back; calls have their numbers;
// - a picture or a table with its caption is a figure; the first row of a table with a head is `th`;
// - a cell with one plain paragraph holds its words alone; blocks without words are left out, list items are not;
// - a call or a reference in a link is a link of its own: one link never holds another;
// - equal marks of neighbouring words may be one element or several; line breaks are `br`.
import { DOMSerializer, Node } from 'prosemirror-model'
import { toHtml } from '../../../editor/shared/html.ts'
import { schema, type PmJson } from '../../../editor/shared/schema.ts'

/// What is around it, what it is, its words as runs of `marks: letters`.
type Flat = [around: string, is: string, words: string[]]

function ours(json: PmJson): Flat[] {
  const html = toHtml(json, { imageHref: (asset) => `/bilde/${asset}` })
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const out: Flat[] = []
  const walk = (element: Element, around: string): void => {
    const tag = element.tagName.toLowerCase()
    const deeper = (name: string) => [...element.children].forEach((one) => walk(one, name))
    if (tag === 'ul' || tag === 'ol') deeper(`${around}/${tag}`)
    else if (tag === 'li') {
      const lists = [...element.children].filter((one) => /^[OU]L$/.test(one.tagName))
      const note = around.endsWith('notes/ol')
      const place = element.hasAttribute('data-orphan') ? '-' : element.getAttribute('value')
      out.push([note ? 'notes' : around, note ? `note ${place}` : 'li', runsOf(element, lists)])
      lists.forEach((one) => walk(one, around))
    } else if (tag === 'blockquote') deeper(`${around}/quote`)
    else if (tag === 'div' && element.className === 'callout') deeper(`${around}/callout`)
    else if (tag === 'section') deeper(`${around}/notes`)
    else if (tag === 'figure' || tag === 'div') deeper(around)
    else if (tag === 'table') {
      out.push([around, 'table', []])
      for (const row of element.querySelectorAll('tr')) {
        out.push([around, 'tr', []])
        for (const cell of row.children) {
          const blocks = [...cell.children].filter((one) => blockTags.test(one.tagName))
          const name = cell.tagName.toLowerCase()
          if (blocks.length === 0) out.push([around, name, runsOf(cell)])
          else {
            out.push([around, name, []])
            blocks.forEach((one) => walk(one, `${around}/cell`))
          }
        }
      }
    } else if (tag === 'img')
      out.push([around, `image ${element.getAttribute('src')}`, [element.getAttribute('alt')!]])
    else if (element.className === 'image-missing')
      out.push([around, 'image', [element.textContent!.replace('…', '')]])
    else if (tag === 'hr') out.push([around, 'hr', []])
    else out.push([around, tag, runsOf(element)])
  }
  for (const one of body.children) walk(one, '')
  return out
}

const blockTags = /^(P|H[1-6]|UL|OL|BLOCKQUOTE|DIV|TABLE|HR|FIGURE)$/

function theirs(json: PmJson): Flat[] {
  const made = DOMSerializer.fromSchema(schema).serializeFragment(
    Node.fromJSON(schema, json).content,
  )
  const numbers = numbersIn(made)
  for (const call of made.querySelectorAll<HTMLElement>('.note-ref')) {
    call.textContent = String(numbers.get(call.dataset.note ?? '') ?? '?')
  }
  for (const xref of made.querySelectorAll<HTMLElement>('.xref')) {
    xref.textContent = xref.dataset.was || '…'
  }
  const out: Flat[] = []
  const top = [...made.children] as HTMLElement[]
  flow(
    top.filter((one) => one.dataset.kind !== 'note'),
    '',
    out,
  )
  const notes = top.filter((one) => one.dataset.kind === 'note')
  const order = (one: HTMLElement) => numbers.get(one.dataset.id ?? '') ?? Infinity
  notes.sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)))
  for (const one of notes) {
    const number = numbers.get(one.dataset.id ?? '')
    if (number === undefined && !one.hasChildNodes()) continue
    out.push(['notes', `note ${number ?? '-'}`, runsOf(one)])
  }
  return out
}

/// Blocks side by side, with what ours would put around them.
function flow(blocks: HTMLElement[], around: string, out: Flat[]): void {
  let open: string[] = []
  let before = ''
  blocks.forEach((one, i) => {
    const { kind = '', list, indent = '0', asset } = one.dataset
    const box = kind === 'quote' || kind === 'callout' ? `/${kind}` : ''
    if (!list || box !== before || !one.dataset.kind) open = []
    before = one.dataset.kind ? box : '-'
    if (one.tagName === 'TABLE') return tableOf(one, around, out)
    if (one.tagName === 'HR') return void out.push([around, 'hr', []])
    if (one.tagName === 'IMG') {
      const is = asset ? `image /bilde/${asset}` : 'image'
      return void out.push([around, is, [one.getAttribute('alt')!]])
    }
    if (list) {
      const tag = list === 'number' ? 'ol' : 'ul'
      const depth = Math.min(Number(indent), open.length)
      open = open.slice(0, depth + 1)
      if (open[depth] !== tag) open = [...open.slice(0, depth), tag]
      return void out.push([`${around}${box}/${open.join('/')}`, 'li', runsOf(one)])
    }
    if (!one.hasChildNodes()) return
    const above = blocks[i - 1]
    const under =
      kind === 'caption' && (above?.tagName === 'IMG' || Boolean(above?.querySelector('tr')))
    out.push([`${around}${box}`, under ? 'figcaption' : one.tagName.toLowerCase(), runsOf(one)])
  })
}

function tableOf(table: HTMLElement, around: string, out: Flat[]): void {
  const rows = [...table.querySelectorAll('tr')]
  if (rows.length === 0) return
  out.push([around, 'table', []])
  rows.forEach((row, i) => {
    out.push([around, 'tr', []])
    for (const cell of row.children) {
      const name = i === 0 && table.dataset.header === 'true' ? 'th' : 'td'
      const blocks = [...cell.children] as HTMLElement[]
      const [only] = blocks
      const plain = blocks.length === 1 && only!.dataset.kind === 'paragraph' && !only!.dataset.list
      const before = out.length
      out.push([around, name, plain ? runsOf(only!) : []])
      if (!plain) flow(blocks, `${around}/cell`, out)
      if (out.length === before + 1) continue
    }
  })
}

function numbersIn(made: ParentNode): Map<string, number> {
  const ids = new Set(
    [...made.children]
      .filter((one) => (one as HTMLElement).dataset.kind === 'note')
      .map((one) => (one as HTMLElement).dataset.id ?? ''),
  )
  ids.delete('')
  const numbers = new Map<string, number>()
  for (const call of made.querySelectorAll<HTMLElement>('.note-ref')) {
    const id = call.dataset.note ?? ''
    if (ids.has(id) && !numbers.has(id)) numbers.set(id, numbers.size + 1)
  }
  return numbers
}

/// What our HTML says of itself, after a space.
const said = '[role="doc-backlink"], .why'

/// Letters with the marks around them, neighbours of equal marks together.
function runsOf(block: Element, without: Element[] = []): string[] {
  const out: { marks: string; text: string }[] = []
  const add = (marks: string[], text: string) => {
    const name = [...marks].sort().join(' ')
    const last = out.at(-1)
    if (last?.marks === name) last.text += text
    else out.push({ marks: name, text })
  }
  const walk = (node: globalThis.Node, marks: string[]): void => {
    if (node instanceof Text) {
      const ours = (node.nextSibling as Element | null)?.matches?.(said)
      return add(marks, ours ? node.data.slice(0, -1) : node.data)
    }
    if (!(node instanceof Element) || without.includes(node)) return
    if (node.matches(said)) return
    if (node.matches('.note-ref, .xref'))
      return add(
        [...marks.filter((one) => !one.startsWith('a=')), node.classList[0]!],
        `⟨${node.textContent}⟩`,
      )
    if (node.tagName === 'BR') return add(marks, '\n')
    const href = node.getAttribute('href')
    const name = node.tagName.toLowerCase() + (href ? `=${href}` : '')
    node.childNodes.forEach((one) => walk(one, [...marks, name]))
  }
  block.childNodes.forEach((one) => walk(one, []))
  return out.filter(({ text }) => text !== '').map(({ marks, text }) => `${marks}: ${text}`)
}

Object.assign(globalThis, { both: (json: PmJson) => ({ ours: ours(json), theirs: theirs(json) }) })
