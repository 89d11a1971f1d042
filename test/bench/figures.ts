// What the text room's figures may be, beside its better peer's of the same run, and the table that says whether they are.
import type { Row } from './scenarios.ts'
import type { ServerName } from './servers.ts'

type Figure = { scenario: string; name: string; what: string } & (
  | { at: 'most' | 'least'; times: number }
  | { at: 'most'; of: number }
)

const figures: Figure[] = [
  { scenario: 'typing', name: 'cpuUsPerEdit', what: 'CPU µs an edit', at: 'most', times: 0.5 },
  { scenario: 'typing', name: 'p50', what: 'p50 ms', at: 'most', of: 25 },
  { scenario: 'typing', name: 'p99', what: 'p99 ms', at: 'most', of: 60 },
  { scenario: 'crowd', name: 'cpuUsPerEdit', what: 'CPU µs an edit', at: 'most', times: 0.35 },
  { scenario: 'crowd', name: 'p50', what: 'p50 ms', at: 'most', of: 25 },
  { scenario: 'crowd', name: 'p99', what: 'p99 ms', at: 'most', of: 60 },
  { scenario: 'rooms', name: 'cpuUsPerEdit', what: 'CPU µs an edit', at: 'most', times: 0.6 },
  { scenario: 'burst', name: 'editsPerSecond', what: 'edits/s to 11', at: 'least', times: 5 },
  { scenario: 'cold', name: 'coldMs', what: 'ms to first text', at: 'most', times: 0.25 },
  { scenario: 'many', name: 'kbPerText', what: 'kB an open text', at: 'most', times: 1.2 },
  { scenario: 'kill', name: 'lost', what: 'edits lost', at: 'most', of: 0 },
  { scenario: 'idle', name: 'waitMs', what: 'ms among 10,000', at: 'most', of: 60 },
]

/// Medians of every scenario that was measured, by server.
export type Medians = Map<string, Map<ServerName, Row>>

/// One line a figure: ours, the better peer's, the ratio, the limit, met or not. Empty when ours was not measured.
export function closingTable(medians: Medians): string[] {
  const rows = figures.flatMap((figure) => lineOf(figure, medians.get(figure.scenario)))
  if (rows.length === 0) return []
  const all = [['scenario', 'figure', 'ours', 'better peer', 'ratio', 'limit', 'met'], ...rows]
  const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => row[i]!.length)))
  return all.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  )
}

function lineOf(figure: Figure, servers: Map<ServerName, Row> | undefined): string[][] {
  const ours = servers?.get('planvev')?.[figure.name]
  if (!servers || ours === undefined) return []
  const { scenario, what } = figure
  if ('of' in figure) {
    const met = ours <= figure.of
    return [[scenario, what, String(ours), '', '', `≤ ${figure.of}`, yes(met)]]
  }
  const least = figure.at === 'least'
  const peers = [...servers].flatMap(([name, row]) => {
    const value = row[figure.name]
    return name === 'planvev' || value === undefined || Number.isNaN(value) ? [] : [{ name, value }]
  })
  const [better] = peers.sort((a, b) => (least ? b.value - a.value : a.value - b.value))
  if (!better) return [[scenario, what, String(ours), '', '', '', 'no peer']]
  const ratio = ours / better.value
  const met = least ? ratio >= figure.times : ratio <= figure.times
  const limit = `${least ? '≥' : '≤'} ${figure.times}`
  const peer = `${better.value} ${better.name}`
  return [[scenario, what, String(ours), peer, ratio.toFixed(2), limit, yes(met)]]
}

const yes = (met: boolean): string => (met ? 'yes' : 'NO')
