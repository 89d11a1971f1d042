// The picture of a machine as SVG, in the reader's language, with where a process is and has been. Classes only, no
// style of its own: `chart-node` (`is-now`, `is-past`), `chart-edge` (`is-main`, `is-back`, `is-system`). The list beside it
// says the same in words and is what assistive technology reads.
import type { ProcessKind } from './act.ts'
import { chartOf, nodeSize, type ChartEdge, type ChartNode } from './chart.ts'
import type { Lang } from './lang.ts'
import { eventLabel, stateLabel } from './words.ts'

export type Marks = { now?: string; past?: readonly string[] }

export function chartSvg(kind: ProcessKind, lang: Lang, { now, past = [] }: Marks = {}): string {
  const { width, height, nodes, edges } = chartOf(kind)
  const at = new Map(nodes.map((n) => [n.state, n]))
  const title = titles[kind][lang]
  const arrows = edges.map((e, i) => arrow(e, i, at.get(e.from)!, at.get(e.to)!, kind, lang))
  const boxes = nodes.map((n) => box(n, kind, lang, n.state === now, past.includes(n.state)))
  return (
    `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">` +
    `<title>${escaped(title)}</title>` +
    '<defs><marker id="chart-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
    '<path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>' +
    arrows.join('') +
    boxes.join('') +
    '</svg>'
  )
}

/// The same content in order, as sentences: each state with what can be done from it and where that leads.
export function chartList(
  kind: ProcessKind,
  lang: Lang,
): { state: string; label: string; ways: { label: string; to: string }[] }[] {
  const { nodes, edges } = chartOf(kind)
  return nodes.map(({ state }) => ({
    state,
    label: stateLabel(kind, state, lang),
    ways: edges
      .filter((e) => e.from === state)
      .flatMap((e) =>
        e.events.map((event) => ({
          label: eventLabel(kind, event, lang),
          to: stateLabel(kind, e.to, lang),
        })),
      ),
  }))
}

const titles: Record<ProcessKind, Record<Lang, string>> = {
  strategy: {
    nb: 'Tilstandene i fellesarbeidet',
    nn: 'Tilstandane i fellesarbeidet',
    en: 'States of the joint work',
  },
  participation: {
    nb: 'Tilstandene for en kommune',
    nn: 'Tilstandane for ein kommune',
    en: 'States of a municipality',
  },
}

function box(n: ChartNode, kind: ProcessKind, lang: Lang, now: boolean, past: boolean): string {
  const mark = now ? ' is-now' : past ? ' is-past' : ''
  const lines = wrapped(stateLabel(kind, n.state, lang))
  const middle = n.x + nodeSize.width / 2
  const first = n.y + nodeSize.height / 2 + 4 - (lines.length - 1) * 8
  const text = lines
    .map((line, i) => `<tspan x="${middle}" y="${first + i * 16}">${escaped(line)}</tspan>`)
    .join('')
  return (
    `<g class="chart-node${mark}"><rect x="${n.x}" y="${n.y}" width="${nodeSize.width}" height="${nodeSize.height}" ` +
    `rx="6" fill="none" stroke="currentColor"/><text text-anchor="middle" font-size="13">${text}</text></g>`
  )
}

function arrow(
  edge: ChartEdge,
  index: number,
  from: ChartNode,
  to: ChartNode,
  kind: ProcessKind,
  lang: Lang,
): string {
  const said = edge.events.map((event) => eventLabel(kind, event, lang)).join(', ')
  return (
    `<path class="chart-edge is-${edge.kind}" d="${curve(edge, index, from, to)}" fill="none" stroke="currentColor" ` +
    `marker-end="url(#chart-tip)"><title>${escaped(said)}</title></path>`
  )
}

/// Down to the next row straight, further down or sideways with a bow to the right, up along the left.
function curve({ kind }: ChartEdge, index: number, from: ChartNode, to: ChartNode): string {
  const half = nodeSize.width / 2
  const middle = nodeSize.height / 2
  if (kind === 'back' || to.y < from.y) {
    const out = Math.min(from.x, to.x) - 20 - ((index * 17) % 150)
    return `M${from.x} ${from.y + middle} C${out} ${from.y + middle} ${out} ${to.y + middle} ${to.x} ${to.y + middle}`
  }
  if (to.y === from.y) {
    const start = from.x < to.x ? from.x + nodeSize.width : from.x
    const end = from.x < to.x ? to.x : to.x + nodeSize.width
    return `M${start} ${from.y + middle} L${end} ${to.y + middle}`
  }
  const bend = to.rank - from.rank > 1 && from.x === to.x ? half + 30 : 0
  const startX = from.x + half
  const startY = from.y + nodeSize.height
  const between = (to.y - startY) / 2
  return `M${startX} ${startY} C${startX + bend} ${startY + between} ${to.x + half + bend} ${to.y - between} ${to.x + half} ${to.y}`
}

function wrapped(label: string): string[] {
  const lines: string[] = ['']
  for (const word of label.split(' ')) {
    const line = `${lines.at(-1)!} ${word}`.trim()
    if (line.length > 24 && lines.at(-1) !== '') lines.push(word)
    else lines[lines.length - 1] = line
  }
  return lines
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
