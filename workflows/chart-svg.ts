// The picture of a machine as SVG, in the reader's language, with where a process is and has been. Classes only, no
// style of its own: `chart-node` (`is-now`, `is-past`), `chart-edge` (`is-main`, `is-back`, `is-system`). The list beside it
// says the same in words and is what assistive technology reads.
import type { ProcessKind } from './act.ts'
import { chartOf, movesOf, nodeSize, type ChartEdge, type ChartNode } from './chart.ts'
import type { Lang } from './lang.ts'
import { fill } from './say.ts'
import { eventLabel, stateLabel } from './words.ts'

export type Marks = { now?: string; past?: readonly string[] }

export function chartSvg(kind: ProcessKind, lang: Lang, { now, past = [] }: Marks = {}): string {
  const { width, height, nodes, edges } = chartOf(kind)
  const title = titles[kind][lang]
  const arrows = edges.map((e) => arrow(e, kind, lang))
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
  const moves = movesOf(kind)
  return chartOf(kind).nodes.map(({ state }) => ({
    state,
    label: stateLabel(kind, state, lang),
    ways: moves
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
    `rx="6" fill="none" stroke="currentColor"/><text text-anchor="middle" font-size="13">${text}</text>${crowd(n, lang)}</g>`
  )
}

/// So many states lead here that the arrows are told in words.
function crowd(n: ChartNode, lang: Lang): string {
  if (n.from === 0) return ''
  const words = { nb: 'fra {n} tilstander', nn: 'frå {n} tilstandar', en: 'from {n} states' }
  const y = n.y + nodeSize.height / 2 + 4
  return `<text class="chart-note" x="${n.x + nodeSize.width + 10}" y="${y}" font-size="12">${fill(words, { n: n.from }, lang)}</text>`
}

function arrow(edge: ChartEdge, kind: ProcessKind, lang: Lang): string {
  const said = edge.events.map((event) => eventLabel(kind, event, lang)).join(', ')
  const line = edge.points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return (
    `<path class="chart-edge is-${edge.kind}" d="${line}" fill="none" stroke="currentColor" ` +
    `stroke-linejoin="round"${edge.kind === 'system' ? ' stroke-dasharray="2 4"' : ''} marker-end="url(#chart-tip)"><title>${escaped(said)}</title></path>`
  )
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
