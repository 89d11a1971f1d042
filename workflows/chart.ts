// A machine as a picture, laid out from its definition: the main path runs down, what comes back climbs in lanes on the
// left, one lane for each state returned to. Geometry only; words and marks are put on in `chart-svg.ts`.
import type { ProcessKind } from './act.ts'
import { faces } from './process.ts'

export type ChartNode = {
  state: string
  rank: number
  column: number
  x: number
  y: number
  /// Arrows left out because nearly every state has one: so many lead here.
  from: number
}

/// One arrow for all events between two states; `main` forward, `back` a return, `system` by itself.
export type ChartEdge = {
  from: string
  to: string
  kind: 'main' | 'back' | 'system'
  events: string[]
  /// Corners of the line, from the first state to the second.
  points: [x: number, y: number][]
}

export type Chart = { width: number; height: number; nodes: ChartNode[]; edges: ChartEdge[] }

export const nodeSize = { width: 176, height: 44 }
const gap = { x: 28, y: 48 }
const lane = 16
const top = 20

type Move = Omit<ChartEdge, 'points'>

/// Nodes and arrows of a process. Catch-up, fill and replay ways are left out: they are the same steps seen later.
export function chartOf(kind: ProcessKind): Chart {
  const { states, initial } = faces[kind].process.definition
  const order = Object.keys(states)
  const moves = movesOf(kind)
  const drawn = moves.filter((m) => !isCrowd(m))
  const lanes = lanesOf(drawn, order)
  const left = top + (lanes.size + 1) * lane
  const nodes = place(order, ranksOf(order, initial, moves), left).map((n) => ({
    ...n,
    from: moves.filter(
      (m) => isCrowd(m) && m.to === n.state && m.events[0] !== 'take-back-withdrawal',
    ).length,
  }))
  const at = new Map(nodes.map((n) => [n.state, n]))
  return {
    width: Math.max(...nodes.map((n) => n.x)) + nodeSize.width + top + lane * 2,
    height: Math.max(...nodes.map((n) => n.y)) + nodeSize.height + top + lane,
    nodes,
    edges: drawn.map((m) => ({
      ...m,
      points: route(at.get(m.from)!, at.get(m.to)!, left - lane * (lanes.get(m.to) ?? 0)),
    })),
  }
}

/// Every move of the definition, merged by the two states it joins.
export function movesOf(kind: ProcessKind): Move[] {
  const { states } = faces[kind].process.definition
  const order = Object.keys(states)
  const moves = new Map<string, Move>()
  for (const [from, events] of Object.entries(states))
    for (const [event, ways] of Object.entries(events))
      for (const { kind: way, to } of ways) {
        if (to === undefined || to === from) continue
        if (way !== 'main' && way !== 'back' && way !== 'system') continue
        const climbs = order.indexOf(to) < order.indexOf(from)
        const move = moves.get(`${from} ${to}`) ?? {
          from,
          to,
          kind: way === 'main' && climbs ? 'back' : way,
          events: [],
        }
        if (!move.events.includes(event)) move.events.push(event)
        moves.set(`${from} ${to}`, move)
      }
  return [...moves.values()]
}

/// Ways that nearly every state has: leaving, coming back from there, stopping.
const anywhere = new Set(['withdraw', 'take-back-withdrawal', 'stop'])

const isCrowd = (move: Move): boolean => move.events.every((event) => anywhere.has(event))

/// Longest way down from the start along arrows that do not climb; what is only returned to lies beside the path.
function ranksOf(order: string[], initial: string, moves: Move[]): Map<string, number> {
  const ranks = new Map([[initial, 0]])
  for (const state of order) {
    if (ranks.has(state)) continue
    const into = moves.filter((m) => m.to === state && ranks.has(m.from))
    const forward = into.filter((m) => m.kind !== 'back').map((m) => ranks.get(m.from)! + 1)
    const any = into.map((m) => ranks.get(m.from)! + 1)
    ranks.set(state, forward.length > 0 ? Math.max(...forward) : Math.min(...any))
  }
  return ranks
}

function place(
  order: string[],
  ranks: Map<string, number>,
  left: number,
): Omit<ChartNode, 'from'>[] {
  const filled = new Map<number, number>()
  return order.map((state) => {
    const rank = ranks.get(state)!
    const column = filled.get(rank) ?? 0
    filled.set(rank, column + 1)
    return {
      state,
      rank,
      column,
      x: left + column * (nodeSize.width + gap.x),
      y: top + rank * (nodeSize.height + gap.y),
    }
  })
}

/// A lane on the left for each state that is returned to, the nearest for the lowest.
function lanesOf(moves: Move[], order: string[]): Map<string, number> {
  const targets = [...new Set(moves.filter((m) => m.kind === 'back').map((m) => m.to))]
  const lowestFirst = targets.sort((a, b) => order.indexOf(b) - order.indexOf(a))
  return new Map(lowestFirst.map((state, i) => [state, i + 1]))
}

function route(from: ChartNode, to: ChartNode, laneX: number): ChartEdge['points'] {
  const { width, height } = nodeSize
  const [middleX, middleY] = [from.x + width / 2, from.y + height / 2]
  const [targetX, targetY] = [to.x + width / 2, to.y + height / 2]
  if (to.rank === from.rank && Math.abs(to.column - from.column) === 1)
    return to.x > from.x
      ? [
          [from.x + width, middleY],
          [to.x, targetY],
        ]
      : [
          [from.x, middleY],
          [to.x + width, targetY],
        ]
  if (to.rank === from.rank - 1 && to.column === from.column && to.column > 0)
    return [
      [middleX, from.y],
      [targetX, to.y + height],
    ]
  if (to.rank > from.rank) return down(from, to)
  const entry = to.y + height / 2 + 8
  if (from.column === 0)
    return [
      [from.x, middleY - 8],
      [laneX, middleY - 8],
      [laneX, entry],
      [to.x, entry],
    ]
  const under = from.y + height + 10
  return [
    [middleX - 20, from.y + height],
    [middleX - 20, under],
    [laneX, under],
    [laneX, entry],
    [to.x, entry],
  ]
}

/// Forward: straight to the next row, or along the gap above the target; past other states to the right of them.
function down(from: ChartNode, to: ChartNode): ChartEdge['points'] {
  const { width, height } = nodeSize
  const middleX = from.x + width / 2
  const targetX = to.x + width / 2
  const above = to.y - 16
  if (to.rank === from.rank + 1)
    return middleX === targetX
      ? [
          [middleX, from.y + height],
          [targetX, to.y],
        ]
      : [
          [middleX, from.y + height],
          [middleX, above],
          [targetX, above],
          [targetX, to.y],
        ]
  const side = from.x + width + 12
  const out = from.y + height / 2 + 8
  return [
    [from.x + width, out],
    [side, out],
    [side, above],
    [targetX + 12, above],
    [targetX + 12, to.y],
  ]
}
