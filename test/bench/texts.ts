// Measures the text room and its peers: every scenario in interleaved rounds, one server at a time, each on a folder of
// its own.
import type { Medians } from './figures.ts'
import { once, scenarios, stopsItself, type Row, type Scenario } from './scenarios.ts'
import { installPeers, newFolder, removeFolder, startServer, type ServerName } from './servers.ts'

/// Tells the median row of each server as soon as a scenario is done; answers them all.
export async function measureTexts(
  names: string[],
  wanted: ServerName[],
  rounds: number,
  tell: (row: object) => void,
): Promise<Medians> {
  installPeers()
  const all: Medians = new Map()
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (!names.includes(name)) continue
    const rows = new Map<ServerName, Row[]>(wanted.map((server) => [server, []]))
    const times = once.has(name) ? 1 : rounds
    for (let round = 0; round < times; round++) {
      for (const server of wanted) rows.get(server)!.push(await measure(name, scenario, server))
    }
    const medians = new Map([...rows].map(([server, measured]) => [server, mediansOf(measured)]))
    for (const [server, row] of medians) tell({ scenario: name, server, rounds: times, ...row })
    all.set(name, medians)
  }
  return all
}

async function measure(name: string, scenario: Scenario, server: ServerName): Promise<Row> {
  const folder = newFolder()
  try {
    const running = await startServer(server, folder)
    const row = await scenario(running, folder)
    if (!stopsItself.has(name)) await running.stop('SIGKILL')
    return row
  } finally {
    removeFolder(folder)
  }
}

function mediansOf(rows: Row[]): Row {
  const median: Row = {}
  for (const key of Object.keys(rows[0] ?? {})) {
    const values = rows.map((row) => row[key] ?? Number.NaN).sort((a, b) => a - b)
    median[key] = values[Math.floor(values.length / 2)] ?? Number.NaN
  }
  return median
}
