// DBOS Transact on PostgreSQL, its defaults: a process is a workflow that waits for a person's event, takes one step and
// says where it stands; an event is answered when that can be read. Prints one line of JSON.
import { DBOS } from '@dbos-inc/dbos-sdk'

const { DATABASE_URL, CLIENTS, PROCESSES, EVENTS } = process.env
const count = Number(EVENTS)

async function treatment() {
  let state = 0
  for (let n = 1; n <= count; n++) {
    const event = await DBOS.recv('event', 60)
    if (!event) throw new Error(`event ${n} did not come`)
    state = await DBOS.runStep(async () => state + 1, { name: 'decide' })
    await DBOS.setEvent(`seq-${n}`, { state, type: event.type })
  }
  return state
}
const workflow = DBOS.registerWorkflow(treatment, { name: 'treatment' })

DBOS.setConfig({ name: 'bench', systemDatabaseUrl: DATABASE_URL, logLevel: 'error' })
await DBOS.launch()

const ids = Array.from({ length: Number(PROCESSES) }, (_, i) => `process-${i}`)
for (const id of ids) await DBOS.startWorkflow(workflow, { workflowID: id })()
const times = []
const act = async (id, n) => {
  const began = performance.now()
  await DBOS.send(id, { type: `event-${n}`, actedOn: '2028-03-27' }, 'event', `${id}/${n}`)
  const answer = await DBOS.getEvent(id, `seq-${n}`, 60)
  if (answer?.state !== n) throw new Error(`${id} answered ${JSON.stringify(answer)} to ${n}`)
  times.push(performance.now() - began)
}
const waiting = [...ids]
const began = performance.now()
await Promise.all(
  Array.from({ length: Number(CLIENTS) }, async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      for (let n = 1; n <= count; n++) await act(id, n)
    }
  }),
)
const ms = performance.now() - began
times.sort((a, b) => a - b)
const p50Ms = times[Math.floor(times.length / 2)]
console.log(JSON.stringify({ acts: times.length, perSecond: (times.length * 1000) / ms, p50Ms }))
await DBOS.shutdown()
process.exit(0)
