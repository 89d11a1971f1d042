// `npm run bench [scenario…]`: measures the text room against Hocuspocus and y-websocket in the same run, and the
// `procedure` against a bare insert. One JSON row a scenario (and server), medians of interleaved rounds (`ROUNDS`: 5 for
// rooms, 7 for the procedure; `SERVERS`: all).
import { editorRows } from './editor.ts'
import { procedureRows } from './procedure.ts'
import { scenarios, stopsItself, type Row, type Scenario } from './scenarios.ts'
import {
  installPeers,
  newFolder,
  removeFolder,
  serverNames,
  startServer,
  type ServerName,
} from './servers.ts'

const asked = process.argv.slice(2)
const alone = ['procedure', 'editor']
const unknown = asked.filter((name) => !alone.includes(name) && !(name in scenarios))
if (unknown.length > 0) {
  console.error(
    `There is no scenario ${unknown.join(', ')}; there are ${[...Object.keys(scenarios), ...alone].join(', ')}.`,
  )
  process.exit(64)
}
const wanted = (process.env['SERVERS']?.split(',') ?? [...serverNames]) as ServerName[]
const rounds = Number(process.env['ROUNDS'] ?? 5)
if (asked.length === 0 || asked.includes('procedure')) {
  for await (const row of procedureRows(Number(process.env['ROUNDS'] ?? 7))) {
    console.log(JSON.stringify(row))
  }
}
if (asked.length === 0 || asked.includes('editor')) {
  for await (const row of editorRows(Number(process.env['ROUNDS'] ?? 5))) {
    console.log(JSON.stringify(row))
  }
}
if (asked.length > 0 && asked.every((name) => alone.includes(name))) process.exit(0)
installPeers()

for (const [name, scenario] of Object.entries(scenarios)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const rows = new Map<ServerName, Row[]>(wanted.map((server) => [server, []]))
  for (let round = 0; round < rounds; round++) {
    for (const server of wanted) rows.get(server)!.push(await measure(name, scenario, server))
  }
  for (const [server, measured] of rows) {
    console.log(JSON.stringify({ scenario: name, server, rounds, ...medians(measured) }))
  }
}
process.exit(0)

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

function medians(rows: Row[]): Row {
  const median: Row = {}
  for (const key of Object.keys(rows[0] ?? {})) {
    const values = rows.map((row) => row[key] ?? Number.NaN).sort((a, b) => a - b)
    median[key] = values[Math.floor(values.length / 2)] ?? Number.NaN
  }
  return median
}
