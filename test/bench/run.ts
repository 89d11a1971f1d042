// `npm run bench [scenario…]`: measures the text room against Hocuspocus and y-websocket in the same run (`texts`: all its
// scenarios), the `procedure` against a bare insert and DBOS, and the `editor` in a real browser. One JSON row a scenario (and server), medians of interleaved
// rounds (`ROUNDS`: 5 for texts, 7 for the procedure; `SERVERS`: all), and in the end one table: figure, limit, met or not.
import { editorRows } from './editor.ts'
import { exportRows } from './export.ts'
import { procedureRows } from './procedure.ts'
import { closingTable } from './figures.ts'
import { scenarios } from './scenarios.ts'
import { serverNames, type ServerName } from './servers.ts'
import { measureTexts } from './texts.ts'

const asked = process.argv.slice(2)
const alone = ['procedure', 'editor', 'export']
const known = [...Object.keys(scenarios), 'texts', ...alone]
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no scenario ${unknown.join(', ')}; there are ${known.join(', ')}.`)
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
if (asked.length === 0 || asked.includes('export')) {
  for await (const row of exportRows(Number(process.env['ROUNDS'] ?? 7))) {
    console.log(JSON.stringify(row))
  }
}
if (asked.length > 0 && asked.every((name) => alone.includes(name))) process.exit(0)
const began = performance.now()
const texts = asked.length === 0 || asked.includes('texts') ? Object.keys(scenarios) : asked
const medians = await measureTexts(texts, wanted, rounds, (row) => console.log(JSON.stringify(row)))
for (const line of closingTable(medians)) console.log(line)
console.log(`${((performance.now() - began) / 60_000).toFixed(1)} minutes`)
process.exit(0)
