// The door on PostgreSQL, and DBOS on the same server in turn with it: twelve processes of thirteen human events, each
// answered when its new state is on disk and can be read. Ours decides by the rules of law and keeps the journal, timers
// and letters too; DBOS keeps a message, one step and an event.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startPostgres } from './postgres.ts'
import { median, round, type Figures } from './procedure-figures.ts'
import { course, invite, newStrategy } from './procedure-house.ts'
import { installPeers } from './servers.ts'

type Run = { perSecond: number; p50Ms: number }

const clients = [1, 8] as const
const processes = 12
const events = course.filter((leg) => !leg.joint).length

export async function besideDbos(rounds: number): Promise<Figures[]> {
  installPeers()
  const postgres = await startPostgres()
  try {
    const door = new Map<number, Run[]>(clients.map((count) => [count, []]))
    const dbos = new Map<number, Run[]>(clients.map((count) => [count, []]))
    let trouble: string | undefined
    for (let i = 0; i < rounds; i++) {
      for (const count of clients) {
        door.get(count)!.push(await doorRun(await postgres.database(), count))
        if (trouble !== undefined) continue
        try {
          dbos.get(count)!.push(await dbosRun(await postgres.database(), count))
        } catch (error) {
          const { message, stdout = '' } = error as Error & { stdout?: string }
          trouble = `${message} ${stdout}`.slice(-400)
        }
      }
    }
    return clients.flatMap((count) => [
      rowOf('procedure-door-postgres', count, door.get(count)!),
      trouble === undefined
        ? {
            ...rowOf('procedure-dbos-postgres', count, dbos.get(count)!),
            doorIsTimes: round(
              median(
                door.get(count)!.map((run, i) => run.perSecond / dbos.get(count)![i]!.perSecond),
              ),
              2,
            ),
          }
        : { scenario: 'procedure-dbos-postgres', clients: count, notRun: trouble },
    ])
  } finally {
    await postgres.stop()
  }
}

function rowOf(scenario: string, count: number, runs: Run[]): Figures {
  const rates = runs.map((run) => run.perSecond)
  return {
    scenario,
    rounds: runs.length,
    clients: count,
    processes,
    events,
    commandsPerSecond: round(median(rates)),
    from: round(Math.min(...rates)),
    to: round(Math.max(...rates)),
    p50Ms: round(median(runs.map((run) => run.p50Ms)), 1),
  }
}

/// Every municipality's acts of a leg, so many of them at once.
async function doorRun(url: string, count: number): Promise<Run> {
  const p = await newStrategy(url)
  await invite(p)
  const times: number[] = []
  let spent = 0
  for (const leg of course) {
    await p.wakeOn(leg.on)
    if (leg.joint) {
      await p.does(undefined, leg)
      continue
    }
    const waiting = [...p.numbers]
    const began = performance.now()
    await Promise.all(
      Array.from({ length: count }, async () => {
        for (let number = waiting.shift(); number; number = waiting.shift()) {
          const start = performance.now()
          await p.does(number, leg)
          times.push(performance.now() - start)
        }
      }),
    )
    spent += performance.now() - began
  }
  await p.close()
  return { perSecond: (times.length * 1000) / spent, p50Ms: median(times) }
}

async function dbosRun(url: string, count: number): Promise<Run> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-deprecation', fileURLToPath(new URL('peers/dbos.mjs', import.meta.url))],
    {
      env: {
        ...process.env,
        DATABASE_URL: url,
        CLIENTS: String(count),
        PROCESSES: String(processes),
        EVENTS: String(events),
      },
      timeout: 120_000,
    },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Run
}
