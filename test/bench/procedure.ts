// What the procedure costs: commands through the whole door against a bare insert, explaining, folding, and how the price
// of one command grows. Every figure stands beside its limit, met or not, and beside the processor time it took: on a
// machine that others use, the clock on the wall measures them too.
import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { journalRows, type JournalRow } from '../../db/journal.ts'
import { processesOf, storedOf, type ProcessRow } from '../../db/process.ts'
import { available } from '../../service/act.ts'
import { participationFacts, strategyFacts, surroundingsOf } from '../../service/facts.ts'
import { entryOf } from '../../service/journal/record.ts'
import type { ProcessKind } from '../../workflows/act.ts'
import { available as availableIn, fold } from '../../workflows/decide.ts'
import { besideDbos } from './procedure-dbos.ts'
import { grow, layEntries } from './procedure-growth.ts'
import { median, round, type Figures } from './procedure-figures.ts'
import { course, invite, newStrategy, whoActs, type Played } from './procedure-house.ts'

/// Every scenario's row as it is measured. `rounds` interleaved runs; figures are medians.
export async function* procedureRows(rounds: number): AsyncGenerator<Figures> {
  yield await door(rounds)
  yield* await thinking(rounds)
  yield* await growth(rounds)
  yield* await besideDbos(rounds)
}

/// (a) Thirteen acts by each of twelve municipalities, one after another, and as many prepared autocommit inserts between
/// them. What falls due by itself has happened before the people of a day begin.
async function door(rounds: number): Promise<Figures> {
  const commands: number[] = []
  const inserts: number[] = []
  const ratios: number[] = []
  const cpus: number[] = []
  for (let i = 0; i < rounds; i++) {
    const p = await newStrategy()
    await invite(p)
    const bare = bareTable(p.folder)
    let acts = 0
    let spent = 0
    let inserting = 0
    let used = 0
    for (const leg of course) {
      await p.wakeOn(leg.on)
      if (leg.joint) {
        await p.does(undefined, leg)
        continue
      }
      const began = performance.now()
      const cpu = cpuMs()
      for (const number of p.numbers) await p.does(number, leg)
      spent += performance.now() - began
      used += cpuMs() - cpu
      acts += p.numbers.length
      inserting += bare.insert(p.numbers.length)
    }
    commands.push((acts * 1000) / spent)
    inserts.push((acts * 1000) / inserting)
    ratios.push(inserting / spent)
    cpus.push(used / acts)
    bare.close()
    await p.close()
  }
  const ratio = median(ratios)
  return {
    scenario: 'procedure-door',
    rounds,
    commandsPerSecond: round(median(commands)),
    insertsPerSecond: round(median(inserts)),
    ratio: round(ratio, 3),
    ratioFrom: round(Math.min(...ratios), 3),
    ratioTo: round(Math.max(...ratios), 3),
    atLeast: 0.2,
    met: ratio >= 0.2,
    commandCpuMs: round(median(cpus), 2),
  }
}

/// A table for 400-byte rows on the same disk, under the pragmas the service runs with. `insert` answers the milliseconds
/// for so many prepared autocommit inserts.
function bareTable(folder: string): { insert(count: number): number; close(): void } {
  const db = new BetterSqlite3(join(folder, 'bare.db'))
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'wal_autocheckpoint = 4000',
  ]) {
    db.pragma(pragma)
  }
  db.exec('create table bare (id integer primary key, content text not null) strict')
  const one = db.prepare('insert into bare (content) values (?)')
  const content = 'x'.repeat(400)
  const insert = (count: number): number => {
    const began = performance.now()
    for (let i = 0; i < count; i++) one.run(content)
    return performance.now() - began
  }
  insert(50)
  return { insert, close: () => void db.close() }
}

/// (b) and (c) on a strategy with all councils deciding.
async function thinking(rounds: number): Promise<Figures[]> {
  const p = await playedTo('schedule-council')
  const { db } = p.house.store
  const today = p.house.clock.today()
  const rows = await processesOf(db, 1, p.strategy)
  const around = (await surroundingsOf(db, 1, p.strategy, today))!
  const asked = []
  for (const row of rows) {
    const facts = row.municipality
      ? (await participationFacts(db, around, row.municipality)).facts
      : strategyFacts(around)
    const behalfOf = row.municipality ? { behalfOf: row.municipality } : {}
    asked.push({
      stored: storedOf(row),
      facts,
      asker: { roles: whoActs(row.municipality ?? undefined).roles, ...behalfOf },
    })
  }
  const long = []
  for (const row of rows) long.push({ row, entries: await lengthened(p, row, 200) })

  const explaining: number[] = []
  const looked: number[] = []
  const folding: number[] = []
  const foldingCpu: number[] = []
  let events = 0
  let entries = 0
  // A service that has just started, and one that has been at work.
  let first = 0
  for (let i = 0; i < 30; i++) {
    const began = performance.now()
    for (const { stored, asker, facts } of asked) availableIn(stored, asker, facts, today)
    if (i === 0) first = performance.now() - began
  }
  for (let i = 0; i <= rounds; i++) {
    events = entries = 0
    let began = performance.now()
    for (const { stored, asker, facts } of asked) {
      events += availableIn(stored, asker, facts, today).length
    }
    if (i > 0) explaining.push(performance.now() - began)
    began = performance.now()
    for (const { municipality } of rows) {
      const kind = municipality ? 'participation' : 'strategy'
      const name = {
        strategy: p.strategy,
        kind,
        ...(municipality ? { municipality } : {}),
      } as const
      await available(p.house, name, whoActs(municipality ?? undefined))
    }
    if (i > 0) looked.push(performance.now() - began)
    began = performance.now()
    const cpu = cpuMs()
    for (const one of long) {
      entries += fold(one.row.kind as ProcessKind, one.entries.map(entryOf)).seq
    }
    if (i > 0) folding.push(performance.now() - began)
    if (i > 0) foldingCpu.push(cpuMs() - cpu)
  }
  await p.close()
  const explained = median(explaining)
  const folded = median(folding)
  return [
    {
      scenario: 'procedure-explain',
      rounds,
      processes: rows.length,
      events,
      ms: round(explained, 2),
      atMost: 5,
      met: explained <= 5,
      firstMs: round(first, 2),
      withLookUpsMs: round(median(looked), 1),
    },
    {
      scenario: 'procedure-fold',
      rounds,
      processes: rows.length,
      entries,
      ms: round(folded, 1),
      atMost: 100,
      met: folded <= 100,
      cpuMs: round(median(foldingCpu), 1),
    },
  ]
}

/// A process's journal, made as long as wanted with acts that change no state.
async function lengthened(p: Played, row: ProcessRow, length: number): Promise<JournalRow[]> {
  const entries = await journalRows(p.house.store.db, 1, row.id)
  const last = entries.at(-1)!
  const quiet = row.municipality
    ? { type: 'note-legality-review', input: '{"by":"own-initiative"}' }
    : { type: 'record-steering-decision', input: '{"about":"freeze-final-proposal"}' }
  while (entries.length < length) entries.push({ ...last, ...quiet, seq: entries.length + 1 })
  return entries
}

/// (d) One quiet command: with twelve municipalities and little in the journal, with 357 in the strategy, with 100,000
/// entries in the journal, and with both.
async function growth(rounds: number): Promise<Figures[]> {
  const made = {
    small: await playedTo('record-publication'),
    wide: await playedTo('record-publication'),
    long: await playedTo('record-publication'),
    both: await playedTo('record-publication'),
  }
  await grow(made.wide, 357)
  await layEntries(made.long, 100_000)
  await grow(made.both, 357)
  await layEntries(made.both, 100_000)
  const times = { small: [], wide: [], long: [], both: [] } as Record<keyof typeof made, number[]>
  const cpus = { small: [], wide: [], long: [], both: [] } as typeof times
  const names = Object.keys(made) as (keyof typeof made)[]
  for (let i = 0; i <= rounds; i++) {
    for (const name of names) {
      const p = made[name]
      const each: number[] = []
      const cpu = cpuMs()
      for (const number of p.numbers) {
        const began = performance.now()
        const input = { by: 'own-initiative' }
        await p.does(number, { type: 'note-legality-review', on: '2028-04-03', input })
        each.push(performance.now() - began)
      }
      if (i > 0) times[name].push(median(each))
      if (i > 0) cpus[name].push((cpuMs() - cpu) / p.numbers.length)
    }
  }
  for (const p of Object.values(made)) await p.close()
  const base = median(times.small)
  return (['wide', 'long', 'both'] as const).map((name) => {
    const ratio = median(times[name].map((ms, i) => ms / times.small[i]!))
    return {
      scenario: `procedure-growth-${name}`,
      rounds,
      municipalities: name === 'long' ? 12 : 357,
      journalEntries: name === 'wide' ? 0 : 100_000,
      baseMs: round(base, 2),
      ms: round(median(times[name]), 2),
      ratio: round(ratio, 2),
      atMost: 1.5,
      met: ratio <= 1.5,
      cpuRatio: round(median(cpus[name].map((ms, i) => ms / cpus.small[i]!)), 2),
    }
  })
}

/// A strategy played until after this act of every municipality.
async function playedTo(type: string): Promise<Played> {
  const p = await newStrategy()
  await invite(p)
  for (const leg of course) {
    if (leg.joint) await p.does(undefined, leg)
    else for (const number of p.numbers) await p.does(number, leg)
    if (leg.type === type) break
  }
  return p
}

/// Processor time of this process so far.
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
