// A journal as it stands: corrections carried out, struck entries left out, free words put back where they were given.
import type { Db } from '../../../db/database.ts'
import type { DetailRow, JournalRow } from '../../../db/journal.ts'
import type { Day, Json } from '../../../workflows/act.ts'

export type PublicAct = {
  seq: number
  type: string
  actedOn: Day
  input: { [key: string]: Json }
}

/// What the public reads words from; everything else the process itself remembers.
const spoken = ['record-decision', 'record-publication', 'correct']

/// The acts with words for the public, of every process of a strategy, by process.
export async function spokenActs(
  db: Db,
  region: number,
  strategy: string,
): Promise<Map<string, PublicAct[]>> {
  const rows = await db
    .selectFrom('journal')
    .innerJoin('process', (join) =>
      join
        .onRef('process.region', '=', 'journal.region')
        .onRef('process.id', '=', 'journal.process'),
    )
    .select(['journal.process', 'journal.seq', 'journal.type', 'acted_on', 'input'])
    .where('journal.region', '=', region)
    .where('process.strategy', '=', strategy)
    .where('journal.type', 'in', spoken)
    .orderBy('journal.process')
    .orderBy('journal.seq')
    .execute()
  const acts = new Map<string, PublicAct[]>()
  for (const process of new Set(rows.map((row) => row.process))) {
    const details = await db
      .selectFrom('journal_detail')
      .selectAll()
      .where('region', '=', region)
      .where('process', '=', process)
      .execute()
    const own = rows.filter((row) => row.process === process)
    acts.set(process, asTheyStand(own, details))
  }
  return acts
}

type SpokenRow = Pick<JournalRow, 'seq' | 'type' | 'acted_on' | 'input'>

/// In the order the acts were done, not in the order they were registered.
export function asTheyStand(
  rows: readonly SpokenRow[],
  details: readonly DetailRow[],
): PublicAct[] {
  const acts = new Map<number, PublicAct>()
  for (const row of rows) {
    const input = JSON.parse(row.input) as PublicAct['input']
    for (const detail of details) if (detail.seq === row.seq) putBack(input, detail)
    if (row.type === 'correct') {
      const at = Number(input.entry)
      const act = acts.get(at)
      if (!act) continue
      if (input.field === 'void') {
        if (input.value === true) acts.delete(at)
      } else if (input.field === 'actedOn') act.actedOn = String(input.value)
      else act.input[String(input.field)] = input.value ?? null
      continue
    }
    acts.set(row.seq, { seq: row.seq, type: row.type, actedOn: row.acted_on, input })
  }
  return [...acts.values()].sort((a, b) =>
    a.actedOn === b.actedOn ? a.seq - b.seq : a.actedOn < b.actedOn ? -1 : 1,
  )
}

/// `changes.0.text` leads to the words of the first change; a step that is not there is not made.
function putBack(input: { [key: string]: Json }, { field, value }: DetailRow): void {
  const path = field.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  const last = path.pop()!
  let at: Json = input
  for (const step of path) {
    const next: Json | undefined = memberOf(at, step)
    if (typeof next !== 'object' || next === null) return
    at = next
  }
  if (Array.isArray(at)) at[Number(last)] = value
  else if (typeof at === 'object' && at !== null) at[last] = value
}

const memberOf = (value: Json, key: string): Json | undefined =>
  Array.isArray(value)
    ? value[Number(key)]
    : typeof value === 'object' && value !== null
      ? value[key]
      : undefined
