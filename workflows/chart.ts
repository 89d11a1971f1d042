// A machine as a picture, laid out from its definition: the main path runs down, what comes back climbs on the left.
// Geometry only; the words and marks are put on in `chart-svg.ts`.
import type { ProcessKind } from './act.ts'
import { faces } from './process.ts'

export type ChartNode = { state: string; rank: number; x: number; y: number }

/// One arrow for all events between two states; `main` forward, `back` a return, `system` by itself.
export type ChartEdge = {
  from: string
  to: string
  kind: 'main' | 'back' | 'system'
  events: string[]
}

export type Chart = { width: number; height: number; nodes: ChartNode[]; edges: ChartEdge[] }

export const nodeSize = { width: 176, height: 44 }
const gap = { x: 24, y: 44 }
const margin = { left: 190, top: 20 }

/// Nodes and arrows of a process. Catch-up, fill and replay ways are left out: they are the same steps seen later.
export function chartOf(kind: ProcessKind): Chart {
  const { states, initial } = faces[kind].process.definition
  const order = Object.keys(states)
  const edges = edgesOf(kind)
  const ranks = ranksOf(order, initial, edges)
  const rows = new Map<number, string[]>()
  for (const state of order) {
    const rank = ranks.get(state)!
    rows.set(rank, [...(rows.get(rank) ?? []), state])
  }
  const nodes = [...rows].flatMap(([rank, row]) =>
    row.map((state, i) => ({
      state,
      rank,
      x: margin.left + i * (nodeSize.width + gap.x),
      y: margin.top + rank * (nodeSize.height + gap.y),
    })),
  )
  return {
    width: Math.max(...nodes.map((n) => n.x)) + nodeSize.width + margin.top,
    height: Math.max(...nodes.map((n) => n.y)) + nodeSize.height + margin.top,
    nodes,
    edges,
  }
}

function edgesOf(kind: ProcessKind): ChartEdge[] {
  const { states } = faces[kind].process.definition
  const order = Object.keys(states)
  const edges = new Map<string, ChartEdge>()
  for (const [from, events] of Object.entries(states))
    for (const [event, ways] of Object.entries(events))
      for (const { kind: way, to } of ways) {
        if (
          to === undefined ||
          to === from ||
          (way !== 'main' && way !== 'back' && way !== 'system')
        )
          continue
        const climbs = order.indexOf(to) < order.indexOf(from)
        const edge = edges.get(`${from} ${to}`) ?? {
          from,
          to,
          kind: way === 'main' && climbs ? 'back' : way,
          events: [],
        }
        if (!edge.events.includes(event)) edge.events.push(event)
        edges.set(`${from} ${to}`, edge)
      }
  return [...edges.values()]
}

/// Longest way down from the start along arrows that do not climb.
function ranksOf(order: string[], initial: string, edges: ChartEdge[]): Map<string, number> {
  const ranks = new Map([[initial, 0]])
  for (const state of order) {
    const into = edges.filter(
      (e) => e.to === state && order.indexOf(e.from) < order.indexOf(state) && ranks.has(e.from),
    )
    const main = into.filter((e) => e.kind === 'main')
    const from = (main.length > 0 ? main : into).map((e) => ranks.get(e.from)! + 1)
    if (!ranks.has(state)) ranks.set(state, main.length > 0 ? Math.max(...from) : Math.min(...from))
  }
  return ranks
}
