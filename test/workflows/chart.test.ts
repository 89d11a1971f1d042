import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ProcessKind } from '../../workflows/act.ts'
import { chartFile } from '../../workflows/chart-file.ts'
import { chartList, chartSvg } from '../../workflows/chart-svg.ts'
import { chartOf, movesOf, nodeSize } from '../../workflows/chart.ts'
import { faces } from '../../workflows/process.ts'

describe('pictures of the machines', () => {
  for (const kind of ['strategy', 'participation'] as ProcessKind[]) {
    test(`${kind}: every state of the definition is drawn once, and none on another`, () => {
      const { nodes } = chartOf(kind)
      expect(nodes.map((n) => n.state).sort()).toEqual(
        Object.keys(faces[kind].process.definition.states).sort(),
      )
      for (const a of nodes)
        for (const b of nodes)
          if (a !== b)
            expect(
              Math.abs(a.x - b.x) >= nodeSize.width || Math.abs(a.y - b.y) >= nodeSize.height,
            ).toBe(true)
    })

    test(`${kind}: every move of the definition is told, as an arrow or in words, and the main path runs down`, () => {
      const { nodes, edges } = chartOf(kind)
      const rank = new Map(nodes.map((n) => [n.state, n.rank]))
      const { states } = faces[kind].process.definition
      const ways = Object.entries(states).flatMap(([from, events]) =>
        Object.values(events)
          .flat()
          .filter((w) => w.to && w.to !== from && ['main', 'back', 'system'].includes(w.kind))
          .map((w) => `${from} ${w.to}`),
      )
      const moves = movesOf(kind).map((m) => `${m.from} ${m.to}`)
      expect(moves.sort()).toEqual([...new Set(ways)].sort())
      const told = nodes.reduce((n, node) => n + node.from, 0)
      expect(edges.length + told).toBeGreaterThanOrEqual(moves.length / 2)
      for (const e of edges.filter((edge) => edge.kind === 'main'))
        expect(rank.get(e.to)!, `${e.from} ${e.to}`).toBeGreaterThanOrEqual(rank.get(e.from)!)
    })

    test(`${kind}: labels stand in the reader’s language, the present state is marked, and no code is seen`, () => {
      const now = kind === 'strategy' ? 'F60' : 'K50'
      const svg = chartSvg(kind, 'nn', { now, past: [kind === 'strategy' ? 'F30' : 'K20'] })
      expect(svg).toContain('>På høyring<')
      expect(svg.match(/is-now/g)).toHaveLength(1)
      expect(svg.match(/is-past/g)).toHaveLength(1)
      expect(svg).not.toMatch(/>[^<]*\b[FK]\d{2,3}\b|style=|<script/)
      for (const row of chartList(kind, 'nb')) expect(row.label).not.toMatch(/\b[FK]\d/)
    })

    test(`${kind}: the guide’s picture is what the definition draws`, () => {
      const name = kind === 'strategy' ? 'fellesarbeidet' : 'kommunens-sak'
      const file = join(import.meta.dirname, '../../docs', `${name}.svg`)
      expect(readFileSync(file, 'utf8')).toBe(chartFile(kind, 'nb'))
    })
  }
})
